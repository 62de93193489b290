//! Drafts in markup or cells: the readers of pages read the transcript, and the places in what they return are mapped
//! back to the file.

mod back;
mod map;

use self::back::Back;
use super::notes::{Notes, Read};
use super::page;
use crate::diagnostic::Diagnostic;
use crate::model::{Document, Format};
use crate::source::{SourceId, Transcript};

/// Reads the draft that a transcript is.
pub(super) fn read(id: SourceId, transcript: &Transcript, format: Format) -> Read<'static> {
    let plain = transcript.source(id);
    let (document, mut found) = page::draft::read(&plain, format);
    let back = Back(transcript.text());
    let document = match document {
        Document::Standard(standard) => Document::Standard(Box::new(back.standard(*standard))),
        Document::Map(map) => Document::Map(Box::new(back.map(*map))),
    };
    for one in &mut found {
        lead(one, &back);
    }
    let mut notes = Notes::new(id);
    notes.left_out_of_text(transcript.left_out());
    found.extend(notes.finish());
    (document, found)
}

/// Maps the places of a finding back to the file.
fn lead(found: &mut Diagnostic, back: &Back<'_>) {
    for label in &mut found.labels {
        label.span = back.span(label.span);
    }
    for edit in found.fix.iter_mut().flat_map(|fix| &mut fix.edits) {
        edit.span = back.span(edit.span);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::cells;
    use crate::source::Span;

    #[test]
    fn what_is_read_has_its_places_in_the_file() {
        let text = "Code,Text\nK1,\"How \"\"bees\"\" keep warm.\"\nS1,Open a hive.\n";
        let transcript = cells::transcript(text).expect("cells");
        let (document, found) = read(SourceId(0), &transcript, Format::Csv);
        let Document::Standard(standard) = document else { panic!("a standard") };
        let statements = standard.statements.items();
        let seen: Vec<_> =
            statements.iter().map(|one| (one.code.span, one.text.as_str(), one.text.span())).collect();
        let expected = [
            (Span::new(10, 12), "How \"bees\" keep warm.", Span::new(14, 37)),
            (Span::new(39, 41), "Open a hive.", Span::new(42, 54)),
        ];
        assert_eq!((seen, found), (expected.to_vec(), Vec::new()));
        assert_eq!(statements[0].text.span_of(4..5), Span::new(18, 20));
    }
}
