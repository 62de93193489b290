//! What one version of a standard says, before it is written in any form.

use std::rc::Rc;

use super::frame::Frame;

/// What a standard is a standard for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    Apprenticeship,
    Foundation,
    Unit,
}

impl Sort {
    /// The letters that codes of its three lists begin with. A unit has only the first two.
    pub(crate) fn letters(self) -> [&'static str; 3] {
        match self {
            Self::Apprenticeship => ["K", "S", "B"],
            Self::Foundation | Self::Unit => ["TK", "TS", "ESB"],
        }
    }

    /// How many lists it has.
    pub(crate) fn lists(self) -> usize {
        if self == Self::Unit { 2 } else { 3 }
    }

    /// The letters of its reference.
    pub(crate) fn prefix(self) -> &'static str {
        match self {
            Self::Apprenticeship => "ST",
            Self::Foundation => "FA",
            Self::Unit => "AU",
        }
    }
}

/// The index of the knowledge, the skills and the behaviours among the lists.
pub(crate) const KNOWLEDGE: usize = 0;
/// See [`KNOWLEDGE`].
pub(crate) const SKILLS: usize = 1;
/// See [`KNOWLEDGE`].
pub(crate) const BEHAVIOURS: usize = 2;

/// A statement, in pieces so that it can be split and merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Statement {
    pub(crate) id: u128,
    /// What it says; several are joined by "and".
    pub(crate) clauses: Vec<String>,
    /// Under which conditions, or including what; empty for statements of two clauses.
    pub(crate) tail: String,
    /// The text, if it is not made from the pieces.
    pub(crate) verbatim: Option<String>,
}

impl Statement {
    /// Its text: one sentence.
    pub(crate) fn text(&self) -> String {
        if let Some(text) = &self.verbatim {
            return text.clone();
        }
        sentence(&format!("{}{}", self.clauses.join(" and "), self.tail))
    }
}

/// `words` as a sentence.
pub(crate) fn sentence(words: &str) -> String {
    let (first, rest) = words.split_at(1);
    format!("{}{rest}.", first.to_ascii_uppercase())
}

/// A duty, with the statements that are mapped to it, list by list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Duty {
    pub(crate) id: u128,
    pub(crate) text: String,
    pub(crate) needs: [Vec<u128>; 3],
    /// The options that have it; empty for a duty of the core.
    pub(crate) options: Vec<u128>,
}

/// An option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    pub(crate) id: u128,
    pub(crate) title: String,
}

/// A LARS code: a number, or the text of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Lars {
    Number(u64),
    Text(String),
}

/// The dates of a version, as year, month and day.
#[derive(Clone, Debug)]
pub(crate) struct Dates {
    pub(crate) created: String,
    pub(crate) published: String,
    pub(crate) approved: Option<String>,
    pub(crate) earliest_start: Option<String>,
    pub(crate) latest_start: Option<String>,
    pub(crate) latest_end: Option<String>,
}

/// One version of a standard.
#[derive(Clone, Debug)]
pub(crate) struct Version {
    pub(crate) sort: Sort,
    pub(crate) reference: String,
    /// The code of its occupation.
    pub(crate) occupation: String,
    pub(crate) number: String,
    /// The number again, as in its separate field.
    pub(crate) number_again: String,
    pub(crate) status: String,
    pub(crate) title: String,
    pub(crate) level: u64,
    pub(crate) lars: Lars,
    pub(crate) duration: u64,
    pub(crate) funding: u64,
    pub(crate) route: String,
    pub(crate) dates: Dates,
    /// What the version changed, according to the version log.
    pub(crate) change: String,
    pub(crate) core_and_options: bool,
    pub(crate) options: Vec<Choice>,
    pub(crate) duties: Vec<Duty>,
    /// Knowledge, skills and behaviours.
    pub(crate) lists: [Vec<Statement>; 3],
    pub(crate) regulated: bool,
    pub(crate) regulated_body: String,
    pub(crate) integrated_degree: String,
    pub(crate) keywords: Vec<String>,
    /// A key that the record does not have, although it must.
    pub(crate) left_out: Option<&'static str>,
    /// What all versions share.
    pub(crate) frame: Rc<Frame>,
}

impl Version {
    /// Its name in the manifest and in files: `ST9901_1.1`.
    pub(crate) fn name(&self) -> String {
        format!("{}_{}", self.reference, self.number)
    }

    /// The code of the statement `id`: its position in its list.
    pub(crate) fn code(&self, id: u128) -> Option<String> {
        self.lists.iter().zip(self.sort.letters()).find_map(|(list, letters)| {
            let place = list.iter().position(|statement| statement.id == id)?;
            Some(format!("{letters}{}", place + 1))
        })
    }

    /// The code of the statement or the duty `id`.
    pub(crate) fn code_of_any(&self, id: u128) -> Option<String> {
        let duty = self.duties.iter().position(|duty| duty.id == id);
        self.code(id).or_else(|| duty.map(|place| format!("D{}", place + 1)))
    }

    /// The duties that the statement `id` is mapped to, by index.
    pub(crate) fn duties_with(&self, list: usize, id: u128) -> Vec<usize> {
        let needs = |place: &usize| self.duties[*place].needs[list].contains(&id);
        (0..self.duties.len()).filter(needs).collect()
    }
}
