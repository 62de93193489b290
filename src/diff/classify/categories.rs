//! The table of categories with the user's own choices.

use std::collections::BTreeMap;

use super::category::{Category, Proposal};
use super::table;
use crate::diff::id::ChangeId;
use crate::spelling;

/// The table of categories, with the user's changes to it.
#[derive(Clone, Debug, Default)]
pub struct Categories {
    chosen: BTreeMap<ChangeId, Category>,
}

/// A name in the user's table that is not the id of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownChange {
    /// The name.
    pub name: String,
    /// The one that was probably meant.
    pub nearest: Option<String>,
}

impl Categories {
    /// The table with different categories for the changes with these names.
    ///
    /// # Errors
    /// For the first name that is not the id of a change.
    pub fn with<'a>(chosen: impl IntoIterator<Item = (&'a str, Category)>) -> Result<Self, UnknownChange> {
        let known = |(name, category): (&str, Category)| {
            ChangeId::from_name(name).map(|id| (id, category)).ok_or_else(|| unknown(name))
        };
        Ok(Self { chosen: chosen.into_iter().map(known).collect::<Result<_, _>>()? })
    }

    /// The category that a change with this id proposes, and why.
    #[must_use]
    pub fn of(&self, id: ChangeId) -> Proposal {
        let proposal = table::of(id);
        let chosen = self.chosen.get(&id);
        chosen.map_or(proposal, |&category| Proposal {
            category,
            reason: "you chose this category",
            ..proposal
        })
    }
}

fn unknown(name: &str) -> UnknownChange {
    let all: Vec<String> = ChangeId::all().into_iter().map(ChangeId::name).collect();
    let nearest = spelling::nearest(name, all.iter().map(String::as_str)).map(str::to_owned);
    UnknownChange { name: name.to_owned(), nearest }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn users_may_change_it() {
        let id = ChangeId::from_name("level-changed").expect("a known id");
        let table = Categories::with([("level-changed", Category::Info)]).expect("a known name");
        assert_eq!(table.of(id).category, Category::Info);
        let error = Categories::with([("levle-changed", Category::Info)]).expect_err("a misspelt name");
        assert_eq!(error.nearest.as_deref(), Some("level-changed"));
    }
}
