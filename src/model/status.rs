//! The statuses and the versions that an apprenticeship can have.

use super::say_the_same;

/// The status of a version of an apprenticeship; its name is the same everywhere, word for word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Apprentices can start on it.
    Approved,
    /// It is being written.
    InDevelopment,
    /// It is proposed to write it.
    Proposed,
    /// Nobody can start on it any more.
    Retired,
    /// It was withdrawn.
    Withdrawn,
}

impl Status {
    /// All statuses.
    pub const ALL: [Self; 5] =
        [Self::Approved, Self::InDevelopment, Self::Proposed, Self::Retired, Self::Withdrawn];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Approved => "Approved for delivery",
            Self::InDevelopment => "In development",
            Self::Proposed => "Proposal in development",
            Self::Retired => "Retired",
            Self::Withdrawn => "Withdrawn",
        }
    }

    /// The status with this name, in upper or lower case; none if there is no such status.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let as_written = Self::ALL.into_iter().find(|status| status.name() == text);
        as_written.or_else(|| Self::ALL.into_iter().find(|status| say_the_same(status.name(), text)))
    }
}

/// Whether a text is a version: two numbers with a full stop between them.
#[must_use]
pub fn is_version(text: &str) -> bool {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    text.split_once('.').is_some_and(|(major, minor)| is_number(major) && is_number(minor))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_in_any_case() {
        assert!(Status::ALL.into_iter().all(|status| Status::of(status.name()) == Some(status)));
        assert_eq!(Status::of(" approved for Delivery"), Some(Status::Approved));
        assert_eq!(Status::of("Approved"), None);
    }
}
