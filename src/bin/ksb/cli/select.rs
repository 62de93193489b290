//! Which rules are meant: by name, by the name of their group, or by code.

use clap::{Args as ClapArgs, ValueEnum as _};
use ksb::check::known_rules;
use ksb::config::ALL_RULES;
use ksb::diagnostic::Severity;
use ksb::lint::Group;
use ksb::project::{RuleChoice, Selected};
use ksb::rules::ALL;

use super::shared::Level;
use super::words::did_you_mean;

/// Which rules run, and how much they matter.
#[derive(Clone, Debug, ClapArgs)]
pub(crate) struct RuleArgs {
    /// Run only these rules or groups
    ///
    /// Give names of rules, names of groups, codes from the government's import or `all`, separated by commas;
    /// `ksb rules` lists them. This replaces `select` and `deselect` in ksb.toml. A rule that you name runs even if
    /// ksb.toml turns it off. Whether a file can be read is always checked.
    #[arg(
        long,
        visible_alias = "only",
        value_name = "RULE",
        value_delimiter = ',',
        hide_possible_values = true
    )]
    #[arg(value_parser = selected)]
    select: Vec<Selected>,
    /// Do not run these rules or groups
    ///
    /// It takes the same names as `--select`, and overrides it.
    #[arg(
        long,
        visible_alias = "ignore",
        value_name = "RULE",
        value_delimiter = ',',
        hide_possible_values = true
    )]
    #[arg(value_parser = selected, hide_short_help = true)]
    deselect: Vec<Selected>,
    /// Change the severity of a rule, or turn it off; you can give this more than once. A file that cannot be
    /// read is always an error
    #[arg(long = "rule", value_name = "NAME=off|advice|warning|error")]
    #[arg(value_parser = severity, hide_short_help = true)]
    severities: Vec<RuleSeverity>,
}

/// What the command line says about a rule, or about all rules that have a code.
#[derive(Clone, Debug)]
struct RuleSeverity {
    rules: Vec<&'static str>,
    severity: Option<Severity>,
}

impl From<RuleArgs> for RuleChoice {
    fn from(args: RuleArgs) -> Self {
        let severities = args.severities.into_iter();
        let of_each = |one: RuleSeverity| one.rules.into_iter().map(move |rule| (rule, one.severity));
        Self {
            selected: args.select,
            deselected: args.deselect.into_iter().flat_map(|one| one.rules).collect(),
            severities: severities.flat_map(of_each).collect(),
        }
    }
}

/// The names of the rules that `word` means: the one with this name, or those that have this code.
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

/// The group with this name.
pub(crate) fn group(name: &str) -> Option<Group> {
    Group::ALL.into_iter().find(|group| group.name() == name)
}

/// What a word selects: a rule by its name, all rules with a code, a group, or all rules.
pub(crate) fn selected(word: &str) -> Result<Selected, String> {
    let all = known_rules();
    let selected = all.iter().filter(|rule| rule.is_selected_by(word));
    let rules: Vec<&str> = selected.map(|rule| rule.name).collect();
    if rules.is_empty() {
        let known = selectors();
        let near = did_you_mean(word, known.iter().map(String::as_str), "ksb rules");
        return Err(format!("unknown rule or group `{word}`{near}"));
    }
    Ok(Selected { rules, is_group: !all.iter().any(|rule| rule.is_called(word)) })
}

/// The words that select rules, except codes.
pub(crate) fn selectors() -> Vec<String> {
    let groups = Group::ALL.into_iter().map(Group::name);
    let names = ALL.iter().map(|rule| rule.meta().name);
    names.chain(groups).chain([ALL_RULES]).map(str::to_owned).collect()
}

/// Reads `NAME=SEVERITY`.
fn severity(text: &str) -> Result<RuleSeverity, String> {
    let (name, severity) = text.split_once('=').ok_or(
        "write the rule, `=` and a severity: `off`, `advice`, `warning` or `error`, as in `code-gap=warning`",
    )?;
    let rules = called(name)?;
    let unknown = |_| format!("unknown severity `{severity}`: write `off`, `advice`, `warning` or `error`");
    let severity = match severity {
        "off" => None,
        other => Some(Level::from_str(other, false).map(Severity::from).map_err(unknown)?),
    };
    Ok(RuleSeverity { rules, severity })
}

/// Every `NAME=SEVERITY`.
pub(crate) fn severities() -> Vec<String> {
    let words = ["off", "advice", "warning", "error"];
    let of = |name: &'static str| words.map(|severity| format!("{name}={severity}"));
    ALL.iter().flat_map(|rule| of(rule.meta().name)).collect()
}
