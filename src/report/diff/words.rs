//! The words for what a comparison says, the same in every report.

use super::lookup::Lookup;
use crate::diff::{Band, Change, ChangeId, Event, FactChange, Outcome, PairedBy, Row, Section, Which};
use crate::model::Kind;

/// What is shown where a document says nothing: it is never called removed.
pub(in crate::report) const NOT_STATED: &str = "not stated";

/// How a badge looks; its sign and its word say the same without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Tone {
    /// Something was added.
    Added,
    /// Something was removed.
    Removed,
    /// Something differs.
    Changed,
    /// The same thing under another code or in another place.
    Quiet,
    /// A reviewer should look.
    Check,
}

/// A sign and a word for what happened to an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::report) struct Badge {
    /// One character: `+`, `−`, `~`, `#`, `?` or similar.
    pub(in crate::report) sign: char,
    /// The word: `added`, `scope extended`, `became a skill`.
    pub(in crate::report) word: &'static str,
    /// What exactly differs, as given by [`crate::diff::Change::note`]; may be empty.
    pub(in crate::report) note: String,
    /// How it looks.
    pub(in crate::report) tone: Tone,
}

/// What happened to the items of a row, most significant first. Rows in which only typography
/// differs have a badge for it only if `typography` asks for one.
pub(in crate::report) fn badges(lookup: &Lookup<'_>, row: Row, typography: bool) -> Vec<Badge> {
    let plain = |sign, word, tone| Badge { sign, word, note: String::new(), tone };
    let index = match row {
        Row::Added(_) => return vec![alone(lookup, row, ('+', "added", Tone::Added))],
        Row::Removed(_) => return vec![alone(lookup, row, ('−', "removed", Tone::Removed))],
        Row::Pair(index) => index,
    };
    let pair = &lookup.comparison.pairs[index];
    let mut badges: Vec<Badge> = lookup
        .changes_of(index)
        .filter_map(|change| match change.id {
            ChangeId::KindChanged => Some((kind_badge(pair.section), change)),
            ChangeId::Item(section, event) => {
                event_badge(section, event, typography).map(|badge| (badge, change))
            }
            _ => None,
        })
        .map(|((sign, word, tone), change)| Badge { sign, word, note: note(change), tone })
        .collect();
    if badges.is_empty() && pair.outcome == Outcome::Reworded {
        badges.push(plain('~', "reworded", Tone::Changed));
    }
    if lookup.changes_of(index).any(|change| change.too_long) {
        badges.push(plain('…', "too long to compare word by word", Tone::Check));
    }
    if lookup.comparison.mapping.differs(pair) {
        badges.push(plain('◇', "mapping changed", Tone::Changed));
    }
    if pair.band == Band::Check {
        badges.push(plain('?', "check pairing", Tone::Check));
    }
    badges
}

/// The badge of an item that has only one side; on a map, with its place.
fn alone(lookup: &Lookup<'_>, row: Row, (sign, word, tone): (char, &'static str, Tone)) -> Badge {
    let note = lookup.changes_of_row(row).next().map_or_else(String::new, |change| change.note.clone());
    Badge { sign, word, note, tone }
}

/// What exactly differs, unless it is the codes, which are next to the badge anyway.
fn note(change: &Change<'_>) -> String {
    match change.id {
        ChangeId::Item(section, Event::Moved) if section.is_of_map() => change.note.clone(),
        ChangeId::Item(_, Event::Renumbered | Event::Moved | Event::Split | Event::Merged) => String::new(),
        _ => change.note.clone(),
    }
}

