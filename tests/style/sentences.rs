//! The prose of a page, and its sentences.

use crate::avoided::Where;

/// The paragraphs, items and cells of a Markdown page, each with its line. On the page of messages, the blocks of texts
/// are read line by line; elsewhere, blocks of code are left out.
pub(crate) fn prose(page: &str, place: Where) -> Vec<(usize, String)> {
    let (mut found, mut paragraph, mut fence): (Vec<(usize, String)>, _, _) =
        (Vec::new(), String::new(), None);
    let mut start = 0;
    for (index, line) in page.lines().enumerate() {
        let number = index + 1;
        let mut end = |paragraph: &mut String, start| {
            if !paragraph.trim().is_empty() {
                found.push((start, without_code(&std::mem::take(paragraph))));
            }
            paragraph.clear();
        };
        if let Some(info) = line.trim_start().strip_prefix("```") {
            end(&mut paragraph, start);
            fence = if fence.is_some() { None } else { Some(info.to_owned()) };
            continue;
        }
        if let Some(info) = &fence {
            if place == Where::Messages && info == "text" {
                found.push((number, without_code(line)));
            }
            continue;
        }
        let begins = ["- ", "* ", "#", "|"].iter().any(|mark| line.trim_start().starts_with(mark))
            || line.trim_start().split_once(". ").is_some_and(|(one, _)| one.parse::<u32>().is_ok());
        if line.trim().is_empty() || begins {
            end(&mut paragraph, start);
        }
        if line.starts_with('|') {
            found.extend(line.split(" | ").map(|cell| (number, without_code(cell.trim_matches(['|', ' '])))));
            continue;
        }
        if paragraph.is_empty() {
            start = number;
        }
        paragraph.push_str(line.trim());
        paragraph.push(' ');
    }
    if !paragraph.trim().is_empty() {
        found.push((start, without_code(&paragraph)));
    }
    found
}

/// The comments of a file of Rust, with an empty line for each line of code.
pub(crate) fn comments(code: &str) -> String {
    let mut out = String::new();
    for line in code.lines() {
        let comment = line.trim_start().strip_prefix("//").unwrap_or_default();
        out.push_str(comment.trim_start_matches(['/', '!']).trim());
        out.push('\n');
    }
    out
}

/// A text with each piece of code as one word, and each link as its words.
fn without_code(text: &str) -> String {
    let code = |(index, part): (usize, &str)| if index % 2 == 1 { "`x`".to_owned() } else { part.to_owned() };
    let text: String = text.split('`').enumerate().map(code).collect();
    let mut parts = text.split("](");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| out + part.split_once(')').map_or(part, |(_, rest)| rest))
}

/// The sentences of a text: up to a full stop, question mark, colon or semicolon that a space follows.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    let ends = [". ", "? ", "! ", ": ", "; "];
    let (mut found, mut rest) = (Vec::new(), text.trim());
    while let Some(at) = ends.iter().filter_map(|end| rest.find(end)).min() {
        found.push(&rest[..=at]);
        rest = rest[at + 1..].trim_start();
    }
    found.push(rest);
    found
}

/// The British form of an American word in lower case.
pub(crate) fn british(word: &str) -> Option<&'static str> {
    let is_plain = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase());
    let right = if is_plain { ksb::spelling::british(word) } else { None };
    right.map(|right| &*Box::leak(right.into_owned().into_boxed_str()))
}

#[test]
fn prose_is_told_from_code() {
    let page = "# A\n\nOne `let x;` two\nthree.\n\n```json\n{}\n```\n- four [five](a.md). Six\n";
    let found = prose(page, Where::Everywhere);
    let texts: Vec<&str> = found.iter().map(|(_, text)| text.trim()).collect();
    assert_eq!(texts, ["# A", "One `x` two three.", "- four [five. Six"]);
    assert_eq!(sentences(texts[2]), ["- four [five.", "Six"]);
}
