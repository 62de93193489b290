//! The texts that are read as sentences, their sentences and their words.

use std::ops::Range;

use super::{Standard, Subject};
use crate::source::Text;

impl<'s> Standard<'s> {
    /// What is required: the texts of the duties and of the statements, each with its subject.
    #[must_use]
    pub fn requirements(&self) -> Vec<(Subject, &Text<'s>)> {
        let mut out = Vec::with_capacity(self.duties.items().len() + self.statements.items().len());
        let duties = self.duties.items().iter().enumerate();
        out.extend(duties.map(|(index, duty)| {
            let subject = duty.code.map_or(Subject::Item("duties", index), |code| Subject::Code(code.value));
            (subject, &duty.text)
        }));
        let statements = self.statements.items().iter();
        out.extend(statements.map(|statement| (Subject::Code(statement.code.value), &statement.text)));
        out
    }

    /// What is told: the overview, the paragraphs of the summary and those of an old profile, each
    /// with its subject.
    #[must_use]
    pub fn narrative(&self) -> Vec<(Subject, &Text<'s>)> {
        let mut out = Vec::new();
        out.extend(self.facts.overview.stated().map(|text| (Subject::Field("overview"), text)));
        let summary = self.summary.items().iter().enumerate();
        out.extend(summary.map(|(index, text)| (Subject::Item("summary", index), text)));
        for (outer, section) in self.profile.iter().enumerate() {
            let paragraphs = section.paragraphs.iter().enumerate();
            out.extend(paragraphs.map(|(inner, text)| (Subject::Nested("profile", outer, inner), text)));
        }
        out
    }

    /// All that is read as sentences: what is told, then what is required.
    #[must_use]
    pub fn prose(&self) -> Vec<(Subject, &Text<'s>)> {
        let mut out = self.narrative();
        out.extend(self.requirements());
        out
    }
}

/// The words of `text` and where each starts. An apostrophe or a hyphen parts words.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let place = move |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(move |word| (place(word), word))
}

/// Where `phrase` (ASCII) stands in `text` as whole words, whatever the case.
pub fn phrases<'t>(text: &'t str, phrase: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
    let (bytes, length) = (text.as_bytes(), phrase.len());
    let places = 0..(bytes.len() + 1).saturating_sub(length);
    let same = move |at: &usize| bytes[*at..at + length].eq_ignore_ascii_case(phrase.as_bytes());
    let ranges = places.filter(same).map(move |at| at..at + length);
    let is_letter = |c: char| c.is_alphanumeric();
    ranges.filter(move |range| {
        !text[..range.start].ends_with(is_letter) && !text[range.end..].starts_with(is_letter)
    })
}

/// Where the sentences of `text` stand. One ends at a full stop, a question or an exclamation mark
/// with a space and a capital letter behind it, but not behind an abbreviation.
#[must_use]
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut start = 0;
    for (at, mark) in text.match_indices(['.', '?', '!']) {
        let end = at + mark.len();
        let rest = text[end..].trim_start();
        let begins = rest.starts_with(|c: char| c.is_uppercase()) && rest.len() < text.len() - end;
        if begins && !ends_in_abbreviation(&text[start..at]) {
            out.push(start..end);
            start = text.len() - rest.len();
        }
    }
    if !text[start..].trim().is_empty() {
        out.push(start..text.len());
    }
    out
}

/// Whether a text that stands before a full stop ends in an abbreviation: e.g, etc, No, an initial.
fn ends_in_abbreviation(text: &str) -> bool {
    let last = text.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or(text);
    let known = ["e.g", "i.e", "eg", "ie", "etc", "no", "vs", "inc", "dr", "mr", "mrs", "st", "approx"];
    last.chars().count() == 1 || known.iter().any(|known| last.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_know_where_they_start() {
        let found: Vec<_> = words("Don’t over-fill").collect();
        assert_eq!(found, [(0, "Don"), (6, "t"), (8, "over"), (13, "fill")]);
    }

    #[test]
    fn phrases_are_whole_words() {
        let found: Vec<_> = phrases("Such as this, such asters, é such as", "such as").collect();
        assert_eq!(found, [0..7, 30..37]);
        assert_eq!(phrases("", "such as").count(), 0);
    }

    #[test]
    fn sentences_end_where_another_begins() {
        let parts = |text: &'static str| -> Vec<&str> {
            sentences(text).into_iter().map(|range| &text[range]).collect()
        };
        assert_eq!(parts("Clean the press. Dry it."), ["Clean the press.", "Dry it."]);
        assert_eq!(parts("Use tools, e.g. Allen keys."), ["Use tools, e.g. Allen keys."]);
        assert_eq!(parts("Version 1.1 and R. Smith"), ["Version 1.1 and R. Smith"]);
        assert!(parts(" ").is_empty());
    }
}
