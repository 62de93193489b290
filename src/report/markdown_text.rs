//! Texts of documents in Markdown: they stay texts, whatever is in them.

use std::fmt::Write;

use super::text::escaped as visible;

/// The text so that GitHub shows it as it is, also inside the cell of a table and inside a tag: no markup, no tags, no
/// mentions, no links, no references, no line breaks. Invisible characters that would act on a reader's screen are made
/// visible.
pub(super) fn escaped(text: &str) -> String {
    let one_line = text.replace(['\r', '\n', '\t'], " ");
    let text = visible(&one_line);
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut characters = text.chars().peekable();
    let mut before = ' ';
    while let Some(character) = characters.next() {
        let next = characters.peek().copied().unwrap_or(' ');
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '|' | '`' | '*' | '_' | '~' | '[' | ']' | '\\' | '!' | '$' | '{' | '}' => {
                entity(&mut out, character);
            }
            '-' | '+' | '=' if out.is_empty() => entity(&mut out, character),
            '#' | '@' | ':' => parted(&mut out, character, !next.is_whitespace()),
            '.' => parted(&mut out, character, next.is_alphanumeric() && before.is_alphabetic()),
            '-' => parted(&mut out, character, next.is_ascii_digit() && before.is_alphabetic()),
            _ => out.push(character),
        }
        before = character;
    }
    out
}

/// A character by its number, so that it is not markup.
fn entity(out: &mut String, character: char) {
    let _infallible = write!(out, "&#{};", u32::from(character));
}

/// A character that would turn what follows into a link or a mention: an empty comment separates
/// the two. An entity would not work, because links are looked for in what is shown.
fn parted(out: &mut String, character: char, joins: bool) {
    out.push(character);
    if joins {
        out.push_str("<!-- -->");
    }
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn markup_stays_text() {
        assert_eq!(escaped("<script>alert(1)</script>"), "&lt;script&gt;alert(1)&lt;/script&gt;");
        assert_eq!(
            escaped("a | `b` *c* _d_ [e](f)"),
            "a &#124; &#96;b&#96; &#42;c&#42; &#95;d&#95; &#91;e&#93;(f)"
        );
        assert_eq!(escaped("a\r\nb\tc"), "a  b c");
        assert_eq!(
            escaped("![x](y) <!-- z --> \\|"),
            "&#33;&#91;x&#93;(y) &lt;!-- z --&gt; &#92;&#124;".replace("!--", "&#33;--")
        );
    }

    #[test]
    fn nothing_becomes_a_mention_a_link_or_a_reference() {
        assert_eq!(escaped("@octo/team #12"), "@<!-- -->octo/team #<!-- -->12");
        assert_eq!(
            escaped("https://x.test www.x.test"),
            "https:<!-- -->//x.<!-- -->test www.<!-- -->x.<!-- -->test"
        );
        assert_eq!(escaped("a@b.test GH-12 :+1:"), "a@<!-- -->b.<!-- -->test GH-<!-- -->12 :<!-- -->+1:");
    }

    #[test]
    fn plain_sentences_stay_as_they_are() {
        let plain = "The ‘duty of care’, e.g. 2.5 hours (24/7): check – then record; K7, 100%.";
        assert_eq!(escaped(plain).replace("<!-- -->", ""), plain);
        assert_eq!(escaped("Check, record. Report: all."), "Check, record. Report: all.");
    }

    #[test]
    fn what_is_not_seen_is_shown() {
        assert_eq!(escaped("a\u{202e}b"), "a&#92;u&#123;202e&#125;b");
    }
}
