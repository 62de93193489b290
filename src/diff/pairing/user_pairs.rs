//! The pairs that the user asks for or rules out.

use std::fmt;

use crate::diff::item::Which;
use crate::model::Code;

/// Pairs that the user asks for or rules out, each as an old and a new code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserPairs {
    pairs: Vec<(Code, Code)>,
    ruled_out: Vec<(Code, Code)>,
}

impl UserPairs {
    /// Pairings written as `K6=K9`, the old code first: those to make and those not to make.
    /// One old code with several new ones is a split, several old ones with one new one a merge.
    ///
    /// # Errors
    /// If a text is not such a pairing, or if a pairing is both asked for and ruled out.
    pub fn parse(pairs: &[&str], ruled_out: &[&str]) -> Result<Self, UserPairError> {
        let read = |texts: &[&str]| texts.iter().map(|text| pairing(text)).collect::<Result<Vec<_>, _>>();
        let (pairs, ruled_out) = (read(pairs)?, read(ruled_out)?);
        match pairs.iter().find(|pair| ruled_out.contains(pair)) {
            Some(&(old, new)) => Err(UserPairError::Contradiction(old, new)),
            None => Ok(Self { pairs, ruled_out }),
        }
    }

    /// The pairings to make.
    #[must_use]
    pub fn pairs(&self) -> &[(Code, Code)] {
        &self.pairs
    }

    /// The pairings not to make.
    #[must_use]
    pub fn ruled_out(&self) -> &[(Code, Code)] {
        &self.ruled_out
    }
}

fn pairing(text: &str) -> Result<(Code, Code), UserPairError> {
    let malformed = || UserPairError::Malformed(text.to_owned());
    let (old, new) = text.split_once('=').ok_or_else(malformed)?;
    let code = |text: &str| text.trim().parse::<Code>().map_err(|_| malformed());
    Ok((code(old)?, code(new)?))
}

/// What is wrong with a pair that the user gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UserPairError {
    /// It is not of the form `K6=K9`.
    Malformed(String),
    /// A pairing is asked for and ruled out.
    Contradiction(Code, Code),
    /// A document has no such code.
    UnknownCode(Which, Code),
    /// A statement cannot become a duty, nor a duty a statement.
    Mismatch(Code, Code),
    /// Several old items and several new ones cannot be one group. These are the two codes of one pairing.
    Tangle(Code, Code),
}

impl fmt::Display for UserPairError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(text) => {
                write!(f, "`{text}` is not a pairing: write the old code, `=` and the new code, as in K6=K9")
            }
            Self::Contradiction(old, new) => write!(f, "{old}={new} is both asked for and ruled out"),
            Self::UnknownCode(Which::Old, code) => write!(f, "the old document has no {code}"),
            Self::UnknownCode(Which::New, code) => write!(f, "the new document has no {code}"),
            Self::Mismatch(old, new) => write!(f, "{old}={new} pairs a duty with a statement"),
            Self::Tangle(old, new) => {
                write!(
                    f,
                    "{old}={new} puts several old and several new codes in one group: one side must have only one code"
                )
            }
        }
    }
}

impl std::error::Error for UserPairError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairings_are_read_in_either_case() {
        let user_pairs = UserPairs::parse(&["k6 = K9", "D1=D2"], &["S6=S5"]).expect("three pairings");
        let shown: Vec<String> = user_pairs.pairs().iter().map(|(old, new)| format!("{old}={new}")).collect();
        assert_eq!(shown, ["K6=K9", "D1=D2"]);
        assert_eq!(user_pairs.ruled_out().len(), 1);
    }

    #[test]
    fn what_is_no_pairing_is_refused() {
        for text in ["", "K6", "K6=", "K6:K9", "K6=K9=K10", "X1=K9"] {
            assert_eq!(UserPairs::parse(&[text], &[]), Err(UserPairError::Malformed(text.to_owned())));
        }
        assert!(matches!(UserPairs::parse(&["K1=K2"], &["K1=K2"]), Err(UserPairError::Contradiction(..))));
    }
}
