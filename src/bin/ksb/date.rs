//! Days of the calendar.

use std::fmt;
use std::str::FromStr;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// A day, written `2026-08-31`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Date {
    year: u64,
    month: u64,
    day: u64,
}

const SECONDS_A_DAY: u64 = 24 * 60 * 60;

impl Date {
    /// Today, in the time zone of Greenwich.
    pub(crate) fn today() -> Self {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
        Self::after_epoch(since.as_secs() / SECONDS_A_DAY)
    }

    /// The day that many days after the first of 1970.
    fn after_epoch(mut days: u64) -> Self {
        let mut year = 1970;
        while days >= length(year) {
            days -= length(year);
            year += 1;
        }
        let mut month = 1;
        while days >= days_in(year, month) {
            days -= days_in(year, month);
            month += 1;
        }
        Self { year, month, day: days + 1 }
    }
}

fn is_leap(year: u64) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn length(year: u64) -> u64 {
    if is_leap(year) { 366 } else { 365 }
}

fn days_in(year: u64, month: u64) -> u64 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl FromStr for Date {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is no day: write it as 2026-08-31");
        let shaped = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !shaped {
            return Err(wrong());
        }
        let part = |from: usize, to: usize| text[from..to].parse::<u64>().map_err(|_| wrong());
        let (year, month, day) = (part(0, 4)?, part(5, 7)?, part(8, 10)?);
        let exists = (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        if exists { Ok(Self { year, month, day }) } else { Err(wrong()) }
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
    fn only_days_that_exist_are_read() {
        let read = |text: &str| text.parse::<Date>().map(|date| date.to_string());
        assert_eq!(read("2024-02-29").as_deref(), Ok("2024-02-29"));
        for text in
            ["2023-02-29", "2024-13-01", "2024-00-10", "2024-1-1", "24-01-01", "2024/01/01", "é024-01-1"]
        {
            assert!(read(text).is_err(), "{text}");
        }
        assert!("2024-02-29".parse::<Date>() < "2024-03-01".parse());
    }
}
