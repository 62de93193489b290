//! `ksb progression`.

use std::io;

use ksb::diagnostic::Diagnostic;
use ksb::progression::{Link, OccupationRecord, Progression, current};
use ksb::project::{Block, OccupationRecords, links_of_block};
use ksb::report::progression::{self, ProgressionReport, ShownLinks};
use ksb::report::{Report, Style};
use ksb::source::{Source, Sources};
use ksb::spelling::nearest;

use crate::cli::{Color, ProgressionArgs, ProgressionFormat};
use crate::exit::{Exit, Failure};
use crate::named_inputs::named_inputs;
use crate::output;
use crate::overwrite::refuse_overwriting;

pub(crate) fn run(args: &ProgressionArgs) -> Result<Exit, Failure> {
    let (reference, paths) = args.reference_and_paths();
    let inputs = named_inputs(&paths);
    refuse_overwriting(args.output.as_deref(), inputs.iter().filter_map(ksb::project::Input::path))?;
    let OccupationRecords { records, found, files, documents, failed } =
        OccupationRecords::read(args.input.reader(), &inputs);
    let text = report(args, reference, records);
    if let Ok(text) = &text {
        output::deliver(text, args.output.as_deref())?;
    }
    // What could not be read may be what was asked for.
    print_findings(&found, (files, documents), args)?;
    text?;
    Ok(if failed > 0 { Exit::Failed } else { Exit::Clean })
}

/// The report in the format that was asked for.
fn report(
    args: &ProgressionArgs,
    reference: Option<&str>,
    records: Vec<OccupationRecord>,
) -> Result<String, Failure> {
    if records.is_empty() {
        return Err(Failure("there is no standard in the input".to_owned()));
    }
    let read = records.len();
    let progression = Progression::new(current(records));
    let other_versions = read - progression.occupations().len();
    let shown = match reference {
        Some(reference) => of_one(args, reference, &progression)?,
        None => ShownLinks::All(of_all(args, &progression)),
    };
    let report = ProgressionReport {
        progression: &progression,
        other_versions,
        shown,
        tool_version: env!("CARGO_PKG_VERSION"),
    };
    Ok(match (args.format, &report.shown) {
        (ProgressionFormat::Terminal, _) => progression::terminal::render(&report, &style(args)),
        (ProgressionFormat::Json, _) => progression::json::render(&report),
        (ProgressionFormat::Csv, _) => progression::csv::render(&report),
        (ProgressionFormat::Html, ShownLinks::OneOccupation(focus) | ShownLinks::Between(focus)) => {
            progression::html::render(focus, report.tool_version)
        }
        (ProgressionFormat::Html, ShownLinks::All(_)) => {
            return Err(Failure("`--format html` needs the reference of an occupation".to_owned()));
        }
    })
}

/// The links of one occupation, or the one that was asked for.
fn of_one<'p>(
    args: &ProgressionArgs,
    reference: &str,
    progression: &'p Progression,
) -> Result<ShownLinks<'p>, Failure> {
    let own = found(reference, progression)?;
    let links = progression.links_of(own);
    let Some(with) = &args.with else {
        return Ok(ShownLinks::OneOccupation(progression.focus_on(own, &links, args.most)));
    };
    let other = found(with, progression)?;
    let link: Vec<Link> = links.into_iter().filter(|link| link.other == other).collect();
    if link.is_empty() {
        return Err(Failure(format!("`{reference}` and `{with}` share no statements")));
    }
    Ok(ShownLinks::Between(progression.focus_on(own, &link, 1)))
}

/// The links of all occupations, or of a block of them, that are strong enough.
fn of_all(args: &ProgressionArgs, progression: &Progression) -> Vec<Link> {
    let least = args.least * 10;
    let mut links = links_of_block(progression, args.block.unwrap_or(Block::WHOLE));
    links.retain(|link| link.there.share.max(link.back.share) >= least);
    links
}

/// The number of the occupation with this reference.
fn found(reference: &str, progression: &Progression) -> Result<usize, Failure> {
    let unknown = || {
        let all = progression.occupations();
        let help = match nearest(reference, all.iter().map(|one| one.reference.as_str())) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("{} occupations were searched", all.len()),
        };
        Failure(format!("there is no standard `{reference}`: {help}"))
    };
    progression.find(reference).ok_or_else(unknown)
}

/// How the report looks; a file gets no colours unless they are asked for.
fn style(args: &ProgressionArgs) -> Style {
    let mut style = output::style(&args.terminal, 0, &io::stdout());
    if output::is_file(args.output.as_deref()) && args.terminal.color == Color::Auto {
        style.colour = false;
    }
    style
}

/// Shows on standard error what is wrong with what was given.
fn print_findings(
    found: &[Diagnostic],
    (files, documents): (Vec<Source>, Vec<Source>),
    args: &ProgressionArgs,
) -> Result<(), Failure> {
    if found.is_empty() {
        return Ok(());
    }
    let counts = (files.len(), documents.len());
    let sources: Sources = files.into_iter().chain(documents).collect();
    output::write_findings(&Report::new(found, &sources, counts.0, counts.1), &args.terminal)
}
