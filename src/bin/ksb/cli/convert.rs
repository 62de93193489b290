//! The arguments of `ksb convert`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum, ValueHint};
use ksb::convert::Target;

use super::shared::{InputArgs, TerminalArgs};

#[derive(Debug, ClapArgs)]
pub(crate) struct ConvertArgs {
    /// The file to read; `-` for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) file: PathBuf,
    /// The format to write. The default depends on the file name; on standard output it is native JSON
    #[arg(long, value_name = "FORMAT")]
    pub(crate) to: Option<WrittenFormat>,
    /// The document to use if the file has several, by its reference and version
    #[arg(long, value_name = "ST9901_1.1")]
    pub(crate) document: Option<String>,
    /// The file to write; the default, or `-`, is standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
    /// Replace the file if it exists
    #[arg(long)]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) terminal: TerminalArgs,
}

/// A format that documents are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum WrittenFormat {
    /// Native JSON
    Json,
    /// A Word document (.docx)
    #[value(alias = "docx")]
    Word,
    /// Markdown (.md)
    #[value(alias = "md")]
    Markdown,
    /// A table with one row for each fact, paragraph, duty and statement (.csv)
    Csv,
    /// The same table as an Excel workbook (.xlsx)
    #[value(alias = "xlsx")]
    Workbook,
}

impl WrittenFormat {
    /// What the library calls it.
    pub(crate) fn target(self) -> Target {
        match self {
            Self::Json => Target::Json,
            Self::Word => Target::Word,
            Self::Markdown => Target::Markdown,
            Self::Csv => Target::Csv,
            Self::Workbook => Target::Workbook,
        }
    }
}
