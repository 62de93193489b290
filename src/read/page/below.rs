//! Statements that are given in full below each duty that they are mapped to, and so more than once in a document: what
//! is below a duty is mapped to it, and what is repeated in the same words is one statement.

use std::collections::{BTreeMap, BTreeSet};

use super::codes;
use super::entries;
use super::links::{Link, Links};
use super::sections::{PageSection, SectionLines};
use crate::model::{Code, Field, List, Statement};
use crate::read::notes::Notes;
use crate::source::{SourceId, Span, Spanned};

/// A statement, and how it is worded.
#[derive(Clone, Debug)]
struct Stated {
    code: Spanned<Code>,
    words: String,
    /// The level of the heading of statements that it is below, if there is one; 0 if the document does not mark
    /// headings.
    heading: Option<u8>,
}

impl Stated {
    fn key(&self) -> (Code, &str) {
        (self.code.value, &self.words)
    }
}

/// A duty, and what is between its heading and the next one.
#[derive(Clone, Debug)]
struct Below {
    duty: Code,
    stated: Vec<Stated>,
}

/// Statements that are stated elsewhere in the same words.
#[derive(Debug, Default)]
pub(super) struct Repeated {
    codes: BTreeSet<Span>,
    /// Whether there is no list of the statements apart from the duties.
    is_by_duty: bool,
}

impl Repeated {
    /// Leaves one of each. Statements that are only below duties have no order other than that of their codes.
    pub(super) fn take_out(&self, statements: &mut Field<List<Statement<'_>>>) {
        let Field::Stated(list) = statements else { return };
        list.items.retain(|one| !self.codes.contains(&one.code.span));
        if self.is_by_duty {
            list.items.sort_by_key(|one| one.code.value);
        }
    }
}

/// Links each duty with the statements below it, if that is how the document is laid out: most duties have some, and at
/// least one of them also appears elsewhere. Returns what is repeated.
pub(super) fn link(blocks: &[SectionLines<'_>], source: SourceId, links: &mut Links) -> Repeated {
    let (mut duties, mut others) = by_duty(blocks, source);
    let count = duties.len();
    take_lists(&mut duties, &mut others);
    duties.retain(|duty| !duty.stated.is_empty());
    let mut seen: BTreeSet<(Code, &str)> = others.iter().map(Stated::key).collect();
    let mut is_shared = false;
    let mut repeated = Repeated { codes: BTreeSet::new(), is_by_duty: others.is_empty() };
    for duty in &duties {
        let (again, new): (Vec<&Stated>, Vec<&Stated>) =
            duty.stated.iter().partition(|one| seen.contains(&one.key()));
        is_shared |= !again.is_empty();
        let twice = new.into_iter().filter(|one| !seen.insert(one.key()));
        repeated.codes.extend(twice.chain(again).map(|one| one.code.span));
    }
    if !is_shared || duties.len() < 2 || duties.len() * 2 <= count {
        return Repeated::default();
    }
    for duty in &duties {
        let link = |one: &Stated| Link { duty: duty.duty, statement: one.code };
        links.below.extend(duty.stated.iter().map(link));
    }
    repeated
}

/// The duties with what is directly below them, and all other statements.
fn by_duty(blocks: &[SectionLines<'_>], source: SourceId) -> (Vec<Below>, Vec<Stated>) {
    let (mut duties, mut others) = (Vec::<Below>::new(), Vec::new());
    let mut is_open = false;
    for block in blocks {
        match block.section {
            PageSection::Duties => {
                let headings = block.lines.iter().filter_map(|line| codes::duty_heading(*line));
                let before = duties.len();
                duties.extend(headings.map(|found| Below { duty: found.code.value, stated: Vec::new() }));
                is_open = duties.len() > before;
            }
            PageSection::Statements(_) => {
                // What cannot be read is noted where the statements are read.
                let stated = entries::coded(&block.lines, &mut Notes::new(source));
                let heading = block.heading.map(|line| line.heading.unwrap_or_default());
                let stated = stated.into_iter().map(|(code, text)| {
                    let words: Vec<&str> = text.split_whitespace().collect();
                    Stated { code, words: words.join(" "), heading }
                });
                match duties.last_mut().filter(|_| is_open) {
                    Some(duty) => duty.stated.extend(stated),
                    None => others.extend(stated),
                }
            }
            _ => is_open = false,
        }
    }
    (duties, others)
}

/// Takes out a list of all statements that comes after a duty and is not part of it.
fn take_lists(duties: &mut [Below], others: &mut Vec<Stated>) {
    let mut headed: BTreeMap<u8, usize> = BTreeMap::new();
    for duty in &*duties {
        let levels: BTreeSet<u8> = duty.stated.iter().filter_map(|one| one.heading).collect();
        for level in levels {
            *headed.entry(level).or_default() += 1;
        }
    }
    let mut seen = BTreeSet::new();
    for Below { stated, .. } in duties {
        let is_own = |one: &Stated| one.heading.is_some_and(|level| headed[&level] == 1);
        let below_heading = stated.iter().position(is_own);
        let at = below_heading.filter(|at| {
            let (known, again) = restated(stated, *at, &seen);
            again * 2 > known
        });
        let at = at.or_else(|| {
            let ascends = |pair: &[Stated]| pair[0].code.value < pair[1].code.value;
            let last = stated.windows(2).rposition(|pair| !ascends(pair))? + 1;
            let (known, again) = restated(stated, last, &seen);
            (again == known).then_some(last)
        });
        others.extend(at.map(|at| stated.split_off(at)).into_iter().flatten());
        seen.extend(stated.iter().map(|one| one.code.value));
    }
}

/// How many codes were seen before this place, and how many of them occur after it.
fn restated(stated: &[Stated], at: usize, seen: &BTreeSet<Code>) -> (usize, usize) {
    let codes = |stated: &[Stated]| -> BTreeSet<Code> { stated.iter().map(|one| one.code.value).collect() };
    let (own, behind) = (codes(&stated[..at]), codes(&stated[at..]));
    let known = seen.len() + own.difference(seen).count();
    (known, behind.iter().filter(|code| seen.contains(code) || own.contains(code)).count())
}
