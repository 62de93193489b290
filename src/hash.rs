//! The one hash of the project. It is from a library and seeded differently in each run, so that nobody can choose what
//! collides. No output may depend on it; whatever must be the same in every run uses SHA-256.

/// A hash map; its order is random.
pub(crate) type HashMap<K, V> = foldhash::HashMap<K, V>;

/// A hash set; its order is random.
pub(crate) type HashSet<T> = foldhash::HashSet<T>;
