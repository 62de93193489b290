//! How a run ends.

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
