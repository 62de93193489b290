//! What a document states, each part with its place in the file, whatever format it was read from.

mod characters;
mod code;
mod dates;
mod digest;
pub mod embedded;
mod feed;
mod format;
mod lars;
mod map;
mod mapping;
mod prose;
mod record;
mod residue;
mod routes;
mod standard;
mod status;
mod texts;
mod wording;

pub use characters::{Unseen, looks_like, unseen};
pub use code::{Code, Kind, Prefix};
pub use feed::Feed;
pub use format::Format;
pub use lars::{is_lars_code, is_no_lars_code};
pub use map::{Cluster, LevelBand, Occupation, OccupationalMap, Pathway};
pub use mapping::{ListedCode, Mapping};
pub use prose::{phrase_at, phrases, sentences, words};
pub use residue::{BACK_LINK, ICONS, ends_in_residue};
pub use routes::ROUTES;
pub use standard::{
    About, DocumentIgnore, Duty, JobTitle, LogEntry, Origin, Product, ProfileSection, ProgressionLink,
    Standard, StandardKind, StandardOption, Statement,
};
pub use status::{Status, is_version};
pub use texts::Subject;
pub(crate) use wording::folded_bytes;
pub use wording::{folded, is_blank, is_placeholder, is_visible_placeholder, request, say_the_same};

pub use crate::date::Date;
pub use crate::facts::{
    Dates, FACTS, FactChangeId, FactId, FactKind, FactRow, FactValue, FactValueMut, Facts, Field, List,
    PageKind, RecordKey, Soc,
};
use crate::source::SourceId;

/// A document.
#[derive(Clone, Debug)]
pub enum Document<'s> {
    /// One version of an occupational standard.
    Standard(Box<Standard<'s>>),
    /// An occupational map.
    Map(Box<OccupationalMap<'s>>),
}

impl<'s> Document<'s> {
    /// The standard that it is; none if it is a map.
    #[must_use]
    pub fn standard(&self) -> Option<&Standard<'s>> {
        match self {
            Self::Standard(standard) => Some(standard),
            Self::Map(_) => None,
        }
    }

    /// The file it was read from.
    #[must_use]
    pub fn source(&self) -> SourceId {
        match self {
            Self::Standard(standard) => standard.source,
            Self::Map(map) => map.source,
        }
    }

    /// What it is called among others: its reference and its version, `ST9901_1.1`; none if it states no
    /// reference.
    #[must_use]
    pub fn label(&self) -> Option<String> {
        let Self::Standard(standard) = self else { return None };
        let Facts { reference, occupation, version, .. } = &standard.facts;
        let reference = reference.stated().or(occupation.stated())?.trim();
        let version = version.stated().map(|version| format!("_{}", version.trim()));
        Some(format!("{reference}{}", version.unwrap_or_default()))
    }

    /// What it says about itself.
    #[must_use]
    pub fn about(&self) -> &About<'_> {
        match self {
            Self::Standard(standard) => &standard.about,
            Self::Map(map) => &map.about,
        }
    }

    /// What it was read as.
    #[must_use]
    pub fn format(&self) -> Format {
        match self {
            Self::Standard(standard) => standard.format,
            Self::Map(map) => map.format,
        }
    }
}
