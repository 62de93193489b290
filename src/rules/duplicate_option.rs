//! [`DuplicateOption`].

use std::collections::{BTreeMap, BTreeSet};

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, folded};
use crate::source::{Span, Text};

declare_rule! {
    /// # What it does
    /// Reports an option with the same id or code as an earlier option, or with the same title apart from case and
    /// spacing.
    ///
    /// # Why it matters
    /// Duties refer to options by their IDs, so readers cannot tell which of the two a duty belongs to. Apprentices and
    /// employers know options by their titles, and cannot tell which one to choose.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "options": [{ "code": "A", "title": "Wine cellars" }, { "code": "A", "title": "Beer cellars" }]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "options": [{ "code": "A", "title": "Wine cellars" }, { "code": "B", "title": "Beer cellars" }]
    /// }
    /// ```
    ///
    /// # Source
    /// Data: a published standard has had two options with the same id.
    DuplicateOption { name: "duplicate-option", group: Structure, severity: Error }
}

impl Rule for DuplicateOption {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let options = standard.options.items();
        let said =
            report_repeated(options.iter().map(|option| option.code.stated()), "ID", &BTreeSet::new(), cx);
        let of_feed = standard.feed.iter().flat_map(|feed| feed.unstructured_options.items()).map(Some);
        let titles = options.iter().map(|option| option.title.stated()).chain(of_feed);
        report_repeated(titles, "title", &said, cx);
    }
}

/// Reports each text that repeats an earlier one, except for options that have already been reported. Returns the
/// options that it reports.
fn report_repeated<'d>(
    texts: impl Iterator<Item = Option<&'d Text<'d>>>,
    what: &str,
    said: &BTreeSet<usize>,
    cx: &mut LintContext<'_>,
) -> BTreeSet<usize> {
    let (mut first, mut found): (BTreeMap<String, Span>, _) = (BTreeMap::new(), BTreeSet::new());
    for (index, text) in texts.enumerate() {
        let Some((text, key)) = text.map(|text| (text, folded(text))).filter(|(_, key)| !key.is_empty())
        else {
            continue;
        };
        let Some(place) = first.get(&key) else {
            first.insert(key, text.span());
            continue;
        };
        found.insert(index);
        if said.contains(&index) {
            continue;
        }
        let message = format!("2 options have the {what} \"{}\"", text.trim());
        cx.report(
            cx.diagnostic(format!("options[{index}]"), message, text.span(), "repeated here")
                .label(cx.label(*place, "first used here"))
                .help(format!("change one of the 2 {what}s, then check which option each duty refers to")),
        );
    }
    found
}
