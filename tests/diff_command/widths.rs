//! Width, colour and character set of the report for terminals.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{NEW, OLD, diff, ksb, report, run, samples};

/// The columns of a line, for texts without wide characters.
fn columns(line: &str) -> usize {
    line.chars().count()
}

/// The words of a text, without signs.
fn words(text: &str) -> BTreeSet<&str> {
    text.split(|character: char| !character.is_alphanumeric()).collect()
}

#[test]
fn lines_keep_to_the_width_and_nothing_is_cut_off() {
    let report = report(&samples(), &[OLD, NEW]);
    let changes = report["changes"].as_array().expect("a list");
    let shown = |change: &&Value| {
        let id = change["id"].as_str().expect("text");
        change["words"].as_array().is_some_and(|words| !words.is_empty())
            || ["knowledge-removed", "skill-added"].contains(&id)
    };
    let texts =
        changes.iter().filter(shown).flat_map(|change| [&change["old"]["text"], &change["new"]["text"]]);
    let texts: Vec<&str> = texts.filter_map(Value::as_str).collect();
    assert_eq!(texts.len(), 14, "{texts:?}");
    for width in [60, 80, 109, 110, 160] {
        let out = diff(&samples(), &["--width", &width.to_string(), OLD, NEW]).out;
        for line in out.lines() {
            assert!(columns(line) <= width, "{width}: {line}");
        }
        assert_eq!(out.contains(" │ "), width >= 110, "{width}");
        let shown = words(&out);
        for text in &texts {
            let lost: Vec<&str> = words(text).into_iter().filter(|word| !shown.contains(word)).collect();
            assert!(lost.is_empty(), "{width}: {lost:?} of {text}");
        }
    }
}

#[test]
fn the_marks_are_there_with_and_without_colour() {
    let plain = diff(&samples(), &["--color", "never", "--width", "90", OLD, NEW]).out;
    let coloured = diff(&samples(), &["--color", "always", "--width", "90", OLD, NEW]).out;
    assert!(plain.contains("[-24-]{+12+}") && !plain.contains('\u{1b}'));
    assert!(coloured.contains("\u{1b}[31m[-24-]\u{1b}[0m\u{1b}[32m{+12+}\u{1b}[0m"));
    let mut rest = coloured.as_str();
    let mut bare = String::new();
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        bare.push_str(before);
        rest = after.split_once('m').expect("every sequence ends").1;
    }
    assert_eq!(bare + rest, plain);
}

#[test]
fn a_terminal_of_ascii_gets_ascii() {
    let mut command = ksb(&samples());
    let out = run(command.env("LC_ALL", "C").args(["diff", "--width", "120", OLD, NEW])).out;
    let other: String = out.chars().filter(|character| !character.is_ascii()).collect();
    assert!(other.chars().all(|character| "’‘£".contains(character)), "{other}");
    assert!(out.contains("S10 -> S11 ! number changed: 24 -> 12"), "{out}");
    assert!(out.lines().all(|line| columns(line) <= 120));
}
