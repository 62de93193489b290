//! The codes in a text: alone, in lists (`K1, S3 & S5`) and as ranges (`K1-K4`). Whether they are meant as codes of a
//! standard is decided elsewhere.

use super::gaps::{is_joint, is_range, may_join};
use super::mention::{Mention, Run, WIDEST, ends_range, in_lists};
use crate::model::{Code, Prefix};

/// How codes may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// In their usual form: with capital letters, each code with its own.
    Plainly,
    /// As people write where nothing else is expected: also in lower case, or as a number alone that goes with the code
    /// before it (`K1, 2`).
    Loosely,
}

/// The most letters that a code has before its number.
pub(super) const LONGEST_LETTERS: usize = 3;

/// What can come before a code, besides white space.
const BEFORE: &str = "([{,;:/|&+•·*_#\"'“‘«<>=~`–—‑−…-";

/// The code that is the whole of a text, in the usual form of codes.
pub(super) fn only_code(text: &str) -> Option<Code> {
    let text = text.trim();
    let code = Code::read(text.as_bytes())?;
    let is_whole = (1..=WIDEST).contains(&code.number) && code.prefix != Prefix::D;
    (is_whole && text.starts_with(|c: char| c.is_ascii_uppercase())).then_some(code)
}

/// The codes of a text, list by list.
pub(super) fn runs(text: &str, written: Written) -> Vec<Run> {
    in_lists(text, mentions(text, written))
}

/// The codes of a cell under a header that names their letter, list by list: `1, 2 and 5`.
pub(super) fn runs_under(text: &str, prefix: Prefix) -> Vec<Run> {
    in_lists(text, mentions_under(text, prefix))
}

/// The same codes, one by one.
pub(super) fn mentions_under(text: &str, prefix: Prefix) -> Vec<Mention> {
    let start = text.len() - text.trim_start().len();
    let len = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    let number = text[start..start + len].parse().ok().filter(|number| (1..=WIDEST).contains(number));
    let first = number.filter(|_| !is_of_more(&text[start + len..])).map(|number| Mention {
        first: Code::new(prefix, number),
        last: None,
        range: start..start + len,
        is_spaced: false,
    });
    let mut all: Vec<Mention> = first.into_iter().collect();
    if !all.is_empty() {
        numbers(text, start + len, &mut all);
    }
    further_mentions(text, Written::Loosely, all)
}

/// The codes of a text, one by one.
pub(super) fn mentions(text: &str, written: Written) -> Vec<Mention> {
    further_mentions(text, written, Vec::new())
}

/// The codes of a text one by one, added after those already known.
fn further_mentions(text: &str, written: Written, mut all: Vec<Mention>) -> Vec<Mention> {
    let mut from = 0;
    while let Some(at) = last_letter(text.as_bytes(), from, written) {
        from = at + 1;
        let is_behind = all.last().is_none_or(|last| at >= last.range.end);
        // Where nothing else is expected, codes are also run together: K1K2S1.
        let together = (written == Written::Loosely).then(|| all.last().map_or(0, |last| last.range.end));
        let found = is_behind.then(|| mention(text, at, together)).flatten();
        let Some(mention) = found else { continue };
        let end = mention.range.end;
        all.push(mention);
        if written == Written::Loosely {
            numbers(text, end, &mut all);
        }
    }
    all
}

/// The code whose last letter before its number is at `at`. Where codes may be run together, `together` is the place
/// that one may continue from.
fn mention(text: &str, at: usize, together: Option<usize>) -> Option<Mention> {
    let before = |start: usize| text[..start].chars().next_back();
    let letters = text[..=at].bytes().rev().take_while(u8::is_ascii_alphabetic).count();
    let start = at + 1 - letters;
    let is_apart = together == Some(start)
        || before(start).is_none_or(|c| c.is_whitespace() || BEFORE.contains(c))
        || text[..start].ends_with("..");
    if letters > LONGEST_LETTERS || !is_apart || is_hyphenated(text, start) {
        return None;
    }
    let space = space(&text.as_bytes()[at + 1..], together.is_some());
    let digits = text[at + 1 + space..].bytes().take_while(u8::is_ascii_digit).count();
    let mut end = at + 1 + space + digits;
    let rest = &text[end..];
    if let Some(number) = rest.strip_prefix('.') {
        let part = number.bytes().take_while(u8::is_ascii_digit).count();
        end += if part > 0 { 1 + part } else { 0 };
    }
    end += usize::from(ends_with_letter(&text[end..]));
    let code = code(&text[start..end], at + 1 - start, space)?;
    let goes_on = goes_on(&text[end..]) && !(together.is_some() && begins_code(&text[end..]));
    let is_whole = !goes_on && (1..=WIDEST).contains(&code.number) && code.prefix != Prefix::D;
    is_whole.then_some(Mention { first: code, last: None, range: start..end, is_spaced: space > 0 })
}

