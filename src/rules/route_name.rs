//! [`RouteName`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, listed};
use crate::model::{Field, OccupationalMap, ROUTES, Standard, say_the_same};
use crate::source::Text;
use crate::text_index::ContentWords;

declare_rule! {
    /// # What it does
    /// Reports a route that is not one of the 15 routes, or that has an earlier name. A standards API record of a
    /// version that is no longer in use may keep the earlier name.
    ///
    /// # Why it matters
    /// Lists by route leave out a standard with an unknown route.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "route": "Health and sience" }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "route": "Health and science" }
    /// ```
    ///
    /// # Source
    /// Data: the list of routes. The import warns about an unknown route (W1004).
    RouteName { name: "route-name", group: Identity, severity: Warning, aliases: ["W1004"], needs_whole: true }
}

/// Earlier names, and the current names.
const EARLIER: &[(&str, &str)] = &[("Education and childcare", "Education and early years")];

impl Rule for RouteName {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        look_at(&standard.facts.route, standard.is_unused_record(), cx);
    }

    fn map(&self, map: &OccupationalMap<'_>, cx: &mut LintContext<'_>) {
        look_at(&map.route, false, cx);
    }
}

fn look_at(route: &Field<Text<'_>>, may_be_earlier: bool, cx: &mut LintContext<'_>) {
    let Some(text) = route.stated() else { return };
    // "&" stands for "and" on some pages.
    let written = text.replace('&', "and");
    if ROUTES.iter().any(|route| say_the_same(route, &written)) {
        return;
    }
    let earlier = EARLIER.iter().find(|(earlier, _)| say_the_same(earlier, &written));
    if earlier.is_some() && may_be_earlier {
        return;
    }
    let (message, help) = match earlier {
        Some((_, now)) => ("this is the earlier name of a route".to_owned(), format!("write \"{now}\"")),
        None => (
            format!("\"{}\" is not the name of a route", text.as_str()),
            format!("write one of the {} routes: {}", ROUTES.len(), names()),
        ),
    };
    let help = match nearest(&written) {
        Some(near) if earlier.is_none() => format!("did you mean \"{near}\"?"),
        _ => help,
    };
    let mut diagnostic = cx.diagnostic("route", message, text.span(), "not a current route").help(help);
    if let Some((_, now)) = earlier.filter(|_| cx.format().is_json()) {
        diagnostic = diagnostic.fix(true, text.span(), *now);
    }
    cx.report(diagnostic);
}

/// The names of all routes.
fn names() -> String {
    let quoted: Vec<String> = ROUTES.iter().map(|route| format!("\"{route}\"")).collect();
    listed(&quoted, quoted.len())
}

/// The route that has most of its words in common with what is written.
fn nearest(written: &str) -> Option<&'static str> {
    let words = ContentWords::of(written);
    let shared = |route: &str| ContentWords::of(route).shared_with(&words);
    ROUTES.iter().copied().filter(|route| shared(route) > 0).max_by_key(|route| shared(route))
}
