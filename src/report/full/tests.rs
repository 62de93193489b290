use super::*;
use crate::diagnostic::Label;
use crate::source::{Source, Span};

const PLAIN: Style = Style { width: 80, colour: false, unicode: false, limit: 25 };

fn label(source: u64, text: &str, needle: &str, message: &str) -> Label {
    let start = text.find(needle).expect("the needle is there");
    Label::new(SourceId(source), Span::new(start, start + needle.len()), message)
}

fn shown(text: &str, labels: Vec<Label>, style: &Style) -> String {
    let mut labels = labels.into_iter();
    let mut found =
        Diagnostic::new("some-rule", Severity::Error, "K7", "K7 is wrong", labels.next().expect("one"));
    found.labels.extend(labels);
    let sources = Sources::from(Source::new(SourceId(0), "a.json", text));
    render(&Report::new(&[found], &sources, 1, 1), style)
}

#[test]
fn a_finding_is_shown_with_its_place() {
    let text = "first\r\n\"‘🦀’ K7\"\r\nlast\r\nnever shown";
    let out = shown(text, vec![label(0, text, "K7", "why here")], &PLAIN);
    let expected = "\
error[some-rule] (ksb explain some-rule)

  x K7 is wrong
   ,-[a.json:2:6]
 1 | first
 2 | \"‘🦀’ K7\"
   :       ^|
   :        `-- why here
 3 | last
   `----

1 error in 1 document
";
    assert_eq!(out, expected);
}

#[test]
fn labels_far_apart_are_separate_blocks() {
    let text = "one K7\n2\n3\n4\n5\n6\nseven K8\n8";
    let out = shown(text, vec![label(0, text, "K8", "here"), label(0, text, "K7", "there")], &PLAIN);
    assert!(out.contains(",-[a.json:1:5]\n 1 | one K7\n"), "{out}");
    assert!(out.contains(",-[a.json:7:7]\n 6 | 6\n 7 | seven K8\n"), "{out}");
    assert!(!out.contains(" 4 | "), "{out}");
}

#[test]
fn labels_in_another_file_are_shown_in_that_file() {
    let (one, two) = ("K7 in one", "first\nK7 in two");
    let found =
        Diagnostic::new("some-rule", Severity::Warning, "K7", "they differ", label(0, one, "K7", "this"))
            .label(label(1, two, "K7", "that"));
    let sources: Sources = [Source::new(SourceId(0), "a.json", one), Source::new(SourceId(1), "b.txt", two)]
        .into_iter()
        .collect();
    let found = [found];
    let report = Report::new(&found, &sources, 2, 2);
    let out = render(&report, &PLAIN);
    assert!(out.contains("  ! they differ\n   ,-[a.json:1:1]\n 1 | K7 in one\n"), "{out}");
    assert!(out.contains("   ,-[b.txt:2:1]\n 1 | first\n 2 | K7 in two\n"), "{out}");
    assert!(out.ends_with("1 warning in 1 of 2 documents\n"), "{out}");
}

#[test]
fn a_long_line_does_not_flood_the_screen() {
    let text = format!("{}K7{}", "word ".repeat(3_000), " word".repeat(3_000));
    let out = shown(&text, vec![label(0, &text, "K7", "why here")], &PLAIN);
    assert!(out.contains("[a.json:1:15001]"), "{out}");
    assert!(out.lines().all(|line| line.chars().count() <= 80), "{out}");
    assert!(out.contains("...rd word word word word word word K7 word word"), "{out}");
    let whole = shown(&text, vec![Label::new(SourceId(0), Span::new(0, text.len()), "all of it")], &PLAIN);
    assert!(whole.lines().all(|line| line.chars().count() <= 80), "{whole}");
}

#[test]
fn many_lines_are_underlined_on_the_first_only() {
    let text = "{\n".to_owned() + &"x\n".repeat(100) + "}";
    let out = shown(&text, vec![Label::new(SourceId(0), Span::new(0, text.len()), "this object")], &PLAIN);
    assert!(out.lines().count() < 12, "{out}");
    let few = shown("{\nx\n}", vec![Label::new(SourceId(0), Span::new(0, 5), "this object")], &PLAIN);
    assert!(few.contains(" 3 | |-> }"), "{few}");
}

