//! The arguments of `ksb progression`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, ValueEnum, ValueHint};
use ksb::progression::MAX_LINKS;
use ksb::project::Block;

use super::shared::{InputArgs, TerminalArgs, reference_and_paths};

#[derive(Debug, ClapArgs)]
pub(crate) struct ProgressionArgs {
    /// The reference of an occupation; the default is to compare all occupations with each other
    #[arg(value_name = "REFERENCE")]
    pub(crate) reference: String,
    /// Catalogues, single documents or folders that contain them; `-` is standard input
    #[arg(value_name = "CATALOGUE", value_hint = ValueHint::AnyPath)]
    pub(crate) paths: Vec<PathBuf>,
    /// Show only the link with this other occupation, and quote the statements
    #[arg(long, value_name = "REFERENCE")]
    pub(crate) with: Option<String>,
    /// The maximum number of links to show for an occupation, strongest first
    #[arg(long, value_name = "NUMBER", default_value_t = MAX_LINKS)]
    pub(crate) most: usize,
    /// Without a reference: show links in which at least this percentage of the statements carry over in one
    /// direction
    #[arg(long, value_name = "PERCENT", default_value_t = 10, value_parser = clap::value_parser!(u64).range(0..=100))]
    pub(crate) least: u64,
    /// Without a reference: compare only some of the occupations, so that many machines can share the work. `2/8`
    /// compares the second of 8 blocks with itself and all later blocks. `2:5/8` compares the second block with the
    /// fifth. All blocks together give the whole result
    #[arg(long, value_name = "BLOCK[:OTHER]/BLOCKS", value_parser = block, hide_short_help = true)]
    pub(crate) block: Option<Block>,
    /// How the links are shown
    #[arg(long, value_name = "FORMAT", default_value = "terminal")]
    pub(crate) format: ProgressionFormat,
    /// The file to write; the default, or `-`, is standard output
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(crate) output: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) terminal: TerminalArgs,
}

impl ProgressionArgs {
    /// The reference that was given, and the paths. What looks like a reference may be a path.
    pub(crate) fn reference_and_paths(&self) -> (Option<&str>, Vec<PathBuf>) {
        reference_and_paths(&self.reference, &self.paths, true)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ProgressionFormat {
    /// For people
    Terminal,
    /// A page without scripts, with a map; it needs a reference
    Html,
    /// The report `ksb.progression/1`, described by `ksb schema progression`
    Json,
    /// For spreadsheets: a line for each statement or, without a reference, for each direction of a link
    Csv,
}

/// One block out of several, `2/8`, or two blocks to compare with each other: `2:5/8`.
fn block(text: &str) -> Result<Block, String> {
    let number = |text: &str| text.parse::<usize>().ok().filter(|number| *number > 0);
    let read = || {
        let (blocks, of) = text.split_once('/')?;
        let (one, other) = match blocks.split_once(':') {
            Some((one, other)) => (one, Some(number(other)?)),
            None => (blocks, None),
        };
        Some(Block { one: number(one)?, other, of: number(of)? })
    };
    let fits = |block: &Block| {
        let last = block.other.unwrap_or(block.one);
        block.one <= last && last <= block.of
    };
    let wrong = "write which block of how many, like 2/8, or two of them, the lower one first, like 2:5/8";
    read().filter(fits).ok_or_else(|| wrong.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_one_of_several() {
        assert_eq!(block("2/8"), Ok(Block { one: 2, other: None, of: 8 }));
        assert_eq!(block("2:5/8"), Ok(Block { one: 2, other: Some(5), of: 8 }));
        assert!(
            ["", "2", "0/8", "9/8", "5:2/8", "2:9/8", "2:/8", "a/8", "1/0"]
                .iter()
                .all(|text| block(text).is_err())
        );
    }
}
