//! What follows from the changes for people who work with the standard.

use super::change::Change;
use crate::diff::classify::Category;
use crate::diff::facts::{Fact, FactChange, FactField};
use crate::diff::id::{ChangeId, Event};
use crate::diff::item::{ItemRef, Section, Sides, Which};
use crate::diff::mapping::Gaps;
use crate::diff::pairing::{CodeReuse, Pair, Unpaired};
use crate::model::FactId;

/// What follows from the changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConsequenceId {
    /// Every statement and duty says what it said before, under a different code: only documents that cite codes need
    /// to change.
    OnlyRenumbered,
    /// The level changes, and with it funding and assessment.
    LevelChanges,
    /// Evidence collected against these old statements no longer maps to any.
    EvidenceNoLongerMaps,
    /// These new statements have to be taught and have no old counterpart.
    NewTeaching,
    /// These codes stand for something else now: documents that cite them are misleading.
    CodesReused,
    /// Documents that cite these old codes have to be renumbered.
    StaleReferences,
    /// No duty lists these statements any more.
    NewOrphans,
    /// No duty listed these statements before, and now one does.
    ResolvedOrphans,
    /// Facts that the old document states and the new one does not.
    FactsNotStated,
}

impl ConsequenceId {
    /// Its name in JSON, in kebab case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::OnlyRenumbered => "only-renumbered",
            Self::LevelChanges => "level-changes",
            Self::EvidenceNoLongerMaps => "evidence-no-longer-maps",
            Self::NewTeaching => "new-teaching",
            Self::CodesReused => "codes-reused",
            Self::StaleReferences => "stale-references",
            Self::NewOrphans => "orphans-made",
            Self::ResolvedOrphans => "orphans-cured",
            Self::FactsNotStated => "facts-not-stated",
        }
    }
}

/// A consequence and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consequence {
    /// What follows.
    pub id: ConsequenceId,
    /// The items that it concerns, in order.
    pub items: Vec<ItemRef>,
    /// The facts that it concerns.
    pub fields: Vec<FactField>,
}

/// What consequences are derived from.
pub(in crate::diff) struct Grounds<'g, 'd> {
    pub(in crate::diff) sides: &'g Sides<'d>,
    pub(in crate::diff) facts: &'g [Fact],
    pub(in crate::diff) unpaired: &'g [Unpaired],
    pub(in crate::diff) pairs: &'g [Pair],
    pub(in crate::diff) reused: &'g [CodeReuse],
    pub(in crate::diff) gaps: &'g Gaps,
    pub(in crate::diff) changes: &'g [Change<'d>],
    pub(in crate::diff) is_cut: bool,
}

/// The consequences, the most important first.
pub(in crate::diff) fn consequences(grounds: &Grounds<'_, '_>) -> Vec<Consequence> {
    let items = |id: ConsequenceId, items: Vec<ItemRef>| Consequence { id, items, fields: Vec::new() };
    let fields = |id: ConsequenceId, fields: Vec<FactField>| Consequence { id, items: Vec::new(), fields };
    let with = |change: FactChange| -> Vec<FactField> {
        grounds.facts.iter().filter(|fact| fact.change == change).map(|fact| fact.field).collect()
    };
    let level =
        with(FactChange::Changed).into_iter().filter(|field| *field == FactField::Value(FactId::Level));
    let new_items = |items: &[usize]| items.iter().map(|&j| ItemRef::New(j)).collect();
    let stale = stale(grounds);
    let renumbered = (!stale.is_empty() && is_only_renumbered(grounds))
        .then(|| items(ConsequenceId::OnlyRenumbered, Vec::new()));
    let all = [
        fields(ConsequenceId::LevelChanges, level.collect()),
        items(ConsequenceId::EvidenceNoLongerMaps, statements_left(grounds, true)),
        items(ConsequenceId::NewTeaching, statements_left(grounds, false)),
        items(ConsequenceId::CodesReused, grounds.reused.iter().map(|one| ItemRef::Old(one.old)).collect()),
        items(ConsequenceId::StaleReferences, stale),
        items(ConsequenceId::NewOrphans, new_items(&grounds.gaps.orphaned)),
        items(ConsequenceId::ResolvedOrphans, new_items(&grounds.gaps.cured)),
        fields(ConsequenceId::FactsNotStated, with(FactChange::NotStatedInNew)),
    ];
    let concerns = |one: &Consequence| !one.items.is_empty() || !one.fields.is_empty();
    renumbered.into_iter().chain(all.into_iter().filter(concerns)).collect()
}

/// Whether all statements and duties of both documents say what they said before, and nothing else differs to which the
/// table of categories gives any weight.
fn is_only_renumbered(grounds: &Grounds<'_, '_>) -> bool {
    let is_of_code = |change: &Change<'_>| {
        matches!(change.id, ChangeId::Item(_, Event::Renumbered | Event::Moved) | ChangeId::CodeReused)
    };
    let mut counting = grounds.changes.iter().filter(|change| change.counts());
    let is_compared =
        |(section, _): &(Section, Which)| section.kind().is_none() && *section != Section::Duties;
    !grounds.is_cut
        && grounds.sides.not_stated.iter().all(is_compared)
        && counting.all(|change| is_of_code(change) || change.proposal.category == Category::Info)
}

/// The old or the new statements without a counterpart.
fn statements_left(grounds: &Grounds<'_, '_>, removed: bool) -> Vec<ItemRef> {
    let is_statement = |section: Section| section.kind().is_some();
    let left = grounds.unpaired.iter().map(|one| one.item);
    let wanted = left.filter(|item| match *item {
        ItemRef::Old(i) => removed && is_statement(grounds.sides.old.items[i].section),
        ItemRef::New(j) => !removed && is_statement(grounds.sides.new.items[j].section),
    });
    wanted.collect()
}

/// The old items that now have a different code, or several.
fn stale(grounds: &Grounds<'_, '_>) -> Vec<ItemRef> {
    let stale = grounds.pairs.iter().flat_map(|pair| {
        let codes: Vec<_> = pair.new.iter().map(|&j| grounds.sides.new.items[j].code).collect();
        let differs = move |i: &&usize| {
            let code = grounds.sides.old.items[**i].code;
            code.is_some() && codes.iter().any(|new| new.is_some() && *new != code)
        };
        pair.old.iter().filter(differs)
    });
    let mut stale: Vec<ItemRef> = stale.map(|&i| ItemRef::Old(i)).collect();
    stale.sort_unstable();
    stale
}
