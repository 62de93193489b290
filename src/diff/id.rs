//! The ids of changes, which are an API: filters, gates and accepted-changes files name them.

use std::fmt;

use super::item::Section;
pub use crate::model::FactChangeId;

/// What happened to an item of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Event {
    /// It has no counterpart in the old document.
    Added,
    /// It has no counterpart in the new document.
    Removed,
    /// Content words differ.
    Reworded,
    /// Only stop words, spelling variants, plurals or the order of a list differ.
    RewordedEditorial,
    /// Only quotes, dashes, no-break spaces, case or the final stop differ. Hidden unless asked for.
    Typography,
    /// The new text says all that the old one said, and more.
    ScopeExtended,
    /// The new text says less, and nothing new.
    ScopeNarrowed,
    /// The degree of responsibility in its verb changed (support, perform or lead), or what is allowed, advised or
    /// required (may, should or must).
    ObligationChanged,
    /// A number differs.
    NumberChanged,
    /// The name or year of an Act or of regulations differs.
    LegislationChanged,
    /// A "not" or "never" was added or removed.
    NegationChanged,
    /// An "and" became an "or", or the other way round.
    ConjunctionChanged,
    /// One item became several.
    Split,
    /// Several items became one.
    Merged,
    /// Its order among the others changed; a shift caused by added or removed items does not count. On an occupational
    /// map, it is in another cluster or pathway.
    Moved,
    /// Its code differs.
    Renumbered,
    /// On an occupational map, it is at another level.
    LevelChanged,
}

impl Event {
    /// All events.
    pub const ALL: [Self; 17] = [
        Self::Added,
        Self::Removed,
        Self::Reworded,
        Self::RewordedEditorial,
        Self::Typography,
        Self::ScopeExtended,
        Self::ScopeNarrowed,
        Self::ObligationChanged,
        Self::NumberChanged,
        Self::LegislationChanged,
        Self::NegationChanged,
        Self::ConjunctionChanged,
        Self::Split,
        Self::Merged,
        Self::Moved,
        Self::Renumbered,
        Self::LevelChanged,
    ];

    /// Its part of an id: `added`, `scope-extended`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Reworded => "reworded",
            Self::RewordedEditorial => "reworded-editorial",
            Self::Typography => "typography",
            Self::ScopeExtended => "scope-extended",
            Self::ScopeNarrowed => "scope-narrowed",
            Self::ObligationChanged => "obligation-changed",
            Self::NumberChanged => "number-changed",
            Self::LegislationChanged => "legislation-changed",
            Self::NegationChanged => "negation-changed",
            Self::ConjunctionChanged => "conjunction-changed",
            Self::Split => "split",
            Self::Merged => "merged",
            Self::Moved => "moved",
            Self::Renumbered => "renumbered",
            Self::LevelChanged => "level-changed",
        }
    }

    /// Whether it says that the words of one item differ from those of its one counterpart.
    #[must_use]
    pub fn is_wording(self) -> bool {
        (Self::Reworded..=Self::ConjunctionChanged).contains(&self)
    }
}

/// What a change is. Users write its name in filters and configurations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeId {
    /// Something about an item of a section.
    Item(Section, Event),
    /// A single value, which both documents state.
    Fact(FactChangeId),
    /// Something that one document states and the other does not.
    FactNotStated,
    /// A value was added to a list.
    ListedAdded(ListField),
    /// A value was removed from a list.
    ListedRemoved(ListField),
    /// A code stands for a different statement or duty from before.
    CodeReused,
    /// A statement became one of another kind.
    KindChanged,
    /// The new document says the same thing twice, which the old one did not.
    DuplicateStatement,
    /// A duty lists a statement that it did not list before. Both documents have the duty and the statement.
    MappingAdded,
    /// A duty no longer lists a statement. Both documents have the duty and the statement.
    MappingRemoved,
    /// A statement moved from one duty to another.
    MappingMoved,
    /// One document states no mapping.
    MappingNotStated,
    /// No duty lists the statement any more.
    KsbOrphaned,
    /// The duty no longer lists any knowledge.
    DutyWithoutKnowledge,
    /// The duty no longer lists any skill.
    DutyWithoutSkill,
    /// Not a change: a pairing that a reviewer should look at.
    PairingUncertain,
}

