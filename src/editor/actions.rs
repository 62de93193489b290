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
    if fix.safe { what } else { format!("{what} (check it: the meaning may change)") }
}

fn of_edit(source: &Source, edit: &Edit) -> String {
    let (old, new) = (source.slice(edit.span), edit.replacement.as_str());
    match (old.is_empty(), new.is_empty()) {
        (true, _) => format!("Insert {}", quoted(words(new))),
        (false, true) => format!("Delete {}", quoted(words(old))),
        (false, false) => format!("Replace {} with {}", quoted(old), quoted(new)),
    }
}

/// What people would call a text that is taken out of a list or a sentence; all of it if it has no words.
fn words(text: &str) -> &str {
    let inner = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | ','));
    if inner.is_empty() { text } else { inner }
}

/// A text between quotation marks, on one line, and not too long.
fn quoted(text: &str) -> String {
    let shown: String = text.chars().take(QUOTED).flat_map(char::escape_debug).collect();
    let dots = if text.chars().nth(QUOTED).is_some() { "…" } else { "" };
    format!("“{shown}{dots}”")
}

/// The text of a document in its canonical layout, or `None` if its format has no such layout, or it has mistakes.
#[must_use]
pub fn formatted(source: &Source, format: Format) -> Option<String> {
    let text = source.text();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    (format == Format::NativeJson).then(|| canonical(text).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourceId, Span};

    #[test]
    fn titles_say_what_people_see() {
        let text = "the the [\"K1\", \"K9\"]  x";
        let source = Source::new(SourceId::of_file(0), "a.json", text);
        let title = |old: &str, replacement: &str| {
            let start = text.find(old).expect("it is there");
            of_edit(
                &source,
                &Edit { span: Span::new(start, start + old.len()), replacement: replacement.to_owned() },
            )
        };
        assert_eq!(title(", \"K9\"", ""), "Delete “K9”");
        assert_eq!(title(" the", ""), "Delete “the”");
        assert_eq!(title("  x", " x"), "Replace “  x” with “ x”");
        assert_eq!(title("", "."), "Insert “.”");
    }
}
