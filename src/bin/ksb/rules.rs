//! `ksb rules`.

use ksb::lint::RuleMeta;
use ksb::report::rules as report;
use ksb::rules::ALL;

use crate::cli::{RulesArgs, RulesFormat};
use crate::exit::{Exit, Failure};
use crate::output;

pub(crate) fn run(args: &RulesArgs) -> Result<Exit, Failure> {
    let rules: Vec<&RuleMeta> = ALL.iter().map(|rule| rule.meta()).collect();
    let list = match args.format {
        RulesFormat::Text => report::table(&rules, output::columns(args.wide.width)),
        RulesFormat::Json => report::json(&rules),
    };
    output::write(&list)?;
    Ok(Exit::Clean)
}
