//! Why a document cannot be read.

use std::fmt;

/// How many bytes all parts of one file may unpack to: far more than a standard with pictures has.
pub const MAX_UNPACKED: u64 = 256 << 20;

/// Why a document cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfficeError {
    /// The archive or part of it is damaged; the reason in words.
    Damaged(String),
    /// It is encrypted.
    Encrypted,
    /// It unpacks to more than [`MAX_UNPACKED`] bytes, or its tables and lists are nested too deeply.
    TooLarge(&'static str),
}

impl fmt::Display for OfficeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged(why) => write!(f, "the file is damaged: {why}"),
            Self::Encrypted => f.write_str("the file is encrypted: it opens only with a password"),
            Self::TooLarge(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for OfficeError {}
