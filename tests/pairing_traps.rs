//! Where a pairing that looks at more than words could go wrong, tried on made-up versions, and the scores that it
//! reaches there.

mod made_up;
mod truth;

use std::collections::BTreeSet;

use ksb::diff::{Band, Comparison, ItemRef, Pair, PairedBy, Section};
use made_up::versions::{self, with};
use made_up::{FIELDS_OF_WORK, MadeUp, STRENGTHS, Strength, elsewhere, versions_of};
use serde_json::{Value, json};
use truth::{Figures, Found, Line, in_band, score};

/// How many made-up standards are tried with each strength.
const TRIED: usize = 12;

/// All made-up versions.
fn every_version(mut look: impl FnMut(Strength, usize, MadeUp)) {
    for strength in STRENGTHS {
        (0..TRIED).for_each(|number| look(strength, number, versions_of(number, strength)));
    }
}

/// The figures of a strength, and what was found.
fn reached(strength: Strength) -> (Figures, Vec<Line>, Found) {
    let (mut lines, mut all) = (Vec::new(), Found::default());
    for number in 0..TRIED {
        let MadeUp { old, new, truth } = versions_of(number, strength);
        all.add(&with(&old, &new, truth::found), number);
        lines.extend(truth.iter().map(|(old, new)| Line::made_up(number, old, new.as_deref())));
    }
    (score(&lines, &all.codes, |_| true, true), lines, all)
}

#[test]
fn known_edits_are_followed() {
    let floors = [(1.0, 1.0), (0.98, 0.99), (0.95, 0.96), (0.87, 0.89), (0.70, 0.72)];
    for (strength, (precision, f1)) in STRENGTHS.into_iter().zip(floors) {
        let (figures, lines, found) = reached(strength);
        assert!(figures.precision() >= precision && figures.f1() >= f1, "{}: {figures}", strength.name);
        let (right, sure) = in_band(&lines, &found, Band::Sure);
        assert!(strength.is_a_rewrite() || 100 * right >= 98 * sure, "{}: {right} of {sure}", strength.name);
    }
}

/// Takes the mapping away.
fn without_mapping(document: &Value) -> Value {
    let mut silent = document.clone();
    for duty in silent["duties"].as_array_mut().expect("duties") {
        duty["ksbs"] = json!([]);
    }
    silent
}

/// What is said about the pairs of statements.
fn of_statements(comparison: &Comparison<'_>) -> Vec<String> {
    let pairs = comparison.pairs.iter().filter(|pair| pair.section != Section::Duties);
    let said = |pair: &Pair| {
        let next = pair.runner_up.map(|next| next.item);
        format!("{:?} {:?} {:?} {} {:?} {next:?}", pair.old, pair.new, pair.paired_by, pair.score, pair.band)
    };
    pairs.map(said).collect()
}

#[test]
fn a_mapping_on_one_side_changes_nothing_about_statements() {
    every_version(|strength, number, MadeUp { old, new, .. }| {
        let (old_only, new_only) = (without_mapping(&new), without_mapping(&old));
        let silent = with(&new_only, &old_only, of_statements);
        assert_eq!(with(&old, &old_only, of_statements), silent, "{} {number}", strength.name);
        assert_eq!(with(&new_only, &new, of_statements), silent, "{} {number}", strength.name);
    });
}

#[test]
fn a_fifth_replaced_in_place_is_not_what_stood_there() {
    let (mut wrong, mut replaced) = (Vec::new(), 0);
    for number in 0..4 * FIELDS_OF_WORK {
        let MadeUp { old, .. } = versions_of(number, STRENGTHS[0]);
        let mut new = old.clone();
        for list in ["knowledge", "skills"] {
            let statements = new[list].as_array_mut().expect("statements");
            for place in (number % 5..statements.len()).step_by(5) {
                statements[place]["text"] = elsewhere(list, number, place).into();
                replaced += 1;
            }
        }
        with(&old, &new, |comparison| {
            let false_ones = comparison.pairs.iter().filter(|pair| pair.score.percent() < 100);
            wrong.extend(false_ones.map(|pair| {
                format!("{number}: {:?} {} {}", pair.evidence.shared, pair.score, pair.band.name())
            }));
        });
    }
    assert!(replaced > 100 && 50 * wrong.len() <= replaced, "{} of {replaced}: {wrong:#?}", wrong.len());
}

