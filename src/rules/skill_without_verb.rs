//! [`SkillWithoutVerb`].

use super::declare_rule;
use crate::lint::{LintContext, Openings, Rule};
use crate::model::{Kind, Standard};

declare_rule! {
    /// # What it does
    /// Reports a skill that does not start with a verb but with an article, with "how", or with a noun such as
    /// "knowledge" or "ability".
    ///
    /// # Why it matters
    /// A skill is something that a person does. Without a verb, it is not clear what they must show.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "skills": [
    ///     { "code": "S1", "text": "Good communication with growers." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "skills": [
    ///     { "code": "S1", "text": "Communicate with growers." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Guidance: a skill typically has a verb.
    SkillWithoutVerb { name: "skill-without-verb", group: Wording, severity: Advice }
}

/// First words that are not verbs. Only words that cannot be verbs are listed: a list of all verbs would never be
/// complete.
static NO_VERBS: Openings = Openings::new(&[
    "a",
    "ability",
    "able",
    "an",
    "appreciation",
    "awareness",
    "basic",
    "capability",
    "capable",
    "competence",
    "competent",
    "effective",
    "excellent",
    "experience",
    "familiarity",
    "good",
    "how",
    "importance",
    "knowledge",
    "methods",
    "principles",
    "proficiency",
    "proficient",
    "skill",
    "skilled",
    "skills",
    "strong",
    "techniques",
    "the",
    "their",
    "understanding",
    "what",
    "when",
    "where",
    "which",
    "why",
]);

impl Rule for SkillWithoutVerb {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        for kind in [Kind::Skill, Kind::TechnicalSkill] {
            // A statement in the wrong list is another finding.
            let all = standard.statements.items().iter().zip(cx.index().statements());
            let own = all.filter(|(one, _)| one.kind == kind && one.code.value.prefix == kind.prefix());
            for (statement, entry) in own {
                let text = &statement.text;
                let Some((start, word)) = cx.index().words(entry).next() else { continue };
                if NO_VERBS.begin(word).is_none() {
                    continue;
                }
                let code = statement.code.value.to_string();
                let message = format!("{code} does not start with a verb");
                let span = text.span_of(start..start + word.len());
                cx.report(cx.diagnostic(&code, message, span, "expected a verb here").help(
                    "start with what the person does, for example \"Apply\", \"Prepare\" or \"Record\"",
                ));
            }
        }
    }
}
