//! Texts as they are compared: without what only looks different.

/// What a page leaves after a text …
const PAGE_SUFFIX: &str = "Back to Duty";
/// … and before a text: the name of an icon.
const PAGE_PREFIX: &str = "assignment_turned_in";

/// A text as it is shown: without white space around it and without what a page leaves there.
pub(in crate::diff) fn shown(text: &str) -> &str {
    let text = text.trim();
    let text = text.strip_suffix(PAGE_SUFFIX).map_or(text, str::trim_end);
    text.strip_prefix(PAGE_PREFIX).map_or(text, str::trim_start)
}

/// A text as it is compared: lower case, plain quotes and dashes, single spaces, no final stop.
pub(in crate::diff) fn normalised(text: &str) -> String {
    let text = shown(text);
    let mut plain = String::with_capacity(text.len());
    if text.bytes().all(is_nearly_plain) {
        join(&mut plain, text.split_ascii_whitespace(), String::push_str);
        plain.make_ascii_lowercase();
    } else {
        join(&mut plain, text.split_whitespace(), |plain, word| {
            word.chars().filter(|c| !is_invisible(*c)).for_each(|c| push_plain(plain, c));
        });
    }
    plain.truncate(plain.trim_end_matches(['.', ' ']).len());
    plain
}

/// Appends words with single spaces between them.
fn join<'t>(plain: &mut String, words: impl Iterator<Item = &'t str>, push: impl Fn(&mut String, &str)) {
    for word in words {
        if !plain.is_empty() {
            plain.push(' ');
        }
        push(plain, word);
    }
}

/// Whether a single-byte character is compared as it is, apart from its case, or is ASCII white space.
fn is_nearly_plain(byte: u8) -> bool {
    byte.is_ascii() && byte != b'`' && byte != 0x0b
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
