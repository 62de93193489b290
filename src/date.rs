//! Days of the calendar.

use std::fmt;
use std::str::FromStr;

/// A day, written `2026-08-31`. Days compare by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day that many days after the first of 1970.
    #[must_use]
    pub fn after_epoch(mut days: u64) -> Self {
        let mut year = 1970;
        while days >= length(year) {
            days -= length(year);
            year += 1;
        }
        (0..days).fold(Self { year, month: 1, day: 1 }, |date, _| date.next())
    }

    /// The day that a text gives: `2024-09-01`, or `01/09/2024` with the day first, as pages write it.
    /// None if it gives none, or one that does not exist.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        let mut parts = text.split(['-', '/']);
        let (one, month, other) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        let (year, day) = match (one.len(), other.len(), text.contains('/')) {
            (4, 2, false) => (one, other),
            (1 | 2, 4, true) => (other, one),
            _ => return None,
        };
        let date = Self {
            year: number(year)?,
            month: number(month)?.try_into().ok()?,
            day: number(day)?.try_into().ok()?,
        };
        (1..=date.days_of_month()).contains(&date.day).then_some(date)
    }

    /// The day after it.
    #[must_use]
    pub fn next(self) -> Self {
        let Self { year, month, day } = self;
        match (month, day) {
            (12.., 31..) => Self { year: year.saturating_add(1), month: 1, day: 1 },
            _ if day >= self.days_of_month() => Self { year, month: month + 1, day: 1 },
            _ => Self { day: day + 1, ..self },
        }
    }

    /// The day that many days after it.
    #[must_use]
    pub fn plus(self, days: u16) -> Self {
        (0..days).fold(self, |date, _| date.next())
    }

    fn days_of_month(self) -> u8 {
        match self.month {
            4 | 6 | 9 | 11 => 30,
            2 if is_leap(self.year) => 29,
            2 => 28,
            1..=12 => 31,
            _ => 0,
        }
    }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

/// How many days a year has.
fn length(year: u16) -> u64 {
    if is_leap(year) { 366 } else { 365 }
}

/// The number that digits give; signs are none.
fn number(digits: &str) -> Option<u16> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}

impl FromStr for Date {
    type Err = String;

    /// Reads a day as people write it for this program, which is one way only.
    fn from_str(text: &str) -> Result<Self, String> {
        let date = Self::of(text).filter(|date| date.to_string() == text);
        date.ok_or_else(|| format!("`{text}` is no day: write it as 2026-08-31"))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
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
            "soon",
            "",
        ] {
            assert_eq!(Date::of(text), None, "{text}");
        }
        assert!(Date::of("31/12/2023") < Date::of("2024-01-01"));
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
