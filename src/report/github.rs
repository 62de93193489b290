//! Workflow commands for GitHub Actions: findings that appear as annotations next to the lines of a pull request.

use std::fmt::Write;

use super::Report;
use super::label_position::{LabelPosition, SEVERITIES, located};
use super::text::{counted, escaped, listed, message, with_slashes};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Sources;

/// How many annotations of one kind GitHub shows for a step.
const SHOWN: usize = 10;

/// Renders a workflow command for each finding, errors first; nothing at all for a clean run.
///
/// GitHub shows ten annotations of each kind and silently drops the others. Where there are more, the others are plain
/// lines, which stay in the log, and the last command is a notice that says how many there are; it takes the place of
/// one piece of advice.
#[must_use]
pub fn render(report: &Report<'_>) -> String {
    let mut out = String::new();
    let too_many = SEVERITIES.iter().any(|severity| report.count(*severity) > SHOWN);
    let (mut rest, mut more) = (String::new(), Vec::new());
    for severity in SEVERITIES {
        let room = if too_many && severity == Severity::Advice { SHOWN - 1 } else { SHOWN };
        let of_kind = report.diagnostics.iter().filter(|one| one.severity == severity);
        for (index, diagnostic) in of_kind.enumerate() {
            if index < room {
                command(&mut out, diagnostic, report.sources);
            } else {
                plain(&mut rest, diagnostic, report.sources);
            }
        }
        more.extend(beyond(report.count(severity).saturating_sub(room), severity));
    }
    if !more.is_empty() {
        let more = listed(&more);
        let _infallible = writeln!(
            out,
            "{rest}::notice title=ksb check::{more}: see the log of this step, because GitHub shows only 10 of each kind"
        );
    }
    out
}

/// `3 more errors`.
fn beyond(count: usize, severity: Severity) -> Option<String> {
    match severity {
        Severity::Error => counted(count, "more error", "more errors"),
        Severity::Warning => counted(count, "more warning", "more warnings"),
        Severity::Advice => counted(count, "more piece of advice", "more pieces of advice"),
    }
}

fn command(out: &mut String, diagnostic: &Diagnostic, sources: &Sources) {
    let kind = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "notice",
    };
    let place = LabelPosition::new(diagnostic.primary(), sources);
    let file = property(&escaped(&with_slashes(place.path)));
    let (line, end) = (place.line, place.end_line);
    let _infallible = write!(out, "::{kind} title={},file={file}", diagnostic.rule);
    if place.locator.is_none() {
        let _infallible = write!(out, ",line={line},endLine={end}");
        // GitHub accepts columns only if they belong to one line.
        if line == end {
            let _infallible = write!(out, ",col={},endColumn={}", place.column, place.end_column);
        }
    }
    let message = located(diagnostic.primary(), sources, &message(diagnostic, sources));
    let mut message = escaped(&message).into_owned();
    if let Some(help) = &diagnostic.help {
        let _infallible = write!(message, "\nhelp: {}", escaped(help));
    }
    let _infallible = writeln!(out, "::{}", data(&message));
}

/// A finding as a line of the log that is never a command, whatever its texts are.
fn plain(out: &mut String, diagnostic: &Diagnostic, sources: &Sources) {
    let place = LabelPosition::new(diagnostic.primary(), sources);
    let (severity, rule) = (diagnostic.severity, diagnostic.rule);
    let message = message(diagnostic, sources);
    let _infallible = writeln!(out, "- {}: {severity}[{rule}] {}", place.in_file(), escaped(&message));
}

/// The data of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Label;
    use crate::source::{Source, SourceId, Span};

    fn rendered(name: &str, kinds: &[(Severity, usize)]) -> String {
        let sources = Sources::from(Source::new(SourceId(0), name, "a\nb🦀K7\n"));
        let found = |severity| {
            let label = Label::new(SourceId(0), Span::new(7, 9), "");
            Diagnostic::new("some-rule", severity, "K7", "100% wrong:\r\n##[a]", label).help("mend it")
        };
        let diagnostics: Vec<_> =
            kinds.iter().flat_map(|(severity, count)| (0..*count).map(move |_| found(*severity))).collect();
        render(&Report::new(&diagnostics, &sources, 1, 1))
    }

    #[test]
    fn a_command_is_escaped() {
        assert_eq!(
            rendered("a,b:c%.json", &[(Severity::Warning, 1)]),
            "::warning title=some-rule,file=a%2Cb%3Ac%25.json,line=2,endLine=2,col=3,endColumn=5\
             ::100%25 wrong:\\r\\n\\u{23}#[a]%0Ahelp: mend it\n"
        );
    }

    #[test]
    fn errors_come_first_and_nothing_is_lost_over_ten() {
        let out =
            rendered("::error::x", &[(Severity::Advice, 12), (Severity::Error, 13), (Severity::Warning, 10)]);
        let lines: Vec<&str> = out.lines().collect();
        let starting = |start: &str| lines.iter().filter(|line| line.starts_with(start)).count();
        assert_eq!([starting("::error "), starting("::warning "), starting("::notice ")], [10, 10, 10]);
        assert_eq!(starting("- \\u{3a}:error::x:2:3: error[some-rule] 100% wrong:\\r\\n\\u{23}#[a]"), 3);
        assert_eq!(starting("- \\u{3a}:error::x:2:3: advice[some-rule]"), 3);
        assert!(lines[0].starts_with("::error ") && lines[10].starts_with("::warning "), "{out}");
        let last =
            "::notice title=ksb check::3 more errors and 3 more pieces of advice: see the log of this step";
        assert!(lines.last().is_some_and(|line| line.starts_with(last)), "{out}");
        assert_eq!(lines.len(), 36);
    }

    #[test]
    fn names_of_files_act_on_nothing() {
        let out = rendered("a\u{1b}[1m\u{202e}\n::error::b", &[(Severity::Error, 1)]);
        assert!(
            out.contains(r",file=a\u{1b}[1m\u{202e}\n\u{3a}%3Aerror%3A%3Ab,") && out.lines().count() == 1,
            "{out}"
        );
    }

    #[test]
    fn ten_of_each_kind_are_all_there_is_to_say() {
        let out = rendered("a", &[(Severity::Error, 10), (Severity::Warning, 10), (Severity::Advice, 10)]);
        assert!(out.lines().count() == 30 && !out.contains("more"), "{out}");
        assert_eq!(rendered("a", &[]), "");
    }
}
