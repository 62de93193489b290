//! Words that shells complete although no help lists them: there are too many.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, TypedValueParser};
use clap::error::Error;
use clap::{Arg, Command};

/// A parser with the words that it is likely to take. A mistake is told in the words of the parser.
#[derive(Clone)]
pub(crate) struct Suggested<P> {
    parser: P,
    words: fn() -> Vec<String>,
}

impl<P> Suggested<P> {
    pub(crate) fn new(parser: P, words: fn() -> Vec<String>) -> Self {
        Self { parser, words }
    }
}

impl<P: TypedValueParser> TypedValueParser for Suggested<P> {
    type Value = P::Value;

    fn parse_ref(&self, command: &Command, arg: Option<&Arg>, word: &OsStr) -> Result<P::Value, Error> {
        self.parser.parse_ref(command, arg, word)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new((self.words)().into_iter().map(PossibleValue::new)))
    }
}
