//! The command line, and nothing else: which arguments there are, and what they mean. Nothing here knows how the
//! commands work.

mod check;
mod convert;
mod diff;
mod extract;
mod fmt;
mod help;
mod history;
mod matrix;
mod migrate;
mod new;
mod progression;
mod refused;
mod renumber;
mod select;
mod shared;
mod site;
mod trace;
mod words;

use clap::{Args as ClapArgs, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

pub(crate) use self::check::{CheckArgs, CheckFormat, CopyTarget, FixArgs, Marks, Output, ReportTarget};
pub(crate) use self::convert::{ConvertArgs, WrittenFormat};
pub(crate) use self::diff::{DiffArgs, DiffFormat, DriverArgs, InstallArgs};
pub(crate) use self::extract::ExtractArgs;
pub(crate) use self::fmt::FmtArgs;
pub(crate) use self::history::{HistoryArgs, HistoryFormat};
pub(crate) use self::matrix::{MatrixArgs, MatrixFormat};
pub(crate) use self::migrate::{MigrateArgs, MigrateFormat};
pub(crate) use self::new::NewArgs;
pub(crate) use self::progression::{ProgressionArgs, ProgressionFormat};
pub(crate) use self::refused::Refused;
pub(crate) use self::renumber::RenumberArgs;
pub(crate) use self::select::{group, selected, selectors, severities};
pub(crate) use self::shared::{Color, TerminalArgs, WidthArgs};
pub(crate) use self::site::SiteArgs;
pub(crate) use self::trace::{TraceArgs, TraceFormat};
pub(crate) use self::words::did_you_mean;

/// Check occupational standards: duties, knowledge, skills and behaviours
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100, after_long_help = help::EXIT_CODES)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The arguments of the command line; or help, or what is wrong with them.
pub(crate) fn parsed() -> Result<Args, Refused> {
    // Only help and messages need the words of all commands, which take time to build.
    Args::try_parse().or_else(|_| {
        let found = command().try_get_matches().and_then(|mut found| Args::from_arg_matches_mut(&mut found));
        found.map_err(|error| error.format(&mut command()).apply())
    })
}

/// The command line, with our words for the command `help`, which clap adds.
pub(crate) fn command() -> clap::Command {
    let mut command = Args::command();
    command.build();
    command.mut_subcommand("help", |help| help.about("Show help for ksb or for one of its commands"))
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check files, or the standards in folders
    #[command(after_long_help = help::CHECK)]
    Check(Box<CheckArgs>),
    /// Compare two versions: what changed, and the consequences
    #[command(override_usage = help::DIFF_USAGE, after_long_help = help::DIFF)]
    Diff(Box<DiffArgs>),
    /// Show every version of a standard, and what each one changed
    #[command(after_long_help = help::HISTORY)]
    History(HistoryArgs),
    /// Show which occupations share knowledge and skills
    #[command(override_usage = help::PROGRESSION_USAGE, after_long_help = help::PROGRESSION)]
    Progression(Box<ProgressionArgs>),
    /// Write a website of all standards and what each version changed
    #[command(after_long_help = help::SITE)]
    Site(Box<SiteArgs>),
    /// Show which statements are mapped to which duties
    #[command(after_long_help = help::MATRIX)]
    Matrix(MatrixArgs),
    /// Show what documents cite from a standard, and what they omit
    #[command(after_long_help = help::TRACE)]
    Trace(Box<TraceArgs>),
    /// Update documents that cite a standard to cite a new version
    #[command(override_usage = help::MIGRATE_USAGE, after_long_help = help::MIGRATE)]
    Migrate(Box<MigrateArgs>),
    /// Convert a document to Word, Markdown, CSV or JSON
    #[command(after_long_help = help::CONVERT)]
    Convert(ConvertArgs),
    /// Write a template for a new standard
    #[command(after_long_help = help::NEW)]
    New(NewArgs),
    /// Format ksb's own JSON: its layout and the order of its keys
    #[command(after_long_help = help::FMT)]
    Fmt(FmtArgs),
    /// Renumber statements and duties, and update the mapping
    #[command(after_long_help = help::RENUMBER)]
    Renumber(RenumberArgs),
    /// Show findings and fixes in an editor as you type
    #[command(after_long_help = help::SERVER)]
    Server(ServerArgs),
    /// Write a commented ksb.toml to this folder
    Init,
    /// List the rules
    Rules(RulesArgs),
    /// Show the page about a rule, or list the rules in a group
    #[command(after_long_help = help::EXPLAIN)]
    Explain(ExplainArgs),
    /// Write a JSON Schema, or list all of them if you give no name
    #[command(after_long_help = help::SCHEMA)]
    Schema(SchemaArgs),
    /// Write the data for rules that compare documents
    ///
    /// This writes one line of JSON for each document. You can check the documents of a catalogue on many machines, then use these
    /// lines to check the catalogue as a whole.
    #[command(after_long_help = help::EXTRACT)]
    Extract(ExtractArgs),
    /// Write completions for a shell
    #[command(after_long_help = help::COMPLETIONS)]
    Completions(CompletionsArgs),
    /// Write the manual page for ksb, or for one of its commands
    #[command(after_long_help = help::MAN)]
    Man(ManArgs),
    /// Make `git diff` show standards as `ksb diff` does
    InstallGit(InstallArgs),
    /// Compare two files for git, as `ksb install-git` sets it up
    #[command(hide = true)]
    GitDiffDriver(DriverArgs),
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
pub(crate) struct ServerArgs {
    /// Many editors pass this; it is the only way to connect
    #[arg(long, hide = true)]
    pub(crate) stdio: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ExplainArgs {
    /// The name of a rule or group, as `ksb rules` lists them, or a code from the government's import
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

#[cfg(test)]
mod tests {

    #[test]
    fn the_command_line_is_consistent() {
        super::command().debug_assert();
    }
}
