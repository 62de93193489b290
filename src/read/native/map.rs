//! A native occupational map.

use super::about::{about, stated_or};
use crate::layout::keys;
use crate::model::{Cluster, Format, LevelBand, List, Occupation, OccupationalMap, Pathway};
use crate::read::fields::Fields;
use crate::source::{SourceId, Span, Spanned, Text};
use crate::syntax::Value;

/// Reads a map.
pub(super) fn read<'s>(root: Value<'_, 's>, source: SourceId) -> OccupationalMap<'s> {
    let fields = Fields::new(root, &keys::MAP.keys);
    let start = root.span().range().start;
    OccupationalMap {
        source,
        format: Format::NativeJson,
        start: Span::new(start, start + 1),
        title: fields.text("title"),
        route: fields.text("route"),
        overview: texts(&fields, "overview"),
        legend: texts(&fields, "legend"),
        pathways: fields.objects("pathways", &keys::PATHWAY.keys).iter().filter_map(pathway).collect(),
        about: about(&fields),
    }
}

fn texts<'s>(fields: &Fields<'_, 's>, key: &str) -> Vec<Text<'s>> {
    stated_or(fields.texts(key), List::new(Span::default(), Vec::new())).items
}

fn pathway<'s>(fields: &Fields<'_, 's>) -> Option<Pathway<'s>> {
    let clusters = fields.objects("clusters", &keys::CLUSTER.keys);
    Some(Pathway {
        name: fields.get("name")?.text()?,
        clusters: clusters.iter().filter_map(cluster).collect(),
    })
}

fn cluster<'s>(fields: &Fields<'_, 's>) -> Option<Cluster<'s>> {
    let levels = levels(fields);
    let band = LevelBand::ALL
        .into_iter()
        .find(|band| band.levels().iter().eq(levels.iter().map(|level| &level.value)));
    let occupations = fields.objects("occupations", &keys::OCCUPATION.keys);
    Some(Cluster {
        name: fields.get("name")?.text()?,
        band,
        note: fields.text("note").stated().cloned(),
        description: fields.text("description").stated().cloned(),
        occupations: occupations.iter().filter_map(occupation).collect(),
    })
}

fn occupation<'s>(fields: &Fields<'_, 's>) -> Option<Occupation<'s>> {
    Some(Occupation {
        title: fields.get("title")?.text()?,
        levels: levels(fields),
        degree: fields.get("degree").and_then(Value::as_bool) == Some(true),
        options: texts(fields, "options"),
    })
}

fn levels(fields: &Fields<'_, '_>) -> Vec<Spanned<u8>> {
    let level = |value: Value<'_, '_>| {
        let number = value.as_integer().and_then(|number| u8::try_from(number).ok())?;
        Some(Spanned::new(number, value.span()))
    };
    stated_or(fields.list("levels", level), List::new(Span::default(), Vec::new())).items
}
