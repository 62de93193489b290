//! The texts in the code.

use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::ROOT;

/// Macros and methods whose texts are not shown to users.
const INTERNAL: [&str; 9] = [
    "assert",
    "assert_eq",
    "assert_ne",
    "debug_assert",
    "debug_assert_eq",
    "expect",
    "panic",
    "unreachable",
    "matches",
];

/// The texts of one file, in order.
pub(crate) struct FileTexts {
    /// Its path from the root of the project.
    pub(crate) path: String,
    pub(crate) texts: Vec<String>,
}

/// The texts of all files below a folder of `src`.
pub(crate) fn texts_in(folder: &str) -> Vec<FileTexts> {
    let mut paths = files(&Path::new(ROOT).join(folder));
    paths.sort();
    let of = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a file of the project is text");
        let mut texts = Vec::new();
        collect(text.parse().expect("the file is Rust"), &mut texts);
        let path = path.strip_prefix(ROOT).expect("a file of the project");
        FileTexts { path: path.to_string_lossy().replace('\\', "/"), texts }
    };
    paths.into_iter().map(of).filter(|file| !file.texts.is_empty()).collect()
}

fn files(path: &Path) -> Vec<PathBuf> {
    if path.is_dir() {
        let entries = fs::read_dir(path).expect("a folder").map(|entry| entry.expect("an entry").path());
        return entries.flat_map(|path| files(&path)).collect();
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let is_code = name.ends_with(".rs")
        && name != "tests.rs"
        && !path.components().any(|one| one.as_os_str() == "tests");
    if is_code { vec![path.to_owned()] } else { Vec::new() }
}

fn collect(stream: TokenStream, texts: &mut Vec<String>) {
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    let mut at = 0;
    while at < trees.len() {
        let is_internal = |tree: &TokenTree| matches!(tree, TokenTree::Ident(word) if INTERNAL.iter().any(|known| word == known));
        match &trees[at..] {
            [TokenTree::Punct(hash), TokenTree::Group(group), rest @ ..]
                if hash.as_char() == '#' && group.delimiter() == Delimiter::Bracket =>
            {
                at += 2;
                if group.stream().to_string().replace(' ', "") == "cfg(test)" {
                    at += length_of_item(rest);
                }
                continue;
            }
            // `//!` is an attribute of the file.
            [TokenTree::Punct(hash), TokenTree::Punct(mark), TokenTree::Group(_), ..]
                if hash.as_char() == '#' && mark.as_char() == '!' =>
            {
                at += 2;
            }
            [name, TokenTree::Group(_), ..] if is_internal(name) => at += 1,
            [name, TokenTree::Punct(mark), TokenTree::Group(_), ..]
                if is_internal(name) && mark.as_char() == '!' =>
            {
                at += 2;
            }
            [TokenTree::Group(group), ..] => collect(group.stream(), texts),
            [TokenTree::Literal(literal), ..] => {
                texts.extend(text(&literal.to_string()).filter(|text| is_read(text)));
            }
            _ => {}
        }
        at += 1;
    }
}

/// How many trees an item has: up to its braces or its semicolon.
fn length_of_item(trees: &[TokenTree]) -> usize {
    let ends = |tree: &TokenTree| match tree {
        TokenTree::Punct(mark) => mark.as_char() == ';',
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        _ => false,
    };
    trees.iter().position(ends).map_or(trees.len(), |at| at + 1)
}

/// The text of a literal, if it is one.
fn text(literal: &str) -> Option<String> {
    if let Some(raw) = literal.strip_prefix('r') {
        return Some(raw.trim_matches('#').trim_matches('"').to_owned());
    }
    let inner = literal.strip_prefix('"')?.strip_suffix('"')?;
    let (mut out, mut chars) = (String::new(), inner.chars().peekable());
    while let Some(c) = chars.next() {
        match (c, if c == '\\' { chars.next() } else { None }) {
            ('\\', Some('n')) => out.push('\n'),
            ('\\', Some('t')) => out.push('\t'),
            ('\\', Some('\n')) => while chars.next_if(|c| c.is_whitespace()).is_some() {},
            ('\\', Some('u')) => {
                let digits: String = chars.by_ref().skip(1).take_while(|c| *c != '}').collect();
                out.extend(u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32));
            }
            ('\\', Some(other)) => out.push(other),
            _ => out.push(c),
        }
    }
    Some(out)
}

/// Whether a text is meant to be read: it has two words of letters with a space between them.
fn is_read(text: &str) -> bool {
    let is_word = |word: &str| {
        let word = word.trim_matches(|c: char| ",.;:?!()'\"".contains(c));
        word.len() > 1 && word.chars().all(|c| c.is_ascii_alphabetic() || "'’-".contains(c))
    };
    let words = text.split_whitespace().filter(|word| is_word(word)).count();
    let is_code = ["</", "xmlns", ": {", "fn ", "::"].iter().any(|mark| text.contains(mark));
    words > 1 && !is_code
}

#[test]
fn texts_are_told_from_code() {
    let code = "#[doc = \"no text here\"] fn a() { say(format!(\"{code} is\\n \\\"here\\\"\")); one.expect(\"no text\"); }";
    let mut texts = Vec::new();
    collect(code.parse().expect("Rust"), &mut texts);
    assert_eq!(texts, ["{code} is\n \"here\""]);
}
