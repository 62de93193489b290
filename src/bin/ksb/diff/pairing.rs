//! What the user says of the pairing: on the command line, and in a file that can be committed.

use std::path::Path;

use ksb::diff::UserPairs;
use ksb::project::{Disk, read_text, shown};
use serde::Deserialize;

use crate::exit::Failure;

/// A pairing file.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct PairingFile {
    #[serde(default)]
    pair: Vec<UserPair>,
    #[serde(default)]
    no_pair: Vec<UserPair>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UserPair {
    old: String,
    new: String,
    /// Why; for those who read the file.
    #[serde(default, rename = "reason")]
    _reason: String,
}

impl PairingFile {
    /// The pairings in the text of `file`.
    fn parse(file: &Path, text: &str) -> Result<Self, Failure> {
        toml::from_str(text).map_err(|error| Failure(format!("`{}`: {error}", shown(file))))
    }

    /// All that is said of the pairing, with what the command line adds.
    fn with(&self, pairs: &[String], parted: &[String]) -> Result<UserPairs, Failure> {
        let all = |lines: &[UserPair], more: &[String]| -> Vec<String> {
            let written = lines.iter().map(|line| format!("{}={}", line.old, line.new));
            written.chain(more.iter().cloned()).collect()
        };
        let (pairs, parted) = (all(&self.pair, pairs), all(&self.no_pair, parted));
        UserPairs::parse(&texts(&pairs), &texts(&parted)).map_err(|error| Failure(error.to_string()))
    }
}

/// All that the command line says of the pairing, and a file that it names.
pub(crate) fn user_pairs(
    file: Option<&Path>,
    pairs: &[String],
    parted: &[String],
    max_size: u64,
) -> Result<UserPairs, Failure> {
    let pairing = match file {
        Some(file) => PairingFile::parse(file, &read_text(&Disk, file, max_size)?)?,
        None => PairingFile::default(),
    };
    pairing.with(pairs, parted)
}

fn texts(list: &[String]) -> Vec<&str> {
    list.iter().map(String::as_str).collect()
}
