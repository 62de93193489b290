//! Duties and statements: entries that begin with a code and may go on over several lines.

use super::codes::{self, Coded, Row};
use super::lines::{Line, join};
use super::notes::Notes;
use super::sections::{Block, Section};
use crate::model::{Code, Duty, Field, Kind, List, Standard, Statement};
use crate::source::{Span, Spanned, Text};

/// What stands behind each statement of a standard page, as a link.
const LINK: &str = "back to duty";

/// An entry whose lines are being gathered.
struct Draft<'s> {
    /// The line that it begins with, up to the first cell of codes.
    line: Line<'s>,
    /// Its code and the text in the same line.
    head: Coded<'s>,
    /// The lines of its text.
    text: Vec<Line<'s>>,
    /// Whether more lines of text may follow.
    open: bool,
}

impl<'s> Draft<'s> {
    fn new(line: Line<'s>, head: Coded<'s>) -> Self {
        let text = if head.rest.text.is_empty() { Vec::new() } else { vec![head.rest] };
        Self { line, head, text, open: true }
    }

    /// Takes the line as more of the text if it can be that: it stands right below the last one, or
    /// there is no text yet.
    fn takes(&mut self, line: Line<'s>) -> bool {
        let first = self.text.is_empty();
        let fits = self.open && self.text.last().is_none_or(|last| line.is_below(*last));
        let line = if first { codes::unseparated(line) } else { line };
        if fits && !line.text.is_empty() {
            self.text.push(line);
        }
        fits
    }

    /// Its text; an empty one stands behind the code.
    fn text(&self) -> Text<'s> {
        join(&self.text).unwrap_or_else(|| self.head.rest.verbatim())
    }
}

/// The duties of the page. `mapping` is what is said of the mapping if no duty has a row of codes;
/// if any has, each duty states the rows that it has.
pub(super) fn duties<'s>(
    blocks: &[Block<'s>],
    mapping: &Field<Vec<Spanned<Code>>>,
    notes: &mut Notes,
) -> Field<List<Duty<'s>>> {
    let blocks: Vec<&Block> = blocks.iter().filter(|block| block.section == Section::Duties).collect();
    let mut drafts: Vec<(Draft, Vec<Row>)> = Vec::new();
    for &whole in blocks.iter().flat_map(|block| &block.lines) {
        let (line, rows) = codes::trailing_rows(whole);
        if let Some(head) = codes::duty_heading(line) {
            let open = line.text.len() == whole.text.len();
            drafts.push((Draft { open, ..Draft::new(line, head) }, rows));
            continue;
        }
        let taken = match (drafts.last_mut(), codes::row(whole)) {
            (Some((draft, rows)), Some(row)) => {
                draft.open = false;
                rows.push(row);
                true
            }
            (Some((draft, _)), None) => draft.takes(whole),
            (None, _) => false,
        };
        if !taken && !whole.is(LINK) {
            notes.unread("duties", whole.span());
        }
    }
    let mapped = drafts.iter().any(|(_, rows)| !rows.is_empty());
    let duty = |(draft, rows): (Draft<'s>, Vec<Row>)| {
        for span in rows.iter().flat_map(|row| &row.unread) {
            notes.unread("mapping", *span);
        }
        let codes = rows.into_iter().flat_map(|row| row.codes).collect();
        let text = draft.text();
        Duty {
            code: Some(draft.head.code),
            span: draft.line.span().to(text.span()),
            text,
            core: None,
            mapping: if mapped { Field::Stated(codes) } else { mapping.clone() },
            options: Vec::new(),
            unknown_ids: Vec::new(),
        }
    };
    let duties: Vec<Duty> = drafts.into_iter().map(duty).collect();
    list(&blocks, duties, |duty| duty.span)
}

/// The statements of the page.
pub(super) fn statements<'s>(blocks: &[Block<'s>], notes: &mut Notes) -> Field<List<Statement<'s>>> {
    let of_kind = |block: &Block<'s>| match block.section {
        Section::Statements(kind) => Some(kind),
        _ => None,
    };
    let blocks: Vec<&Block> = blocks.iter().filter(|block| of_kind(block).is_some()).collect();
    let headed = Kind::ALL.map(|kind| blocks.iter().any(|block| of_kind(block) == Some(Some(kind))));
    let is_headed = |kind: Kind| Kind::ALL.into_iter().zip(headed).any(|(own, headed)| headed && own == kind);
    let mut statements = Vec::new();
    for block in &blocks {
        for draft in drafts(&block.lines, notes) {
            let own = draft.head.code.value.prefix.kind();
            let listed = of_kind(block).flatten();
            // A code of another kind is a slip only if its own heading is there: headings get lost.
            let kind = listed.filter(|_| own.is_some_and(is_headed)).or(own);
            let Some(kind) = kind else { continue };
            statements.push(Statement { kind, code: draft.head.code, text: draft.text(), id: None });
        }
    }
    list(&blocks, statements, |statement| statement.code.span)
}

