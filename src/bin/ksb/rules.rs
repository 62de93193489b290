//! `ksb rules`.

use ksb::lint::RuleMeta;
use ksb::report::rules as report;
use ksb::rules::ALL;

use crate::args::RulesFormat;
use crate::exit::{Exit, Failure};
use crate::output;

pub(crate) fn run(format: RulesFormat) -> Result<Exit, Failure> {
    let rules: Vec<&RuleMeta> = ALL.iter().map(|rule| rule.meta()).collect();
    let list = match format {
        RulesFormat::Text => report::table(&rules),
        RulesFormat::Json => report::json(&rules),
    };
    output::write(&list)?;
    Ok(Exit::Clean)
}
