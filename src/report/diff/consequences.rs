//! What follows from the changes, in words; the items it concerns are for each renderer to list.

use crate::diff::{Comparison, Consequence, ConsequenceId, FactField};
use crate::model::FactId;

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
        ConsequenceId::OnlyRenumbered => only_renumbered(comparison),
        ConsequenceId::LevelChanges => level(comparison),
        ConsequenceId::FactsNotStated => facts_not_stated(item.fields.len()),
        ConsequenceId::EvidenceNoLongerMaps
        | ConsequenceId::NewTeaching
        | ConsequenceId::OrphansMade
        | ConsequenceId::OrphansCured => statements(item.id, item.items.len()),
        ConsequenceId::CodesReused => codes(
            item.items.len(),
            "now stands for something else, so documents that cite it refer to the wrong thing.",
            "now stand for something else, so documents that cite them refer to the wrong thing.",
        ),
        ConsequenceId::StaleReferences => codes(
            item.items.len(),
            "has changed, so documents that cite it have to follow.",
            "have changed, so documents that cite them have to follow.",
        ),
    };
    InWords { heading: heading(item.id), sentence }
}

fn heading(id: ConsequenceId) -> &'static str {
    match id {
        ConsequenceId::OnlyRenumbered => "Only renumbered",
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

fn only_renumbered(comparison: &Comparison<'_>) -> String {
    let reused = if comparison.reused.is_empty() {
        "Whoever cites codes (in assessment, evidence or teaching) has to use the new ones."
    } else {
        "Whoever cites codes (in assessment, evidence or teaching) has to translate every one of them: some are codes \
         of something else now, so an old reference looks valid and is not."
    };
    format!(
        "Every statement and duty says what it said. Map, funding, assessment and competence are not affected. {reused}"
    )
}

fn level(comparison: &Comparison<'_>) -> String {
    let fact = comparison.facts.iter().find(|fact| fact.field == FactField::Value(FactId::Level));
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

fn codes(count: usize, one: &str, several: &str) -> String {
    if count == 1 { format!("1 code {one}") } else { format!("{count} codes {several}") }
}

fn statements(id: ConsequenceId, count: usize) -> String {
    let one = count == 1;
    let statements = if one { "statement" } else { "statements" };
    let (has, is, it) = if one { ("has", "is", "it") } else { ("have", "are", "them") };
    match id {
        ConsequenceId::EvidenceNoLongerMaps => format!(
            "{count} old {statements} {has} no counterpart; evidence collected against {it} no longer maps."
        ),
        ConsequenceId::NewTeaching => {
            format!("{count} new {statements} {has} no old counterpart and {has} to be taught.")
        }
        ConsequenceId::OrphansCured => format!("{count} {statements} that no duty listed {is} mapped now."),
        _ => format!("{count} {statements} {is} mapped to no duty now."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::ItemRef;
    use crate::report::diff::fixture::comparison;

    fn said(id: ConsequenceId, count: usize) -> String {
        let item = Consequence {
            id,
            items: vec![ItemRef::New(0); count],
            fields: vec![FactField::Value(FactId::Route); count],
        };
        consequence(&comparison(), &item).sentence
    }

    #[test]
    fn one_and_several_read_as_english() {
        use ConsequenceId::{
            CodesReused, EvidenceNoLongerMaps, FactsNotStated, LevelChanges, NewTeaching, OrphansMade,
        };
        assert!(said(LevelChanges, 0).starts_with("The level changes from 2 to 4, "));
        assert!(said(EvidenceNoLongerMaps, 1).ends_with("evidence collected against it no longer maps."));
        assert!(said(EvidenceNoLongerMaps, 2).ends_with("evidence collected against them no longer maps."));
        assert_eq!(said(NewTeaching, 1), "1 new statement has no old counterpart and has to be taught.");
        assert_eq!(said(OrphansMade, 2), "2 statements are mapped to no duty now.");
        assert!(said(CodesReused, 1).starts_with("1 code now stands for "));
        assert!(said(FactsNotStated, 1).starts_with("The new document is silent on one fact,"));
        assert!(said(FactsNotStated, 3).starts_with("The new document is silent on 3 facts,"));
    }
}
