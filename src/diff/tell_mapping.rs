//! Tells what changed in the mapping, and what follows from all changes.

use super::change::{Change, Consequence, ConsequenceId};
use super::comparison::{CodeReuse, Place, Side};
use super::facts::{Fact, FactChange, FactField};
use super::followed::Gaps;
use super::id::{ChangeId, Section};
use super::mapping::{CellState, Mapping, MappingCell};
use super::pairing::{Pair, Unpaired};
use crate::model::{FactId, Kind};

/// The changes of the mapping between duties and statements that both documents have, then what came
/// to be wanting.
pub(super) fn mapping<'d>(mapping: &Mapping, gaps: &Gaps, pairs: &[Pair], new: &Side<'d>) -> Vec<Change<'d>> {
    let own = mapping.cells.iter().filter(|cell| !cell.follows);
    let mut changes: Vec<Change<'d>> = own.filter_map(|cell| cell_change(cell, pairs, new)).collect();
    let orphan = |&j: &usize| Change {
        new: vec![j],
        note: new.items[j].subject(),
        ..Change::new(ChangeId::KsbOrphaned)
    };
    changes.extend(gaps.orphaned.iter().map(orphan));
    changes.extend(gaps.lacking.iter().map(|&(duty, section)| {
        let id = match section.kind() {
            Some(Kind::Skill) => ChangeId::DutyWithoutSkill,
            _ => ChangeId::DutyWithoutKnowledge,
        };
        Change { new: vec![duty], note: new.items[duty].subject(), ..Change::new(id) }
    }));
    changes
}

/// The change of a cell, of which both items are in both documents.
fn cell_change<'d>(cell: &MappingCell, pairs: &[Pair], new: &Side<'d>) -> Option<Change<'d>> {
    let id = match cell.state {
        CellState::Kept => return None,
        CellState::Added => ChangeId::MappingAdded,
        CellState::Removed => ChangeId::MappingRemoved,
    };
    let (Place::New(duty), Place::New(statement)) = (cell.duty, cell.statement) else { return None };
    let before = |item: usize| pairs.iter().find(|pair| pair.new.contains(&item)).map(|pair| pair.old[0]);
    Some(Change {
        old: [before(duty)?, before(statement)?].to_vec(),
        new: vec![duty, statement],
        note: format!("{}→{}", new.items[duty].subject(), new.items[statement].subject()),
        ..Change::new(id)
    })
}

/// All that consequences are drawn from.
pub(super) struct Grounds<'g, 'd> {
    pub(super) old: &'g Side<'d>,
    pub(super) new: &'g Side<'d>,
    pub(super) facts: &'g [Fact],
    pub(super) unpaired: &'g [Unpaired],
    pub(super) pairs: &'g [Pair],
    pub(super) reused: &'g [CodeReuse],
    pub(super) gaps: &'g Gaps,
}

/// What follows, the most important first.
pub(super) fn consequences(grounds: &Grounds<'_, '_>) -> Vec<Consequence> {
    let items = |id: ConsequenceId, places: Vec<Place>| Consequence { id, places, fields: Vec::new() };
    let fields = |id: ConsequenceId, fields: Vec<FactField>| Consequence { id, places: Vec::new(), fields };
    let with = |change: FactChange| -> Vec<FactField> {
        grounds.facts.iter().filter(|fact| fact.change == change).map(|fact| fact.field).collect()
    };
    let level =
        with(FactChange::Changed).into_iter().filter(|field| *field == FactField::Value(FactId::Level));
    let new_places = |items: &[usize]| items.iter().map(|&j| Place::New(j)).collect();
    let all = [
        fields(ConsequenceId::LevelChanges, level.collect()),
        items(ConsequenceId::EvidenceNoLongerMaps, statements_left(grounds, true)),
        items(ConsequenceId::NewTeaching, statements_left(grounds, false)),
        items(ConsequenceId::CodesReused, grounds.reused.iter().map(|one| Place::Old(one.old)).collect()),
        items(ConsequenceId::StaleReferences, stale(grounds)),
        items(ConsequenceId::OrphansMade, new_places(&grounds.gaps.orphaned)),
        items(ConsequenceId::OrphansCured, new_places(&grounds.gaps.cured)),
        fields(ConsequenceId::FactsNotStated, with(FactChange::NotStatedInNew)),
    ];
    all.into_iter().filter(|one| !one.places.is_empty() || !one.fields.is_empty()).collect()
}

/// The old or the new statements without a counterpart.
fn statements_left(grounds: &Grounds<'_, '_>, removed: bool) -> Vec<Place> {
    let is_statement = |section: Section| section.kind().is_some();
    let places = grounds.unpaired.iter().map(|one| one.place);
    let wanted = places.filter(|place| match *place {
        Place::Old(i) => removed && is_statement(grounds.old.items[i].section),
        Place::New(j) => !removed && is_statement(grounds.new.items[j].section),
    });
    wanted.collect()
}

/// The old items that have another code now, or several.
fn stale(grounds: &Grounds<'_, '_>) -> Vec<Place> {
    let stale = grounds.pairs.iter().flat_map(|pair| {
        let codes: Vec<_> = pair.new.iter().map(|&j| grounds.new.items[j].code).collect();
        let differs = move |i: &&usize| {
            let code = grounds.old.items[**i].code;
            code.is_some() && codes.iter().any(|new| *new != code)
        };
        pair.old.iter().filter(differs)
    });
    let mut stale: Vec<Place> = stale.map(|&i| Place::Old(i)).collect();
    stale.sort_unstable();
    stale
}
