//! Which statements an apprentice needs, depending on the option: those of the core, and those of the option.

use std::collections::BTreeSet;

use maud::{Markup, html};

use crate::model::{Code, Duty, Standard, StandardOption};
use crate::report::html_page::text;
use crate::report::text::counted;

/// The statements of the core and of each option, or `None` if there are no options.
pub(super) fn render(standard: &Standard<'_>) -> Option<Markup> {
    let options = standard.options.items();
    if options.is_empty() {
        return None;
    }
    let duties = standard.duties.items();
    let count = options.len();
    let core = codes(duties.iter().filter(|duty| duty.is_core(count)));
    Some(html! {
        p {
            "The statements mapped to core duties are for everyone. Each option adds the statements mapped to its own \
             duties. Core statements are not repeated."
        }
        dl class="options-list" {
            div {
                dt { "Core" }
                dd { (listed(standard, &core)) }
            }
            @for option in options {
                @let own = codes(duties.iter().filter(|duty| !duty.is_core(count) && belongs(duty, option)));
                @let more: BTreeSet<Code> = own.difference(&core).copied().collect();
                div {
                    dt { "Core and " (text(name(option))) }
                    dd {
                        p class="quiet" { (core.len() + more.len()) " statements: " (core.len()) " from the core and " (more.len()) " more" }
                        (listed(standard, &more))
                    }
                }
            }
        }
    })
}

fn name<'o>(option: &'o StandardOption<'_>) -> &'o str {
    let stated = option.title.stated().or(option.code.stated());
    stated.map_or("an option without a title", |text| text.as_str())
}

fn belongs(duty: &Duty<'_>, option: &StandardOption<'_>) -> bool {
    let code = option.code.stated().map(|code| code.trim());
    duty.options.iter().any(|listed| code.is_some_and(|code| listed.trim().eq_ignore_ascii_case(code)))
}

/// The codes that are mapped to duties.
fn codes<'d>(duties: impl Iterator<Item = &'d Duty<'d>>) -> BTreeSet<Code> {
    duties.flat_map(|duty| duty.codes().iter().map(|code| code.value)).collect()
}

/// These statements, with their texts.
fn listed(standard: &Standard<'_>, codes: &BTreeSet<Code>) -> Markup {
    let statements = standard.statements.items().iter();
    let own: Vec<_> = statements.filter(|statement| codes.contains(&statement.code.value)).collect();
    html! {
        @if own.is_empty() {
            p { "No statements." }
        } @else {
            details {
                summary { (counted(own.len(), "statement", "statements").unwrap_or_default()) }
                ul { @for statement in own { li { b { (statement.code.value) } " " (text(&statement.text)) } } }
            }
        }
    }
}
