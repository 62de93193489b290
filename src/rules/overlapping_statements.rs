//! [`OverlappingStatements`].

use std::cell::LazyCell;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, Statement};
use crate::text_index::{Overlap, SharedWords};

declare_rule! {
    /// # What it does
    /// Reports two statements of the same kind that have much of their content in common, though each adds something of
    /// its own. A word counts for more if few statements of that kind contain it.
    ///
    /// # Why it matters
    /// Statements that overlap are evidenced twice, and nobody is sure which of them a piece of evidence is for.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "Best practice for presenting stock records including the use of digital charts." },
    ///     { "code": "K2", "text": "Stock records and ways to present them including the use of digital slides." },
    ///     { "code": "K3", "text": "The laws that apply to selling wine." },
    ///     { "code": "K4", "text": "How yeast turns sugar into alcohol." },
    ///     { "code": "K5", "text": "The grapes that grow in cool climates." },
    ///     { "code": "K6", "text": "What each kind of cork is for." },
    ///     { "code": "K7", "text": "Causes of spoilage and their signs." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "Best practice for presenting stock records including the use of digital charts." },
    ///     { "code": "K2", "text": "The laws that apply to selling wine." },
    ///     { "code": "K3", "text": "How yeast turns sugar into alcohol." },
    ///     { "code": "K4", "text": "The grapes that grow in cool climates." },
    ///     { "code": "K5", "text": "What each kind of cork is for." },
    ///     { "code": "K6", "text": "Causes of spoilage and their signs." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Data: seen in published standards. Guidance asks for statements that are concise and clear.
    OverlappingStatements { name: "overlapping-statements", group: Structure, severity: Advice }
}

/// With fewer shared content words, statements are similar by chance.
const LEAST: usize = 4;

impl Rule for OverlappingStatements {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        for kind in standard.kinds() {
            let overlaps = cx.shared_words(kind);
            let statements = LazyCell::new(|| standard.statements_of(kind).collect::<Vec<_>>());
            for overlap in overlaps.sharing(LEAST).iter().filter(|overlap| is_much(overlap, overlaps)) {
                report(statements[overlap.first], statements[overlap.second], cx);
            }
        }
    }
}

/// Whether much of the shorter statement, and of the rarer words of both, is shared. Another rule reports statements
/// that are nearly the same.
fn is_much(overlap: &Overlap, overlaps: &SharedWords) -> bool {
    let much = overlap.shared >= LEAST && overlap.contained() >= 0.55 && overlap.ratio() < 0.75;
    much && overlaps.weight(overlap) >= 0.36
}

fn report(first: &Statement<'_>, second: &Statement<'_>, cx: &mut LintContext<'_>) {
    let (one, other) = (first.code.value, second.code.value);
    let message = format!("{one} and {other} cover much of the same content");
    cx.report(
        cx.diagnostic(
            format!("{one},{other}"),
            message,
            second.text.span(),
            format!("much of this is in {one} too"),
        )
        .label(cx.label(first.text.span(), format!("the text of {one}")))
        .help(format!("merge {one} and {other}, or make the difference between them clearer")),
    );
}
