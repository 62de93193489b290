//! The arguments of `ksb check`.

use std::path::{Path, PathBuf};

use clap::{Args as ClapArgs, ValueEnum, ValueHint};
use ksb::diagnostic::Severity;
use ksb::lint::{Scope, listed};
use ksb::office::TrackedChanges;
use ksb::project::STDIN;
use ksb::source::Container;

use super::select::RuleArgs;
use super::shared::{InputArgs, Level, StreamArgs, TerminalArgs};

#[allow(clippy::struct_excessive_bools, reason = "each is an option of its own")]
#[derive(Debug, ClapArgs)]
pub(crate) struct CheckArgs {
    /// Files or folders; `-` for standard input
    #[arg(value_name = "PATH", default_value = ".", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,
    /// The file name to show for standard input
    #[arg(long, value_name = "NAME", value_hint = ValueHint::FilePath, hide_short_help = true)]
    pub(crate) stdin_filename: Option<PathBuf>,
    /// How findings are shown
    ///
    /// This sets the format on standard output. The default is `full`, unless `--output` writes to standard output.
    #[arg(long, value_name = "FORMAT")]
    pub(crate) format: Option<CheckFormat>,
    /// Also write a report in this format to a file; use it as often as you need. The file `-` is standard
    /// output
    ///
    /// `comments:FILE.docx` writes a copy of a Word document with each finding as a comment.
    /// `tracked:FILE.docx` writes a copy with the changes that `--fix` would make as tracked changes.
    /// `comments:FILE.xlsx` writes a copy of a workbook with the findings as comments in its cells.
    ///
    /// A report replaces an earlier one. A copy replaces an existing file only with `--force`.
    #[arg(long = "output", value_name = "FORMAT:FILE", value_parser = output, hide_short_help = true)]
    pub(crate) outputs: Vec<Output>,
    /// With `--output`: let copies of documents replace existing files
    #[arg(long, requires = "outputs", hide_short_help = true)]
    pub(crate) force: bool,
    /// Add the number of findings for each rule to the formats full, concise and narrated
    #[arg(long, hide_short_help = true)]
    pub(crate) statistics: bool,
    /// For a Word document with tracked changes: which state to check
    #[arg(long, value_name = "STATE", default_value = "accepted", hide_short_help = true)]
    pub(crate) tracked: TrackedArg,
    /// Show only findings of this severity or higher
    ///
    /// `advice` also shows matters of taste.
    #[arg(long, value_name = "LEVEL", default_value = "warning")]
    pub(crate) severity: Level,
    /// The lowest severity that makes the exit code 1
    ///
    /// Findings that `--severity` hides count too.
    #[arg(long, value_name = "LEVEL", default_value = "error")]
    pub(crate) fail_on: FailOn,
    #[command(flatten)]
    pub(crate) rules: RuleArgs,
    /// Run only the rules for single documents, or only those for the whole catalogue; the default is
    /// both
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
    /// To stop it, press Ctrl+C.
    #[arg(long)]
    pub(crate) watch: bool,
    /// In the full format, show at most this many findings for each rule in a file; 0 shows all
    #[arg(long, value_name = "N", default_value_t = 25, hide_short_help = true)]
    pub(crate) limit: usize,
    /// Show no progress bar
    #[arg(long, hide_short_help = true)]
    pub(crate) no_progress: bool,
    #[command(flatten)]
    pub(crate) terminal: TerminalArgs,
}

/// What is already known and is not shown.
#[derive(Debug, ClapArgs)]
pub(crate) struct KnownArgs {
    /// Show only findings that are not in this baseline, which `--write-baseline` wrote
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, hide_short_help = true)]
    pub(crate) baseline: Option<PathBuf>,
    /// Show nothing; write the findings to this baseline, so that later runs can leave them out
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, hide_short_help = true)]
    #[arg(conflicts_with_all = ["baseline", "since"])]
    pub(crate) write_baseline: Option<PathBuf>,
    /// Show only what is new since this version
    ///
    /// A finding is new if the same file did not have it at this revision in git. For one file, you can give an older
    /// FILE instead.
    #[arg(long, value_name = "REV|FILE")]
    pub(crate) since: Option<String>,
}

/// What to fix.
#[derive(Clone, Copy, Debug, ClapArgs)]
pub(crate) struct FixArgs {
    /// Fix what can be fixed without changing the meaning
    ///
    /// Files are fixed in place, then the remaining findings are reported. Saved pages (HTML) show what was published and are never
    /// edited. For a Word document, use `--output tracked:FILE.docx`.
    #[arg(long)]
    pub(crate) fix: bool,
    /// Show what `--fix` would change, without writing it
    ///
    /// Shows a unified diff instead of the findings. The exit code is 1 if anything would change.
    #[arg(long)]
    pub(crate) diff: bool,
    /// With `--fix`, `--diff` or `--output tracked`: also apply fixes that you need to check afterwards
    #[arg(long, hide_short_help = true)]
    pub(crate) unsafe_fixes: bool,
}

