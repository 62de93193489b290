//! What the rules say about the real documents, compared with what a person marked as right or wrong.
#![allow(dead_code, reason = "the test and the example use a part each")]

#[path = "../common/mod.rs"]
mod common;

use std::collections::BTreeMap;
use std::fmt;

use ksb::check::check;
use ksb::config::Config;
use ksb::diagnostic::{Diagnostic, Severity};
use ksb::read::{Parts, parts, read};
use ksb::rules::ALL;
use ksb::source::{ColumnUnit, Source, SourceId};

/// The documents: the name that the marking calls each by, and its file.
const DOCUMENTS: [(&str, &str); 6] = [
    ("000", "seeds/000_2e3148cc4658204c.txt"),
    ("001", "seeds/001_05d0345a68011117.txt"),
    ("002", "seeds/002_8b1d144d8e116444.txt"),
    ("003", "seeds/003_e2b5f374b6061d05.txt"),
    ("004", "seeds/004_e7c16463735ceb17.txt"),
    ("page", "formats/occupation-page-occ0499-v1-2.html"),
];

/// The made-up cases whose findings are marked, by name below the folder of cases: all that are read. To add one, mark
/// what `cargo run --example score-rules -- NAME` prints, and put its name here.
const CASES: [&str; 31] = [
    "drafts/bulleted-statements.txt",
    "drafts/dashed-statements.txt",
    "drafts/dotted-codes.txt",
    "drafts/duty-table.txt",
    "drafts/ksb-list-only.txt",
    "drafts/one-paragraph.txt",
    "drafts/pasted-table.txt",
    "drafts/placeholder.txt",
    "drafts/run-together.txt",
    "drafts/singular-headings.txt",
    "drafts/split-kinds-prefix.txt",
    "drafts/word-bullets.txt",
    "drafts/word-table-cells.txt",
    "drafts/word-table-spaces.txt",
    "drafts/zero-padded.txt",
    "pages/map-route-page.txt",
    "pages/page-date-words.txt",
    "pages/page-options-whole.txt",
    "pages/page-retired-new-template.txt",
    "pages/retired-old-template-table.txt",
    "pages/status-page.txt",
    "pages/third-party-copy.txt",
    "pages/unit-page.txt",
    "records/api-base.json",
    "records/api-empty-overview.json",
    "records/api-escaped-summary.json",
    "records/api-list-wrapper.json",
    "records/api-option-titles-same.json",
    "records/api-option-without-duty.json",
    "records/api-subset-record.json",
    "records/maps-api-not-expanded.json",
];

/// A finding: document, rule, subject, line. A subject that is a name from the document is `-`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    pub(crate) document: String,
    pub(crate) line: usize,
    pub(crate) rule: String,
    pub(crate) subject: String,
}

impl Finding {
    /// Whether it is in a made-up case, not in a real document.
    pub(crate) fn is_of_case(&self) -> bool {
        self.document.contains('/')
    }

    /// Its row in the marking, to be filled in.
    pub(crate) fn row(&self) -> String {
        let Self { document, line, rule, subject } = self;
        format!("{document}\t{rule}\t{subject}\t{line}\t?\t?")
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{} {} {}", self.document, self.line, self.rule, self.subject)
    }
}

/// All findings of all rules in the documents, sorted, or `None` if the documents are not available.
pub(crate) fn findings() -> Option<Vec<Finding>> {
    let mut all = Vec::new();
    for (document, path) in DOCUMENTS {
        all.extend(findings_in(document, path)?);
    }
    for case in CASES {
        all.extend(findings_in_case(case)?);
    }
    all.sort();
    Some(all)
}

/// All findings in a made-up case.
pub(crate) fn findings_in_case(name: &str) -> Option<Vec<Finding>> {
    findings_in(name, &format!("cases/{name}"))
}

