//! An open document.

use std::path::PathBuf;
use std::time::Duration;

use ksb::editor::{Buffer, Splice};

use super::finding::Finding;

/// A document that an editor has open.
#[derive(Debug)]
pub(super) struct Open {
    /// Its file, with links resolved.
    pub(super) path: PathBuf,
    /// The version of its text, according to the editor.
    pub(super) version: i32,
    /// Its text.
    pub(super) buffer: Buffer,
    /// What is found in it on its own.
    pub(super) own: Vec<Finding>,
    /// What is found only together with other documents, as of the last time that they were looked at together.
    pub(super) among: Vec<Finding>,
    /// How long it took to check it on its own the last time.
    pub(super) took: Duration,
    /// Whether it is a document that ksb recognises or should check.
    pub(super) is_ours: bool,
}

impl Open {
    /// All findings, in order.
    pub(super) fn findings(&self) -> Vec<&Finding> {
        let mut all: Vec<&Finding> = self.own.iter().chain(&self.among).collect();
        all.sort_by(|a, b| ksb::check::order(&a.diagnostic, &b.diagnostic));
        all
    }

    /// Moves what was found together with other documents after a change to the text.
    pub(super) fn follow(&mut self, splice: &Splice) {
        let among = std::mem::take(&mut self.among);
        self.among = among.into_iter().filter_map(|one| one.moved(splice)).collect();
    }
}
