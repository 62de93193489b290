//! Findings as comments in an office document.

use crate::diagnostic::Diagnostic;
use crate::office::Comment;
use crate::source::Source;

/// The findings of a document as comments, each at its first label.
#[must_use]
pub fn comments(source: &Source, findings: &[Diagnostic]) -> Vec<Comment> {
    let own = findings.iter().filter(|finding| finding.primary().source == source.id());
    own.map(|finding| Comment { about: finding.primary().span.range(), paragraphs: paragraphs(finding) })
        .collect()
}

fn paragraphs(finding: &Diagnostic) -> Vec<String> {
    let head = format!("{} ({})", finding.rule, finding.severity);
    let help = finding.help.as_ref().map(|help| format!("What to do: {help}"));
    [Some(head), Some(finding.message.clone()), help].into_iter().flatten().collect()
}