/// The kinds that have a heading with no statement below it.
pub(super) fn empty_kinds(blocks: &[Block<'_>], standard: &Standard<'_>) -> Vec<Kind> {
    let headed = |kind: &Kind| {
        let section = Section::Statements(Some(*kind));
        blocks.iter().any(|block| block.section == section && block.heading.is_some())
    };
    let is_empty = |kind: &Kind| headed(kind) && standard.statements_of(*kind).next().is_none();
    Kind::ALL.into_iter().filter(is_empty).collect()
}

/// The statements of one section, line by line.
fn drafts<'s>(lines: &[Line<'s>], notes: &mut Notes) -> Vec<Draft<'s>> {
    let mut drafts: Vec<Draft> = Vec::new();
    for &whole in lines {
        let line = unlinked(whole);
        let is_row = codes::row(line).is_some_and(|row| row.codes.len() + row.unread.len() > 1);
        match codes::statement(line) {
            Some(head) if !is_row => drafts.push(Draft::new(line, head)),
            _ if line.text.is_empty() || drafts.last_mut().is_some_and(|draft| draft.takes(line)) => (),
            _ => notes.unread("statements", line.span()),
        }
        if line.text.len() < whole.text.len()
            && let Some(draft) = drafts.last_mut()
        {
            draft.open = false;
        }
    }
    drafts
}

/// The line without the link behind it.
fn unlinked(line: Line<'_>) -> Line<'_> {
    let at = line.text.len().checked_sub(LINK.len());
    at.filter(|&at| line.text.is_char_boundary(at) && line.rest(at).is(LINK))
        .map_or(line, |at| line.before(at))
}

/// The entries as a list: under the first heading, or the first entry if the page lost it.
fn list<T>(blocks: &[&Block<'_>], items: Vec<T>, place: impl Fn(&T) -> Span) -> Field<List<T>> {
    let heading = blocks.iter().find_map(|block| block.heading).map(Line::span);
    match (heading.or_else(|| items.first().map(place)), items.is_empty()) {
        (Some(heading), false) => Field::Stated(List::new(heading, items)),
        (Some(heading), true) => Field::Empty(heading),
        (None, _) => Field::Missing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::page::lines::lines;
    use crate::read::page::sections;
    use crate::source::{Source, SourceId};

    fn read(text: &str) -> (Vec<String>, Vec<String>, usize) {
        let source = Source::new(SourceId(0), "x", text);
        let blocks = sections::blocks(&lines(&source));
        let mut notes = Notes::new(source.id());
        let duties = duties(&blocks, &Field::Missing, &mut notes);
        let statements = statements(&blocks, &mut notes);
        let shown = |duty: &Duty| {
            let codes: Vec<String> = duty.codes().iter().map(|code| code.value.to_string()).collect();
            format!("{}|{}", duty.text.as_str(), codes.join(" "))
        };
        let said = |statement: &Statement| {
            format!("{:?} {}|{}", statement.kind, statement.code.value, statement.text.as_str())
        };
        let duties = duties.items().iter().map(shown).collect();
        (duties, statements.items().iter().map(said).collect(), notes.finish().len())
    }

    #[test]
    fn duties_have_text_and_rows() {
        let page =
            "Duties\nDuty 1 Do\nit.\nK1 K2\n\nS1\nDuty D2\n\nDo more.\nAnd more.\n\nDuty 3 Rest.\tK3\tB1";
        let (duties, _, notes) = read(page);
        assert_eq!(duties, ["Do it.|K1 K2 S1", "Do more. And more.|", "Rest.|K3 B1"]);
        assert_eq!(notes, 0);
    }

    #[test]
    fn what_fits_nowhere_is_noted_once_a_list() {
        let page = "Duties\nLost\nDuty 1 Do.\n\nK1 X1 S9\n\nLost too.\nAnd this.\nK1: Know.\n\nLost";
        let (duties, statements, notes) = read(page);
        assert_eq!((duties.len(), statements.len(), notes), (1, 1, 3));
    }

    #[test]
    fn statements_leave_their_links_behind() {
        let page = "KSBs\nKnowledge\nK1: One.  Back to Duty\nK2 Two\nof two. Back to duty\nlost\nK3\n: Three.\nBack to Duty";
        let (_, statements, notes) = read(page);
        assert_eq!(statements, ["Knowledge K1|One.", "Knowledge K2|Two of two.", "Knowledge K3|Three."]);
        assert_eq!(notes, 1);
    }

    #[test]
    fn a_statement_is_of_the_kind_of_its_heading_if_the_headings_are_there() {
        let (_, statements, _) = read("Knowledge\nK1: One.\nS1: Two.\nSkills\nS2: Three.\nB1: Four.");
        let kinds: Vec<&str> = statements.iter().filter_map(|text| text.split('|').next()).collect();
        assert_eq!(kinds, ["Knowledge K1", "Knowledge S1", "Skill S2", "Behaviour B1"]);
    }

    #[test]
    fn an_empty_statement_stands_behind_its_code() {
        let source = Source::new(SourceId(0), "x", "K1:\n\nK2: Two.");
        let blocks = sections::blocks(&lines(&source));
        let statements = statements(&blocks, &mut Notes::new(source.id()));
        let first = &statements.items()[0];
        assert_eq!((first.text.as_str(), first.text.span()), ("", Span::at(3)));
    }
}
