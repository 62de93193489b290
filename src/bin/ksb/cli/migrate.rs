//! The arguments of `ksb migrate`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum, ValueHint};

use super::shared::{InputArgs, TerminalArgs};

#[allow(clippy::struct_excessive_bools, reason = "each is an option of its own")]
#[derive(Debug, ClapArgs)]
pub(crate) struct MigrateArgs {
    /// The old version, the new version, then the documents that cite the standard, or folders that contain them
    #[arg(value_name = "PATH", num_args = 1.., required = true, value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,
    /// A file for one document, a folder for several
    #[arg(short, long, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    #[arg(conflicts_with_all = ["in_place", "diff"])]
    pub(crate) output: Option<PathBuf>,
    /// Change the documents themselves
    #[arg(long, conflicts_with = "diff")]
    pub(crate) in_place: bool,
    /// Write nothing; show what would change
    #[arg(long)]
    pub(crate) diff: bool,
    /// Write nothing; report what would be done
    #[arg(long, conflicts_with_all = ["output", "in_place", "diff"])]
    pub(crate) dry_run: bool,
    /// Replace existing files
    #[arg(long, requires = "output", hide_short_help = true)]
    pub(crate) force: bool,
    /// How the report is shown
    #[arg(long, value_name = "FORMAT", default_value = "text", hide_short_help = true)]
    pub(crate) format: MigrateFormat,
    /// The version that the documents cite, if one catalogue has both versions
    #[arg(long, value_name = "1.0", requires = "to_version", hide_short_help = true)]
    pub(crate) from_version: Option<String>,
    /// The version to update to, through every version in between
    #[arg(long, value_name = "1.2", requires = "from_version", hide_short_help = true)]
    pub(crate) to_version: Option<String>,
    /// The document to use if the file has several
    ///
    /// Give its reference and version. If you give two, the second is for the new version.
    #[arg(long, value_name = "ST9901_1.1", conflicts_with = "from_version", hide_short_help = true)]
    pub(crate) document: Vec<String>,
    /// Pair these codes, the old one first
    #[arg(long, value_name = "K6=K9", conflicts_with = "from_version")]
    pub(crate) pair: Vec<String>,
    /// Do not pair these codes
    #[arg(long, value_name = "S6=S5", conflicts_with = "from_version", hide_short_help = true)]
    pub(crate) no_pair: Vec<String>,
    /// A file that lists codes to pair and not to pair
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "from_version")]
    #[arg(hide_short_help = true)]
    pub(crate) pairing: Option<PathBuf>,
    /// The heading of a column with codes; you can give this more than once
    ///
    /// In a table with such a column, codes in other columns do not count as citations.
    #[arg(long, value_name = "HEADER", hide_short_help = true)]
    pub(crate) codes_in: Vec<String>,
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) terminal: TerminalArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum MigrateFormat {
    /// For people
    Text,
    /// Tables for a pull request
    Markdown,
    /// The report `ksb.migration/1`, described by `ksb schema migration`
    Json,
}
