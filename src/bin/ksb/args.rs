//! The command line.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser, ValueParser};
use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum, ValueHint};
use clap_complete::Shell;
use ksb::diagnostic::Severity;
use ksb::lint::Scope;
use ksb::model::Format;
use ksb::source::Place;

use crate::diff::args::{DiffArgs, DriverArgs, InstallArgs};
use crate::fix::FixArgs;
use crate::fmt::FmtArgs;
use crate::help;
use crate::history::HistoryArgs;
use crate::known::KnownArgs;
use crate::matrix::MatrixArgs;
use crate::reports::{self, CheckFormat, Output};
use crate::rules::RuleArgs;
use crate::settings::SettingsArgs;
use crate::stream;

/// Check occupational standards: duties, knowledge, skills and behaviours
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100, after_long_help = help::EXIT_CODES)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check files, or the standards in folders
    #[command(after_long_help = help::CHECK)]
    Check(Box<CheckArgs>),
    /// Compare two versions: what changed, and what follows from it
    #[command(override_usage = help::DIFF_USAGE, after_long_help = help::DIFF)]
    Diff(Box<DiffArgs>),
    /// Tell every version of a standard, and what each really changed
    #[command(after_long_help = help::HISTORY)]
    History(HistoryArgs),
    /// Show which duty lists which statements, with the holes marked
    #[command(after_long_help = help::MATRIX)]
    Matrix(MatrixArgs),
    /// Write any readable document as native JSON
    #[command(after_long_help = help::CONVERT)]
    Convert(ConvertArgs),
    /// Put native JSON into its canonical layout and order
    #[command(after_long_help = help::FMT)]
    Fmt(FmtArgs),
    /// Write a commented ksb.toml into this folder
    Init,
    /// List the rules
    Rules(RulesArgs),
    /// Show the page of a rule, or the rules of a group
    #[command(after_long_help = help::EXPLAIN)]
    Explain(ExplainArgs),
    /// Write a JSON Schema; without a name, list them
    #[command(after_long_help = help::SCHEMA)]
    Schema(SchemaArgs),
    /// Write what documents tell each other, to check on many machines
    ///
    /// Each document gives a line of JSON. An engine checks the documents of a catalogue on many machines, and the
    /// catalogue as a whole, by these lines, at the end.
    #[command(after_long_help = help::EXTRACT)]
    Extract(ExtractArgs),
    /// Write the completions for a shell
    #[command(after_long_help = help::COMPLETIONS)]
    Completions(CompletionsArgs),
    /// Write the manual page of ksb, or of one of its commands
    #[command(after_long_help = help::MAN)]
    Man(ManArgs),
    /// Make `git diff` show standards as `ksb diff` does
    InstallGit(InstallArgs),
    /// Compare two files for git, as `ksb install-git` sets it up
    #[command(hide = true)]
    GitDiffDriver(DriverArgs),
}

#[derive(Debug, ClapArgs)]
pub(crate) struct CheckArgs {
    /// Files or folders; `-` for standard input
    #[arg(value_name = "PATH", default_value = ".", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,
    /// The name by which findings in standard input go
    #[arg(long, value_name = "NAME", value_hint = ValueHint::FilePath, hide_short_help = true)]
    pub(crate) stdin_filename: Option<PathBuf>,
    /// How findings are shown
    ///
    /// This is for standard output; it is `full` unless --output writes there.
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<CheckFormat>,
    /// Write a report of this format to a file too; may be given several times. The file `-` is standard
    /// output
    #[arg(long = "output", value_name = "FORMAT:FILE", value_parser = reports::output, hide_short_help = true)]
    pub(crate) outputs: Vec<Output>,
    /// Add how often each rule found something to the formats full, concise and narrated
    #[arg(long, hide_short_help = true)]
    pub(crate) statistics: bool,
    /// Show only findings of this severity or a higher one
    ///
    /// `advice` shows matters of taste too.
    #[arg(long, value_name = "LEVEL", default_value = "warning")]
    pub(crate) severity: Level,
    /// The least severity that makes the exit code 1
    ///
    /// It counts findings that --severity hides too.
    #[arg(long, value_name = "LEVEL", default_value = "error")]
    pub(crate) fail_on: FailOn,
    #[command(flatten)]
    pub(crate) rules: RuleArgs,
    /// Run only the rules that look at one document, or only those that need the whole catalogue; both
    /// unless given
    #[arg(long, value_name = "SCOPE", hide_short_help = true)]
    pub(crate) scope: Option<ScopeArg>,
    #[command(flatten)]
    pub(crate) known: KnownArgs,
    #[command(flatten)]
    pub(crate) fixing: FixArgs,
    #[command(flatten)]
    pub(crate) settings: SettingsArgs,
    #[command(flatten)]
    pub(crate) stream: StreamArgs,
    #[command(flatten)]
    pub(crate) input: InputArgs,
    /// Check again whenever a document changes
    ///
    /// This goes on until it is interrupted.
    #[arg(long)]
    pub(crate) watch: bool,
    /// Show at most this many findings of a rule in a file, in the full format; 0 shows all
    #[arg(long, value_name = "N", default_value_t = 25, hide_short_help = true)]
    pub(crate) limit: usize,
    /// Show no progress bar
    #[arg(long, hide_short_help = true)]
    pub(crate) no_progress: bool,
    #[command(flatten)]
    pub(crate) look: LookArgs,
}

