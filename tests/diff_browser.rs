//! The pages of comparisons and mappings in a real browser. Needs node, Chromium and `tests/browser/node_modules`; if
//! one of them is missing, the test says that it is skipped, unless `KSB_REQUIRE_CLIENTS` is set.
#![allow(clippy::disallowed_methods, reason = "these tests read samples and run a browser")]

#[path = "common/browser.rs"]
mod browser;
mod common;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::skipped::{Want, skip};
use ksb::diff::{Choices, compare};
use ksb::model::Document;
use ksb::read::read;
use ksb::report::diff::{ComparedInput, DiffOptions, DiffReport, Relation};
use ksb::report::diff_html::render;
use ksb::report::matrix::{Matrix, html};
use ksb::source::{Source, SourceId};
use sha2::{Digest as _, Sha256};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A file by name and content.
type File = (String, Vec<u8>);

fn sample(name: &str) -> File {
    let path = root().join("samples").join(name);
    (name.to_owned(), std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}

fn seed(name: &str) -> Option<File> {
    common::shared(&format!("seeds/{name}")).map(|bytes| (name.to_owned(), bytes))
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        let _infallible = write!(hex, "{byte:02x}");
        hex
    })
}

/// The page for two files.
fn page(old: &File, new: &File) -> String {
    page_and_items(old, new).0
}

/// The page for two files, and how many items each of them has.
fn page_and_items(old: &File, new: &File) -> (String, [usize; 2]) {
    let text = |file: &File| String::from_utf8(file.1.clone()).expect("samples are UTF-8");
    let sources = [old, new].map(|file| Source::new(SourceId(0), &file.0, text(file)));
    let documents = [0, 1].map(|side| read(&sources[side], None).document.expect("a document"));
    let comparison = compare(&documents[0], &documents[1], &Choices::default()).expect("two standards");
    let page = render(&DiffReport {
        comparison: &comparison,
        old: ComparedInput { name: &old.0, document: None, sha256: &sha256(&old.1) },
        new: ComparedInput { name: &new.0, document: None, sha256: &sha256(&new.1) },
        tool_version: env!("CARGO_PKG_VERSION"),
        options: DiffOptions::default(),
        relation: Relation::default(),
    });
    (page, [comparison.old.items.len(), comparison.new.items.len()])
}

/// The page of the mapping in a file.
fn matrix(file: &File) -> String {
    let source =
        Source::new(SourceId(0), &file.0, String::from_utf8(file.1.clone()).expect("samples are UTF-8"));
    let Some(Document::Standard(standard)) = read(&source, None).document else { panic!("a standard") };
    html::render(&Matrix::new(&standard).expect("a mapping"))
}

/// A standard in which every text tries to be more than text.
fn hostile(file: &File) -> File {
    const TEXTS: [&str; 4] = [
        "<script>document.title = 'ran'; alert(1)</script>",
        "<img src=x onerror='alert(2)'> \\\" ' ` | </bdi></td></table><style>*{display:none}</style>",
        "</title></style><iframe srcdoc='<p>'></iframe> &lt;b&gt; &amp; &#60;",
        "\\u202e}{ \\u2066 javascript:alert(3) <a href='javascript:alert(4)' onfocus=alert(5) autofocus>x</a>",
    ];
    let text = String::from_utf8(file.1.clone()).expect("samples are UTF-8");
    let (mut hostile, mut number) = (String::new(), 0);
    for line in text.lines() {
        let spoilt = ["\"text\": \"", "\"title\": \"", "\"overview\": \""].iter().find_map(|key| {
            let (head, tail) = line.split_once(key)?;
            number += 1;
            Some(format!("{head}{key}{} {tail}", TEXTS[number % TEXTS.len()]))
        });
        let _infallible = writeln!(hostile, "{}", spoilt.as_deref().unwrap_or(line));
    }
    (format!("<b onclick=alert(6)>{}", file.0), hostile.into_bytes())
}

/// What the command writes for these arguments.
fn written(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_ksb")).args(arguments).args(["--format", "html"]).output();
    String::from_utf8(output.expect("the program runs").stdout).expect("a page is UTF-8")
}

/// The page for two occupational maps, one of which has texts that try to be more than texts.
fn page_of_maps() -> String {
    let map = root().join("samples/land-water-heritage.occupational-map.json");
    let text = std::fs::read_to_string(&map).expect("the sample is there");
    let folder = tempfile::tempdir().expect("a folder");
    let next = folder.path().join("next.json");
    let text = text
        .replace("Dredger hand", "<script>alert(9)</script> hand")
        .replace("Waterways engineer", "Engineer");
    std::fs::write(&next, text).expect("a map is written");
    let [old, new] = [&map, &next].map(|path| path.to_str().expect("a path is UTF-8"));
    written(&["diff", old, new])
}

