//! [`SplitSiblingMapping`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Code, Mapping, Prefix, Standard};
use crate::source::Spanned;

declare_rule! {
    /// # What it does
    /// Reports a knowledge statement and a skill with the same number that are mapped to different duties, where almost
    /// every other pair shares a duty. A standard is checked only if at least 10 numbers have both, each mapped to one
    /// duty, and at least 9 in 10 of these pairs share a duty.
    ///
    /// # Why it matters
    /// Many standards are written in pairs: K1 with S1, K2 with S2. If one pair is split, one of the two was probably
    /// mapped to the wrong duty.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [
    ///     { "code": "D1", "text": "Store the wine.", "ksbs": ["K1", "S1", "K2", "S2", "K3", "S3", "K4", "S4", "K5", "S5", "S10"] },
    ///     { "code": "D2", "text": "Make the wine.", "ksbs": ["K6", "S6", "K7", "S7", "K8", "S8", "K9", "S9", "K10"] }
    ///   ],
    ///   "knowledge": [
    ///     { "code": "K1", "text": "The purpose of the bottle." },
    ///     { "code": "K2", "text": "The purpose of the barrel." },
    ///     { "code": "K3", "text": "The purpose of the cork." },
    ///     { "code": "K4", "text": "The purpose of the rack." },
    ///     { "code": "K5", "text": "The purpose of the label." },
    ///     { "code": "K6", "text": "The purpose of the yeast." },
    ///     { "code": "K7", "text": "The purpose of the grape." },
    ///     { "code": "K8", "text": "The purpose of the press." },
    ///     { "code": "K9", "text": "The purpose of the filter." },
    ///     { "code": "K10", "text": "The purpose of the cask." }
    ///   ],
    ///   "skills": [
    ///     { "code": "S1", "text": "Look after the bottle." },
    ///     { "code": "S2", "text": "Look after the barrel." },
    ///     { "code": "S3", "text": "Look after the cork." },
    ///     { "code": "S4", "text": "Look after the rack." },
    ///     { "code": "S5", "text": "Look after the label." },
    ///     { "code": "S6", "text": "Look after the yeast." },
    ///     { "code": "S7", "text": "Look after the grape." },
    ///     { "code": "S8", "text": "Look after the press." },
    ///     { "code": "S9", "text": "Look after the filter." },
    ///     { "code": "S10", "text": "Look after the cask." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [
    ///     { "code": "D1", "text": "Store the wine.", "ksbs": ["K1", "S1", "K2", "S2", "K3", "S3", "K4", "S4", "K5", "S5"] },
    ///     { "code": "D2", "text": "Make the wine.", "ksbs": ["K6", "S6", "K7", "S7", "K8", "S8", "K9", "S9", "K10", "S10"] }
    ///   ],
    ///   "knowledge": [
    ///     { "code": "K1", "text": "The purpose of the bottle." },
    ///     { "code": "K2", "text": "The purpose of the barrel." },
    ///     { "code": "K3", "text": "The purpose of the cork." },
    ///     { "code": "K4", "text": "The purpose of the rack." },
    ///     { "code": "K5", "text": "The purpose of the label." },
    ///     { "code": "K6", "text": "The purpose of the yeast." },
    ///     { "code": "K7", "text": "The purpose of the grape." },
    ///     { "code": "K8", "text": "The purpose of the press." },
    ///     { "code": "K9", "text": "The purpose of the filter." },
    ///     { "code": "K10", "text": "The purpose of the cask." }
    ///   ],
    ///   "skills": [
    ///     { "code": "S1", "text": "Look after the bottle." },
    ///     { "code": "S2", "text": "Look after the barrel." },
    ///     { "code": "S3", "text": "Look after the cork." },
    ///     { "code": "S4", "text": "Look after the rack." },
    ///     { "code": "S5", "text": "Look after the label." },
    ///     { "code": "S6", "text": "Look after the yeast." },
    ///     { "code": "S7", "text": "Look after the grape." },
    ///     { "code": "S8", "text": "Look after the press." },
    ///     { "code": "S9", "text": "Look after the filter." },
    ///     { "code": "S10", "text": "Look after the cask." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Data: a published standard keeps every pair but one together.
    SplitSiblingMapping { name: "split-sibling-mapping", group: Mapping, severity: Advice }
}

impl Rule for SplitSiblingMapping {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let pairs = pairs(standard, cx.mapping());
        let split: Vec<&Pair> = pairs.iter().filter(|(one, other)| one.0 != other.0).collect();
        if pairs.len() < 10 || split.len() * 10 > pairs.len() {
            return;
        }
        for ((first_duty, first), (second_duty, second)) in split {
            let (knows, does) = (first.value, second.value);
            let (under, beside) = (standard.duty_name(*first_duty), standard.duty_name(*second_duty));
            let message = format!(
                "{knows} and {does} are mapped to different duties, unlike most of the other {} pairs that share a number",
                pairs.len() - 1
            );
            cx.report(
                cx.diagnostic(
                    format!("{knows},{does}"),
                    message,
                    first.span,
                    format!("{knows} is mapped to {under}"),
                )
                .label(cx.label(second.span, format!("{does} is mapped to {beside}")))
                .help(format!("if they belong together, move {knows} to {beside} or {does} to {under}")),
            );
        }
    }
}

/// A duty's index and a code in its list.
type MappedCode = (usize, Spanned<Code>);
/// A knowledge statement and a skill with the same number.
type Pair = (MappedCode, MappedCode);

/// The pairs of a knowledge statement and a skill with the same number that are each mapped to one duty.
fn pairs(standard: &Standard<'_>, mapping: &Mapping<'_>) -> Vec<Pair> {
    let duties = standard.duties.items();
    let only_place = |code: Code| match mapping.places(code) {
        [only] => Some((only.duty, duties[only.duty].codes()[only.place])),
        _ => None,
    };
    let knowledge = standard.statements.items().iter().map(|statement| statement.code.value);
    let knowledge = knowledge.filter(|code| code.prefix == Prefix::K);
    knowledge
        .filter_map(|code| Some((only_place(code)?, only_place(Code { prefix: Prefix::S, ..code })?)))
        .collect()
}
