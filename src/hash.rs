//! The one hash of the project: that of a library, with a seed that is another in each run, so that nobody can choose what
//! falls together. Nothing that is shown may depend on it. What is to be the same in every run takes SHA-256.

/// A table whose order is no order.
pub(crate) type HashMap<K, V> = foldhash::HashMap<K, V>;

/// A set of the same sort.
pub(crate) type HashSet<T> = foldhash::HashSet<T>;
