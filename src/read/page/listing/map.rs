//! The rows of an occupational map.

use super::row::ListingRow;
use super::value;
use crate::listing::{Column, MAP, RowType};
use crate::model::{About, Cluster, FactId, Field, Format, LevelBand, Occupation, OccupationalMap, Pathway};
use crate::read::notes::Notes;
use crate::source::{SourceId, Span, Spanned};

/// The map that the rows state, if one of them says that they belong to a map.
pub(in crate::read::page) fn read<'s>(
    rows: &[ListingRow<'s>],
    (source, format): (SourceId, Format),
    notes: &mut Notes,
) -> Option<OccupationalMap<'s>> {
    let is_map = |row: &ListingRow<'_>| {
        row.of == RowType::Kind && row.cell(Column::Text).is_some_and(|cell| cell.is(MAP))
    };
    if !rows.iter().any(is_map) {
        return None;
    }
    let mut map = OccupationalMap {
        source,
        format,
        start: rows.first().map_or_else(Span::default, |row| row.name.span()),
        title: Field::Missing,
        route: Field::Missing,
        overview: Vec::new(),
        legend: Vec::new(),
        pathways: Vec::new(),
        about: About::default(),
    };
    for row in rows {
        if !state(row, &mut map, notes) {
            notes.unread("table", row.span());
        }
    }
    Some(map)
}

/// States what a row says, if it has a place on a map.
fn state<'s>(row: &ListingRow<'s>, map: &mut OccupationalMap<'s>, notes: &mut Notes) -> bool {
    let single = || row.cell(Column::Text).map_or(Field::Empty(row.name.span()), |_| row.field(Column::Text));
    match row.of {
        RowType::Kind => true,
        RowType::Fact(FactId::Title) if map.title.is_missing() => {
            map.title = single();
            true
        }
        RowType::Fact(FactId::Route) if map.route.is_missing() => {
            map.route = single();
            true
        }
        RowType::Fact(FactId::Overview) => {
            map.overview.push(row.own_text());
            true
        }
        RowType::Legend => {
            map.legend.push(row.own_text());
            true
        }
        RowType::Fact(FactId::Pathway) => {
            map.pathways.push(Pathway { name: row.own_text(), clusters: Vec::new() });
            true
        }
        RowType::Fact(FactId::Cluster) => {
            let cluster = cluster(row, notes);
            map.pathways.last_mut().map(|pathway| pathway.clusters.push(cluster)).is_some()
        }
        RowType::Occupation => {
            let occupation = occupation(row, notes);
            let cluster = map.pathways.last_mut().and_then(|pathway| pathway.clusters.last_mut());
            cluster.map(|cluster| cluster.occupations.push(occupation)).is_some()
        }
        _ => false,
    }
}

fn cluster<'s>(row: &ListingRow<'s>, notes: &mut Notes) -> Cluster<'s> {
    let levels = levels(row, notes);
    let is_band = |band: &LevelBand| band.levels().iter().eq(levels.iter().map(|level| &level.value));
    Cluster {
        name: row.own_text(),
        band: LevelBand::ALL.into_iter().find(is_band),
        note: row.text(Column::Note),
        description: row.text(Column::Description),
        occupations: Vec::new(),
    }
}

fn occupation<'s>(row: &ListingRow<'s>, notes: &mut Notes) -> Occupation<'s> {
    Occupation {
        title: row.own_text(),
        levels: levels(row, notes),
        degree: row.answer(Column::Degree, notes).is_some_and(|degree| degree.value),
        options: row.cell(Column::Options).map(value::texts).unwrap_or_default(),
    }
}

fn levels(row: &ListingRow<'_>, notes: &mut Notes) -> Vec<Spanned<u8>> {
    let Some(cell) = row.cell(Column::Level) else { return Vec::new() };
    value::levels(cell).unwrap_or_else(|| {
        notes.value("level", cell.span(), "a number");
        Vec::new()
    })
}
