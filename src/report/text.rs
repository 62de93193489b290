//! Small changes to texts that every renderer needs.

use std::borrow::Cow;
use std::fmt::Write;

use crate::diagnostic::Diagnostic;
use crate::source::{ColumnUnit, Position, Source, SourceId, Sources, Span};

/// Whether a character would act on a terminal instead of being seen: a control character, one that
/// changes the direction in which a line is read, or a space without width.
pub(super) fn acts_on_terminal(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{202a}'
                ..='\u{202e}' | '\u{2066}'
                ..='\u{2069}' | '\u{feff}'
        )
}

/// The text with every character that would act on a terminal written as `\u{…}`, a line break as
/// `\n`, so that it stays one line.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(acts_on_terminal) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        if acts_on_terminal(character) {
            clean.extend(character.escape_default());
        } else {
            clean.push(character);
        }
    }
    Cow::Owned(clean)
}

/// `1 error`, `2 errors`; nothing for none.
pub(super) fn counted(count: usize, one: &str, many: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {many}")),
    }
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn listed(items: &[String]) -> String {
    let mut list = String::new();
    for (index, item) in items.iter().enumerate() {
        let joint = match items.len() - index {
            _ if index == 0 => "",
            1 => " and ",
            _ => ", ",
        };
        let _infallible = write!(list, "{joint}{item}");
    }
    list
}

/// The name of a file; one that was not kept has none.
pub(super) fn name(sources: &Sources, id: SourceId) -> &str {
    sources.get(id).map_or("<unknown file>", Source::name)
}

/// The findings of a report file by file, whatever the number of documents in each.
pub(super) fn by_file<'d>(
    diagnostics: &'d [Diagnostic],
    sources: &Sources,
) -> impl Iterator<Item = &'d [Diagnostic]> {
    let file = |diagnostic: &Diagnostic| name(sources, diagnostic.primary().source);
    diagnostics.chunk_by(move |a, b| file(a) == file(b))
}

/// The document that a finding is in, by the name that it goes by among the others of its file; none if it
/// is the only one.
pub(super) fn document<'s>(diagnostic: &Diagnostic, sources: &'s Sources) -> Option<&'s str> {
    sources.get(diagnostic.primary().source).and_then(Source::document)
}

/// What is wrong, with the document that it is wrong with where the file holds several:
/// `ST9901_1.1: no duty lists K7`.
pub(super) fn message<'d>(diagnostic: &'d Diagnostic, sources: &Sources) -> Cow<'d, str> {
    let message = &diagnostic.message;
    document(diagnostic, sources)
        .map_or(Cow::Borrowed(message.as_str()), |document| format!("{document}: {message}").into())
}

/// Where the bytes of a label are in its file.
pub(super) fn bytes(sources: &Sources, id: SourceId, span: Span) -> (u64, u64) {
    let offset = |offset: u32| sources.get(id).map_or(u64::from(offset), |source| source.file_offset(offset));
    (offset(span.start), offset(span.end))
}

/// The name of a file with `/` between its folders, also where the system writes `\\`.
pub(super) fn with_slashes(path: &str) -> String {
    if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() }
}

/// The line and column of an offset, in code points; the start of a file that was not kept.
pub(super) fn position(sources: &Sources, id: SourceId, offset: u32) -> Position {
    let position = |source: &Source| source.position(offset as usize, ColumnUnit::CodePoints);
    sources.get(id).map_or(Position { line: 1, column: 1 }, position)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_on_a_terminal_is_escaped() {
        assert_eq!(escaped("caf\u{e9} ‘K7’"), "caf\u{e9} ‘K7’");
        assert_eq!(escaped("a\u{1b}[31m\nb\u{202e}c\u{9b}"), r"a\u{1b}[31m\nb\u{202e}c\u{9b}");
    }

    #[test]
    fn lists_read_as_in_a_sentence() {
        let list = |items: &[&str]| listed(&items.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!([list(&[]), list(&["a"]), list(&["a", "b"])], ["", "a", "a and b"]);
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
    }
}
