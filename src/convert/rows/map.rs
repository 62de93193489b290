//! The rows of an occupational map: the contents of a pathway or a cluster come after it.

use super::super::value::words;
use super::facts;
use super::row::Row;
use crate::listing::{Column, MAP, RowType, joined};
use crate::model::{Cluster, FactId, LevelBand, Occupation, OccupationalMap, Pathway};
use crate::source::Text;

/// All rows of a map.
pub(super) fn rows(map: &OccupationalMap<'_>) -> Vec<Row> {
    let mut rows = vec![Row::text(RowType::Kind, MAP)];
    let facts = [(FactId::Title, &map.title), (FactId::Route, &map.route)];
    let facts =
        facts.into_iter().filter_map(|(id, field)| Some(facts::value(RowType::Fact(id), words(field)?)));
    rows.extend(facts);
    rows.extend(map.overview.iter().map(|text| Row::text(RowType::Fact(FactId::Overview), text)));
    rows.extend(map.legend.iter().map(|text| Row::text(RowType::Legend, text)));
    rows.extend(map.pathways.iter().flat_map(pathway));
    rows
}

fn pathway(pathway: &Pathway<'_>) -> Vec<Row> {
    let clusters = pathway.clusters.iter().flat_map(cluster);
    [Row::text(RowType::Fact(FactId::Pathway), &pathway.name)].into_iter().chain(clusters).collect()
}

fn cluster(cluster: &Cluster<'_>) -> Vec<Row> {
    let row = Row::text(RowType::Fact(FactId::Cluster), &cluster.name)
        .with_cell(Column::Level, cluster.band.map(|band| levels(LevelBand::levels(band))))
        .with(Column::Note, cluster.note.as_deref())
        .with(Column::Description, cluster.description.as_deref());
    [row].into_iter().chain(cluster.occupations.iter().map(occupation)).collect()
}

fn occupation(occupation: &Occupation<'_>) -> Row {
    let own = levels(occupation.levels.iter().map(|level| level.value));
    let options = joined(occupation.options.iter().map(Text::as_str));
    let some = |cell: String| Some(cell).filter(|cell| !cell.is_empty());
    Row::text(RowType::Occupation, &occupation.title)
        .with_cell(Column::Level, some(own))
        .with_answer(Column::Degree, Some(true).filter(|_| occupation.degree))
        .with_cell(Column::Options, some(options))
}

fn levels(levels: impl IntoIterator<Item = u8>) -> String {
    let levels: Vec<String> = levels.into_iter().map(|level| level.to_string()).collect();
    levels.join(", ")
}
