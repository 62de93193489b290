//! Which parts of an occupational map are compared.

use std::collections::BTreeMap;

use crate::diff::facts::{Fact, FactField, ListedValues, Stated, fact, listed};
use crate::diff::id::ListField;
use crate::diff::item::{Item, MapPlace, Section, Side, Sides, paragraphs, text};
use crate::diff::pairing::Pair;
use crate::model::{Cluster, FactId, Field, Format, Occupation, OccupationalMap};
use crate::source::Text;

/// Both maps as they are compared.
pub(in crate::diff) fn sides<'d>(old: &'d OccupationalMap<'_>, new: &'d OccupationalMap<'_>) -> Sides<'d> {
    let sections = vec![Section::Pathways, Section::Clusters, Section::Occupations, Section::Summary];
    Sides { old: side(old), new: side(new), not_stated: Vec::new(), sections }
}

fn side<'d>(map: &'d OccupationalMap<'_>) -> Side<'d> {
    let (mut items, mut places) = (Vec::new(), Vec::new());
    let mut add = |section, index, name: &'d Text<'_>, place| {
        items.push(Item { section, index, code: None, id: None, text: name.trim(), span: name.span() });
        places.push(place);
    };
    for (index, pathway) in map.pathways.iter().enumerate() {
        add(Section::Pathways, index, &pathway.name, MapPlace::default());
    }
    let of_pathways = map.pathways.iter().enumerate();
    let clusters = of_pathways.flat_map(|(at, pathway)| pathway.clusters.iter().map(move |one| (at, one)));
    for (index, (pathway, cluster)) in clusters.enumerate() {
        add(
            Section::Clusters,
            index,
            &cluster.name,
            MapPlace { parent: Some(pathway), level: column(cluster) },
        );
    }
    let of_clusters = map.clusters().enumerate();
    let occupations =
        of_clusters.flat_map(|(at, cluster)| cluster.occupations.iter().map(move |one| (at, one)));
    for (index, (cluster, one)) in occupations.enumerate() {
        let parent = Some(map.pathways.len() + cluster);
        add(Section::Occupations, index, &one.title, MapPlace { parent, level: levels(one) });
    }
    let prose = map.overview.iter().chain(&map.legend);
    let of_clusters = map.clusters().flat_map(|cluster| cluster.note.iter().chain(&cluster.description));
    items.extend(paragraphs(Section::Summary, prose.chain(of_clusters)));
    places.resize(items.len(), MapPlace::default());
    Side {
        source: map.source,
        format: map.format,
        reference: None,
        version: None,
        title: text(&map.title),
        lists: vec![Vec::new(); items.len()],
        items,
        places,
        states_mapping: false,
        is_draft: map.format == Format::NativeJson,
        is_cut: false,
    }
}

/// The column of a cluster.
fn column(cluster: &Cluster<'_>) -> String {
    cluster.band.map_or_else(String::new, |band| band.heading().to_lowercase())
}

/// The levels of an occupation, in words.
fn levels(occupation: &Occupation<'_>) -> String {
    let levels: Vec<String> = occupation.levels.iter().map(|level| level.value.to_string()).collect();
    let levels = match levels.as_slice() {
        [] => None,
        [one] => Some(format!("level {one}")),
        several => Some(format!("levels {}", several.join(" and "))),
    };
    let degree = occupation.degree.then(|| "degree apprenticeship".to_owned());
    levels.into_iter().chain(degree).collect::<Vec<_>>().join(", ")
}

/// The title and the route, where at least one map states them.
pub(in crate::diff) fn facts(old: &OccupationalMap<'_>, new: &OccupationalMap<'_>) -> Vec<Fact> {
    let stated = |field: &Field<Text<'_>>| {
        text(field).map(|value| Stated { value: value.to_owned(), inferred: false })
    };
    let facts = [(FactId::Title, &old.title, &new.title), (FactId::Route, &old.route, &new.route)];
    facts
        .into_iter()
        .filter_map(|(id, old, new)| fact(FactField::Value(id), stated(old), stated(new)))
        .collect()
}

/// The options of all occupations, each after the new name of its occupation; none if no occupation has any.
pub(in crate::diff) fn options(
    old: &OccupationalMap<'_>,
    new: &OccupationalMap<'_>,
    sides: &Sides<'_>,
    pairs: &[Pair],
) -> Option<ListedValues> {
    let named = |map: &OccupationalMap<'_>, name: &dyn Fn(usize) -> String| -> Vec<String> {
        let occupations = map.occupations().enumerate();
        let of = |(index, (_, one)): (usize, (_, &Occupation<'_>))| {
            let name = if one.options.is_empty() { String::new() } else { name(index) };
            one.options.iter().map(move |option| format!("{name}: {}", option.trim())).collect::<Vec<_>>()
        };
        occupations.flat_map(of).collect()
    };
    let first = |side: &Side<'_>| side.section(Section::Occupations).next().map_or(0, |(first, _)| first);
    let (first_old, first_new) = (first(&sides.old), first(&sides.new));
    let now: BTreeMap<usize, &Pair> =
        pairs.iter().flat_map(|pair| pair.old.iter().map(move |&old| (old, pair))).collect();
    let name_now = |index: usize| {
        now.get(&(first_old + index)).map_or_else(
            || sides.old.items[first_old + index].subject(),
            |pair| sides.new.items[pair.new[0]].subject(),
        )
    };
    let name = |index: usize| sides.new.items[first_new + index].subject();
    let (old, new) = (named(old, &name_now), named(new, &name));
    if old.is_empty() && new.is_empty() { None } else { listed(ListField::Options, Some(old), Some(new)) }
}
