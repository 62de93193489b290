//! [`RepeatedWord`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;
use crate::text_index::{Entry, Mark, Role};

declare_rule! {
    /// # What it does
    /// Reports a word that is repeated: "the the". "had had" and "that that" are left alone, and so are names such as
    /// "Walla Walla".
    ///
    /// # Why it matters
    /// It is left over from an edit, and is easy to miss at the end of a line.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "overview": "Looking after the the wine of a grower." }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "overview": "Looking after the wine of a grower." }
    /// ```
    ///
    /// # Source
    /// Convention.
    RepeatedWord { name: "repeated-word", group: Wording, severity: Warning, needs_whole: true }
}

/// Words that can correctly occur twice in a row.
const ALLOWED: [&str; 2] = ["had", "that"];

impl Rule for RepeatedWord {
    fn standard(&self, _: &Standard<'_>, cx: &mut LintContext<'_>) {
        let is_text = |entry: &&Entry<'_>| entry.is_prose() || entry.role == Role::Title;
        for entry in cx.index().marked(&[Mark::Repeat]).filter(is_text) {
            look_at(entry, cx);
        }
    }
}

fn look_at(entry: &Entry<'_>, cx: &mut LintContext<'_>) {
    let text = entry.text;
    let words = cx.index().words(entry);
    for ((start, first), (again, second)) in words.clone().zip(words.skip(1)) {
        let end = start + first.len();
        let gap = &text[end..again];
        if gap.chars().all(char::is_whitespace) && is_repeated(first, second) {
            let span = text.span_of(end..again + second.len());
            let message = format!("\"{second}\" is repeated");
            let place = text.span_of(again..again + second.len());
            cx.report(
                cx.diagnostic(entry.subject.to_string(), message, place, "repeated here")
                    .help(format!("remove one \"{second}\""))
                    .fix(true, span, ""),
            );
        }
    }
}

/// Whether two words are one word written twice: a capital means the start of a sentence, or else a name.
fn is_repeated(first: &str, second: &str) -> bool {
    first.eq_ignore_ascii_case(second)
        && second.chars().all(|c| c.is_alphabetic() && c.is_lowercase())
        && !ALLOWED.iter().any(|allowed| allowed.eq_ignore_ascii_case(second))
}

#[cfg(test)]
mod tests {
    use super::is_repeated;

    #[test]
    fn words_that_may_stand_twice_are_left_alone() {
        assert!(is_repeated("the", "the") && is_repeated("The", "the"));
        for (first, second) in
            [("had", "had"), ("That", "that"), ("Walla", "Walla"), ("2", "2"), ("the", "them")]
        {
            assert!(!is_repeated(first, second), "{first} {second}");
        }
    }
}
