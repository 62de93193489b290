//! Finds paths in Rust code, by its words: enough for code that `cargo fmt` laid out.

use std::collections::BTreeSet;

/// The text with comments and the contents of strings blanked, line by line as it was.
pub(crate) fn without_comments_and_strings(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let skipped = comment(rest).or_else(|| raw_string(rest, &out)).or_else(|| literal(rest));
        let length = skipped.unwrap_or(first.len_utf8());
        match skipped {
            Some(_) => out.extend(rest[..length].chars().map(|c| if c == '\n' { '\n' } else { ' ' })),
            None => out.push(first),
        }
        rest = &rest[length..];
    }
    out
}

/// The length of the comment at the start of `text`.
fn comment(text: &str) -> Option<usize> {
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    text.starts_with("/*").then(|| text.find("*/").map_or(text.len(), |end| end + 2))
}

/// The length of the raw string at the start of `text`, where `before` is the code in front of it.
fn raw_string(text: &str, before: &str) -> Option<usize> {
    let hashes = text.strip_prefix('r')?;
    let body = hashes.trim_start_matches('#').strip_prefix('"')?;
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    if before.trim_end_matches('b').ends_with(is_word) {
        return None;
    }
    let close = format!("\"{}", "#".repeat(hashes.len() - body.len() - 1));
    let start = text.len() - body.len();
    Some(body.find(&close).map_or(text.len(), |end| start + end + close.len()))
}

/// The length of the string or character at the start of `text`; a lifetime is neither.
fn literal(text: &str) -> Option<usize> {
    let mut chars = text.char_indices();
    let (_, quote) = chars.next()?;
    let second = text[quote.len_utf8()..].chars().next()?;
    let is_character = quote == '\'' && (second == '\\' || text.chars().nth(2) == Some('\''));
    if quote != '"' && !is_character {
        return None;
    }
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => drop(chars.next()),
            _ if c == quote => return Some(at + 1),
            _ => {}
        }
    }
    Some(text.len())
}

/// The code without its modules under `#[cfg(test)]`, which end at a brace in the first column.
pub(crate) fn without_unit_tests(code: &str) -> String {
    let mut out = String::new();
    let mut lines = code.lines().peekable();
    while let Some(line) = lines.next() {
        let opens = |next: &&str| next.starts_with("mod ") && next.trim_end().ends_with('{');
        if line.trim() == "#[cfg(test)]" && lines.peek().is_some_and(opens) {
            lines.by_ref().find(|line| line.starts_with('}'));
        } else {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

/// The text after each place where the path or macro `name` begins in `code`.
pub(crate) fn after<'a>(code: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let begins = move |at: &usize| !code[..*at].ends_with(is_word);
    code.match_indices(name).map(|(at, _)| at).filter(begins).map(move |at| &code[at + name.len()..])
}

/// The names that follow `prefix` in the paths of `code`: of `crate::{a::B, c}` that is `a` and `c`.
pub(crate) fn named_after(code: &str, prefix: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for rest in after(code, prefix) {
        match rest.strip_prefix('{') {
            Some(group) => names.extend(members(group)),
            None => names.extend(leading_word(rest)),
        }
    }
    names
}

/// The first words of the members of a `use` group whose opening brace is already read.
fn members(group: &str) -> Vec<String> {
    let mut depth = 0_usize;
    let mut starts = vec![0];
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => starts.push(at + 1),
            _ => {}
        }
    }
    starts.into_iter().filter_map(|start| leading_word(group[start..].trim_start())).collect()
}

fn leading_word(text: &str) -> Option<String> {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    (end > 0).then(|| text[..end].to_owned())
}

#[test]
fn paths_are_found_in_code_only() {
    let text = "use crate::{a::{B, c::D}, e};\nfn f<'x>(t: &'x str) { $crate::g::h('\"', r#\"crate::i\"#, '\\''); }\n\
                // crate::j\n/* crate::k */ \"crate::l \\\" crate::m\"; my_crate::n(crate::o)\n\
                #[cfg(test)]\nmod tests {\n    use crate::p;\n}\nuse crate::q;\n";
    let code = without_unit_tests(&without_comments_and_strings(text));
    assert_eq!(named_after(&code, "crate::").into_iter().collect::<Vec<_>>(), ["a", "e", "g", "o", "q"]);
}
