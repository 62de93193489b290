//! `ksb rules`, and what users call rules.

use clap::ValueEnum as _;
use ksb::check::known_rules;
use ksb::diagnostic::Severity;
use ksb::lint::RuleMeta;
use ksb::report::rules as report;
use ksb::rules::ALL;

use crate::args::{Level, RulesFormat};
use crate::exit::{Exit, Failure};
use crate::output::{self, did_you_mean};

pub(crate) fn run(format: RulesFormat) -> Result<Exit, Failure> {
    let rules: Vec<&RuleMeta> = ALL.iter().map(|rule| rule.meta()).collect();
    let list = match format {
        RulesFormat::Text => report::table(&rules),
        RulesFormat::Json => report::json(&rules),
    };
    output::write(&list)?;
    Ok(Exit::Clean)
}

/// The names of the rules that `word` means: the one of this name, or those that have this code.
pub(crate) fn called(word: &str) -> Result<Vec<&'static str>, String> {
    let all = known_rules();
    let called: Vec<&str> = all.iter().filter(|rule| rule.is_called(word)).map(|rule| rule.name).collect();
    if called.is_empty() {
        let near = did_you_mean(word, all.iter().map(|rule| rule.name), "ksb rules");
        return Err(format!("unknown rule `{word}`{near}"));
    }
    Ok(called)
}

/// What the command line says of a rule, or of all rules that have a code.
#[derive(Clone, Debug)]
pub(crate) struct RuleSeverity {
    rules: Vec<&'static str>,
    severity: Option<Severity>,
}

impl RuleSeverity {
    /// Reads `NAME=SEVERITY`.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
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
    pub(crate) fn of_each(&self) -> impl Iterator<Item = (String, Option<Severity>)> {
        self.rules.iter().map(|rule| ((*rule).to_owned(), self.severity))
    }
}
