//! [`NearDuplicateEmployer`].

use std::collections::BTreeMap;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, folded, words};
use crate::source::Text;

declare_rule! {
    /// # What it does
    /// Reports employers whose names differ only in words such as "NHS", "Foundation", "Trust", "Ltd" or "Group". They
    /// are probably the same employer.
    ///
    /// # Why it matters
    /// The employers must represent those who employ people in the occupation. Repeated names make the group look
    /// larger than it is.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "employers": ["Hillside Wines Ltd", "Cork and Cask", "Hillside Wines plc"] }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "employers": ["Hillside Wines Ltd", "Cork and Cask"] }
    /// ```
    ///
    /// # Source
    /// Data: seen in published standards.
    NearDuplicateEmployer { name: "near-duplicate-employer", group: Identity, severity: Warning }
}

/// Words that say what sort of employer it is and not which one, so names with and without them are the same.
const GENERAL: &[&str] = &[
    "and",
    "co",
    "company",
    "corporation",
    "employer",
    "foundation",
    "ft",
    "group",
    "holdings",
    "inc",
    "limited",
    "llp",
    "ltd",
    "nhs",
    "of",
    "plc",
    "the",
    "trust",
    "uk",
];

impl Rule for NearDuplicateEmployer {
    fn standard(&self, _: &Standard<'_>, cx: &mut LintContext<'_>) {
        let index = cx.index();
        let mut seen: BTreeMap<String, Vec<(String, &Text<'_>)>> = BTreeMap::new();
        for name in index.duplicates_ignoring(GENERAL, index.employers()) {
            let spelling = folded(name.text);
            let spellings = seen.entry(core(&spelling)).or_default();
            if spellings.iter().all(|(known, _)| *known != spelling) {
                spellings.push((spelling, name.text));
            }
        }
        for (core, spellings) in seen.iter().filter(|(core, _)| !core.is_empty()) {
            let [(_, first), (_, second), more @ ..] = spellings.as_slice() else { continue };
            let two = format!("\"{}\" and \"{}\"", first.as_str(), second.as_str());
            let message = match more.len() {
                0 => format!("{two} are probably the same employer"),
                more => format!("{two}, and {more} more, are probably the same employer"),
            };
            let mut diagnostic = cx
                .diagnostic(core, message, second.span(), "this name is almost the same")
                .label(cx.label(first.span(), "the first of these names"))
                .help("list each employer once, with its full name");
            for (_, name) in more {
                diagnostic = diagnostic.label(cx.label(name.span(), "and this one"));
            }
            cx.report(diagnostic);
        }
    }
}

/// The words of a folded name that say which employer it is.
fn core(name: &str) -> String {
    let own = words(name).map(|(_, word)| word).filter(|word| GENERAL.binary_search(word).is_err());
    own.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_core_of_a_name_is_what_tells_it_apart() {
        assert!(GENERAL.is_sorted());
        assert_eq!(core("the riverside hospitals nhs foundation trust"), "riverside hospitals");
        assert_eq!(core("nhs trust"), "");
    }
}
