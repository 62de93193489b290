//! `JUnit` XML, which most continuous integration servers show as tests.
//!
//! The few elements are written by hand. The one thing that can go wrong is the escaping of texts, which is two
//! functions. A crate for XML would neither drop the characters that XML 1.0 forbids nor write line breaks in attributes
//! in a way that survives.

use std::fmt::Write;

use super::Report;
use super::label_position::LabelPosition;
use super::text::{by_file, escaped_lines, message};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Sources;

/// Renders a suite for each file with findings, and one for the files without.
///
/// An error is a failed test; warnings and advice are passed tests with words in their output, because they do not fail
/// a run unless the user says so.
#[must_use]
pub fn render(report: &Report<'_>) -> String {
    let suites: Vec<&[Diagnostic]> = by_file(report.diagnostics, report.sources).collect();
    let clean = report.files.saturating_sub(suites.len());
    let tests = report.diagnostics.len() + usize::from(clean > 0);
    let mut out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned();
    let failures = report.count(Severity::Error);
    let _infallible = writeln!(
        out,
        "<testsuites name=\"ksb check\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">"
    );
    for suite in suites {
        file(&mut out, suite, report.sources);
    }
    if clean > 0 {
        without_findings(&mut out, clean);
    }
    out + "</testsuites>\n"
}

fn file(out: &mut String, diagnostics: &[Diagnostic], sources: &Sources) {
    let name = attribute(LabelPosition::new(diagnostics[0].primary(), sources).path);
    let failures = diagnostics.iter().filter(|one| one.severity == Severity::Error).count();
    let tests = diagnostics.len();
    let _infallible = writeln!(
        out,
        "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" skipped=\"0\">"
    );
    for diagnostic in diagnostics {
        case(out, diagnostic, sources);
    }
    out.push_str("  </testsuite>\n");
}

fn case(out: &mut String, diagnostic: &Diagnostic, sources: &Sources) {
    let place = LabelPosition::new(diagnostic.primary(), sources);
    let (rule, subject) = (diagnostic.rule, attribute(&diagnostic.subject));
    let (path, at) = (attribute(place.path), attribute(&place.to_string()));
    let line = if place.locator.is_none() { format!(" line=\"{}\"", place.line) } else { String::new() };
    let _infallible = writeln!(
        out,
        "    <testcase name=\"{rule}: {subject} ({at})\" classname=\"{path}\" file=\"{path}\"{line}>"
    );
    let said = content(&words(diagnostic, sources));
    let _infallible = if diagnostic.severity == Severity::Error {
        let message = attribute(&message(diagnostic, sources));
        writeln!(out, "      <failure type=\"{rule}\" message=\"{message}\">{said}</failure>")
    } else {
        writeln!(out, "      <system-out>{said}</system-out>")
    };
    out.push_str("    </testcase>\n");
}

/// The whole finding as text.
fn words(diagnostic: &Diagnostic, sources: &Sources) -> String {
    let (severity, rule) = (diagnostic.severity, diagnostic.rule);
    let mut words = format!("{severity}[{rule}] {}", message(diagnostic, sources));
    for label in &diagnostic.labels {
        let place = LabelPosition::new(label, sources);
        let joint = if label.message.is_empty() { "" } else { ": " };
        let _infallible = write!(words, "\n{}{joint}{}", place.in_file(), label.message);
    }
    if let Some(help) = &diagnostic.help {
        let _infallible = write!(words, "\nhelp: {help}");
    }
    words
}

fn without_findings(out: &mut String, count: usize) {
    let files = if count == 1 { "file" } else { "files" };
    let _infallible = write!(
        out,
        "  <testsuite name=\"without findings\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\">\n    \
         <testcase name=\"{count} {files} without findings\" classname=\"ksb check\"/>\n  </testsuite>\n"
    );
}

/// A text between tags, in which nothing acts on a terminal or on a workflow runner.
fn content(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in escaped_lines(text).chars().filter(|character| allowed(*character)) {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            other => out.push(other),
        }
    }
    out
}

/// The value of an attribute in double quotes.
fn attribute(text: &str) -> String {
    content(text).replace('"', "&quot;").replace('\n', "&#10;").replace('\t', "&#9;")
}

/// Whether a character is allowed in XML 1.0, even as an entity.
fn allowed(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\u{20}'..='\u{7e}' | '\u{a0}'..='\u{fffd}' | '\u{10000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Label;
    use crate::source::{Source, SourceId, Span};

    #[test]
    fn what_xml_cannot_hold_is_dropped_and_the_rest_escaped() {
        assert_eq!(
            content("a\u{0}\u{1b}[31m\u{9f}<b> & \"c\"\u{ffff}\r\n🦀"),
            "a\\u{0}\\u{1b}[31m\\u{9f}&lt;b&gt; &amp; \"c\"\n🦀"
        );
        assert_eq!(content("a\n::error::b\u{202e}\u{2028}"), "a\n\\u{3a}:error::b\\u{202e}\\u{2028}");
        assert_eq!(attribute("\"\n\t'"), "&quot;&#10;&#9;'");
    }

    #[test]
    fn an_error_fails_and_advice_does_not() {
        let sources = Sources::from(Source::new(SourceId(1), "a&b.json", "K7 ‘x’\r\nK8"));
        let label = |start, end, message: &str| Label::new(SourceId(1), Span::new(start, end), message);
        let found = [
            Diagnostic::new("some-rule", Severity::Error, "K7→S1", "K7 < \"S1\"", label(12, 14, "here"))
                .label(label(0, 2, ""))
                .help("mend it"),
            Diagnostic::new("other-rule", Severity::Advice, "K8", "look", label(12, 14, "")),
        ];
        let out = render(&Report::new(&found, &sources, 3, 3));
        let expected = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<testsuites name=\"ksb check\" tests=\"3\" failures=\"1\" errors=\"0\">
  <testsuite name=\"a&amp;b.json\" tests=\"2\" failures=\"1\" errors=\"0\" skipped=\"0\">
    <testcase name=\"some-rule: K7→S1 (2:1)\" classname=\"a&amp;b.json\" file=\"a&amp;b.json\" line=\"2\">
      <failure type=\"some-rule\" message=\"K7 &lt; &quot;S1&quot;\">error[some-rule] K7 &lt; \"S1\"
a&amp;b.json:2:1: here
a&amp;b.json:1:1
help: mend it</failure>
    </testcase>
    <testcase name=\"other-rule: K8 (2:1)\" classname=\"a&amp;b.json\" file=\"a&amp;b.json\" line=\"2\">
      <system-out>advice[other-rule] look
a&amp;b.json:2:1</system-out>
    </testcase>
  </testsuite>
  <testsuite name=\"without findings\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\">
    <testcase name=\"2 files without findings\" classname=\"ksb check\"/>
  </testsuite>
</testsuites>
";
        assert_eq!(out, expected);
    }
}
