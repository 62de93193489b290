//! Two occupational maps: the sample, and versions of it with known changes.

#![allow(clippy::disallowed_methods, reason = "the sample is read from a folder")]

mod versions;

use std::collections::BTreeSet;

use ksb::diff::{ChangeId, Comparison, Event, PairedBy, Section};
use serde_json::{Value, json};
use versions::with;

fn sample() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/land-water-heritage.occupational-map.json");
    serde_json::from_str(&std::fs::read_to_string(path).expect("a sample")).expect("a sample is JSON")
}

/// The cluster at an index of a pathway.
fn cluster(map: &mut Value, pathway: usize, cluster: usize) -> &mut Value {
    &mut map["pathways"][pathway]["clusters"][cluster]
}

fn occupations(map: &mut Value, at: (usize, usize)) -> &mut Vec<Value> {
    cluster(map, at.0, at.1)["occupations"].as_array_mut().expect("occupations")
}

/// The changes as `id: old name → new name (note)`.
fn told(comparison: &Comparison<'_>) -> BTreeSet<String> {
    let name = |items: &[usize], old: bool| -> String {
        let side = if old { &comparison.old } else { &comparison.new };
        items.iter().map(|&item| side.items[item].subject()).collect::<Vec<_>>().join(" + ")
    };
    let changes = comparison.changes.iter().filter(|change| change.counts());
    changes
        .map(|change| {
            let text = |text: &Option<std::borrow::Cow<'_, str>>| text.as_deref().unwrap_or("–").to_owned();
            let (old, new) = match change.id {
                ChangeId::Item(..) => (name(&change.old, true), name(&change.new, false)),
                _ => (text(&change.old_text), text(&change.new_text)),
            };
            format!("{}: {old} → {new} ({})", change.id, change.note)
        })
        .collect()
}

fn set(lines: &[&str]) -> BTreeSet<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

#[test]
fn a_map_is_the_same_as_itself() {
    with(&sample(), &sample(), |comparison| {
        assert!(comparison.is_empty() && comparison.changes.is_empty());
        assert_eq!(comparison.counts.len(), 4);
    });
}

/// The sample with one of each change.
fn changed() -> Value {
    let mut new = sample();
    occupations(&mut new, (0, 0))[0]["levels"] = json!([3]);
    occupations(&mut new, (0, 0))[1]["title"] = "Senior dredger hand".into();
    let mut moved = occupations(&mut new, (0, 0)).remove(2);
    moved["options"] = json!(["Rural", "Coastal"]);
    occupations(&mut new, (0, 1)).push(moved);
    occupations(&mut new, (0, 2)).push(json!({ "title": "Bridge inspector", "levels": [6] }));
    occupations(&mut new, (1, 0)).remove(0);
    cluster(&mut new, 0, 1)["name"] = "Waterways manager".into();
    let moved = new["pathways"][1]["clusters"].as_array_mut().expect("clusters").remove(2);
    new["pathways"][2]["clusters"].as_array_mut().expect("clusters").push(moved);
    let stone = json!({ "name": "Stone", "levels": [2, 3], "occupations": [{ "title": "Wall layer", "levels": [2] }] });
    new["pathways"]
        .as_array_mut()
        .expect("pathways")
        .push(json!({ "name": "Old crafts", "clusters": [stone] }));
    new
}

#[test]
fn every_planted_change_is_told_once() {
    let expected = set(&[
        "pathway-added:  → Old crafts ()",
        "cluster-reworded: Waterways supervisor → Waterways manager ()",
        "cluster-moved: Crop scientist → Crop scientist (Land management and production → Craft, design and media)",
        "cluster-added:  → Stone (technical occupations, in Old crafts)",
        "occupation-level-changed: Canal lock keeper → Canal lock keeper (2 → 3)",
        "occupation-reworded: Dredger hand → Senior dredger hand ()",
        "occupation-moved: Towpath ranger → Towpath ranger (Waterways operative → Waterways manager)",
        "occupation-added:  → Bridge inspector (level 6, in Waterways engineer)",
        "occupation-added:  → Wall layer (level 2, in Stone)",
        "occupation-removed: Glasshouse grower →  (level 2, in Horticulture technician)",
        "option-removed: Towpath ranger: Urban → – ()",
        "option-added: – → Towpath ranger: Coastal ()",
    ]);
    with(&sample(), &changed(), |comparison| assert_eq!(told(comparison), expected));
}

#[test]
fn the_way_back_mirrors_the_way_there() {
    let count = |comparison: &Comparison<'_>, event: Event| {
        let changes = comparison.changes.iter();
        let is_wanted =
            |id: ChangeId| matches!(id, ChangeId::Item(section, of) if section.is_of_map() && of == event);
        changes.filter(|change| is_wanted(change.id)).count()
    };
    with(&sample(), &changed(), |there| {
        with(&changed(), &sample(), |back| {
            for (event, mirrored) in [
                (Event::Added, Event::Removed),
                (Event::Removed, Event::Added),
                (Event::Moved, Event::Moved),
                (Event::Reworded, Event::Reworded),
                (Event::LevelChanged, Event::LevelChanged),
            ] {
                assert_eq!(count(there, event), count(back, mirrored), "{event:?}");
            }
        });
    });
}

#[test]
fn what_holds_the_same_is_the_same_under_any_name() {
    let mut new = sample();
    cluster(&mut new, 0, 0)["name"] = "Rivers crew".into();
    with(&sample(), &new, |comparison| {
        assert_eq!(told(comparison), set(&["cluster-reworded: Waterways operative → Rivers crew ()"]));
        let pair =
            comparison.pairs.iter().find(|pair| pair.section == Section::Clusters && pair.facets.words);
        assert_eq!(pair.map(|pair| pair.paired_by), Some(PairedBy::Contents));
    });
}

#[test]
fn of_one_name_what_is_in_the_same_place_is_the_same() {
    let mut old = sample();
    let ranger = occupations(&mut old, (0, 0))[2].clone();
    occupations(&mut old, (1, 1)).insert(0, ranger);
    let mut new = old.clone();
    occupations(&mut new, (0, 0)).remove(2);
    with(&old, &new, |comparison| {
        let expected = "occupation-removed: Towpath ranger →  (level 2, in Waterways operative)";
        assert_eq!(told(comparison), set(&[expected]));
    });
}

#[test]
fn names_that_share_words_are_not_taken_for_one() {
    let mut new = sample();
    occupations(&mut new, (0, 0))[0]["title"] = "Canal boat builder".into();
    with(&sample(), &new, |comparison| {
        let pairs = comparison.pairs.iter().filter(|pair| pair.section == Section::Occupations);
        assert!(pairs.clone().all(|pair| !pair.facets.words), "{:?}", told(comparison));
        assert_eq!((pairs.count(), comparison.unpaired.len()), (12, 2));
    });
}
