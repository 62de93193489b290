//! Statements that are numbered without a letter, below the heading of their kind: `1. The law.`

use std::collections::BTreeSet;

use super::codes::{self, Coded};
use super::lines::Line;
use super::sections::{PageSection, SectionLines};
use crate::model::{Code, Kind, Prefix};
use crate::source::{Span, Spanned};

/// The lines of a section, each statement with the code that its number stands for. `None` unless they are numbered
/// from 1 without gaps; `is_taken` says for which kinds numbers are not enough.
pub(super) fn lettered<'s>(
    block: &SectionLines<'s>,
    is_taken: impl Fn(Prefix) -> bool,
) -> Option<Vec<Line<'s>>> {
    let kind = kind(block)?;
    let first = block.lines.iter().find_map(|line| entry(*line, kind))?;
    if first.code.value.number != 1 || is_taken(kind.prefix()) {
        return None;
    }
    let mut next = 1;
    let line = |line: &Line<'s>| match entry(*line, kind) {
        Some(found) if found.code.value.number == next => {
            next += 1;
            Some(found.rest.with_code(found.code))
        }
        None if !line.text.starts_with(|c: char| c.is_ascii_digit()) => Some(*line),
        _ => None,
    };
    block.lines.iter().map(line).collect()
}

/// A statement after its number in a list.
fn entry(line: Line<'_>, kind: Kind) -> Option<Coded<'_>> {
    let number = number(line)?;
    let code = Spanned::new(Code::new(kind.prefix(), number.value), number.span);
    Some(Coded { code, rest: line.unnumbered(), separated: true })
}

/// The number of a numbered list that the line begins with.
fn number(line: Line<'_>) -> Option<Spanned<u32>> {
    let digits = line.text.bytes().take_while(u8::is_ascii_digit).count();
    let is_numbered = line.code.is_none() && line.unnumbered().start > line.start;
    let number = line.text[..digits].parse().ok().filter(|_| is_numbered)?;
    Some(Spanned::new(number, Span::new(line.start, line.start + digits)))
}

/// The letters that the sections have codes for, and the letters of kinds with several numbered sections.
pub(super) fn taken(blocks: &[&SectionLines<'_>]) -> BTreeSet<Prefix> {
    let lines = blocks.iter().flat_map(|block| &block.lines);
    let mut taken: BTreeSet<Prefix> = lines.filter_map(|line| Some(code(*line)?.prefix)).collect();
    let mut numbered = BTreeSet::new();
    for block in blocks.iter().filter(|block| block.lines.iter().any(|line| number(*line).is_some())) {
        let prefix = kind(block).map(Kind::prefix);
        taken.extend(prefix.filter(|prefix| !numbered.insert(*prefix)));
    }
    taken
}

fn kind(block: &SectionLines<'_>) -> Option<Kind> {
    match block.section {
        PageSection::Statements(kind) => kind,
        _ => None,
    }
}

/// The code that a line begins or ends with.
fn code(line: Line<'_>) -> Option<Code> {
    let own = codes::statement(line.unnumbered()).map(|found| found.code);
    own.or_else(|| codes::behind(line).map(|(code, _)| code)).map(|code| code.value)
}