/// Where settings come from, and what they amount to.
#[derive(Debug, ClapArgs)]
pub(crate) struct SettingsArgs {
    /// Use these settings for all files, instead of the nearest ksb.toml in or above each folder
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "no_config")]
    #[arg(hide_short_help = true)]
    pub(crate) config: Option<PathBuf>,
    /// Do not use any ksb.toml
    #[arg(long, hide_short_help = true)]
    pub(crate) no_config: bool,
    /// Apply `exclude` in ksb.toml even to files that are named on the command line
    #[arg(long, hide_short_help = true)]
    pub(crate) force_exclude: bool,
    /// Check nothing; show the settings that apply to this file, as a ksb.toml
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "paths")]
    #[arg(hide_short_help = true)]
    pub(crate) show_settings: Option<PathBuf>,
    /// Check nothing; list the files that would be checked
    #[arg(long, hide_short_help = true)]
    pub(crate) show_files: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// Each finding with its lines in the file and what to do
    Full,
    /// One line for each finding: `path:line:col: severity[rule] message`
    Concise,
    /// Words only, for screen readers and braille
    Narrated,
    /// The report `ksb.check/1`, described by `ksb schema check-report`
    Json,
    /// The findings of that report, one on each line
    Jsonl,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Workflow commands for GitHub Actions
    Github,
    /// A code quality report for GitLab
    Gitlab,
    /// JUnit XML: errors are failed tests
    Junit,
    /// A table for each file, for a pull request
    Markdown,
    /// A page to read or print: the findings by severity, and the documents with the findings marked in them
    Html,
    /// Only the number of findings for each rule
    Statistics,
}

impl CheckFormat {
    /// Whether it is for people, so that more words can be added below it.
    pub(crate) fn is_prose(self) -> bool {
        matches!(self, Self::Full | Self::Concise | Self::Narrated)
    }

    fn name(self) -> String {
        self.to_possible_value().map_or_else(String::new, |value| value.get_name().to_owned())
    }
}

/// What `--output` asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Output {
    /// A report.
    Report(ReportTarget),
    /// A copy of the document.
    Copy(CopyTarget),
}

/// A copy of the document that was checked: what is written into it, and the file to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CopyTarget {
    pub(crate) marks: Marks,
    pub(crate) file: PathBuf,
}

/// What is written into a copy of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Marks {
    /// The findings, as comments.
    Comments,
    /// Fixes, as tracked changes.
    Tracked,
}

impl Marks {
    const ALL: [Self; 2] = [Self::Comments, Self::Tracked];

    /// Its name among the formats.
    fn name(self) -> &'static str {
        match self {
            Self::Comments => "comments",
            Self::Tracked => "tracked",
        }
    }

    /// What it is, in words.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Comments => "comments",
            Self::Tracked => "tracked changes",
        }
    }

    /// Whether it can be written into such documents.
    pub(crate) fn are_for(self, container: Container) -> bool {
        self == Self::Comments || container == Container::Word
    }

    /// What it is written into, and what to use for other documents.
    pub(crate) fn into_what(self) -> [&'static str; 2] {
        match self {
            Self::Comments => {
                ["Word documents (.docx) and workbooks (.xlsx)", "`--format` has reports for others"]
            }
            Self::Tracked => ["Word documents (.docx)", "`--fix` corrects texts in place"],
        }
    }
}

/// One report: its format, and the file to write, or `None` for standard output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ReportTarget {
    pub(crate) format: CheckFormat,
    pub(crate) file: Option<PathBuf>,
}

impl ReportTarget {
    /// Whether it has one finding on each line, as each is found.
    pub(crate) fn is_lines(&self) -> bool {
        self.format == CheckFormat::Jsonl && self.file.is_none()
    }

    /// The file that it is written to, or `None` for standard output.
    pub(crate) fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// Whether ignored findings are part of it.
    pub(crate) fn shows_ignored(&self) -> bool {
        self.format == CheckFormat::Sarif
    }
}

/// `FORMAT:FILE`, where the file `-` is standard output.
fn output(text: &str) -> Result<Output, String> {
    let (format, file) = text
        .split_once(':')
        .filter(|(_, file)| !file.is_empty())
        .ok_or("write a format, a colon and a file, such as json:findings.json")?;
    if let Some(marks) = Marks::ALL.into_iter().find(|marks| marks.name() == format) {
        let copy = CopyTarget { marks, file: PathBuf::from(file) };
        let why = || format!("{} are written into a copy of the document: name a file for it", marks.noun());
        return (file != STDIN).then_some(Output::Copy(copy)).ok_or_else(why);
    }
    let names = CheckFormat::value_variants().iter().map(|format| format.name());
    let names: Vec<String> = names.chain(Marks::ALL.map(|marks| marks.name().to_owned())).collect();
    let format = CheckFormat::from_str(format, false)
        .map_err(|_| format!("unknown format `{format}`: the formats are {}", listed(&names, names.len())))?;
    Ok(Output::Report(ReportTarget { format, file: (file != STDIN).then(|| PathBuf::from(file)) }))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TrackedArg {
    /// As if all changes were accepted
    Accepted,
    /// As if all changes were rejected
    Original,
}

impl From<TrackedArg> for TrackedChanges {
    fn from(state: TrackedArg) -> Self {
        match state {
            TrackedArg::Accepted => Self::Accepted,
            TrackedArg::Original => Self::Rejected,
        }
    }
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
pub(crate) enum FailOn {
    Error,
    Warning,
    Advice,
    Never,
}

impl FailOn {
    /// The lowest severity that fails the run, if any does.
    pub(crate) fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Advice => Some(Severity::Advice),
            Self::Never => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_output_is_a_format_and_a_file() {
        let file = |format, file: Option<&str>| {
            Ok(Output::Report(ReportTarget { format, file: file.map(PathBuf::from) }))
        };
        for marks in Marks::ALL {
            let copy = CopyTarget { marks, file: PathBuf::from("a.docx") };
            assert_eq!(output(&format!("{}:a.docx", marks.name())), Ok(Output::Copy(copy)));
            assert!(output(&format!("{}:-", marks.name())).is_err());
        }
        assert_eq!(output("sarif:a:b.json"), file(CheckFormat::Sarif, Some("a:b.json")));
        assert_eq!(output("json:-"), file(CheckFormat::Json, None));
        assert!([output("json"), output("json:"), output("xml:a"), output(":a")].iter().all(Result::is_err));
    }
}
