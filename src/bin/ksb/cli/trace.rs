//! The arguments of `ksb trace`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum, ValueHint};

use super::check::{CheckFormat, FailOn};
use super::select::RuleArgs;
use super::shared::{InputArgs, Level, TerminalArgs};

#[derive(Debug, ClapArgs)]
pub(crate) struct TraceArgs {
    /// The standard that the documents cite, in any format; the default is every [[trace]] in ksb.toml
    #[arg(value_name = "STANDARD", requires = "files", value_hint = ValueHint::FilePath)]
    pub(crate) standard: Option<PathBuf>,
    /// Documents that cite the standard, or folders that contain them; `-` for standard input
    #[arg(value_name = "FILE", num_args = 1.., value_hint = ValueHint::AnyPath)]
    pub(crate) files: Vec<PathBuf>,
    /// How findings or coverage are shown
    #[arg(long, value_name = "FORMAT", default_value = "full")]
    pub(crate) format: TraceFormat,
    /// The file to write; the default, or `-`, is standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
    /// The heading of a column with codes; you can give this more than once
    ///
    /// In a table with such a column, codes in other columns do not count as citations.
    #[arg(long, value_name = "HEADER", requires = "standard")]
    pub(crate) codes_in: Vec<String>,
    /// Require each document to cite each knowledge statement and skill exactly once
    ///
    /// This always applies to a document whose title or heading says that it is an assessment plan.
    #[arg(long, requires = "standard")]
    pub(crate) exactly_once: bool,
    /// Earlier versions of the standard: catalogues, single documents or folders that contain them
    ///
    /// With these, findings say what happened to a code.
    #[arg(long, value_name = "PATH", requires = "standard", value_hint = ValueHint::AnyPath)]
    pub(crate) history: Vec<PathBuf>,
    /// The document to use if the file has several standards, by its reference and version
    #[arg(long, value_name = "ST9901_1.1", requires = "standard")]
    pub(crate) document: Option<String>,
    /// Fail if the documents cite less than this percentage of the statements
    #[arg(long, value_name = "PERCENT", value_parser = percent)]
    pub(crate) min_coverage: Option<u8>,
    /// Show only findings of this severity or higher
    #[arg(long, value_name = "LEVEL", default_value = "advice")]
    pub(crate) severity: Level,
    /// The lowest severity that makes the exit code 1
    #[arg(long, value_name = "LEVEL", default_value = "error")]
    pub(crate) fail_on: FailOn,
    #[command(flatten)]
    pub(crate) rules: RuleArgs,
    /// Use these settings for all files, instead of the nearest ksb.toml in or above each folder
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with = "no_config")]
    #[arg(hide_short_help = true)]
    pub(crate) config: Option<PathBuf>,
    /// Do not use any ksb.toml
    #[arg(long, hide_short_help = true)]
    pub(crate) no_config: bool,
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) terminal: TerminalArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TraceFormat {
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
    /// Only the number of findings for each rule
    Statistics,
    /// Which document, or which part of a single document, cites which statements
    Coverage,
    /// The coverage as one table, for spreadsheets
    Csv,
    /// The coverage as a page
    Html,
}

impl TraceFormat {
    /// The format of findings that it is, or `None` if it shows the coverage.
    pub(crate) fn of_findings(self) -> Option<CheckFormat> {
        Some(match self {
            Self::Full => CheckFormat::Full,
            Self::Concise => CheckFormat::Concise,
            Self::Narrated => CheckFormat::Narrated,
            Self::Json => CheckFormat::Json,
            Self::Jsonl => CheckFormat::Jsonl,
            Self::Sarif => CheckFormat::Sarif,
            Self::Github => CheckFormat::Github,
            Self::Gitlab => CheckFormat::Gitlab,
            Self::Junit => CheckFormat::Junit,
            Self::Markdown => CheckFormat::Markdown,
            Self::Statistics => CheckFormat::Statistics,
            Self::Coverage | Self::Csv | Self::Html => return None,
        })
    }
}

/// A percentage: `90%`, or `90`.
fn percent(text: &str) -> Result<u8, String> {
    let number = text.trim().trim_end_matches('%').trim_end().parse().ok();
    number
        .filter(|number| *number <= 100)
        .ok_or_else(|| "write a percentage from 0 to 100, such as 90%".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_a_number_up_to_a_hundred() {
        assert_eq!([percent("90%"), percent("0"), percent("100 %")], [Ok(90), Ok(0), Ok(100)]);
        assert!([percent("101%"), percent("-1"), percent("half")].iter().all(Result::is_err));
    }
}
