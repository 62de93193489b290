//! The list of rules, and the page of each: its headings, its examples, its place in `docs/rules.md`.
#![allow(clippy::disallowed_methods, reason = "these tests read the rules and write their pages")]

#[path = "common/cited.rs"]
mod cited;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use ksb::check::{check, check_together};
use ksb::config::Config;
use ksb::lint::{Extract, Group, Rule, Scope};
use ksb::project::Options;
use ksb::read::{Parts, parts, read};
use ksb::rules::ALL;
use ksb::source::{Source, SourceId};

const HEADINGS: [&str; 5] = ["# What it does", "# Why it matters", "# Example", "# Use instead", "# Source"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The lines of a rule's page without the space that each begins with.
fn lines(rule: &dyn Rule) -> impl Iterator<Item = &'static str> {
    rule.meta().docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line))
}

/// The code blocks of a page that are marked with `info`.
fn blocks(rule: &dyn Rule, info: &str) -> Vec<String> {
    let page = lines(rule).collect::<Vec<_>>().join("\n");
    let fence = format!("```{info}\n");
    page.split(&fence).skip(1).map(|rest| rest.split("```").next().unwrap_or(rest).to_owned()).collect()
}

/// How often the rule `name` reports over `texts`, read as the files of one run.
fn reported(texts: &[String], name: &str) -> usize {
    let config = Config { today: "2026-01-31".parse().ok(), ..Config::default() };
    let documents = |(index, text): (usize, &String)| match parts(Source::new(
        SourceId::of_file(index),
        "example",
        text.as_str(),
    )) {
        Parts::One(source) => vec![source],
        Parts::Several { documents, .. } => documents,
    };
    let sources: Vec<Source> = texts.iter().enumerate().flat_map(documents).collect();
    let readings: Vec<_> = sources.iter().map(|source| read(source, None)).collect();
    let documents =
        readings.iter().map(|reading| reading.document.as_ref().expect("an example is a document"));
    let extracts: Vec<Extract> = documents.map(Extract::from).collect();
    let single = readings.iter().flat_map(|reading| check(reading, &config));
    let found = single.chain(check_together(&extracts, &config));
    found.filter(|diagnostic| diagnostic.rule == name).count()
}

/// How often the rule `name` reports over documents in Markdown that cite a standard.
fn traced(texts: &[String], name: &str) -> usize {
    cited::traced(texts, Options::default()).iter().filter(|diagnostic| diagnostic.rule == name).count()
}

#[test]
fn the_names_are_in_order() {
    assert!(ALL.iter().map(|rule| rule.meta().name).is_sorted_by(|one, other| one < other));
}

/// Whether the rules of a group look at documents; others have pages only.
fn has_logic(group: Group) -> bool {
    ![Group::Input, Group::Settings].contains(&group)
}

#[test]
fn every_rule_has_its_file() {
    let stem = |path: PathBuf| path.file_stem().map(|stem| stem.to_string_lossy().replace('_', "-"));
    let entries = fs::read_dir(root().join("src/rules")).expect("a folder");
    let mut files: Vec<String> = entries
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .filter_map(stem)
        .filter(|stem| !["mod", "input", "settings"].contains(&stem.as_str()))
        .collect();
    files.sort();
    let own = ALL.iter().map(|rule| rule.meta()).filter(|meta| has_logic(meta.group));
    assert_eq!(own.map(|meta| meta.name.to_owned()).collect::<Vec<_>>(), files);
}

#[test]
fn every_page_has_its_headings_in_order() {
    for rule in ALL {
        let name = rule.meta().name;
        let headings: Vec<&str> = lines(*rule).filter(|line| line.starts_with("# ")).collect();
        assert_eq!(headings, HEADINGS, "{name}");
        let written: Vec<&str> = lines(*rule).filter(|line| !line.is_empty()).chain(["# end"]).collect();
        let bare = written.windows(2).find(|pair| pair.iter().all(|line| line.starts_with("# ")));
        assert_eq!(bare, None, "{name} has nothing under a heading");
        let summary = rule.meta().summary();
        assert!(summary.starts_with("Reports") || summary.starts_with("Says"), "{name}: {summary}");
    }
}

