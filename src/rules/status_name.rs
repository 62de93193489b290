//! [`StatusName`].

use super::declare_rule;
use crate::lint::{LintContext, Rule, listed};
use crate::model::{ICONS, Standard, StandardKind, Status, folded};

declare_rule! {
    /// # What it does
    /// Reports a status that documents of this kind do not have. An apprenticeship is "In development", "Proposal in
    /// development", "Approved for delivery", "Retired" or "Withdrawn". An occupation on the map may also be potential,
    /// approved or without an apprenticeship.
    ///
    /// # Why it matters
    /// Programs read the status word for word to tell whether a standard can be used.
    ///
    /// # Example
    /// ```json,fails
    /// { "kind": "apprenticeship", "status": "Done" }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// { "kind": "apprenticeship", "status": "Approved for delivery" }
    /// ```
    ///
    /// # Source
    /// Data: the import drops a version with another status (S1009). This is only a warning because pages and drafts
    /// have had others. The legend of the occupational map gives the other statuses.
    StatusName { name: "status-name", group: Identity, severity: Warning, aliases: ["S1009"], needs_whole: true }
}

/// Further statuses that occupations on the map can have.
const OCCUPATIONS: &[&str] = &[
    "Approved occupation",
    "Approved occupational standard",
    "Custom occupational card",
    "Occupation in development",
    "Occupational standard in development",
    "Occupational standard without apprenticeship",
    "Potential occupation",
    "Potential occupational standard",
];

impl Rule for StatusName {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let Some((text, place)) = standard.written(&standard.facts.status) else { return };
        let written = folded(text);
        // The icon that a page left before the status is another finding.
        let bare = ICONS.iter().find_map(|icon| written.strip_prefix(icon)).unwrap_or(&written);
        let on_map = standard.kind == StandardKind::Occupation;
        let is_of_map = || OCCUPATIONS.iter().any(|name| folded(name) == bare);
        if Status::of(bare).is_some() || (on_map && is_of_map()) {
            return;
        }
        let names: Vec<String> = Status::ALL.iter().map(|status| status.name().to_owned()).collect();
        let message = format!("\"{text}\" is not a known status");
        cx.report(
            cx.diagnostic("status", message, place, "documents of this kind do not have this status")
                .help(format!("the known statuses are {}", listed(&names, names.len()))),
        );
    }
}
