//! The versions that are open for starts on a date, as CSV (RFC 4180), for spreadsheets.

use super::{OpenVersion, StandardLine, StartsReport};
use crate::model::Date;
use crate::report::cell::safe;

/// The headers of the columns.
const HEADS: [&str; 9] = [
    "reference",
    "title",
    "version",
    "status",
    "earliest start",
    "latest start",
    "reason",
    "file",
    "document",
];

/// Renders a line for each standard. If no version is open for starts, its cells are empty.
///
/// A text that a spreadsheet would take for a formula starts with an apostrophe.
#[must_use]
pub fn render(report: &StartsReport<'_>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let lines = std::iter::once(HEADS.map(str::to_owned)).chain(report.standards.iter().map(cells));
    for line in lines {
        writer.write_record(&line).expect("every line has all columns");
    }
    let bytes = writer.into_inner().expect("a Vec takes all that is written to it");
    String::from_utf8(bytes).expect("the cells are UTF-8")
}

fn cells(line: &StandardLine<'_>) -> [String; 9] {
    let version = line.version.as_ref();
    let day = |of: fn(&OpenVersion<'_>) -> Option<Date>| version.and_then(of).map(|day| day.to_string());
    let (first, last) = (day(|version| version.earliest_start), day(|version| version.latest_start));
    [
        Some(line.reference),
        line.title,
        version.map(|version| version.number),
        version.and_then(|version| version.status),
        first.as_deref(),
        last.as_deref(),
        Some(line.reason),
        version.map(|version| version.path),
        version.and_then(|version| version.document),
    ]
    .map(|text| safe(text.unwrap_or_default()))
}
