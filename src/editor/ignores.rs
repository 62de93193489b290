//! Ignores that are written for a finding.

use super::changes::changes;
use crate::diagnostic::{Diagnostic, Edit};
use crate::layout::canonical;
use crate::source::{Source, Span};
use crate::syntax::{self, Value, ValueKind};

/// The key under which a native document ignores findings.
const KEY: &str = "x-ksb-ignore";

/// The edits that make a native document ignore a finding, or `None` if it is not readable JSON.
#[must_use]
pub fn ignore_in_document(source: &Source, found: &Diagnostic, reason: &str) -> Option<Vec<Edit>> {
    let text = source.text();
    let (tree, errors) = syntax::parse(text);
    let root = tree.root().filter(|root| errors.is_empty() && root.kind() == ValueKind::Object)?;
    let entry = entry(found, reason);
    let (at, insert) = match root.get(KEY).filter(|list| list.kind() == ValueKind::Array) {
        Some(list) => match list.elements().last() {
            Some(item) => (item.span().range().end, format!(", {entry}")),
            None => (list.span().range().end - 1, entry),
        },
        None => last_member(root, &entry)?,
    };
    let new = [&text[..at], &insert, &text[at..]].concat();
    let was_laid_out = canonical(text).is_ok_and(|laid_out| laid_out == text);
    let new = if was_laid_out { canonical(&new).unwrap_or(new) } else { new };
    Some(changes(text, &new))
}

/// Where the list of ignores goes after the last member of the document, and its text.
fn last_member(root: Value<'_, '_>, entry: &str) -> Option<(usize, String)> {
    if root.get(KEY).is_some() {
        return None;
    }
    let list = format!("\"{KEY}\": [{entry}]");
    Some(match root.members().last() {
        Some(member) => (member.value.span().range().end, format!(", {list}")),
        None => (root.span().range().end - 1, list),
    })
}

fn entry(found: &Diagnostic, reason: &str) -> String {
    let member = |key: &str, value: &str| format!("{}: {}", json(key), json(value));
    let mut members = vec![member("rule", found.rule)];
    if found.subject.is_empty() {
        members.extend(found.pointer.as_ref().map(|pointer| member("pointer", pointer)));
    } else {
        members.push(member("subject", &found.subject));
    }
    members.push(member("reason", reason));
    format!("{{ {} }}", members.join(", "))
}

/// The edit that makes the settings in `text` ignore a finding in the file that their patterns call `path`.
#[must_use]
pub fn ignore_in_settings(text: &str, path: &str, found: &Diagnostic, reason: &str) -> Edit {
    let line = |key: &str, value: &str| format!("{key} = {}\n", json(value));
    let front = match text {
        "" => "",
        text if text.ends_with('\n') => "\n",
        _ => "\n\n",
    };
    let mut replacement = format!("{front}[[ignore]]\n{}{}", line("path", path), line("rule", found.rule));
    if !found.subject.is_empty() {
        replacement += &line("subject", &found.subject);
    }
    replacement += &line("reason", reason);
    Edit { span: Span::at(text.len()), replacement }
}

/// A text as JSON writes it, which TOML reads in the same way.
fn json(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
