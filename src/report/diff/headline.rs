//! What the comparison amounts to, in a sentence, and the reasons for it.

use std::collections::BTreeSet;

use super::names::in_sentence;
use super::report::DiffReport;
use super::words::{many, sentence_case, side_word};
use crate::diff::{
    Change, ChangeId, ConsequenceId, Counts, Event, FactField, ItemRef, ListField, Narrative, Section, Which,
};
use crate::report::text::{counted, listed};

/// Changes with the same id that determine the category, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::report) struct Reason {
    /// What they are, without a full stop: `33 skills added`, `level changed`.
    pub(in crate::report) what: String,
    /// Why they propose the category: `the level places it on …`.
    pub(in crate::report) why: &'static str,
    /// The statements, duties and paragraphs that they are changes to: new ones, or old ones that were removed.
    pub(in crate::report) items: Vec<ItemRef>,
}

impl DiffReport<'_> {
    /// One sentence or two: what is proposed, and what changed, most important first.
    #[must_use]
    pub fn headline(&self) -> String {
        match self.category() {
            Some(_) => format!("{}. {}", self.proposal(), self.what_changed()),
            None => format!("{}.", self.proposal()),
        }
    }

    /// What is proposed, without a full stop.
    #[must_use]
    pub fn proposal(&self) -> String {
        match self.category() {
            None if self.comparison.compares_nothing() => "Nothing to compare".to_owned(),
            None => "No differences".to_owned(),
            Some(category) if self.proposes() => format!("Proposed category: {}", category.name()),
            Some(_) => "No category proposed".to_owned(),
        }
    }

    /// What changed, as one sentence: facts, statements, duties.
    #[must_use]
    pub fn what_changed(&self) -> String {
        let of = |wanted: fn(Section) -> bool| -> Vec<&Counts> {
            self.comparison.counts.iter().filter(|counts| wanted(counts.section)).collect()
        };
        let is_only_renumbered =
            self.comparison.consequences.iter().any(|one| one.id == ConsequenceId::OnlyRenumbered);
        let mut parts = self.decisive_facts();
        parts.extend(is_only_renumbered.then(|| "only codes change".to_owned()));
        parts.extend(self.comparison.narrative.as_ref().map(prose));
        parts.extend(changed("statements", &of(|section| section.kind().is_some())));
        parts.extend(changed("duties", &of(|section| section == Section::Duties)));
        parts.extend(self.mapping_changed());
        let of_map = Section::ALL.into_iter().filter(|section| section.is_of_map());
        parts.extend(of_map.filter_map(|section| self.map_changed(section)));
        if parts.is_empty() {
            parts.push("only details change".to_owned());
        }
        parts.extend(self.not_compared());
        format!("{}.", sentence_case(&parts.join("; ")))
    }

    /// The parts of one document that come where the other one has broken off.
    fn not_compared(&self) -> impl Iterator<Item = String> {
        self.comparison.beyond_cut.iter().map(|behind| {
            let (what, side) = (many(behind.section, behind.count), side_word(behind.which));
            format!("the {side} document is cut off: {what} in the other could not be compared")
        })
    }

    /// Which of the statements that stayed are now mapped to duties but were not before, or the other way round.
    fn mapping_changed(&self) -> Option<String> {
        let count = |id| self.comparison.changes.iter().filter(|change| change.id == id).count();
        let parts = [
            counted(count(ChangeId::MappingAdded), "added", "added"),
            counted(count(ChangeId::MappingRemoved), "removed", "removed"),
            counted(count(ChangeId::MappingMoved), "moved", "moved"),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| format!("mapping: {}", listed(&parts)))
    }

    /// What happened to the pathways, clusters or occupations of an occupational map.
    fn map_changed(&self, section: Section) -> Option<String> {
        let count = |event: Event| {
            let id = ChangeId::Item(section, event);
            self.comparison.changes.iter().filter(|change| change.id == id).count()
        };
        let events = [
            Event::Added,
            Event::Removed,
            Event::Reworded,
            Event::RewordedEditorial,
            Event::Split,
            Event::Merged,
            Event::Moved,
            Event::LevelChanged,
        ];
        let said = |event: Event| {
            let word = happened(section, event);
            counted(count(event), word, word)
        };
        let parts: Vec<String> = events.into_iter().filter_map(said).collect();
        (!parts.is_empty()).then(|| format!("{}: {}", section.plural(), listed(&parts)))
    }

    /// Facts that both documents state and that make the change a revision: `level 2 → 4`.
    fn decisive_facts(&self) -> Vec<String> {
        let said = |field: &FactField| {
            let (old, new) = (self.stated(*field, Which::Old)?, self.stated(*field, Which::New)?);
            Some(format!("{} {} → {}", in_sentence(*field), old.value, new.value))
        };
        self.comparison.overall.decisive_facts.iter().filter_map(said).collect()
    }

    /// The changes that determine the category, in the fixed order of their ids; those with the same reason are joined.
    #[must_use]
    pub(in crate::report) fn reasons(&self) -> Vec<Reason> {
        let mut reasons: Vec<(Vec<String>, &'static str, Vec<ItemRef>)> = Vec::new();
        for cause in &self.comparison.overall.causes {
            let said = what(cause.id, cause.count);
            match reasons.iter_mut().find(|(_, why, _)| *why == cause.reason) {
                Some((what, _, items)) => {
                    what.push(said);
                    items.extend(self.items_of(cause.id));
                }
                None => reasons.push((vec![said], cause.reason, self.items_of(cause.id))),
            }
        }
        let reason = |(what, why, items): (Vec<String>, _, _)| Reason { what: listed(&what), why, items };
        reasons.into_iter().map(reason).collect()
    }

    /// The items that the changes with this id are about, where they contribute to the category.
    fn items_of(&self, id: ChangeId) -> Vec<ItemRef> {
        let is_of_item = matches!(id, ChangeId::Item(..) | ChangeId::KindChanged);
        let category = self.comparison.overall.category;
        let leads = |change: &&Change<'_>| {
            is_of_item && change.id == id && change.counts() && Some(change.proposal.category) == category
        };
        let items = |change: &Change<'_>| -> Vec<ItemRef> {
            match change.new.as_slice() {
                [] => change.old.iter().map(|&item| ItemRef::Old(item)).collect(),
                new => new.iter().map(|&item| ItemRef::New(item)).collect(),
            }
        };
        self.comparison.changes.iter().filter(leads).flat_map(items).collect()
    }
}

