//! The clock.

use std::env;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use ksb::config::Date;

const SECONDS_A_DAY: u64 = 24 * 60 * 60;

/// Today's date, in UTC.
pub(crate) fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    Date::after_epoch(since.as_secs() / SECONDS_A_DAY)
}

/// The time at which documents are written, in the form that XML uses: the time in `SOURCE_DATE_EPOCH` if it is set, so
/// that builds are reproducible.
pub(crate) fn now() -> String {
    let said = env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO).as_secs();
    let seconds: u64 = said.unwrap_or_else(now);
    let (day, rest) = (seconds / SECONDS_A_DAY, seconds % SECONDS_A_DAY);
    format!("{}T{:02}:{:02}:{:02}Z", Date::after_epoch(day), rest / 3600, rest / 60 % 60, rest % 60)
}
