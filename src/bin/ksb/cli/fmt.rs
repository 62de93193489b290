//! The arguments of `ksb fmt`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueHint};

use super::shared::{TerminalArgs, size};

#[derive(Debug, ClapArgs)]
pub(crate) struct FmtArgs {
    /// Files or folders; `-` formats standard input and writes it to standard output
    #[arg(value_name = "PATH", default_value = ".", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,
    /// Write nothing; list the files that would change
    #[arg(long)]
    pub(crate) check: bool,
    /// Write nothing; show what would change as a unified diff
    #[arg(long, conflicts_with = "check")]
    pub(crate) diff: bool,
    /// Refuse files larger than this many bytes, or this many K, M or G (1K is 1,024 bytes)
    #[arg(long, value_name = "SIZE", default_value = "512M", value_parser = size)]
    #[arg(hide_short_help = true)]
    pub(crate) max_size: u64,
    #[command(flatten)]
    pub(crate) terminal: TerminalArgs,
}
