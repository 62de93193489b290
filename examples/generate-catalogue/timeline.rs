//! The numbers and dates of the versions of a standard, without gaps.

use super::content::Dates;
use super::outline::{Last, Outline};
use super::prng::Rng;

/// How long after the last start the last apprentice may finish, in days.
const TO_FINISH: u64 = 1095;

/// When a version is in use, and how.
pub(crate) struct Stage {
    pub(crate) number: String,
    pub(crate) status: &'static str,
    pub(crate) dates: Dates,
}

/// The versions of a standard, first to last.
pub(crate) fn stages(seed: u64, outline: &Outline) -> Vec<Stage> {
    let mut rng = Rng::of(&[seed, outline.index as u64, 2]);
    // Days since 1970: between 2015 and 2017.
    let mut start = rng.between(16_500, 17_300) as u64;
    let (mut major, mut minor) = (outline.first_major, 0);
    let mut stages = Vec::new();
    for step in 0..outline.versions {
        let mut rng = Rng::of(&[seed, outline.index as u64, 3, step as u64]);
        let (lasts, is_major) = (rng.between(250, 700) as u64, rng.chance(12));
        if step > 0 {
            (major, minor) =
                if is_major && !outline.is_history() { (major + 1, 0) } else { (major, minor + 1) };
        }
        let status = status(outline, step);
        let is_open = status == "Approved for delivery";
        let is_used = status != "In development";
        let closes = (!is_open && is_used).then_some(start + lasts - 1);
        let dates = Dates {
            created: date(start - 180),
            published: date(start - 30),
            approved: is_used.then(|| date(start - 40)),
            earliest_start: is_used.then(|| date(start)),
            latest_start: closes.map(date),
            latest_end: closes.map(|day| date(day + TO_FINISH)),
        };
        stages.push(Stage { number: format!("{major}.{minor}"), status, dates });
        start += lasts;
    }
    stages
}

/// One version is approved, and those before it are retired.
fn status(outline: &Outline, step: usize) -> &'static str {
    let left = outline.versions - 1 - step;
    match (outline.last, left) {
        (Last::InDevelopment, 0) => "In development",
        (Last::InDevelopment, 1) | (Last::Approved, 0) => "Approved for delivery",
        _ => "Retired",
    }
}

/// A day, counted from 1 January 1970, as year, month and day.
pub(crate) fn date(day: u64) -> String {
    // The calendar of eras of 400 years that begin in March.
    let day = day + 719_468;
    let (era, of_era) = (day / 146_097, day % 146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let of_month = of_year - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    format!("{:04}-{month:02}-{of_month:02}", era * 400 + year + next)
}
