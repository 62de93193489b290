//! The page of a route on the occupational map, as text: a legend, the bands of levels, then the route, its clusters
//! and their occupations, one on each line, with the level of each occupation below it.

use super::head;
use super::lines::{Line, lines};
use super::values::{is_reference, number};
use crate::model::{About, Cluster, Document, Field, Format, Occupation, OccupationalMap, Pathway};
use crate::read::notes::{Notes, Read};
use crate::source::{Source, SourceId, Span, Spanned, Text};

/// The names of the icons next to an occupation.
const ICONS: [&str; 9] =
    ["lightbulb", "spa", "eco", "star", "favorite", "school", "verified", "build", "info"];

/// Whether the text is such a page: legend, bands and occupations with levels, and nothing that only the page of one
/// occupation has.
pub(in crate::read) fn looks_like(text: &str) -> bool {
    let source = Source::new(SourceId::default(), "", text);
    let lines = lines(&source);
    let count = |is_it: &dyn Fn(Line<'_>) -> bool| lines.iter().filter(|line| is_it(**line)).count();
    let is_of_one = |line: Line<'_>| line.begins("reference:") || line.begins("duty ") || line.is("summary");
    count(&head::is_legend) >= 3
        && count(&is_band) >= 2
        && count(&|line| level(line).is_some()) >= 1
        && count(&is_of_one) == 0
}

/// Reads such a page.
pub(in crate::read) fn read(source: &Source) -> Read<'_> {
    let lines = lines(source);
    let mut notes = Notes::new(source.id());
    let (route, below) = way_back(&lines);
    let mut map = OccupationalMap {
        source: source.id(),
        format: Format::OccupationalMapText,
        start: lines.first().map_or_else(Span::default, |line| line.span()),
        title: route.map_or(Field::Missing, |route| Field::Stated(route.verbatim())),
        route: route.map_or(Field::Missing, |route| Field::Stated(route.verbatim())),
        overview: Vec::new(),
        legend: lines.iter().filter(|line| head::is_legend(**line)).map(|line| line.verbatim()).collect(),
        pathways: Vec::new(),
        about: About::default(),
    };
    let is_shown = |line: &&Line| {
        let is_route = route.is_some_and(|route| line.is(route.text));
        let is_page =
            head::is_legend(**line) || is_band(**line) || is_icon(**line) || head::is_breadcrumb(**line);
        !(is_page || is_route)
    };
    let mut names: Vec<Line> = Vec::new();
    for &line in below.iter().filter(is_shown) {
        if is_reference(line) {
            notes.unread("map", line.span());
            continue;
        }
        match (level(line), names.pop()) {
            (Some(level), Some(name)) => {
                open(&mut map, &names);
                names.clear();
                add(&mut map, name, level);
            }
            (Some(_), None) => notes.unread("map", line.span()),
            (None, last) => names.extend(last.into_iter().chain([line])),
        }
    }
    for line in names {
        notes.unread("map", line.span());
    }
    (Document::Map(Box::new(map)), notes.finish())
}

/// Begins what the names above an occupation are the headings of: the last one a cluster, the one before it a pathway,
/// and the very first one the route.
fn open<'s>(map: &mut OccupationalMap<'s>, names: &[Line<'s>]) {
    let mut names = names.iter();
    if map.title.is_missing()
        && names.len() > 1
        && let Some(route) = names.next()
    {
        map.title = Field::Stated(route.verbatim());
        map.route = Field::Stated(route.verbatim());
    }
    let Some(cluster) = names.next_back() else { return };
    for name in names {
        map.pathways.push(Pathway { name: name.verbatim(), clusters: Vec::new() });
    }
    pathway(map, cluster.start).clusters.push(Cluster {
        name: cluster.verbatim(),
        band: None,
        note: None,
        description: None,
        occupations: Vec::new(),
    });
}

/// The last pathway, or the only one if the page does not divide the route.
fn pathway<'a, 's>(map: &'a mut OccupationalMap<'s>, place: usize) -> &'a mut Pathway<'s> {
    if map.pathways.is_empty() {
        let name = map.route.stated().cloned().unwrap_or_else(|| Text::verbatim("", place));
        map.pathways.push(Pathway { name, clusters: Vec::new() });
    }
    let last = map.pathways.len() - 1;
    &mut map.pathways[last]
}

