//! Makes the dictionary of misspellings and of American spelling: sorted lines, which are read where they stand. The
//! tables of the packages themselves are a quarter of a million pointers, each of which would be set at every start.
#![allow(
    clippy::disallowed_macros,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a build script writes files, and talks to cargo on its standard output"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, fs, io};

use typos_dict::WORD;
use varcon::{Category, Entry, Tag, Type, VARCON};

/// Words that are British, if only in one field, although the packages say that they are misspelt or American.
const BRITISH: &str = include_str!("src/spelling/british.txt");

/// Up to this level of `varcon` words are common; beyond it are such that nobody has looked through.
const COMMON: usize = 60;

fn main() -> io::Result<()> {
    for path in ["build.rs", "src/spelling/british.txt"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let british: BTreeSet<&str> = british().chain(BRITISH.split_whitespace()).collect();
    let american = american(&british);
    let mut all = misspellings(&british, &american);
    all.extend(american.iter().map(|(word, british)| (*word, format!("={british}"))));
    let mut lines = String::new();
    let mut starts = Vec::new();
    for (word, said) in all {
        starts.resize(first_letters(word), lines.len());
        lines.extend([word, &said, "\n"]);
    }
    starts.resize(26 * 26 * 26 + 1, lines.len());
    let starts: Result<Vec<[u8; 4]>, _> =
        starts.into_iter().map(|start| u32::try_from(start).map(u32::to_le_bytes)).collect();
    let folder = env::var("OUT_DIR").map_err(io::Error::other)?;
    let write = |name: &str, what: &[u8]| fs::write(Path::new(&folder).join(name), what);
    write("dictionary.txt", lines.as_bytes())?;
    write("starts.bin", starts.map_err(io::Error::other)?.as_flattened())
}

/// How many beginnings of three letters come no later than that of a word.
fn first_letters(word: &str) -> usize {
    1 + word.bytes().take(3).fold(0, |number, letter| number * 26 + usize::from(letter - b'a'))
}

/// The words of an entry that are usual in a kind of English, or may occur in it at all.
fn words(entry: &Entry, category: Category, usual: bool) -> impl Iterator<Item = &'static str> {
    let is_meant =
        move |one: &Type| one.category == category && (!usual || matches!(one.tag, None | Some(Tag::Eq)));
    entry
        .variants
        .iter()
        .filter(move |variant| variant.types.iter().any(is_meant))
        .map(|variant| variant.word)
}

/// All that may occur in British English.
fn british() -> impl Iterator<Item = &'static str> {
    VARCON
        .iter()
        .flat_map(|cluster| cluster.entries)
        .flat_map(|entry| words(entry, Category::BritishIse, false))
}

/// Words that are usual in American English and in no way British, each with its British spelling if there is one.
fn american(british: &BTreeSet<&str>) -> BTreeMap<&'static str, &'static str> {
    let mut all: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let common = VARCON.iter().filter(|cluster| cluster.verified && cluster.level <= COMMON);
    for entry in common.flat_map(|cluster| cluster.entries) {
        let american = words(entry, Category::American, true);
        for word in american.filter(|word| is_plain(word) && !british.contains(word)) {
            all.entry(word).or_default().extend(words(entry, Category::BritishIse, true));
        }
    }
    all.retain(|_, british| british.len() == 1);
    all.into_iter().filter_map(|(word, british)| Some((word, british.into_iter().next()?))).collect()
}

/// Misspelt words, each with what is said of it.
fn misspellings(
    british: &BTreeSet<&str>,
    american: &BTreeMap<&'static str, &'static str>,
) -> BTreeMap<&'static str, String> {
    let mut lines = BTreeMap::new();
    for (word, corrections) in WORD.map.entries() {
        let word = word.into_inner();
        let meant: BTreeSet<&str> =
            corrections.iter().map(|one| american.get(one).copied().unwrap_or(one)).collect();
        if !is_plain(word) || british.contains(word) || meant.contains(word) || american.contains_key(word) {
            continue;
        }
        // Of short words, only two letters that have changed places are certain: "teh".
        if word.len() == 3 && !meant.iter().any(|one| letters(one) == letters(word)) {
            continue;
        }
        let meant: Vec<&str> = meant.into_iter().collect();
        lines.insert(word, format!(">{}", meant.join(",")));
    }
    lines
}

/// Whether a word is one of small letters alone, and no abbreviation.
fn is_plain(word: &str) -> bool {
    word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Its letters in their order.
fn letters(word: &str) -> Vec<u8> {
    let mut letters = word.as_bytes().to_vec();
    letters.sort_unstable();
    letters
}
