//! Work on all threads, or on one without the feature `cli`.

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

/// The same, where `one` also gets a state that is passed on from call to call, as far as these follow each other.
#[cfg(feature = "cli")]
pub(super) fn map_with<K: Default, T: Send, R: Send>(
    all: Vec<T>,
    one: impl Fn(&mut K, T) -> R + Sync + Send,
) -> Vec<R> {
    use rayon::prelude::*;

    all.into_par_iter().map_init(K::default, one).collect()
}

/// The same, where `one` also gets a state that is passed on from call to call, as far as these follow each other.
#[cfg(not(feature = "cli"))]
pub(super) fn map_with<K: Default, T, R>(all: Vec<T>, one: impl Fn(&mut K, T) -> R) -> Vec<R> {
    let mut state = K::default();
    all.into_iter().map(|each| one(&mut state, each)).collect()
}

/// What both give, each on a thread of its own.
#[cfg(feature = "cli")]
pub(super) fn both<A: Send, B: Send>(
    one: impl FnOnce() -> A + Send,
    other: impl FnOnce() -> B + Send,
) -> (A, B) {
    rayon::join(one, other)
}
