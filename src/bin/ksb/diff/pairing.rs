//! What the user says of the pairing: on the command line, and in a file that can be committed.

use std::path::Path;

use ksb::diff::{PairingFile, UserPairs};
use ksb::project::{Disk, read_text, shown};

use crate::exit::Failure;

/// All that the command line says of the pairing, and a file that it names.
pub(crate) fn user_pairs(
    file: Option<&Path>,
    pairs: &[String],
    parted: &[String],
    max_size: u64,
) -> Result<UserPairs, Failure> {
    let wrong = |file: &Path, why: &str| Failure(format!("`{}`: {why}", shown(file)));
    let pairing = match file {
        Some(file) => {
            PairingFile::parse(&read_text(&Disk, file, max_size)?).map_err(|why| wrong(file, &why))?
        }
        None => PairingFile::default(),
    };
    let (mut all_pairs, mut all_parted) = (pairing.pairs(), pairing.parted());
    all_pairs.extend(pairs.iter().cloned());
    all_parted.extend(parted.iter().cloned());
    UserPairs::parse(&texts(&all_pairs), &texts(&all_parted)).map_err(|error| Failure(error.to_string()))
}

fn texts(list: &[String]) -> Vec<&str> {
    list.iter().map(String::as_str).collect()
}