/// The pages about more than two documents.
fn pages_of_several() -> [(&'static str, String); 2] {
    let catalogue = root().join("samples/api/waterways.catalogue.json");
    let text = std::fs::read_to_string(&catalogue).expect("the sample is there");
    let folder = tempfile::tempdir().expect("a folder");
    let next = folder.path().join("<b onclick=alert(7)>.json");
    let text =
        text.replace("Canal lock keeper", "<script>alert(8)</script> keeper").replace("AU9901", "AU9902");
    std::fs::write(&next, text).expect("a catalogue is written");
    let [old, new] = [&catalogue, &next].map(|path| path.to_str().expect("a path is UTF-8"));
    [("catalogues", written(&["diff", old, new])), ("history", written(&["history", "ST9901", old, new]))]
}

/// The pages of checks: for every format, for many documents, and for texts that try to be more than texts.
fn pages_of_checks() -> Vec<(&'static str, String)> {
    let (name, bytes) = hostile(&sample("broken/wording.standard.json"));
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name.replace('/', "_"));
    std::fs::write(&path, bytes).expect("a draft is written");
    let check = |path: &Path| {
        let path = path.to_str().expect("a path is UTF-8");
        written(&["check", "--severity", "advice", "--no-config", "--no-progress", path])
    };
    let samples = root().join("samples");
    vec![
        ("check", check(&samples.join("broken/wording.standard.json"))),
        ("check-all", check(&samples)),
        ("check-pages", check(&samples.join("pages"))),
        ("check-hostile", check(&path)),
        ("check-clean", check(&samples.join("clean.standard.json"))),
    ]
}

/// The maps of an occupation and its links, one with texts that try to be more than texts.
fn pages_of_progression() -> [(&'static str, String); 2] {
    let standards = root().join("tests/progression");
    let (name, bytes) = hostile(&sample("../tests/progression/ST9953.standard.json"));
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name.replace('/', "_"));
    std::fs::write(&path, bytes).expect("a standard is written");
    let [standards, path] = [&standards, &path].map(|path| path.to_str().expect("a path is UTF-8"));
    [
        ("progression", written(&["progression", "ST9952", standards])),
        ("hostile-progression", written(&["progression", "ST9953", standards, path])),
    ]
}

/// The pages to look at, by name.
fn pages() -> Vec<(&'static str, String)> {
    let [old, new] =
        ["1.0", "1.1"].map(|version| sample(&format!("canal-lock-keeper-{version}.standard.json")));
    let retired = sample("pages/canal-lock-keeper-retired.txt");
    let map_page = sample("pages/canal-lock-keeper-map-page.txt");
    let mut pages = vec![
        ("sample", page(&old, &new)),
        ("same", page(&new, &new)),
        ("narrative", page(&retired, &map_page)),
        ("hostile", page(&old, &hostile(&new))),
        ("matrix", matrix(&old)),
        ("hostile-matrix", matrix(&hostile(&new))),
    ];
    pages.extend(pages_of_several());
    pages.extend(pages_of_checks());
    pages.extend(pages_of_progression());
    pages.push(("maps", page_of_maps()));
    let seeds =
        ["004_e7c16463735ceb17.txt", "003_e2b5f374b6061d05.txt", "002_8b1d144d8e116444.txt"].map(seed);
    if let [Some(four), Some(three), Some(two)] = &seeds {
        pages.push(("004-to-003", page(four, three)));
        pages.push(("002-to-003", page(two, three)));
    }
    pages
}

fn write(folder: &Path, pages: &[(&str, String)]) -> Vec<PathBuf> {
    let write = |(name, page): &(&str, String)| {
        let path = folder.join(format!("{name}.html"));
        std::fs::write(&path, page).expect("a page is written");
        path
    };
    pages.iter().map(write).collect()
}

#[test]
fn pages_hold_in_a_browser() {
    if let Some(missing) = browser::missing() {
        skip(Want::Clients, &missing);
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    browser::run("check.mjs", write(folder.path(), &pages()));
}

#[test]
fn every_item_stands_on_the_page_once() {
    for name in ["canal-lock-keeper", "orchard-technician", "archive-digitisation-technician"] {
        let [old, new] = ["1.0", "1.1"].map(|version| sample(&format!("{name}-{version}.standard.json")));
        for (old, new) in [(&old, &new), (&new, &old)] {
            let (page, items) = page_and_items(old, new);
            for (letter, count) in ["o", "n"].into_iter().zip(items) {
                let times = |item: usize| page.matches(&format!(" id=\"{letter}{item}\"")).count();
                let wrong: Vec<usize> = (0..count).filter(|&item| times(item) != 1).collect();
                assert!(count > 0 && wrong.is_empty(), "{name}: {letter}{wrong:?}");
            }
        }
    }
}

#[test]
fn hostile_texts_reach_the_page_as_texts() {
    let [old, new] =
        ["1.0", "1.1"].map(|version| sample(&format!("canal-lock-keeper-{version}.standard.json")));
    let page = page(&old, &hostile(&new));
    for text in
        ["&lt;script&gt;document", "&lt;img src=x", "&lt;/title&gt;", "&lt;a href=", "U+202E", "&amp;lt;b"]
    {
        assert!(page.contains(text), "{text}");
    }
}