/// All findings in the document, or the documents, that a file holds.
fn findings_in(document: &str, path: &str) -> Option<Vec<Finding>> {
    let text = String::from_utf8(common::shared(path)?).expect("UTF-8");
    let (documents, around) = match parts(Source::new(SourceId(0), path, text)) {
        Parts::One(source) => (vec![source], Vec::new()),
        Parts::Several { documents, around, .. } => (documents, around),
    };
    assert!(around.is_empty(), "{path}: what stands around its documents is not marked: {around:#?}");
    let found = documents.iter().flat_map(|source| {
        let found = check(&read(source, None), &Config::default());
        found.into_iter().map(|one| finding_in(document, source, one))
    });
    Some(found.collect())
}

fn finding_in(document: &str, source: &Source, found: Diagnostic) -> Finding {
    let start = found.primary().span.range().start;
    let line = source.position(start, ColumnUnit::CodePoints).line;
    let subject = if found.subject.contains(' ') { "-".to_owned() } else { found.subject };
    Finding { document: document.to_owned(), line, rule: found.rule.to_owned(), subject }
}

/// A finding and its assessment.
pub(crate) struct Mark {
    pub(crate) finding: Finding,
    pub(crate) right: bool,
    pub(crate) why: &'static str,
}

/// The lines of a table below its heading, split at tabs.
fn lines<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        cells.try_into().unwrap_or_else(|_| panic!("not {N} cells: {line}"))
    })
}

fn finding([document, rule, subject, line]: [&str; 4]) -> Finding {
    let line = line.parse().expect("a line number");
    Finding { document: document.to_owned(), line, rule: rule.to_owned(), subject: subject.to_owned() }
}

/// The marking, in order.
pub(crate) fn marking() -> Vec<Mark> {
    lines(include_str!("marking.tsv"))
        .map(|[document, rule, subject, line, mark, why]: [&str; 6]| {
            assert!(matches!(mark, "right" | "wrong"), "neither right nor wrong: {mark}");
            Mark { finding: finding([document, rule, subject, line]), right: mark == "right", why }
        })
        .collect()
}

/// A fault in a document that a person found, and the finding that reports it, if one does.
pub(crate) struct Fault {
    pub(crate) document: &'static str,
    pub(crate) line: &'static str,
    pub(crate) what: &'static str,
    pub(crate) reported: Option<Finding>,
}

/// The known faults, in order.
pub(crate) fn faults() -> Vec<Fault> {
    lines(include_str!("faults.tsv"))
        .map(|[document, line, what, rule, subject]: [&str; 5]| {
            let reported = (rule != "-").then(|| finding([document, rule, subject, line]));
            Fault { document, line, what, reported }
        })
        .collect()
}

/// How many findings were marked as right and as wrong.
#[derive(Clone, Copy, Default)]
pub(crate) struct Score {
    pub(crate) right: usize,
    pub(crate) wrong: usize,
}

impl Score {
    fn add(&mut self, right: bool) {
        *(if right { &mut self.right } else { &mut self.wrong }) += 1;
    }
}

impl fmt::Display for Score {
    /// `14 of 15 (93%)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.right + self.wrong;
        let share = (self.right * 100).checked_div(all).unwrap_or(100);
        f.pad(&format!("{} of {all} ({share}%)", self.right))
    }
}

/// The severity of a rule.
fn severity(name: &str) -> Severity {
    let rule = ALL.iter().map(|rule| rule.meta()).find(|meta| meta.name == name);
    rule.unwrap_or_else(|| panic!("no rule {name}")).severity
}

/// The score of each rule that reports, by name.
pub(crate) fn by_rule<'m>(
    marking: impl IntoIterator<Item = &'m Mark>,
) -> BTreeMap<(Severity, &'m str), Score> {
    let mut scores: BTreeMap<(Severity, &str), Score> = BTreeMap::new();
    for mark in marking {
        let rule = mark.finding.rule.as_str();
        scores.entry((severity(rule), rule)).or_default().add(mark.right);
    }
    scores
}

/// The score of all rules of a severity.
pub(crate) fn of_severity<'m>(marking: impl IntoIterator<Item = &'m Mark>, wanted: Severity) -> Score {
    let mut score = Score::default();
    let marks = marking.into_iter().filter(|mark| severity(&mark.finding.rule) == wanted);
    marks.for_each(|mark| score.add(mark.right));
    score
}
