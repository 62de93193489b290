//! [`UnseenCharacter`].

use super::declare_rule;
use crate::diagnostic::{Edit, Fix};
use crate::lint::{LintContext, Rule, counted};
use crate::model::{OccupationalMap, Standard, Unseen, unseen};
use crate::text_index::{Entry, Mark};

declare_rule! {
    /// # What it does
    /// Reports characters that are invisible or look like something else, once for each piece of text. These are
    /// control characters, invisible characters such as soft hyphens, bidirectional control characters, line
    /// separators, unusual spaces, replacement characters (U+FFFD: a character was lost), and characters that have a
    /// meaning in only one font or program. `no-break-space` reports no-break spaces.
    ///
    /// # Why it matters
    /// Searching and comparing go wrong, and nobody can see why. Bidirectional control characters can make text appear
    /// to say something else.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "title": "Cellar\u200b hand" }
    /// ```
    ///
    /// ```json,fails
    /// { "kind": "apprenticeship", "overview": "Looking after the grower\ufffds wine." }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "title": "Cellar hand" }
    /// ```
    ///
    /// ```json,passes
    /// { "kind": "apprenticeship", "overview": "Looking after the grower’s wine." }
    /// ```
    ///
    /// # Source
    /// Convention: the Unicode Standard gives these characters no place in plain Latin text. They come from word
    /// processors and web pages.
    UnseenCharacter { name: "unseen-character", group: Wording, severity: Warning }
}

impl Rule for UnseenCharacter {
    fn standard(&self, _: &Standard<'_>, cx: &mut LintContext<'_>) {
        check(cx);
    }

    fn map(&self, _: &OccupationalMap<'_>, cx: &mut LintContext<'_>) {
        check(cx);
    }
}

fn check(cx: &mut LintContext<'_>) {
    for entry in cx.index().marked(&[Mark::Unseen]) {
        report(entry, cx);
    }
}

fn report(entry: &Entry<'_>, cx: &mut LintContext<'_>) {
    let text = entry.text;
    let found: Vec<_> =
        text.char_indices().filter_map(|(at, character)| Some((at, character, unseen(character)?))).collect();
    let [(at, character, kind), ..] = found[..] else { return };
    let place = |at: usize, character: char| text.span_of(at..at + character.len_utf8());
    let message = match found.len() {
        1 => format!("the text contains {}", name(character, kind)),
        many => format!(
            "the text contains {}",
            counted(many, "character that cannot be seen", "characters that cannot be seen")
        ),
    };
    let label = match found.len() {
        1 => "this character".to_owned(),
        _ => format!("the first one: {}", name(character, kind)),
    };
    let edit = |(at, character, kind): &(usize, char, Unseen)| {
        let replacement = replacement(*character, *kind)?.to_owned();
        Some(Edit { span: place(*at, *character), replacement })
    };
    let edits: Option<Vec<Edit>> = found.iter().map(edit).collect();
    let mut diagnostic = cx
        .diagnostic(entry.subject.to_string(), message, place(at, character), label)
        .help(help(replacement(character, kind)));
    diagnostic.fix = edits.map(|edits| Fix { safe: true, edits });
    cx.report(diagnostic);
}

/// What a reader calls it.
fn name(character: char, kind: Unseen) -> String {
    let kind = match kind {
        Unseen::Control => "a control character",
        Unseen::Invisible => "an invisible character",
        Unseen::Direction => "a bidirectional control character",
        Unseen::LineBreak if character == '\u{2029}' => "a paragraph separator",
        Unseen::LineBreak => "a line separator",
        Unseen::Space => "an unusual space",
        Unseen::Lost if character == '\u{fffc}' => {
            "an object replacement character (an image or other object was lost)"
        }
        Unseen::Lost => "a replacement character (a character was lost)",
        Unseen::Private => "a character that only one font or program knows",
    };
    format!("{kind}, U+{:04X}", character as u32)
}

/// What to put there, if that is clear without the document that the text was copied from.
fn replacement(character: char, kind: Unseen) -> Option<&'static str> {
    match kind {
        // Word processors use these two for line breaks and page breaks.
        Unseen::Control if matches!(character, '\x0b' | '\x0c') => Some(" "),
        Unseen::Control if character.is_ascii() => Some(""),
        Unseen::Invisible | Unseen::Direction => Some(""),
        Unseen::LineBreak | Unseen::Space => Some(" "),
        Unseen::Control | Unseen::Lost | Unseen::Private => None,
    }
}

fn help(replacement: Option<&str>) -> &'static str {
    match replacement {
        Some("") => "remove the character",
        Some(_) => "type an ordinary space instead",
        None => "find out which character belongs here and type it, or remove this one",
    }
}
