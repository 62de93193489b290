//! What a configuration needs to know about the rules. This is passed in from outside.

use std::collections::BTreeSet;

/// The word that stands for all rules.
pub const ALL_RULES: &str = "all";

/// A rule that a configuration may refer to.
#[derive(Clone, Debug)]
pub struct KnownRule {
    /// Its name.
    pub name: &'static str,
    /// Its codes in the checks of the government's own import. Several rules may have one code.
    pub aliases: &'static [&'static str],
    /// The name of its group.
    pub group: &'static str,
    /// Whether it says that a file, or what the user gave with it, could not be read as intended: `select` leaves such
    /// rules alone, so that what was not checked never looks clean.
    pub always_selected: bool,
    /// The names of its options.
    pub options: Vec<&'static str>,
}

impl KnownRule {
    /// Whether `word` means it, alone or with others: its name, or one of its codes in upper or lower case.
    #[must_use]
    pub fn is_called(&self, word: &str) -> bool {
        self.name == word || self.aliases.iter().any(|alias| alias.eq_ignore_ascii_case(word))
    }

    /// Whether `word` selects it: what it is called, the name of its group, or the word for all rules.
    #[must_use]
    pub fn is_selected_by(&self, word: &str) -> bool {
        self.is_called(word) || self.group == word || word == ALL_RULES
    }
}

/// The rules that do not run if these are selected.
#[must_use]
pub fn unselected(rules: &[KnownRule], selected: &BTreeSet<&'static str>) -> BTreeSet<&'static str> {
    let left = rules.iter().filter(|rule| !rule.always_selected && !selected.contains(rule.name));
    left.map(|rule| rule.name).collect()
}
