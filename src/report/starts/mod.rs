//! Which version of each standard takes starts on a day: `ksb history --on`.

pub mod csv;
pub mod json;
pub mod terminal;

use crate::model::Date;

/// Which versions take starts on a day.
#[derive(Clone, Debug)]
pub struct StartsReport<'a> {
    /// The day.
    pub day: Date,
    /// A line for each standard, in the order of references.
    pub standards: Vec<StandardLine<'a>>,
}

/// What holds for one standard.
#[derive(Clone, Copy, Debug)]
pub struct StandardLine<'a> {
    /// Its reference.
    pub reference: &'a str,
    /// Its title, as the newest version states it.
    pub title: Option<&'a str>,
    /// The version that takes starts.
    pub version: Option<OpenVersion<'a>>,
    /// Why this one, or why none, as a sentence without its full stop.
    pub reason: &'a str,
}

/// A version that takes starts, in what it states of itself.
#[derive(Clone, Copy, Debug)]
pub struct OpenVersion<'a> {
    /// Its number.
    pub number: &'a str,
    /// Its status.
    pub status: Option<&'a str>,
    /// The first day of starts.
    pub earliest_start: Option<Date>,
    /// The last day of starts; none if they are open.
    pub latest_start: Option<Date>,
    /// The file that it is in.
    pub path: &'a str,
    /// Which document of the file, if it has several.
    pub document: Option<&'a str>,
}
