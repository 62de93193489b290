//! [`MissingFullStop`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, Subject};
use crate::source::Text;
use crate::text_index::{Entry, Mark};

declare_rule! {
    /// # What it does
    /// Reports a duty or statement that does not end with a full stop. If this is true of most of a list, the list is
    /// reported once.
    ///
    /// # Why it matters
    /// Published statements are sentences that end with a full stop. If it is missing, part of the text may be missing
    /// too.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored" },
    ///     { "code": "K2", "text": "How casks are cleaned." },
    ///     { "code": "K3", "text": "How corks are chosen." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." },
    ///     { "code": "K2", "text": "How casks are cleaned." },
    ///     { "code": "K3", "text": "How corks are chosen." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Convention: every statement in the published standards that we looked at ends with one.
    MissingFullStop { name: "missing-full-stop", group: Wording, severity: Advice, needs_whole: true }
}

impl Rule for MissingFullStop {
    fn standard(&self, _: &Standard<'_>, cx: &mut LintContext<'_>) {
        let texts = cx.index().requirements().iter();
        let is_code = |one: &&Entry<'_>| matches!(one.subject, Subject::Code(_));
        for has_code in [true, false] {
            let own = texts.clone().filter(|one| is_code(one) == has_code);
            let written = own.filter(|one| !one.has(Mark::Placeholder));
            let open: Vec<_> = written.clone().filter(|one| one.has(Mark::OpenEnd)).collect();
            match open.as_slice() {
                [first, _, ..] if open.len() * 2 > written.count() => {
                    report_list(&first.subject, first.text, open.len(), cx);
                }
                _ => open.iter().for_each(|one| report(&one.subject, one.text, cx)),
            }
        }
    }
}

fn report(subject: &Subject, text: &Text<'_>, cx: &mut LintContext<'_>) {
    let end = text.trim_end().len();
    let last = text[..end].chars().next_back().map_or(0, char::len_utf8);
    let message = format!("{} does not end with a full stop", subject.in_words());
    let mut diagnostic = cx
        .diagnostic(subject.to_string(), message, text.span_of(end - last..end), "the text ends here")
        .help("add the full stop, or the missing end of the text");
    if !text[..end].ends_with([',', '-', '–', '&']) {
        diagnostic = diagnostic.fix(false, text.span_of(end..end), ".");
    }
    cx.report(diagnostic);
}

fn report_list(first: &Subject, text: &Text<'_>, count: usize, cx: &mut LintContext<'_>) {
    let message = format!("{count} duties and statements do not end with a full stop");
    let subject = if matches!(first, Subject::Code(_)) { "statements" } else { "duties" };
    cx.report(
        cx.diagnostic(subject, message, text.span(), "the first without one")
            .help("end each one with a full stop"),
    );
}
