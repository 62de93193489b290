//! A made-up comparison for the tests of renderers, with texts that try to be more than text.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::report::{ComparedInput, DiffOptions, DiffReport, Relation};
use crate::diff::{
    Band, BeyondCut, Candidate, Categories, Category, Cause, CellState, Change, ChangeId, CodeLine,
    CodeReuse, Comparison, Consequence, ConsequenceId, Counts, Event, Evidence, Facets, Fact, FactChange,
    FactField, Fingerprint, Item, ItemRef, MappingCell, MappingMatrix, MappingStated, Outcome, Overall, Pair,
    PairedBy, Renumbering, Score, Section, Side, SideCounts, Stated, Unpaired, UserPairs, Which, WordOp,
    WordOpKind,
};
use crate::model::{Code, FactId, Format, Kind};
use crate::source::{SourceId, Span};

const HOSTILE: &str = "<script>alert(\"K9\")</script> & 'quotes' | pipes ` ticks \u{202e}sdrawkcab";
const KNOWLEDGE: Section = Section::Statements(Kind::Knowledge);

fn code(text: &str) -> Code {
    text.parse().expect("a code")
}

fn items(section: Section, list: &[(&str, &'static str)]) -> Vec<Item<'static>> {
    let item = |(index, &(name, text)): (usize, &(&str, &'static str))| Item {
        section,
        index,
        code: name.parse().ok(),
        id: None,
        text,
        span: Span::at(0),
    };
    list.iter().enumerate().map(item).collect()
}

fn side(title: &'static str, reference: &'static str, items: Vec<Item<'static>>) -> Side<'static> {
    Side {
        source: SourceId(0),
        format: Format::NativeJson,
        reference: Some(reference),
        version: None,
        title: Some(title),
        lists: vec![Vec::new(); items.len()],
        items,
        places: Vec::new(),
        states_mapping: true,
        is_draft: false,
        is_cut: false,
    }
}

fn old_side() -> Side<'static> {
    let mut all = items(
        KNOWLEDGE,
        &[
            ("K1", "How locks fill."),
            ("K2", "How to log traffic."),
            ("K3", "Weir types."),
            ("K4", "Sluice types."),
            ("K5", "Knots."),
            ("K6", "The byelaws."),
        ],
    );
    all.extend(items(Section::Duties, &[("D1", "Work the lock.")]));
    side("Lock <keeper>", "ST9901", all)
}

fn new_side() -> Side<'static> {
    let mut all = items(
        KNOWLEDGE,
        &[
            ("K1", "How locks fill."),
            ("K2", HOSTILE),
            ("K3", "How to log all traffic."),
            ("K4", "Weir and sluice types."),
            ("K5", "The byelaws."),
        ],
    );
    all.extend(items(Section::Duties, &[("D1", "Work the lock.")]));
    side("Lock keeper", "ST9901", all)
}

fn pair(old: &[usize], new: &[usize], score: u16, outcome: Outcome) -> Pair {
    Pair {
        section: if new == [5] { Section::Duties } else { KNOWLEDGE },
        old: old.to_vec(),
        new: new.to_vec(),
        paired_by: if score == 1000 { PairedBy::Text } else { PairedBy::Similarity },
        score: Score(score),
        band: if score < 700 { Band::Check } else { Band::Sure },
        runner_up: None,
        evidence: Evidence::default(),
        outcome,
        facets: Facets {
            words: outcome != Outcome::Unchanged && outcome != Outcome::Renumbered,
            renumbered: old != new,
            ..Facets::default()
        },
    }
}

fn change(
    event: Event,
    pair: Option<usize>,
    words: &[(WordOpKind, &'static str, &'static str)],
) -> Change<'static> {
    let (mut old, mut new, mut ops) = (String::new(), String::new(), Vec::new());
    for &(kind, gone, come) in words {
        let (from, to) = (old.len(), new.len());
        old.push_str(gone);
        new.push_str(come);
        ops.push(WordOp { kind, old: from..old.len(), new: to..new.len() });
    }
    let id = ChangeId::Item(KNOWLEDGE, event);
    let items = |wanted: Event, item: usize| if event == wanted { vec![item] } else { Vec::new() };
    Change {
        id,
        proposal: Categories::default().of(id),
        field: None,
        old: items(Event::Removed, 4),
        new: items(Event::Added, 1),
        pair,
        old_text: Some(Cow::Owned(old)),
        new_text: Some(Cow::Owned(new)),
        words: ops,
        too_long: false,
        note: String::new(),
        fingerprint: Fingerprint(0),
    }
}

fn changes() -> Vec<Change<'static>> {
    use WordOpKind::{Delete, Equal, Insert};
    vec![
        change(Event::Added, None, &[]),
        change(
            Event::Reworded,
            Some(1),
            &[(Equal, "How to log ", "How to log "), (Insert, "", "all "), (Equal, "traffic.", "traffic.")],
        ),
        change(
            Event::Merged,
            Some(2),
            &[
                (Equal, "Weir ", "Weir "),
                (Delete, "types. Sluice", ""),
                (Insert, "", "and sluice"),
                (Equal, " types.", " types."),
            ],
        ),
        change(Event::Removed, None, &[]),
    ]
}

fn mapping() -> MappingMatrix {
    let cell = |statement, state, follows| MappingCell { duty: ItemRef::New(5), statement, state, follows };
    MappingMatrix {
        stated: MappingStated::Both,
        rows: vec![ItemRef::New(5)],
        columns: vec![ItemRef::New(0), ItemRef::New(1), ItemRef::New(2), ItemRef::Old(4)],
        cells: vec![
            cell(ItemRef::New(0), CellState::Kept, false),
            cell(ItemRef::New(1), CellState::Added, true),
            cell(ItemRef::New(2), CellState::Removed, false),
            cell(ItemRef::Old(4), CellState::Removed, true),
        ],
        moves: Vec::new(),
        differing: BTreeSet::new(),
    }
}

fn facts() -> Vec<Fact> {
    let stated = |value: &str| Some(Stated { value: value.to_owned(), inferred: false });
    vec![
        Fact {
            field: FactField::Value(FactId::Level),
            old: stated("2"),
            new: stated("4"),
            change: FactChange::Changed,
        },
        Fact {
            field: FactField::Value(FactId::Route),
            old: stated(HOSTILE),
            new: None,
            change: FactChange::NotStatedInNew,
        },
    ]
}

fn pairs() -> Vec<Pair> {
    vec![
        pair(&[0], &[0], 1000, Outcome::Unchanged),
        pair(&[1], &[2], 830, Outcome::Reworded),
        pair(&[2, 3], &[3], 600, Outcome::Merged),
        pair(&[5], &[4], 1000, Outcome::Renumbered),
        pair(&[6], &[5], 1000, Outcome::Unchanged),
    ]
}

/// A comparison with one of everything: a statement kept, renumbered, reworded, merged, added and
/// removed, a mapping that changed, a fact that differs and one that is not stated.
pub(in crate::report) fn comparison() -> Comparison<'static> {
    Comparison {
        old: old_side(),
        new: new_side(),
        facts: facts(),
        lists: Vec::new(),
        counts: vec![Counts {
            old: 6,
            new: 5,
            unchanged: 1,
            renumbered: 1,
            reworded: 1,
            merged: SideCounts { old: 2, new: 1 },
            added: 1,
            removed: 1,
            ..Counts::new(KNOWLEDGE)
        }],
        not_stated: vec![(Section::Summary, Which::New)],
        beyond_cut: vec![BeyondCut { section: KNOWLEDGE, which: Which::New, count: 2 }],
        pairs: pairs(),
        unpaired: vec![
            Unpaired {
                item: ItemRef::Old(4),
                rejected: Some(Candidate { item: ItemRef::New(1), score: Score(210) }),
            },
            Unpaired { item: ItemRef::New(1), rejected: None },
        ],
        possible_pairs: Vec::new(),
        possible_parts: Vec::new(),
        changes: changes(),
        codes: vec![CodeLine { old: Some(code("K2")), new: Some(code("K3")), pair: Some(1) }],
        reused: vec![CodeReuse { code: code("K2"), old: 1, new: 1 }],
        renumbering: vec![Renumbering {
            old: (code("K2"), code("K2")),
            new: (code("K3"), code("K3")),
            shift: 1,
        }],
        mapping: mapping(),
        consequences: vec![Consequence {
            id: ConsequenceId::EvidenceNoLongerMaps,
            items: vec![ItemRef::Old(4)],
            fields: Vec::new(),
        }],
        narrative: None,
        overall: overall(),
        user_pairs: UserPairs::default(),
    }
}

fn overall() -> Overall {
    let cause = |event| {
        let id = ChangeId::Item(KNOWLEDGE, event);
        Cause { id, count: 1, reason: Categories::default().of(id).reason }
    };
    Overall {
        category: Some(Category::Revision),
        is_proposed: true,
        causes: vec![cause(Event::Added), cause(Event::Removed)],
        decisive_facts: vec![FactField::Value(FactId::Level)],
    }
}

/// A report of a comparison, with file names that try to be more than text.
pub(in crate::report) fn report<'a>(comparison: &'a Comparison<'a>) -> DiffReport<'a> {
    DiffReport {
        comparison,
        old: ComparedInput { name: "old|<b>.json", document: None, sha256: "00" },
        new: ComparedInput { name: "new.json", document: None, sha256: "11" },
        tool_version: "0.0.0",
        options: DiffOptions::default(),
        relation: Relation::default(),
    }
}