/// How much of the prose is covered.
fn prose(narrative: &Narrative<'_>) -> String {
    let covered: BTreeSet<usize> = narrative.covers.iter().map(|cover| cover.clause).collect();
    format!(
        "the {} document is prose without codes: {} of its {} clauses are covered by the other document, and it \
         does not mention {} of that document's statements and duties",
        side_word(narrative.side),
        covered.len(),
        narrative.clauses.len(),
        narrative.unmatched_items.len()
    )
}

/// What happened to the items of some sections, or `None` if they are all as they were.
fn changed(name: &str, counts: &[&Counts]) -> Option<String> {
    let sum = |column: fn(&Counts) -> usize| counts.iter().map(|counts| column(counts)).sum::<usize>();
    let changes = [
        counted(sum(|c| c.added), "added", "added"),
        counted(sum(|c| c.removed), "removed", "removed"),
        counted(sum(|c| c.reworded), "reworded", "reworded"),
        group(sum(|c| c.split.old), "split into", sum(|c| c.split.new)),
        group(sum(|c| c.merged.old), "merged into", sum(|c| c.merged.new)),
        counted(sum(|c| c.kind_changed.new), "changed kind", "changed kind"),
    ];
    let changes: Vec<String> = changes.into_iter().flatten().collect();
    let same = [
        counted(sum(|c| c.renumbered), "only renumbered", "only renumbered"),
        counted(sum(|c| c.moved), "moved", "moved"),
        counted(sum(|c| c.unchanged), "unchanged", "unchanged"),
    ];
    let same: Vec<String> = same.into_iter().flatten().collect();
    let differs = !changes.is_empty() || sum(|c| c.renumbered) + sum(|c| c.moved) > 0;
    let all: Vec<String> = changes.into_iter().chain(same).collect();
    differs.then(|| format!("{name}: {}", listed(&all)))
}

fn group(from: usize, verb: &str, to: usize) -> Option<String> {
    (from > 0).then(|| format!("{from} {verb} {to}"))
}

/// This many changes with an id, in words.
fn what(id: ChangeId, count: usize) -> String {
    match id {
        ChangeId::Item(section, event) => format!("{} {}", many(section, count), happened(section, event)),
        ChangeId::Fact(fact) => format!("{} changed", fact.name().replace('-', " ")),
        ChangeId::ListedAdded(list) => format!("{} added", listed_many(list, count)),
        ChangeId::ListedRemoved(list) => format!("{} removed", listed_many(list, count)),
        _ => {
            let (one, several) = other(id);
            if count == 1 { format!("1 {one}") } else { format!("{count} {several}") }
        }
    }
}

