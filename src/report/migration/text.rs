//! The report for people.

use super::advice::{Advice, moved_together, statements};
use super::{MigrationReport, ReportedFile};
use crate::migrate::{Fate, Migration, Planned};
use crate::model::Code;
use crate::report::{place, visible};
use crate::source::Span;

/// Renders what was done to each document, where something is left to do, and what to do with the evidence for each
/// statement.
#[must_use]
pub fn render(report: &MigrationReport<'_>) -> String {
    let mut lines: Vec<String> = report.files.iter().flat_map(of_file).collect();
    lines.extend([String::new(), "What to do with the evidence for".to_owned()]);
    for advice in Advice::ALL {
        let all = statements(report.plan, advice);
        match advice {
            _ if all.is_empty() => (),
            Advice::CarriesOver => {
                lines.push(format!("  {}: {}", moved_together(&all).join(", "), advice.heading()));
            }
            _ => lines.extend(all.iter().flat_map(|one| of_statement(*one, advice))),
        }
    }
    let added =
        report.plan.added().map(|(code, text)| format!("  {code}: new, to be taught: {}", one_line(text)));
    lines.extend(added);
    lines.join("\n") + "\n"
}

fn of_file(file: &ReportedFile<'_>) -> Vec<String> {
    let name = visible(file.source.name());
    let done = match &file.migration {
        Ok(done) => *done,
        Err(why) => return vec![format!("{name}: left alone: {why}")],
    };
    let mut lines = vec![format!("{name}: {}", summary(done))];
    let mut told: Vec<(Span, String)> =
        done.notes.iter().map(|note| (note.span, note.text.clone())).collect();
    told.extend(done.left.iter().map(|left| (left.span, left.why.clone())));
    told.extend(done.labels.iter().map(|span| {
        let label = file.source.slice(*span);
        (*span, format!("names `{label}`: correct it if it is to say which version this document cites"))
    }));
    told.sort();
    lines.extend(
        told.into_iter().map(|(span, said)| format!("{}: {}", place(file.source, span), one_line(&said))),
    );
    lines
}

fn summary(done: &Migration) -> String {
    let counted = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {many}")),
    };
    let said = [
        counted(done.codes, "code changed", "codes changed"),
        counted(done.quotes, "quotation updated", "quotations updated"),
        counted(done.notes.len(), "note", "notes"),
        counted(done.left.len(), "place left unchanged", "places left unchanged"),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    if said.is_empty() { "nothing to change".to_owned() } else { said.join(", ") }
}

fn of_statement((code, planned): (Code, &Planned), advice: Advice) -> Vec<String> {
    let reasons = || planned.again.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let codes = |codes: &[Code]| codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(" and ");
    let head = match &planned.fate {
        Fate::Moves(new) if *new == code => format!("{code}: {}: {}", advice.heading(), reasons()),
        Fate::Moves(new) => format!("{code} → {new}: {}: {}", advice.heading(), reasons()),
        Fate::Split(into) => format!("{code} → {}: {}", codes(into), advice.heading()),
        Fate::Removed | Fate::Unknown => format!("{code}: {}", advice.heading()),
    };
    let mut lines = vec![format!("  {head}"), format!("    old: {}", one_line(&planned.old_text))];
    if !planned.new_text.is_empty() {
        lines.push(format!("    new: {}", one_line(&planned.new_text)));
    }
    lines
}

fn one_line(text: &str) -> String {
    visible(&text.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
}
