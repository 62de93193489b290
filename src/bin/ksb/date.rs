//! The clock.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use ksb::config::Date;

const SECONDS_A_DAY: u64 = 24 * 60 * 60;

/// Today, in the time zone of Greenwich.
pub(crate) fn today() -> Date {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or(Duration::ZERO);
    Date::after_epoch(since.as_secs() / SECONDS_A_DAY)
}
