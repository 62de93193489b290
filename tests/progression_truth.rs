//! What occupations have in common: compared with pairs that a person chose, and with real standards from one family.
#![allow(clippy::disallowed_methods, reason = "these tests read documents from a folder")]

#[path = "progression/mod.rs"]
mod progression;
mod truth;

use ksb::model::Document;
use ksb::progression::{Link, Part, Progression, current};
use ksb::project::{Block, links_of_block, strongest_links};
use ksb::read::read;

#[test]
fn made_up_pairs_are_found() {
    let (score, mistakes) = progression::scored();
    assert!(score.right + score.missed >= 120, "{score:?}");
    assert!(score.precision() >= 960 && score.recall() >= 840, "{score:?}\n{}", mistakes.join("\n"));
}

/// The seeds that are pages from one family, lowest level first, among made-up standards.
fn family() -> Option<Progression> {
    let shared = truth::shared()?;
    let seeds = ["004", "003", "001"].map(|number| {
        let source = truth::seed(&shared, number);
        let reading = read(&source, None);
        let document = reading.document.as_ref().expect("a page");
        ksb::project::occupation_record(document, &source).expect("a standard")
    });
    Some(Progression::new(current(progression::made_up().into_iter().chain(seeds).collect())))
}

#[test]
fn real_standards_of_one_family_come_first_for_each_other() {
    let Some(all) = family() else { return };
    let references = ["ST0218", "OCC0220", "OCC0413"];
    for reference in references {
        let links = all.links_of(all.find(reference).expect("a seed"));
        let first = links.iter().take(2).map(|link| all.occupations()[link.other].reference.as_str());
        let mut found: Vec<&str> = first.chain([reference]).collect();
        found.sort_unstable_by_key(|one| references.iter().position(|reference| reference == one));
        assert_eq!(found, references, "{reference}");
        // Far below them come those that share only the way that statements are phrased.
        let third = links.get(2).map_or(0, Link::strength);
        assert!(links[1].strength() > 2 * third, "{reference}: {third}");
    }
}

#[test]
fn the_links_of_a_real_page_are_compared_with_the_computed_ones() {
    let Some(all) = family() else { return };
    let focus = all.focus(all.find("OCC0220").expect("a seed"), 10);
    let ways: Vec<_> = focus.occupation.stated.iter().map(|link| (link.is_into, link.level)).collect();
    let up = |level| (Some(false), Some(level));
    assert_eq!(ways, [(Some(true), Some(2)), up(6), up(6), up(6), up(6), up(7)]);
    assert_eq!((focus.agreement().agree, focus.agreement().of), (2, 6));
}

#[test]
fn the_family_is_one_pathway_of_the_map() {
    let Some(all) = family() else { return };
    let shared = truth::shared().expect("it was there");
    let source = truth::seed(&shared, "000");
    let reading = read(&source, None);
    let Some(Document::Map(map)) = &reading.document else { panic!("the seed is a map") };
    let pathway = |reference: &str| {
        let title = &all.occupations()[all.find(reference).expect("a seed")].title;
        map.pathways.iter().position(|pathway| {
            let mut occupations = pathway.clusters.iter().flat_map(|cluster| &cluster.occupations);
            occupations.any(|one| one.title.eq_ignore_ascii_case(title))
        })
    };
    assert!(pathway("ST0218").is_some());
    assert_eq!(pathway("ST0218"), pathway("OCC0220"));
    let made_up = all.occupations().iter().filter(|one| one.reference.starts_with("ST99"));
    assert!(made_up.into_iter().all(|one| pathway(&one.reference).is_none()));
}

#[test]
fn what_is_found_for_all_is_what_is_found_for_each() {
    let all = Progression::new(current(progression::made_up()));
    let whole = links_of_block(&all, Block::WHOLE);
    let parts: Vec<_> =
        (1..=3).flat_map(|one| links_of_block(&all, Block { one, other: None, of: 3 })).collect();
    assert_eq!(parts, whole);
    let strongest = strongest_links(&all, 100);
    for (one, links) in strongest.iter().enumerate() {
        assert_eq!(*links, all.links_of(one));
        for link in links {
            // The index finds what comparing each with every other finds.
            assert_eq!(link.there, all.step(one, link.other).carried);
            assert_eq!(link.back, all.step(link.other, one).carried);
        }
        let linked = |other: &usize| links.iter().any(|link| link.other == *other);
        let others = (0..all.occupations().len()).filter(|other| *other != one && !linked(other));
        assert!(others.into_iter().all(|other| all.step(one, other).carried.statements == 0));
    }
}

#[test]
fn what_carries_over_is_of_one_kind() {
    let all = Progression::new(current(progression::made_up()));
    for link in links_of_block(&all, Block::WHOLE) {
        for asked in all.step(link.one, link.other).statements {
            let kind = |code: &str| if code.starts_with('K') { Part::Knowledge } else { Part::Skill };
            assert_eq!(asked.statement.part, kind(&asked.statement.code));
            assert!(asked.covered_by.is_none_or(|(own, _)| own.part == asked.statement.part));
        }
    }
}
