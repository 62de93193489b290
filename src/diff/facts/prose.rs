//! The prose of the old template as clauses, and what it says about facts that have no field there.

use super::field::FactField;
use crate::model::Standard;

/// A clause of the old template's prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clause<'d> {
    /// The heading that it is under.
    pub theme: &'d str,
    /// What it says.
    pub text: &'d str,
}

/// The clauses of a document's prose: its sentences and the parts of its lists. A theme without text is a clause of
/// its own.
pub(in crate::diff) fn clauses<'d>(standard: &'d Standard<'_>) -> Vec<Clause<'d>> {
    let mut clauses = Vec::new();
    for section in standard.profile.iter().filter(|section| !is_note(&section.heading)) {
        let theme = section.heading.trim();
        if section.paragraphs.is_empty() {
            clauses.push(Clause { theme, text: theme });
        }
        for sentence in section.paragraphs.iter().flat_map(|paragraph| sentences(paragraph)) {
            clauses.extend(parts(sentence).into_iter().map(|text| Clause { theme, text }));
        }
    }
    clauses
}

/// The parts of a sentence that is a list with semicolons, else the sentence. A short part before the
/// last "and" of the list is a part of its own.
fn parts(sentence: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = sentence.split(';').collect();
    let last = parts.pop().unwrap_or_default();
    match last.split_once(" and ") {
        Some((short, rest)) if !parts.is_empty() && short.split_whitespace().count() <= 2 => {
            parts.extend([short, rest]);
        }
        _ => parts.push(last),
    }
    let bare = |part: &str| -> usize { part.len() - part.trim_start_matches(['•', '-', '–', ' ']).len() };
    parts
        .into_iter()
        .map(str::trim)
        .map(|part| part[bare(part)..].trim())
        .filter(|part| has_words(part))
        .collect()
}

/// The sentences of a paragraph: they end with a stop before a space and a capital letter.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, stop) in text.match_indices(['.', '!', '?']) {
        let after = &text[at + stop.len()..];
        let next = after.trim_start();
        if next.len() < after.len() && next.starts_with(char::is_uppercase) {
            found.push(text[start..at + stop.len()].trim());
            start = text.len() - next.len();
        }
    }
    found.push(text[start..].trim());
    found
}

fn has_words(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// What the prose says about a fact: the sentences that mention it.
pub(super) fn said_of(standard: &Standard<'_>, field: FactField) -> Option<String> {
    let signs: &[&str] = match field {
        FactField::Qualification => &["diploma", "qualification", "certificate"],
        FactField::ProfessionalRecognition => {
            &["register", "registration", "professional recognition", "professional membership"]
        }
        FactField::EnglishAndMaths => &["english and maths", "english and mathematics", "maths and english"],
        _ => return None,
    };
    let themes = standard.profile.iter().filter(|theme| !is_note(&theme.heading));
    let paragraphs = themes.flat_map(|theme| &theme.paragraphs);
    let speaks = |sentence: &&str| {
        let lower = sentence.to_lowercase();
        signs.iter().any(|sign| lower.contains(sign))
    };
    let said: Vec<&str> = paragraphs.flat_map(|text| sentences(text)).filter(speaks).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// Whether a heading is the number of a footnote: `(5)`.
fn is_note(heading: &str) -> bool {
    heading.trim().strip_prefix('(').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_before_capitals() {
        let text = "Crews log traffic, e.g. boats, at 9.30 every day. They report faults!  Always";
        let expected = ["Crews log traffic, e.g. boats, at 9.30 every day.", "They report faults!", "Always"];
        assert_eq!(sentences(text), expected);
    }

    #[test]
    fn lists_with_semicolons_are_taken_apart() {
        let expected = ["You will be calm", "patient", "polite", "keep to the rules of the canal"];
        assert_eq!(parts("• You will be calm; patient; polite and keep to the rules of the canal"), expected);
        assert_eq!(parts("Locks and gates"), ["Locks and gates"]);
        assert_eq!(parts(" – "), Vec::<&str>::new());
    }
}
