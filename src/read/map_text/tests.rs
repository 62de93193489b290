use proptest::prelude::*;

use super::*;
use crate::model::LevelBand;
use crate::read::html::tests::{assert_places, assert_span};
use crate::source::{ColumnUnit, SourceId, Text};

const HEADINGS: &str = "Technical Occupations\tHigher Technical Occupations\tProfessional Occupations";

fn map_text() -> String {
    let lines = [
        " ",
        "Occupational Map: Farm &amp; Field",
        "",
        "One of a few maps.",
        "Occupations in green: approved",
        "The figure in brackets () is for the level",
        "[More about this map](#)",
        &format!("Crops\t{HEADINGS}"),
        "\t<p>Cluster: Hedge Worker <i>Lay &amp; trim.</i></p> <p>Ditch Digger (2) Hedge Trimmer (3)</p>\t\
         <p>Cluster: Crop Lead <i>Lead.</i></p> <p>Agronomist Beet Manager (4/5): - Red - White</p> \
         <p>Cluster: Soil Lead</p>\t<p>Cluster: Crop Scientist <i>Study.</i></p>",
        "\t<p>Orchard Worker (2)</p>\t<p>Soil Surveyor (5)</p>\t",
        "--\t---\t---\t---",
        "<p>Beasts</p>\t<p>Cluster: Barn Hand WORK EXPERIENCE ONLY <i>Muck out.</i></p> <p>Cowherd</p>\t\t\
         <p>Cluster: Vet <i>Heal.</i></p> <p>Registered Vet (degree) (7)</p>",
    ];
    lines.join("\n")
}

fn source(text: &str) -> Source {
    Source::new(SourceId(0), "map.txt", text)
}

fn map(source: &Source) -> (OccupationalMap<'_>, Vec<Diagnostic>) {
    let (document, diagnostics) = read(source);
    let Document::Map(map) = document else { panic!("a map") };
    (*map, diagnostics)
}

fn line(source: &Source, span: Span) -> usize {
    source.position(span.start as usize, ColumnUnit::CodePoints).line
}

/// The clusters: `pathway/band/name/occupations`.
fn outline(text: &str) -> Vec<String> {
    let source = source(text);
    let (map, _) = map(&source);
    let clusters = map.pathways.iter().flat_map(|path| path.clusters.iter().map(move |one| (path, one)));
    let shown = clusters.map(|(path, one)| {
        let titles: Vec<_> = one.occupations.iter().map(|one| one.title.as_str()).collect();
        let band = one.band.and_then(|band| LevelBand::ALL.iter().position(|one| *one == band));
        format!("{}/{}/{}/{}", path.name.as_str(), band.expect("a band"), one.name.as_str(), titles.join(","))
    });
    shown.collect()
}

const OUTLINE: [&str; 6] = [
    "Crops/0/Hedge Worker/Ditch Digger,Hedge Trimmer,Orchard Worker",
    "Crops/1/Crop Lead/Agronomist,Beet Manager",
    "Crops/1/Soil Lead/Soil Surveyor",
    "Crops/2/Crop Scientist/",
    "Beasts/0/Barn Hand/Cowherd",
    "Beasts/2/Vet/Registered Vet",
];

#[test]
fn clusters_are_in_their_pathways_and_columns() {
    assert_eq!(outline(&map_text()), OUTLINE);
    assert_eq!(outline(&map_text().replace('\n', "\r\n\r\n")), OUTLINE);
    assert_eq!(outline(&format!("\u{feff}{}\n\n", map_text())), OUTLINE);
}

#[test]
fn the_head_is_told_apart() {
    let text = map_text();
    let source = source(&text);
    let (map, diagnostics) = map(&source);
    assert_eq!(map.title.stated().map(Text::as_str), Some("Occupational Map: Farm & Field"));
    assert_eq!(map.route.stated().map(Text::as_str), Some("Farm & Field"));
    assert_eq!(line(&source, map.start), 2);
    assert_eq!((map.overview.len(), map.legend.len()), (1, 2));
    let rules: Vec<_> = diagnostics.iter().map(|one| (one.rule, one.severity)).collect();
    assert_eq!(rules, [("run-together", Severity::Advice)]);
    assert_eq!(source.slice(diagnostics[0].primary().span), "Beet Manager");
}

