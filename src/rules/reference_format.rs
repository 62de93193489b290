//! [`ReferenceFormat`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Format, Standard, StandardKind};

declare_rule! {
    /// # What it does
    /// Reports a reference that does not have the right form for its kind: 4 digits after ST for an apprenticeship, FA
    /// for a foundation apprenticeship, AU for an apprenticeship unit or OCC for an occupation. The reference of an
    /// occupation may have a letter at the end.
    ///
    /// # Why it matters
    /// Everything that reads the data finds a standard by its reference.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "reference": "ST99" }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "reference": "ST9904" }
    /// ```
    ///
    /// # Source
    /// Data: the import rejects anything else (E1002). The import accepts lower-case letters, so in an API record they
    /// are left as they are.
    ReferenceFormat { name: "reference-format", group: Identity, severity: Error, aliases: ["E1002"], needs_whole: true }
}

impl Rule for ReferenceFormat {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let facts = &standard.facts;
        let known: &[&str] = match standard.kind {
            StandardKind::Apprenticeship => &["ST"],
            StandardKind::FoundationApprenticeship => &["FA"],
            StandardKind::ApprenticeshipUnit => &["AU"],
            // The page of an occupation may show the reference of any product.
            StandardKind::Occupation => &["ST", "FA", "AU", "OCC"],
        };
        let fields = [("reference", &facts.reference, known), ("occupation", &facts.occupation, &["OCC"])];
        for (name, field, letters) in fields {
            let Some((text, place)) = standard.written(field) else { continue };
            let corrected = text.trim().to_ascii_uppercase();
            let read = if cx.format() == Format::StandardsApi { &corrected } else { text };
            if letters.iter().any(|letters| is_reference(read, letters)) {
                continue;
            }
            let letters = letters[0];
            let message = format!("\"{text}\" is not a reference for {}", noun(letters));
            let mut diagnostic = cx
                .diagnostic(name, message, place, format!("expected {letters} followed by 4 digits"))
                .help(format!("write {letters} followed by 4 digits"));
            if cx.format().is_json() && is_reference(&corrected, letters) {
                diagnostic = diagnostic.fix(true, place, corrected);
            }
            cx.report(diagnostic);
        }
    }
}

fn noun(letters: &str) -> &'static str {
    match letters {
        "FA" => "a foundation apprenticeship",
        "AU" => "an apprenticeship unit",
        "OCC" => "an occupation",
        _ => "an apprenticeship",
    }
}

fn is_reference(text: &str, letters: &str) -> bool {
    let Some(rest) = text.strip_prefix(letters) else { return false };
    let is_option = |last: char| letters == "OCC" && last.is_ascii_uppercase();
    let digits = rest.strip_suffix(is_option).unwrap_or(rest);
    digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit())
}
