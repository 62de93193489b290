//! `ksb explain`.

use ksb::lint::RuleMeta;
use ksb::report::rules::{group, page};
use ksb::rules::ALL;

use crate::args::ExplainArgs;
use crate::exit::{Exit, Failure};
use crate::output;
use crate::rules::{self, Selector};

/// Shows the page of the rule of this name, the pages of all rules that have this code, or the rules of a group.
pub(crate) fn run(args: &ExplainArgs) -> Result<Exit, Failure> {
    let width = output::columns(args.wide.width);
    let metas = || ALL.iter().map(|rule| rule.meta());
    let text = match rules::group(&args.name) {
        Some(of) => {
            let rules: Vec<&RuleMeta> = metas().filter(|meta| meta.group == of).collect();
            group(of, &rules, width)
        }
        None => {
            let called = Selector::parse(&args.name).map_err(Failure)?.rules;
            let pages: Vec<String> =
                metas().filter(|meta| called.contains(&meta.name)).map(|meta| page(meta, width)).collect();
            pages.join("\n\n")
        }
    };
    output::write(&text)?;
    Ok(Exit::Clean)
}
