//! [`DanglingCitation`].

use std::cell::LazyCell;
use std::collections::BTreeSet;
use std::ops::Range;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Code, Prefix, Standard};
use crate::text_index::{Entry, Role};

declare_rule! {
    /// # What it does
    /// Reports a code in the overview, the summary or the profile that the document does not have: "Duty 14" or
    /// "(K31)". Letters and digits count as a code only after a word such as "see" or "skill", in brackets, or next to
    /// another code, because "B2" and "S3" have other meanings too.
    ///
    /// # Why it matters
    /// Anyone who looks the code up finds nothing, or finds a different statement from the one intended.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "summary": ["This occupation is found in wineries (see K3)."],
    ///   "knowledge": [{ "code": "K1", "text": "How bottles are stored." }]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "summary": ["This occupation is found in wineries (see K1)."],
    ///   "knowledge": [{ "code": "K1", "text": "How bottles are stored." }]
    /// }
    /// ```
    ///
    /// # Source
    /// Convention.
    DanglingCitation { name: "dangling-citation", group: Summary, severity: Warning, needs_whole: true }
}

/// Words after which a code is meant as a code.
const LEADS: [&str; 8] =
    ["behaviour", "behaviours", "duties", "knowledge", "see", "skill", "skills", "statement"];

/// Words after which a code with a high number is meant as a code: few other things have such a number.
const HIGH_LEADS: [&str; 6] = ["by", "from", "in", "of", "per", "under"];

/// The numbers that count as high.
const HIGH: Range<u32> = 13..200;

/// Words that join codes.
const JOINS: [&str; 4] = ["and", "or", "to", "with"];

impl Rule for DanglingCitation {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let all = LazyCell::new(|| all_codes(standard));
        let kinds = LazyCell::new(|| all.iter().map(|code| code.prefix).collect::<BTreeSet<_>>());
        let may_cite = |one: &&Entry<'_>| one.role == Role::Narrative && has_digit(one.text);
        for entry in cx.index().entries().iter().filter(may_cite) {
            let (mut lead, mut before) = (None, None);
            for (start, word) in cx.index().words(entry) {
                if before.is_none() || !JOINS.contains(&word) {
                    before = cited(entry.text, lead, start, word, before.is_some());
                    let lacks = |code: &Code| kinds.contains(&code.prefix) && !all.contains(code);
                    if let Some((code, range)) = before.clone().filter(|(code, _)| lacks(code)) {
                        report(entry, code, range, cx);
                    }
                }
                lead = Some((start, word));
            }
        }
    }
}

/// Whether a text has a digit. It is searched many bytes at a time.
fn has_digit(text: &str) -> bool {
    let some_have = |some: &[u8]| some.iter().fold(false, |found, byte| found | byte.is_ascii_digit());
    text.as_bytes().chunks(64).any(some_have)
}

/// The codes of the duties and the statements.
fn all_codes(standard: &Standard<'_>) -> BTreeSet<Code> {
    let duties = standard.duties.items().iter().filter_map(|duty| duty.code);
    let statements = standard.statements.items().iter().map(|statement| statement.code);
    duties.chain(statements).map(|code| code.value).collect()
}

/// The code that a word of a text cites, and where. `follows_code`: whether the word before is another one.
fn cited(
    text: &str,
    lead: Option<(usize, &str)>,
    start: usize,
    word: &str,
    follows_code: bool,
) -> Option<(Code, Range<usize>)> {
    // Most words are not codes.
    if word.starts_with(|c: char| c.is_ascii_lowercase()) || !word.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let end = start + word.len();
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        // "Duty 3", but not "on duty 24 hours" or "Duty 3.5".
        let is_whole = !text[end..].starts_with(|c: char| !c.is_whitespace() && !",.;:)".contains(c))
            && !text[end..].chars().nth(1).is_some_and(|c| c.is_ascii_digit());
        let (duty, _) = lead.filter(|(_, lead)| is_whole && *lead == "Duty")?;
        return Some((Code::new(Prefix::D, word.parse().ok()?), duty..end));
    }
    // "B2B" is not a code, but "K1a" is.
    let is_written = word.starts_with(|c: char| c.is_ascii_uppercase())
        && word.ends_with(|c: char| c.is_ascii_digit() || c.is_ascii_lowercase());
    let code = Code::read(word.as_bytes()).filter(|_| is_written && word.len() <= 6)?;
    let is = |known: &str| lead.is_some_and(|(_, lead)| lead.eq_ignore_ascii_case(known));
    let in_brackets = text[..start].ends_with('(') && text[end..].starts_with([')', ',', ';']);
    let is_high = HIGH.contains(&code.number) && HIGH_LEADS.iter().any(|known| is(known));
    let is_meant = in_brackets || follows_code || is_high || LEADS.iter().any(|known| is(known));
    is_meant.then_some((code, start..end))
}

fn report(entry: &Entry<'_>, code: Code, range: Range<usize>, cx: &mut LintContext<'_>) {
    let subject = format!("{}→{code}", entry.subject);
    let message = format!("the text refers to {code}, but the document has no {code}");
    cx.report(
        cx.diagnostic(subject, message, entry.text.span_of(range), "no duty or statement has this code")
            .help("refer to a code that the document has, or remove this one"),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The codes that a text cites, as written.
    fn all(text: &str) -> Vec<&str> {
        let (mut found, mut before, mut lead) = (Vec::new(), false, None);
        for (start, word) in crate::model::words(text) {
            if !before || !JOINS.contains(&word) {
                let cited = cited(text, lead, start, word, before);
                before = cited.is_some();
                found.extend(cited.map(|(_, range)| &text[range]));
            }
            lead = Some((start, word));
        }
        found
    }

    #[test]
    fn codes_are_told_from_what_looks_like_them() {
        assert_eq!(all("They know it (K7), see S3, and so on."), ["K7", "S3"]);
        assert_eq!(all("What is set out in K31, and the B52 of a museum."), ["K31"]);
        assert_eq!(all("As in Duty 12, and in skills S1, S2 and S3."), ["Duty 12", "S1", "S2", "S3"]);
        assert!(
            all("English at level B2, in an S3 bucket and vitamin B12, by B2B (B2C), Duty 2.5.").is_empty()
        );
        assert!(all("They are on duty 24 hours, or Duty 24/7, and work with K9 units in S3.").is_empty());
    }
}
