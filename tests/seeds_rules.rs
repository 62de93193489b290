//! The rules on the real documents: what they say about single faults and across documents. All findings, with their
//! lines, are in `tests/quality/marking.tsv`.

mod common;

use ksb::check::{check, check_together};
use ksb::config::Config;
use ksb::diagnostic::Diagnostic;
use ksb::lint::Extract;
use ksb::read::read;
use ksb::source::{ColumnUnit, Source, SourceId};

const MAP: &str = "seeds/000_2e3148cc4658204c.txt";
const FRAGMENTS: &str = "seeds/001_05d0345a68011117.txt";
const MAP_PAGE: &str = "seeds/003_e2b5f374b6061d05.txt";
const STANDARD_PAGE: &str = "seeds/004_e7c16463735ceb17.txt";

fn shared(path: &str) -> Option<String> {
    common::shared(path).map(|bytes| String::from_utf8(bytes).expect("UTF-8"))
}

/// A finding as `rule subject line`; a subject that is a name from the document is left out.
fn line(source: &Source, found: &Diagnostic) -> String {
    let line = source.position(found.primary().span.range().start, ColumnUnit::CodePoints).line;
    let subject = if found.subject.contains(' ') { "-" } else { &found.subject };
    format!("{} {subject} {line}", found.rule)
}

fn findings(source: &Source) -> Vec<Diagnostic> {
    check(&read(source, None), &Config::default())
}

#[test]
fn unnumbered_duties_are_counted() {
    let Some(text) = shared(FRAGMENTS) else { return };
    let source = Source::new(SourceId(0), FRAGMENTS, text);
    let found = findings(&source);
    let unnumbered = found.iter().find(|one| one.rule == "unnumbered-duty").expect("a finding");
    assert!(unnumbered.message.starts_with("10 "), "{}", unnumbered.message);
}

#[test]
fn what_is_unmapped_is_given_to_the_duty_that_lacks_it() {
    let Some(text) = shared(STANDARD_PAGE) else { return };
    let source = Source::new(SourceId(0), STANDARD_PAGE, text);
    let found = findings(&source);
    let unmapped: Vec<&Diagnostic> = found.iter().filter(|one| one.rule == "unmapped-ksb").collect();
    assert_eq!(unmapped.len(), 2);
    for one in unmapped {
        let help = one.help.as_deref().expect("help");
        assert!(help.contains("to Duty 3, which is the only duty with no "), "{help}");
        let [_, duty] = one.labels.as_slice() else { panic!("two labels") };
        assert_eq!(source.position(duty.span.range().start, ColumnUnit::CodePoints).line, 60);
    }
}

/// What is found in the map and in standards together: the name of the file and the finding.
fn together(files: &[(&str, String)]) -> Vec<(String, Diagnostic)> {
    let sources: Vec<Source> =
        (0..).zip(files).map(|(id, (name, text))| Source::new(SourceId(id), *name, text.as_str())).collect();
    let readings: Vec<_> = sources.iter().map(|source| read(source, None)).collect();
    let extracts: Vec<Extract> =
        readings.iter().filter_map(|reading| reading.document.as_ref()).map(Extract::from).collect();
    let found = check_together(&extracts, &Config::default());
    let named = |one: Diagnostic| {
        let source = sources.iter().find(|source| source.id() == one.primary().source).expect("one of them");
        (format!("{} {}", source.name(), line(source, &one)), one)
    };
    found.into_iter().map(named).collect()
}

#[test]
fn levels_are_held_against_the_map() {
    let files: Option<Vec<(&str, String)>> =
        [MAP, MAP_PAGE, STANDARD_PAGE].into_iter().map(|path| Some((path, shared(path)?))).collect();
    let Some(mut files) = files else { return };
    assert!(together(&files).is_empty());

    files[2] = ("changed", files[2].1.replacen("Level: 2", "Level: 5", 1));
    let found = together(&files);
    let lines: Vec<&str> = found.iter().map(|(line, _)| line.as_str()).collect();
    assert_eq!(lines, ["changed level-map-mismatch level 5"]);
    assert_eq!(found[0].1.labels[1].source, SourceId(0));
}
