//! What a run counts instead of keeping it, and how much it keeps.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::Failure;
use crate::diagnostic::{Diagnostic, Severity};

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
