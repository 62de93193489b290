//! [`DanglingCitation`].

use std::ops::Range;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Code, Passage, Prefix, Role, Standard};

declare_rule! {
    /// # What it does
    /// Reports a code that the overview, the summary or the profile names, and that the document does not have:
    /// "duty 14" or "(K31)". A code counts as one only behind a word such as "see", "duty" or "skill", in brackets,
    /// or beside another code, for "B2" and "C1" have other meanings as well.
    ///
    /// # Why it matters
    /// Whoever looks the code up finds nothing, or another statement than was meant once.
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

/// Words behind which a code is meant as one.
const LEADS: [&str; 14] = [
    "and",
    "behaviour",
    "behaviours",
    "by",
    "code",
    "codes",
    "duties",
    "duty",
    "in",
    "knowledge",
    "see",
    "skill",
    "skills",
    "statement",
];

impl Rule for DanglingCitation {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        for passage in cx.concordance().passages().iter().filter(|one| one.role == Role::Narrative) {
            let words: Vec<(usize, &str)> = cx.concordance().words(passage).collect();
            let mut before = None;
            for (index, (start, word)) in words.iter().enumerate() {
                let lead = index.checked_sub(1).map(|index| words[index]);
                let cited = cited(passage.text, lead, *start, word, before.is_some());
                if let Some((code, range)) = cited.clone().filter(|(code, _)| lacks(standard, *code, cx)) {
                    report(passage, code, range, cx);
                }
                before = cited;
            }
        }
    }
}

/// The code that is cited by a word of a text, and where. `behind_code`: whether the word before is another one.
fn cited(
    text: &str,
    lead: Option<(usize, &str)>,
    start: usize,
    word: &str,
    behind_code: bool,
) -> Option<(Code, Range<usize>)> {
    let is = |known: &str| lead.is_some_and(|(_, lead)| lead.eq_ignore_ascii_case(known));
    let end = start + word.len();
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        // "duty 3", but not "duty 3.5".
        let is_whole = !text[end..].starts_with(['.', ',', '-', '%'])
            || text[end..].len() < 2
            || text[end + 1..].starts_with(' ');
        let code = Code::new(Prefix::D, word.parse().ok()?);
        return (is("duty") && is_whole).then(|| (code, lead.map_or(start, |(at, _)| at)..end));
    }
    let has_capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    let code = Code::read(word.as_bytes()).filter(|_| has_capital && word.len() <= 6)?;
    let in_brackets = text[..start].ends_with('(') && text[end..].starts_with([')', ',', ';']);
    let is_meant = in_brackets || behind_code || LEADS.iter().any(|known| is(known));
    is_meant.then_some((code, start..end))
}

/// Whether the document has codes of this kind, and not this one.
fn lacks(standard: &Standard<'_>, code: Code, cx: &LintContext<'_>) -> bool {
    let duties = || standard.duties.items().iter().filter_map(|duty| duty.code).map(|code| code.value);
    match code.prefix {
        Prefix::D => duties().next().is_some() && duties().all(|known| known != code),
        prefix => {
            let defined = cx.mapping().defined();
            defined.iter().any(|known| known.prefix == prefix) && !cx.mapping().defines(code)
        }
    }
}

fn report(passage: &Passage<'_>, code: Code, range: Range<usize>, cx: &mut LintContext<'_>) {
    let subject = format!("{}→{code}", passage.subject);
    let message = format!("the text names {code}, which the document does not have");
    cx.report(
        cx.diagnostic(subject, message, passage.text.span_of(range), "there is no such code")
            .help("name a code that the document has, or take this one out"),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The codes that a text cites, as written.
    fn all(text: &str) -> Vec<&str> {
        let (mut found, mut before, mut lead) = (Vec::new(), false, None);
        for (start, word) in crate::model::words(text) {
            let cited = cited(text, lead, start, word, before);
            before = cited.is_some();
            lead = Some((start, word));
            found.extend(cited.map(|(_, range)| &text[range]));
        }
        found
    }

    #[test]
    fn codes_are_told_from_what_looks_like_them() {
        assert_eq!(all("They know it (K7), see S3, and so on."), ["K7", "S3"]);
        assert_eq!(all("As in duty 12, and in skills S1, S2 and S3."), ["duty 12", "S1", "S2", "S3"]);
        assert!(all("English at level B2, an S3 bucket, vitamin B12, duty 2.5 and 12 duties.").is_empty());
    }
}