/// The code that a text is, given how many letters it has and how many bytes there are between them and its number.
/// Only capital letters may be separate from their number.
fn code(text: &str, letters: usize, gap: usize) -> Option<Code> {
    if gap == 0 {
        return Code::read(text.as_bytes());
    }
    let (letters, number) = (&text[..letters], &text[letters + gap..]);
    let may_be_apart = letters.bytes().all(|letter| letter.is_ascii_uppercase());
    may_be_apart.then(|| Code::read([letters, number].concat().as_bytes()))?
}

/// Where the next letter is, at `from` or after it, that may be the last one of a code before its number.
fn last_letter(text: &[u8], mut from: usize, written: Written) -> Option<usize> {
    loop {
        let rest = &text[from..];
        let letter = match written {
            Written::Plainly => memchr::memchr3(b'K', b'S', b'B', rest),
            Written::Loosely => rest.iter().position(|byte| b"KSBksb".contains(byte)),
        };
        let at = from + letter?;
        from = at + 1;
        let space = space(&text[from..], written == Written::Loosely);
        if text.get(from + space).is_some_and(u8::is_ascii_digit) {
            return Some(at);
        }
    }
}

/// How many bytes there are between the letters of a code and its number, if that is what is there. Where nothing else is
/// expected, that may be a colon: `K: 1, 2; S: 4`.
fn space(behind: &[u8], may_be_colon: bool) -> usize {
    match behind {
        [b':', number, ..] if may_be_colon && number.is_ascii_digit() => 1,
        [b':', b' ', number, ..] if may_be_colon && number.is_ascii_digit() => 2,
        [b' ' | b'-' | b'.', number, ..] if number.is_ascii_digit() => 1,
        [0xC2, 0xA0, number, ..] if number.is_ascii_digit() => 2,
        [0xE2, 0x80, 0x91, number, ..] if number.is_ascii_digit() => 3,
        _ => 0,
    }
}

/// Whether a hyphen joins what begins at `start` to a word before it: `SN-K9`.
fn is_hyphenated(text: &str, start: usize) -> bool {
    let before = text[..start].strip_suffix(['-', '_', '/', '.']);
    let word = before.map(|before| before.rsplit(char::is_whitespace).next().unwrap_or_default());
    // If a code comes before it, it is a range or a list.
    word.is_some_and(|word| {
        let last = word.rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        last.ends_with(char::is_alphanumeric) && Code::read(last.as_bytes()).is_none()
    })
}

/// Whether a single lower-case letter belongs to the number before it: the a of K3a.
fn ends_with_letter(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next().is_some_and(|c| c.is_ascii_lowercase()) && !chars.next().is_some_and(char::is_alphanumeric)
}

/// Whether a code with one letter begins a text.
fn begins_code(rest: &str) -> bool {
    matches!(rest.as_bytes(), [b'K' | b'S' | b'B', number, ..] if number.is_ascii_digit())
}

/// Whether the word continues after the code: `K9er`, `B2-level`, `S1_old`, `S1.docx`.
fn goes_on(rest: &str) -> bool {
    let mut chars = rest.chars();
    match chars.next() {
        Some(c) if c.is_alphanumeric() || c == '_' || c == '@' => true,
        Some(mark @ ('-' | '.' | '\'' | '’')) => {
            let next = word(&rest[mark.len_utf8()..]);
            let is_number = next.parse().is_ok_and(|number| (1..=WIDEST).contains(&number));
            !next.is_empty() && Code::read(next.as_bytes()).is_none() && !(mark == '-' && is_number)
        }
        _ => false,
    }
}

/// Whether what follows a number makes it something else: `4.5`, `40%`, `10:30`, `1st`.
fn is_of_more(rest: &str) -> bool {
    goes_on(rest) || rest.starts_with(['%', ':', '/'])
}

/// The letters and digits that a text begins with.
fn word(text: &str) -> &str {
    &text[..text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len())]
}

/// The numbers after a code that go with it: `K1, 2 and 3`, `K1-4`.
pub(super) fn numbers(text: &str, mut from: usize, all: &mut Vec<Mention>) {
    while let Some(found) = number(text, from, all.last()) {
        from = found.range.end;
        match all.last_mut() {
            Some(before) if ends_range(before, &found, text) => {
                before.last = Some(found.first);
                before.range.end = found.range.end;
            }
            _ => all.push(found),
        }
    }
}

