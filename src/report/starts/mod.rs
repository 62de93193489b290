//! Which version of each standard takes starts on a day: `ksb history --on`.

pub mod csv;
pub mod json;
pub mod terminal;

use crate::catalogue::VersionExtract;
use crate::model::Date;
use crate::source::{Source, Spanned};

/// Which versions take starts on a day.
#[derive(Clone, Debug)]
pub struct StartsReport<'a> {
    /// The day.
    pub day: Date,
    /// A line for each standard, in the order of references.
    pub standards: Vec<StandardLine<'a>>,
}

/// What holds for one standard.
#[derive(Clone, Debug)]
pub struct StandardLine<'a> {
    /// Its reference.
    pub reference: &'a str,
    /// Its title, as the newest version that states one has it.
    pub title: Option<&'a str>,
    /// The version that takes starts, with the file that it is in.
    pub version: Option<(&'a VersionExtract, &'a Source)>,
    /// Which document of the file, if it has several.
    pub document: Option<&'a str>,
    /// Why this one, or why none, as a sentence without its full stop.
    pub reason: &'a str,
}

impl<'a> StandardLine<'a> {
    /// The number of the version that takes starts.
    fn number(&self) -> Option<&'a str> {
        self.stated(|version| &version.version)
    }

    /// A text that the version states.
    fn stated(&self, field: impl Fn(&'a VersionExtract) -> &'a Option<Spanned<String>>) -> Option<&'a str> {
        let (version, _) = self.version?;
        field(version).as_ref().map(|text| text.value.as_str())
    }

    /// A day that the version states.
    fn day(&self, field: impl Fn(&'a VersionExtract) -> &'a Option<Spanned<Date>>) -> Option<String> {
        let (version, _) = self.version?;
        field(version).as_ref().map(|day| day.value.to_string())
    }
}
