//! The sample pages saved as text are recognised by their content and read in full.
#![allow(clippy::disallowed_methods, reason = "these tests read the samples")]

use ksb::model::{Field, Format, Kind, Standard, StandardKind};
use ksb::read::{Reading, read};
use ksb::source::{Source, SourceId, Text};

/// The sample page with this name.
fn sample(name: &str) -> Source {
    let path = format!("{}/samples/pages/{name}", env!("CARGO_MANIFEST_DIR"));
    Source::new(SourceId(0), name, std::fs::read_to_string(path).expect("a sample page"))
}

/// The page as a standard, which must have been read without findings.
fn standard(source: &Source, format: Format) -> Standard<'_> {
    let Reading { document, diagnostics, .. } = read(source, None);
    assert_eq!(diagnostics, []);
    let Some(ksb::model::Document::Standard(standard)) = document else { panic!("a standard") };
    assert_eq!(standard.format, format);
    *standard
}

/// How many statements there are of each kind.
fn counts(standard: &Standard<'_>) -> [usize; 3] {
    [Kind::Knowledge, Kind::Skill, Kind::Behaviour].map(|kind| standard.statements_of(kind).count())
}

/// The codes that are mapped to a duty.
fn codes(standard: &Standard<'_>, duty: usize) -> String {
    let codes = standard.duties.items()[duty].codes().iter();
    codes.map(|code| code.value.to_string()).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_standard_page_with_all_its_headings() {
    let source = sample("canal-lock-keeper-1.0.txt");
    let standard = standard(&source, Format::StandardPageText);
    assert_eq!((counts(&standard), standard.duties.items().len()), ([20, 18, 6], 10));
    assert_eq!((standard.summary.items().len(), standard.typical_job_titles.items().len()), (6, 4));
    assert_eq!(
        (codes(&standard, 0), codes(&standard, 5)),
        ("K1 K2 K7 S1 S3 B1 B2".into(), "K13 K14 K15 S9 S16 B4".into())
    );
    let heading = standard.statements.stated().expect("statements").heading;
    assert_eq!(source.slice(heading), "KSBs");
    assert!(standard.facts.title.is_missing() && standard.empty_kinds.is_empty());
}

#[test]
fn a_standard_page_that_lost_lines() {
    let source = sample("orchard-technician-1.0-lost-rows.txt");
    let standard = standard(&source, Format::StandardPageText);
    let without = |kind| {
        let duties = standard.duties.items().iter();
        duties
            .filter(|duty| !duty.lists_kind(kind))
            .map(|duty| duty.code.expect("a code").value.number)
            .collect()
    };
    let lacking: [Vec<u32>; 3] = [Kind::Knowledge, Kind::Skill, Kind::Behaviour].map(without);
    assert_eq!(lacking, [vec![], vec![6], vec![6, 8, 9]]);
    assert_eq!(counts(&standard).iter().sum::<usize>(), 45);
    assert!(
        standard
            .statements
            .items()
            .iter()
            .all(|statement| statement.kind.prefix() == statement.code.value.prefix)
    );
}

#[test]
fn a_map_page() {
    let source = sample("canal-lock-keeper-map-page.txt");
    let standard = standard(&source, Format::MapPageText);
    assert_eq!((counts(&standard), standard.duties.items().len()), ([19, 19, 6], 10));
    assert!(standard.duties.items().iter().all(|duty| matches!(duty.mapping, Field::NotShown)));
    let facts = &standard.facts;
    assert_eq!(facts.title.stated().map(Text::as_str), Some("Canal lock keeper"));
    assert_eq!(facts.route.stated().map(Text::as_str), Some("Transport and logistics"));
    assert_eq!(
        (standard.employers.len(), standard.products.len(), standard.keywords.items().len()),
        (2, 1, 5)
    );
    assert_eq!(standard.kind, StandardKind::Occupation);
}

#[test]
fn fragments_of_an_occupation_page() {
    let source = sample("weir-and-sluice-supervisor-occupation.txt");
    let standard = standard(&source, Format::OccupationPageText);
    assert_eq!((standard.summary.items().len(), standard.duties.items().len()), (4, 5));
    assert!(standard.facts.status.empty().is_some() && standard.facts.soc.sub_unit_groups.empty().is_some());
    assert_eq!(standard.employers.iter().map(|list| list.items.len()).collect::<Vec<_>>(), [4, 4]);
}

#[test]
fn a_retired_page() {
    let source = sample("canal-lock-keeper-retired.txt");
    let standard = standard(&source, Format::RetiredPageText);
    let paragraphs: Vec<usize> = standard.profile.iter().map(|section| section.paragraphs.len()).collect();
    assert_eq!(paragraphs, [1, 5, 1, 1, 0, 0, 0, 0, 0, 0, 2, 1, 1, 1]);
    assert_eq!(standard.profile[4].heading.as_str(), "Working the Locks");
    let months = [&standard.facts.typical_duration, &standard.facts.review_after];
    assert_eq!(months.map(|field| field.stated().map(|months| months.value)), [Some(12), Some(36)]);
    assert_eq!(standard.banners.len(), 2);
}

#[test]
fn what_is_no_standard_is_no_page() {
    assert!(read(&sample("not-a-standard.txt"), None).document.is_none());
}
