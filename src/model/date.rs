//! Dates, as the native document and as pages write them.

use std::fmt;

use super::{Field, Standard, Subject};
use crate::source::Text;

/// A day. Days compare by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day that a text gives: `2024-09-01`, or `01/09/2024` with the day first, as pages write it.
    /// None if it gives none, or one that does not exist.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        let parts: Vec<&str> = text.split(['-', '/']).collect();
        let [one, month, other] = parts.as_slice() else { return None };
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

    fn days_of_month(self) -> u8 {
        let year = self.year;
        match self.month {
            4 | 6 | 9 | 11 => 30,
            2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
            2 => 28,
            1..=12 => 31,
            _ => 0,
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The number that digits give; signs are none.
fn number(digits: &str) -> Option<u16> {
    digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
}

impl<'s> Standard<'s> {
    /// All dates of the standard and of its version log, each with its subject.
    pub fn dates(&self) -> impl Iterator<Item = (Subject, &Field<Text<'s>>)> {
        let dates = &self.facts.dates;
        let own = [
            ("dates.created", &dates.created),
            ("dates.approved", &dates.approved),
            ("dates.updated", &dates.updated),
            ("dates.earliestStart", &dates.earliest_start),
            ("dates.latestStart", &dates.latest_start),
            ("dates.latestEnd", &dates.latest_end),
        ];
        let log = self.version_log.iter().enumerate().flat_map(|(index, entry)| {
            let part = |name| Subject::Part("versionLog", index, name);
            [(part("earliestStart"), &entry.earliest_start), (part("latestStart"), &entry.latest_start)]
        });
        own.into_iter().map(|(name, field)| (Subject::Field(name), field)).chain(log)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
