//! [`EmbeddedCode`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, listed};
use crate::model::{Code, Format, Standard, embedded};
use crate::source::Text;

declare_rule! {
    /// # What it does
    /// Reports a code inside the text of a statement or duty in JSON: its own or another one in front ("K1: How bottles
    /// are stored."), one with which another text seems to begin ("How bottles are stored. K2: How casks are cleaned."),
    /// and the codes of a mapping at the end of a duty. Of the same in pages and drafts as text, `unread-content`
    /// speaks.
    ///
    /// # Why it matters
    /// A statement inside another one is not seen, mapped or assessed, and so are codes that stand in the text of a duty
    /// instead of its list. A text's own code in front is shown twice, and is wrong after the next renumbering.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [{ "code": "K1", "text": "How bottles are stored. K2: How casks are cleaned." }]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." },
    ///     { "code": "K2", "text": "How casks are cleaned." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Convention: the code of a statement or duty and its text are told apart, and so are a duty and its mapping.
    EmbeddedCode { name: "embedded-code", group: Codes, severity: Warning }
}

impl Rule for EmbeddedCode {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        if !cx.format().is_json() {
            return;
        }
        for (index, duty) in
            standard.duties.items().iter().enumerate().filter(|(_, duty)| has_digit(&duty.text))
        {
            let (subject, code) = (standard.duty_subject(index), duty.code.map(|code| code.value));
            look_at(&subject, code, &duty.text, cx);
            report_mapping(&subject, &duty.text, cx);
        }
        for statement in standard.statements.items().iter().filter(|one| has_digit(&one.text)) {
            let code = statement.code.value;
            look_at(&code.to_string(), Some(code), &statement.text, cx);
        }
    }
}

/// Whether a text has a digit, which is looked for many bytes at a time.
fn has_digit(text: &str) -> bool {
    let some_have = |some: &[u8]| some.iter().fold(false, |found, byte| found | byte.is_ascii_digit());
    text.as_bytes().chunks(64).any(some_have)
}

fn look_at(subject: &str, own: Option<Code>, text: &Text<'_>, cx: &mut LintContext<'_>) {
    if let Some((code, range)) = embedded::in_front(text) {
        let span = text.span_of(range.clone());
        let (message, help) = if own == Some(code) {
            (
                format!("the text of {subject} begins with its own code"),
                "take the code out of the text".to_owned(),
            )
        } else {
            let help = format!("take {code} out of the text, or see whether the text belongs to {code}");
            (format!("the text of {subject} begins with another code, {code}"), help)
        };
        let mut found = cx.diagnostic(subject, message, span, "a code in the text").help(help);
        if own == Some(code) && cx.format() == Format::NativeJson {
            found = found.fix(true, span, "");
        }
        cx.report(found);
    }
    let Some(own) = own else { return };
    for (code, range) in embedded::beginnings(own.prefix, text) {
        let message = format!("{code} seems to begin inside the text of {subject}");
        let help = format!("give {code} an entry of its own, or word {subject} without the code");
        let label = "another text seems to begin here";
        cx.report(cx.diagnostic(format!("{subject}→{code}"), message, text.span_of(range), label).help(help));
    }
}

/// Reports the codes that the text of a duty ends with, if the document has one of them.
fn report_mapping(subject: &str, text: &Text<'_>, cx: &mut LintContext<'_>) {
    let found = embedded::at_end(text);
    let (Some((_, first)), Some((_, last))) = (found.first(), found.last()) else { return };
    if !found.iter().any(|(code, _)| cx.mapping().defines(*code)) {
        return;
    }
    let codes: Vec<String> = found.iter().map(|(code, _)| code.to_string()).collect();
    let (span, codes) = (text.span_of(first.start..last.end), listed(&codes, 5));
    let message = format!("the text of {subject} ends with {codes}");
    let label = "these may be meant as the mapping of the duty";
    cx.report(
        cx.diagnostic(subject, message, span, label)
            .help("put the codes that the duty lists in its list, and take them out of its text"),
    );
}
