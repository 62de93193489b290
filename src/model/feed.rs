//! What only a data feed states, for those who load it.

use super::{Field, Kind, List, Standard, Status};
use crate::source::{Span, Spanned, Text};

/// What a record of the standards API states beside the standard itself.
#[derive(Clone, Debug, Default)]
pub struct Feed<'s> {
    /// The keys that every record of its kind has, and this one has not, in the order of their list.
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
    /// Options that are given by their titles alone.
    pub unstructured_options: Field<List<Text<'s>>>,
    /// Whether a degree is part of the apprenticeship, in words.
    pub integrated_degree: Field<Text<'s>>,
    /// Whether a degree is part of the apprenticeship.
    pub integrated_apprenticeship: Field<Spanned<bool>>,
    /// Who regulates the occupation.
    pub regulated_body: Field<Text<'s>>,
}

impl Standard<'_> {
    /// Whether it is a record without this key, which every record of its kind has.
    #[must_use]
    pub fn leaves_out(&self, key: &str) -> bool {
        self.feed.as_ref().is_some_and(|feed| feed.missing.contains(&key))
    }

    /// Whether it is a record of a version that is not written yet, or that nobody can start on any more. A feed has
    /// these as well, with every key, and what they lack will never be added, or not in the feed.
    #[must_use]
    pub fn is_unused_record(&self) -> bool {
        let status = self.facts.status.stated().and_then(|status| Status::of(status));
        self.feed.is_some() && status.is_some_and(|status| status != Status::Approved)
    }

    /// Whether it is such a record with neither duties nor statements: it is a proposal, or of a time whose template
    /// had none.
    #[must_use]
    pub fn is_bare_record(&self) -> bool {
        self.is_unused_record() && self.duties.items().is_empty() && self.statements.items().is_empty()
    }

    /// What is to be checked of a single value, and where it stands: the text that is stated. A feed leaves nothing
    /// out that it does not know, so of a record that may be no text at all.
    #[must_use]
    pub fn written<'f>(&self, field: &'f Field<Text<'_>>) -> Option<(&'f str, Span)> {
        match field {
            Field::Stated(text) => Some((text.as_str(), text.span())),
            Field::Empty(place) if self.feed.is_some() => Some(("", *place)),
            _ => None,
        }
    }

    /// Whether it is a record without the key under which records list the statements of `kind`.
    #[must_use]
    pub fn leaves_out_list(&self, kind: Kind) -> bool {
        self.feed.as_ref().is_some_and(|feed| feed.missing_lists.contains(&kind))
    }
}
