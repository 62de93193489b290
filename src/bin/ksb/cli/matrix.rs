//! The arguments of `ksb matrix`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum, ValueHint};

use super::shared::{InputArgs, TerminalArgs};

#[derive(Debug, ClapArgs)]
pub(crate) struct MatrixArgs {
    /// The standard to read; `-` for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: PathBuf,
    /// How the table is shown
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: MatrixFormat,
    /// The document to use if the file has several, by its reference and version
    #[arg(long, value_name = "ST9901_1.1")]
    pub(crate) document: Option<String>,
    /// The file to write; the default, or `-`, is standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) terminal: TerminalArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum MatrixFormat {
    /// Columns for a terminal, split where they are too wide
    Text,
    /// A table for each kind of statement
    Markdown,
    /// One table, for spreadsheets
    Csv,
    /// A page
    Html,
}
