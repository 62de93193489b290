//! Scores pairings of seeds against those that a person made.
#![allow(dead_code, reason = "each test file uses a part")]
#![allow(clippy::disallowed_methods, reason = "these tests read documents from a folder")]

#[path = "../common/skipped.rs"]
mod skipped;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};

use ksb::diff::{Band, Choices, Comparison, compare};
use ksb::source::{Source, SourceId};
use skipped::{Want, skip};

/// The folder with the seeds and the truth: `KSB_SHARED`, or `../shared`. Without it, the test that asks says that it
/// is skipped, unless `KSB_REQUIRE_SHARED` is set.
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

/// The lines of a truth: old and new code, kind, confidence, and what else is acceptable.
fn lines(text: &str) -> Vec<Line> {
    let line = |line: &str| {
        let mut cells = line.split('\t').map(str::to_owned);
        let mut next = || cells.next().unwrap_or_default();
        let (old, new, kind, confidence, also) = (next(), next(), next(), next(), next());
        let also = also.split(',').filter(|code| *code != "-").map(str::to_owned).collect();
        Line { old, new, kind, high: confidence == "high", also }
    };
    text.lines().filter(|line| !line.starts_with('#')).skip(1).map(line).collect()
}

/// Two versions that were paired by a person.
pub(crate) struct Versions {
    pub(crate) name: &'static str,
    pub(crate) old: &'static str,
    pub(crate) new: &'static str,
    pub(crate) lines: Vec<Line>,
}

/// What a person paired in the seeds: the statements of one pair of versions, the duties of two.
pub(crate) fn truths(shared: &Path) -> Vec<Versions> {
    let statements = std::fs::read_to_string(shared.join("truth/pairing-004-to-003.tsv")).expect("the truth");
    let statements = lines(&statements).into_iter().filter(|line| !line.is_of_duty()).collect();
    vec![
        Versions { name: "statements 004 → 003", old: "004", new: "003", lines: statements },
        Versions {
            name: "duties 004 → 003",
            old: "004",
            new: "003",
            lines: lines(include_str!("duties-004-to-003.tsv")),
        },
        Versions {
            name: "duties 003 → 001",
            old: "003",
            new: "001",
            lines: lines(include_str!("duties-003-to-001.tsv")),
        },
    ]
}

impl Line {
    /// A line that is known from how the versions were made.
    pub(crate) fn made_up(number: usize, old: &str, new: Option<&str>) -> Self {
        let named = |code: &str| format!("{code} of {number}");
        let new = new.map_or_else(|| "-".to_owned(), named);
        Self { old: named(old), new, kind: String::new(), high: true, also: Vec::new() }
    }

    fn is_of_duty(&self) -> bool {
        is_duty(&self.old) || is_duty(&self.new)
    }
}

fn is_duty(name: &str) -> bool {
    name.starts_with(['D', 'd'])
}

/// The new names of each old item: codes, or `duty 3` where there are none.
pub(crate) type Codes = BTreeMap<String, BTreeSet<String>>;

/// Which item became which, and how far each pair can be trusted.
#[derive(Default)]
pub(crate) struct Found {
    pub(crate) codes: Codes,
    pub(crate) pairs: Vec<(String, String, Band)>,
}

impl Found {
    /// Adds what was found of the made-up versions with this number.
    pub(crate) fn add(&mut self, other: &Self, number: usize) {
        let named = |code: &str| format!("{code} of {number}");
        let news = |codes: &BTreeSet<String>| codes.iter().map(|code| named(code)).collect();
        self.codes.extend(other.codes.iter().map(|(old, new)| (named(old), news(new))));
        let pairs = other.pairs.iter().map(|(old, new, band)| (named(old), named(new), *band));
        self.pairs.extend(pairs);
    }
}

/// The parts of a comparison that a truth is about.
pub(crate) fn found(comparison: &Comparison<'_>) -> Found {
    let mut found = Found { codes: Codes::new(), pairs: Vec::new() };
    for pair in &comparison.pairs {
        for old in pair.old.iter().map(|&old| comparison.old.items[old].subject()) {
            for new in pair.new.iter().map(|&new| comparison.new.items[new].subject()) {
                found.codes.entry(old.clone()).or_default().insert(new.clone());
                found.pairs.push((old.clone(), new, pair.band));
            }
        }
    }
    found
}

/// Pairs two seeds.
pub(crate) fn paired(shared: &Path, old: &str, new: &str) -> Found {
    let (old, new) = (seed(shared, old), seed(shared, new));
    let (old, new) = (ksb::read::read(&old, None), ksb::read::read(&new, None));
    let (old, new) = (old.document.expect("a standard"), new.document.expect("a standard"));
    found(&compare(&old, &new, &Choices::default()).expect("a comparison"))
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

/// Scores the old items that `is_wanted` names: the rows with high confidence strictly and, if `all`, the others with
/// what else is acceptable.
pub(crate) fn score(truth: &[Line], codes: &Codes, is_wanted: impl Fn(&str) -> bool, all: bool) -> Figures {
    let mut figures = Figures::default();
    let rows = truth.iter().filter(|line| line.kind != "split-part" && line.old != "-");
    for line in rows.filter(|line| is_wanted(&line.old) && (line.high || all)) {
        one(line, &parts(truth, &line.old), codes.get(&line.old), &mut figures);
    }
    figures
}

/// What a part of an old item may have gone into.
fn parts<'t>(truth: &'t [Line], old: &str) -> BTreeSet<&'t str> {
    let parts = truth.iter().filter(|other| other.old == old && other.kind == "split-part");
    parts.map(|other| other.new.as_str()).collect()
}

/// How many pairs of a band are right or acceptable, and how many there are.
pub(crate) fn in_band(truth: &[Line], found: &Found, band: Band) -> (usize, usize) {
    let known = truth.iter().filter(|line| line.kind != "split-part" && line.old != "-");
    let known: BTreeMap<&str, &Line> = known.map(|line| (line.old.as_str(), line)).collect();
    let is_right = |old: &str, new: &str| {
        known.get(old).map(|line| {
            line.new == new
                || (!line.high && line.also.iter().any(|code| code == new))
                || parts(truth, old).contains(new)
        })
    };
    let of_band = found.pairs.iter().filter(|(_, _, own)| *own == band);
    let judged: Vec<bool> = of_band.filter_map(|(old, new, _)| is_right(old, new)).collect();
    (judged.iter().filter(|right| **right).count(), judged.len())
}

/// Scores one row. A part that went elsewhere is welcome but never required.
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
