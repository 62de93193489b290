//! `ksb explain`.

use ksb::lint::RuleMeta;
use ksb::report::rules::{page, table};
use ksb::rules::ALL;

use crate::cli::{self, ExplainArgs};
use crate::exit::{Exit, Failure};
use crate::output;

/// Shows the page of the rule with this name, the pages of all rules that have this code, or the rules in a group.
pub(crate) fn run(args: &ExplainArgs) -> Result<Exit, Failure> {
    let width = output::columns(args.wide.width);
    let metas = || ALL.iter().map(|rule| rule.meta());
    let text = if let Some(of) = cli::group(&args.name) {
        let rules: Vec<&RuleMeta> = metas().filter(|meta| meta.group == of).collect();
        table(&rules, width)
    } else {
        let called = cli::selected(&args.name).map_err(Failure)?.rules;
        let called = metas().filter(|meta| called.contains(&meta.name));
        called.map(|meta| page(meta, width)).collect::<Vec<_>>().join("\n\n")
    };
    output::write(&text)?;
    Ok(Exit::Clean)
}
