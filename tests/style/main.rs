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
use std::path::Path;
use std::sync::LazyLock;

use avoided::{Where, avoided};
use sentences::{prose, sentences};

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

/// The pages whose words are checked, beside the page of all texts.
const PAGES: [&str; 15] = [
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "README.md",
    "docs/ci.md",
    "docs/citing.md",
    "docs/drafts.md",
    "docs/editors.md",
    "docs/quality.md",
    "docs/rules.md",
    "samples/README.md",
    "schemas/README.md",
    "src/diff/pairing/README.md",
    "src/rules/README.md",
    "src/text_index/README.md",
];

/// Code whose texts are still to be rewritten.
const LATER: [&str; 5] =
    ["src/bin/ksb/server/", "src/citing/", "src/diff/", "src/editor/", "src/report/diff"];

/// The page of all texts, without those that are still to be rewritten.
fn rewritten(page: &str) -> String {
    let (mut out, mut is_later) = (String::new(), false);
    for line in page.lines() {
        if let Some(path) = line.strip_prefix("`src/") {
            is_later = LATER
                .iter()
                .any(|later| later.strip_prefix("src/").is_some_and(|later| path.starts_with(later)));
        }
        if !is_later {
            out.push_str(line);
        }
        out.push('\n');
    }
    out
}

/// Words of `clap`, which reads the arguments; its texts cannot be changed.
const OF_CLAP: [&str; 3] = ["error: invalid value", "unrecognized subcommand", "; only 1 was provided"];

/// How many words a sentence has: a text in quotation marks is one, and codes in a list are none.
fn words(sentence: &str) -> usize {
    let outside: String = sentence.split('"').step_by(2).collect::<Vec<_>>().join("x");
    outside.split_whitespace().filter(|word| !["`x`,", "`x`"].contains(word)).count()
}

/// What is wrong with the words of a page.
fn faults(path: &str, longest: usize) -> Vec<String> {
    let is_shown = path == "docs/messages.md";
    let place = if is_shown { Where::Messages } else { Where::Everywhere };
    let text = if is_shown { rewritten(&PAGE) } else { text_of(path) };
    let mut found = Vec::new();
    for (line, text) in prose(&text, place) {
        let text = OF_CLAP.iter().fold(text, |text, words| text.replace(words, ""));
        found.extend(avoided(&text, place).into_iter().map(|fault| format!("{path}:{line}: {fault}")));
        // What is quoted may be an example of a mistake.
        let unquoted =
            text.split('"').step_by(2).flat_map(|part| part.split(' ')).filter(|word| !word.starts_with('-'));
        let unquoted = unquoted.flat_map(|part| part.split(|c: char| !c.is_alphabetic()));
        for word in unquoted {
            let right = ksb::spelling::correction(word).or_else(|| sentences::british(word));
            found.extend(right.map(|right| format!("{path}:{line}: write \"{right}\", not \"{word}\"")));
        }
        for sentence in sentences(&text) {
            let count = words(sentence);
            if count > longest {
                found.push(format!("{path}:{line}: {count} words, more than {longest}: {sentence}"));
            }
        }
    }
    found
}

#[test]
fn texts_are_written_as_the_style_says() {
    let [shown, written] = LONGEST;
    let pages = PAGES.iter().map(|path| (*path, written)).chain([("docs/messages.md", shown)]);
    let found: Vec<String> = pages.flat_map(|(path, longest)| faults(path, longest)).collect();
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}
