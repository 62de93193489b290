//! The title of an occupation in the line that gives it: some people write the reference, level and version around it.

use super::codes::code_alone;
use super::labels::{Labelled, Meaning};
use super::lines::{Line, begins};
use super::values::is_reference;
use crate::date::Date;
use crate::model::FactId;

/// Who publishes standards: neither a title nor part of one.
const PUBLISHERS: [&str; 5] = [
    "skills england",
    "institute for apprenticeships",
    "institute for apprenticeships and technical education",
    "ifate",
    "gov.uk",
];

/// Words that say what a document is, and how widely it may be shared.
const WORDS: [&str; 15] = [
    "standard",
    "apprenticeship",
    "occupational",
    "version",
    "level",
    "draft",
    "final",
    "template",
    "page",
    "of",
    "confidential",
    "official",
    "sensitive",
    "embargoed",
    "restricted",
];

/// The beginnings of remarks that say who may see a draft, and what for.
const PURPOSES: [&str; 8] = [
    "not for ",
    "for consultation",
    "for comment",
    "for review",
    "for discussion",
    "for approval",
    "for internal use",
    "in confidence",
];

/// What comes between a title and a remark.
const SEPARATORS: [char; 9] = ['(', '[', ',', ';', ':', '–', '—', '-', '|'];

/// What a line that may give a title says.
#[derive(Debug)]
pub(super) struct Titled<'s> {
    /// The title alone; the whole line where it is not clear which part is meant. `None` if the line only says
    /// something about the document.
    pub(super) name: Option<Line<'s>>,
    /// Level, reference and version, which are around it or alone.
    pub(super) facts: Vec<Labelled<'s>>,
}

/// The title in the line: `Dyer` in `ST9901 – Level 2 Dyer – Standard V1.1` and in `Dyer (level 2)`.
pub(super) fn of(line: Line<'_>) -> Titled<'_> {
    let mut facts = Vec::new();
    let mut names = Vec::new();
    for part in parts(line) {
        let (found, rest) = take_facts(part);
        facts.extend(found);
        let is_whole = rest.text.matches('(').count() == rest.text.matches(')').count();
        names.push(if is_whole { rest } else { part });
    }
    names.retain(|name| !is_remark(*name) && !is_stray(*name));
    let name = names
        .first()
        .zip(names.last())
        .map(|(first, last)| line.part(first.start - line.start, last.start - line.start + last.text.len()));
    Titled { name, facts }
}

/// Whether the line is not part of a standard, whatever it says: a date, the name of a file, a greeting, a code on its
/// own.
pub(super) fn is_stray(line: Line<'_>) -> bool {
    let is_file = [".doc", ".docx", ".odt", ".pdf", ".txt", ".xlsx"]
        .iter()
        .any(|end| line.text.to_ascii_lowercase().ends_with(end));
    let is_greeting = ["hi ", "hello", "dear "].iter().any(|greeting| line.begins(greeting));
    let is_code = code_alone(line).is_some_and(|code| code.text.len() == line.text.len());
    Date::of(line.text).is_some() || is_file || is_greeting || is_code
}

/// The facts at both ends of the line, and what is between them.
fn take_facts(line: Line<'_>) -> (Vec<Labelled<'_>>, Line<'_>) {
    let words = words(line);
    let (mut from, mut to) = (0, words.len());
    let mut facts = Vec::new();
    loop {
        let left = &words[from..to];
        let last = |count: usize| {
            let from = left.len().checked_sub(count)?;
            fact(&left[from..]).filter(|(_, len)| *len == count)
        };
        if let Some((found, len)) = last(2).or_else(|| last(1)) {
            to -= len;
            facts.push(found);
        } else if let Some((found, len)) = fact(left) {
            from += len;
            facts.push(found);
        } else {
            break;
        }
    }
    let at = |line: &Line<'_>| line.start - words[0].start;
    let rest = match (facts.is_empty(), words[from..to].first(), words[from..to].last()) {
        (true, ..) => line,
        (_, Some(first), Some(last)) => line.part(at(first), at(last) + last.text.len()),
        _ => line.rest(line.text.len()),
    };
    let is_end = |c: char| c.is_whitespace() || SEPARATORS.contains(&c);
    let (head, tail) = (rest.text.trim_start_matches(is_end), rest.text.trim_end_matches(is_end));
    let trimmed = if facts.is_empty() || head.is_empty() {
        rest
    } else {
        rest.part(rest.text.len() - head.len(), tail.len())
    };
    (facts, if head.is_empty() { line.rest(line.text.len()) } else { trimmed })
}

/// The words of the line, with any punctuation attached to them.
fn words(line: Line<'_>) -> Vec<Line<'_>> {
    let at = |word: &str| word.as_ptr().addr() - line.text.as_ptr().addr();
    line.text.split_whitespace().map(|word| line.part(at(word), at(word) + word.len())).collect()
}

/// The word without brackets and commas.
fn bare(word: Line<'_>) -> Line<'_> {
    let is_mark = |c: char| SEPARATORS.contains(&c) || matches!(c, ')' | ']' | '.');
    let head = word.text.trim_start_matches(is_mark);
    let tail = head.trim_end_matches(is_mark);
    let from = word.text.len() - head.len();
    word.part(from, from + tail.len())
}

/// The fact that the words begin with, and how many of them state it: `Level 2`, `L2`, `ST9901`, `version 1.1`, `v1.1`.
fn fact<'s>(words: &[Line<'s>]) -> Option<(Labelled<'s>, usize)> {
    let first = bare(*words.first()?);
    let second = words.get(1).map(|word| bare(*word));
    let said = |id, value: Line<'s>, count| {
        let label = if count == 1 { value.span() } else { first.span() };
        Some((Labelled { meaning: Meaning::Fact(id), label, value }, count))
    };
    match second {
        Some(level) if first.is("level") && is_level(level) => return said(FactId::Level, level, 2),
        Some(version) if first.is("version") && is_version(version) => {
            return said(FactId::Version, version, 2);
        }
        Some(reference) if (first.is("ref") || first.is("reference")) && is_reference(reference) => {
            return said(FactId::Reference, reference, 2);
        }
        _ => (),
    }
    let behind = |letter: &str| first.begins(letter).then(|| first.rest(letter.len()));
    if is_reference(first) {
        return said(FactId::Reference, first, 1);
    }
    if let Some(level) = behind("l").filter(|level| is_level(*level)) {
        return said(FactId::Level, level, 1);
    }
    behind("v").filter(|version| is_version(*version)).and_then(|version| said(FactId::Version, version, 1))
}

