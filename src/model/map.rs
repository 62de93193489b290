//! An occupational map: pathways, clusters by level band, occupations.

use super::{About, Field, Format};
use crate::source::{SourceId, Span, Spanned, Text};

/// The map of one route.
#[derive(Clone, Debug)]
pub struct OccupationalMap<'s> {
    /// The file it was read from.
    pub source: SourceId,
    /// What it was read as.
    pub format: Format,
    /// Where to point when something is missing: the title, or the first thing read.
    pub start: Span,
    /// Its title.
    pub title: Field<Text<'s>>,
    /// The route that it maps.
    pub route: Field<Text<'s>>,
    /// What it says about itself.
    pub overview: Vec<Text<'s>>,
    /// The meaning of its colours and signs.
    pub legend: Vec<Text<'s>>,
    /// Its pathways, in order.
    pub pathways: Vec<Pathway<'s>>,
    /// What a native document says about itself rather than about the map.
    pub about: About<'s>,
}

impl<'s> OccupationalMap<'s> {
    /// All clusters, in order.
    pub fn clusters(&self) -> impl Iterator<Item = &Cluster<'s>> {
        self.pathways.iter().flat_map(|pathway| &pathway.clusters)
    }

    /// All occupations, in order, with their clusters.
    pub fn occupations(&self) -> impl Iterator<Item = (&Cluster<'s>, &Occupation<'s>)> {
        self.clusters().flat_map(|cluster| cluster.occupations.iter().map(move |one| (cluster, one)))
    }
}

/// A career pathway.
#[derive(Clone, Debug)]
pub struct Pathway<'s> {
    /// Its name.
    pub name: Text<'s>,
    /// Its clusters, row by row.
    pub clusters: Vec<Cluster<'s>>,
}

/// A column of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LevelBand {
    /// Technical occupations: levels 2 and 3.
    Technical,
    /// Higher technical occupations: levels 4 and 5.
    HigherTechnical,
    /// Professional occupations: levels 6 and 7.
    Professional,
}

impl LevelBand {
    /// The columns, from left to right.
    pub const ALL: [Self; 3] = [Self::Technical, Self::HigherTechnical, Self::Professional];

    /// Its levels.
    #[must_use]
    pub fn levels(self) -> [u8; 2] {
        match self {
            Self::Technical => [2, 3],
            Self::HigherTechnical => [4, 5],
            Self::Professional => [6, 7],
        }
    }

    /// The heading of its column.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Technical => "Technical Occupations",
            Self::HigherTechnical => "Higher Technical Occupations",
            Self::Professional => "Professional Occupations",
        }
    }
}

/// A cluster of occupations in one cell of the map.
#[derive(Clone, Debug)]
pub struct Cluster<'s> {
    /// Its name.
    pub name: Text<'s>,
    /// Its column; none if a native document gives levels that do not match a column.
    pub band: Option<LevelBand>,
    /// A remark next to the name, such as that it is for apprenticeships only.
    pub note: Option<Text<'s>>,
    /// What its occupations have in common.
    pub description: Option<Text<'s>>,
    /// Its occupations, in order.
    pub occupations: Vec<Occupation<'s>>,
}

/// An occupation on a map.
#[derive(Clone, Debug)]
pub struct Occupation<'s> {
    /// Its title, without level and remarks.
    pub title: Text<'s>,
    /// Its levels: usually one, none if the map gives none, two if the map gives two.
    pub levels: Vec<Spanned<u8>>,
    /// Whether the map calls it a degree apprenticeship.
    pub degree: bool,
    /// Its options, in order.
    pub options: Vec<Text<'s>>,
}
