//! The paths that Rust code names, found in its tokens: `use` trees member by member, and those in expressions and
//! types.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A path as the code writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// Its segments; `*` for a whole module, and a last segment with `!` for a macro.
    pub(crate) path: Vec<String>,
    /// What a `use` calls it; other modules may then take it from here.
    pub(crate) alias: Option<String>,
    /// Whether it is only here for other modules to use: `pub use`.
    pub(crate) handed_on: bool,
}

impl Named {
    /// Whether it begins with these words.
    pub(crate) fn begins(&self, words: &[&str]) -> bool {
        self.path.len() >= words.len() && self.path.iter().zip(words).all(|(own, word)| own == word)
    }

    /// The top-level module that it leads into.
    pub(crate) fn module(&self) -> Option<&str> {
        self.path.get(1).filter(|_| self.begins(&["crate"])).map(|word| word.trim_end_matches('!'))
    }
}

/// The paths of a file without those of its unit tests.
///
/// # Panics
/// If the text is not Rust.
pub(crate) fn named(text: &str) -> Vec<Named> {
    let stream: TokenStream = text.parse().expect("the file is Rust");
    let mut found = Vec::new();
    collect(stream, &mut found);
    found
}

fn collect(stream: TokenStream, found: &mut Vec<Named>) {
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    let mut at = 0;
    while at < trees.len() {
        if is_test_attribute(&trees[at..]) {
            at += 2;
            at += length_of_item(&trees[at..]);
            continue;
        }
        match &trees[at] {
            TokenTree::Ident(word) if word == "use" => {
                let handed_on = is_public(&trees[..at]);
                let length = length_of_item(&trees[at..]);
                use_tree(&trees[at + 1..at + length], &[], handed_on, found);
                at += length;
            }
            TokenTree::Ident(_) => {
                let (mut path, length) = path(&trees[at..]);
                let is_macro =
                    is_mark(trees.get(at + length), '!') && !is_mark(trees.get(at + length + 1), '=');
                if let Some(last) = path.last_mut().filter(|_| is_macro) {
                    last.push('!');
                }
                // A single word is a name in this file, or a keyword.
                if path.len() > 1 || is_macro {
                    found.push(Named { path, alias: None, handed_on: false });
                }
                at += length;
            }
            TokenTree::Group(group) => {
                collect(group.stream(), found);
                at += 1;
            }
            _ => at += 1,
        }
    }
}

/// Whether `trees` starts with `#[cfg(test)]`.
fn is_test_attribute(trees: &[TokenTree]) -> bool {
    let [TokenTree::Punct(hash), TokenTree::Group(group), ..] = trees else { return false };
    hash.as_char() == '#' && group.stream().to_string().replace(' ', "") == "cfg(test)"
}

/// How many trees an item has: up to its braces or its semicolon.
fn length_of_item(trees: &[TokenTree]) -> usize {
    let starts_with_use = is_word(trees.first(), "use");
    let ends = |tree: &TokenTree| match tree {
        TokenTree::Punct(mark) => mark.as_char() == ';',
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace && !starts_with_use,
        _ => false,
    };
    trees.iter().position(ends).map_or(trees.len(), |at| at + 1)
}

/// Whether the item that begins after `before` is `pub`, `pub(crate)` or similar.
fn is_public(before: &[TokenTree]) -> bool {
    let before = match before.split_last() {
        Some((TokenTree::Group(group), rest)) if group.delimiter() == Delimiter::Parenthesis => rest,
        _ => before,
    };
    is_word(before.last(), "pub")
}

fn is_word(tree: Option<&TokenTree>, word: &str) -> bool {
    matches!(tree, Some(TokenTree::Ident(ident)) if ident == word)
}

fn is_mark(tree: Option<&TokenTree>, mark: char) -> bool {
    matches!(tree, Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
}

/// Whether `trees` starts with `::`.
fn is_joint(trees: &[TokenTree]) -> bool {
    is_mark(trees.first(), ':') && is_mark(trees.get(1), ':')
}

/// The path at the start of `trees`, which begins with a word, and how many of the trees it takes up.
fn path(trees: &[TokenTree]) -> (Vec<String>, usize) {
    let mut words = vec![trees[0].to_string()];
    let mut at = 1;
    while let (true, Some(TokenTree::Ident(word))) = (is_joint(&trees[at..]), trees.get(at + 2)) {
        words.push(word.to_string());
        at += 3;
    }
    (words, at)
}

/// The members of a `use` tree after `before`.
fn use_tree(trees: &[TokenTree], before: &[String], handed_on: bool, found: &mut Vec<Named>) {
    for member in trees.split(|tree| is_mark(Some(tree), ',') || is_mark(Some(tree), ';')) {
        let Some(first) = member.first() else { continue };
        let mut path_of_member = before.to_vec();
        let mut at = 0;
        if matches!(first, TokenTree::Ident(_)) {
            let (words, length) = path(member);
            path_of_member.extend(words);
            at = length;
        }
        if is_joint(&member[at..]) {
            at += 2;
        }
        match member.get(at) {
            Some(TokenTree::Group(group)) => {
                let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                use_tree(&inside, &path_of_member, handed_on, found);
                continue;
            }
            all if is_mark(all, '*') => path_of_member.push("*".to_owned()),
            _ => {}
        }
        if path_of_member.len() > 1 && path_of_member.last().is_some_and(|word| word == "self") {
            path_of_member.pop();
        }
        let renamed = member[at..].iter().position(|tree| is_word(Some(tree), "as"));
        let renamed = renamed.and_then(|as_| member.get(at + as_ + 1)).map(ToString::to_string);
        let alias = renamed.or_else(|| path_of_member.last().cloned());
        found.push(Named { path: path_of_member, alias, handed_on });
    }
}

#[test]
fn paths_are_found_in_code_only() {
    let text = "use crate::{a::{B, c::D}, e}; pub(crate) use f::{self, G as H};\n\
                fn i<'x>(t: &'x str) { $crate::j::k('\"', r#\"crate::l\"#, '\\''); crate::m::n!(o::p) }\n\
                // crate::q\n/* crate::r */ const S: &str = \"crate::s \\\" crate::t\";\n\
                #[cfg(test)]\nmod tests {\n    use crate::u;\n}\nuse crate::v;\n";
    let found = named(text);
    let has = |path: &str, alias: Option<&str>, handed_on: bool| {
        let path = path.split("::").map(str::to_owned).collect();
        found.contains(&Named { path, alias: alias.map(str::to_owned), handed_on })
    };
    for (path, alias) in [("crate::a::B", "B"), ("crate::a::c::D", "D"), ("crate::e", "e"), ("crate::v", "v")]
    {
        assert!(has(path, Some(alias), false), "{path} in {found:?}");
    }
    for path in ["crate::j::k", "crate::m::n!", "o::p"] {
        assert!(has(path, None, false), "{path} in {found:?}");
    }
    assert!(has("f", Some("f"), true) && has("f::G", Some("H"), true), "{found:?}");
    let absent = ["l", "q", "r", "s", "t", "u"];
    assert!(!found.iter().flat_map(|one| &one.path).any(|word| absent.contains(&word.as_str())));
}
