//! `ksb explain`.

use ksb::report::rules::page;
use ksb::rules::ALL;

use crate::exit::{Exit, Failure};
use crate::output;
use crate::suggest::did_you_mean;

pub(crate) fn run(name: &str) -> Result<Exit, Failure> {
    let mut metas = ALL.iter().map(|rule| rule.meta());
    let Some(meta) = metas.clone().find(|meta| meta.name == name) else {
        let near = did_you_mean(name, &mut metas.map(|meta| meta.name));
        let end = if near.is_empty() { ": `ksb rules` lists them all".to_owned() } else { near };
        return Err(Failure(format!("unknown rule `{name}`{end}")));
    };
    output::write(&page(meta))?;
    Ok(Exit::Clean)
}
