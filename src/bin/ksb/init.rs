//! `ksb init`.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;

use ksb::config::TEMPLATE;
use ksb::project::SETTINGS_FILE as NAME;

use crate::exit::{Exit, Failure};
use crate::output;
use crate::replace::unwritten;

/// Writes a commented `ksb.toml` into the current folder, unless there is one.
pub(crate) fn run() -> Result<Exit, Failure> {
    let file = OpenOptions::new().write(true).create_new(true).open(NAME);
    file.and_then(|mut file| file.write_all(TEMPLATE.as_bytes())).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            Failure(format!("there is already a {NAME} here, so nothing was written"))
        }
        _ => unwritten(Path::new(NAME), &error),
    })?;
    output::write(&format!("{NAME} was written: remove the # from the lines that you need\n"))?;
    Ok(Exit::Clean)
}
