//! What a configuration has to know of the rules: it comes in from outside.

use std::fmt;

/// A rule that a configuration may speak of.
#[derive(Clone, Copy, Debug)]
pub struct KnownRule {
    /// Its name.
    pub name: &'static str,
    /// The name of its group.
    pub group: &'static str,
    /// Whether it says that a file, or what the user gave with it, could not be read as it was meant:
    /// `select` leaves such rules alone, so that what was not checked never looks clean.
    pub always_selected: bool,
    /// The names of its options.
    pub options: &'static [&'static str],
}

/// The value of an option of a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OptionValue {
    /// A whole number.
    Number(i64),
    /// A text.
    Text(String),
    /// Yes or no.
    Flag(bool),
}

impl fmt::Display for OptionValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => write!(f, "{text:?}"),
            Self::Flag(flag) => write!(f, "{flag}"),
        }
    }
}
