//! The arguments that several commands have.

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser, ValueParser};
use clap::{Args as ClapArgs, ValueEnum};
use ksb::diagnostic::Severity;
use ksb::model::Format;
use ksb::project::{Disk, Reader};
use ksb::source::FilePosition;

/// How input is read.
#[derive(Debug, ClapArgs)]
pub(crate) struct InputArgs {
    /// Read the input as this format instead of detecting it from the content
    #[arg(long, value_name = "FORMAT", value_parser = format_parser(), hide_short_help = true)]
    pub(crate) from: Option<Format>,
    /// Refuse files larger than this many bytes, or this many K, M or G (1K is 1,024 bytes)
    #[arg(long, value_name = "SIZE", default_value = "512M", value_parser = size, hide_short_help = true)]
    pub(crate) max_size: u64,
}

impl InputArgs {
    /// A reader with these settings.
    pub(crate) fn reader(&self) -> Reader<'static> {
        Reader { files: &Disk, from: self.from, max_size: self.max_size }
    }
}

/// How a stream of documents is read, one on each line.
#[derive(Clone, Copy, Debug, ClapArgs)]
pub(crate) struct StreamArgs {
    /// For standard input that is part of a longer stream: the line where it starts, counted from 1, and the number of
    /// bytes before it. Findings then show their position in the whole stream
    #[arg(long, value_name = "LINE[:BYTES]", value_parser = begins, hide_short_help = true)]
    pub(crate) starts_at: Option<FilePosition>,
}

/// How the report for people looks.
#[derive(Clone, Debug, ClapArgs)]
pub(crate) struct TerminalArgs {
    /// When to use colours; `auto` depends on `NO_COLOR`, `CLICOLOR_FORCE` and whether the output is a terminal
    #[arg(long, value_name = "WHEN", default_value = "auto", hide_short_help = true)]
    pub(crate) color: Color,
    #[command(flatten)]
    pub(crate) wide: WidthArgs,
}

/// How wide the report for people is.
#[derive(Clone, Copy, Debug, ClapArgs)]
pub(crate) struct WidthArgs {
    /// The maximum number of columns in a line; the default is the width of the terminal, or 100
    #[arg(long, value_name = "COLUMNS", hide_short_help = true)]
    #[arg(value_parser = clap::value_parser!(u16).range(20..))]
    pub(crate) width: Option<u16>,
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

pub(crate) fn format_parser() -> ValueParser {
    let names = PossibleValuesParser::new(Format::ALL.map(Format::name));
    names.map(|name| Format::from_name(&name).expect("only names of formats are possible")).into()
}

/// The reference that was given, and the paths. Where paths may be given alone, what looks like a reference may be one
/// of them.
pub(crate) fn reference_and_paths<'a>(
    reference: &'a str,
    paths: &[PathBuf],
    may_stand_alone: bool,
) -> (Option<&'a str>, Vec<PathBuf>) {
    let first = Path::new(reference);
    if may_stand_alone && (paths.is_empty() || reference == "-" || first.exists()) {
        (None, std::iter::once(first.to_owned()).chain(paths.iter().cloned()).collect())
    } else {
        (Some(reference), paths.to_vec())
    }
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

/// `LINE` or `LINE:BYTES`.
pub(crate) fn begins(text: &str) -> Result<FilePosition, String> {
    let (line, bytes) = text.split_once(':').unwrap_or((text, "0"));
    let place = line.parse().ok().zip(bytes.parse().ok()).filter(|(line, _)| *line > 0);
    let wrong = "write the number of the line, from 1, and the number of bytes before it: 12001:483920";
    place.map(|(line, bytes)| FilePosition::line(line, bytes)).ok_or_else(|| wrong.to_owned())
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
    fn a_piece_begins_somewhere() {
        assert_eq!(begins("7"), Ok(FilePosition::line(7, 0)));
        assert_eq!(begins("7:4096"), Ok(FilePosition::line(7, 4096)));
        assert!(["", "0", "x", "1:", "1:-2", ":3"].iter().all(|text| begins(text).is_err()));
    }
}
