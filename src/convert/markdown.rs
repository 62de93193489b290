//! A document in Markdown that a person can edit line by line: each duty, statement and paragraph is one line.

use super::outline::{DutyRow, Part};
use super::rows::Row;
use super::settle::settled;
use super::table::Table;
use super::unwritten::NotConverted;
use crate::source::{Source, SourceId};

/// The Markdown of these rows.
pub(super) fn markdown(rows: &[Row]) -> Result<Vec<u8>, NotConverted> {
    let read = |bytes: &[u8]| {
        let text = String::from_utf8(bytes.to_vec()).ok()?;
        Some(Source::new(SourceId::default(), "standard.md", text))
    };
    settled(rows, |parts| text(parts).into_bytes(), read)
}

/// The parts, with an empty line between them, except between items of one list.
fn text(parts: &[Part]) -> String {
    let mut text = String::new();
    let is_item = |part: &Part| matches!(part, Part::Item(_) | Part::Statement(..));
    for (index, part) in parts.iter().enumerate() {
        let goes_on = index > 0 && is_item(part) && is_item(&parts[index - 1]);
        if index > 0 && !goes_on {
            text.push('\n');
        }
        text.push_str(&written(part));
        text.push('\n');
    }
    text
}

fn written(part: &Part) -> String {
    match part {
        Part::Title(text) => format!("# {}", line(text)),
        Part::Heading(text) => format!("## {text}"),
        Part::Paragraph(text) => line(text),
        Part::Item(text) => format!("- {}", indented(&line(text))),
        Part::Statement(code, text) => format!("- **{code}:** {}", indented(&inline(text, "\\\n"))),
        Part::Facts(facts) => {
            let rows = facts.iter().map(|(label, value)| vec![format!("**{label}**"), cell(value)]);
            table(&[String::new(), String::new()], rows)
        }
        Part::Duties(duties) => duties.iter().map(duty).collect::<Vec<_>>().join("\n\n"),
        Part::Rows(rows) => {
            let table_of = Table::part(rows);
            let heads: Vec<String> = table_of.heads().into_iter().map(str::to_owned).collect();
            table(&heads, table_of.rows.iter().map(|row| row.iter().map(|text| cell(text)).collect()))
        }
    }
}

/// A duty, and below it the codes that it lists.
fn duty(duty: &DutyRow) -> String {
    let text = inline(&duty.text, "\\\n");
    let first = if duty.name.is_empty() { line(&duty.text) } else { format!("**{}** {text}", duty.name) };
    if duty.codes.is_empty() { first } else { format!("{first}\n\n{}", duty.codes.join(" ")) }
}

/// A table: its header row, and its rows.
fn table(heads: &[String], rows: impl Iterator<Item = Vec<String>>) -> String {
    let bars = |cells: &[String]| format!("| {} |", cells.join(" | "));
    let rule = vec!["---".to_owned(); heads.len()];
    let lines = [bars(heads), bars(&rule)].into_iter().chain(rows.map(|row| bars(&row)));
    lines.collect::<Vec<_>>().join("\n")
}

/// A text in a cell.
fn cell(text: &str) -> String {
    inline(text, "<br>")
}

/// A text at the start of a line. Each further line of it starts a line too.
fn line(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(|line| begun(&inline(line, ""))).collect();
    lines.join("\\\n")
}

/// A line, escaped so that it does not begin a heading, a list or a quotation.
fn begun(line: &str) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    if digits == 0 && line.starts_with(['#', '>', '-', '+', '=', ':']) {
        format!("\\{line}")
    } else if digits > 0 && rest.starts_with(['.', ')']) {
        format!("{}\\{rest}", &line[..digits])
    } else {
        line.to_owned()
    }
}

/// Lines below the first of an item.
fn indented(text: &str) -> String {
    text.replace('\n', "\n  ")
}

/// The words of a text, with `line_break` for each line break: whatever could be markup has a backslash before it.
fn inline(text: &str, line_break: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut last = ' ';
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        let is_markup = match c {
            '\\' | '`' | '*' | '<' | '|' | '~' | '{' => true,
            // Brackets are markup only in footnotes and tick boxes, or as links if more follows them.
            '[' => next == '^' || letters.clone().nth(1) == Some(']'),
            ']' => matches!(next, '(' | '[' | ':' | '{'),
            '_' => !(last.is_alphanumeric() && next.is_alphanumeric()),
            '&' => next.is_ascii_alphanumeric() || next == '#',
            _ => false,
        };
        if is_markup {
            out.push('\\');
        }
        match c {
            '\n' => out.push_str(line_break),
            // A literal tab is read as a space.
            '\t' => out.push_str("&#9;"),
            _ => out.push(c),
        }
        last = c;
    }
    out
}
