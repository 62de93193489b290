//! Values of facts, as people write them: numbers, levels, durations, statuses, references.

use super::lines::{Line, begins};
use crate::source::Spanned;

/// The number that the text begins with: `4`, `4 - Higher`, `£6,000`.
pub(super) fn number(line: Line<'_>) -> Option<Spanned<i64>> {
    let is_money = line.text.starts_with('£');
    let line = if is_money { line.rest('£'.len_utf8()) } else { line };
    let end = line.text.find(|c: char| !c.is_ascii_digit() && c != ',').unwrap_or(line.text.len());
    let after = &line.text[end..];
    let after = after.strip_prefix(".00").filter(|_| is_money).unwrap_or(after);
    if after.starts_with(|c: char| c.is_alphanumeric() || c == '.') {
        return None;
    }
    let digits = line.before(end);
    Some(Spanned::new(digits.text.replace(',', "").parse().ok()?, digits.span()))
}

/// The level that a value gives: `4`, `4 - Higher`, `L2`, `Level 2 (two)`; `None` for `2/3` or `2 - 3`.
pub(super) fn level(value: Line<'_>) -> Option<Spanned<i64>> {
    let value = if value.begins("level ") { value.rest("level ".len()) } else { value };
    let value = if value.begins("l") { value.rest(1) } else { value };
    let level = number(value)?;
    let behind = value.rest(level.span.len()).text;
    let next = behind.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—'));
    let goes_on =
        behind.starts_with(['/', '&', '+']) || ["and ", "or ", "to "].iter().any(|word| begins(behind, word));
    let is_range = next.len() < behind.len() && next.starts_with(|c: char| c.is_ascii_digit());
    (!goes_on && !is_range).then_some(level)
}

/// The first number of months or years in the text, in months: `Typically 24 months`; for `18 – 24 months`, 18.
pub(super) fn months(line: Line<'_>) -> Option<Spanned<i64>> {
    let digit = line.text.find(|c: char| c.is_ascii_digit())?;
    let count = number(line.rest(digit))?;
    let behind = line.rest(digit + count.span.len());
    let unit = other_end(behind).unwrap_or(behind);
    let factor = match unit {
        unit if unit.begins("month") => 1,
        unit if unit.begins("year") => 12,
        _ => return None,
    };
    Some(Spanned::new(count.value.checked_mul(factor)?, count.span))
}

/// What comes after the other end of a range: `months` in `– 24 months`.
fn other_end(line: Line<'_>) -> Option<Line<'_>> {
    let joint = ["to", "–", "—", "-"].into_iter().find(|joint| line.begins(joint))?;
    let end = line.rest(joint.len());
    Some(end.rest(number(end)?.span.len()))
}

/// `Yes` or `No`.
pub(super) fn yes_or_no(line: Line<'_>) -> Option<Spanned<bool>> {
    let value = line.is("yes");
    (value || line.is("no")).then(|| Spanned::new(value, line.span()))
}

/// Whether the text is a reference as the site gives them: `ST9901`, `OCC9901A`.
pub(super) fn is_reference(value: Line<'_>) -> bool {
    let letters = value.text.bytes().take_while(u8::is_ascii_uppercase).count();
    (2..=3).contains(&letters) && digits(value.text[letters..].trim_end_matches(char::is_uppercase))
}

/// How much of a status is the status itself: after it, in brackets or after a dash, the site says what it means for
/// starts.
pub(in crate::read) fn status_len(status: &str) -> usize {
    let dash = [" - ", " – "].iter().find_map(|dash| status.find(dash));
    let remark = dash.filter(|at| {
        let behind = status[*at..].trim_start_matches([' ', '-', '–']);
        ["latest start", "available", "last date", "closed", "assessment plan"]
            .iter()
            .any(|word| begins(behind, word))
    });
    let end = bracket(status).or(remark).unwrap_or(status.len());
    status[..end].trim_end().len()
}

/// Where the bracket that the text ends with begins, if there is something before it.
pub(super) fn bracket(text: &str) -> Option<usize> {
    text.find('(').filter(|at| *at > 0 && text.ends_with(')'))
}

/// Whether the text is one or more digits.
pub(super) fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line<'_> {
        Line::alone(text, 0)
    }

    #[test]
    fn a_status_ends_before_its_bracket() {
        let stated = |text: &'static str| &text[..status_len(text)];
        assert_eq!(stated("Approved for delivery (available for starts)"), "Approved for delivery");
        assert_eq!((stated("Retired"), stated("(unknown)")), ("Retired", "(unknown)"));
        assert_eq!(stated("Approved for delivery - latest start date 1 May 2026"), "Approved for delivery");
        assert_eq!(stated("In development – again"), "In development – again");
    }

    #[test]
    fn a_level_is_one_number() {
        let read = |text| level(line(text)).map(|found| found.value);
        for text in ["2", "L2", "Level 2", "2 (two)", "2 - Craft", "2 (GCSE)"] {
            assert_eq!(read(text), Some(2), "{text}");
        }
        for text in ["2/3", "2 and 3", "2-3", "2 – 3", "2 or 3", "two", "2 & 3"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_are_read_as_pages_write_them() {
        let read = |text| number(line(text)).map(|found| (found.value, found.span.len()));
        assert_eq!(read("4 - Higher"), Some((4, 1)));
        assert_eq!(read("£6,000"), Some((6000, 5)));
        assert_eq!((read("£3000.00"), read("£3000.50")), (Some((3000, 4)), None));
        for text in ["", "four", "4th", "2.5", "99999999999999999999", ","] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn durations_are_months() {
        let read = |text| months(line(text)).map(|found| found.value);
        assert_eq!(read("Typically 24 months"), Some(24));
        assert_eq!(read("After 3 years"), Some(36));
        assert_eq!((read("18 – 24 months"), read("1 to 2 years")), (Some(18), Some(12)));
        assert_eq!(read("18 months (without the assessment)"), Some(18));
        for text in ["24", "two years", "3 weeks", "9223372036854775807 years"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
