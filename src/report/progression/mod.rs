//! Which occupations share knowledge and skills: `ksb progression`.

pub mod csv;
pub mod html;
pub mod json;
pub mod terminal;
mod words;

use crate::progression::{Focus, Link, Progression};

/// What occupations share.
#[derive(Clone, Debug)]
pub struct ProgressionReport<'a> {
    /// The occupations.
    pub progression: &'a Progression,
    /// How many documents were left out because another version counts.
    pub other_versions: usize,
    /// What is shown.
    pub shown: ShownLinks<'a>,
    /// The version of this tool, without its name.
    pub tool_version: &'a str,
}

/// The links that are shown.
#[derive(Clone, Debug)]
pub enum ShownLinks<'a> {
    /// Those of one occupation, statement by statement.
    OneOccupation(Focus<'a>),
    /// One link of an occupation, with the texts of the statements.
    Between(Focus<'a>),
    /// The links of all occupations, as figures.
    All(Vec<Link>),
}

impl ProgressionReport<'_> {
    /// The occupation that is in focus.
    pub(super) fn focus(&self) -> Option<&Focus<'_>> {
        match &self.shown {
            ShownLinks::OneOccupation(focus) | ShownLinks::Between(focus) => Some(focus),
            ShownLinks::All(_) => None,
        }
    }
}
