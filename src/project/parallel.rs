//! Work on all threads, or on one where the command is not there to start more.

/// What `one` makes of each, in order.
#[cfg(feature = "cli")]
pub(super) fn map<T: Send, R: Send>(all: Vec<T>, one: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
    use rayon::prelude::*;

    all.into_par_iter().map(one).collect()
}

/// What `one` makes of each, in order.
#[cfg(not(feature = "cli"))]
pub(super) fn map<T, R>(all: Vec<T>, one: impl Fn(T) -> R) -> Vec<R> {
    all.into_iter().map(one).collect()
}
