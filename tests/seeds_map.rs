//! The reader of occupational maps on a real map: lines and counts, checked by a person.

mod common;

use ksb::diagnostic::{Diagnostic, Severity};
use ksb::model::{Cluster, Document, LevelBand, OccupationalMap};
use ksb::read::{Reading, read};
use ksb::source::{ColumnUnit, Source, SourceId, Span};

fn seed() -> Option<Source> {
    let bytes = common::shared("seeds/000_2e3148cc4658204c.txt")?;
    Some(source(String::from_utf8(bytes).expect("the map is UTF-8")))
}

fn source(text: String) -> Source {
    Source::new(SourceId(0), "map.txt", text)
}

fn map(source: &Source) -> (OccupationalMap<'_>, Vec<Diagnostic>) {
    let Reading { document, diagnostics, .. } = read(source, None);
    let Some(Document::Map(map)) = document else { panic!("a map") };
    (*map, diagnostics)
}

fn line(source: &Source, span: Span) -> usize {
    source.position(span.start as usize, ColumnUnit::CodePoints).line
}

#[test]
fn the_head_is_read() {
    let Some(source) = seed() else { return };
    let (map, _) = map(&source);
    assert_eq!(line(&source, map.start), 4);
    assert_eq!(map.title.stated().map(|title| line(&source, title.span())), Some(4));
    assert_eq!(map.route.stated().map(ksb::source::Text::as_str), Some("Health and Science"));
    assert_eq!(map.overview.iter().map(|text| line(&source, text.span())).collect::<Vec<_>>(), [6]);
    assert_eq!(
        map.legend.iter().map(|text| line(&source, text.span())).collect::<Vec<_>>(),
        [8, 9, 10, 11, 12]
    );
}

#[test]
fn clusters_are_read_with_their_columns() {
    use LevelBand::{HigherTechnical as H, Professional as P, Technical as T};
    let Some(source) = seed() else { return };
    let (map, _) = map(&source);
    assert_eq!(
        map.pathways.iter().map(|one| line(&source, one.name.span())).collect::<Vec<_>>(),
        [18, 21, 25, 30]
    );
    let shown = |one: &Cluster<'_>| (one.band, line(&source, one.name.span()), one.occupations.len());
    let clusters: Vec<Vec<_>> =
        map.pathways.iter().map(|one| one.clusters.iter().map(shown).collect()).collect();
    let wanted: [&[(LevelBand, usize, usize)]; 4] = [
        &[(T, 19, 4), (H, 19, 15), (P, 19, 18), (P, 19, 3)],
        &[(T, 21, 5), (H, 21, 4), (P, 21, 19), (T, 22, 2), (H, 22, 2), (H, 23, 0), (P, 23, 1)],
        &[(T, 25, 9), (H, 25, 4), (P, 25, 9)],
        &[(T, 30, 6), (H, 30, 0), (P, 30, 3)],
    ];
    let wanted: Vec<Vec<_>> = wanted
        .iter()
        .map(|list| list.iter().map(|&(band, line, count)| (Some(band), line, count)).collect())
        .collect();
    assert_eq!(clusters, wanted);
    assert_eq!(map.clusters().filter(|one| one.occupations.is_empty()).count(), 2);
    assert!(map.clusters().all(|one| one.description.is_some() && !one.name.contains(['<', ':'])));
    assert_eq!(map.clusters().filter(|one| one.note.is_some()).count(), 1);
}

#[test]
fn occupations_are_told_apart() {
    let Some(source) = seed() else { return };
    let (map, _) = map(&source);
    let counts = LevelBand::ALL.map(|band| {
        let of_band: Vec<_> = map.occupations().filter(|(cluster, _)| cluster.band == Some(band)).collect();
        let count = |levels: usize| of_band.iter().filter(|(_, one)| one.levels.len() == levels).count();
        [of_band.len(), count(0), count(2), of_band.iter().filter(|(_, one)| one.degree).count()]
    });
    assert_eq!(counts, [[26, 0, 0, 0], [25, 9, 1, 0], [53, 23, 0, 18]]);
    let options: Vec<_> =
        map.occupations().map(|(_, one)| one.options.len()).filter(|&count| count > 0).collect();
    assert_eq!(options, [7, 1, 3, 3, 4]);
    let alone = map.occupations().filter(|(_, one)| !one.title.contains(' ')).count();
    assert_eq!(alone, 15);
}

#[test]
fn titles_stand_in_order_and_hold_nothing_else() {
    let Some(source) = seed() else { return };
    let (map, _) = map(&source);
    for cluster in map.clusters() {
        // The last cluster of a column may continue in another row, where the order starts again.
        let mut rows: Vec<(usize, String)> = Vec::new();
        for one in &cluster.occupations {
            assert!(!one.title.contains([')', '-', ':']) || one.title.contains('('));
            rows.push((line(&source, one.title.span()), one.title.to_lowercase()));
        }
        assert!(rows.is_sorted());
    }
    for (cluster, one) in map.occupations() {
        let levels = cluster.band.map(LevelBand::levels).expect("a band");
        assert!(one.levels.iter().all(|level| levels.contains(&level.value)));
        assert!(one.levels.iter().all(|level| source.slice(level.span) == level.value.to_string()));
    }
}

#[test]
fn one_advice_says_what_was_told_apart() {
    let Some(source) = seed() else { return };
    let (_, diagnostics) = map(&source);
    let [advice] = &diagnostics[..] else { panic!("{diagnostics:?}") };
    assert_eq!((advice.rule, advice.severity), ("run-together", Severity::Advice));
    assert!(advice.message.starts_with("28 "), "{}", advice.message);
    let position = source.position(advice.primary().span.start as usize, ColumnUnit::CodePoints);
    assert_eq!((position.line, position.column), (19, 758));
}

#[test]
fn a_map_that_is_cut_says_so() {
    let Some(whole) = seed() else { return };
    let end = whole.text().rfind("</p>").expect("the table has cells");
    let source = source(whole.text()[..end].to_owned());
    let (map, diagnostics) = map(&source);
    assert_eq!(diagnostics.iter().filter(|one| one.rule == "truncated-page").count(), 1);
    assert_eq!(map.occupations().count(), 104);
}
