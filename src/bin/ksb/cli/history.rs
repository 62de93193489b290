//! The arguments of `ksb history`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum, ValueHint};
use ksb::config::Date;

use super::shared::{InputArgs, TerminalArgs, reference_and_paths};

#[derive(Debug, ClapArgs)]
pub(crate) struct HistoryArgs {
    /// The reference of the standard or of its occupation. With `--on` you can leave it out to show all standards
    #[arg(value_name = "REFERENCE")]
    pub(crate) reference: String,
    /// Catalogues, single documents or folders that contain them; `-` is standard input
    #[arg(value_name = "CATALOGUE", required_unless_present = "on", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,
    /// Show which version is open for starts on this date, as YYYY-MM-DD, and why
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<Date>,
    /// How the history is shown
    #[arg(long, value_name = "FORMAT", default_value = "terminal")]
    pub(crate) format: HistoryFormat,
    /// The file to write; the default, or `-`, is standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) terminal: TerminalArgs,
}

impl HistoryArgs {
    /// The reference that was given, and the paths. With `--on`, what looks like a reference may be a path.
    pub(crate) fn reference_and_paths(&self) -> (Option<&str>, Vec<PathBuf>) {
        reference_and_paths(&self.reference, &self.paths, self.on.is_some())
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum HistoryFormat {
    /// For people: side by side if there are 110 columns or more, otherwise one below the other
    Terminal,
    /// For a wiki or a repository, with tables that can be collapsed
    Markdown,
    /// A page without scripts, to read, print and send
    Html,
    /// The report `ksb.history/1`, described by `ksb schema history`; with `--on`, `ksb.starts/1`
    Json,
    /// With `--on`: one line for each standard, for spreadsheets
    Csv,
}
