//! When two texts say the same, and when a text says nothing yet.

/// The text as it is compared: lower case, white space collapsed, straight quotes, no full stop at
/// the end.
#[must_use]
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        let mut bytes = Vec::with_capacity(text.len());
        bytes.extend(folded_bytes(text));
        return String::from_utf8(bytes).expect("ASCII stays ASCII");
    }
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        push_folded(&mut out, word);
    }
    out.truncate(out.trim_end_matches(['.', ' ']).len());
    out
}

/// Whether two texts are the same once they are [`folded`], without folding more of them than it takes to tell.
#[must_use]
pub fn say_the_same(one: &str, other: &str) -> bool {
    if one.is_ascii() && other.is_ascii() {
        folded_bytes(one).eq(folded_bytes(other))
    } else {
        folded(one) == folded(other)
    }
}

/// The bytes of an ASCII text once it is folded.
fn folded_bytes(text: &str) -> impl Iterator<Item = u8> {
    let is_blank = |byte: u8| byte == b' ' || (b'\t'..=b'\r').contains(&byte);
    let text = text.trim_start().trim_end_matches(|c: char| c == '.' || c.is_whitespace());
    let mut behind_blank = false;
    text.bytes().filter_map(move |byte| {
        let was_blank = std::mem::replace(&mut behind_blank, is_blank(byte));
        if is_blank(byte) { (!was_blank).then_some(b' ') } else { Some(byte.to_ascii_lowercase()) }
    })
}

/// Appends `word` in lower case with straight quotes; most words are ASCII, and quick.
fn push_folded(out: &mut String, word: &str) {
    if word.is_ascii() {
        let start = out.len();
        out.push_str(word);
        out[start..].make_ascii_lowercase();
    } else {
        out.extend(word.chars().flat_map(char::to_lowercase).map(straight));
    }
}

fn straight(c: char) -> char {
    match c {
        '‘' | '’' | '‛' => '\'',
        '“' | '”' | '„' => '"',
        '‐' | '‑' | '–' => '-',
        _ => c,
    }
}

/// What authors put where a text is still to be written.
const PLACEHOLDERS: &[&str] = &[
    "awaiting text",
    "insert text",
    "insert text here",
    "n/a",
    "na",
    "none",
    "not applicable",
    "placeholder",
    "tba",
    "tbc",
    "tbd",
    "test",
    "text",
    "text here",
    "to add",
    "to be added",
    "to be agreed",
    "to be announced",
    "to be completed",
    "to be confirmed",
    "to be decided",
    "to be determined",
    "to be drafted",
    "to be written",
    "to come",
    "to do",
    "todo",
    "wip",
];

/// In bytes; what is longer is a text, unless it is filler.
const LONGEST_PLACEHOLDER: usize = 40;

/// Whether a text begins like the filler of printers.
fn starts_with_filler(text: &str) -> bool {
    text.get(..11).is_some_and(|start| start.eq_ignore_ascii_case("lorem ipsum"))
}

/// Whether a text that is not blank only keeps the place of one: ".", "TBC", "xxx", "lorem ipsum".
#[must_use]
pub fn is_placeholder(text: &str) -> bool {
    if text.len() > LONGEST_PLACEHOLDER {
        return starts_with_filler(text);
    }
    let bare = folded(text.trim_matches(|c: char| !c.is_alphanumeric()));
    let filler = !bare.is_empty() && bare.chars().all(|c| c == 'x');
    !text.trim().is_empty()
        && (bare.is_empty()
            || filler
            || starts_with_filler(&bare)
            || PLACEHOLDERS.binary_search(&bare.as_str()).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_change_the_meaning_is_folded() {
        assert_eq!(folded("  The ‘duty\u{a0}of  care’. "), "the 'duty of care'");
        assert_eq!([folded(" . "), folded(" Duty\x0b\t of. care .. ")], ["", "duty of. care"]);
        assert!(say_the_same("Duty  of\ncare.", " duty of care") && !say_the_same("Duty of", "Duty of care"));
        assert!(say_the_same("the \u{a0}‘duty’", "The 'duty'."));
    }

    #[test]
    fn placeholders_are_known_however_they_are_written() {
        for text in [".", "TBC", "[To be confirmed]", "xxx", "n/a", "–", "Lorem ipsum dolor.", "?"] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in ["", " ", "Work.", "Test the circuit.", "Text editing."] {
            assert!(!is_placeholder(text), "{text}");
        }
        assert!(PLACEHOLDERS.is_sorted());
    }
}
