//! What follows from the changes, each with links to the rows that it is about.

use maud::{Markup, html};

use super::Page;
use super::parts::links;
use crate::report::diff::{consequence, in_sentence};

/// The consequences; none if nothing follows.
pub(super) fn render(page: &Page<'_>) -> Option<Markup> {
    let comparison = page.report.comparison;
    (!comparison.consequences.is_empty()).then(|| {
        html! {
            ul class="consequences" {
                @for item in &comparison.consequences {
                    @let words = consequence(comparison, item);
                    li {
                        strong { (words.heading) ":" } " " (words.sentence)
                        @if !item.places.is_empty() { " " (links(page, &item.places)) }
                        @if !item.fields.is_empty() {
                            span class="codes" {
                                @for (index, field) in item.fields.iter().enumerate() {
                                    @if index > 0 { ", " } @else { " " }
                                    (in_sentence(*field))
                                }
                            }
                        }
                    }
                }
            }
        }
    })
}
