//! Why a document cannot be written.

use std::fmt;

use crate::office::OfficeError;

/// Why a document cannot be written in a format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotConverted {
    /// The format cannot hold it.
    TooLarge(OfficeError),
    /// These parts would not be read back as they were.
    Lost(Vec<&'static str>),
}

impl fmt::Display for NotConverted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge(error) => write!(f, "{error}"),
            Self::Lost(parts) => {
                write!(f, "this format would not keep everything: {}", parts.join(", "))
            }
        }
    }
}

impl std::error::Error for NotConverted {}

impl From<OfficeError> for NotConverted {
    fn from(error: OfficeError) -> Self {
        Self::TooLarge(error)
    }
}
