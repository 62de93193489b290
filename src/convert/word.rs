//! A document in Word.

use super::outline::{DutyRow, Part};
use super::rows::Row;
use super::settle::settled;
use super::table::Table;
use super::unwritten::NotConverted;
use crate::listing::Column;
use crate::office::{self, Block, Style, TrackedChanges};
use crate::source::{Container, Source, SourceId};

/// The Word document of these rows.
pub(super) fn word(rows: &[Row]) -> Result<Vec<u8>, NotConverted> {
    let write = |parts: &[Part]| office::write(&parts.iter().map(block).collect::<Vec<_>>());
    let read = |bytes: &[u8]| {
        let extracted = office::extract(bytes, Container::Word, TrackedChanges::Accepted).ok()?;
        Some(Source::extracted(SourceId::default(), "", extracted))
    };
    settled(rows, write, read)
}

fn block(part: &Part) -> Block {
    let paragraph =
        |style, text: &str| Block::Paragraph { style, bold: String::new(), text: text.to_owned() };
    match part {
        Part::Title(text) => paragraph(Style::Title, text),
        Part::Heading(text) => paragraph(Style::Heading, text),
        Part::Paragraph(text) => paragraph(Style::Body, text),
        Part::Item(text) => paragraph(Style::Item, text),
        Part::Statement(code, text) => {
            Block::Paragraph { style: Style::Statement, bold: format!("{code}:"), text: format!(" {text}") }
        }
        Part::Facts(facts) => {
            let row = |(label, value): &(&str, String)| {
                vec![((*label).to_owned(), String::new()), (String::new(), value.clone())]
            };
            Block::Table { widths: vec![30, 70], head: Vec::new(), rows: facts.iter().map(row).collect() }
        }
        Part::Duties(duties) => Block::Table {
            widths: vec![70, 30],
            head: vec!["Duty".to_owned(), "KSBs".to_owned()],
            rows: duties.iter().map(duty).collect(),
        },
        Part::Rows(rows) => table(rows),
    }
}

fn duty(duty: &DutyRow) -> Vec<(String, String)> {
    vec![(duty.name.clone(), format!(" {}", duty.text)), (String::new(), duty.codes.join("\n"))]
}

/// Rows as they are.
fn table(rows: &[Row]) -> Block {
    let table = Table::part(rows);
    let width = |column: &Column| match column {
        Column::Text => 45,
        Column::Type | Column::Ksbs => 22,
        Column::Code | Column::Core | Column::Level | Column::Degree => 10,
        Column::Description => 30,
        Column::Id => 60,
        _ => 15,
    };
    let cells = |row: &Vec<String>| row.iter().map(|cell| (String::new(), cell.clone())).collect();
    Block::Table {
        widths: table.columns.iter().map(width).collect(),
        head: table.heads().into_iter().map(str::to_owned).collect(),
        rows: table.rows.iter().map(cells).collect(),
    }
}
