//! What follows from the changes, in words; each renderer lists the items concerned.

use crate::diff::{Comparison, Consequence, ConsequenceId, FactField};
use crate::model::FactId;

/// What follows, as a heading of a few words and a sentence. The sentence does not name the items
/// and facts that it concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::report) struct InWords {
    /// The heading, without a full stop or a colon.
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
        | ConsequenceId::NewOrphans
        | ConsequenceId::ResolvedOrphans => statements(item.id, item.items.len()),
        ConsequenceId::CodesReused => codes(
            item.items.len(),
            "now means something else, so documents that cite it point to the wrong place.",
            "now mean something else, so documents that cite them point to the wrong place.",
        ),
        ConsequenceId::StaleReferences => codes(
            item.items.len(),
            "has changed, so update the documents that cite it.",
            "have changed, so update the documents that cite them.",
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
        ConsequenceId::NewOrphans => "Statements left without a duty",
        ConsequenceId::ResolvedOrphans => "Statements now mapped",
        ConsequenceId::FactsNotStated => "Facts not stated",
    }
}

fn only_renumbered(comparison: &Comparison<'_>) -> String {
    let reused = if comparison.reused.is_empty() {
        "Update the codes cited in assessment, evidence and teaching documents."
    } else {
        "Update every code cited in assessment, evidence and teaching documents. Some old codes now belong to \
         something else, so an old reference looks valid but is wrong."
    };
    format!(
        "The wording of every statement and duty is unchanged. The map, funding, assessment and competence are not \
         affected. {reused}"
    )
}

fn level(comparison: &Comparison<'_>) -> String {
    let fact = comparison.facts.iter().find(|fact| fact.field == FactField::Value(FactId::Level));
    match fact.and_then(|fact| fact.old.as_ref().zip(fact.new.as_ref())) {
        Some((old, new)) => format!(
            "The level changes from {} to {}. This affects funding, assessment and the place on the map.",
            old.value, new.value
        ),
        None => "The level changes. This affects funding, assessment and the place on the map.".to_owned(),
    }
}

fn facts_not_stated(count: usize) -> String {
    if count == 1 {
        "The new document does not state one fact, so it may not have changed.".to_owned()
    } else {
        format!("The new document does not state {count} facts, so they may not have changed.")
    }
}

fn codes(count: usize, one: &str, several: &str) -> String {
    if count == 1 { format!("1 code {one}") } else { format!("{count} codes {several}") }
}

fn statements(id: ConsequenceId, count: usize) -> String {
    let one = count == 1;
    let statements = if one { "statement" } else { "statements" };
    let (has, is, was, it) = if one { ("has", "is", "was", "it") } else { ("have", "are", "were", "them") };
    match id {
        ConsequenceId::EvidenceNoLongerMaps => format!(
            "{count} old {statements} {has} no counterpart, so evidence collected against {it} no longer maps to a \
             statement."
        ),
        ConsequenceId::NewTeaching => {
            format!("{count} new {statements} {has} no old counterpart and must be taught.")
        }
        ConsequenceId::ResolvedOrphans => {
            format!("{count} {statements} that {was} not mapped to any duty now {is}.")
        }
        _ => format!("{count} {statements} {is} no longer mapped to any duty."),
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
            CodesReused, EvidenceNoLongerMaps, FactsNotStated, LevelChanges, NewOrphans, NewTeaching,
        };
        assert!(said(LevelChanges, 0).starts_with("The level changes from 2 to 4. "));
        assert!(
            said(EvidenceNoLongerMaps, 1)
                .ends_with("evidence collected against it no longer maps to a statement.")
        );
        assert!(
            said(EvidenceNoLongerMaps, 2)
                .ends_with("evidence collected against them no longer maps to a statement.")
        );
        assert_eq!(said(NewTeaching, 1), "1 new statement has no old counterpart and must be taught.");
        assert_eq!(said(NewOrphans, 2), "2 statements are no longer mapped to any duty.");
        assert!(said(CodesReused, 1).starts_with("1 code now means "));
        assert!(said(FactsNotStated, 1).starts_with("The new document does not state one fact,"));
        assert!(said(FactsNotStated, 3).starts_with("The new document does not state 3 facts,"));
    }
}
