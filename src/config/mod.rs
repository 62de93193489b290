//! What a user may choose about a check, and the file `ksb.toml` that says so.

mod globs;
mod ignored;
mod known;
mod parse;
mod parse_ignore;
mod parse_trace;
mod reader;
mod settings;
mod traced;

use std::collections::{BTreeMap, BTreeSet};

pub use globs::Globs;
pub use ignored::Ignore;
pub use known::{ALL_RULES, KnownRule, unselected};
pub use reader::mistake;
pub use settings::Settings;
pub use traced::TraceSection;

pub use crate::date::Date;
use crate::diagnostic::Severity;

/// A `ksb.toml` to begin with: every key, explained and commented out.
pub const TEMPLATE: &str = include_str!("template.toml");

/// The choices for one file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Config {
    /// The rules that do not run unless `severities` names them: not selected, or deselected.
    pub unselected: BTreeSet<&'static str>,
    /// The severity of a rule by its name, where it differs from the rule's own; `None` turns the rule off.
    pub severities: BTreeMap<String, Option<Severity>>,
    /// The options of rules: by rule, then by name.
    pub options: BTreeMap<String, BTreeMap<String, usize>>,
    /// Today's date, which decides whether an ignore has expired. Without it, none has.
    pub today: Option<Date>,
    /// Whether a document may not ignore findings about itself.
    pub forbids_document_ignores: bool,
}

impl Config {
    /// The severity in this run of the rule `name`, whose own is `default`; none if it is off.
    #[must_use]
    pub fn severity(&self, name: &str, default: Severity) -> Option<Severity> {
        let own = || (!self.unselected.contains(name)).then_some(default);
        self.severities.get(name).copied().unwrap_or_else(own)
    }

    /// What is set for an option of a rule, if anything is.
    #[must_use]
    pub fn option(&self, rule: &str, name: &str) -> Option<usize> {
        self.options.get(rule)?.get(name).copied()
    }
}
