//! Texts as they are compared: without what only looks different.

/// What a page leaves behind a text …
const BEHIND: &str = "Back to Duty";
/// … and, being the name of an icon, in front of one.
const IN_FRONT: &str = "assignment_turned_in";

/// A text as it is shown: without white space around it and without what a page leaves there.
pub(in crate::diff) fn shown(text: &str) -> &str {
    let text = text.trim();
    let text = text.strip_suffix(BEHIND).map_or(text, str::trim_end);
    text.strip_prefix(IN_FRONT).map_or(text, str::trim_start)
}

/// A text as it is compared: lower case, plain quotes and dashes, single spaces, no final stop.
pub(in crate::diff) fn normalised(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for word in shown(text).split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        if word.bytes().all(is_nearly_plain) {
            let start = plain.len();
            plain.push_str(word);
            plain[start..].make_ascii_lowercase();
        } else {
            for c in word.chars().filter(|c| !is_invisible(*c)) {
                push_plain(&mut plain, c);
            }
        }
    }
    plain.truncate(plain.trim_end_matches(['.', ' ']).len());
    plain
}

/// Whether a character, by its only byte, is compared as it is but for its case.
fn is_nearly_plain(byte: u8) -> bool {
    byte.is_ascii() && byte != b'`'
}

/// Appends a character as it is compared.
fn push_plain(plain: &mut String, c: char) {
    match c {
        '‘' | '’' | '‚' | '‛' | '′' | '`' => plain.push('\''),
        '“' | '”' | '„' | '‟' | '″' => plain.push('"'),
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => plain.push('-'),
        '…' => plain.push_str("..."),
        'ﬁ' => plain.push_str("fi"),
        'ﬂ' => plain.push_str("fl"),
        c if c.is_ascii() => plain.push(c.to_ascii_lowercase()),
        c => plain.extend(c.to_lowercase()),
    }
}

/// Whether a character takes up no room: soft hyphens, joiners, byte order marks.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_looks_different_is_the_same() {
        let plain = normalised("the meaning of 'risk' - and \"care\"");
        assert_eq!(normalised(" The meaning\u{a0}of ‘risk’ –  and “care”.  Back to Duty\n"), plain);
        assert_ne!(normalised("the meaning of risk - and care"), plain);
        assert_eq!(normalised(" . "), "");
    }
}
