//! [`ContradictoryFlags`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Feed, Standard, folded, is_placeholder, words};
use crate::source::{Span, Text};

declare_rule! {
    /// # What it does
    /// Reports values in a standards API record that contradict each other. The record says "non-degree qualification",
    /// but its title, keywords or `integratedApprenticeship` say that it is a degree apprenticeship. Or it says that
    /// the standard does not have a core and options, but lists options. Or it says that the occupation is not
    /// regulated, but names a regulating body other than "None" or "N/A".
    ///
    /// # Why it matters
    /// Lists and filters use these values, so the standard appears in the wrong ones.
    ///
    /// # Example
    /// ```json,fails
    /// { "referenceNumber": "ST9902", "regulated": false, "regulatedBody": "Council of cellars" }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "referenceNumber": "ST9902", "regulated": true, "regulatedBody": "Council of cellars" }
    /// ```
    ///
    /// # Source
    /// Data: a published standard has had "non-degree qualification" and the keyword "Degree-apprenticeship".
    ContradictoryFlags { name: "contradictory-flags", group: Identity, severity: Warning }
}

impl Rule for ContradictoryFlags {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let Some(feed) = standard.feed.as_deref() else { return };
        if let Some((text, degree)) = non_degree(feed).zip(degree(standard, feed)) {
            let message = "the record says both that this is a degree apprenticeship and that it is not";
            let pair = [(text.span(), "this says that it is not"), (degree, "this says that it is")];
            report("integratedDegree", message, pair, cx);
        }
        let options = standard.options.stated().map(|list| list.heading);
        let by_title = feed.unstructured_options.items().first().map(Text::span);
        let flag = feed.core_and_options.stated().filter(|flag| !flag.value);
        if let Some((flag, options)) = flag.zip(options.or(by_title)) {
            let message = "the record says that the standard has no options, but it lists some";
            report(
                "coreAndOptions",
                message,
                [(flag.span, "this says that there are no options"), (options, "the options")],
                cx,
            );
        }
        let regulated = standard.facts.regulated.stated().filter(|regulated| !regulated.value);
        let body = feed.regulated_body.stated().filter(|body| !is_placeholder(body));
        if let Some((flag, body)) = regulated.zip(body) {
            let message =
                "the record says that the occupation is not regulated, but names a body that regulates it";
            report(
                "regulated",
                message,
                [
                    (flag.span, "this says that it is not regulated"),
                    (body.span(), "the body that regulates it"),
                ],
                cx,
            );
        }
    }
}

fn report(subject: &str, message: &str, [one, other]: [(Span, &str); 2], cx: &mut LintContext<'_>) {
    cx.report(
        cx.diagnostic(subject, message, one.0, one.1)
            .label(cx.label(other.0, other.1))
            .help("correct one of the 2 values"),
    );
}

/// What says that there is no degree.
fn non_degree<'f, 's>(feed: &'f Feed<'s>) -> Option<&'f Text<'s>> {
    feed.integrated_degree.stated().filter(|text| plain(text).starts_with("non degree"))
}

/// Where the record says that there is one.
fn degree(standard: &Standard<'_>, feed: &Feed<'_>) -> Option<Span> {
    let title = standard.facts.title.stated();
    let title = title.filter(|title| words(title).any(|(_, word)| word.eq_ignore_ascii_case("degree")));
    let mut keywords = standard.keywords.items().iter();
    let keyword =
        || keywords.find(|keyword| plain(keyword).contains("degree apprenticeship")).map(Text::span);
    let flag = || feed.integrated_apprenticeship.stated().filter(|flag| flag.value).map(|flag| flag.span);
    title.map(Text::span).or_else(keyword).or_else(flag)
}

fn plain(text: &str) -> String {
    folded(text).replace('-', " ")
}
