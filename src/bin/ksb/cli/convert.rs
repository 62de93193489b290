//! The arguments of `ksb convert`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueHint};

use super::shared::{InputArgs, TerminalArgs};

#[derive(Debug, ClapArgs)]
pub(crate) struct ConvertArgs {
    /// The file to read; `-` for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: PathBuf,
    /// The document to use from a file that holds several, by its reference and version
    #[arg(long, value_name = "ST9901_1.1")]
    pub(crate) document: Option<String>,
    /// Where to write; standard output if not given, or if `-`
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) terminal: TerminalArgs,
}
