//! [`CodeKind`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;

declare_rule! {
    /// # What it does
    /// Reports a code in the list of another kind: a K code in the list of skills.
    ///
    /// # Why it matters
    /// A statement belongs to the list that it is in, whatever its code says. Either the letter is wrong, or the
    /// statement is in the wrong list.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." },
    ///     { "code": "K2", "text": "How casks are cleaned." }
    ///   ],
    ///   "skills": [
    ///     { "code": "S1", "text": "Stack bottles safely." },
    ///     { "code": "K3", "text": "Fix labels straight." }
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
    ///     { "code": "K2", "text": "How casks are cleaned." }
    ///   ],
    ///   "skills": [
    ///     { "code": "S1", "text": "Stack bottles safely." },
    ///     { "code": "S2", "text": "Fix labels straight." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Convention: K is knowledge, S is a skill and B is a behaviour. Foundation apprenticeships and units use TK, TS
    /// and ESB.
    CodeKind { name: "code-kind", group: Codes, severity: Warning }
}

impl Rule for CodeKind {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        for statement in standard.statements.items() {
            let (code, kind) = (statement.code.value, statement.kind);
            let prefix = kind.prefix();
            if code.prefix == prefix {
                continue;
            }
            let message = format!("{code} is in the list of {}", kind.nouns());
            let label = format!("codes of {} start with {}", kind.nouns(), prefix.letters());
            let help = match code.prefix.kind() {
                Some(meant) => format!(
                    "if it is a {}, move it to the {}; otherwise give it a code that starts with {}",
                    meant.noun(),
                    meant.nouns(),
                    prefix.letters()
                ),
                None => format!("give it a code that starts with {}", prefix.letters()),
            };
            cx.report(cx.diagnostic(code.to_string(), message, statement.code.span, label).help(help));
        }
    }
}
