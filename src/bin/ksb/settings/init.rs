//! `ksb init`.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};

use ksb::config::TEMPLATE;

use super::NAME;
use crate::exit::{Exit, Failure, plainly};
use crate::output;

/// Writes a commented `ksb.toml` into the folder at hand, unless there is one.
pub(crate) fn run() -> Result<Exit, Failure> {
    let file = OpenOptions::new().write(true).create_new(true).open(NAME);
    file.and_then(|mut file| file.write_all(TEMPLATE.as_bytes())).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Failure(format!("there is a {NAME} here already: it is left as it is")),
        _ => Failure(format!("cannot write {NAME}: {}", plainly(&error))),
    })?;
    output::write(&format!("{NAME} is written: take the # away from what you need\n"))?;
    Ok(Exit::Clean)
}
