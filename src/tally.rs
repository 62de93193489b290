//! How often each finding occurs, identified by its rule and its subject: places and messages may change.

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;

/// How many findings there are for each rule and subject.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally(BTreeMap<(String, String), usize>);

impl Tally {
    /// Adds a finding.
    pub fn add(&mut self, found: &Diagnostic) {
        self.add_many(found.rule, &found.subject, 1);
    }

    /// Adds `count` findings of a rule about a subject.
    pub fn add_many(&mut self, rule: &str, subject: &str, count: usize) {
        *self.0.entry((rule.to_owned(), subject.to_owned())).or_default() += count;
    }

    /// The findings that are not in the tally; the others are taken out of it.
    #[must_use]
    pub fn remove_known(&mut self, mut found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        if !self.0.is_empty() {
            found.retain(|one| !self.take(one));
        }
        found
    }

    /// Takes one finding out, if it is there.
    fn take(&mut self, found: &Diagnostic) -> bool {
        let left = self.0.get_mut(&(found.rule.to_owned(), found.subject.clone()));
        let Some(left) = left.filter(|left| **left > 0) else { return false };
        *left -= 1;
        true
    }

    /// The part of it whose rules `is_meant` accepts.
    #[must_use]
    pub fn of_rules(&self, is_meant: impl Fn(&str) -> bool) -> Self {
        let meant = self.0.iter().filter(|((rule, _), _)| is_meant(rule));
        Self(meant.map(|(key, count)| (key.clone(), *count)).collect())
    }

    /// Rule, subject and number of findings, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str, usize)> {
        let some = self.0.iter().filter(|(_, count)| **count > 0);
        some.map(|((rule, subject), count)| (rule.as_str(), subject.as_str(), *count))
    }
}
