//! The command lines of the comparison.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum, ValueHint};
use ksb::config::Date;
use ksb::diff::Category;
use ksb::diff::ChangeId;
use ksb::model::Format;

use super::shared::{TerminalArgs, format_parser, size};
use super::words::did_you_mean;

#[derive(Debug, ClapArgs)]
pub(crate) struct DiffArgs {
    /// Two files or folders, either of which can be REV:PATH, or a commit followed by paths
    ///
    /// `-` is standard input.
    #[arg(value_names = ["OLD", "NEW"], num_args = 2.., required_unless_present = "tracked")]
    #[arg(value_hint = ValueHint::AnyPath)]
    pub(crate) sides: Vec<PathBuf>,
    /// Compare a Word document before and after its tracked changes
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "sides")]
    #[arg(hide_short_help = true)]
    pub(crate) tracked: Option<PathBuf>,
    /// How the comparison is shown
    #[arg(long, value_name = "FORMAT", default_value = "terminal", conflicts_with = "stat")]
    pub(crate) format: DiffFormat,
    /// Show only one line for each comparison
    #[arg(long)]
    pub(crate) stat: bool,
    /// The file to write; the default, or `-`, is standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
    /// Read the old side as this format instead of detecting it from the content
    #[arg(long, value_name = "FORMAT", value_parser = format_parser(), hide_short_help = true)]
    pub(crate) from_old: Option<Format>,
    /// Read the new side as this format
    #[arg(long, value_name = "FORMAT", value_parser = format_parser(), hide_short_help = true)]
    pub(crate) from_new: Option<Format>,
    /// The document to use if the file has several
    ///
    /// Give its reference and version. If you give two, the second is for the new side.
    #[arg(long, value_name = "ST9901_1.1")]
    pub(crate) document: Vec<String>,
    /// Pair these codes, the old one first; you can give this more than once
    #[arg(long, value_name = "K6=K9")]
    pub(crate) pair: Vec<String>,
    /// Do not pair these codes
    #[arg(long, value_name = "S6=S5", hide_short_help = true)]
    pub(crate) no_pair: Vec<String>,
    /// A file that lists codes to pair and not to pair
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, hide_short_help = true)]
    pub(crate) pairing: Option<PathBuf>,
    /// Propose another category for changes with this ID; you can give this more than once
    #[arg(long, value_name = "ID=CATEGORY", value_parser = category, hide_short_help = true)]
    pub(crate) category: Vec<(ChangeId, Category)>,
    /// Also show changes to quotation marks, dashes, spaces and capitals
    #[arg(long, hide_short_help = true)]
    pub(crate) typography: bool,
    /// The lowest category that makes the exit code 1
    #[arg(long, value_name = "CATEGORY", default_value = "never")]
    pub(crate) fail_on: FailOn,
    /// A file with accepted changes, which do not count towards `--fail-on`
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, hide_short_help = true)]
    pub(crate) accept: Option<PathBuf>,
    /// The date to use when checking whether accepted changes have expired, as YYYY-MM-DD; the default is today
    #[arg(long, value_name = "DAY", hide_short_help = true)]
    pub(crate) today: Option<Date>,
    /// Refuse files larger than this many bytes, or this many K, M or G (1K is 1,024 bytes)
    #[arg(long, value_name = "SIZE", default_value = "512M", value_parser = size, hide_short_help = true)]
    pub(crate) max_size: u64,
    #[command(flatten)]
    pub(crate) terminal: TerminalArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For people: side by side if there are 110 columns or more, otherwise one below the other
    Terminal,
    /// For a comment on a pull request: at most 60,000 characters
    Markdown,
    /// A page without scripts, to read, print and send
    Html,
    /// The report `ksb.diff/1`, described by `ksb schema diff-report`
    Json,
    /// The table of old and new codes, for spreadsheets
    Csv,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    Revision,
    Adjustment,
    Correction,
    Info,
    Never,
}

impl FailOn {
    /// The lowest category that fails the run, if any does.
    pub(crate) fn category(self) -> Option<Category> {
        match self {
            Self::Revision => Some(Category::Revision),
            Self::Adjustment => Some(Category::Adjustment),
            Self::Correction => Some(Category::Correction),
            Self::Info => Some(Category::Info),
            Self::Never => None,
        }
    }
}

/// What git passes to an external diff program: the path, then the file, hash and mode of each side. For a renamed
/// file, the new path and a message follow; for an unmerged file, there is only the path.
#[derive(Debug, ClapArgs)]
pub(crate) struct DriverArgs {
    /// PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE
    #[arg(value_name = "ARGUMENT", num_args = 1..=9, required = true, allow_hyphen_values = true)]
    pub(crate) given: Vec<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct InstallArgs {
    /// For all your repositories
    #[arg(long, conflicts_with = "local")]
    pub(crate) global: bool,
    /// For this repository; this is the default
    #[arg(long)]
    pub(crate) local: bool,
    /// Change nothing; print the lines that would be added to the git settings, and where they would go
    #[arg(long)]
    pub(crate) print: bool,
}

/// `ID=CATEGORY` with the id of a known change.
fn category(text: &str) -> Result<(ChangeId, Category), String> {
    let (name, category) = text.split_once('=').ok_or("write ID=revision, adjustment, correction or info")?;
    let names: Vec<String> = ChangeId::all().into_iter().map(ChangeId::name).collect();
    let id = ChangeId::from_name(name).ok_or_else(|| {
        let near = did_you_mean(name, names.iter().map(String::as_str), "ksb schema diff-report");
        format!("unknown change `{name}`{near}")
    })?;
    let known = category.parse().map_err(|_| {
        format!("unknown category `{category}`: write revision, adjustment, correction or info")
    })?;
    Ok((id, known))
}
