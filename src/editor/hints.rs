//! What is shown alongside the text: the first words of a statement after its code, and counts above its line.

use std::collections::BTreeMap;

use crate::diff::{Choices, compare};
use crate::model::{Code, Document, Duty, Standard, Statement};
use crate::source::Span;

/// How many words of a statement are shown after its code.
const WORDS: usize = 4;

/// A hint after a code in the list of a duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// Where the code is.
    pub span: Span,
    /// The first words of its statement.
    pub label: String,
    /// All of it.
    pub whole: String,
}

/// The hints of a standard. A code that is part of a range, or that a mark stands for, has no hint: the words would not
/// show which code is meant.
#[must_use]
pub fn hints(standard: &Standard<'_>) -> Vec<Hint> {
    let texts: BTreeMap<Code, &Statement<'_>> =
        standard.statements.items().iter().map(|one| (one.code.value, one)).collect();
    let mut found: BTreeMap<Span, Vec<Code>> = BTreeMap::new();
    for code in standard.duties.items().iter().flat_map(Duty::codes) {
        found.entry(code.span).or_default().push(code.value);
    }
    let hint = |(span, codes): (Span, Vec<Code>)| {
        let [code] = codes.as_slice() else { return None };
        let whole = texts.get(code)?.text.split_whitespace().collect::<Vec<_>>();
        let dots = if whole.len() > WORDS { "…" } else { "" };
        let label = format!("{}{dots}", whole[..whole.len().min(WORDS)].join(" "));
        Some(Hint { span, label, whole: whole.join(" ") })
    };
    found.into_iter().filter_map(hint).collect()
}

/// What is said above a statement or a duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    /// Where its code is.
    pub span: Span,
    /// The code.
    pub code: Code,
    /// What is said: `mapped to 3 duties`, `K6 in the last commit`.
    pub title: String,
}

/// The lenses of a standard; `before` has the old code of each statement whose code has changed.
#[must_use]
pub fn lenses(standard: &Standard<'_>, before: &BTreeMap<Code, Code>) -> Vec<Lens> {
    let mut all = Vec::new();
    let has_duties = !standard.duties.items().is_empty();
    for statement in standard.statements.items().iter().filter(|_| has_duties) {
        let code = statement.code.value;
        let count = standard.duties.items().iter().filter(|duty| duty.lists(code)).count();
        let title = match count {
            0 => "not mapped to any duty".to_owned(),
            1 => "mapped to 1 duty".to_owned(),
            _ => format!("mapped to {count} duties"),
        };
        all.push(Lens { span: statement.code.span, code, title });
    }
    let statements = standard.statements.items().iter().map(|one| one.code);
    let duties = standard.duties.items().iter().filter_map(|duty| duty.code);
    for code in statements.chain(duties) {
        if let Some(old) = before.get(&code.value) {
            let title = format!("{old} in the last commit");
            all.push(Lens { span: code.span, code: code.value, title });
        }
    }
    all.sort_by_key(|lens| lens.span);
    all
}

/// The old code of each statement whose code was different in an older version.
#[must_use]
pub fn renumbered(old: &Document<'_>, new: &Document<'_>) -> BTreeMap<Code, Code> {
    let Ok(compared) = compare(old, new, &Choices::default()) else { return BTreeMap::new() };
    let changed = compared.codes.iter().filter_map(|line| Some((line.new?, line.old?)));
    changed.filter(|(new, old)| new != old).collect()
}
