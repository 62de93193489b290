//! What an editor offers to do, in words, and texts put in order.

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::layout::canonical;
use crate::model::Format;
use crate::source::Source;

/// How much of a text is quoted in a title.
const QUOTED: usize = 40;

/// What applying the fix of a finding does, in words.
#[must_use]
pub fn fix_title(source: &Source, found: &Diagnostic, fix: &Fix) -> String {
    let what = match fix.edits.as_slice() {
        [edit] => of_edit(source, edit),
        edits => format!("Make {} changes for {}", edits.len(), found.rule),
    };
    if fix.safe { what } else { format!("{what} (look at it: the meaning may change)") }
}

fn of_edit(source: &Source, edit: &Edit) -> String {
    let old = quoted(source.slice(edit.span));
    let new = quoted(&edit.replacement);
    match (edit.span.is_empty(), edit.replacement.is_empty()) {
        (true, _) => format!("Insert {new}"),
        (false, true) => format!("Delete {old}"),
        (false, false) => format!("Replace {old} by {new}"),
    }
}

/// A text between quotation marks, on one line, and not too long.
fn quoted(text: &str) -> String {
    let shown: String = text.chars().take(QUOTED).flat_map(char::escape_debug).collect();
    let dots = if text.chars().nth(QUOTED).is_some() { "…" } else { "" };
    format!("“{shown}{dots}”")
}

/// The text of a document in its canonical layout; none if it has none, or has mistakes.
#[must_use]
pub fn tidied(source: &Source, format: Format) -> Option<String> {
    let text = source.text();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    (format == Format::NativeJson).then(|| canonical(text).ok())?
}
