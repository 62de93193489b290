//! `ksb rules`, what users call rules, and which of them they want.

use std::collections::BTreeSet;

use clap::{Args, ValueEnum as _};
use ksb::check::known_rules;
use ksb::config::{ALL_RULES, Config, KnownRule, unselected};
use ksb::diagnostic::Severity;
use ksb::lint::{Group, RuleMeta};
use ksb::report::rules as report;
use ksb::rules::ALL;

use crate::args::{Level, RulesArgs, RulesFormat};
use crate::exit::{Exit, Failure};
use crate::output::{self, did_you_mean};

/// Which rules run, and how much they matter.
#[derive(Debug, Args)]
pub(crate) struct RuleArgs {
    /// Run only these rules or groups
    ///
    /// Names of rules, codes, groups or `all`, with commas between them; `ksb rules` lists them. This takes the place
    /// of `select` and `deselect` in ksb.toml, and a rule that is named itself runs even where ksb.toml turns it off.
    /// Whether a file can be read is always checked.
    #[arg(
        long,
        visible_alias = "only",
        value_name = "RULE",
        value_delimiter = ',',
        hide_possible_values = true
    )]
    #[arg(value_parser = Selector::parse)]
    select: Vec<Selector>,
    /// Leave out these rules or groups
    ///
    /// It takes the same names as --select, and holds over it.
    #[arg(
        long,
        visible_alias = "ignore",
        value_name = "RULE",
        value_delimiter = ',',
        hide_possible_values = true
    )]
    #[arg(value_parser = Selector::parse, hide_short_help = true)]
    deselect: Vec<Selector>,
    /// Change the severity of a rule, or turn it off; may be given several times. What keeps an input from
    /// being read is an error whatever is said here
    #[arg(long = "rule", value_name = "NAME=off|advice|warning|error")]
    #[arg(value_parser = RuleSeverity::parse, hide_short_help = true)]
    severities: Vec<RuleSeverity>,
}

impl RuleArgs {
    /// Changes the settings of a file as the command line says.
    pub(crate) fn apply(&self, config: &mut Config) {
        if !self.select.is_empty() {
            let selected: BTreeSet<&str> = self.select.iter().flat_map(|one| &one.rules).copied().collect();
            let off = unselected(&known_rules(), &selected);
            // Otherwise a severity in ksb.toml would turn a rule on that is not selected here.
            config.severities.retain(|rule, _| !off.contains(rule.as_str()));
            config.unselected = off;
            for rule in self.select.iter().filter(|one| !one.is_group).flat_map(|one| &one.rules) {
                if config.severities.get(*rule) == Some(&None) {
                    config.severities.remove(*rule);
                }
            }
        }
        let off = self.deselect.iter().flat_map(|one| &one.rules);
        config.severities.extend(off.map(|rule| ((*rule).to_owned(), None)));
        config.severities.extend(self.severities.iter().flat_map(RuleSeverity::of_each));
    }

    /// Whether no rule can run that is wanted: those that always run are not, if only others are selected.
    pub(crate) fn leave_none(&self, config: &Config) -> bool {
        let selected: BTreeSet<&str> = self.select.iter().flat_map(|one| &one.rules).copied().collect();
        let is_wanted =
            |rule: &KnownRule| selected.is_empty() || !rule.always_selected || selected.contains(rule.name);
        let runs = |rule: &KnownRule| config.severity(rule.name, Severity::Warning).is_some();
        !known_rules().iter().any(|rule| is_wanted(rule) && runs(rule))
    }
}

pub(crate) fn run(args: &RulesArgs) -> Result<Exit, Failure> {
    let rules: Vec<&RuleMeta> = ALL.iter().map(|rule| rule.meta()).collect();
    let list = match args.format {
        RulesFormat::Text => report::table(&rules, output::columns(args.wide.width)),
        RulesFormat::Json => report::json(&rules),
    };
    output::write(&list)?;
    Ok(Exit::Clean)
}

/// The names of the rules that `word` means: the one of this name, or those that have this code.
fn called(word: &str) -> Result<Vec<&'static str>, String> {
    let all = known_rules();
    let called: Vec<&str> = all.iter().filter(|rule| rule.is_called(word)).map(|rule| rule.name).collect();
    if called.is_empty() {
        if group(word).is_some() || word == ALL_RULES {
            return Err(format!(
                "`{word}` is not a single rule: write `--select {word}` or `--deselect {word}`"
            ));
        }
        let near = did_you_mean(word, all.iter().map(|rule| rule.name), "ksb rules");
        return Err(format!("unknown rule `{word}`{near}"));
    }
    Ok(called)
}

/// The group of this name.
pub(crate) fn group(name: &str) -> Option<Group> {
    Group::ALL.into_iter().find(|group| group.name() == name)
}

/// What a word selects: a rule by its name, those with a code, a group, or all.
#[derive(Clone, Debug)]
pub(crate) struct Selector {
    pub(crate) rules: Vec<&'static str>,
    /// Whether it names no rule itself.
    is_group: bool,
}

impl Selector {
    pub(crate) fn parse(word: &str) -> Result<Self, String> {
        let all = known_rules();
        let selected = all.iter().filter(|rule| rule.is_selected_by(word));
        let rules: Vec<&str> = selected.map(|rule| rule.name).collect();
        if rules.is_empty() {
            let known = selectors();
            let near = did_you_mean(word, known.iter().map(String::as_str), "ksb rules");
            return Err(format!("unknown rule or group `{word}`{near}"));
        }
        Ok(Self { rules, is_group: !all.iter().any(|rule| rule.is_called(word)) })
    }
}

/// The words that select rules, but for the codes.
pub(crate) fn selectors() -> Vec<String> {
    let groups = Group::ALL.into_iter().map(Group::name);
    let names = ALL.iter().map(|rule| rule.meta().name);
    names.chain(groups).chain([ALL_RULES]).map(str::to_owned).collect()
}

/// What the command line says of a rule, or of all rules that have a code.
#[derive(Clone, Debug)]
struct RuleSeverity {
    rules: Vec<&'static str>,
    severity: Option<Severity>,
}

impl RuleSeverity {
    /// Reads `NAME=SEVERITY`.
    fn parse(text: &str) -> Result<Self, String> {
        let (name, severity) = text.split_once('=').ok_or("write NAME=off, advice, warning or error")?;
        let rules = called(name)?;
        let severity =
            match severity {
                "off" => None,
                other => Some(Level::from_str(other, false).map(Severity::from).map_err(|_| {
                    format!("unknown severity `{other}`: write off, advice, warning or error")
                })?),
            };
        Ok(Self { rules, severity })
    }

    /// The severity of each of its rules.
    fn of_each(&self) -> impl Iterator<Item = (String, Option<Severity>)> {
        self.rules.iter().map(|rule| ((*rule).to_owned(), self.severity))
    }
}

/// Every `NAME=SEVERITY`.
pub(crate) fn severities() -> Vec<String> {
    let words = ["off", "advice", "warning", "error"];
    let of = |name: &'static str| words.map(|severity| format!("{name}={severity}"));
    ALL.iter().flat_map(|rule| of(rule.meta().name)).collect()
}
