//! Days of the calendar, as documents write them.

use std::fmt;
use std::str::FromStr;

use jiff::ToSpan as _;
use jiff::civil;

/// The names of the months. The first three letters are enough to recognise one.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The days of the week, which may come before a date.
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// A day, written `2026-08-31`. Days are ordered by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(civil::Date);

impl Date {
    /// The day this many days after 1 January 1970, or the last possible day if that is too late.
    #[must_use]
    pub fn after_epoch(days: u64) -> Self {
        let days = i64::try_from(days).unwrap_or(i64::MAX);
        let after =
            days.try_into().ok().and_then(|days: i32| civil::date(1970, 1, 1).checked_add(days.days()).ok());
        Self(after.unwrap_or(civil::Date::MAX))
    }

    /// The day that a text gives: `2024-09-01`, `01/09/2024` with the day first, as pages write it, or with the month in
    /// words: `1 September 2024`, `Sunday 1 September 2024`, `Sept 1st, 2024`. None if it gives no day, or one that
    /// does not exist.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        let (year, month, day) = in_digits(text).or_else(|| in_words(text))?;
        civil::Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok().map(Self)
    }

    /// The day after it.
    #[must_use]
    pub fn next(self) -> Self {
        self.plus(1)
    }

    /// The day this many days later.
    #[must_use]
    pub fn plus(self, days: u16) -> Self {
        Self(self.0.saturating_add(i32::from(days).days()))
    }

    /// The day as people write it: `1 September 2024`.
    #[must_use]
    pub fn in_words(self) -> String {
        let month = usize::try_from(self.0.month() - 1).ok().and_then(|month| MONTHS.get(month));
        let mut month = month.copied().unwrap_or_default().to_owned();
        if let Some(first) = month.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        format!("{} {month} {}", self.0.day(), self.0.year())
    }
}

/// Year, month and day of `2024-09-01` or `01/09/2024`.
fn in_digits(text: &str) -> Option<(u16, u16, u16)> {
    let is_slashed = text.contains('/');
    let mut parts = text.split(if is_slashed { '/' } else { '-' });
    let (one, month, other) = (parts.next()?, parts.next()?, parts.next()?);
    let (year, day) = match (one.len(), other.len(), is_slashed) {
        (4, 2, false) => (one, other),
        (1 | 2, 4, true) => (other, one),
        _ => return None,
    };
    parts.next().is_none().then(|| Some((number(year)?, number(month)?, number(day)?)))?
}

/// Year, month and day of `1 September 2024` or `Sep 1st, 2024`.
fn in_words(text: &str) -> Option<(u16, u16, u16)> {
    let (mut year, mut month, mut day) = (None, None, None);
    let words =
        text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '.')).filter(|word| !word.is_empty());
    for (index, word) in words.enumerate() {
        if index == 0 && is_weekday(word) {
            continue;
        }
        let place = match (month_of(word), day_of(word)) {
            _ if word.len() == 4 && number(word).is_some() => (&mut year, number(word)),
            (Some(of), _) => (&mut month, Some(of)),
            (None, Some(of)) => (&mut day, Some(of)),
            (None, None) => return None,
        };
        if place.0.is_some() {
            return None;
        }
        *place.0 = place.1;
    }
    Some((year?, month?, day?))
}

/// Whether the word is a day of the week: its name, or three letters of it or more.
fn is_weekday(word: &str) -> bool {
    let word = word.to_ascii_lowercase();
    word.len() >= 3 && WEEKDAYS.iter().any(|name| name.starts_with(&word))
}

/// The number of a month, by its name or by three letters of it or more.
fn month_of(word: &str) -> Option<u16> {
    let word = word.to_ascii_lowercase();
    let index = MONTHS.iter().position(|name| word.len() >= 3 && name.starts_with(&word))?;
    u16::try_from(index + 1).ok()
}

/// The number of a day: `1`, `01`, `1st`.
fn day_of(word: &str) -> Option<u16> {
    let bare = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    number(bare).filter(|_| matches!(bare.len(), 1 | 2))
}

/// The number that these digits make; a sign is not allowed.
fn number(digits: &str) -> Option<u16> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}

impl FromStr for Date {
    type Err = String;

    /// Reads a day in the one form that this program accepts from users.
    fn from_str(text: &str) -> Result<Self, String> {
        let date = Self::of(text).filter(|date| date.to_string() == text);
        date.ok_or_else(|| format!("`{text}` is not a date: write a real date in the form 2026-08-31"))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        let day = |days| Date::after_epoch(days).to_string();
        assert_eq!([day(0), day(58), day(59)], ["1970-01-01", "1970-02-28", "1970-03-01"]);
        assert_eq!([day(11_016), day(11_017)], ["2000-02-29", "2000-03-01"]);
        assert_eq!(day(20_454), "2026-01-01");
        assert_eq!(day(u64::MAX), "9999-12-31");
    }

    #[test]
    fn days_follow_each_other() {
        let after = |text: &str, days| Date::of(text).map(|date| date.plus(days).to_string());
        assert_eq!(after("2023-12-31", 1).as_deref(), Some("2024-01-01"));
        assert_eq!(after("2024-02-28", 2).as_deref(), Some("2024-03-01"));
        assert_eq!(after("2024-04-30", 14).as_deref(), Some("2024-05-14"));
        assert_eq!(after("2023-03-01", 0).as_deref(), Some("2023-03-01"));
    }

    #[test]
    fn days_that_exist_are_dates() {
        for text in ["2024-02-29", "29/02/2024", "1/09/2024", "2000-02-29", "1999-12-31"] {
            assert!(Date::of(text).is_some(), "{text}");
        }
        for text in [
            "2023-02-29",
            "1900-02-29",
            "2024-13-01",
            "2024-00-10",
            "2024-04-31",
            "01-02-2024",
            "2024-09",
            "2024-09-01-01",
            "soon",
            "",
        ] {
            assert_eq!(Date::of(text), None, "{text}");
        }
        assert!(Date::of("31/12/2023") < Date::of("2024-01-01"));
    }

    #[test]
    fn months_may_be_words() {
        for text in [
            "1 September 2024",
            "01 Sep 2024",
            "September 1, 2024",
            "1st sept. 2024",
            "Sep 1st 2024",
            "Sunday 1 September 2024",
            "Sun, 1 Sept 2024",
        ] {
            assert_eq!(Date::of(text).map(|date| date.to_string()).as_deref(), Some("2024-09-01"), "{text}");
        }
        for text in [
            "31 April 2024",
            "1 Se 2024",
            "1 September",
            "Sunday",
            "1 Sunday September 2024",
            "September 2024",
            "1 2 September 2024",
            "2024 2024 May 1",
        ] {
            assert_eq!(Date::of(text), None, "{text}");
        }
    }

    #[test]
    fn people_write_days_in_one_way() {
        let read = |text: &str| text.parse::<Date>().map(|date| date.to_string());
        assert_eq!(read("2024-02-29").as_deref(), Ok("2024-02-29"));
        for text in
            ["2023-02-29", "2024-1-1", "24-01-01", "2024/01/01", "01/01/2024", " 2024-1-01", "é024-01-1"]
        {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
