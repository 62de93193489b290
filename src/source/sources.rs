//! The sources of a run, by number.

use std::collections::BTreeMap;

use super::{Source, SourceId};

/// The sources that diagnostics point into. A file without findings need not be among them.
#[derive(Debug, Default)]
pub struct Sources(BTreeMap<SourceId, Source>);

impl Sources {
    /// Adds a source under its own number.
    pub fn insert(&mut self, source: Source) {
        self.0.insert(source.id(), source);
    }

    /// The source with this number, if it was kept.
    #[must_use]
    pub fn get(&self, id: SourceId) -> Option<&Source> {
        self.0.get(&id)
    }

    /// Removes and returns the source with this number, if it was kept.
    pub fn remove(&mut self, id: SourceId) -> Option<Source> {
        self.0.remove(&id)
    }

    /// All sources, in the order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.0.values()
    }
}

impl FromIterator<Source> for Sources {
    fn from_iter<I: IntoIterator<Item = Source>>(sources: I) -> Self {
        Self(sources.into_iter().map(|source| (source.id(), source)).collect())
    }
}

impl Extend<Source> for Sources {
    fn extend<I: IntoIterator<Item = Source>>(&mut self, sources: I) {
        self.0.extend(sources.into_iter().map(|source| (source.id(), source)));
    }
}

impl From<Source> for Sources {
    fn from(source: Source) -> Self {
        std::iter::once(source).collect()
    }
}