/// Whether the word is a level: one digit.
fn is_level(word: Line<'_>) -> bool {
    matches!(word.text.as_bytes(), [digit] if digit.is_ascii_digit())
}

/// Whether the word is the number of a version: `1.1`.
fn is_version(word: Line<'_>) -> bool {
    word.text.split('.').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What is between dashes with spaces around them.
fn parts(line: Line<'_>) -> Vec<Line<'_>> {
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, dash) in line.text.match_indices(['–', '—', '-', '|']) {
        let is_spaced = line.text[..at].ends_with(char::is_whitespace)
            && line.text[at + dash.len()..].starts_with(char::is_whitespace);
        if is_spaced {
            parts.push(line.part(from, at));
            from = at + dash.len();
        }
    }
    parts.push(line.rest(from));
    parts.retain(|part| !part.text.is_empty());
    parts
}

/// Whether the part says something about the document and not what it is called: `Standard V1.1`, `DRAFT`, `Page 1 of 3`,
/// `Skills England`.
fn is_remark(part: Line<'_>) -> bool {
    let is_known = |word: &str| WORDS.iter().any(|known| word.eq_ignore_ascii_case(known));
    let is_number = |word: &str| {
        let number = word.trim_start_matches(['v', 'V']);
        number.starts_with(|c: char| c.is_ascii_digit())
            && number.bytes().all(|b| b.is_ascii_digit() || b == b'.')
    };
    part.text.split_whitespace().all(|word| is_known(word) || is_number(word))
        || PUBLISHERS.iter().any(|publisher| part.is(publisher))
        || PURPOSES.iter().any(|purpose| begins(part.text, purpose))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titled(text: &str) -> (Option<&str>, Vec<(Meaning, &str)>) {
        let found = of(Line::alone(text, 5));
        let facts = found.facts.iter().map(|found| (found.meaning, found.value.text)).collect();
        (found.name.map(|name| name.text), facts)
    }

    #[test]
    fn a_title_is_taken_out_of_its_line() {
        for (text, expected) in [
            ("ST9901 – Level 2 Dyer – Standard V1.1", "Dyer"),
            ("Dyer - Level 3", "Dyer"),
            ("Dyer", "Dyer"),
            ("Dyer (degree)", "Dyer (degree)"),
            ("Dyer (degree, level 6)", "Dyer (degree, level 6)"),
            ("Occupational standard | Dyer", "Dyer"),
            ("Dyer | Skills England", "Dyer"),
            ("DRAFT - Dyer", "Dyer"),
            ("Dyer (level 2)", "Dyer"),
            ("Dyer, level 2 (ST9901)", "Dyer"),
            ("Dyer (ST9901) Level 2 v1.0", "Dyer"),
            ("Dyer – cotton", "Dyer – cotton"),
            ("Dyer – cotton – ST9901", "Dyer – cotton"),
            ("Post-production dyer", "Post-production dyer"),
        ] {
            assert_eq!(titled(text).0, Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_around_a_title_is_a_fact() {
        let (level, reference, version) = (
            (Meaning::Fact(FactId::Level), "2"),
            (Meaning::Fact(FactId::Reference), "ST9901"),
            (Meaning::Fact(FactId::Version), "1.1"),
        );
        for (text, expected) in [
            ("Dyer (ST9901) L2 v1.1", vec![version, level, reference]),
            ("Level 2 Dyer", vec![level]),
            ("Dyer", vec![]),
        ] {
            assert_eq!(titled(text), (Some("Dyer"), expected), "{text}");
        }
        assert_eq!(titled("ST9901, version 1.1, level 2"), (None, vec![level, version, reference]));
        assert_eq!(titled("ST9901"), (None, vec![reference]));
    }

    #[test]
    fn a_remark_about_the_document_is_not_a_title() {
        for text in [
            "DRAFT",
            "CONFIDENTIAL",
            "DRAFT – NOT FOR CIRCULATION",
            "Draft v0.3 – for comment",
            "Page 1 of 3",
            "3 March 2025",
            "Dyer_v0.3_JS.docx",
            "Dear all",
            "Institute for Apprenticeships",
            "Level 3",
        ] {
            assert_eq!(titled(text).0, None, "{text}");
        }
    }
}
