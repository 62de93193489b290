//! What is shown about a code or a finding under the pointer, in Markdown.

use std::fmt::Write;

use crate::lint::RuleMeta;
use crate::model::{Code, Duty, Prefix, Standard};
use crate::rules;

/// What a code stands for, which duties it is mapped to, and what it was before, if that was a different code. `None`
/// if nothing has this code.
#[must_use]
pub fn about_code(standard: &Standard<'_>, code: Code, before: Option<Code>) -> Option<String> {
    let mut out = match code.prefix {
        Prefix::D => about_duty(standard, code)?,
        _ => about_statement(standard, code)?,
    };
    if let Some(old) = before.filter(|old| *old != code) {
        let _infallible = write!(out, "\n\nIt was {old} in the last commit.");
    }
    Some(out)
}

fn about_statement(standard: &Standard<'_>, code: Code) -> Option<String> {
    let statement = standard.statements.items().iter().find(|one| one.code.value == code)?;
    let mut out = format!("**{code}** · {}\n\n{}", statement.kind.noun(), in_markdown(statement.text.trim()));
    let duties: Vec<String> = standard
        .duties
        .items()
        .iter()
        .enumerate()
        .filter(|(_, duty)| duty.lists(code))
        .map(|(index, _)| in_markdown(&standard.duty_subject(index)))
        .collect();
    if duties.is_empty() {
        if !standard.duties.items().is_empty() {
            out.push_str("\n\nNot mapped to any duty.");
        }
    } else {
        let _infallible = write!(out, "\n\nMapped to {}", duties.join(", "));
    }
    Some(out)
}

fn about_duty(standard: &Standard<'_>, code: Code) -> Option<String> {
    let is_it = |duty: &&Duty<'_>| duty.code.is_some_and(|own| own.value == code);
    let duty = standard.duties.items().iter().find(is_it)?;
    let mut out = format!("**{code}** · duty\n\n{}", in_markdown(duty.text.trim()));
    let listed: Vec<String> = duty.codes().iter().map(|listed| listed.value.to_string()).collect();
    let listed = if listed.is_empty() { "no codes".to_owned() } else { listed.join(", ") };
    let _infallible = write!(out, "\n\nMapped to it: {listed}");
    Some(out)
}

/// The page of a rule.
#[must_use]
pub fn about_rule(name: &str) -> Option<String> {
    let meta = rules::ALL.iter().map(|rule| rule.meta()).find(|meta: &&RuleMeta| meta.name == name)?;
    Some(format!("# {name}\n\n{}", meta.page().replace("\n# ", "\n## ").trim_start_matches("# ")))
}

/// A text of a document, escaped so that Markdown shows it as it is.
fn in_markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '!' | '&') {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}
