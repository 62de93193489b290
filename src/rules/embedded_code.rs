//! [`EmbeddedCode`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, listed};
use crate::model::{Code, Format, Standard, embedded};
use crate::source::Text;

declare_rule! {
    /// # What it does
    /// Reports a code inside the text of a statement or duty in JSON. The text may start with its own code or another
    /// one ("K1: How bottles are stored."), or contain a code that seems to start another statement or duty ("How
    /// bottles are stored. K2: How casks are cleaned."), or the text of a duty may end with mapping codes. In pages and
    /// text drafts, `unread-content` reports these.
    ///
    /// # Why it matters
    /// A statement inside another is not seen, mapped or assessed. The same goes for codes that are in the text of a
    /// duty instead of its list. If text starts with its own code, the code is shown twice, and is wrong after the next
    /// renumbering.
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
    /// Convention: the code of a statement or duty is kept apart from its text, and the mapping apart from the duty.
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
            let names = [subject.as_str(), &standard.duty_name(index)];
            look_at(names, code, &duty.text, cx);
            report_mapping(names, &duty.text, cx);
        }
        for statement in standard.statements.items().iter().filter(|one| has_digit(&one.text)) {
            let code = statement.code.value;
            let name = code.to_string();
            look_at([&name; 2], Some(code), &statement.text, cx);
        }
    }
}

/// Whether a text has a digit. It is searched many bytes at a time.
fn has_digit(text: &str) -> bool {
    let some_have = |some: &[u8]| some.iter().fold(false, |found, byte| found | byte.is_ascii_digit());
    text.as_bytes().chunks(64).any(some_have)
}

/// Reports the codes in the text of something with this subject and this name.
fn look_at([subject, name]: [&str; 2], own: Option<Code>, text: &Text<'_>, cx: &mut LintContext<'_>) {
    if let Some((code, range)) = embedded::leading_code(text) {
        let span = text.span_of(range.clone());
        let (message, help) = if own == Some(code) {
            (
                format!("the text of {name} starts with its own code"),
                "remove the code from the text".to_owned(),
            )
        } else {
            let help = format!("remove {code} from the text, or check whether the text belongs to {code}");
            (format!("the text of {name} starts with another code, {code}"), help)
        };
        let mut found = cx.diagnostic(subject, message, span, "this code is part of the text").help(help);
        if own == Some(code) && cx.format() == Format::NativeJson {
            found = found.fix(true, span, "");
        }
        cx.report(found);
    }
    let Some(own) = own else { return };
    for (code, range) in embedded::likely_starts(own.prefix, text) {
        let message = format!("{code} seems to start inside the text of {name}");
        let help = format!("move {code} to its own place in the list, or reword {name} without the code");
        let label = "another statement seems to start here";
        cx.report(cx.diagnostic(format!("{subject}→{code}"), message, text.span_of(range), label).help(help));
    }
}

/// Reports the codes that the text of a duty ends with, if the document has one of them.
fn report_mapping([subject, name]: [&str; 2], text: &Text<'_>, cx: &mut LintContext<'_>) {
    let found = embedded::trailing_codes(text);
    let (Some((_, first)), Some((_, last))) = (found.first(), found.last()) else { return };
    if !found.iter().any(|(code, _)| cx.mapping().defines(*code)) {
        return;
    }
    let codes: Vec<String> = found.iter().map(|(code, _)| code.to_string()).collect();
    let (span, codes) = (text.span_of(first.start..last.end), listed(&codes, 5));
    let message = format!("the text of {name} ends with {codes}");
    let label = "this may be the mapping of the duty";
    cx.report(
        cx.diagnostic(subject, message, span, label)
            .help("move the codes from the text to the duty's list of codes"),
    );
}
