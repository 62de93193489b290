//! What follows from the changes, in words; the items it concerns are for each renderer to list.

use crate::diff::{Comparison, Consequence, ConsequenceId, FactField};

/// What follows, as a heading of a few words and a sentence. The sentence does not name the items
/// and facts that it concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::report) struct InWords {
    /// The heading, without a stop or a colon.
    pub(in crate::report) heading: &'static str,
    /// The sentence.
    pub(in crate::report) sentence: String,
}

/// A consequence in words.
pub(in crate::report) fn consequence(comparison: &Comparison<'_>, item: &Consequence) -> InWords {
    let sentence = match item.id {
        ConsequenceId::LevelChanges => level(comparison),
        ConsequenceId::FactsNotStated => facts_not_stated(item.fields.len()),
        _ => counted(item),
    };
    InWords { heading: heading(item.id), sentence }
}

fn heading(id: ConsequenceId) -> &'static str {
    match id {
        ConsequenceId::LevelChanges => "Level",
        ConsequenceId::EvidenceNoLongerMaps => "Assessment evidence",
        ConsequenceId::NewTeaching => "New teaching",
        ConsequenceId::CodesReused => "Codes reused",
        ConsequenceId::StaleReferences => "Stale references",
        ConsequenceId::OrphansMade => "Orphans made",
        ConsequenceId::OrphansCured => "Orphans cured",
        ConsequenceId::FactsNotStated => "Facts not stated",
    }
}

fn level(comparison: &Comparison<'_>) -> String {
    let fact = comparison.facts.iter().find(|fact| fact.field == FactField::Level);
    match fact.and_then(|fact| fact.old.as_ref().zip(fact.new.as_ref())) {
        Some((old, new)) => format!(
            "The level changes from {} to {}, and with it the place on the map, funding and assessment.",
            old.value, new.value
        ),
        None => "The level changes, and with it the place on the map, funding and assessment.".to_owned(),
    }
}

fn facts_not_stated(count: usize) -> String {
    if count == 1 {
        "The new document is silent on one fact, which does not say that it changed.".to_owned()
    } else {
        format!("The new document is silent on {count} facts, which does not say that they changed.")
    }
}

fn counted(item: &Consequence) -> String {
    let (one, several) = match item.id {
        ConsequenceId::EvidenceNoLongerMaps => (
            "old statement has no counterpart; evidence collected against it no longer maps.",
            "old statements have no counterpart; evidence collected against them no longer maps.",
        ),
        ConsequenceId::NewTeaching => (
            "new statement has no old counterpart and has to be taught.",
            "new statements have no old counterpart and have to be taught.",
        ),
        ConsequenceId::CodesReused => (
            "code stands for something else than it did; documents that cite it mislead.",
            "codes stand for something else than they did; documents that cite them mislead.",
        ),
        ConsequenceId::StaleReferences => (
            "code is renumbered; documents that cite it have to follow.",
            "codes are renumbered; documents that cite them have to follow.",
        ),
        ConsequenceId::OrphansCured => {
            ("statement that no duty listed is mapped now.", "statements that no duty listed are mapped now.")
        }
        ConsequenceId::OrphansMade | ConsequenceId::LevelChanges | ConsequenceId::FactsNotStated => {
            ("statement is mapped to no duty any more.", "statements are mapped to no duty any more.")
        }
    };
    let count = item.places.len();
    format!("{count} {}", if count == 1 { one } else { several })
}
