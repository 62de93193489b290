//! The sample page in HTML says what the native document of the same version says, and the sample
//! map is read in full.
#![allow(clippy::disallowed_methods, reason = "these tests read the samples")]

use ksb::model::{Document, Format, LevelBand, Standard};
use ksb::read::{Reading, read};
use ksb::source::{Source, SourceId, Text};

fn sample(name: &str) -> Source {
    let path = format!("{}/samples/{name}", env!("CARGO_MANIFEST_DIR"));
    Source::new(SourceId(0), name, std::fs::read_to_string(path).expect("a sample"))
}

fn standard(source: &Source, format: Format) -> Standard<'_> {
    let Reading { document, diagnostics, .. } = read(source, None);
    assert_eq!(diagnostics, []);
    let Some(Document::Standard(standard)) = document else { panic!("a standard") };
    assert_eq!(standard.format, format);
    *standard
}

/// A text as one line of words, because a page may end a text with a no-break space.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All duties, statements, paragraphs and job titles.
fn said(standard: &Standard<'_>) -> Vec<String> {
    let duties = standard.duties.items().iter().map(|duty| {
        let codes: Vec<_> = duty.codes().iter().map(|code| code.value.to_string()).collect();
        format!("{:?} {} {codes:?}", duty.code.map(|code| code.value), words(&duty.text))
    });
    let statements = standard.statements.items().iter();
    let statements = statements.map(|one| format!("{:?} {} {}", one.kind, one.code.value, words(&one.text)));
    let summary = standard.summary.items().iter().map(|one| words(one));
    let titles = standard.typical_job_titles.items().iter().map(|one| words(&one.name));
    let facts = [&standard.facts.title, &standard.facts.route];
    let facts =
        facts.into_iter().map(|field| field.stated().map(Text::as_str).unwrap_or_default().to_owned());
    duties.chain(statements).chain(summary).chain(titles).chain(facts).collect()
}

#[test]
fn the_html_page_says_what_the_native_document_says() {
    let (page, native) =
        (sample("pages/canal-lock-keeper-1.1.html"), sample("canal-lock-keeper-1.1.standard.json"));
    let page = standard(&page, Format::OccupationPageHtml);
    let native = standard(&native, Format::NativeJson);
    assert_eq!(said(&page), said(&native));
    assert!(page.summary.items()[2].contains('\u{a0}'));
}

#[test]
fn the_map_is_read_in_full() {
    let source = sample("pages/agriculture-environment-animal-care-map.txt");
    let Reading { document, diagnostics, .. } = read(&source, None);
    let Some(Document::Map(map)) = document else { panic!("a map") };
    assert_eq!(map.format, Format::OccupationalMapText);
    assert_eq!(diagnostics.iter().map(|one| one.rule).collect::<Vec<_>>(), ["run-together"]);
    assert!(diagnostics[0].message.starts_with("3 "), "{}", diagnostics[0].message);
    assert_eq!((map.pathways.len(), map.overview.len(), map.legend.len()), (4, 1, 4));
    let counts = LevelBand::ALL.map(|band| {
        let of_band = map.occupations().filter(|(cluster, _)| cluster.band == Some(band));
        let (stated, none): (Vec<_>, Vec<_>) = of_band.partition(|(_, one)| !one.levels.is_empty());
        (stated.len(), none.len())
    });
    assert_eq!(counts, [(13, 4), (7, 0), (6, 1)]);
    let title = |title: &str| map.occupations().any(|(_, one)| one.title.as_str() == title);
    for one in ["Hop Yard Worker", "Hedgelayer", "Peatland Restorer", "Dredger Hand", "Towpath Ranger"] {
        assert!(title(one), "{one}");
    }
}
