//! [`CompoundStatement`].

use std::ops::Range;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, sentences};
use crate::text_index::Mark;

declare_rule! {
    /// # What it does
    /// Reports a statement that says more than one thing: it has a line break, or a second sentence that is not an
    /// example ("For example, ..."). It reports nothing where at least 1 in 4 statements of that kind are written this
    /// way, because that is then the document's style.
    ///
    /// # Why it matters
    /// Each statement is assessed as one thing. If it holds two, learners and assessors miss one.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "skills": [
    ///     { "code": "S1", "text": "Clean the press. Record the harvest." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "skills": [
    ///     { "code": "S1", "text": "Clean the press." },
    ///     { "code": "S2", "text": "Record the harvest." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Guidance: statements are short, concise and clear. One sentence in each statement is convention: some approved
    /// standards have statements with two.
    CompoundStatement { name: "compound-statement", group: Wording, severity: Advice }
}

/// If at least one in this many statements has several sentences, that is a way of writing, not a slip. In the approved
/// standards written this way, at least a third of the statements have several sentences; in the others, none do.
const HABIT: usize = 4;

impl Rule for CompoundStatement {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        for kind in standard.kinds() {
            let all = standard.statements.items().iter().zip(cx.index().statements());
            let own = all.filter(|(statement, _)| statement.kind == kind);
            let may_be = own.filter(|(_, text)| text.has(Mark::InnerStop) || text.has(Mark::LineBreak));
            let compound = may_be.filter_map(|(one, _)| Some((one, second_part(&one.text)?)));
            let compound: Vec<_> = compound.collect();
            let is_habit =
                compound.len() > 1 && compound.len() * HABIT >= standard.statements_of(kind).count();
            for (statement, part) in compound.into_iter().filter(|_| !is_habit) {
                let code = statement.code.value.to_string();
                let message = format!("{code} says more than one thing");
                let span = statement.text.span_of(part);
                cx.report(
                    cx.diagnostic(&code, message, span, "the second part starts here")
                        .help("split it into 2 statements, or make it one sentence"),
                );
            }
        }
    }
}

/// The second thing that a statement says, if it says two.
fn second_part(text: &str) -> Option<Range<usize>> {
    if let Some(line_break) = text.trim().find('\n') {
        let start = text.len() - text.trim_start().len() + line_break;
        let start = text.len() - text[start..].trim_start().len();
        return Some(start..text.trim_end().len());
    }
    let sentences = sentences(text);
    let mut own = sentences.into_iter().filter(|range| !is_example(&text[range.clone()]));
    own.nth(1).filter(|range| text[range.clone()].trim_end().ends_with(['.', '!', '?']))
}

/// Whether a sentence only gives examples of what comes before it.
fn is_example(sentence: &str) -> bool {
    let starts = |start: &str| sentence.get(..start.len()).is_some_and(|s| s.eq_ignore_ascii_case(start));
    ["for example", "this includes", "these include", "including", "examples", "e.g"].into_iter().any(starts)
}
