//! The report for people.

use super::advice::{Advice, moved_together, statements};
use super::told::{places, summary};
use super::{MigrationReport, ReportedFile};
use crate::migrate::{Fate, Planned};
use crate::model::Code;
use crate::report::{place, visible};

/// Renders what was done to each document, the places where something is left to do, and what to do with the evidence
/// for each statement.
#[must_use]
pub fn render(report: &MigrationReport<'_>) -> String {
    let mut lines: Vec<String> = report.files.iter().flat_map(of_file).collect();
    let folder = report.said_of_folder().map(|said| visible(&said).into_owned());
    lines.extend(folder.into_iter().flat_map(|said| [String::new(), said]));
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
        report.plan.added().map(|(code, text)| format!("  {code}: new: to be taught: {}", one_line(text)));
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
    let told = places(file, done);
    lines.extend(
        told.into_iter().map(|(span, said)| format!("{}: {}", place(file.source, span), one_line(&said))),
    );
    lines
}

fn of_statement((code, planned): (Code, &Planned), advice: Advice) -> Vec<String> {
    let reasons = || planned.reread_reasons.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
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
