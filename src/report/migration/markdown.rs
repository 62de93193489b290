//! The report as Markdown, for a pull request.

use super::advice::{Advice, moved_together, statements};
use super::told::{places, summary};
use super::{MigrationReport, ReportedFile};
use crate::migrate::{Fate, Planned};
use crate::model::Code;
use crate::report::diff::sentence_case;
use crate::report::markdown_text::escaped;
use crate::source::{ColumnUnit, Source, Span};

/// Renders what was done to each document as a table of places, and what to do with the evidence as a table of
/// statements. No text of a document and no file name can become markup, a link or a mention.
#[must_use]
pub fn render(report: &MigrationReport<'_>) -> String {
    let mut lines = vec!["## ksb migrate".to_owned()];
    lines.extend(report.files.iter().flat_map(of_file));
    let folder = report.said_of_folder().map(|said| escaped(&said) + ".");
    lines.extend(folder.into_iter().flat_map(|said| [String::new(), said]));
    lines.extend(["", "### What to do with the evidence", ""].map(str::to_owned));
    let carried = statements(report.plan, Advice::CarriesOver);
    if !carried.is_empty() {
        let moved = escaped(&moved_together(&carried).join(", "));
        lines.extend([format!("{}: {moved}", sentence_case(Advice::CarriesOver.heading())), String::new()]);
    }
    lines
        .extend(["| Statement | What to do | Why | Old | New |", "|---|---|---|---|---|"].map(str::to_owned));
    let open = Advice::ALL.into_iter().filter(|advice| *advice != Advice::CarriesOver);
    let of_advice = |advice: Advice| {
        statements(report.plan, advice).into_iter().map(move |(code, one)| of_statement(code, one, advice))
    };
    lines.extend(open.flat_map(of_advice));
    let added = report.plan.added();
    lines.extend(added.map(|(code, text)| row(&[&code.to_string(), "new: to be taught", "", "", text])));
    lines.join("\n") + "\n"
}

fn of_file(file: &ReportedFile<'_>) -> Vec<String> {
    let heading = format!("### {}", escaped(file.source.name()));
    let (said, told) = match &file.migration {
        Ok(done) => (summary(done), places(file, done)),
        Err(why) => (format!("left alone: {why}"), Vec::new()),
    };
    let mut lines =
        vec![String::new(), heading, String::new(), format!("{}.", sentence_case(&escaped(&said)))];
    if !told.is_empty() {
        lines.extend(["", "| Place | Still to do |", "|---|---|"].map(str::to_owned));
        lines.extend(told.iter().map(|(span, said)| row(&[&place(file.source, *span), said])));
    }
    lines
}

fn of_statement(code: Code, planned: &Planned, advice: Advice) -> String {
    let codes = |codes: &[Code]| codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(" and ");
    let name = match &planned.fate {
        Fate::Moves(new) if *new != code => format!("{code} → {new}"),
        Fate::Split(into) => format!("{code} → {}", codes(into)),
        Fate::Moves(_) | Fate::Removed | Fate::Unknown => code.to_string(),
    };
    let reasons = planned.reread_reasons.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    row(&[&name, advice.heading(), &reasons, &planned.old_text, &planned.new_text])
}

fn row(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| escaped(cell)).collect();
    format!("| {} |", cells.join(" | "))
}

fn place(source: &Source, span: Span) -> String {
    let start = span.range().start;
    let line = || {
        let at = source.position(start, ColumnUnit::CodePoints);
        format!("line {}, column {}", at.line, at.column)
    };
    source.place(start).map_or_else(line, ToString::to_string)
}