#[test]
fn every_example_shows_what_the_page_says() {
    for rule in ALL.iter().filter(|rule| has_logic(rule.meta().group)) {
        let name = rule.meta().name;
        let language = if rule.meta().scope == Scope::Trace { "markdown" } else { "json" };
        let of = |result| blocks(*rule, &format!("{language},{result}"));
        let (fails, passes) = (of("fails"), of("passes"));
        let reported = if rule.meta().scope == Scope::Trace { traced } else { reported };
        assert!(!fails.is_empty() && !passes.is_empty(), "{name} has no examples");
        assert_ne!(reported(&fails, name), 0, "{name} does not report its example");
        assert_eq!(reported(&passes, name), 0, "{name} reports what its page advises");
    }
}

/// The page is the list of names too. The names are an API that configurations, baselines and links use, so writing the
/// page again adds names but never drops any. To drop a name, take its section out by hand.
#[test]
fn the_documentation_is_up_to_date() {
    let path = root().join("docs/rules.md");
    let (written, now) = (normalised(&path), documentation());
    let gone: Vec<&str> = gone(&written);
    assert!(gone.is_empty(), "docs/rules.md has names that no rule has any more: {gone:?}");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, &now).expect("docs/rules.md can be written");
    }
    let update = "run `UPDATE_DOCS=1 cargo test --test rules`";
    assert!(normalised(&path) == now, "docs/rules.md is out of date: {update}");
}

#[test]
fn a_name_that_goes_is_seen() {
    let page = format!("{}\n## no-such-rule\n\nGroup codes, error.\n", documentation());
    assert_eq!(gone(&page), ["no-such-rule"]);
}

/// The names that have a section in `page` but no rule.
fn gone(page: &str) -> Vec<&str> {
    let headings = page.lines().filter_map(|line| line.strip_prefix("## "));
    let names = headings.filter(|heading| !heading.starts_with("Group "));
    names.filter(|name| ALL.iter().all(|rule| rule.meta().name != *name)).collect()
}

/// A file with the line endings that are used here.
fn normalised(path: &Path) -> String {
    fs::read_to_string(path).expect("docs/rules.md is there").replace("\r\n", "\n")
}

/// `docs/rules.md`: an index by group, then the page of each rule.
fn documentation() -> String {
    let mut out = String::from(
        "# The rules\n\n\
         The rules that `ksb check` and `ksb trace` use. `ksb rules` lists them, and `ksb explain NAME` \
         shows the page of one rule.\n\n\
         - **error**: a reviewer would return the standard, or a program that reads it would fail.\n\
         - **warning**: the standard differs from guidance.\n\
         - **advice**: worth a look.\n",
    );
    for group in Group::ALL {
        let rules = ALL.iter().map(|rule| rule.meta()).filter(|meta| meta.group == group);
        let title = group.name();
        let _ = write!(out, "\n## Group `{title}`\n\n| rule | severity | what it does |\n|---|---|---|\n");
        for meta in rules {
            let what = first_sentence(meta.summary());
            let _ = writeln!(out, "| [`{0}`](#{0}) | {1} | {what} |", meta.name, meta.severity);
        }
    }
    for rule in ALL {
        let meta = rule.meta();
        let scope = if meta.scope == Scope::Catalogue { ", across documents" } else { "" };
        let codes = meta.aliases.join(", ");
        let codes = if codes.is_empty() { codes } else { format!(" In the government's import: {codes}.") };
        let group = meta.group.name();
        let _ = write!(out, "\n## {}\n\nGroup `{group}`, {}{scope}.{codes}\n\n", meta.name, meta.severity);
        for line in meta.page().lines().map(|line| line.strip_prefix(' ').unwrap_or(line)) {
            let level = if line.starts_with("# ") { "##" } else { "" };
            let _ = writeln!(out, "{level}{}", line.replace(",fails", "").replace(",passes", ""));
        }
    }
    out
}

/// The first sentence of a paragraph, on one line.
fn first_sentence(paragraph: &str) -> String {
    let line = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
    line.split_inclusive(". ").next().unwrap_or(&line).trim().to_owned()
}
