//! What format a file is in, going by what only documents of that format have. A file with nothing of the kind is a
//! stranger, and the user is told what it looks like.

mod evidence;
mod forms;
#[cfg(test)]
mod tests;
pub(super) mod wrapped;

pub(super) use self::evidence::has_known_format;
use self::evidence::json_format;
use super::looks_like::{self, FileName, Likeness};
use super::{cells, html, map_text, markdown, page};
use crate::model::Format;
use crate::source::{Source, SourceId, Transcript};
use crate::syntax::{self, SyntaxError, Tree, Value, ValueKind};

/// What is in brackets.
const ENCLOSED: [ValueKind; 2] = [ValueKind::Array, ValueKind::Object];

/// What a text is.
pub(super) enum Detected<'s> {
    /// A document in JSON, which was parsed to find out.
    Json(Parsed<'s>, Format),
    /// Documents of a format inside a list or an object, and how many there are.
    Several(Parsed<'s>, Format, usize),
    /// A document in another format.
    Text(Format),
    /// A draft in markup or cells, and its plain text.
    Transcribed(Transcript, Format),
    /// JSON that is not a document.
    StrangeJson(Parsed<'s>, Likeness),
    /// Anything else.
    Stranger(Likeness),
}

/// JSON as a tree, and what is wrong with its syntax.
pub(super) type Parsed<'s> = (Tree<'s>, Vec<SyntaxError>);

/// The format of a text, or `None` if there is no evidence. If a text holds several documents, the format of the first
/// that has any.
#[must_use]
pub fn format_of(text: &str) -> Option<Format> {
    detect(text, "").format()
}

/// The same for a file, whose name may say that it is meant as JSON, or whose text may have been extracted from a
/// document.
#[must_use]
pub fn format_of_file(source: &Source) -> Option<Format> {
    if let Some(container) = source.container() {
        return page::is_page_or_draft(source).then(|| Format::of_container(container));
    }
    detect(source.text(), source.name()).format()
}

impl Detected<'_> {
    fn format(&self) -> Option<Format> {
        match self {
            Self::Json(_, format)
            | Self::Several(_, format, _)
            | Self::Text(format)
            | Self::Transcribed(_, format) => Some(*format),
            Self::StrangeJson(..) | Self::Stranger(_) => None,
        }
    }
}

/// What the text of a file with this name is.
pub(super) fn detect<'s>(text: &'s str, name: &str) -> Detected<'s> {
    let name = FileName::new(name);
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if start.is_empty() {
        return Detected::Stranger(looks_like::EMPTY);
    }
    if name.is_json() || begins_as_json(start) {
        let (tree, errors) = syntax::parse(text);
        if let Some(format) = tree.root().and_then(|root| json_format(root, name.is_native())) {
            return Detected::Json((tree, errors), format);
        }
        if let Some((format, count)) = tree.root().and_then(|root| inside(root, text)) {
            return Detected::Several((tree, errors), format, count);
        }
        let has_brackets = tree.root().is_some_and(|root| ENCLOSED.contains(&root.kind()));
        let is_meant = name.is_json() || syntax::split::lines(start).is_some();
        if errors.is_empty() || has_brackets && is_meant {
            let likeness = looks_like::json(&tree, &errors);
            return Detected::StrangeJson((tree, errors), likeness);
        }
    }
    text_format(text, start, &name)
}

/// What a text that is not JSON is.
fn text_format<'s>(text: &'s str, start: &str, name: &FileName<'_>) -> Detected<'s> {
    if html::looks_like(text) {
        return Detected::Text(Format::OccupationPageHtml);
    }
    let is_table = || cells::looks_like(text, page::is_head).then_some(Format::Csv);
    let other = looks_like::other_text(start, name);
    let transcribed = other.as_ref().map_or_else(is_table, Likeness::format);
    let transcript = transcribed.and_then(|format| Some((transcript(text, format)?, format)));
    match (transcript, other) {
        (Some((transcript, format)), _) if page::is_draft_source(&transcript.source(SourceId::default())) => {
            return Detected::Transcribed(transcript, format);
        }
        // A file with a single column has no cells.
        (None, Some(likeness)) if likeness.format() == Some(Format::Csv) => {}
        (_, Some(likeness)) => return Detected::Stranger(likeness),
        (_, None) => {}
    }
    let is_map = map_text::looks_like(text);
    let format = if is_map { Some(Format::OccupationalMapText) } else { page::format_of(text) };
    format.map_or_else(|| Detected::Stranger(looks_like::plain_text(start)), Detected::Text)
}

/// The plain text of a file in this format. `None` if its text is already plain.
pub(super) fn transcript(text: &str, format: Format) -> Option<Transcript> {
    match format {
        Format::Csv => cells::transcript(text),
        Format::Markdown => markdown::transcript(text),
        _ => None,
    }
}

/// The format of the first document inside a list or an object that has evidence of one, and how many documents there
/// are.
fn inside(root: Value<'_, '_>, text: &str) -> Option<(Format, usize)> {
    if root.kind() == ValueKind::Array {
        let format = root.elements().find_map(|one| json_format(one, false))?;
        return Some((format, root.len()));
    }
    let text = text.trim_start_matches('\u{feff}');
    let documents = wrapped::documents(text);
    let format = documents.iter().find_map(|(span, _)| format_of(&text[span.range()]))?;
    Some((format, documents.len()))
}

/// Whether a text that is not empty begins as JSON does: with a bracket, and what follows it in JSON. There may be
/// comments before it, which are a common mistake.
fn begins_as_json(text: &str) -> bool {
    let text = without_comments(text);
    let begins_object =
        |text: &str| text.strip_prefix('{').is_some_and(|rest| rest.trim_start().starts_with(['"', '}']));
    begins_object(text) || text.strip_prefix('[').is_some_and(|rest| begins_object(rest.trim_start()))
}

fn without_comments(mut text: &str) -> &str {
    loop {
        let rest = if text.starts_with("//") {
            text.find('\n').map(|end| &text[end..])
        } else if text.starts_with("/*") {
            text.find("*/").map(|end| &text[end + 2..])
        } else {
            return text;
        };
        let Some(rest) = rest else { return "" };
        text = rest.trim_start();
    }
}
