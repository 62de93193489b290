//! Where findings go, document by document: into a list, or out as soon as they are found.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::Failure;
use super::run::Checked;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{Source, Sources};

/// Takes what is found in each document of a run.
pub trait Sink: Sync {
    /// What a document comes to.
    type Told: Send;

    /// Whether it keeps what it takes: then there is room for so much and no more.
    const KEEPS: bool;

    /// Takes out of a checked document what is told of it, on the thread that has checked it. What it leaves of the
    /// text is forgotten, but for the places that the end of the run may speak of.
    fn tell(&self, checked: &mut Checked<'_>) -> Self::Told;

    /// Takes what is told of documents, in their order, and says whether more is wanted.
    ///
    /// # Errors
    /// What keeps it from taking more.
    fn take(&mut self, told: Vec<Self::Told>) -> Result<bool, Failure>;
}

/// Keeps all findings.
#[derive(Debug, Default)]
pub(super) struct Collected {
    pub(super) found: Vec<Diagnostic>,
    /// The documents in which there are findings that are shown at their severity, ignored ones too.
    pub(super) sources: Sources,
}

impl Sink for Collected {
    type Told = (Vec<Diagnostic>, Option<Source>);
    const KEEPS: bool = true;

    fn tell(&self, checked: &mut Checked<'_>) -> Self::Told {
        (std::mem::take(&mut checked.found), checked.source.take())
    }

    fn take(&mut self, told: Vec<Self::Told>) -> Result<bool, Failure> {
        for (found, source) in told {
            self.found.extend(found);
            self.sources.extend(source);
        }
        Ok(true)
    }
}

/// Findings that are not shown at their severity: they are only counted, for there may be many.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hidden {
    /// How many there are.
    pub count: usize,
    /// The severity of the worst of them.
    pub worst: Option<Severity>,
}

impl Hidden {
    /// Takes out of `found` what is under `least`.
    pub(super) fn out_of(found: &mut Vec<Diagnostic>, least: Severity) -> Self {
        let mut hidden = Self::default();
        found.retain(|one| {
            let is_hidden = one.severity < least;
            if is_hidden {
                hidden.add(Self { count: 1, worst: Some(one.severity) });
            }
            !is_hidden
        });
        found.shrink_to_fit();
        hidden
    }

    pub(super) fn add(&mut self, other: Self) {
        self.count += other.count;
        self.worst = self.worst.max(other.worst);
    }
}

/// Room for the documents and the findings of a run, so that it ends with a message before it takes up all memory.
#[derive(Debug, Default)]
pub(super) struct Room(AtomicUsize);

impl Room {
    /// How many of both there is room for: they take up about two gigabytes.
    const MOST: usize = 1_000_000;

    /// Takes room for more.
    pub(super) fn take(&self, count: usize) {
        self.0.fetch_add(count, Ordering::Relaxed);
    }

    /// Whether more was taken than there is.
    pub(super) fn is_over(&self) -> bool {
        self.0.load(Ordering::Relaxed) > Self::MOST
    }

    /// Why the run ends.
    pub(super) fn failure() -> Failure {
        Failure(format!(
            "there are more than {} documents and findings: check fewer at a time, or those of a stream with --format jsonl",
            Self::MOST
        ))
    }
}

/// Hears how far a run has come.
pub trait Progress: Sync {
    /// So many inputs are to be checked.
    fn begin(&self, _inputs: usize) {}

    /// One input more is done.
    fn step(&self) {}

    /// All are done.
    fn end(&self) {}
}

/// Nobody hears it.
impl Progress for () {}
