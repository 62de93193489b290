//! [`AmericanSpelling`].

use std::ops::Range;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, words};
use crate::spelling::{SpellingFault, british};
use crate::text_index::{Entry, Mark, Occurrence, Role, TextIndex};

declare_rule! {
    /// # What it does
    /// Reports the first word in American spelling in the title, the overview and each paragraph, duty and statement:
    /// "organize", "behavior", "center". Also reports "practice" used as a verb and "practise" used as a noun.
    ///
    /// # Why it matters
    /// Standards are written in British English. If a word is spelt in two ways, a search for one spelling misses the
    /// other.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [
    ///     { "code": "D1", "text": "Practice within the limits of own role." },
    ///     { "code": "D2", "text": "Organize the cellar." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [
    ///     { "code": "D1", "text": "Practise within the limits of own role." },
    ///     { "code": "D2", "text": "Organise the cellar." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Convention: published standards and the government style guide use -ise.
    AmericanSpelling { name: "american-spelling", group: Wording, severity: Advice }
}

/// After these, "practise" is meant as a noun.
const BEFORE_NOUN: &[&str] = &["best", "clinical", "good", "own", "professional", "safe", "working"];

/// What comes after the verb "practice" at the start of a duty or a skill: how or where it is done.
const AFTER_VERB: &[&str] = &["according", "as", "at", "in", "safe", "safely", "within"];

impl Rule for AmericanSpelling {
    fn standard(&self, _: &Standard<'_>, cx: &mut LintContext<'_>) {
        for entry in with_american(cx.index()) {
            let text = entry.text;
            let Some((range, british)) = first_american(text) else { continue };
            let word = &text[range.clone()];
            let (message, label) = match word {
                "practise" => ("\"practise\" is the verb, but a noun is needed".to_owned(), "this is a noun"),
                "Practice" => ("\"Practice\" is the noun, but a verb is needed".to_owned(), "this is a verb"),
                _ => (format!("\"{word}\" is American spelling"), "this is American spelling"),
            };
            cx.report(
                cx.diagnostic(entry.subject.to_string(), message, text.span_of(range), label)
                    .help(format!("use the British spelling, \"{british}\"")),
            );
        }
    }
}

/// The texts that are checked and may have an American word. "Practice" counts only at the start of a text.
fn with_american<'c, 'd>(index: &'c TextIndex<'d>) -> Vec<&'c Entry<'d>> {
    let mut entries = index.with_fault(SpellingFault::American);
    let practice = index.first_occurrences(&["practice", "practise"]).into_iter();
    let may_be_wrong = |found: &Occurrence<'_, '_>| found.phrase == 1 || found.word == 0;
    entries.extend(practice.filter(may_be_wrong).map(|found| found.entry));
    let is_text = |one: &Entry<'_>| one.is_prose() || one.role == Role::Title;
    entries.retain(|entry| is_text(entry) && !entry.has(Mark::Placeholder));
    entries.sort_unstable_by_key(|entry| entry.index);
    entries.dedup_by_key(|entry| entry.index);
    entries
}

/// The first American word of a text and the British one. A capital letter inside a sentence marks a name.
fn first_american(text: &str) -> Option<(Range<usize>, String)> {
    let all: Vec<(usize, &str)> = words(text).collect();
    all.iter().enumerate().find_map(|(index, (start, word))| {
        let is_name = index > 0 && word.starts_with(char::is_uppercase);
        let before = index.checked_sub(1).map(|index| all[index].1);
        let british = || british(word).map(|british| with_case_of(word, &british));
        let practise = || practise(before, word, all.get(index + 1));
        let british = if is_name { None } else { british().or_else(practise) };
        british.map(|british| (*start..start + word.len(), british))
    })
}

/// A word with a capital at its start if `word` has one.
fn with_case_of(word: &str, british: &str) -> String {
    let (first, rest) = british.split_at(british.chars().next().map_or(0, char::len_utf8));
    if word.starts_with(char::is_uppercase) { first.to_uppercase() + rest } else { british.to_owned() }
}

/// "Practice" as a verb and "practise" as a noun.
fn practise(before: Option<&str>, word: &str, after: Option<&(usize, &str)>) -> Option<String> {
    let is_one_of = |known: &[&str], word: &str| known.iter().any(|known| known.eq_ignore_ascii_case(word));
    match before {
        None if word == "Practice" => {
            let (_, next) = after?;
            let is_verb = is_one_of(AFTER_VERB, next) || next.ends_with("ly");
            is_verb.then(|| "Practise".to_owned())
        }
        Some(before) if word == "practise" && is_one_of(BEFORE_NOUN, before) => Some("practice".to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn practice_is_a_noun() {
        let found = |text: &str| first_american(text).map(|(_, british)| british);
        assert_eq!(found("Practice professionally.").as_deref(), Some("Practise"));
        assert_eq!(found("Best practise in cellars.").as_deref(), Some("practice"));
        assert_eq!(found("Practice nurses help."), None);
        assert_eq!(found("Organize the work.").as_deref(), Some("Organise"));
        assert_eq!(found("The World Health Organization."), None);
    }
}
