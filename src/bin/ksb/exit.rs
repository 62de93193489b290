//! How a run ends.

use std::io;
use std::process::ExitCode;

/// What the exit code says, the same for every output format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// 0: nothing at or over the severity to fail on.
    Clean,
    /// 1: findings.
    Findings,
    /// 2: something could not be done, so that nothing looks clean that was not looked at.
    Failed,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        match exit {
            Exit::Clean => Self::SUCCESS,
            Exit::Findings => Self::from(1),
            Exit::Failed => Self::from(2),
        }
    }
}

/// Why a command could not do its work, in one sentence for the user.
#[derive(Debug)]
pub(crate) struct Failure(pub(crate) String);

/// An error of the operating system in its own words, without its number and the paths of files that only we know.
pub(crate) fn plainly(error: &io::Error) -> String {
    let words = error.to_string();
    let end = [" (os error", " at path "].iter().filter_map(|more| words.find(more)).min();
    let words = &words[..end.unwrap_or(words.len())];
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_the_system_are_not_told() {
        let full = io::Error::from_raw_os_error(2);
        assert!(full.to_string().contains("os error") && !plainly(&full).contains("os error"));
        assert_eq!(plainly(&io::Error::other("no room (left)")), "no room (left)");
    }
}
