//! The words of a text, each number as a single word, and which of them are quantities.

use std::collections::BTreeSet;

use crate::diff::text::{normalised, word_ranges};

/// Numbers in words, in rising order; "one" is too often a pronoun.
const NUMBERS: [(&str, &str); 19] = [
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
    ("fifteen", "15"),
    ("twenty", "20"),
    ("thirty", "30"),
    ("forty", "40"),
    ("fifty", "50"),
    ("sixty", "60"),
    ("ninety", "90"),
    ("hundred", "100"),
];

/// Units that are written after a number, with or without a space.
const UNITS: [&str; 16] =
    ["cm", "g", "ha", "hrs", "kg", "km", "kv", "kw", "l", "m", "mg", "ml", "mm", "mph", "v", "w"];

/// A number longer than this many bytes is treated as several.
const LONGEST: usize = 32;

/// The words of a text in lower case. A number keeps its sign and its decimal point, and loses the commas between its
/// thousands: `-5`, `2.5`, `1000`. Its unit is a word of its own: `2`, `m`. So is the "not" of "cannot" and "don't".
pub(super) fn words(text: &str) -> Vec<String> {
    let text = normalised(text);
    let mut words: Vec<String> = Vec::new();
    let mut end = 0;
    for range in word_ranges(&text) {
        let (before, word) = (&text[..range.start], &text[range.clone()]);
        let is_joined = before.len() == end + 1;
        end = range.end;
        let (number, unit) = parted(word);
        match words.last_mut().filter(|_| is_joined) {
            Some(last) if before.ends_with(',') && are_one(last, number) && number.len() == 3 => {
                last.push_str(number);
            }
            Some(last) if before.ends_with('.') && are_one(last, number) => {
                last.push('.');
                last.push_str(number);
            }
            Some(last) if word == "t" && last.ends_with('n') && before.ends_with('\'') => {
                last.truncate(last.len() - usize::from(last != "can"));
                words.push("not".to_owned());
            }
            _ if word == "cannot" => words.extend(["can", "not"].map(str::to_owned)),
            _ => {
                let sign =
                    if word.starts_with(|c: char| c.is_ascii_digit()) && is_minus(before) { "-" } else { "" };
                words.push(format!("{sign}{number}"));
            }
        }
        words.extend(unit.map(str::to_owned));
    }
    words
}

/// Whether what comes after a number continues it.
fn are_one(number: &str, behind: &str) -> bool {
    number.len() < LONGEST && is_in_digits(number) && is_in_digits(behind)
}

/// Whether a word is a number in digits, perhaps with a sign and a decimal point.
fn is_in_digits(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'))
}

/// Whether the text before a number ends in a minus sign, and not in the dash of a range or a hyphen.
fn is_minus(before: &str) -> bool {
    before.strip_suffix('-').is_some_and(|rest| {
        let is_apart = rest.chars().next_back().is_none_or(|c| " (/".contains(c));
        is_apart && !rest.trim_end().ends_with(|c: char| c.is_ascii_digit())
    })
}

/// A number and the unit that is written with it.
fn parted(word: &str) -> (&str, Option<&str>) {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = word.split_at(digits);
    if digits > 0 && UNITS.contains(&unit) { (number, Some(unit)) } else { (word, None) }
}

/// Whether a word is a number, in digits or in letters.
fn is_numeral(word: &str) -> bool {
    is_in_digits(word) || NUMBERS.iter().any(|(name, _)| *name == word)
}

/// The words of a text, with a number in words changed to digits where the other text has digits.
pub(super) fn as_in(other: &[String], words: Vec<String>) -> Vec<String> {
    let there: BTreeSet<&str> = other.iter().map(String::as_str).filter(|word| is_numeral(word)).collect();
    let in_digits = |word: String| {
        let digits = NUMBERS.iter().find(|(name, _)| *name == word).map(|(_, digits)| *digits);
        let digits = digits.filter(|digits| there.contains(digits) && !there.contains(word.as_str()));
        digits.map_or(word, str::to_owned)
    };
    words.into_iter().map(in_digits).collect()
}

/// The numbers among some words, except those in the `names` of legislation, each with its unit, sorted.
pub(super) fn quantities(words: &[String], names: &[String]) -> Vec<String> {
    let years: BTreeSet<&str> = names.iter().filter_map(|name| name.rsplit(' ').next()).collect();
    let quantity = |(at, word): (usize, &String)| {
        let is_written = word.trim_start_matches('-').starts_with(|c: char| c.is_ascii_digit());
        let is_named = NUMBERS.iter().any(|(name, _)| name == word);
        let next = words.get(at + 1).map_or("", String::as_str);
        let is_one = (is_written && !years.contains(word.as_str()) || is_named) && !is_dimension(word, next);
        is_one.then(|| if UNITS.contains(&next) { format!("{word} {next}") } else { word.clone() })
    };
    let mut found: Vec<String> = words.iter().enumerate().filter_map(quantity).collect();
    found.sort_unstable();
    found
}

/// Whether a number says how many dimensions something has, which is not a quantity: `3D`, `3-D`, `three-dimensional`.
fn is_dimension(number: &str, next: &str) -> bool {
    matches!(number, "1d" | "2d" | "3d" | "4d")
        || matches!(
            (number, next),
            ("1" | "2" | "3" | "4", "d") | (_, "dimension" | "dimensional" | "dimensions")
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_whole() {
        let cases = [
            ("Lift 1,000 kg.", "lift 1000 kg"),
            ("Lift 2m, 2.5m or 2.5 m", "lift 2 m 2.5 m or 2.5 m"),
            (
                "Keep it at −20°C (-5 at night), 5–10, 5 - 10 or 5 -10.",
                "keep it at -20 c -5 at night 5 10 5 10 or 5 10",
            ),
            ("In 2019, 300 boats. 12 gates", "in 2019 300 boats 12 gates"),
            ("Don't lift what you can't: one cannot", "do not lift what you can not one can not"),
            ("Points 1, 2 and 3D plans of 1.2.3", "points 1 2 and 3d plans of 1.2.3"),
        ];
        for (text, expected) in cases {
            assert_eq!(words(text).join(" "), expected, "{text}");
        }
    }

    #[test]
    fn a_quantity_has_its_unit() {
        assert_eq!(quantities(&words("Lift 2m in three hours by 2 km"), &[]), ["2 km", "2 m", "three"]);
        assert_eq!(
            quantities(&words("The Canal Act 1999, 3D plans"), &["Canal Act 1999".to_owned()]),
            [""; 0]
        );
    }
}
