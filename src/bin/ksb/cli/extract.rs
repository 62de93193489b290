//! The arguments of `ksb extract`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueHint};

use super::shared::{InputArgs, StreamArgs};

#[derive(Debug, ClapArgs)]
pub(crate) struct ExtractArgs {
    /// The file to read; `-` for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: PathBuf,
    /// The file name to use for standard input
    #[arg(long, value_name = "NAME", value_hint = ValueHint::FilePath)]
    pub(crate) stdin_filename: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) stream: StreamArgs,
    #[command(flatten)]
    pub(crate) input: InputArgs,
}