fn number(text: &str, from: usize, before: Option<&Mention>) -> Option<Mention> {
    let before = before?;
    let gap = text[from..].find(|c: char| !may_join(c))?;
    let joint = &text[from..from + gap];
    let start = from + gap;
    let len = text[start..].bytes().take_while(u8::is_ascii_digit).count();
    let number: u32 = text[start..start + len].parse().ok()?;
    // A range goes up: `K9 - 2 hours`.
    let goes_down = is_range(joint) && number <= before.last.unwrap_or(before.first).number;
    let is_next = gap > 0
        && !goes_down
        && !joint.chars().all(char::is_whitespace)
        && (is_joint(joint) || is_range(joint));
    let rest = &text[start + len..];
    // `K1/2/3`, but not a date.
    let is_whole = !is_of_more(rest) || joint == "/" && rest.starts_with('/');
    let code = Code { number, part: None, letter: None, ..before.first };
    (is_next && is_whole && (1..=WIDEST).contains(&number)).then_some(Mention {
        first: code,
        last: None,
        range: start..start + len,
        is_spaced: before.is_spaced,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, written: Written) -> Vec<String> {
        let one = |mention: &Mention| match mention.last {
            Some(last) => format!("{}..{last}", mention.first),
            None => mention.first.to_string(),
        };
        let list = |run: &Run| run.mentions.iter().map(one).collect::<Vec<_>>().join(" ");
        runs(text, written).iter().map(list).collect()
    }

    #[test]
    fn codes_stand_alone_in_lists_and_as_ranges() {
        for (text, found) in [
            ("K1", vec!["K1"]),
            ("(K1, S3 & S5)", vec!["K1 S3 S5"]),
            ("K1-K4, and S2", vec!["K1..K4 S2"]),
            ("K1 – K4; TK3/TS2; ESB1", vec!["K1..K4 TK3 TS2 ESB1"]),
            ("K1 to K4 with S1", vec!["K1..K4", "S1"]),
            ("K4-K1", vec!["K4 K1"]),
            ("K1–S4", vec!["K1 S4"]),
            ("K3a, K4.1 and AK1.", vec!["K3a K4.1 AK1"]),
            ("**K1:** Know. **K2:** Know.", vec!["K1", "K2"]),
            ("K01, K02", vec!["K1 K2"]),
            ("[[K1]] #S2", vec!["K1", "S2"]),
            ("K 1, S-2 and B.3", vec!["K1 S2 B3"]),
            ("K\u{2011}1, S2", vec!["K1 S2"]),
            ("K 1 – K 4", vec!["K1..K4"]),
        ] {
            assert_eq!(shown(text, Written::Plainly), found, "{text}");
        }
    }

    #[test]
    fn other_words_are_not_codes() {
        for text in [
            "K8-9th",
            "B2B",
            "K9er",
            "S1.docx",
            "SKB1",
            "K0",
            "K1234",
            "s3",
            "B2-level",
            "SN-K9",
            "S1_old",
            "K1@home",
            "https://example.org/K1x",
            "D1",
            "Kb5",
            "K2’s",
        ] {
            assert_eq!(shown(text, Written::Plainly), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_head_may_name_the_letter() {
        let shown = |text: &str| {
            let runs = runs_under(text, Prefix::K);
            let codes = runs.iter().flat_map(|run| &run.mentions);
            codes.map(|one| (one.first.to_string(), one.last.map(|code| code.number))).collect::<Vec<_>>()
        };
        let one = |code: &str| (code.to_owned(), None);
        assert_eq!(shown("1, 2 & 5"), [one("K1"), one("K2"), one("K5")]);
        assert_eq!(shown(" 3-7; 9"), [("K3".to_owned(), Some(7)), one("K9")]);
        assert_eq!(shown("1, S4"), [one("K1"), one("S4")]);
        for other in ["4.5", "40%", "10:30", "1st", "Spring"] {
            assert_eq!(shown(other), [], "{other}");
        }
    }

    #[test]
    fn where_codes_are_expected_they_may_be_written_loosely() {
        for (text, found) in [
            ("k1, 2 and 3; s4", vec!["K1 K2 K3 S4"]),
            ("K1-4, S2", vec!["K1..K4 S2"]),
            ("K1 2024", vec!["K1"]),
            ("K1, 50%", vec!["K1"]),
            ("K1K2S14 and B3", vec!["K1 K2 S14 B3"]),
            ("K: 1, 2; S: 4, 5", vec!["K1 K2 S4 S5"]),
        ] {
            assert_eq!(shown(text, Written::Loosely), found, "{text}");
        }
    }
}
