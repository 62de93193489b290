//! Which version of each standard is open for starts on a date: `ksb history --on`.

pub mod csv;
pub mod json;
pub mod terminal;

use crate::model::Date;

/// Which versions are open for starts on a date.
#[derive(Clone, Debug)]
pub struct StartsReport<'a> {
    /// The date.
    pub day: Date,
    /// A line for each standard, in the order of references.
    pub standards: Vec<StandardLine<'a>>,
}

/// The result for one standard.
#[derive(Clone, Copy, Debug)]
pub struct StandardLine<'a> {
    /// Its reference.
    pub reference: &'a str,
    /// Its title, as the newest version states it.
    pub title: Option<&'a str>,
    /// The version that is open for starts.
    pub version: Option<OpenVersion<'a>>,
    /// Why this version, or why none, as a sentence without its full stop.
    pub reason: &'a str,
}

/// A version that is open for starts, with what it states about itself.
#[derive(Clone, Copy, Debug)]
pub struct OpenVersion<'a> {
    /// Its number.
    pub number: &'a str,
    /// Its status.
    pub status: Option<&'a str>,
    /// The first day of starts.
    pub earliest_start: Option<Date>,
    /// The last day of starts, or `None` if there is no end date.
    pub latest_start: Option<Date>,
    /// The file that it is in.
    pub path: &'a str,
    /// Which document in the file, if it has several.
    pub document: Option<&'a str>,
}
