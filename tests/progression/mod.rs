//! Scores what is found in common between made-up standards, compared with pairs that a person chose.
#![allow(dead_code, reason = "each user takes a part")]
#![allow(clippy::disallowed_methods, reason = "these tests read documents from a folder")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use ksb::progression::{OccupationRecord, Progression, current};
use ksb::project::occupation_record;
use ksb::read::read;
use ksb::source::{Source, SourceId};

/// What is kept from a document.
pub(crate) fn record(path: &Path) -> OccupationRecord {
    let text = std::fs::read_to_string(path).expect("a document is readable");
    let source = Source::new(SourceId(0), path.to_string_lossy(), text);
    let reading = read(&source, None);
    occupation_record(reading.document.as_ref().expect("it is a document"), &source)
        .expect("it is a standard")
}

/// What is kept from the made-up standards.
pub(crate) fn made_up() -> Vec<OccupationRecord> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/progression");
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("a readable folder").path());
    let mut paths: Vec<_> = paths.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    paths.sort();
    paths.iter().map(|path| record(path)).collect()
}

/// The pairs that a person chose: for every two standards, in both directions, the codes in each that ask for the same
/// thing.
pub(crate) fn truth() -> BTreeMap<(String, String), BTreeSet<(String, String)>> {
    let mut all: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for line in include_str!("pairs.tsv").lines().filter(|line| !line.starts_with('#')).skip(1) {
        let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
        let [one, other, code, other_code] = cells.try_into().expect("four cells");
        all.entry((one.clone(), other.clone())).or_default().insert((code.clone(), other_code.clone()));
        all.entry((other, one)).or_default().insert((other_code, code));
    }
    all
}

/// How many statements are paired with the right one, paired with a wrong one or where there should be no pair, and not
/// paired where they should be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Score {
    pub(crate) right: usize,
    pub(crate) wrong: usize,
    pub(crate) missed: usize,
}

impl Score {
    /// How much of what is found is right, in thousandths.
    pub(crate) fn precision(self) -> usize {
        1000 * self.right / (self.right + self.wrong).max(1)
    }

    /// How much of what should be found is found, in thousandths.
    pub(crate) fn recall(self) -> usize {
        1000 * self.right / (self.right + self.missed).max(1)
    }
}

/// How much of the truth is found, with a line for each mistake.
pub(crate) fn scored() -> (Score, Vec<String>) {
    let progression = Progression::new(current(made_up()));
    let (mut score, mut mistakes) = (Score::default(), Vec::new());
    for ((from, to), pairs) in truth() {
        let number = |reference: &str| progression.find(reference).expect("a standard of the truth");
        for asked in &progression.step(number(&from), number(&to)).statements {
            let code = &asked.statement.code;
            let wanted: BTreeSet<&str> =
                pairs.iter().filter(|(_, to)| to == code).map(|(from, _)| from.as_str()).collect();
            let found = asked.covered_by.map(|(own, alike)| (own.code.as_str(), alike));
            let is_right = found.is_some_and(|(own, _)| wanted.contains(own));
            score.right += usize::from(is_right);
            score.wrong += usize::from(found.is_some() && !is_right);
            score.missed += usize::from(!is_right && !wanted.is_empty());
            if !is_right && (found.is_some() || !wanted.is_empty()) {
                mistakes.push(format!("{from} → {to} {code}: {found:?}, by reading {wanted:?}"));
            }
        }
    }
    (score, mistakes)
}
