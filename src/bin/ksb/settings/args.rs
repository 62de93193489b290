//! The part of the command line that is about settings.

use std::path::PathBuf;

use clap::{Args, ValueHint};

/// Where settings come from, and what they come to.
#[derive(Debug, Args)]
pub(crate) struct SettingsArgs {
    /// Use these settings for all files, instead of the nearest ksb.toml in or above the folder of each
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "no_config")]
    #[arg(hide_short_help = true)]
    pub(crate) config: Option<PathBuf>,
    /// Use no ksb.toml
    #[arg(long, hide_short_help = true)]
    pub(crate) no_config: bool,
    /// Leave out what `exclude` in ksb.toml names even where it is named on the command line
    #[arg(long, hide_short_help = true)]
    pub(crate) force_exclude: bool,
    /// Check nothing; show the settings that hold for this file, as a ksb.toml
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "paths")]
    #[arg(hide_short_help = true)]
    pub(crate) show_settings: Option<PathBuf>,
    /// Check nothing; list the files that would be checked
    #[arg(long, hide_short_help = true)]
    pub(crate) show_files: bool,
}
