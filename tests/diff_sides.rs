//! Documents of different kinds compared with each other: prose with codes, a mapping with none. What one side does not
//! state is not said to have been added or removed.

#![allow(clippy::disallowed_methods, reason = "these tests read documents from a folder")]

mod truth;
mod versions;

use std::path::Path;

use ksb::diff::{
    Category, CellState, ChangeId, Choices, CompareError, Comparison, Event, FactChange, FactField,
    MappingStated, Which, compare,
};
use ksb::model::FactId;
use ksb::source::{Source, SourceId};
use versions::{document, with_sources};

fn sample(path: &str) -> Source {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(path);
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    Source::new(SourceId(0), path, text)
}

/// How a field differs.
fn change(comparison: &Comparison<'_>, field: FactField) -> Option<FactChange> {
    comparison.facts.iter().find(|fact| fact.field == field).map(|fact| fact.change)
}

/// Nothing was added or removed, and every item is either covered or left as it is.
fn assert_narrative(comparison: &Comparison<'_>, side: Which) {
    let narrative = comparison.narrative.as_ref().expect("one side has no codes");
    assert_eq!(narrative.side, side);
    let came_or_went = comparison
        .changes
        .iter()
        .filter(|change| matches!(change.id, ChangeId::Item(_, Event::Added | Event::Removed)));
    assert_eq!(came_or_went.count(), 0);
    assert!(comparison.pairs.is_empty() && comparison.unpaired.is_empty());
    assert!(comparison.not_stated.iter().all(|(_, which)| *which == side));
    assert!(!narrative.covers.is_empty());
    assert!(narrative.covers.iter().all(|cover| !narrative.unmatched_items.contains(&cover.item)));
}

#[test]
fn prose_is_covered_not_replaced() {
    let (old, new) =
        (sample("pages/canal-lock-keeper-retired.txt"), sample("canal-lock-keeper-1.1.standard.json"));
    with_sources(&old, &new, |comparison| assert_narrative(comparison, Which::Old));
    with_sources(&new, &old, |comparison| assert_narrative(comparison, Which::New));
}

#[test]
fn a_page_and_a_document_of_one_version_are_the_same() {
    let json = sample("canal-lock-keeper-1.1.standard.json");
    // A map page gives the status of the occupation, not the status of the apprenticeship.
    let pages: [(&str, &[&str]); 2] = [
        ("pages/canal-lock-keeper-1.1.html", &[]),
        ("pages/canal-lock-keeper-map-page.txt", &["status-changed"]),
    ];
    for (page, expected) in pages {
        let page = sample(page);
        with_sources(&page, &json, |comparison| {
            let differ = comparison.changes.iter().filter(|change| {
                !change.id.is_hidden()
                    && !matches!(change.id, ChangeId::FactNotStated | ChangeId::MappingNotStated)
            });
            let names: Vec<String> = differ.map(|change| change.id.name()).collect();
            assert_eq!(names, expected, "{}", page.name());
        });
    }
}

#[test]
fn a_map_is_no_standard() {
    let (map, standard) =
        (sample("land-water-heritage.occupational-map.json"), sample("clean.standard.json"));
    let (map, standard) = (document(&map), document(&standard));
    let compared = |old, new| compare(old, new, &Choices::default()).map(|_| ());
    assert_eq!(compared(&map, &standard), Err(CompareError::NotAStandard(Which::Old)));
    assert_eq!(compared(&standard, &map), Err(CompareError::NotAStandard(Which::New)));
}

#[test]
fn a_retired_page_against_the_current_one() {
    let Some(shared) = truth::shared() else { return };
    let (old, new) = (truth::seed(&shared, "002"), truth::seed(&shared, "003"));
    with_sources(&old, &new, |comparison| {
        assert_narrative(comparison, Which::Old);
        assert_eq!(change(comparison, FactField::Value(FactId::Level)), Some(FactChange::Same));
        assert_eq!(change(comparison, FactField::Value(FactId::Overview)), Some(FactChange::Same));
        let lost = [
            FactField::Value(FactId::Duration),
            FactField::Value(FactId::Review),
            FactField::Qualification,
            FactField::ProfessionalRecognition,
            FactField::EnglishAndMaths,
        ];
        for field in lost {
            assert_eq!(change(comparison, field), Some(FactChange::NotStatedInNew), "{field:?}");
        }
        assert_eq!(comparison.overall.category, Some(Category::Info));
        for (theme, code) in [("Leadership", "K26"), ("Quality", "K35"), ("Clinical Care", "D3")] {
            assert!(covers(comparison, theme, code), "{theme} is not covered by {code}");
        }
        for code in ["B3", "B4"] {
            assert!(
                covers(comparison, "BEHAVIOURS and VALUES", code),
                "the behaviours are not covered by {code}"
            );
        }
    });
}

/// Whether an item covers a clause of a theme.
fn covers(comparison: &Comparison<'_>, theme: &str, code: &str) -> bool {
    let narrative = comparison.narrative.as_ref().expect("one side has no codes");
    narrative.covers.iter().any(|cover| {
        narrative.clauses[cover.clause].theme.contains(theme)
            && comparison.new.items[cover.item].subject() == code
    })
}

#[test]
fn a_standard_page_against_the_map_page_of_its_sister() {
    let Some(shared) = truth::shared() else { return };
    let (old, new) = (truth::seed(&shared, "004"), truth::seed(&shared, "003"));
    with_sources(&old, &new, |comparison| {
        for field in [
            FactField::Value(FactId::Level),
            FactField::Value(FactId::Title),
            FactField::Value(FactId::Reference),
        ] {
            assert_eq!(change(comparison, field), Some(FactChange::Changed), "{field:?}");
        }
        assert_eq!(change(comparison, FactField::Value(FactId::Regulated)), Some(FactChange::NotStatedInNew));
        assert_eq!(comparison.mapping.stated, MappingStated::OnlyOld);
        let has = |id: ChangeId| comparison.changes.iter().any(|change| change.id == id);
        assert!(has(ChangeId::MappingNotStated) && has(ChangeId::DuplicateStatement));
        assert!(!has(ChangeId::MappingRemoved) && !has(ChangeId::KsbOrphaned));
        assert_eq!(comparison.overall.category, Some(Category::Revision));
        assert!(comparison.narrative.is_none());
    });
}

#[test]
fn the_mapping_to_what_stands_behind_a_cut_is_not_removed() {
    let whole = sample("pages/canal-lock-keeper-1.1.html");
    let half = whole.text().len() / 2;
    for end in [half, half + half / 4, half + half / 2] {
        let cut = Source::new(SourceId(1), "cut.html", whole.text()[..end].to_owned());
        for (old, new) in [(&whole, &cut), (&cut, &whole)] {
            with_sources(old, new, |comparison| {
                assert!(comparison.old.is_cut || comparison.new.is_cut);
                let cells = &comparison.mapping.cells;
                assert!(cells.iter().all(|cell| cell.state == CellState::Kept), "{end}: {cells:?}");
            });
        }
    }
}
