//! The native document of an occupational map.

use serde::Serialize;

use super::value::{NativeOrigin, OptionalText, origin, words};
use crate::model::{Cluster, LevelBand, Occupation, OccupationalMap, Pathway};
use crate::source::Text;

#[derive(Serialize)]
struct NativeMap<'a> {
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    schema: OptionalText<'a>,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: OptionalText<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    route: OptionalText<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    overview: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    legend: Vec<&'a str>,
    pathways: Vec<NativePathway<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<NativeOrigin<'a>>,
}

#[derive(Serialize)]
struct NativePathway<'a> {
    name: &'a str,
    clusters: Vec<NativeCluster<'a>>,
}

#[derive(Serialize)]
struct NativeCluster<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    levels: Option<[u8; 2]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: OptionalText<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: OptionalText<'a>,
    occupations: Vec<NativeOccupation<'a>>,
}

#[derive(Serialize)]
struct NativeOccupation<'a> {
    title: &'a str,
    levels: Vec<u8>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    degree: bool,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    options: Vec<&'a str>,
}

/// The native form of `map`.
pub(super) fn native<'a>(
    map: &'a OccupationalMap<'_>,
    fresh: Option<NativeOrigin<'a>>,
) -> impl Serialize + 'a {
    NativeMap {
        schema: words(&map.about.schema),
        kind: "occupational-map",
        title: words(&map.title),
        route: words(&map.route),
        overview: map.overview.iter().map(Text::as_str).collect(),
        legend: map.legend.iter().map(Text::as_str).collect(),
        pathways: map.pathways.iter().map(pathway).collect(),
        source: origin(&map.about, fresh),
    }
}

fn pathway<'a>(pathway: &'a Pathway<'_>) -> NativePathway<'a> {
    NativePathway { name: &pathway.name, clusters: pathway.clusters.iter().map(cluster).collect() }
}

fn cluster<'a>(cluster: &'a Cluster<'_>) -> NativeCluster<'a> {
    NativeCluster {
        name: &cluster.name,
        levels: cluster.band.map(LevelBand::levels),
        note: cluster.note.as_deref(),
        description: cluster.description.as_deref(),
        occupations: cluster.occupations.iter().map(occupation).collect(),
    }
}

fn occupation<'a>(occupation: &'a Occupation<'_>) -> NativeOccupation<'a> {
    NativeOccupation {
        title: &occupation.title,
        levels: occupation.levels.iter().map(|level| level.value).collect(),
        degree: occupation.degree,
        options: occupation.options.iter().map(Text::as_str).collect(),
    }
}