#[test]
fn clusters_and_occupations_have_all_their_parts() {
    let text = map_text();
    let source = source(&text);
    let (map, _) = map(&source);
    let clusters: Vec<_> = map.clusters().collect();
    assert_eq!(clusters[0].description.as_ref().map(Text::as_str), Some("Lay & trim."));
    assert_eq!(clusters[4].note.as_ref().map(Text::as_str), Some("WORK EXPERIENCE ONLY"));
    assert_eq!(line(&source, clusters[4].name.span()), 12);
    let beet = &clusters[1].occupations[1];
    assert_eq!(beet.levels.iter().map(|level| source.slice(level.span)).collect::<Vec<_>>(), ["4", "5"]);
    assert_eq!(beet.options.iter().map(Text::as_str).collect::<Vec<_>>(), ["Red", "White"]);
    let vet = &clusters[5].occupations[0];
    assert!(vet.degree && vet.levels[0].value == 7);
}

#[test]
fn what_has_no_place_in_the_table_is_noted() {
    let text = format!("{}\tMore\n\t\t\t\t<p>Stray</p>\nno columns\n\t\t<p>Crop Coach</p>", map_text());
    let source = source(&text);
    let (_, diagnostics) = map(&source);
    let notes: Vec<_> = diagnostics.iter().filter(|one| one.rule == "unread-content").collect();
    assert_eq!(notes.len(), 1);
    assert_eq!(source.slice(notes[0].primary().span), "More");
}

#[test]
fn a_cluster_may_have_no_pathway() {
    let text = format!("Pathway\t{HEADINGS}\n\t<p>Cluster: Hedge Worker <i>Lay.</i></p>");
    assert_eq!(outline(&text), ["/0/Hedge Worker/"]);
    let source = source(&text);
    let (map, diagnostics) = map(&source);
    assert!(map.title.is_missing() && map.route.is_missing());
    assert_eq!(diagnostics.iter().map(|one| one.subject.as_str()).collect::<Vec<_>>(), ["pathway"]);
}

#[test]
fn a_map_that_is_cut_says_so_once() {
    let text = map_text();
    for cut in [text.len() - 2, text.len() - 20, text.find("Study").expect("the sample has it")] {
        let source = source(&text[..cut]);
        let (_, diagnostics) = map(&source);
        let count = diagnostics.iter().filter(|one| one.rule == "truncated-page").count();
        assert_eq!(count, 1, "{}", &text[..cut]);
    }
    let source = source(&text);
    assert!(map(&source).1.iter().all(|one| one.rule != "truncated-page"));
}

#[test]
fn only_maps_are_recognised() {
    assert!(looks_like(&map_text()));
    assert!(!looks_like("Cluster: Hedge Worker"));
    assert!(!looks_like(HEADINGS));
    let nothing = source("Cluster: Hedge Worker");
    assert_eq!(map(&nothing).1.len(), 1);
}

fn assert_sound(text: &str) {
    let source = source(text);
    let (map, diagnostics) = map(&source);
    assert_span(&source, map.start);
    let names = map.pathways.iter().map(|one| &one.name);
    let clusters =
        map.clusters().flat_map(|one| [Some(&one.name), one.note.as_ref(), one.description.as_ref()]);
    let titles = map.occupations().flat_map(|(_, one)| std::iter::once(&one.title).chain(&one.options));
    let head = map.title.stated().into_iter().chain(map.route.stated()).chain(&map.overview);
    for text in names.chain(clusters.flatten()).chain(titles).chain(head).chain(&map.legend) {
        assert_places(&source, text);
    }
    for level in map.occupations().flat_map(|(_, one)| &one.levels) {
        assert_eq!(source.slice(level.span).parse(), Ok(level.value));
    }
    for label in diagnostics.iter().flat_map(|one| &one.labels) {
        assert_span(&source, label.span);
    }
}

#[test]
fn every_cut_of_the_map_is_read() {
    let text = map_text();
    for (index, _) in text.char_indices() {
        assert_sound(&text[..index]);
        assert_sound(&text[index..]);
    }
}

proptest! {
    #[test]
    fn any_cell_is_read(cell in "[A-Zaéist<>/p&; ()0-9\t:-]{0,120}") {
        assert_sound(&format!("Crops\t{HEADINGS}\n\t<p>Cluster: A <i>b</i></p> <p>{cell}</p>"));
    }

    #[test]
    fn any_order_of_lines_is_read(
        picks in proptest::collection::vec(0..12usize, 0..40),
        end in prop_oneof![Just("\n"), Just("\r\n"), Just("\r"), Just("\n\n \u{a0}\t")],
    ) {
        let map = map_text();
        let lines: Vec<&str> = map.lines().collect();
        let text: String = picks.iter().flat_map(|&pick| [lines[pick], end]).collect();
        assert_sound(&text);
    }
}
