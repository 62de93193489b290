//! Where findings go, document by document: into a list, or out as soon as they are found.

use super::Failure;
use super::checked::Checked;
use crate::diagnostic::Diagnostic;
use crate::source::{Source, Sources};

/// Takes the findings of each document of a run.
pub trait Sink: Sync {
    /// What is taken from one document.
    type Summary: Send;

    /// Whether it keeps what it takes in memory: then the number of findings is limited.
    const KEEPS: bool;

    /// Takes what it needs out of a checked document, on the thread that checked it. If it leaves the text, the text is
    /// dropped, except for the places that findings at the end of the run may point to.
    fn summarise(&self, checked: &mut Checked<'_>) -> Self::Summary;

    /// Takes the summaries of documents, in their order, and gives whether it wants more.
    ///
    /// # Errors
    /// If it cannot take more, such as when writing them fails.
    fn take(&mut self, summaries: Vec<Self::Summary>) -> Result<bool, Failure>;
}

/// Keeps all findings.
#[derive(Debug, Default)]
pub(super) struct Collected {
    pub(super) found: Vec<Diagnostic>,
    /// The documents with findings whose severity is shown, including ignored ones.
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
