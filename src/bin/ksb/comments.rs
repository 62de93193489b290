//! A copy of a Word document with each finding as a comment at the words that it is about.

use std::path::Path;

use ksb::diagnostic::Diagnostic;
use ksb::office::{self, Comment};
use ksb::project::{Disk, Files, Findings, Run, shown};
use ksb::source::{Container, Source, sha256_hex};

use crate::date::now;
use crate::exit::Failure;
use crate::replace::replace;

/// Writes the document that was checked into `file`, with the findings that are shown.
pub(crate) fn write(run: &Run<'_>, findings: &Findings<'_>, file: &Path) -> Result<(), Failure> {
    let [(id, input)] = run.inputs() else {
        return Err(Failure("comments are written into one document: name a single file".to_owned()));
    };
    let not_word = || {
        let why = "comments are written into Word documents (.docx)";
        Failure(format!("{why}, and `{}` is not one: `--format` has reports for others", input.name))
    };
    let no_file = || Failure("comments are written into a copy of a file: name the Word document".to_owned());
    let path = input.path().ok_or_else(no_file)?;
    let bytes = Disk.read(path, u64::MAX).map_err(|why| Failure(format!("`{}`: {why}", shown(path))))?;
    if office::container_of(&bytes) != Ok(Some(Container::Word)) {
        return Err(not_word());
    }
    // A document without findings has no source among those of the findings.
    let source = findings.sources.get(*id);
    if source.is_some_and(|source| source.sha256() != sha256_hex(&bytes)) {
        return Err(Failure(format!("`{}` changed while it was checked: nothing is written", shown(path))));
    }
    let comments = source.map(|source| comments(source, &findings.shown)).unwrap_or_default();
    let annotated = office::annotate(&bytes, input.changes, &comments, &now());
    let annotated = annotated.map_err(|error| Failure(format!("`{}`: {error}", shown(path))))?;
    replace(file, &annotated, None)
}

/// The findings of a document as comments, each at its first label.
fn comments(source: &Source, findings: &[Diagnostic]) -> Vec<Comment> {
    let own = findings.iter().filter(|finding| finding.primary().source == source.id());
    own.map(|finding| Comment { about: finding.primary().span.range(), paragraphs: paragraphs(finding) })
        .collect()
}

fn paragraphs(finding: &Diagnostic) -> Vec<String> {
    let head = format!("{} ({})", finding.rule, finding.severity);
    let help = finding.help.as_ref().map(|help| format!("What to do: {help}"));
    [Some(head), Some(finding.message.clone()), help].into_iter().flatten().collect()
}