impl ChangeId {
    /// Every id, in a fixed order.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let facts = FactChangeId::ALL.into_iter().map(Self::Fact);
        let lists =
            ListField::ALL.into_iter().flat_map(|list| [Self::ListedAdded(list), Self::ListedRemoved(list)]);
        let items = Section::ALL
            .into_iter()
            .flat_map(|section| Event::ALL.into_iter().map(move |event| Self::Item(section, event)));
        let others = [
            Self::FactNotStated,
            Self::CodeReused,
            Self::KindChanged,
            Self::DuplicateStatement,
            Self::MappingAdded,
            Self::MappingRemoved,
            Self::MappingMoved,
            Self::MappingNotStated,
            Self::KsbOrphaned,
            Self::DutyWithoutKnowledge,
            Self::DutyWithoutSkill,
            Self::PairingUncertain,
        ];
        facts.chain(lists).chain(items.filter(|id| id.can_occur())).chain(others).collect()
    }

    /// The id of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::all().into_iter().find(|id| id.name() == name)
    }

    /// Its name, in kebab case: `knowledge-added`, `level-changed`.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Item(section, event) => format!("{}-{}", section.name(), event.name()),
            Self::Fact(fact) => format!("{}-changed", fact.name()),
            Self::ListedAdded(list) => format!("{}-added", list.name()),
            Self::ListedRemoved(list) => format!("{}-removed", list.name()),
            Self::FactNotStated => "fact-not-stated".to_owned(),
            Self::CodeReused => "code-reused".to_owned(),
            Self::KindChanged => "kind-changed".to_owned(),
            Self::DuplicateStatement => "duplicate-statement".to_owned(),
            Self::MappingAdded => "mapping-added".to_owned(),
            Self::MappingRemoved => "mapping-removed".to_owned(),
            Self::MappingMoved => "mapping-moved".to_owned(),
            Self::MappingNotStated => "mapping-not-stated".to_owned(),
            Self::KsbOrphaned => "ksb-orphaned".to_owned(),
            Self::DutyWithoutKnowledge => "duty-without-knowledge".to_owned(),
            Self::DutyWithoutSkill => "duty-without-skill".to_owned(),
            Self::PairingUncertain => "pairing-uncertain".to_owned(),
        }
    }

    /// Whether reports leave it out unless asked for it.
    #[must_use]
    pub fn is_hidden(self) -> bool {
        matches!(self, Self::Item(_, Event::Typography))
    }

    /// Whether it is a remark for the reviewer rather than a difference between the documents.
    #[must_use]
    pub fn is_remark(self) -> bool {
        self == Self::PairingUncertain
    }

    /// Paragraphs have no codes to renumber, and names on a map do not require anything of a person.
    fn can_occur(self) -> bool {
        let Self::Item(section, event) = self else { return true };
        match event {
            Event::LevelChanged => matches!(section, Section::Clusters | Section::Occupations),
            Event::Moved => section != Section::Pathways,
            Event::Renumbered => !section.is_prose() && !section.is_of_map(),
            _ => !section.is_of_map() || ON_MAPS.contains(&event),
        }
    }
}

/// What may happen to any item of a map.
const ON_MAPS: [Event; 7] = [
    Event::Added,
    Event::Removed,
    Event::Reworded,
    Event::RewordedEditorial,
    Event::Typography,
    Event::Split,
    Event::Merged,
];

impl fmt::Display for ChangeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name())
    }
}

macro_rules! named {
    ($(#[$doc:meta])* $name:ident[$count:literal] { $($(#[$inner:meta])* $variant:ident => $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$inner])* $variant,)* }

        impl $name {
            /// All of them, in the order in which reports show them.
            pub const ALL: [Self; $count] = [$(Self::$variant,)*];

            /// Its name in kebab case, which ids of changes and JSON use.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }
    };
}

named! {
    /// Lists of short values, which are compared as sets.
    ListField[5] {
        /// Typical job titles.
        TypicalJobTitles => "typical-job-title",
        /// Options of a standard with core and options.
        Options => "option",
        /// Keywords.
        Keywords => "keyword",
        /// Employers who wrote the standard.
        Employers => "employer",
        /// Lines of the version log.
        VersionLog => "version-log-entry",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_name_leads_back_to_its_id() {
        let all = ChangeId::all();
        let names: BTreeSet<String> = all.iter().map(|id| id.name()).collect();
        assert_eq!(names.len(), all.len());
        for id in all {
            assert_eq!(ChangeId::from_name(&id.name()), Some(id));
        }
        assert_eq!(ChangeId::from_name("summary-renumbered"), None);
    }
}
