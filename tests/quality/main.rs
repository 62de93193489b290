//! How good the rules are: every finding in the real documents has been marked as right or wrong by a person, and the
//! known faults in these documents are reported. `docs/quality.md` has the figures.
#![allow(clippy::disallowed_methods, reason = "the test writes the page of figures")]

mod marking;

use std::fmt::Write as _;
use std::path::Path;

use ksb::diagnostic::Severity;
use marking::{Finding, Mark, by_rule, faults, findings, marking, of_severity};

/// What is found but is not among `known`, counted as often as it occurs.
fn without(found: &[Finding], known: &[Finding]) -> Vec<String> {
    let mut rest = known.to_vec();
    let is_new = |one: &&Finding| match rest.iter().position(|other| other == *one) {
        Some(index) => {
            rest.swap_remove(index);
            false
        }
        None => true,
    };
    found.iter().filter(is_new).map(Finding::to_string).collect()
}

#[test]
fn the_findings_are_those_that_are_marked() {
    let Some(found) = findings() else { return };
    let marked: Vec<Finding> = marking().into_iter().map(|mark| mark.finding).collect();
    let (new, gone) = (without(&found, &marked), without(&marked, &found));
    assert!(new.is_empty() && gone.is_empty(), "not marked yet: {new:#?}\nnot found any more: {gone:#?}");
}

#[test]
fn no_error_is_wrong_and_hardly_a_warning() {
    let marking = marking();
    let (errors, warnings) =
        (of_severity(&marking, Severity::Error), of_severity(&marking, Severity::Warning));
    assert!(errors.right > 0 && errors.wrong == 0, "errors: {errors}");
    assert!(warnings.right > 0 && warnings.wrong * 20 <= warnings.right + warnings.wrong, "{warnings}");
}

#[test]
fn every_mark_has_its_reason() {
    assert!(marking().iter().all(|mark| mark.why.len() > 10));
}

#[test]
fn nine_in_ten_known_faults_are_reported() {
    let faults = faults();
    let reported: Vec<&Finding> = faults.iter().filter_map(|fault| fault.reported.as_ref()).collect();
    assert!(reported.len() * 10 >= faults.len() * 9, "{} of {}", reported.len(), faults.len());
    let marked: Vec<Finding> = marking().into_iter().map(|mark| mark.finding).collect();
    for one in reported {
        assert!(marked.contains(one), "{one} is said to report a fault, but is not found");
    }
}

#[test]
fn the_figures_are_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/quality.md");
    let now = page();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, &now).expect("docs/quality.md can be written");
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    assert!(written == now, "docs/quality.md is out of date: run `UPDATE_DOCS=1 cargo test --test quality`");
}

const INTRODUCTION: &str = "# How good the rules are

The rules were run on 6 real documents: an occupational map (000), fragments of an occupation page (001), a retired page
in the old template (002), a map page (003) and a standard page (004) as text, and an approved standard as a saved page
(page). Every finding was read in its document and marked as right or wrong in `tests/quality/marking.tsv`, with the
reason. A finding is right if a careful editor would say the same about the text. A test
fails when a finding is new or gone, so the marking is never older than
the rules. `cargo run --example score-rules` prints these figures from a run, and any findings that are not marked yet.

The figures have limits. A sample of 6 documents is small, 3 of them are from one field, and the rules were tuned on
them. The people who wrote the rules marked the findings. Since then, someone else has reviewed only the findings of
rules whose severity has changed. A rule that is not listed has found nothing in these documents. If a text lost lines
when it was copied from its page, its findings are judged against the text, not the page. The marking of
`summary-opening` is the most open to dispute: approved standards differ from the openings that it asks for.

There are also made-up cases: short pages, records and drafts of the kinds that were once misread, some of them without
a fault. Someone who had not written any of the rules marked their findings. They show what the rules report in such
documents. They do not show what share of the findings in real documents is right. Because they are short on purpose,
most of their advice is about the number of duties and statements.
";

/// `docs/quality.md`.
fn page() -> String {
    let marking = marking();
    let mut out = String::from(INTRODUCTION);
    let (cases, real): (Vec<&Mark>, Vec<&Mark>) = marking.iter().partition(|mark| mark.finding.is_of_case());
    out.push_str(
        "\n## Precision\n\n| severity | right in real documents | in made-up cases |\n|---|---|---|\n",
    );
    for severity in [Severity::Error, Severity::Warning, Severity::Advice] {
        let of = |marks: &[&Mark]| of_severity(marks.iter().copied(), severity);
        let _ = writeln!(out, "| {severity} | {} | {} |", of(&real), of(&cases));
    }
    for (title, marks) in [("Rules in real documents", real), ("Rules in made-up cases", cases)] {
        let _ = write!(out, "\n### {title}\n\n| rule | severity | right |\n|---|---|---|\n");
        for ((severity, rule), score) in by_rule(marks).iter().rev() {
            let _ = writeln!(out, "| [`{rule}`](rules.md#{rule}) | {severity} | {score} |");
        }
    }
    out.push_str(&wrong(&marking));
    out.push_str(&known_faults());
    out
}

/// The findings that were marked as wrong, each with the reason.
fn wrong(marking: &[Mark]) -> String {
    let mut out = String::from("\n## Wrong findings\n\n");
    let mut marks = marking.iter().filter(|mark| !mark.right).peekable();
    if marks.peek().is_none() {
        out.push_str("There are none.\n");
        return out;
    }
    out.push_str("| document | line | rule | why it is wrong |\n|---|---|---|---|\n");
    for Mark { finding: Finding { document, line, rule, .. }, why, .. } in marks {
        let _ = writeln!(out, "| {document} | {line} | [`{rule}`](rules.md#{rule}) | {why} |");
    }
    out
}

/// The faults that were known before there were rules, and what reports them.
fn known_faults() -> String {
    let mut out = String::new();
    let faults = faults();
    let reported = faults.iter().filter(|fault| fault.reported.is_some()).count();
    let _ = write!(
        out,
        "\n## Known faults\n\nThe real documents were read for faults before the rules were written. Of {} faults in the \
         documents (not in how they were copied), {reported} are reported on the right line.\n\n\
         | document | line | fault | reported by |\n|---|---|---|---|\n",
        faults.len()
    );
    for fault in &faults {
        let by = fault.reported.as_ref().map_or("nothing yet".to_owned(), |one| format!("`{}`", one.rule));
        let _ = writeln!(out, "| {} | {} | {} | {by} |", fault.document, fault.line, fault.what);
    }
    out
}
