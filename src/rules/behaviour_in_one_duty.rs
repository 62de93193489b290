//! [`BehaviourInOneDuty`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Kind, Standard, Statement};

declare_rule! {
    /// # What it does
    /// Reports a behaviour that is mapped to only one duty, where every other behaviour is mapped to several.
    ///
    /// # Why it matters
    /// Behaviours usually apply to the whole occupation. If one is mapped to a single duty, it may have been forgotten
    /// in the others.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [
    ///     { "code": "D1", "text": "Look after the cellar.", "ksbs": ["B1", "B2", "B3"] },
    ///     { "code": "D2", "text": "Look after the press.", "ksbs": ["B1", "B2", "B4"] },
    ///     { "code": "D3", "text": "Look after the shop.", "ksbs": ["B1", "B2", "B4"] }
    ///   ],
    ///   "behaviours": [
    ///     { "code": "B1", "text": "Be honest." },
    ///     { "code": "B2", "text": "Be patient." },
    ///     { "code": "B3", "text": "Be careful." },
    ///     { "code": "B4", "text": "Be kind." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [
    ///     { "code": "D1", "text": "Look after the cellar.", "ksbs": ["B1", "B2", "B3"] },
    ///     { "code": "D2", "text": "Look after the press.", "ksbs": ["B1", "B3", "B4"] },
    ///     { "code": "D3", "text": "Look after the shop.", "ksbs": ["B1", "B2", "B4"] }
    ///   ],
    ///   "behaviours": [
    ///     { "code": "B1", "text": "Be honest." },
    ///     { "code": "B2", "text": "Be patient." },
    ///     { "code": "B3", "text": "Be careful." },
    ///     { "code": "B4", "text": "Be kind." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Guidance: a behaviour usually applies across the whole occupation. Treating one duty as too few is convention.
    BehaviourInOneDuty { name: "behaviour-in-one-duty", group: Mapping, severity: Advice }
}

/// With fewer behaviours, there is no pattern to go by.
const LEAST: usize = 4;

impl Rule for BehaviourInOneDuty {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let duties = standard.duties.items();
        let mapping = cx.mapping();
        let holders = |statement: &Statement<'_>| -> Vec<usize> {
            let mut holders: Vec<usize> =
                mapping.places(statement.code.value).iter().map(|one| one.duty).collect();
            holders.dedup();
            holders
        };
        let behaviours: Vec<_> =
            standard.statements_of(Kind::Behaviour).map(|one| (one, holders(one))).collect();
        let lone: Vec<_> = behaviours.iter().filter(|(_, holders)| holders.len() == 1).collect();
        let [(statement, holders)] = lone.as_slice() else { return };
        let others_spread = behaviours.iter().all(|(_, holders)| !holders.is_empty());
        if behaviours.len() < LEAST || !others_spread {
            return;
        }
        let code = statement.code.value.to_string();
        let duty = standard.duty_name(holders[0]);
        let message =
            format!("{code} is mapped to {duty} only, but every other behaviour is mapped to several duties");
        let listed = duties[holders[0]].codes().iter().find(|listed| listed.value == statement.code.value);
        let place = listed.map_or(duties[holders[0]].span, |listed| listed.span);
        cx.report(
            cx.diagnostic(&code, message, place, "the only duty that it is mapped to")
                .label(cx.label(statement.code.span, format!("{code} is defined here")))
                .help(format!("check whether other duties also need {code}, and add it to them")),
        );
    }
}