#[test]
fn what_acts_on_a_terminal_is_never_passed_on() {
    let text = "\u{feff}a\u{1b}[31mb\tK7\u{202e}c";
    for style in [PLAIN, Style { unicode: true, ..PLAIN }] {
        let out = shown(
            text,
            vec![label(0, text, "K7", "\u{1b}]8;;x"), Label::new(SourceId(0), Span::new(0, 3), "")],
            &style,
        );
        assert!(!out.contains(['\u{1b}', '\u{202e}', '\u{feff}']), "{out}");
        assert!(out.contains("[a.json:1:9]"), "{out}");
    }
}

#[test]
fn an_empty_file_is_named_by_the_message() {
    let out = shown("", vec![Label::new(SourceId(0), Span::at(0), "")], &PLAIN);
    assert!(out.contains("  x a.json: K7 is wrong\n"), "{out}");
}

#[test]
fn every_span_of_an_awkward_text_renders() {
    let text = "\u{feff}é\r\n\r\n\t🦀\u{301}\rx\u{1b}y\n\n\u{a0}‘end’";
    let bounds: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
    for &start in &bounds {
        for &end in bounds.iter().filter(|end| **end >= start) {
            let labels =
                vec![Label::new(SourceId(0), Span::new(start, end), "here"), label(0, text, "y", "y")];
            for width in [20, 80] {
                let out = shown(text, labels.clone(), &Style { width, ..PLAIN });
                assert!(out.contains("here") && !out.contains("Failed"), "{start}..{end}: {out}");
            }
        }
    }
}

#[test]
fn a_span_past_the_end_of_a_changed_file_renders() {
    let out = shown("é", vec![Label::new(SourceId(0), Span::new(1, 900), "gone")], &PLAIN);
    assert!(out.contains("gone"), "{out}");
}

#[test]
fn findings_over_the_limit_are_folded() {
    let found = vec![
        Diagnostic::new(
            "some-rule",
            Severity::Advice,
            "K7",
            "m",
            Label::new(SourceId(0), Span::at(0), "")
        );
        7
    ];
    let sources = Sources::from(Source::new(SourceId(0), "a.json", "text"));
    let report = Report::new(&found, &sources, 1, 1);
    let limited = render(&report, &Style { limit: 5, ..PLAIN });
    assert_eq!(limited.matches("advice[some-rule]").count(), 5);
    assert_eq!(limited.matches("ksb explain").count(), 1);
    assert!(
        limited.ends_with(
            "... and 2 more findings for some-rule in a.json\n\n7 pieces of advice in 1 document\n"
        )
    );
    assert_eq!(render(&report, &Style { limit: 0, ..PLAIN }).matches("advice[some-rule]").count(), 7);
}

#[test]
fn colours_only_add_to_the_text() {
    let text = "one\nK7";
    let labels = vec![label(0, text, "K7", "why here")];
    let plain = shown(text, labels.clone(), &PLAIN);
    let coloured = shown(text, labels, &Style { colour: true, ..PLAIN });
    assert!(coloured.contains("\u{1b}[31m"));
    let mut stripped = String::new();
    let mut pieces = coloured.split('\u{1b}');
    stripped.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        stripped.push_str(piece.split_once('m').expect("an escape ends with m").1);
    }
    assert_eq!(stripped, plain);
}

#[test]
fn of_very_many_labels_the_first_are_drawn() {
    let text = "K7 ".repeat(500);
    let label = |index: usize| Label::new(SourceId(0), Span::new(index * 3, index * 3 + 2), "again");
    let out = shown(&text, (0..500).map(label).collect(), &PLAIN);
    assert_eq!(out.matches("-- again").count(), 20, "{out}");
    assert!(out.contains("480 more places are not shown"), "{out}");
    let out = shown(&text, (0..21).map(label).collect(), &PLAIN);
    assert!(out.contains("1 more place is not shown"), "{out}");
}
