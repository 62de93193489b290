//! [`NearDuplicateStatement`].

use std::cell::LazyCell;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, Statement, say_the_same};
use crate::text_index::Overlap;

declare_rule! {
    /// # What it does
    /// Reports two statements of the same kind that say almost the same thing. Either one statement has all the content
    /// words of the other and hardly any more, or 9 in 10 of their content words are the same.
    ///
    /// # Why it matters
    /// One of the two is redundant, or the difference is so small that learners and assessors will miss it. Often one
    /// was copied from the other and was meant to be changed.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "Safe working procedures for moving heavy casks on ramps." },
    ///     { "code": "K2", "text": "Safe working procedures for moving and lifting heavy casks on ramps." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "Safe working procedures for moving heavy casks on ramps." },
    ///     { "code": "K2", "text": "The weight that each kind of ramp carries." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Data: seen in published standards. Guidance asks for statements that are concise and clear.
    NearDuplicateStatement {
        name: "near-duplicate-statement", group: Structure, severity: Warning,
        options: [SHARE { name: "share", default: 90, what: "the percentage of content words that two statements share" }]
    }
}

/// With fewer content words, statements are similar by chance.
const LEAST: usize = 4;

impl Rule for NearDuplicateStatement {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let share = cx.option(&Self::SHARE);
        for kind in standard.kinds() {
            let overlaps = cx.shared_words(kind).sharing(least_shared(share));
            let statements = LazyCell::new(|| standard.statements_of(kind).collect::<Vec<_>>());
            for overlap in overlaps.iter().filter(|overlap| is_near(overlap, share)) {
                let (first, second) = (statements[overlap.first], statements[overlap.second]);
                if !say_the_same(&first.text, &second.text) {
                    report(first, second, cx);
                }
            }
        }
    }
}

/// With fewer shared words, no two statements can be near each other.
fn least_shared(share: usize) -> usize {
    LEAST.min(LEAST.saturating_mul(share).div_ceil(100))
}

/// Whether one says what the other says and hardly more, or the two differ in hardly a word.
fn is_near(overlap: &Overlap, share: usize) -> bool {
    let within = overlap.shared == overlap.shorter;
    let all = overlap.shorter + overlap.longer - overlap.shared;
    let alike = overlap.shared * 100 >= all.saturating_mul(share);
    overlap.shorter >= LEAST && (alike || (within && overlap.ratio() >= 0.75))
}

fn report(first: &Statement<'_>, second: &Statement<'_>, cx: &mut LintContext<'_>) {
    let (one, other) = (first.code.value, second.code.value);
    let message = format!("{one} and {other} say almost the same thing");
    cx.report(
        cx.diagnostic(
            format!("{one},{other}"),
            message,
            second.text.span(),
            "almost the same as the other one",
        )
        .label(cx.label(first.text.span(), format!("the text of {one}")))
        .help(format!("merge {one} and {other}, or make the difference clear")),
    );
}
