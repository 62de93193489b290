//! How a run ends.

use std::process::ExitCode;

pub(crate) use ksb::project::Failure;

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

impl Exit {
    /// How a check ends that was `complete` or not, and that has findings that fail it or not.
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
