//! [`MixedPerson`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, listed};
use crate::model::Standard;
use crate::text_index::{Occurrence, TextIndex};

declare_rule! {
    /// # What it does
    /// Reports, once, statements that say "their own" or "his or her" about the person in the occupation, where most
    /// just say "own".
    ///
    /// # Why it matters
    /// Consistent wording reads better, and nobody wonders whether someone else is meant.
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

/// Words that refer to the person as somebody else.
const OTHER: &[&str] = &["their own", "his or her", "his/her", "he/she", "he or she"];

/// Words before "their own" that it may belong to: then it does not refer to the person.
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
    fn standard(&self, _: &Standard<'_>, cx: &mut LintContext<'_>) {
        let index = cx.index();
        let is_required = |found: &Occurrence<'_, '_>| found.entry.is_requirement();
        let mut other = index.first_occurrences(OTHER);
        other.retain(|found| is_required(found) && !mentions_people(index, found));
        let mut own = index.first_occurrences(&["their own", "own"]);
        own.retain(|found| is_required(found) && found.phrase == 1);
        let own = own.len();
        let Some(Occurrence { entry, range, .. }) = other.first().filter(|_| own > other.len()) else {
            return;
        };
        let (subject, text) = (&entry.subject, entry.text);
        let codes: Vec<String> = other.iter().map(|found| found.entry.subject.in_words()).collect();
        let verb = if codes.len() == 1 { "says" } else { "say" };
        let phrase = &text[range.clone()];
        let message = format!("{} {verb} \"{phrase}\", but {own} others say \"own\"", listed(&codes, 3));
        let mut diagnostic =
            cx.diagnostic(subject.to_string(), message, text.span_of(range.clone()), "most say \"own\" here");
        for Occurrence { entry, range, .. } in other.iter().skip(1).take(3) {
            diagnostic = diagnostic.label(cx.label(entry.text.span_of(range.clone()), "and here"));
        }
        cx.report(diagnostic.help("write \"own\" here too"));
    }
}

/// Whether people are named before the words, so that the words may refer to them.
fn mentions_people(index: &TextIndex<'_>, found: &Occurrence<'_, '_>) -> bool {
    let is_people = |word: &str| PEOPLE.iter().any(|known| known.eq_ignore_ascii_case(word));
    let mut before = index.words(found.entry).take_while(|(start, _)| *start < found.range.start);
    before.any(|(_, word)| is_people(word))
}
