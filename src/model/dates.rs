//! The dates of a standard.

use super::{FactKind, Field, Standard, Subject};
use crate::source::Text;

impl<'s> Standard<'s> {
    /// All dates of the standard and of its version log, each with its subject.
    pub fn dates(&self) -> impl Iterator<Item = (Subject, &Field<Text<'s>>)> {
        let dates = self.facts.texts().filter(|(row, _)| row.kind == FactKind::Date);
        let own = dates.map(|(row, field)| (row.name, field));
        let log = self.version_log.iter().enumerate().flat_map(|(index, entry)| {
            let part = |name| Subject::Part("versionLog", index, name);
            [(part("earliestStart"), &entry.earliest_start), (part("latestStart"), &entry.latest_start)]
        });
        let published = self.feed.iter().map(|feed| ("publishDate", &feed.published));
        own.chain(published).map(|(name, field)| (Subject::Field(name), field)).chain(log)
    }
}
