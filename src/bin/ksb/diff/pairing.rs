//! What the user says about the pairing: on the command line, and in a file that can be committed.

use std::path::Path;

use ksb::diff::{PairingFile, UserPairs};
use ksb::project::{Disk, read_text, shown};

use crate::exit::Failure;

/// Everything that the command line says about the pairing, including in a file that it names.
pub(crate) fn user_pairs(
    file: Option<&Path>,
    pairs: &[String],
    ruled_out: &[String],
    max_size: u64,
) -> Result<UserPairs, Failure> {
    let wrong = |file: &Path, why: &str| Failure(format!("`{}`: {why}", shown(file)));
    let pairing = match file {
        Some(file) => {
            PairingFile::parse(&read_text(&Disk, file, max_size)?).map_err(|why| wrong(file, &why))?
        }
        None => PairingFile::default(),
    };
    let (mut all_pairs, mut all_parted) = (pairing.pairs(), pairing.ruled_out());
    all_pairs.extend(pairs.iter().cloned());
    all_parted.extend(ruled_out.iter().cloned());
    UserPairs::parse(&texts(&all_pairs), &texts(&all_parted)).map_err(|error| Failure(error.to_string()))
}

fn texts(list: &[String]) -> Vec<&str> {
    list.iter().map(String::as_str).collect()
}
