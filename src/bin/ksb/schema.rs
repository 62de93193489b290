//! `ksb schema`.

use ksb::schema::SCHEMAS;

use crate::exit::{Exit, Failure};
use crate::output;
use crate::suggest::did_you_mean;

pub(crate) fn run(name: Option<&str>) -> Result<Exit, Failure> {
    let names = SCHEMAS.iter().map(|(name, _)| *name);
    let text = match name {
        None => names.map(|name| format!("{name}\n")).collect(),
        Some(wanted) => match SCHEMAS.iter().find(|(name, _)| *name == wanted) {
            Some((_, schema)) => (*schema).to_owned(),
            None => return Err(Failure(format!("unknown schema `{wanted}`{}", did_you_mean(wanted, names)))),
        },
    };
    output::write(&text)?;
    Ok(Exit::Clean)
}
