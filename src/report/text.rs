//! Small changes to texts that every renderer needs.

use std::borrow::Cow;
use std::fmt::Write;

use crate::diagnostic::Diagnostic;
use crate::source::{ColumnUnit, Position, Source, SourceId, Sources, Span};

/// Whether a character would act on a terminal instead of being seen: a control character, one that changes the
/// direction of a line, or one with no width.
pub(super) fn acts_on_terminal(character: char) -> bool {
    if character.is_ascii() { character.is_ascii_control() } else { is_unseen(character) }
}

/// The same for a character that is not ASCII: in a function of its own, because nearly all characters are ASCII.
fn is_unseen(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
        )
}

/// The text with every character that would act on a terminal written as `\u{…}`, line breaks as `\n` so that it stays
/// on one line, and the first character of anything that a workflow runner would take for a command escaped too.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(acts_on_terminal) && !text.contains("::") && !text.contains("##") {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len() + 16);
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        if acts_on_terminal(character) || begins_command(&text[at..], before) {
            match character {
                '\n' | '\r' | '\t' => clean.extend(character.escape_default()),
                _ => clean.extend(character.escape_unicode()),
            }
        } else {
            clean.push(character);
        }
        before = character;
    }
    Cow::Owned(clean)
}

/// The same, but with its tabs and line breaks kept, and Windows line breaks turned into ordinary ones.
pub(super) fn escaped_lines(text: &str) -> String {
    let escape = |piece: &str| {
        let line = piece.trim_end_matches(['\n', '\t']);
        let end = &piece[line.len()..];
        let line = line.strip_suffix('\r').filter(|_| end == "\n").unwrap_or(line);
        escaped(line).into_owned() + end
    };
    text.split_inclusive(['\n', '\t']).map(escape).collect()
}

/// Whether a workflow runner may take what is here, after another character, for a command: `::error::` at the start of
/// a line, where a text may end up, and `##[error]` or `##vso[` anywhere.
fn begins_command(text: &str, before: char) -> bool {
    let is_start = before.is_whitespace() || acts_on_terminal(before);
    let named = text.strip_prefix("::").filter(|_| is_start);
    named.is_some_and(|name| name.starts_with(|first: char| first.is_ascii_alphabetic()))
        || begins_command_anywhere(text)
}

/// Whether what is here may be taken for a command wherever it is on a line.
pub(super) fn begins_command_anywhere(text: &str) -> bool {
    text.starts_with("##[") || text.starts_with("##vso[")
}

/// A page without invisible characters that act on a screen: each is named where it is. The first character of anything
/// that a workflow runner would take for a command is written as a character reference, which a browser shows as the
/// character.
pub(super) fn seen(page: String) -> String {
    let acts = |character: char| acts_on_terminal(character) && !"\n\t".contains(character);
    if !page.contains(acts) && !page.contains("::") && !page.contains("##") {
        return page;
    }
    let mut clean = String::with_capacity(page.len() + 16);
    let mut before = ' ';
    for (at, character) in page.char_indices() {
        let _infallible = match character {
            '\r' if page[at + 1..].starts_with('\n') => Ok(()),
            _ if acts(character) => write!(clean, "U+{:04X}", u32::from(character)),
            ':' | '#' if begins_command(&page[at..], before) => {
                write!(clean, "&#{};", u32::from(character))
            }
            _ => clean.write_char(character),
        };
        before = character;
    }
    clean
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

/// The name of a file, or a stand-in if the file was not kept.
pub(super) fn name(sources: &Sources, id: SourceId) -> &str {
    sources.get(id).map_or("<unknown file>", Source::name)
}

/// The findings of a report file by file, however many documents each file has.
pub(super) fn by_file<'d>(
    diagnostics: &'d [Diagnostic],
    sources: &Sources,
) -> impl Iterator<Item = &'d [Diagnostic]> {
    let file = |diagnostic: &Diagnostic| name(sources, diagnostic.primary().source);
    diagnostics.chunk_by(move |a, b| file(a) == file(b))
}

/// The document that a finding is in, by the name that tells it from the others in its file, or `None` if it is the
/// only one.
pub(super) fn document<'s>(diagnostic: &Diagnostic, sources: &'s Sources) -> Option<&'s str> {
    sources.get(diagnostic.primary().source).and_then(Source::document)
}

/// What is wrong, with the name of the document if the file holds several: `ST9901_1.1: K7 is
/// not mapped to any duty`.
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

/// The name of a file with `/` between its folders, even where the system uses `\\`.
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
    fn no_text_is_a_command_of_a_workflow() {
        for (text, shown) in [
            ("::error file=a::b", r"\u{3a}:error file=a::b"),
            ("a  ::warning::b", r"a  \u{3a}:warning::b"),
            ("a\n::stop-commands::b", r"a\n\u{3a}:stop-commands::b"),
            ("a##[error]b ##vso[task]", r"a\u{23}#[error]b \u{23}#vso[task]"),
            ("a::b :: ## c", "a::b :: ## c"),
        ] {
            assert_eq!(escaped(text), shown);
        }
    }

    #[test]
    fn a_page_names_what_is_not_seen() {
        assert_eq!(seen("<p>a\u{202e}b\n\u{1b}[1m".to_owned()), "<p>aU+202Eb\nU+001B[1m");
        let commands = "<p>a\r\n ::error::b\rc ##[group]a::b".to_owned();
        assert_eq!(seen(commands), "<p>a\n &#58;:error::bU+000Dc &#35;#[group]a::b");
    }

    #[test]
    fn lists_read_as_in_a_sentence() {
        let list = |items: &[&str]| listed(&items.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!([list(&[]), list(&["a"]), list(&["a", "b"])], ["", "a", "a and b"]);
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
    }
}
