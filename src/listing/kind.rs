//! What the document is, in the words of its first row.

use crate::model::StandardKind;

/// What the row says of an occupational map.
pub const MAP: &str = "Occupational map";

/// What the row says of a standard of this kind.
#[must_use]
pub fn kind_name(kind: StandardKind) -> &'static str {
    match kind {
        StandardKind::Apprenticeship => "Apprenticeship",
        StandardKind::Occupation => "Occupation",
        StandardKind::FoundationApprenticeship => "Foundation apprenticeship",
        StandardKind::ApprenticeshipUnit => "Apprenticeship unit",
    }
}

/// The kind of standard of this name.
#[must_use]
pub fn kind_of(name: &str) -> Option<StandardKind> {
    StandardKind::ALL.into_iter().find(|kind| kind_name(*kind).eq_ignore_ascii_case(name.trim()))
}