/// How input is read.
#[derive(Debug, ClapArgs)]
pub(crate) struct InputArgs {
    /// Read the input as this format instead of detecting it from the content
    #[arg(long, value_name = "FORMAT", value_parser = format_parser(), hide_short_help = true)]
    pub(crate) from: Option<Format>,
    /// Refuse files longer than this many bytes; K, M and G stand for powers of 1024
    #[arg(long, value_name = "SIZE", default_value = "512M", value_parser = size, hide_short_help = true)]
    pub(crate) max_size: u64,
}

/// How a stream of documents is read, one on each line.
#[derive(Clone, Copy, Debug, ClapArgs)]
pub(crate) struct StreamArgs {
    /// Standard input is a piece of a longer stream that begins with this line, counted from 1, and after so
    /// many bytes: findings in it are placed in the whole
    #[arg(long, value_name = "LINE[:BYTES]", value_parser = stream::begins, hide_short_help = true)]
    pub(crate) starts_at: Option<Place>,
}

/// How the report for people looks.
#[derive(Debug, ClapArgs)]
pub(crate) struct LookArgs {
    /// When to use colours; `auto` heeds `NO_COLOR`, `CLICOLOR_FORCE` and whether the output is a terminal
    #[arg(long, value_name = "WHEN", default_value = "auto", hide_short_help = true)]
    pub(crate) color: Color,
    #[command(flatten)]
    pub(crate) wide: WidthArgs,
}

/// How wide the report for people is.
#[derive(Clone, Copy, Debug, ClapArgs)]
pub(crate) struct WidthArgs {
    /// The columns that lines keep to; otherwise those of the terminal, or 100
    #[arg(long, value_name = "COLUMNS", hide_short_help = true)]
    #[arg(value_parser = clap::value_parser!(u16).range(20..))]
    pub(crate) width: Option<u16>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ExtractArgs {
    /// The file to read; `-` for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: PathBuf,
    /// The name that standard input goes by
    #[arg(long, value_name = "NAME", value_hint = ValueHint::FilePath)]
    pub(crate) stdin_filename: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) stream: StreamArgs,
    #[command(flatten)]
    pub(crate) input: InputArgs,
}

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
    pub(crate) look: LookArgs,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct RulesArgs {
    /// A table for people, or JSON for programs
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: RulesFormat,
    #[command(flatten)]
    pub(crate) wide: WidthArgs,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ExplainArgs {
    /// The name of a rule or group; `ksb rules` lists them. A code of the government's import will do too
    #[arg(value_name = "RULE")]
    pub(crate) name: String,
    #[command(flatten)]
    pub(crate) wide: WidthArgs,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct SchemaArgs {
    /// The name of a schema
    #[arg(value_name = "NAME")]
    pub(crate) name: Option<String>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_name = "SHELL")]
    pub(crate) shell: Shell,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ManArgs {
    /// The name of a command
    #[arg(value_name = "COMMAND")]
    pub(crate) command: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum RulesFormat {
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ScopeArg {
    /// Rules that look at one document
    Document,
    /// Rules that need the whole catalogue
    Catalogue,
}

impl From<ScopeArg> for Scope {
    fn from(scope: ScopeArg) -> Self {
        match scope {
            ScopeArg::Document => Self::Document,
            ScopeArg::Catalogue => Self::Catalogue,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Level {
    Advice,
    Warning,
    Error,
}

impl From<Level> for Severity {
    fn from(level: Level) -> Self {
        match level {
            Level::Advice => Self::Advice,
            Level::Warning => Self::Warning,
            Level::Error => Self::Error,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    Error,
    Warning,
    Advice,
    Never,
}

impl FailOn {
    /// The least severity that fails the run, if any does.
    pub(crate) fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Advice => Some(Severity::Advice),
            Self::Never => None,
        }
    }
}

pub(crate) fn format_parser() -> ValueParser {
    let names = PossibleValuesParser::new(Format::ALL.map(Format::name));
    names.map(|name| Format::from_name(&name).expect("only names of formats are possible")).into()
}

/// A number of bytes: `4096`, `64K`, `512M`, `2GiB`.
pub(crate) fn size(text: &str) -> Result<u64, String> {
    let digits = text.trim_end_matches(|character: char| !character.is_ascii_digit());
    let unit = text[digits.len()..].trim().to_ascii_uppercase();
    let factor = match unit.trim_end_matches("IB").trim_end_matches('B') {
        "" => Some(1),
        "K" => Some(1 << 10),
        "M" => Some(1 << 20),
        "G" => Some(1 << 30),
        _ => None,
    };
    let number: Option<u64> = digits.parse().ok();
    let bytes = number.zip(factor).and_then(|(number, factor)| number.checked_mul(factor));
    bytes.ok_or_else(|| "write a number of bytes, like 65536, 64K or 512M".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_units() {
        assert_eq!(size("4096"), Ok(4096));
        assert_eq!([size("64K"), size("64KiB"), size("64 kb")], [Ok(65_536), Ok(65_536), Ok(65_536)]);
        assert_eq!(size("2G"), Ok(2 << 30));
        assert!(
            [size(""), size("M"), size("1.5M"), size("1T"), size("-1"), size("99999999999G")]
                .iter()
                .all(Result::is_err)
        );
    }

    #[test]
    fn the_command_line_is_consistent() {
        use clap::CommandFactory;
        Args::command().debug_assert();
    }
}
