//! The old template's prose as clauses, and what it says of facts that have no field there.

use super::facts::FactField;
use super::narrative::Clause;
use crate::model::Standard;

/// The clauses of a document's prose: its sentences and the parts of its lists. A theme that has lost
/// its text stands for itself.
pub(super) fn clauses<'d>(standard: &'d Standard<'_>) -> Vec<Clause<'d>> {
    let mut clauses = Vec::new();
    for section in &standard.profile {
        let theme = section.heading.trim();
        if section.paragraphs.is_empty() {
            clauses.push(Clause { theme, text: theme });
        }
        for paragraph in &section.paragraphs {
            let sentences = sentences(paragraph);
            let parts = sentences.into_iter().flat_map(|sentence| sentence.split(';'));
            let parts = parts.map(|part| part.trim().trim_start_matches(['•', '-', '–']).trim_start());
            clauses.extend(parts.filter(|part| has_words(part)).map(|text| Clause { theme, text }));
        }
    }
    clauses
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

/// What the prose says of a fact: the sentences that speak of it.
pub(super) fn said_of(standard: &Standard<'_>, field: FactField) -> Option<String> {
    let signs: &[&str] = match field {
        FactField::Qualification => &["diploma", "qualification", "certificate"],
        FactField::ProfessionalRecognition => {
            &["register", "registration", "professional recognition", "professional membership"]
        }
        FactField::EnglishAndMaths => &["english and maths", "english and mathematics", "maths and english"],
        _ => return None,
    };
    let paragraphs = standard.profile.iter().flat_map(|theme| &theme.paragraphs);
    let speaks = |sentence: &&str| {
        let lower = sentence.to_lowercase();
        !is_note(sentence) && signs.iter().any(|sign| lower.contains(sign))
    };
    let said: Vec<&str> = paragraphs.flat_map(|text| sentences(text)).filter(speaks).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// Whether a sentence starts a footnote: `(5) …`.
fn is_note(sentence: &str) -> bool {
    sentence.strip_prefix('(').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
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
}
