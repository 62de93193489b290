//! The dates of a standard.

use super::{Field, Standard, Subject};
use crate::source::Text;

impl<'s> Standard<'s> {
    /// All dates of the standard and of its version log, each with its subject.
    pub fn dates(&self) -> impl Iterator<Item = (Subject, &Field<Text<'s>>)> {
        let dates = &self.facts.dates;
        let own = [
            ("dates.created", &dates.created),
            ("dates.approved", &dates.approved),
            ("dates.updated", &dates.updated),
            ("dates.earliestStart", &dates.earliest_start),
            ("dates.latestStart", &dates.latest_start),
            ("dates.latestEnd", &dates.latest_end),
        ];
        let log = self.version_log.iter().enumerate().flat_map(|(index, entry)| {
            let part = |name| Subject::Part("versionLog", index, name);
            [(part("earliestStart"), &entry.earliest_start), (part("latestStart"), &entry.latest_start)]
        });
        let published = self.feed.iter().map(|feed| ("publishDate", &feed.published));
        own.into_iter().chain(published).map(|(name, field)| (Subject::Field(name), field)).chain(log)
    }
}
