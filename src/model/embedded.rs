//! Codes inside the texts of statements and duties: where another text seems to begin or may begin, the codes of a
//! mapping at the end, and a text's own code at the start.

use std::ops::Range;

use super::{Code, Prefix};

/// A code in a text, and where it is.
pub type Embedded = (Code, Range<usize>);

/// The code that a text begins with, as if it were still in the list that it was copied from: `K1: The plants`,
/// `Duty 1 Lay hedges`; the place extends to where the text itself begins.
#[must_use]
pub fn leading_code(text: &str) -> Option<Embedded> {
    let start = text.len() - text.trim_start().len();
    let (code, end) = code_at(text, start)?;
    let rest = text[end..].trim_start();
    let bare = rest.trim_start_matches([':', '.', ')', '-', '–', '—']).trim_start();
    let is_lead = bare.len() < rest.len() || is_capital(bare);
    (is_lead && !bare.is_empty()).then(|| (code, 0..text.len() - bare.len()))
}

/// The codes in a text, after its first word, where another text seems to begin: at the start of a sentence or a line,
/// followed by a colon or a capital letter. With a colon they also count elsewhere, if the code has the same letters as
/// `own`.
#[must_use]
pub fn likely_starts(own: Prefix, text: &str) -> Vec<Embedded> {
    let mut found = Vec::new();
    for (at, word) in words(text) {
        // Most words are not codes.
        if at == 0 || !word.starts_with(|c: char| matches!(c, '(' | '[' | 'A'..='Z' | 'a'..='z')) {
            continue;
        }
        let start = at + (word.len() - word.trim_start_matches(['(', '[']).len());
        let Some((code, end)) = code_at(text, start) else { continue };
        let before = text[..at].trim_end_matches([' ', '\t', '\u{a0}']);
        let starts_sentence = before.ends_with(['.', ';', '!', '?', '\n', '\r', '•']);
        let rest = text[end..].trim_start_matches([')', ']', '.']);
        let has_colon = rest.starts_with(':');
        let behind = rest.trim_start_matches(':').trim_start();
        let begins = !behind.is_empty() && (has_colon || is_capital(behind));
        if begins && (starts_sentence || has_colon && code.prefix == own) {
            found.push((code, start..end));
        }
    }
    found
}

/// What another statement or duty may begin with in the text of `own`, if it is nowhere else in the document, each with
/// its place: `K2: The`, `S3 Use`, `Duty 4 Sell`, `K1ii: the`; in small letters too if it is the next code. For a code
/// that nothing else has, less evidence is needed than for [`likely_starts`].
pub fn possible_starts(own: Code, text: &str) -> impl Iterator<Item = (String, Range<usize>)> {
    let words: Vec<(usize, &str)> = words(text).collect();
    let count = words.len();
    (0..count.saturating_sub(1)).filter_map(move |index| {
        let (at, word) = words[index];
        let (next_at, next) = words[index + 1];
        if word.eq_ignore_ascii_case("duty") {
            let code: Code = format!("D{}", next.trim_end_matches([':', '.'])).parse().ok()?;
            let begins =
                next.ends_with(':') || words.get(index + 2).is_some_and(|(_, third)| is_capital(third));
            return begins.then(|| (code.to_string(), at..next_at + next.len()));
        }
        // Most words are not codes.
        if !word.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let bare = word.trim_start_matches(['(', '[']).trim_end_matches([')', ']', ':', '.', ';', ',']);
        let code: Option<Code> = bare.parse().ok().filter(|code: &Code| code.prefix != Prefix::D);
        let begins = match code {
            Some(code) => word.ends_with(':') || is_capital(next) || code.follows(own),
            None => word.ends_with(':') && is_like_code(bare),
        };
        let name = code.map_or_else(|| bare.to_owned(), |code| code.to_string());
        begins.then(|| (name, at..at + word.len()))
    })
}

/// Whether a word looks like a code but is not one: `K1ii`, `K1.1.1`.
fn is_like_code(word: &str) -> bool {
    let digits = word.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    let prefix = word[..digits].to_ascii_uppercase();
    matches!(prefix.as_str(), "K" | "S" | "B" | "TK" | "TS" | "ESB")
        && word.len() <= 8
        && word.chars().all(is_plain)
}

/// The codes that a text ends with, with nothing but commas and brackets between and around them, if there are several or
/// they are separate from the sentence.
#[must_use]
pub fn trailing_codes(text: &str) -> Vec<Embedded> {
    let mut found: Vec<Embedded> = Vec::new();
    let mut stands_apart = false;
    let mut all: Vec<(usize, &str)> = words(text).collect();
    while let Some((at, word)) = all.pop() {
        let bare = word.trim_matches(['(', ')', '[', ']', ',', ';', '.']);
        if matches!(bare, "and" | "&" | "") && !found.is_empty() {
            continue;
        }
        let start = at + word.find(bare).unwrap_or_default();
        let mut codes = in_word(bare, start).filter(|codes| !codes.is_empty());
        let Some(codes) = codes.as_mut() else {
            stands_apart |= word.ends_with(['.', ':', ';']);
            break;
        };
        codes.append(&mut found);
        found = std::mem::take(codes);
        stands_apart |= word.starts_with(['(', '[']) || text[..at].trim_end_matches(' ').ends_with('\n');
    }
    // A text that is nothing but codes has no sentence before them.
    let is_all = found.first().is_none_or(|(_, range)| text[..range.start].trim().is_empty());
    if !is_all && (stands_apart || found.len() > 1) { found } else { Vec::new() }
}

