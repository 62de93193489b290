//! The formats of `ksb check`, and where its reports go.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use ksb::report::full::narrated;
use ksb::report::{
    Report, Style, concise, full, github, gitlab, json, jsonl, junit, markdown, sarif, statistics,
};
use ksb::rules;

use crate::args::{CheckArgs, Color};
use crate::exit::Failure;
use crate::input::{STDIN, shown};
use crate::output;

/// The columns of a file.
const FILE_WIDTH: u16 = 100;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// Each finding with the lines it speaks of and what to do
    Full,
    /// One line a finding: `path:line:col: severity[rule] message`
    Concise,
    /// Words alone, for screen readers and braille
    Narrated,
    /// The report `ksb.check/1`, described by `ksb schema check-report`
    Json,
    /// One finding of that report a line
    Jsonl,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Workflow commands of GitHub Actions
    Github,
    /// The code quality report of GitLab
    Gitlab,
    /// `JUnit` XML: errors are failed tests
    Junit,
    /// A table for each file, for a pull request
    Markdown,
    /// How often each rule found something, and nothing else
    Statistics,
}

impl CheckFormat {
    /// Whether it is for people, so that more words can stand below it.
    fn is_prose(self) -> bool {
        matches!(self, Self::Full | Self::Concise | Self::Narrated)
    }

    fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

/// One report: its format, and the file that it goes to; none for standard output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Output {
    format: CheckFormat,
    file: Option<PathBuf>,
}

impl Output {
    /// Whether it is one finding a line, as it is found.
    pub(crate) fn is_lines(&self) -> bool {
        self.format == CheckFormat::Jsonl && self.file.is_none()
    }

    /// The file that it is written to; none for standard output.
    pub(crate) fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// Whether ignored findings are a part of it.
    pub(crate) fn shows_ignored(&self) -> bool {
        self.format == CheckFormat::Sarif
    }
}

/// `FORMAT:FILE`, where the file `-` is standard output.
pub(crate) fn output(text: &str) -> Result<Output, String> {
    let (format, file) =
        text.split_once(':').filter(|(_, file)| !file.is_empty()).ok_or("write FORMAT:FILE")?;
    let names = CheckFormat::value_variants().iter().map(|format| format.name());
    let names: Vec<String> = names.collect();
    let format = CheckFormat::from_str(format, false)
        .map_err(|_| format!("unknown format `{format}`: write one of {}", names.join(", ")))?;
    Ok(Output { format, file: (file != STDIN).then(|| PathBuf::from(file)) })
}

/// The reports of a run: those of `--output`, and that of `--format` on standard output unless one of
/// them goes there.
///
/// Fails if two reports go to one place, or if there is none that `--statistics` can stand below.
pub(crate) fn outputs(args: &CheckArgs) -> Result<Vec<Output>, Failure> {
    let mut outputs = args.outputs.clone();
    let taken = outputs.iter().any(|output| output.file.is_none());
    if let Some(format) = args.format.or((!taken).then_some(CheckFormat::Full)) {
        outputs.push(Output { format, file: None });
    }
    let mut places = BTreeSet::new();
    if let Some(twice) = outputs.iter().find(|output| !places.insert(&output.file)) {
        let place = twice.file.as_deref().map_or_else(|| "standard output".to_owned(), shown);
        return Err(Failure(format!("two reports go to {place}: give each --output a file of its own")));
    }
    if args.statistics && !outputs.iter().any(|output| output.format.is_prose()) {
        let why = "--statistics stands below the formats full, concise and narrated";
        return Err(Failure(format!("{why}; alone it is --format statistics")));
    }
    Ok(outputs)
}

/// Writes the reports: the files first, each whole or not at all, then standard output.
pub(crate) fn write(report: &Report<'_>, outputs: &[Output], args: &CheckArgs) -> Result<(), Failure> {
    let (files, shown_here): (Vec<_>, Vec<_>) = outputs.iter().partition(|output| output.file.is_some());
    for Output { format, file } in files.into_iter().chain(shown_here) {
        output::deliver(&rendered(report, *format, file.is_some(), args), file.as_deref())?;
    }
    Ok(())
}

fn rendered(report: &Report<'_>, format: CheckFormat, to_file: bool, args: &CheckArgs) -> String {
    let metas = || rules::ALL.iter().map(|rule| rule.meta()).collect::<Vec<_>>();
    let text = match format {
        CheckFormat::Full => full::render(report, &style(args, to_file)),
        CheckFormat::Concise => concise::render(report),
        CheckFormat::Narrated => narrated::render(report),
        CheckFormat::Json => json::render(report),
        CheckFormat::Jsonl => jsonl::render(report),
        CheckFormat::Sarif => sarif::render(report, &metas()),
        CheckFormat::Github => github::render(report),
        CheckFormat::Gitlab => gitlab::render(report),
        CheckFormat::Junit => junit::render(report),
        CheckFormat::Markdown => markdown::render(report),
        CheckFormat::Statistics => statistics::render(report),
    };
    let counts = if args.statistics && format.is_prose() { statistics::table(report) } else { String::new() };
    if counts.is_empty() { text } else { format!("{text}\n{}\n", counts.trim_end()) }
}

/// How the full format looks; a file is no terminal, whatever standard output is.
fn style(args: &CheckArgs, to_file: bool) -> Style {
    let style = output::style(&args.look, args.limit, &io::stdout());
    if !to_file {
        return style;
    }
    let width = usize::from(args.look.wide.width.unwrap_or(FILE_WIDTH));
    Style { width, colour: args.look.color == Color::Always, ..style }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_output_is_a_format_and_a_file() {
        let file = |format, file: Option<&str>| Ok(Output { format, file: file.map(PathBuf::from) });
        assert_eq!(output("sarif:a:b.json"), file(CheckFormat::Sarif, Some("a:b.json")));
        assert_eq!(output("json:-"), file(CheckFormat::Json, None));
        assert!([output("json"), output("json:"), output("xml:a"), output(":a")].iter().all(Result::is_err));
    }
}
