//! The lowest acceptable scores for the pairing of seeds that were paired by a person, and the example that the page
//! about pairing works through.

mod truth;

use ksb::diff::{Band, Choices, Comparison, ItemRef, compare};
use ksb::read::read;
use ksb::source::{Source, SourceId};
use serde_json::{Value, json};
use truth::{Found, Versions, in_band, paired, score, shared, truths};

/// The pairs of versions that were paired by a person, and what is found for them, if the seeds are available.
fn found() -> Vec<(Versions, Found)> {
    let Some(shared) = shared() else { return Vec::new() };
    let paired = |versions: Versions| {
        let found = paired(&shared, versions.old, versions.new);
        (versions, found)
    };
    truths(&shared).into_iter().map(paired).collect()
}

#[test]
fn what_was_paired_by_reading_is_found() {
    for (versions, found) in found() {
        for all in [false, true] {
            let figures = score(&versions.lines, &found.codes, |_| true, all);
            assert!(figures.right + figures.missed >= 7, "{}: the truth has rows", versions.name);
            let is_reached = figures.precision() >= 0.97 && figures.f1() >= 0.97;
            assert!(is_reached, "{}: {figures} {:#?}", versions.name, figures.remarks);
        }
    }
}

#[test]
fn what_is_sure_or_likely_is_right() {
    for (versions, found) in found() {
        for band in [Band::Sure, Band::Likely] {
            let (right, all) = in_band(&versions.lines, &found, band);
            assert_eq!(right, all, "{}: {}", versions.name, band.name());
            assert!(all > 0, "{}: {}", versions.name, band.name());
        }
    }
}

#[test]
fn exact_texts_and_merges_are_never_missed() {
    let found = found();
    let Some((versions, Found { codes, .. })) = found.first() else { return };
    let same = versions.lines.iter().filter(|line| line.kind == "same" || line.kind == "moved");
    let mut count = 0;
    for line in same {
        assert!(codes[&line.old].contains(&line.new), "{} → {}", line.old, line.new);
        count += 1;
    }
    assert!(count >= 17, "only {count} texts are the same");
    for (old, new) in [("K34", "K43"), ("K35", "K43"), ("S15", "S19"), ("S16", "S19")] {
        assert!(codes[old].contains(new), "{old} is not merged into {new}");
    }
}

/// The page with the example.
const PAGE: &str = include_str!("../src/diff/pairing/README.md");

/// The statements of a block of the page, as a document.
fn document(block: &str) -> Source {
    let lines = PAGE.split(&format!("```{block}\n")).nth(1).and_then(|rest| rest.split("```").next());
    let lines: Vec<(&str, &str)> =
        lines.expect("a block").lines().map(|line| line.split_once(' ').expect("a code")).collect();
    let of = |letter: char| -> Vec<Value> {
        let own = lines.iter().filter(|(code, _)| code.starts_with(letter));
        own.map(|(code, text)| json!({ "code": code, "text": text })).collect()
    };
    let document = json!({
        "kind": "occupation", "reference": "ST9903", "knowledge": of('K'), "skills": of('S')
    });
    Source::new(SourceId(0), "made.standard.json", document.to_string())
}

/// What the table on the page says about a comparison.
fn rows(comparison: &Comparison<'_>) -> Vec<String> {
    let names = |items: &[usize], item: fn(usize) -> ItemRef| {
        let names = items.iter().map(|&index| comparison.item(item(index)).subject());
        names.collect::<Vec<_>>().join(", ")
    };
    let pairs = comparison.pairs.iter().map(|pair| {
        let (old, new) = (names(&pair.old, ItemRef::Old), names(&pair.new, ItemRef::New));
        let [way, trust, outcome] = [pair.paired_by.name(), pair.band.name(), pair.outcome.name()];
        format!("| {old} | {new} | {way} | {} | {trust} | {outcome} |", pair.score)
    });
    let alone = comparison.unpaired.iter().map(|one| match one.item {
        ItemRef::Old(item) => format!("| {} | – | | | | removed |", names(&[item], ItemRef::Old)),
        ItemRef::New(item) => format!("| – | {} | | | | added |", names(&[item], ItemRef::New)),
    });
    pairs.chain(alone).collect()
}

#[test]
fn the_page_about_pairing_tells_what_happens() {
    let (old, new) = (document("old"), document("new"));
    let (old, new) = (read(&old, None), read(&new, None));
    let (old, new) = (old.document.expect("a document"), new.document.expect("a document"));
    let comparison = compare(&old, &new, &Choices::default()).expect("a comparison");
    let example = PAGE.split("## The steps").next().expect("the example");
    let table: Vec<&str> = example.lines().filter(|line| line.starts_with("| ")).skip(1).collect();
    assert_eq!(table, rows(&comparison));
    let rejected = comparison.unpaired[0].rejected.expect("a candidate that was turned down");
    assert!(PAGE.contains(&format!("too little in common ({})", rejected.score)), "{}", rejected.score);
}
