//! `ksb explain`.

use ksb::lint::Rule;
use ksb::report::rules::page;
use ksb::rules::ALL;

use crate::exit::{Exit, Failure};
use crate::output;
use crate::rules::called;

/// Shows the page of the rule of this name, or the pages of all rules that have this code.
pub(crate) fn run(name: &str) -> Result<Exit, Failure> {
    let called = called(name).map_err(Failure)?;
    let is_called = |rule: &&&dyn Rule| called.contains(&rule.meta().name);
    let pages: Vec<String> = ALL.iter().filter(is_called).map(|rule| page(rule.meta())).collect();
    output::write(&pages.join("\n\n"))?;
    Ok(Exit::Clean)
}