/// Adds an occupation to the last cluster.
fn add<'s>(map: &mut OccupationalMap<'s>, name: Line<'s>, level: Spanned<u8>) {
    let occupation =
        Occupation { title: name.verbatim(), levels: vec![level], degree: false, options: Vec::new() };
    let pathway = pathway(map, name.start);
    if pathway.clusters.is_empty() {
        let name = Text::verbatim("", name.start);
        pathway.clusters.push(Cluster {
            name,
            band: None,
            note: None,
            description: None,
            occupations: Vec::new(),
        });
    }
    if let Some(cluster) = pathway.clusters.last_mut() {
        cluster.occupations.push(occupation);
    }
}

/// The level of a line that states nothing else: `Level 3`.
fn level(line: Line<'_>) -> Option<Spanned<u8>> {
    let rest = line.begins("level ").then(|| line.rest("level ".len()))?;
    let level = number(rest).filter(|level| level.span.len() == rest.text.len())?;
    Some(Spanned::new(u8::try_from(level.value).ok()?, level.span))
}

fn is_band(line: Line<'_>) -> bool {
    head::BANDS.iter().any(|band| line.is(band))
}

/// Whether the line is the name of an icon: one of those known, or words with underscores between them.
fn is_icon(line: Line<'_>) -> bool {
    let is_joined =
        || line.text.contains('_') && line.text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    ICONS.iter().any(|icon| line.is(icon)) || is_joined()
}

/// The name that the breadcrumbs above the legend end with, and what is below them.
fn way_back<'a, 's>(lines: &'a [Line<'s>]) -> (Option<Line<'s>>, &'a [Line<'s>]) {
    let is_site = |line: &&Line| head::is_breadcrumb(**line) || line.is("occupational maps");
    let steps = lines.iter().take_while(is_site).count();
    match lines[steps..] {
        [name, below, ..] if steps > 0 && head::is_legend(below) && !head::is_legend(name) => {
            (Some(name), &lines[steps + 1..])
        }
        _ => (None, &lines[steps..]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "Apprenticeship\nT Level\nCustom occupational card\nTechnical Occupations\nLevels 2-3\nDyes\n\
                        Wool\nWool dyer\neco\nLevel 2\nSpinner\nLevel 3\nSilk\nSilk dyer\nstar\nLevel 4\nLost";

    #[test]
    fn a_route_has_clusters_and_occupations() {
        assert!(looks_like(PAGE));
        let source = Source::new(SourceId(0), "x", PAGE);
        let (Document::Map(map), found) = read(&source) else { panic!("a map") };
        let shown: Vec<String> = map
            .occupations()
            .map(|(cluster, one)| {
                format!("{}/{} {}", cluster.name.as_str(), one.title.as_str(), one.levels[0].value)
            })
            .collect();
        assert_eq!(shown, ["Wool/Wool dyer 2", "Wool/Spinner 3", "Silk/Silk dyer 4"]);
        assert_eq!(map.route.stated().map(Text::as_str), Some("Dyes"));
        assert_eq!((map.pathways.len(), found.len()), (1, 1));
    }

    #[test]
    fn the_way_back_ends_with_the_route() {
        let page = PAGE.replacen("Dyes", "Textiles", 1).replacen("Silk\n", "ST9901\nSilk\n", 1);
        let page = format!("Home\nOccupational maps\nDyes\n{page}").replace("eco", "arrow_back");
        let source = Source::new(SourceId(0), "x", page.as_str());
        let (Document::Map(map), found) = read(&source) else { panic!("a map") };
        assert_eq!(map.route.stated().map(Text::as_str), Some("Dyes"));
        let names: Vec<&str> = map.pathways.iter().map(|pathway| pathway.name.as_str()).collect();
        let clusters = map.pathways[0].clusters.iter().map(|cluster| cluster.name.as_str());
        assert_eq!((names, clusters.collect::<Vec<_>>()), (vec!["Textiles"], vec!["Wool", "Silk"]));
        assert!(found.iter().any(|found| found.message.starts_with("2 parts")), "{found:?}");
    }

    #[test]
    fn the_page_of_one_occupation_is_not_a_route_page() {
        assert!(!looks_like(&format!("{PAGE}\nReference: OCC9901")));
        assert!(!looks_like("Level 2\nApprenticeship"));
    }
}