#[test]
fn two_alone_with_nothing_in_common_stay_alone() {
    let document = |middle: &str| {
        json!({ "kind": "occupation", "reference": "ST9951", "title": "Made up", "knowledge": [
            { "code": "K1", "text": "The tides of the estuary." },
            { "code": "K2", "text": middle },
            { "code": "K3", "text": "Signals between tugs." },
            { "code": "K4", "text": "Mooring lines and bollards." },
        ] })
    };
    let pairs = |one: &str, other: &str| {
        with(&document(one), &document(other), |comparison| {
            comparison.pairs.iter().map(|pair| (pair.old[0], pair.paired_by)).collect::<Vec<_>>()
        })
    };
    let apart = pairs("How to splice hemp rope.", "Ways of storing paint.");
    assert!(apart.iter().all(|(old, _)| *old != 1), "{apart:?}");
    let close = pairs("How to splice hemp rope.", "Hemp rope: its strength and storage.");
    assert!(close.iter().any(|(old, _)| *old == 1), "{close:?}");
}

#[test]
fn later_passes_add_pairs_in_their_place_and_take_nothing() {
    let (mut by_place, mut by_lead) = (0, 0);
    every_version(|_, _, MadeUp { old, new, .. }| {
        with(&old, &new, |comparison| {
            let (mut olds, mut news) = (BTreeSet::new(), BTreeSet::new());
            for pair in &comparison.pairs {
                assert!(pair.old.iter().all(|old| olds.insert(*old)), "an old item is in two pairs");
                assert!(pair.new.iter().all(|new| news.insert(*new)), "a new item is in two pairs");
                let is_late = matches!(pair.paired_by, PairedBy::Place | PairedBy::MutualBest);
                assert!(!is_late || (pair.band == Band::Check && !pair.is_group()));
                assert!(!is_late || !pair.evidence.shared.is_empty(), "nothing in common");
                by_lead += usize::from(pair.evidence.lead.is_some());
                let Some(place) = pair.evidence.place else { continue };
                by_place += 1;
                let (old, new) = (pair.old[0], pair.new[0]);
                let is_behind = place.before.is_none_or(|(i, j)| i < old && j < new);
                assert!(is_behind && place.after.is_none_or(|(i, j)| i > old && j > new), "{place:?}");
                for (i, j) in [place.before, place.after].into_iter().flatten() {
                    let holds = |other: &&Pair| other.old.contains(&i) && other.new.contains(&j);
                    assert!(comparison.pairs.iter().any(|other| holds(&other)), "{i} and {j} are no pair");
                }
            }
        });
    });
    assert!(by_place > 20 && by_lead > 3, "{by_place} by place, {by_lead} by lead");
}

/// Says every third statement twice.
fn doubled(document: &Value) -> Value {
    let mut doubled = document.clone();
    for list in versions::LISTS {
        let statements = doubled[list].as_array_mut().expect("statements");
        for place in (0..statements.len()).step_by(3).rev() {
            statements.insert(place + 1, statements[place].clone());
        }
    }
    versions::renumber(&mut doubled, 1);
    doubled
}

#[test]
fn pairs_are_the_same_backwards_with_duplicates_too() {
    let pairs = |old: &Value, new: &Value, back: bool| -> BTreeSet<_> {
        with(old, new, |comparison| {
            let turn = |pair: &Pair| {
                let (old, new) = (pair.old.clone(), pair.new.clone());
                let (old, new) = if back { (new, old) } else { (old, new) };
                (old, new, pair.score, pair.band, pair.paired_by, pair.evidence.lead)
            };
            comparison.pairs.iter().map(turn).collect()
        })
    };
    every_version(|strength, number, MadeUp { old, new, .. }| {
        for (old, new) in [(old.clone(), new.clone()), (doubled(&old), doubled(&new)), (doubled(&old), new)] {
            assert_eq!(pairs(&old, &new, false), pairs(&new, &old, true), "{} {number}", strength.name);
        }
    });
}

#[test]
fn what_may_be_one_is_left_over_and_best_for_both() {
    let mut offered = 0;
    every_version(|_, _, MadeUp { old, new, .. }| {
        with(&old, &new, |comparison| {
            let left: BTreeSet<ItemRef> = comparison.unpaired.iter().map(|one| one.item).collect();
            let mut seen = BTreeSet::new();
            for pair in &comparison.possible_pairs {
                for item in [ItemRef::Old(pair.old), ItemRef::New(pair.new)] {
                    assert!(left.contains(&item) && seen.insert(item), "{item:?}");
                }
                assert!(pair.shared.len() >= 2, "{pair:?}");
                offered += 1;
            }
        });
    });
    assert!(offered > 5, "only {offered} are offered");
}
