//! What the reports say about a document.

use super::ReportedFile;
use crate::migrate::Migration;
use crate::source::Span;

/// What was done, in numbers: `8 codes changed, 4 notes`.
pub(super) fn summary(done: &Migration) -> String {
    let counted = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {many}")),
    };
    let said = [
        counted(done.codes, "code changed", "codes changed"),
        counted(done.quotes, "quotation updated", "quotations updated"),
        counted(done.notes.len(), "note", "notes"),
        counted(done.left.len(), "place left unchanged", "places left unchanged"),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    if said.is_empty() { "nothing to change".to_owned() } else { said.join(", ") }
}

/// What to report at which place, in order.
pub(super) fn places(file: &ReportedFile<'_>, done: &Migration) -> Vec<(Span, String)> {
    let mut told: Vec<(Span, String)> =
        done.notes.iter().map(|note| (note.span, note.text.clone())).collect();
    told.extend(done.left.iter().map(|left| (left.span, left.why.clone())));
    told.extend(done.labels.iter().map(|span| {
        let label = file.source.slice(*span);
        (*span, format!("names `{label}`: correct this if it is the version that the document cites"))
    }));
    told.sort();
    told
}
