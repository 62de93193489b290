//! The page of a made-up comparison that has one of everything.

use std::borrow::Cow;

use super::render;
use crate::diff::category::Categories;
use crate::diff::*;
use crate::model::{Code, Format, Kind};
use crate::report::diff::{DiffOptions, DiffReport, Input};
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
        states_mapping: true,
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
    Change {
        id: ChangeId::Item(KNOWLEDGE, event),
        field: None,
        old: Vec::new(),
        new: Vec::new(),
        pair,
        old_text: Some(Cow::Owned(old)),
        new_text: Some(Cow::Owned(new)),
        words: ops,
        note: String::new(),
        fingerprint: Fingerprint(7),
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

fn mapping() -> Mapping {
    let cell = |statement, state, follows| MappingCell { duty: Place::New(5), statement, state, follows };
    Mapping {
        stated: MappingStated::Both,
        rows: vec![Place::New(5)],
        columns: vec![Place::New(0), Place::New(1), Place::New(2), Place::Old(4)],
        cells: vec![
            cell(Place::New(0), CellState::Kept, false),
            cell(Place::New(1), CellState::Added, true),
            cell(Place::New(2), CellState::Removed, false),
            cell(Place::Old(4), CellState::Removed, true),
        ],
    }
}

fn comparison() -> Comparison<'static> {
    let stated = |value: &str| Some(Stated { value: value.to_owned(), inferred: false });
    Comparison {
        old: old_side(),
        new: new_side(),
        facts: vec![
            Fact { field: FactField::Level, old: stated("2"), new: stated("4"), change: FactChange::Changed },
            Fact {
                field: FactField::Route,
                old: stated(HOSTILE),
                new: None,
                change: FactChange::NotStatedInNew,
            },
        ],
        lists: Vec::new(),
        counts: vec![Counts {
            old: 6,
            new: 5,
            unchanged: 1,
            renumbered: 1,
            reworded: 1,
            merged: Tally { old: 2, new: 1 },
            added: 1,
            removed: 1,
            ..Counts::new(KNOWLEDGE)
        }],
        not_stated: vec![(Section::Summary, Which::New)],
        pairs: vec![
            pair(&[0], &[0], 1000, Outcome::Unchanged),
            pair(&[1], &[2], 830, Outcome::Reworded),
            pair(&[2, 3], &[3], 600, Outcome::Merged),
            pair(&[5], &[4], 1000, Outcome::Renumbered),
            pair(&[6], &[5], 1000, Outcome::Unchanged),
        ],
        unpaired: vec![
            Unpaired {
                place: Place::Old(4),
                rejected: Some(Candidate { place: Place::New(1), score: Score(210) }),
            },
            Unpaired { place: Place::New(1), rejected: None },
        ],
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
            places: vec![Place::Old(4)],
            fields: Vec::new(),
        }],
        narrative: None,
    }
}

fn page_of(comparison: &Comparison<'_>, options: DiffOptions) -> String {
    let digest = "0".repeat(64);
    render(&DiffReport {
        comparison,
        categories: &Categories::default(),
        overrides: &Overrides::default(),
        old: Input { name: "old|<b>.json", sha256: &digest },
        new: Input { name: "new.json", sha256: &digest },
        tool_version: "0.0.0",
        options,
    })
}

#[test]
fn zz_dump() {
    std::fs::write("/tmp/fixture.html", page()).unwrap();
}

fn page() -> String {
    page_of(&comparison(), DiffOptions::default())
}

#[test]
fn texts_stay_texts() {
    let page = page();
    assert!(!page.contains("<script"), "no text becomes an element");
    assert!(!page.contains("<keeper>") && !page.contains("|<b>"), "titles and names are escaped too");
    assert!(page.contains("<bdi>&lt;script&gt;alert(&quot;K9&quot;)&lt;/script&gt; &amp; "));
}

#[test]
fn a_removed_row_stands_behind_its_old_neighbour() {
    let page = page();
    let place = |id: &str| page.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("no row {id}"));
    let order = [place("n1"), place("o1"), place("o2"), place("o4")];
    assert!(order.is_sorted(), "added K2, reworded K2 → K3, merged K3 + K4 → K4, removed K5: {order:?}");
}

#[test]
fn the_parts_of_a_merge_keep_their_own_words() {
    let page = page();
    assert!(page.contains("<b>K3</b> <bdi>Weir <del>"), "the first part");
    let second = page.split("<b>K4</b> ").nth(1).expect("the second part");
    assert!(second.starts_with("<bdi><del>"), "the mark goes on behind the joint: {}", &second[..60]);
}

#[test]
fn every_link_leads_somewhere_and_no_id_is_used_twice() {
    let page = page();
    let values = |attribute: &str| -> Vec<String> {
        let start = format!(" {attribute}=\"");
        page.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap_or_default().to_owned()).collect()
    };
    let mut ids = values("id");
    for link in values("href").iter().filter_map(|href| href.strip_prefix('#')) {
        assert!(ids.iter().any(|id| id == link), "#{link} leads nowhere");
    }
    ids.sort();
    let count = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), count, "an id is used twice");
}

#[test]
fn cells_of_the_matrix_say_what_they_are() {
    let page = page();
    for words in ["D1 × K1: kept", "D1 × K2: added", "D1 × K3: removed", "D1 × K5: removed"] {
        assert!(page.contains(words), "{words}");
    }
    assert!(page.contains("2 <span"), "the total of the new document differs");
}

#[test]
fn what_is_silent_is_not_called_removed() {
    let page = page();
    assert!(page.contains("Summary: not stated in the new document"));
    let route = page.split("Route").nth(1).expect("the route");
    assert!(route.split("</tr>").next().unwrap_or_default().contains("not stated"));
}

#[test]
fn announcements_start_as_asked() {
    let silent = page_of(&comparison(), DiffOptions { announce: false, ..DiffOptions::default() });
    assert!(page().contains("id=\"announce\" checked"));
    assert!(!silent.contains("id=\"announce\" checked"));
}

#[test]
fn nothing_is_loaded_or_run() {
    let page = page();
    for loader in ["<script", "<link", "<img", "@import", "url(", " on", "javascript:"] {
        let found = page.match_indices(loader).find(|(at, _)| loader != " on" || is_handler(&page[*at..]));
        assert_eq!(found, None, "{loader}");
    }
}

/// Whether ` on…` starts an attribute that would run something.
fn is_handler(text: &str) -> bool {
    text[1..]
        .split(|c: char| !c.is_ascii_lowercase())
        .next()
        .is_some_and(|name| text[1 + name.len()..].starts_with('='))
}
