//! What the changes mean, each with links to the rows that it is about.

use maud::{Markup, html};

use super::page::Page;
use super::parts::links;
use crate::diff::{ConsequenceId, FactField};
use crate::report::diff::{consequence, in_sentence, sentence_case};
use crate::report::text::listed;

/// The consequences, or `None` if nothing follows.
pub(super) fn render(page: &Page<'_>) -> Option<Markup> {
    let comparison = page.report.comparison;
    (!comparison.consequences.is_empty()).then(|| {
        html! {
            dl class="consequences" {
                @for item in &comparison.consequences {
                    @let words = consequence(comparison, item);
                    div {
                        dt { (words.heading) }
                        dd {
                            (words.sentence)
                            @if !item.items.is_empty() { " " (links(page, &item.items)) }
                            @if item.id == ConsequenceId::FactsNotStated { " " (fields(&item.fields)) }
                        }
                    }
                }
            }
        }
    })
}

/// The names of facts, on a separate line.
fn fields(fields: &[FactField]) -> Markup {
    let names: Vec<String> = fields.iter().map(|field| in_sentence(*field)).collect();
    html! { span class="codes" { (sentence_case(&listed(&names))) "." } }
}
