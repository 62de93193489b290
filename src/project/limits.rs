//! Findings that are counted rather than kept, and the limit on what is kept.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::Failure;
use crate::diagnostic::{Diagnostic, Severity};

/// Findings below the least severity that is shown: they are only counted, as there may be many.
#[derive(Clone, Copy, Debug, Default)]
pub struct Hidden {
    /// How many there are.
    pub count: usize,
    /// The highest severity among them.
    pub worst: Option<Severity>,
}

impl Hidden {
    /// Removes from `found` what is below the severity `least`, and counts it.
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

/// The limit on the documents and findings of a run, so that the run ends with a message before memory runs out.
#[derive(Debug, Default)]
pub(super) struct Room(AtomicUsize);

impl Room {
    /// How many of both are allowed: they take up about two gigabytes.
    const MOST: usize = 1_000_000;

    /// Counts this many more.
    pub(super) fn take(&self, count: usize) {
        self.0.fetch_add(count, Ordering::Relaxed);
    }

    /// Whether the limit is exceeded.
    pub(super) fn is_over(&self) -> bool {
        self.0.load(Ordering::Relaxed) > Self::MOST
    }

    /// The message with which the run ends.
    pub(super) fn failure() -> Failure {
        Failure(format!(
            "there are more than {} documents and findings: check fewer at a time, or use `--format jsonl`",
            Self::MOST
        ))
    }
}