fn other(id: ChangeId) -> (&'static str, &'static str) {
    match id {
        ChangeId::FactNotStated => ("fact stated in only one document", "facts stated in only one document"),
        ChangeId::CodeReused => ("code reused", "codes reused"),
        ChangeId::KindChanged => ("statement that changed kind", "statements that changed kind"),
        ChangeId::DuplicateStatement => ("repeated text", "repeated texts"),
        ChangeId::MappingAdded => ("mapping added", "mappings added"),
        ChangeId::MappingRemoved => ("mapping removed", "mappings removed"),
        ChangeId::MappingMoved => ("mapping moved", "mappings moved"),
        ChangeId::MappingNotStated => ("mapping not stated", "mappings not stated"),
        ChangeId::KsbOrphaned => ("statement left without a duty", "statements left without a duty"),
        ChangeId::DutyWithoutKnowledge => ("duty left without knowledge", "duties left without knowledge"),
        ChangeId::DutyWithoutSkill => ("duty left without a skill", "duties left without a skill"),
        _ => ("other change", "other changes"),
    }
}

fn happened(section: Section, event: Event) -> &'static str {
    match event {
        Event::Reworded if section.is_of_map() => "renamed",
        Event::Added => "added",
        Event::Removed => "removed",
        Event::Reworded => "reworded",
        Event::RewordedEditorial => "edited",
        Event::Typography => "with changed typography",
        Event::ScopeExtended => "extended in scope",
        Event::ScopeNarrowed => "narrowed in scope",
        Event::ObligationChanged => "with a changed obligation",
        Event::NumberChanged => "with a changed number",
        Event::LegislationChanged => "with changed legislation",
        Event::NegationChanged => "with a changed negation",
        Event::ConjunctionChanged => "with “and” or “or” changed",
        Event::Split => "split",
        Event::Merged => "merged",
        Event::Moved => "moved",
        Event::Renumbered => "renumbered",
        Event::LevelChanged => "at a different level",
    }
}

fn listed_many(list: ListField, count: usize) -> String {
    let (one, several) = match list {
        ListField::TypicalJobTitles => ("typical job title", "typical job titles"),
        ListField::Options => ("option", "options"),
        ListField::Keywords => ("keyword", "keywords"),
        ListField::Employers => ("employer", "employers"),
        ListField::VersionLog => ("version log line", "version log lines"),
    };
    format!("{count} {}", if count == 1 { one } else { several })
}

#[cfg(test)]
mod tests {
    use crate::diff::{Category, Comparison, Narrative, Overall, Which};
    use crate::report::diff::fixture::{comparison, report};

    fn headline(comparison: &Comparison<'_>) -> String {
        report(comparison).headline()
    }

    #[test]
    fn the_headline_says_what_weighs_first() {
        let said = headline(&comparison());
        assert!(said.starts_with("Proposed category: revision. Level 2 → 4; statements: "), "{said}");
        for part in
            ["1 added", "1 removed", "1 reworded", "2 merged into 1", "1 only renumbered", "1 unchanged"]
        {
            assert!(said.contains(part), "{part}: {said}");
        }
    }

    #[test]
    fn the_reasons_are_those_of_the_category_proposed() {
        let comparison = comparison();
        let reasons = report(&comparison).reasons().into_iter().map(|reason| reason.what);
        let reasons: Vec<String> = reasons.collect();
        assert_eq!(reasons, ["1 knowledge statement added", "1 knowledge statement removed"]);
    }

    #[test]
    fn prose_alone_proposes_nothing() {
        let mut comparison = comparison();
        comparison.overall = Overall { category: Some(Category::Info), ..Overall::default() };
        let (clauses, covers) = (Vec::new(), Vec::new());
        let narrative =
            Narrative { side: Which::Old, themes: Vec::new(), clauses, covers, unmatched_items: vec![0, 1] };
        comparison.narrative = Some(narrative);
        let said = headline(&comparison);
        assert!(said.starts_with("No category proposed. "), "{said}");
        assert!(said.contains("does not mention 2 of that document's statements"), "{said}");
    }

    #[test]
    fn nothing_that_differs_is_a_headline_of_its_own() {
        let mut comparison = comparison();
        comparison.overall = Overall::default();
        assert_eq!(headline(&comparison), "No differences.");
        let nothing = Comparison {
            facts: Vec::new(),
            lists: Vec::new(),
            pairs: Vec::new(),
            unpaired: Vec::new(),
            ..comparison
        };
        assert_eq!(headline(&nothing), "Nothing to compare.");
    }
}
