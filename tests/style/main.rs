//! Every text that the program shows is on one page, `docs/messages.md`, and is written as `docs/style.md` says.
//! `UPDATE_DOCS=1 cargo test --test style` writes the page.
#![allow(clippy::disallowed_methods, reason = "these tests read the project and write a page")]

mod avoided;
#[path = "../common/cited.rs"]
mod cited;
mod findings;
mod literals;
mod page;
mod sentences;
mod templates;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use avoided::{Where, avoided};
use sentences::{comments, prose, sentences};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The most words that a sentence may have in what the program shows, and on a page for developers.
const LONGEST: [usize; 2] = [25, 40];

/// The page of all texts as it is now.
static PAGE: LazyLock<String> = LazyLock::new(page::page);

fn text_of(path: &str) -> String {
    let path = Path::new(ROOT).join(path);
    fs::read_to_string(&path).unwrap_or_else(|_| panic!("{} is there", path.display())).replace("\r\n", "\n")
}

#[test]
fn the_page_of_all_texts_is_up_to_date() {
    let now = &*PAGE;
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(Path::new(ROOT).join("docs/messages.md"), now).expect("the page can be written");
    }
    let written = text_of("docs/messages.md");
    let differs = written.lines().zip(now.lines()).find(|(old, new)| old != new);
    let update = "read what changed, then run `UPDATE_DOCS=1 cargo test --test style`";
    assert!(written == *now, "docs/messages.md is out of date: {update}\n{differs:?}");
}

/// The pages whose words are checked, besides the page of all texts.
const PAGES: [&str; 20] = [
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "README.md",
    "benches/README.md",
    "docs/ci.md",
    "docs/citing.md",
    "docs/drafts.md",
    "docs/editors.md",
    "docs/quality.md",
    "docs/rules.md",
    "docs/site.md",
    "editors/vscode/README.md",
    "samples/README.md",
    "schemas/README.md",
    "src/diff/pairing/README.md",
    "src/progression/README.md",
    "src/rules/README.md",
    "src/text_index/README.md",
    "web/README.md",
];

/// How many words a sentence has: a text in quotation marks counts as one, and codes in a list do not count.
fn words(sentence: &str) -> usize {
    let outside: String = sentence.split('"').step_by(2).collect::<Vec<_>>().join("x");
    outside.split_whitespace().filter(|word| !["`x`,", "`x`"].contains(word)).count()
}

/// A page, or the comments of a file, whose words are checked.
struct Page {
    path: String,
    text: String,
    place: Where,
    longest: usize,
}

impl Page {
    fn of_messages() -> Self {
        let [longest, _] = LONGEST;
        Self { path: "docs/messages.md".to_owned(), text: PAGE.clone(), place: Where::Messages, longest }
    }

    fn of_page(path: &str) -> Self {
        let [_, longest] = LONGEST;
        Self { path: path.to_owned(), text: text_of(path), place: Where::Everywhere, longest }
    }

    /// The comments of a file of Rust, on the lines that they have there.
    fn of_comments(path: &Path) -> Self {
        let [_, longest] = LONGEST;
        let path = path.strip_prefix(ROOT).unwrap_or(path).to_string_lossy().into_owned();
        let text = comments(&text_of(&path));
        Self { path, text, place: Where::Everywhere, longest }
    }

    /// What is wrong with its words.
    fn faults(&self) -> Vec<String> {
        let mut found = Vec::new();
        for (line, text) in prose(&self.text, self.place) {
            let mut add = |fault: String| found.push(format!("{}:{line}: {fault}", self.path));
            avoided(&text, self.place).into_iter().for_each(&mut add);
            misspelt(&text).into_iter().for_each(&mut add);
            for sentence in sentences(&text) {
                let count = words(sentence);
                if count > self.longest {
                    add(format!("{count} words, more than {}: {sentence}", self.longest));
                }
            }
        }
        found
    }
}

/// The words of a text that are misspelt or American, each with the right one. What is quoted may be an example of a
/// mistake.
fn misspelt(text: &str) -> Vec<String> {
    let unquoted = text.split('"').step_by(2).flat_map(|part| part.split(' '));
    let words = unquoted.filter(|word| !word.starts_with('-'));
    let words = words.flat_map(|part| part.split(|c: char| !c.is_alphabetic()));
    let fault = |word: &str| {
        let right = ksb::spelling::correction(word).or_else(|| sentences::british(word))?;
        Some(format!("write \"{right}\", not \"{word}\""))
    };
    words.filter_map(fault).collect()
}

/// The files of Rust in a folder and those in it.
fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries =
        fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("it can be listed"));
    let files = entries.flat_map(|entry| match entry.path() {
        path if path.is_dir() => rust_files(&path),
        path => vec![path],
    });
    files.filter(|path| path.extension().is_some_and(|extension| extension == "rs")).collect()
}

#[test]
fn texts_are_written_as_the_style_says() {
    let folders = ["benches", "examples", "src", "tests"].map(|folder| Path::new(ROOT).join(folder));
    let files = folders.iter().flat_map(|folder| rust_files(folder));
    let pages = PAGES.iter().map(|path| Page::of_page(path)).chain([Page::of_messages()]);
    let pages = pages.chain(files.map(|path| Page::of_comments(&path)));
    let found: Vec<String> = pages.flat_map(|page| page.faults()).collect();
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}
