//! `ksb explain`.

use ksb::report::rules::page;
use ksb::rules::ALL;

use crate::exit::{Exit, Failure};
use crate::output;

pub(crate) fn run(name: &str) -> Result<Exit, Failure> {
    let metas = ALL.iter().map(|rule| rule.meta());
    let Some(meta) = metas.clone().find(|meta| meta.name == name) else {
        let near = output::did_you_mean(name, metas.map(|meta| meta.name), "ksb rules");
        return Err(Failure(format!("unknown rule `{name}`{near}")));
    };
    output::write(&page(meta))?;
    Ok(Exit::Clean)
}
