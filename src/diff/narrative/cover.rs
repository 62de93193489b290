//! Statements compared with prose, where one of the documents has no codes.

use crate::diff::facts::Clause;
use crate::diff::item::Which;
use crate::diff::pairing::Score;

/// A statement or duty that covers a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cover {
    /// An index into [`Narrative::clauses`].
    pub clause: usize,
    /// An item of the side with codes.
    pub item: usize,
    /// How much of the clause's content the item covers.
    pub share: Score,
}

/// Which statements of one document cover which clauses of the other.
#[derive(Clone, Debug)]
pub struct Narrative<'d> {
    /// The side without codes.
    pub side: Which,
    /// The headings of that side's themes, in order, including those that have lost their text.
    pub themes: Vec<&'d str>,
    /// Its clauses, in order.
    pub clauses: Vec<Clause<'d>>,
    /// Which items cover which clauses: by clause, the best first.
    pub covers: Vec<Cover>,
    /// Items of the side with codes that no clause covers, in order. They do not count as added: the other document
    /// may just not have stated them.
    pub unmatched_items: Vec<usize>,
}
