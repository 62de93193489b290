//! Facts, lists, the mapping, and prose compared with statements.

use serde::Serialize;

use super::items::{ItemName, item_name, side};
use super::pairs::number;
use crate::diff::{
    CellState, Comparison, Fact, FactChange, FactField, ListedValues, MappingStated, Narrative, Stated, Which,
};

#[derive(Serialize)]
pub(super) struct FactLine<'a> {
    field: &'static str,
    change: &'static str,
    old: Option<Value<'a>>,
    new: Option<Value<'a>>,
}

#[derive(Serialize)]
struct Value<'a> {
    value: &'a str,
    inferred: bool,
}

#[derive(Serialize)]
pub(super) struct List<'a> {
    field: &'static str,
    change: &'static str,
    kept: &'a [String],
    added: &'a [String],
    removed: &'a [String],
}

#[derive(Serialize)]
pub(super) struct MappingPart {
    stated: &'static str,
    cells: Vec<Cell>,
    moves: Vec<Move>,
}

#[derive(Serialize)]
struct Cell {
    duty: ItemName,
    statement: ItemName,
    state: &'static str,
    follows: bool,
}

#[derive(Serialize)]
struct Move {
    statement: ItemName,
    from: ItemName,
    to: ItemName,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct NarrativePart<'a> {
    side: &'static str,
    themes: &'a [&'a str],
    clauses: Vec<Clause<'a>>,
    unmatched: Vec<String>,
}

#[derive(Serialize)]
struct Clause<'a> {
    theme: &'a str,
    text: &'a str,
    covers: Vec<Covered>,
}

#[derive(Serialize)]
struct Covered {
    code: String,
    share: f64,
}

fn change_name(change: FactChange) -> &'static str {
    match change {
        FactChange::Same => "same",
        FactChange::Changed => "changed",
        FactChange::NotStatedInOld => "not-stated-in-old",
        FactChange::NotStatedInNew => "not-stated-in-new",
    }
}

pub(super) fn fact(fact: &Fact) -> FactLine<'_> {
    let (old, new) = (fact.old.as_ref().map(value), fact.new.as_ref().map(value));
    FactLine { field: fact.field.label(), change: change_name(fact.change), old, new }
}

fn value(stated: &Stated) -> Value<'_> {
    Value { value: &stated.value, inferred: stated.inferred }
}

pub(super) fn list(list: &ListedValues) -> List<'_> {
    List {
        field: FactField::List(list.list).label(),
        change: change_name(list.change),
        kept: &list.kept,
        added: &list.added,
        removed: &list.removed,
    }
}

pub(super) fn mapping(comparison: &Comparison<'_>) -> MappingPart {
    let mapping = &comparison.mapping;
    let stated = match mapping.stated {
        MappingStated::Both => "both",
        MappingStated::OnlyOld => "old",
        MappingStated::OnlyNew => "new",
        MappingStated::Neither => "neither",
    };
    let cells = mapping.cells.iter().map(|cell| Cell {
        duty: item_name(comparison, cell.duty),
        statement: item_name(comparison, cell.statement),
        state: match cell.state {
            CellState::Kept => "kept",
            CellState::Added => "added",
            CellState::Removed => "removed",
        },
        follows: cell.follows,
    });
    let moves = mapping.moves.iter().map(|one| Move {
        statement: item_name(comparison, one.statement),
        from: item_name(comparison, one.from),
        to: item_name(comparison, one.to),
    });
    MappingPart { stated, cells: cells.collect(), moves: moves.collect() }
}

pub(super) fn narrative<'a>(comparison: &Comparison<'_>, narrative: &'a Narrative<'a>) -> NarrativePart<'a> {
    let other = match narrative.side {
        Which::Old => Which::New,
        Which::New => Which::Old,
    };
    let name = |item: usize| comparison.side(other).items[item].subject();
    let covered = |clause: usize| -> Vec<Covered> {
        let of = narrative.covers.iter().filter(|cover| cover.clause == clause);
        of.map(|cover| Covered { code: name(cover.item), share: number(cover.share) }).collect()
    };
    let clauses = narrative.clauses.iter().enumerate();
    NarrativePart {
        side: side(narrative.side),
        themes: &narrative.themes,
        clauses: clauses
            .map(|(index, clause)| Clause { theme: clause.theme, text: clause.text, covers: covered(index) })
            .collect(),
        unmatched: narrative.unmatched_items.iter().map(|item| name(*item)).collect(),
    }
}
