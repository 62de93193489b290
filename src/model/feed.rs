//! What only a data feed states, for those who load it.

use super::{Field, Kind, List};
use crate::source::{Spanned, Text};

/// What a record of the standards API states besides the standard itself.
#[derive(Clone, Debug, Default)]
pub struct Feed<'s> {
    /// The keys that every record of its kind has but this one does not, in the order of their list.
    pub missing: Vec<&'static str>,
    /// The kinds of statement whose lists are among them.
    pub missing_lists: Vec<Kind>,
    /// How many keys every record of its kind has.
    pub required: usize,
    /// The version again, as `versionNumber`.
    pub version_number: Field<Text<'s>>,
    /// The day on which it was published.
    pub published: Field<Text<'s>>,
    /// Whether the standard has a core and options.
    pub core_and_options: Field<Spanned<bool>>,
    /// Options that are given only by their titles.
    pub unstructured_options: Field<List<Text<'s>>>,
    /// Whether a degree is part of the apprenticeship, in words.
    pub integrated_degree: Field<Text<'s>>,
    /// Whether a degree is part of the apprenticeship.
    pub integrated_apprenticeship: Field<Spanned<bool>>,
    /// Who regulates the occupation.
    pub regulated_body: Field<Text<'s>>,
}
