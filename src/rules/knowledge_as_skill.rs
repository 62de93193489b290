//! [`KnowledgeAsSkill`].

use super::declare_rule;
use crate::lint::{LintContext, Openings, Rule};
use crate::model::{Kind, Standard};

declare_rule! {
    /// # What it does
    /// Reports a knowledge statement that is worded as a skill ("How to clean a cask", "Be able to ...", "Apply ..."),
    /// and a skill that is worded as knowledge ("Understand ...", "Know ...").
    ///
    /// # Why it matters
    /// Knowledge is what a person must know. A skill is what they do with it. "How to" asks for an action, so the
    /// statement is hard to tell apart from the matching skill and may be assessed twice.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How to clean a cask." }
    ///   ]
    /// }
    /// ```
    ///
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "skills": [
    ///     { "code": "S1", "text": "Understand how casks are cleaned." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "The methods of cleaning casks." }
    ///   ]
    /// }
    /// ```
    ///
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "skills": [
    ///     { "code": "S1", "text": "Clean casks." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Guidance: what knowledge and skills are. Treating "how to" as the wording of a skill is convention.
    KnowledgeAsSkill { name: "knowledge-as-skill", group: Wording, severity: Advice }
}

/// How knowledge that is really a skill begins. Verbs that are also nouns are left out.
static LIKE_SKILLS: Openings = Openings::new(&[
    "how to",
    "be able to",
    "able to",
    "ability to",
    "apply",
    "carry out",
    "communicate",
    "comply with",
    "demonstrate",
    "ensure",
    "identify",
    "perform",
    "prepare",
    "provide",
    "undertake",
    "use the",
    "use a",
]);

/// How a skill that is really knowledge begins.
static LIKE_KNOWLEDGE: Openings =
    Openings::new(&["understand", "know", "knows", "understands", "be aware of", "appreciate"]);

impl Rule for KnowledgeAsSkill {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let all = standard.statements.items().iter();
        // A statement in the wrong list is another finding.
        for statement in all.filter(|one| one.code.value.prefix == one.kind.prefix()) {
            let text = &statement.text;
            let (begins, help) = match statement.kind {
                Kind::Knowledge | Kind::TechnicalKnowledge => (
                    LIKE_SKILLS.begin(text),
                    "say what the person knows: \"The methods of ...\" or \"The principles of ...\"",
                ),
                Kind::Skill | Kind::TechnicalSkill => (
                    LIKE_KNOWLEDGE.begin(text),
                    "say what the person does, or move the statement to the knowledge statements",
                ),
                Kind::Behaviour | Kind::Employability => continue,
            };
            let Some(range) = begins else { continue };
            let (own, other) = match statement.kind {
                Kind::Skill | Kind::TechnicalSkill => ("skill", "knowledge"),
                _ => ("knowledge statement", "a skill"),
            };
            let code = statement.code.value.to_string();
            let message = format!("{code} is a {own} but is worded as {other}");
            let label = format!("this is how {other} is worded");
            cx.report(cx.diagnostic(&code, message, text.span_of(range), label).help(help));
        }
    }
}