/// The codes of statements that a word is made of: `K1`, `K1,S2`, `K1-K4`.
fn in_word(word: &str, start: usize) -> Option<Vec<Embedded>> {
    let parts = word.split([',', ';', '/', '-', '–']).map(|part| {
        let at = start + (part.as_ptr().addr() - word.as_ptr().addr());
        let code: Code = part.parse().ok().filter(|code: &Code| code.prefix != Prefix::D)?;
        Some((code, at..at + part.len()))
    });
    parts.collect()
}

/// The code at a place, written as a code or as `Duty 1`, and where it ends.
fn code_at(text: &str, at: usize) -> Option<(Code, usize)> {
    let rest = &text[at..];
    let end_of =
        |text: &str| text.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(text.len());
    let is_duty = rest.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("duty"));
    if let Some(number) = rest.get(4..).filter(|_| is_duty) {
        let digits = number.trim_start();
        let len = digits.bytes().take_while(u8::is_ascii_digit).count();
        let code = format!("D{}", &digits[..len]).parse().ok().filter(|_| digits.len() < number.len())?;
        return Some((code, text.len() - digits.len() + len));
    }
    let word = rest[..end_of(rest)].trim_end_matches('.');
    // "B2B" is not a code, but "K1a" is.
    let is_written = word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.ends_with(|c: char| c.is_ascii_digit() || c.is_ascii_lowercase())
        && word.bytes().any(|byte| byte.is_ascii_digit());
    if !is_written {
        return None;
    }
    Some((Code::read(word.as_bytes())?, at + word.len()))
}

/// Whether a sentence may begin with the text: a capital letter, and then a small one or the end of the word.
fn is_capital(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_none_or(|c| c.is_lowercase() || c.is_whitespace())
}

/// The words of a text, separated by white space, each with its place.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(move |word| (word.as_ptr().addr() - text.as_ptr().addr(), word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, found: Vec<Embedded>) -> Vec<&str> {
        found.into_iter().map(|(_, range)| &text[range]).collect()
    }

    #[test]
    fn other_texts_begin_inside_a_text() {
        for (text, codes) in [
            ("The plants. K2: The soils.", vec!["K2"]),
            ("Open a hive K2: Extract honey.", vec!["K2"]),
            ("The plants.\nK2 The soils.", vec!["K2"]),
            ("Lay hedges.\nDuty 2 Cut hedges.", vec!["Duty 2"]),
            ("Lay hedges. Duty 2: cut hedges.", vec!["Duty 2"]),
            ("Store files in Amazon S3 Glacier, S3: a service.", vec![]),
            ("Use English at level B2. B2B sales too.", vec![]),
            ("What is set out in K2.", vec![]),
        ] {
            assert_eq!(shown(text, likely_starts(Prefix::K, text)), codes, "{text}");
        }
    }

    #[test]
    fn a_code_that_nothing_else_has_may_begin_another_text() {
        for (text, names) in [
            ("The plants K2: the soils", vec!["K2"]),
            ("The plants and s3 Use", vec!["S3"]),
            ("The plants k2 the soils", vec!["K2"]),
            ("The plants Duty 4 Sell", vec!["D4"]),
            ("The plants K1ii: the soils", vec!["K1ii"]),
            ("The plants k3 the soils, K2", vec![]),
        ] {
            let own = Code::new(Prefix::K, 1);
            let found: Vec<String> = possible_starts(own, text).map(|(name, _)| name).collect();
            assert_eq!(found, names, "{text}");
        }
    }

    #[test]
    fn codes_of_a_mapping_stand_at_the_end() {
        for (text, codes) in [
            ("Lay hedges in winter. K1 S1 B1", vec!["K1", "S1", "B1"]),
            ("Lay hedges in winter (K1, S1 and B1)", vec!["K1", "S1", "B1"]),
            ("Lay hedges in winter K1,S1", vec!["K1", "S1"]),
            ("Lay hedges in winter K1–K4", vec!["K1", "K4"]),
            ("Lay hedges. K1", vec!["K1"]),
            ("Keep files in S3", vec![]),
            ("Keep files in S3.", vec![]),
            ("K1 S1", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(shown(text, trailing_codes(text)), codes, "{text}");
        }
    }

    #[test]
    fn a_code_stands_in_front() {
        let rest = |text| leading_code(text).map(|(code, range)| (code.to_string(), &text[range.end..]));
        assert_eq!(rest("K1: The plants"), Some(("K1".to_owned(), "The plants")));
        assert_eq!(rest("Duty 1 Lay hedges"), Some(("D1".to_owned(), "Lay hedges")));
        assert_eq!(rest("Duty 1: lay hedges"), Some(("D1".to_owned(), "lay hedges")));
        assert_eq!(rest(" K1 - the plants"), Some(("K1".to_owned(), "the plants")));
        for text in ["K1", "K1:", "K9 units and dogs", "Duty of care", "B2B sales", "S3 bucket", "The plants"]
        {
            assert_eq!(rest(text), None, "{text}");
        }
    }
}
