//! The reports of `ksb check`, in their formats, and where they go.

use std::io;

use ksb::read::read;
use ksb::report::full::narrated;
use ksb::report::{
    Report, Style, concise, full, github, gitlab, html, json, jsonl, junit, markdown, sarif, statistics,
};
use ksb::rules;

use crate::cli::{CheckFormat, Color, ReportTarget};
use crate::exit::Failure;
use crate::output;
use crate::plan::{Display, Plan};

/// The columns of a file.
const FILE_WIDTH: u16 = 100;

/// Writes the reports: the files first, each completely or not at all, then standard output.
pub(crate) fn write(report: &Report<'_>, plan: &Plan) -> Result<(), Failure> {
    let (files, shown_here): (Vec<_>, Vec<_>) = plan.outputs.iter().partition(|output| output.file.is_some());
    for ReportTarget { format, file } in files.into_iter().chain(shown_here) {
        output::deliver(&rendered(report, *format, file.is_some(), &plan.display), file.as_deref())?;
    }
    Ok(())
}

/// A report in one format.
pub(crate) fn rendered(report: &Report<'_>, format: CheckFormat, to_file: bool, display: &Display) -> String {
    let metas = || rules::ALL.iter().map(|rule| rule.meta()).collect::<Vec<_>>();
    let text = match format {
        CheckFormat::Full => full::render(report, &style(display, to_file)),
        CheckFormat::Concise => concise::render(report),
        CheckFormat::Narrated => narrated::render(report),
        CheckFormat::Json => json::render(report),
        CheckFormat::Jsonl => jsonl::render(report),
        CheckFormat::Sarif => sarif::render(report, &metas()),
        CheckFormat::Github => github::render(report),
        CheckFormat::Gitlab => gitlab::render(report),
        CheckFormat::Junit => junit::render(report),
        CheckFormat::Markdown => markdown::render(report),
        CheckFormat::Html => {
            html::render(report, &|source| read(source, display.from).document, env!("CARGO_PKG_VERSION"))
        }
        CheckFormat::Statistics => statistics::render(report),
    };
    let counts =
        if display.statistics && format.is_prose() { statistics::table(report) } else { String::new() };
    if counts.is_empty() { text } else { format!("{text}\n{}\n", counts.trim_end()) }
}

/// How the full format looks; a file is not a terminal, whatever standard output is.
fn style(display: &Display, to_file: bool) -> Style {
    let style = output::style(&display.terminal, display.limit, &io::stdout());
    if !to_file {
        return style;
    }
    let width = usize::from(display.terminal.wide.width.unwrap_or(FILE_WIDTH));
    Style { width, colour: display.terminal.color == Color::Always, ..style }
}
