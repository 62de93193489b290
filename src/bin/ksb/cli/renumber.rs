//! The arguments of `ksb renumber`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueHint};

use super::shared::InputArgs;

#[allow(clippy::struct_excessive_bools, reason = "each is an option of its own")]
#[derive(Debug, ClapArgs)]
pub(crate) struct RenumberArgs {
    /// The file to renumber; `-` for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: PathBuf,
    /// Number in the order of the document, not in the order of the old numbers
    #[arg(long)]
    pub(crate) by_place: bool,
    /// The file to write; the default is standard output. In a Word document, the changes are tracked
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    #[arg(conflicts_with_all = ["in_place", "diff"])]
    pub(crate) output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long, requires = "output")]
    pub(crate) force: bool,
    /// Change the file itself
    #[arg(long, conflicts_with = "diff")]
    pub(crate) in_place: bool,
    /// Write nothing; show what would change as a unified diff
    #[arg(long)]
    pub(crate) diff: bool,
    #[command(flatten)]
    pub(crate) input: InputArgs,
}
