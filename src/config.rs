//! What a user may choose about a check.

use std::collections::BTreeMap;

use crate::diagnostic::Severity;

/// The choices of a run.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The severity of a rule by its name, where it is not the rule's own; `None` turns it off.
    pub severities: BTreeMap<String, Option<Severity>>,
}

impl Config {
    /// The severity in this run of the rule `name`, whose own is `default`; none if it is off.
    #[must_use]
    pub fn severity(&self, name: &str, default: Severity) -> Option<Severity> {
        self.severities.get(name).copied().unwrap_or(Some(default))
    }
}
