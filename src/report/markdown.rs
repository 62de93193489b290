//! Markdown for the comment on a pull request or the summary of a workflow: a table for each file.

use std::fmt::Write;

use super::Report;
use super::label_position::LabelPosition;
use super::markdown_text::escaped;
use super::text::{by_file, message};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Sources;

/// Renders a heading, the totals of the run, and a table for each file with findings. No text of a
/// document and no file name can become markup, a link or a mention.
#[must_use]
pub fn render(report: &Report<'_>) -> String {
    let mut out = format!("## ksb check\n\n{}.\n", report.summary());
    for file in by_file(report.diagnostics, report.sources) {
        let name = LabelPosition::new(file[0].primary(), report.sources).path;
        let _infallible = write!(
            out,
            "\n### {}\n\n| Place | Severity | Rule | Finding | What to do |\n|---|---|---|---|---|\n",
            escaped(name)
        );
        for diagnostic in file {
            row(&mut out, diagnostic, report.sources);
        }
    }
    out
}

fn row(out: &mut String, diagnostic: &Diagnostic, sources: &Sources) {
    let place = LabelPosition::new(diagnostic.primary(), sources);
    let severity = match diagnostic.severity {
        Severity::Error => "**error**",
        Severity::Warning => "warning",
        Severity::Advice => "advice",
    };
    let help = diagnostic.help.as_deref().map_or_else(String::new, escaped);
    let (rule, message) = (diagnostic.rule, escaped(&message(diagnostic, sources)));
    let place = match place.locator {
        Some(locator) => escaped(&locator.to_string()),
        None => place.to_string(),
    };
    let _infallible = writeln!(out, "| {place} | {severity} | `{rule}` | {message} | {help} |");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Label;
    use crate::source::{Source, SourceId, Span};

    #[test]
    fn a_table_for_each_file() {
        let sources: Sources =
            [Source::new(SourceId(0), "a|b.json", "x\n‘🦀’ K7"), Source::new(SourceId(1), "c.json", "")]
                .into_iter()
                .collect();
        let at = |source, start| Label::new(SourceId(source), Span::at(start), "");
        let found = [
            Diagnostic::new("some-rule", Severity::Error, "K7", "<b>|@me\nhe said", at(0, 13))
                .help("mend `it`"),
            Diagnostic::new("other-rule", Severity::Advice, "K8", "look", at(1, 0)),
        ];
        let out = render(&Report::new(&found, &sources, 2, 2));
        let expected = "## ksb check

1 error and 1 piece of advice in 2 documents.

### a&#124;b.<!-- -->json

| Place | Severity | Rule | Finding | What to do |
|---|---|---|---|---|
| 2:5 | **error** | `some-rule` | &lt;b&gt;&#124;@<!-- -->me he said | mend &#96;it&#96; |

### c.<!-- -->json

| Place | Severity | Rule | Finding | What to do |
|---|---|---|---|---|
| 1:1 | advice | `other-rule` | look |  |
";
        assert_eq!(out, expected);
    }
}
