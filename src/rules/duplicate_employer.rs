//! [`DuplicateEmployer`].

use std::collections::{BTreeMap, BTreeSet};

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{List, Standard, folded};
use crate::source::{Span, Text};

declare_rule! {
    /// # What it does
    /// Reports an employer that appears more than once in the list of employers, and a list of employers that appears
    /// twice in the document.
    ///
    /// # Why it matters
    /// The employers must represent those who employ people in the occupation. Repeated names make the group look
    /// larger than it is.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "employers": ["Hillside Wines", "Cork and Cask", "Hillside Wines"]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "employers": ["Hillside Wines", "Cork and Cask"]
    /// }
    /// ```
    ///
    /// # Source
    /// Data: seen in published standards.
    DuplicateEmployer { name: "duplicate-employer", group: Identity, severity: Warning }
}

impl Rule for DuplicateEmployer {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let mut reported: BTreeSet<String> = BTreeSet::new();
        if standard.employers.len() < 2 {
            let alike = cx.index().duplicates(cx.index().employers()).into_iter();
            return report_names(alike.map(|name| (name.text, folded(name.text))), &mut reported, cx);
        }
        let mut seen: Vec<(Vec<String>, Span)> = Vec::new();
        for (index, list) in standard.employers.iter().enumerate() {
            let names: Vec<String> = list.items.iter().map(|name| folded(name)).collect();
            if let Some((_, place)) = seen.iter().find(|(known, _)| *known == names) {
                report_list(index, list, *place, cx);
            } else {
                report_names(list.items.iter().zip(names.clone()), &mut reported, cx);
                seen.push((names, list.heading));
            }
        }
    }
}

fn report_list(index: usize, list: &List<Text<'_>>, first: Span, cx: &mut LintContext<'_>) {
    let message = format!("the list of {} employers appears twice", list.items.len());
    cx.report(
        cx.diagnostic(format!("employers[{index}]"), message, list.heading, "this repeats the first list")
            .label(cx.label(first, "the first list"))
            .help("remove one of the 2 lists"),
    );
}

/// Reports each name that occurs more than once in a list, at its second place.
fn report_names<'d>(
    names: impl Iterator<Item = (&'d Text<'d>, String)>,
    reported: &mut BTreeSet<String>,
    cx: &mut LintContext<'_>,
) {
    let names: Vec<_> = names.collect();
    let mut places: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    for (text, name) in &names {
        places.entry(name.as_str()).or_default().push(text.span());
    }
    for (text, name) in &names {
        let same = places.remove(name.as_str()).unwrap_or_default();
        let [first, second, more @ ..] = same.as_slice() else {
            continue;
        };
        if name.is_empty() || !reported.insert(name.clone()) {
            continue;
        }
        let times = if more.is_empty() { "twice".to_owned() } else { format!("{} times", more.len() + 2) };
        let message = format!("{} is in the list of employers {times}", text.as_str());
        let mut diagnostic = cx
            .diagnostic(text.as_str(), message, *second, "repeated here")
            .label(cx.label(*first, "first listed here"))
            .help("list each employer once");
        for place in more {
            diagnostic = diagnostic.label(cx.label(*place, "and here"));
        }
        cx.report(diagnostic);
    }
}
