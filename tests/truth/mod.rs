//! Scores a pairing of the seeds 004 and 003 against the truth that was made by reading.
#![allow(dead_code, reason = "each test file uses a part")]
#![allow(clippy::disallowed_methods, reason = "these tests read documents from a folder")]

#[path = "../common/skipped.rs"]
mod skipped;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};

use ksb::diff::{Choices, Comparison, compare};
use ksb::source::{Source, SourceId};
use skipped::{Want, skip};

/// The folder with the seeds and the truth: `KSB_SHARED`, or `../shared`. Without it the test that asks
/// says that it is skipped, unless `KSB_REQUIRE_SHARED` is set.
pub(crate) fn shared() -> Option<PathBuf> {
    let named = std::env::var_os("KSB_SHARED").map(PathBuf::from);
    let folder = named.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"));
    if folder.join("truth").is_dir() {
        return Some(folder);
    }
    skip(Want::Documents, &format!("{} is not there", folder.display()));
    None
}

/// The seed whose file name starts with `number`.
pub(crate) fn seed(shared: &Path, number: &str) -> Source {
    let mut files: Vec<PathBuf> = std::fs::read_dir(shared.join("seeds"))
        .expect("the seeds")
        .map(|entry| entry.expect("a seed").path())
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(number)))
        .collect();
    files.sort();
    let path = files.first().expect("a seed of this number");
    Source::new(SourceId(0), path.to_string_lossy(), std::fs::read_to_string(path).expect("UTF-8"))
}

/// A line of the truth.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) old: String,
    pub(crate) new: String,
    pub(crate) kind: String,
    pub(crate) high: bool,
    pub(crate) also: Vec<String>,
}

/// The lines of the truth.
pub(crate) fn truth(shared: &Path) -> Vec<Line> {
    let text = std::fs::read_to_string(shared.join("truth/pairing-004-to-003.tsv")).expect("the truth");
    let line = |line: &str| {
        let mut cells = line.split('\t').map(str::to_owned);
        let mut next = || cells.next().unwrap_or_default();
        let (old, new, kind, confidence, also) = (next(), next(), next(), next(), next());
        let also = also.split(',').filter(|code| *code != "-").map(str::to_owned).collect();
        Line { old, new, kind, high: confidence == "high", also }
    };
    text.lines().skip(1).map(line).collect()
}

/// The new codes of each old code, and the other way round for nothing.
pub(crate) type Codes = BTreeMap<String, BTreeSet<String>>;

/// Which code became which.
pub(crate) fn codes(comparison: &Comparison<'_>) -> Codes {
    let mut codes = Codes::new();
    for pair in &comparison.pairs {
        for old in pair.old.iter().filter_map(|&old| comparison.old.items[old].code) {
            let new = pair.new.iter().filter_map(|&new| comparison.new.items[new].code);
            codes.entry(old.to_string()).or_default().extend(new.map(|code| code.to_string()));
        }
    }
    codes
}

/// Pairs seed 004 with seed 003.
pub(crate) fn paired(shared: &Path) -> Codes {
    let (old, new) = (seed(shared, "004"), seed(shared, "003"));
    let (old, new) = (ksb::read::read(&old, None), ksb::read::read(&new, None));
    let (old, new) = (old.document.expect("a standard"), new.document.expect("a standard"));
    codes(&compare(&old, &new, &Choices::default()).expect("a comparison"))
}

/// How good a pairing is.
#[derive(Clone, Debug, Default)]
pub(crate) struct Figures {
    pub(crate) right: usize,
    pub(crate) wrong: usize,
    pub(crate) missed: usize,
    /// What is wrong, one line each.
    pub(crate) remarks: Vec<String>,
}

impl Figures {
    pub(crate) fn precision(&self) -> f64 {
        ratio(self.right, self.right + self.wrong)
    }

    pub(crate) fn recall(&self) -> f64 {
        ratio(self.right, self.right + self.missed)
    }

    pub(crate) fn f1(&self) -> f64 {
        ratio(2 * self.right, 2 * self.right + self.wrong + self.missed)
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).expect("a small count"));
    if whole == 0 { 1.0 } else { number(part) / number(whole) }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (p, r, f1) = (self.precision(), self.recall(), self.f1());
        write!(
            f,
            "P {p:.3}  R {r:.3}  F1 {f1:.3}  ({} right, {} wrong, {} missed)",
            self.right, self.wrong, self.missed
        )
    }
}

/// Scores the old codes that start with one of `letters`: the rows of high confidence strictly, the
/// others, if `all`, with what is acceptable besides.
pub(crate) fn score(truth: &[Line], codes: &Codes, letters: &str, all: bool) -> Figures {
    let mut figures = Figures::default();
    let rows = truth.iter().filter(|line| line.kind != "split-part" && line.old != "-");
    for line in rows.filter(|line| line.old.starts_with(|c| letters.contains(c)) && (line.high || all)) {
        let parts = truth.iter().filter(|other| other.old == line.old && other.kind == "split-part");
        let parts: BTreeSet<&str> = parts.map(|other| other.new.as_str()).collect();
        one(line, &parts, codes.get(&line.old), &mut figures);
    }
    figures
}

/// Scores one row. A part that went elsewhere is welcome, never required.
fn one(line: &Line, parts: &BTreeSet<&str>, found: Option<&BTreeSet<String>>, figures: &mut Figures) {
    let fits = |code: &&String| **code == line.new || (!line.high && line.also.contains(*code));
    let found: Vec<&String> = found.into_iter().flatten().collect();
    let right = found.iter().filter(|code| fits(code)).count().min(1);
    let strange: Vec<&&String> =
        found.iter().filter(|code| !fits(code) && !parts.contains(code.as_str())).collect();
    let may_be_left = line.new == "-" || (!line.high && line.also.iter().any(|code| code == "removed"));
    let missed = right == 0 && !(may_be_left && strange.is_empty() || line.new == "-");
    figures.right += right;
    figures.wrong += strange.len();
    figures.missed += usize::from(missed);
    if missed || !strange.is_empty() {
        figures.remarks.push(format!("{} → {:?}, should be {} ({:?})", line.old, found, line.new, line.also));
    }
}
