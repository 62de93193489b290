//! Findings in words: in the list of a document, and at their places.

use maud::{Markup, html};

use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::report::diff::sentence_case;
use crate::report::html_page::{file_name, text};
use crate::report::label_position::LabelPosition;
use crate::source::{SourceId, Sources};

/// The bytes that a finding takes up, besides its words.
const AROUND: usize = 600;

/// Roughly how many bytes of a page a finding takes up.
pub(super) fn size(finding: &Diagnostic) -> usize {
    let labels: usize = finding.labels.iter().map(|label| label.message.len() + 40).sum();
    AROUND + 2 * finding.message.len() + finding.help.as_ref().map_or(0, String::len) + labels
}

/// The severity, as a word with a sign.
pub(in crate::report) fn badge(severity: Severity) -> Markup {
    let sign = match severity {
        Severity::Error => '✕',
        Severity::Warning => '!',
        Severity::Advice => 'i',
    };
    html! { span class={ "badge " (severity.name()) } { span aria-hidden="true" { (sign) " " } (severity.name()) } }
}

/// What a severity means to an author.
pub(super) fn meaning(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "A reviewer would return the document, or programs could not use it.",
        Severity::Warning => "It differs from the guidance.",
        Severity::Advice => "It is worth a look.",
    }
}

/// A finding at its place: what is wrong, why here, and what to do.
pub(super) fn note(finding: &Diagnostic, number: usize, sources: Option<&Sources>) -> Markup {
    let primary = finding.primary();
    html! {
        li class={ "finding " (finding.severity.name()) } id={ "f" (number) } {
            p {
                b class="number" { (number) } " " (badge(finding.severity)) " "
                strong { (text(&sentence_case(&finding.message))) }
                @if !matches!(&*primary.message, "" | "here") { ": " (text(&primary.message)) }
            }
            @for label in &finding.labels[1..] { @if let Some(sources) = sources { (elsewhere(label, primary.source, sources)) } }
            @if let Some(help) = &finding.help { p { (text(&sentence_case(help))) "." } }
            p class="quiet" {
                code class="rule" { (finding.rule) }
                @if let Some(sources) = sources { ", " (line(primary, sources)) }
            }
        }
    }
}

/// Another place that a finding points to.
fn elsewhere(label: &Label, own: SourceId, sources: &Sources) -> Markup {
    html! {
        p class="quiet" {
            @if label.source != own { (file_name(LabelPosition::new(label, sources).path)) ", " }
            (line(label, sources))
            @if !label.message.is_empty() { ": " (text(&label.message)) }
        }
    }
}

/// The line that a label is on; in a document that is not plain text, its place.
pub(super) fn line(label: &Label, sources: &Sources) -> String {
    let place = LabelPosition::new(label, sources);
    place.locator.map_or_else(|| format!("line {}", place.line), |locator| locator.to_string())
}
