//! The options of a check.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::settings::SettingsFrom;
use crate::check::known_rules;
use crate::config::{Config, Date, KnownRule, unselected};
use crate::diagnostic::Severity;
use crate::lint::{Group, Rule, Scope};
use crate::model::Format;
use crate::office::TrackedChanges;
use crate::rules;

/// The options of a check.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where the settings of files are looked for.
    pub settings: SettingsFrom,
    /// Which rules run; this overrides the settings.
    pub rules: RuleChoice,
    /// If set, only the rules of this scope run: those for one document, or those for a catalogue.
    pub scope: Option<Scope>,
    /// The lowest severity that is shown; findings below it are counted.
    pub min_severity: Severity,
    /// Whether ignored findings are reported too.
    pub reports_ignored: bool,
    /// The format that all documents are read as; if none, it is recognised by their content.
    pub from: Option<Format>,
    /// Which state of documents with tracked changes is read.
    pub changes: TrackedChanges,
    /// The size of the largest file that is read, in bytes.
    pub max_size: u64,
    /// Today's date, which decides whether an ignore has expired, unless the settings give another date; without it,
    /// none has.
    pub today: Option<Date>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            settings: SettingsFrom::default(),
            rules: RuleChoice::default(),
            scope: None,
            min_severity: Severity::Advice,
            reports_ignored: false,
            from: None,
            changes: TrackedChanges::default(),
            max_size: 512 << 20,
            today: None,
        }
    }
}

/// Which rules run, and at which severity.
#[derive(Clone, Debug, Default)]
pub struct RuleChoice {
    /// If not empty, only these rules run, and those that always run.
    pub selected: Vec<Selected>,
    /// The rules that do not run.
    pub deselected: Vec<&'static str>,
    /// The severity of some rules; `None` turns a rule off.
    pub severities: Vec<(&'static str, Option<Severity>)>,
}

/// The rules that one word selects.
#[derive(Clone, Debug)]
pub struct Selected {
    /// Their names.
    pub rules: Vec<&'static str>,
    /// Whether the word names a group: then a rule that the settings turn off stays off.
    pub is_group: bool,
}

impl RuleChoice {
    /// Applies these choices to the settings of a file.
    pub fn apply(&self, config: &mut Config) {
        if !self.selected.is_empty() {
            let off = unselected(&known_rules(), &self.all_selected());
            // Otherwise a severity in `ksb.toml` would turn on a rule that is not selected here.
            config.severities.retain(|rule, _| !off.contains(rule.as_str()));
            config.unselected = off;
            for rule in self.selected.iter().filter(|one| !one.is_group).flat_map(|one| &one.rules) {
                if config.severities.get(*rule) == Some(&None) {
                    config.severities.remove(*rule);
                }
            }
        }
        let off = self.deselected.iter().map(|rule| ((*rule).to_owned(), None));
        config.severities.extend(off);
        let severities = self.severities.iter().map(|(rule, severity)| ((*rule).to_owned(), *severity));
        config.severities.extend(severities);
    }

    /// Whether none of the rules that were asked for can run. Rules that always run do not count here.
    #[must_use]
    pub fn leaves_none(&self, config: &Config) -> bool {
        let selected = self.all_selected();
        let is_wanted =
            |rule: &KnownRule| selected.is_empty() || !rule.always_selected || selected.contains(rule.name);
        let runs = |rule: &KnownRule| config.severity(rule.name, Severity::Warning).is_some();
        !known_rules().iter().any(|rule| is_wanted(rule) && runs(rule))
    }

    fn all_selected(&self) -> BTreeSet<&'static str> {
        self.selected.iter().flat_map(|one| &one.rules).copied().collect()
    }
}

/// Turns off the rules of this scope.
pub(super) fn without(scope: Scope, config: &mut Config) {
    let of_scope = rules::ALL.iter().filter(|rule| rule.meta().scope == scope);
    config.severities.extend(of_scope.map(|rule| (rule.meta().name.to_owned(), None)));
}

/// Settings of documents that cite, created once for all that have the same settings.
#[derive(Default)]
pub(super) struct ForCiting(Option<(Arc<Config>, Arc<Config>)>);

impl ForCiting {
    /// The settings without the rules that look at standards and maps.
    pub(super) fn of(&mut self, config: Arc<Config>) -> Arc<Config> {
        let made = self.0.take().filter(|(own, _)| *own == config);
        let (_, made) = self.0.insert(made.unwrap_or_else(|| {
            let made = Arc::new(for_citing(Config::clone(&config)));
            (config, made)
        }));
        Arc::clone(made)
    }
}

fn for_citing(mut config: Config) -> Config {
    let about_standards = rules::ALL
        .iter()
        .map(|rule| rule.meta())
        .filter(|meta| meta.scope != Scope::Trace && ![Group::Input, Group::Settings].contains(&meta.group));
    config.severities.extend(about_standards.map(|meta| (meta.name.to_owned(), None)));
    config
}

/// Turns off the rules of the other scope.
pub(super) fn keep_to(scope: Option<Scope>, config: &mut Config) {
    let out_of_scope = |rule: &&&dyn Rule| scope.is_some_and(|scope| rule.meta().scope != scope);
    let out_of_scope = rules::ALL.iter().filter(out_of_scope);
    config.severities.extend(out_of_scope.map(|rule| (rule.meta().name.to_owned(), None)));
}
