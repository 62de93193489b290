//! The headings of statements, which name their kind.

use super::lines::{Line, begins};
use crate::model::Kind;

/// The headings of the kinds: in the plural, or as people write them.
const KINDS: [(&str, Kind); 9] = [
    ("knowledge", Kind::Knowledge),
    ("skill", Kind::Skill),
    ("behaviour", Kind::Behaviour),
    ("behavior", Kind::Behaviour),
    ("technical knowledge", Kind::TechnicalKnowledge),
    ("technical skill", Kind::TechnicalSkill),
    ("employability", Kind::Employability),
    ("employability skill", Kind::Employability),
    ("employability skills and behaviour", Kind::Employability),
];

/// The kind whose statements this heads: `Skills`, `Skill`, `SKILLS:`, `3. Skills (S)`, `Knowledge statements`.
pub(super) fn kind_heading(line: Line<'_>) -> Option<Kind> {
    // Most lines are sentences, or codes.
    let is_long = line.text.len() > LONGEST_KIND && !line.text.contains(" – ");
    if is_long || line.text.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let text =
        line.unnumbered().unbulleted().text.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let text = text.trim_start().trim_end_matches([':', '.']).trim_end();
    let text = text
        .split_once(" – ")
        .filter(|(_, rest)| begins(rest, "the apprentice"))
        .map_or(text, |(head, _)| head);
    let text = if begins(text, "core ") { &text["core ".len()..] } else { text };
    let bare = text
        .strip_suffix(')')
        .and_then(|text| text.rsplit_once('('))
        .filter(|(_, inner)| inner.len() <= SHORT);
    let text = bare.map_or(text, |(text, _)| text.trim_end());
    let text = ["statements", "statement", "requirements"]
        .iter()
        .find_map(|word| without_last(text, word))
        .unwrap_or(text);
    let is_it = |name: &str| {
        let plural = text.strip_suffix(['s', 'S']).unwrap_or(text);
        text.eq_ignore_ascii_case(name) || plural.eq_ignore_ascii_case(name)
    };
    KINDS.iter().find(|(name, _)| is_it(name)).map(|(_, kind)| *kind)
}

/// The longest heading of a kind with nothing after a dash, in bytes.
const LONGEST_KIND: usize = 100;

/// How much may be in brackets after the heading of a kind: `(K)`, `(K1–K12)`, `(Ks)`.
const SHORT: usize = 12;

/// The text without the word that it ends with.
fn without_last<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let at = text.len().checked_sub(word.len())?;
    let is_last = text.get(at..)?.eq_ignore_ascii_case(word) && text[..at].ends_with(char::is_whitespace);
    is_last.then(|| text[..at].trim_end())
}
