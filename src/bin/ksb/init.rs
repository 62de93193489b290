//! `ksb init`.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;

use ksb::config::TEMPLATE;
use ksb::project::SETTINGS_FILE as NAME;

use crate::exit::{Exit, Failure};
use crate::output;
use crate::replace::unwritten;

/// Writes a commented `ksb.toml` into the folder at hand, unless there is one.
pub(crate) fn run() -> Result<Exit, Failure> {
    let file = OpenOptions::new().write(true).create_new(true).open(NAME);
    file.and_then(|mut file| file.write_all(TEMPLATE.as_bytes())).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Failure(format!("there is a {NAME} here already: it is left as it is")),
        _ => unwritten(Path::new(NAME), &error),
    })?;
    output::write(&format!("{NAME} is written: take the # away from what you need\n"))?;
    Ok(Exit::Clean)
}
