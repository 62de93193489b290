//! Work on all threads, or on one without the feature `cli`.

use std::sync::{Mutex, PoisonError};

/// Applies `one` to each; the results are in the order of `all`.
#[cfg(feature = "cli")]
pub(super) fn map<T: Send, R: Send>(all: Vec<T>, one: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
    use rayon::prelude::*;

    all.into_par_iter().map(one).collect()
}

/// Applies `one` to each; the results are in the order of `all`.
#[cfg(not(feature = "cli"))]
pub(super) fn map<T, R>(all: Vec<T>, one: impl Fn(T) -> R) -> Vec<R> {
    all.into_iter().map(one).collect()
}

/// The results of both, each computed on a thread of its own.
#[cfg(feature = "cli")]
pub(super) fn both<A: Send, B: Send>(
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B + Send,
) -> (A, B) {
    rayon::join(one, other)
}

/// A value for each thread that works, so that threads do not wait for each other.
#[derive(Debug)]
pub(super) struct PerThread<T>(Vec<Mutex<T>>);

impl<T: Default> PerThread<T> {
    /// A default value for each thread.
    pub(super) fn new() -> Self {
        Self((0..threads()).map(|_| Mutex::default()).collect())
    }

    /// Calls `work` with the value of this thread. What it calls must not ask for the value again.
    pub(super) fn with<R>(&self, work: impl FnOnce(&mut T) -> R) -> R {
        let own = &self.0[thread() % self.0.len()];
        work(&mut own.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// How many threads work.
#[cfg(feature = "cli")]
fn threads() -> usize {
    rayon::current_num_threads().max(1)
}

/// The number of this thread among them.
#[cfg(feature = "cli")]
fn thread() -> usize {
    rayon::current_thread_index().unwrap_or_default()
}

#[cfg(not(feature = "cli"))]
fn threads() -> usize {
    1
}

#[cfg(not(feature = "cli"))]
fn thread() -> usize {
    0
}
