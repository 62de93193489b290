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

/// What the system says of an error, without its number.
pub(crate) fn plainly(error: &io::Error) -> String {
    let said = error.to_string();
    said.split_once(" (os error ").map_or(said.as_str(), |(words, _number)| words).to_owned()
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
