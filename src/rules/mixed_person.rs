//! [`MixedPerson`].

use std::ops::Range;

use super::declare_rule;
use crate::lint::{LintContext, Rule, listed};
use crate::model::{Standard, phrases, words};

declare_rule! {
    /// # What it does
    /// Reports, once, statements that say "their own" or "his or her" of the person in the occupation,
    /// where most say just "own".
    ///
    /// # Why it matters
    /// One way of speaking reads better, and nobody asks whether somebody else is meant.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "behaviours": [
    ///     { "code": "B1", "text": "Recognise limits of own role." },
    ///     { "code": "B2", "text": "Improve own practice." },
    ///     { "code": "B3", "text": "Develop their own skills." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "behaviours": [
    ///     { "code": "B1", "text": "Recognise limits of own role." },
    ///     { "code": "B2", "text": "Improve own practice." },
    ///     { "code": "B3", "text": "Develop own skills." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Convention.
    MixedPerson { name: "mixed-person", group: Wording, severity: Advice }
}

/// What speaks of the person as of somebody else.
const OTHER: &[&str] = &["their own", "his or her", "his/her", "he/she", "he or she"];

/// Words before "their own" that it may belong to: then it does not speak of the person.
const PEOPLE: &[&str] = &[
    "apprentices",
    "children",
    "clients",
    "colleagues",
    "customers",
    "employees",
    "families",
    "individuals",
    "learners",
    "members",
    "others",
    "patients",
    "people",
    "residents",
    "staff",
    "students",
    "team",
    "users",
    "who",
    "workers",
];

impl Rule for MixedPerson {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let texts = standard.requirements();
        let other: Vec<_> =
            texts.iter().filter_map(|(subject, text)| Some((subject, *text, other(text)?))).collect();
        let own = texts.iter().filter(|(_, text)| other_free(text)).count();
        let Some((subject, text, range)) = other.first().filter(|_| own > other.len()) else { return };
        let codes: Vec<String> = other.iter().map(|(subject, ..)| subject.in_words()).collect();
        let verb = if codes.len() == 1 { "says" } else { "say" };
        let phrase = &text[range.clone()];
        let message = format!("{} {verb} \"{phrase}\", where {own} others say \"own\"", listed(&codes, 3));
        let mut diagnostic =
            cx.diagnostic(subject.to_string(), message, text.span_of(range.clone()), "unlike the others");
        for (_, text, range) in other.iter().skip(1).take(3) {
            diagnostic = diagnostic.label(cx.label(text.span_of(range.clone()), "and here"));
        }
        cx.report(diagnostic.help("write \"own\" here too"));
    }
}

/// Where a text speaks of the person as of somebody else.
fn other(text: &str) -> Option<Range<usize>> {
    let range = OTHER.iter().find_map(|phrase| phrases(text, phrase).next())?;
    let is_people = |word: &str| PEOPLE.iter().any(|known| known.eq_ignore_ascii_case(word));
    let somebody = words(&text[..range.start]).any(|(_, word)| is_people(word));
    (!somebody).then_some(range)
}

/// Whether a text says just "own".
fn other_free(text: &str) -> bool {
    phrases(text, "own").next().is_some() && phrases(text, "their own").next().is_none()
}
