//! Whether parts of a document beside its text may have codes of statements: the text leaves them out.

use super::error::OfficeError;
use super::xml::{Element, Item, Xml};

/// The most digits of a code.
const MOST_DIGITS: usize = 3;

/// Whether a word of a text has the shape of a code: `K1`.
pub(super) fn may_have_codes(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| {
        let digits = word.strip_prefix(['K', 'S', 'B']).unwrap_or_default();
        (1..=MOST_DIGITS).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// The words up to the end of the element that began last, or of the file, without elements that are skipped.
pub(super) fn words_inside(
    xml: &mut Xml<'_>,
    is_skipped: impl Fn(&Element<'_>) -> bool,
) -> Result<String, OfficeError> {
    let (mut text, mut depth) = (String::new(), 1_usize);
    while depth > 0 {
        match xml.next()? {
            Item::Open(element) if is_skipped(&element) => xml.skip()?,
            Item::Open(element) => {
                depth += 1;
                if ["p", "tab", "br", "s", "line-break"].contains(&element.name()) {
                    text.push(' ');
                }
            }
            Item::Close => depth -= 1,
            Item::Text(said) => text.push_str(&said),
            Item::End => break,
        }
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_a_letter_with_digits() {
        for (text, expected) in [
            ("Page 3 of 7", false),
            ("Covers K1.", true),
            ("S12–S14", true),
            ("MK1 K1a B2026 Ks", false),
            ("B", false),
        ] {
            assert_eq!(may_have_codes(text), expected, "{text}");
        }
    }
}