fn event_badge(section: Section, event: Event, typography: bool) -> Option<(char, &'static str, Tone)> {
    Some(match event {
        Event::Reworded if section.is_of_map() => ('~', "renamed", Tone::Changed),
        Event::Moved if section.is_of_map() => ('↕', "moved", Tone::Changed),
        Event::Added => ('+', "added", Tone::Added),
        Event::Removed => ('−', "removed", Tone::Removed),
        Event::Reworded => ('~', "reworded", Tone::Changed),
        Event::RewordedEditorial => ('~', "edited", Tone::Changed),
        Event::Typography if typography => ('~', "typography", Tone::Quiet),
        Event::Typography => return None,
        Event::ScopeExtended => ('~', "scope extended", Tone::Changed),
        Event::ScopeNarrowed => ('~', "scope narrowed", Tone::Changed),
        Event::ObligationChanged => ('!', "obligation changed", Tone::Changed),
        Event::NumberChanged => ('!', "number changed", Tone::Changed),
        Event::LegislationChanged => ('!', "legislation changed", Tone::Changed),
        Event::NegationChanged => ('!', "negation changed", Tone::Changed),
        Event::ConjunctionChanged => ('!', "and/or changed", Tone::Changed),
        Event::Split => ('÷', "split", Tone::Changed),
        Event::Merged => ('&', "merged", Tone::Changed),
        Event::Moved => ('↕', "moved", Tone::Quiet),
        Event::Renumbered => ('#', "renumbered", Tone::Quiet),
        Event::LevelChanged => ('!', "level changed", Tone::Changed),
    })
}

fn kind_badge(section: Section) -> (char, &'static str, Tone) {
    let word = match section.kind() {
        Some(Kind::Knowledge | Kind::TechnicalKnowledge) => "became knowledge",
        Some(Kind::Skill | Kind::TechnicalSkill) => "became a skill",
        Some(Kind::Behaviour | Kind::Employability) => "became a behaviour",
        None => "kind changed",
    };
    ('!', word, Tone::Changed)
}

/// A section as a heading: `Knowledge`, `Technical skills`.
pub(in crate::report) fn heading(section: Section) -> &'static str {
    match section {
        Section::Statements(Kind::Knowledge) => "Knowledge",
        Section::Statements(Kind::Skill) => "Skills",
        Section::Statements(Kind::Behaviour) => "Behaviours",
        Section::Statements(Kind::TechnicalKnowledge) => "Technical knowledge",
        Section::Statements(Kind::TechnicalSkill) => "Technical skills",
        Section::Statements(Kind::Employability) => "Employability skills and behaviours",
        Section::Duties => "Duties",
        Section::Pathways => "Pathways",
        Section::Clusters => "Clusters",
        Section::Occupations => "Occupations",
        Section::Summary => "Summary",
        Section::Profile => "Profile",
    }
}

/// A number of items of a section, in words: `1 duty`, `12 knowledge statements`.
pub(in crate::report) fn many(section: Section, count: usize) -> String {
    let (one, several) = match section {
        Section::Statements(kind) => (kind.noun(), kind.nouns()),
        Section::Duties => ("duty", "duties"),
        Section::Pathways => ("pathway", "pathways"),
        Section::Clusters => ("cluster", "clusters"),
        Section::Occupations => ("occupation", "occupations"),
        Section::Summary | Section::Profile => ("paragraph", "paragraphs"),
    };
    format!("{count} {}", if count == 1 { one } else { several })
}

/// How a fact differs, in one to three words.
pub(in crate::report) fn fact_change_word(change: FactChange) -> &'static str {
    match change {
        FactChange::Same => "same",
        FactChange::Changed => "changed",
        FactChange::NotStatedInOld => "not stated in old",
        FactChange::NotStatedInNew => "not stated in new",
    }
}

/// One of the two documents, in a sentence: `old` or `new`.
pub(in crate::report) fn side_word(which: Which) -> &'static str {
    match which {
        Which::Old => "old",
        Which::New => "new",
    }
}

/// How far to trust a pairing, in a word.
pub(in crate::report) fn band_word(band: Band) -> &'static str {
    match band {
        Band::Sure => "certain",
        Band::Likely => "likely",
        Band::Check => "to check",
    }
}

/// Why two items are paired, as the end of "paired by …".
pub(in crate::report) fn paired_by_word(paired_by: PairedBy) -> &'static str {
    match paired_by {
        PairedBy::User => "you",
        PairedBy::Id => "identifier",
        PairedBy::CodeAndText => "code and text",
        PairedBy::Text => "text",
        PairedBy::Similarity => "similarity",
        PairedBy::AcrossKinds => "similarity, across kinds",
        PairedBy::Place => "place and shared words",
        PairedBy::MutualBest => "closest match for each other",
        PairedBy::Contents => "contents",
    }
}

/// The text with an initial capital.
pub(in crate::report) fn sentence_case(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}
