//! The report in words alone, for screen readers and braille: nothing is drawn, and every place is
//! given as a line and a column.

use std::collections::BTreeSet;

use miette::NarratableReportHandler;

use super::Finding;
use super::excerpt::{Charset, Excerpt};
use crate::diagnostic::{Diagnostic, Label};
use crate::report::Report;
use crate::report::label_position::{LabelPosition, locator};
use crate::report::text::message;
use crate::source::Sources;

/// The most columns of a line that are read out: a statement is never cut, but a page without line
/// breaks is.
const WIDTH: usize = 2_000;

/// Renders each finding as sentences, one below the other, and a summary.
///
/// Lines and columns count from 1, columns in code points: a character that takes up more or less than one column of a
/// screen is shown as `�`. In a line of more than 2,000 columns, they count from the start of the part that is shown.
#[must_use]
pub fn render(report: &Report<'_>) -> String {
    let mut out = report.summary() + "\n\n";
    let handler = NarratableReportHandler::new();
    let mut explained = BTreeSet::new();
    for diagnostic in report.diagnostics {
        let is_text = locator(diagnostic.primary(), report.sources).is_none();
        let excerpt = Excerpt::new(&diagnostic.labels, report.sources, WIDTH, Charset::OneColumn);
        let said = opening(diagnostic, report.sources) + &message(diagnostic, report.sources);
        let finding = Finding {
            diagnostic,
            // A snippet would be read out with numbers of lines that no file has.
            excerpt: if is_text { excerpt } else { Excerpt::default() },
            said: if is_text { said } else { said + &places(diagnostic, report.sources) },
            first: explained.insert(diagnostic.rule),
        };
        handler.render_report(&mut out, &finding).expect("a String takes all that is written to it");
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out + "\n"
}

/// How much the finding matters and where it is, before anything else is read out.
fn opening(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let place = LabelPosition::new(diagnostic.primary(), sources);
    let at = match place.locator {
        Some(locator) => locator.to_string(),
        None => format!("line {}, column {}", place.line, place.column),
    };
    format!("{} in {}, {at}: ", diagnostic.severity, place.path)
}

/// What is at each place in a document that is not plain text.
fn places(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let place = |label: &Label| format!("; {}: {}", LabelPosition::new(label, sources), label.message);
    diagnostic.labels.iter().filter(|label| !label.message.is_empty()).map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;
    use crate::source::{Source, SourceId, Span};

    fn narrated(text: &str, labels: &[(usize, usize, &str)]) -> String {
        let mut labels =
            labels.iter().map(|(start, end, said)| Label::new(SourceId(0), Span::new(*start, *end), *said));
        let primary = labels.next().expect("a first label");
        let mut found =
            Diagnostic::new("some-rule", Severity::Error, "K7", "K7 is wrong", primary).help("mend it");
        found.labels.extend(labels);
        let sources = Sources::from(Source::new(SourceId(0), "a.json", text));
        render(&Report::new(&[found], &sources, 1, 1))
    }

    #[test]
    fn columns_count_code_points() {
        let text = "first\r\n\"‘🦀\u{200b}’\t K7\"\r\nlast";
        let at = text.find("K7").expect("it is there");
        let expected = "\
1 error in 1 document

error in a.json, line 2, column 8: K7 is wrong
    Diagnostic severity: error
Begin snippet for a.json starting at line 1, column 1

snippet line 1: first
snippet line 2: \"‘��’  K7\"
    label at line 2, columns 8 to 9: why here
snippet line 3: last
diagnostic help: mend it
diagnostic code: error[some-rule]
For more details, see:
ksb explain some-rule
";
        assert_eq!(narrated(text, &[(at, at + 2, "why here")]), expected);
    }

    #[test]
    fn the_ends_of_a_file_are_places_too() {
        let out = narrated("K7\nK8", &[(5, 5, "the end"), (0, 0, "the start")]);
        assert!(out.contains("snippet line 1: K7\n    label at line 1, column 1: the start\n"), "{out}");
        assert!(out.contains("snippet line 2: K8\n    label at line 2, column 3: the end\n"), "{out}");
    }

    #[test]
    fn an_empty_last_line_is_a_place() {
        let out = narrated("K7\r\n", &[(4, 4, "the end")]);
        assert!(
            out.contains("snippet line 1: K7\nsnippet line 2:  \n    label at line 2, column 1: the end\n"),
            "{out}"
        );
    }

    #[test]
    fn labels_far_apart_are_said_once() {
        let out = narrated("one K7\n2\n3\n4\n5\n6\nseven K8\n8", &[(4, 6, "here"), (23, 25, "there")]);
        assert!(
            out.contains(
                "snippet line 1: one K7\n    label at line 1, columns 5 to 6: here\nsnippet line 2: 2\nBegin"
            ),
            "{out}"
        );
        assert!(
            out.contains(
                "snippet line 7: seven K8\n    label at line 7, columns 7 to 8: there\nsnippet line 8: 8\n"
            ),
            "{out}"
        );
        assert_eq!(out.matches(": there").count(), 1, "{out}");
    }

    #[test]
    fn every_span_of_an_awkward_text_is_narrated() {
        let text = "\u{feff}é\r\n\r\n\t🦀\u{301}\rx\u{1b}y\n\n\u{a0}‘end’";
        let bounds: Vec<usize> = (0..=text.len()).filter(|at| text.is_char_boundary(*at)).collect();
        for &start in &bounds {
            for &end in bounds.iter().filter(|end| **end >= start) {
                let out = narrated(text, &[(start, end, "here"), (0, 0, "start")]);
                assert!((1..=2).contains(&out.matches(": here").count()), "{start}..{end}: {out}");
                assert!(!out.contains('\u{1b}'), "{start}..{end}: {out}");
            }
        }
    }
}
