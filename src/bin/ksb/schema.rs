//! `ksb schema`.

use ksb::schema::ALL;

use crate::cli::did_you_mean;
use crate::exit::{Exit, Failure};
use crate::output;

pub(crate) fn run(name: Option<&str>) -> Result<Exit, Failure> {
    let text = match name {
        None => names().join("\n") + "\n",
        Some(name) => text(name)?,
    };
    output::write(&text)?;
    Ok(Exit::Clean)
}

/// The names of all schemas.
pub(crate) fn names() -> Vec<String> {
    ALL.iter().map(|schema| schema.name.to_owned()).collect()
}

fn text(name: &str) -> Result<String, Failure> {
    let schema = ALL.iter().find(|schema| schema.name == name).ok_or_else(|| {
        let near = did_you_mean(name, ALL.iter().map(|schema| schema.name), "ksb schema");
        Failure(format!("unknown schema `{name}`{near}"))
    })?;
    Ok(schema.text.to_owned())
}
