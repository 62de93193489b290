//! How a run ends.

use std::process::ExitCode;

pub(crate) use ksb::project::Failure;

/// What the exit code says, the same for every output format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// 0: nothing at or above the severity to fail on.
    Clean,
    /// 1: findings.
    Findings,
    /// 2: something could not be done, so that nothing looks clean without having been looked at.
    Failed,
}

impl Exit {
    /// How a check ends, given whether it was `complete` and whether it has findings that fail it.
    pub(crate) fn of(complete: bool, fails: bool) -> Self {
        match (complete, fails) {
            (false, _) => Self::Failed,
            (true, true) => Self::Findings,
            (true, false) => Self::Clean,
        }
    }
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
