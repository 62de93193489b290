//! The arguments of `ksb history`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum, ValueHint};

use super::shared::{InputArgs, TerminalArgs};

#[derive(Debug, ClapArgs)]
pub(crate) struct HistoryArgs {
    /// The reference of the standard, or of its occupation
    #[arg(value_name = "REFERENCE")]
    pub(crate) reference: String,
    /// Catalogues, single documents or folders of them; `-` is standard input
    #[arg(value_name = "CATALOGUE", num_args = 1.., required = true, value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,
    /// How the history is shown
    #[arg(long, value_name = "FORMAT", default_value = "terminal")]
    pub(crate) format: HistoryFormat,
    /// Where to write; standard output if not given, or if `-`
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) terminal: TerminalArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum HistoryFormat {
    /// For people: side by side from 110 columns, below that in line
    Terminal,
    /// For a wiki or a repository, its tables folded
    Markdown,
    /// One page without scripts, to read, print and send
    Html,
    /// The report `ksb.history/1`, described by `ksb schema history`
    Json,
}
