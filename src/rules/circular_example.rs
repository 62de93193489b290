//! [`CircularExample`].

use std::ops::Range;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;
use crate::text_index::{Occurrence, TextIndex};

declare_rule! {
    /// # What it does
    /// Reports an example that only repeats what it is an example of: "Move items, for example crates and items".
    ///
    /// # Why it matters
    /// The example adds nothing. Often a different word was intended.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "skills": [
    ///     { "code": "S1", "text": "Move items safely, for example crates and items." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "skills": [
    ///     { "code": "S1", "text": "Move items safely, for example crates and casks." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Data: seen in published standards.
    CircularExample { name: "circular-example", group: Wording, severity: Advice }
}

impl Rule for CircularExample {
    fn standard(&self, _: &Standard<'_>, cx: &mut LintContext<'_>) {
        let leads = cx.index().first_occurrences(&["for example", "including", "such as"]);
        for lead in leads.iter().filter(|lead| lead.entry.is_requirement()) {
            let Some(range) = circular(cx.index(), lead) else { continue };
            let (subject, text) = (&lead.entry.subject, lead.entry.text);
            let example = text[range.clone()].to_owned();
            let message =
                format!("{} gives \"{example}\" as an example of \"{example}\"", subject.in_words());
            cx.report(
                cx.diagnostic(
                    subject.to_string(),
                    message,
                    text.span_of(range),
                    "this word comes before the examples too",
                )
                .help("give a different example, or remove this one"),
            );
        }
    }
}

/// Where an example is a word that already comes before the examples.
fn circular(index: &TextIndex<'_>, lead: &Occurrence<'_, '_>) -> Option<Range<usize>> {
    let words = || index.words(lead.entry);
    // The first word is a verb: "Support ... including support" is another matter.
    let named = words().take_while(|(start, _)| *start < lead.range.start).skip(1);
    let examples = words().skip_while(|(start, _)| *start < lead.range.end);
    let mut plurals = examples.filter(|(_, word)| word.len() > 3 && word.ends_with('s'));
    let (start, word) = plurals.find(|(start, word)| {
        stands_alone(lead.entry.text, *start, word.len())
            && named.clone().any(|(_, one)| one.eq_ignore_ascii_case(word))
    })?;
    Some(start..start + word.len())
}

/// Whether a word is a whole item of a list: between commas, "and", "or" and the end.
fn stands_alone(text: &str, start: usize, length: usize) -> bool {
    let before = text[..start].trim_end();
    let after = text[start + length..].trim_start();
    let opens =
        [",", " and", " or", " example", " including", " as"].iter().any(|mark| before.ends_with(mark));
    let closes =
        after.is_empty() || [",", ".", ";", "and ", "or "].iter().any(|mark| after.starts_with(mark));
    opens && closes
}
