//! The parts of a Word document beside its text: headers, footers, notes and comments.

use super::super::archive::Archive;
use super::super::beside::{may_have_codes, words_inside};
use super::super::comment::Author;
use super::super::error::OfficeError;
use super::super::relationships::{folder, relationships, relationships_of};
use super::super::xml::{Element, Xml};
use crate::source::Beside;

/// The parts that may have codes, among those that belong to `part`. One that cannot be read has none.
pub(super) fn with_codes(archive: &mut Archive<'_>, part: &str) -> Result<Vec<Beside>, OfficeError> {
    let Some(text) = archive.text(&relationships_of(part))? else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    for one in relationships(&text, folder(part))? {
        let kind = match one.kind.rsplit('/').next() {
            Some("header") => Beside::Headers,
            Some("footer") => Beside::Footers,
            Some("footnotes") => Beside::Footnotes,
            Some("endnotes") => Beside::Endnotes,
            Some("comments") => Beside::Comments,
            _ => continue,
        };
        let text = archive.text(&one.target).ok().flatten().unwrap_or_default();
        let words = words_inside(&mut Xml::new(&text, "part"), is_skipped);
        if words.is_ok_and(|words| may_have_codes(&words)) {
            found.push(kind);
        }
    }
    Ok(found)
}

/// Whether an element is not shown, or is a comment of ksb.
fn is_skipped(element: &Element<'_>) -> bool {
    let is_own = |author: &str| [Author::Check, Author::Migration].iter().any(|own| own.name() == author);
    match element.name() {
        "instrText" | "delText" | "delInstrText" => true,
        "comment" => element.attribute("author").is_some_and(|author| is_own(&author)),
        _ => false,
    }
}
