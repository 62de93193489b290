//! What is true of every comparison, over every pair of samples and, if they are available, the seeds.

mod laws;
mod truth;
mod versions;

use std::collections::BTreeSet;

use ksb::diff::{ChangeId, Comparison, Counts, Event, Outcome};
use ksb::model::Document;
use laws::comparing::{counts_add_up, is_identical_to_itself, words_rebuild_both_texts};
use serde_json::Value;
use versions::{Dice, LISTS, PAIRS, renumber, sample, samples, turn_texts, with, with_sources};

/// Every sample compared with every other, and the seeds 002, 003 and 004 with each other.
fn every_pair(mut look: impl FnMut(&Comparison<'_>, &Comparison<'_>)) {
    let samples = samples();
    for (at, old) in samples.iter().enumerate() {
        for new in &samples[at..] {
            with(old, new, |forth| with(new, old, |back| look(forth, back)));
        }
    }
    let Some(shared) = truth::shared() else { return };
    for (old, new) in [("002", "003"), ("004", "003"), ("002", "004"), ("003", "003"), ("001", "003")] {
        let (old, new) = (truth::seed(&shared, old), truth::seed(&shared, new));
        with_sources(&old, &new, |forth| with_sources(&new, &old, |back| look(forth, back)));
    }
}

#[test]
fn a_document_does_not_differ_from_itself() {
    let mut looked_at = 0;
    for source in versions::files() {
        let reading = ksb::read::read(&source, None);
        let Some(document @ Document::Standard(_)) = &reading.document else { continue };
        is_identical_to_itself(document);
        looked_at += 1;
    }
    assert!(looked_at > 15, "only {looked_at} samples are standards");
    let Some(shared) = truth::shared() else { return };
    for number in ["001", "002", "003", "004"] {
        let seed = truth::seed(&shared, number);
        with_sources(&seed, &seed, |comparison| assert!(comparison.changes.is_empty(), "seed {number}"));
    }
}

#[test]
fn the_other_direction_is_the_mirror_image() {
    every_pair(|forth, back| {
        let there: BTreeSet<_> = forth
            .pairs
            .iter()
            .map(|pair| (pair.old.clone(), pair.new.clone(), pair.score, pair.facets.moved))
            .collect();
        let here: BTreeSet<_> = back
            .pairs
            .iter()
            .map(|pair| (pair.new.clone(), pair.old.clone(), pair.score, pair.facets.moved))
            .collect();
        assert_eq!(there, here, "{:?} {:?}", forth.old.title, forth.new.title);
        let counted: Vec<Counts> = back.counts.iter().map(|row| mirrored(*row)).collect();
        assert_eq!(forth.counts, counted);
        let count = |comparison: &Comparison<'_>, id: ChangeId| {
            comparison.changes.iter().filter(|change| change.id == id).count()
        };
        assert_eq!(count(forth, ChangeId::MappingAdded), count(back, ChangeId::MappingRemoved));
        assert_eq!(count(forth, ChangeId::MappingMoved), count(back, ChangeId::MappingMoved));
        if forth.pairs.iter().all(|pair| !pair.is_group()) {
            assert_eq!(forth.mapping.cells.len(), back.mapping.cells.len());
        }
        assert_eq!(forth.narrative.is_some(), back.narrative.is_some());
    });
}

fn mirrored(row: Counts) -> Counts {
    let turned = |tally: ksb::diff::SideCounts| ksb::diff::SideCounts { old: tally.new, new: tally.old };
    Counts {
        old: row.new,
        new: row.old,
        added: row.removed,
        removed: row.added,
        split: turned(row.merged),
        merged: turned(row.split),
        kind_changed: turned(row.kind_changed),
        ..row
    }
}

#[test]
fn every_item_is_counted_once() {
    every_pair(|comparison, _| {
        counts_add_up(comparison);
        let told = comparison.changes.iter().filter(|change| is(change.id, Event::Removed)).count();
        assert_eq!(told, comparison.counts.iter().map(|row| row.removed).sum::<usize>());
    });
}

fn is(id: ChangeId, event: Event) -> bool {
    matches!(id, ChangeId::Item(_, other) if other == event)
}

#[test]
fn word_ops_rebuild_both_texts() {
    let mut looked_at = 0;
    every_pair(|comparison, _| {
        for change in comparison.changes.iter().filter(|change| !change.words.is_empty()) {
            words_rebuild_both_texts(change);
            looked_at += 1;
        }
    });
    assert!(looked_at > 20, "only {looked_at} changes have words");
}

/// Changes that a new order may bring about.
fn is_about_order(id: ChangeId) -> bool {
    is(id, Event::Moved)
        || is(id, Event::Renumbered)
        || matches!(id, ChangeId::CodeReused | ChangeId::PairingUncertain)
}

#[test]
fn another_order_changes_places_and_codes_only() {
    for name in PAIRS {
        let (old, new) = (sample(&format!("{name}-1.0")), sample(&format!("{name}-1.1")));
        let rest = |new: &Value| -> BTreeSet<String> {
            with(&old, new, |comparison| {
                let others = comparison.changes.iter().filter(|change| !is_about_order(change.id));
                others.map(|change| format!("{} {}", change.id, change.fingerprint)).collect()
            })
        };
        let expected = rest(&new);
        for seed in 0..20 {
            let mut shuffled = new.clone();
            let mut dice = Dice::new(seed);
            for list in LISTS {
                dice.shuffle(shuffled[list].as_array_mut().expect("statements"));
            }
            renumber(&mut shuffled, 1);
            assert_eq!(rest(&shuffled), expected, "{name}, seed {seed}");
        }
    }
}

#[test]
fn new_codes_alone_change_no_text() {
    for name in PAIRS {
        let old = sample(&format!("{name}-1.0"));
        let mut new = old.clone();
        renumber(&mut new, 4);
        with(&old, &new, |comparison| {
            assert!(
                comparison.pairs.iter().all(|pair| !pair.facets.words
                    && !pair.facets.moved
                    && !comparison.mapping.differs(pair))
            );
            let others = comparison
                .changes
                .iter()
                .filter(|change| !is(change.id, Event::Renumbered) && change.id != ChangeId::CodeReused);
            assert_eq!(others.count(), 0, "{name}");
            assert_eq!(comparison.renumbering.len(), LISTS.len());
        });
    }
}

#[test]
fn quotes_and_spaces_alone_change_nothing_that_shows() {
    for name in PAIRS {
        let mut old = sample(&format!("{name}-1.0"));
        turn_texts(&mut old, |text| format!("{text} 'So - it is'"));
        let mut new = old.clone();
        turn_texts(&mut new, |text| {
            text.replace(" 'So - it is'", " ‘So\u{a0}– it is’").replacen(' ', "\u{a0}", 1)
        });
        with(&old, &new, |comparison| {
            assert!(comparison.is_empty(), "{name}");
            assert!(comparison.changes.iter().all(|change| is(change.id, Event::Typography)));
            assert!(comparison.changes.len() > 40, "every text has such a change");
            assert!(comparison.pairs.iter().all(|pair| pair.outcome == Outcome::Unchanged));
        });
    }
}
