//! Where findings go, document by document: into a list, or out as soon as they are found.

use super::Failure;
use super::checked::Checked;
use crate::diagnostic::Diagnostic;
use crate::source::{Source, Sources};

/// Takes what is found in each document of a run.
pub trait Sink: Sync {
    /// What a document comes to.
    type Summary: Send;

    /// Whether it keeps what it takes: then there is room for so much and no more.
    const KEEPS: bool;

    /// Takes out of a checked document what is told of it, on the thread that has checked it. What it leaves of the
    /// text is forgotten, but for the places that the end of the run may speak of.
    fn summarise(&self, checked: &mut Checked<'_>) -> Self::Summary;

    /// Takes what is told of documents, in their order, and says whether more is wanted.
    ///
    /// # Errors
    /// What keeps it from taking more.
    fn take(&mut self, summaries: Vec<Self::Summary>) -> Result<bool, Failure>;
}

/// Keeps all findings.
#[derive(Debug, Default)]
pub(super) struct Collected {
    pub(super) found: Vec<Diagnostic>,
    /// The documents in which there are findings that are shown at their severity, ignored ones too.
    pub(super) sources: Sources,
}

impl Sink for Collected {
    type Summary = (Vec<Diagnostic>, Option<Source>);
    const KEEPS: bool = true;

    fn summarise(&self, checked: &mut Checked<'_>) -> Self::Summary {
        (std::mem::take(&mut checked.found), checked.source.take())
    }

    fn take(&mut self, summaries: Vec<Self::Summary>) -> Result<bool, Failure> {
        for (found, source) in summaries {
            self.found.extend(found);
            self.sources.extend(source);
        }
        Ok(true)
    }
}
