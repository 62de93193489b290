//! What the user says about the pairing, in a file that can be committed.

use serde::Deserialize;

use super::user_pairs::UserPairs;
use crate::model::Code;

/// A pairing file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PairingFile {
    #[serde(default)]
    pair: Vec<UserPair>,
    #[serde(default)]
    no_pair: Vec<UserPair>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct UserPair {
    old: String,
    new: String,
    /// The reason, for people who read the file.
    #[serde(default, rename = "reason")]
    _reason: String,
}

impl PairingFile {
    /// The pairings in the text of a file.
    ///
    /// # Errors
    /// If it is not a pairing file: the reason, for the user.
    pub fn parse(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }

    /// The pairings to make, each as `K6=K9`.
    #[must_use]
    pub fn pairs(&self) -> Vec<String> {
        written(&self.pair)
    }

    /// The pairings not to make, in the same way.
    #[must_use]
    pub fn ruled_out(&self) -> Vec<String> {
        written(&self.no_pair)
    }
}

fn written(pairs: &[UserPair]) -> Vec<String> {
    pairs.iter().map(|pair| format!("{}={}", pair.old, pair.new)).collect()
}

impl UserPairs {
    /// The pairing file that says so.
    #[must_use]
    pub fn to_file(&self) -> String {
        let all = [("pair", self.pairs()), ("no-pair", self.ruled_out())];
        let of_table = |(table, pairs): (&str, &[(Code, Code)])| {
            let entry =
                |(old, new): &(Code, Code)| format!("[[{table}]]\nold = \"{old}\"\nnew = \"{new}\"\n");
            pairs.iter().map(entry).collect::<Vec<_>>()
        };
        all.into_iter().flat_map(of_table).collect::<Vec<_>>().join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_says_the_same_when_it_is_read() {
        let said = UserPairs::parse(&["K6=K9", "D1=D2"], &["S1=S2"]).expect("pairings");
        let file = PairingFile::parse(&said.to_file()).expect("a pairing file");
        assert_eq!(
            (file.pairs(), file.ruled_out()),
            (vec!["K6=K9".to_owned(), "D1=D2".to_owned()], vec!["S1=S2".to_owned()])
        );
        assert_eq!(UserPairs::default().to_file(), "");
    }
}
