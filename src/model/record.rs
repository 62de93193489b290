//! A standard as a record of a data feed states it.

use super::{Field, Kind, Standard, Status};
use crate::source::{Span, Text};

impl Standard<'_> {
    /// Whether it is a record without this key, which every record of its kind has.
    #[must_use]
    pub fn leaves_out(&self, key: &str) -> bool {
        self.feed.as_ref().is_some_and(|feed| feed.missing.contains(&key))
    }

    /// Whether it is a record of a version that is not written yet, or that nobody can start on any more. A feed has
    /// these too, with every key, and what is missing from them will never be added, or at least not in the
    /// feed.
    #[must_use]
    pub fn is_unused_record(&self) -> bool {
        let status = self.facts.status.stated().and_then(|status| Status::of(status));
        self.feed.is_some() && status.is_some_and(|status| status != Status::Approved)
    }

    /// Whether it is such a record with neither duties nor statements: it is a proposal, or from a time when the
    /// template had none.
    #[must_use]
    pub fn is_bare_record(&self) -> bool {
        self.is_unused_record() && self.duties.items().is_empty() && self.statements.items().is_empty()
    }

    /// The text of a single value to be checked, and where it is. A feed leaves nothing out, even what it does not
    /// know, so in a record the text may be empty.
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
