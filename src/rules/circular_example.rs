//! [`CircularExample`].

use std::ops::Range;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, phrases, words};

declare_rule! {
    /// # What it does
    /// Reports an example that only repeats what it is an example of: "Move items, for example crates and
    /// items".
    ///
    /// # Why it matters
    /// It says nothing, and often another word was meant.
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
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        for (subject, text) in standard.requirements() {
            let Some(range) = circular(text) else { continue };
            let example = text[range.clone()].to_owned();
            let message = format!("{} gives \"{example}\" as an example of itself", subject.in_words());
            cx.report(
                cx.diagnostic(
                    subject.to_string(),
                    message,
                    text.span_of(range),
                    "already said before the examples",
                )
                .help("give another example, or take it out"),
            );
        }
    }
}

/// Where an example stands that is a word from before the examples.
fn circular(text: &str) -> Option<Range<usize>> {
    let lead = ["for example", "including", "such as"].iter().find_map(|lead| phrases(text, lead).next())?;
    // A verb stands first: "Support ... including support" is another matter.
    let named: Vec<&str> = words(&text[..lead.start]).skip(1).map(|(_, word)| word).collect();
    let list = words(&text[lead.end..]).map(|(start, word)| (lead.end + start, word));
    let mut examples = list.filter(|(start, word)| stands_alone(text, *start, word.len()));
    let (start, word) = examples.find(|(_, word)| {
        word.len() > 3 && word.ends_with('s') && named.iter().any(|one| one.eq_ignore_ascii_case(word))
    })?;
    Some(start..start + word.len())
}

/// Whether a word is all of an item of a list: between commas, "and", "or" and the end.
fn stands_alone(text: &str, start: usize, length: usize) -> bool {
    let before = text[..start].trim_end();
    let after = text[start + length..].trim_start();
    let opens =
        [",", " and", " or", " example", " including", " as"].iter().any(|mark| before.ends_with(mark));
    let closes =
        after.is_empty() || [",", ".", ";", "and ", "or "].iter().any(|mark| after.starts_with(mark));
    opens && closes
}
