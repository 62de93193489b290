//! [`BehaviourAsKnowledge`].

use super::declare_rule;
use crate::lint::{LintContext, Openings, Rule};
use crate::model::{Kind, Standard};

declare_rule! {
    /// # What it does
    /// Reports a behaviour that is worded as knowledge: "Knows ...", "Understands ...", "Knowledge of ...".
    ///
    /// # Why it matters
    /// A behaviour is an attitude that people show at work, and employers verify it. What a person knows is assessed in
    /// other ways.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "behaviours": [{ "code": "B1", "text": "Understands the importance of a clean cellar." }]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "behaviours": [{ "code": "B1", "text": "Takes care that the cellar is clean." }]
    /// }
    /// ```
    ///
    /// # Source
    /// Guidance: a behaviour is a mindset, attitude or approach. Some approved standards differ, so this is advice.
    BehaviourAsKnowledge { name: "behaviour-as-knowledge", group: Wording, severity: Advice }
}

/// How knowledge begins.
static LIKE_KNOWLEDGE: Openings = Openings::new(&[
    "know",
    "knowledge of",
    "knowing",
    "knows",
    "understand",
    "understanding of",
    "understands",
    "has knowledge of",
]);

impl Rule for BehaviourAsKnowledge {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let prefix = Kind::Behaviour.prefix();
        // A statement in the wrong list is another finding.
        for behaviour in standard.statements_of(Kind::Behaviour).filter(|one| one.code.value.prefix == prefix)
        {
            let Some(range) = LIKE_KNOWLEDGE.begin(&behaviour.text) else { continue };
            let code = behaviour.code.value.to_string();
            let message = format!("{code} is a behaviour but is worded as knowledge");
            let span = behaviour.text.span_of(range);
            cx.report(
                cx.diagnostic(&code, message, span, "knowledge statements begin like this")
                    .help("describe how the person acts, or move the statement to the knowledge statements"),
            );
        }
    }
}
