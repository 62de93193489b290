//! Duties and statements: entries that begin with a code and may continue over several lines.

use std::cell::LazyCell;
use std::collections::BTreeSet;

use super::codes::{self, Coded};
use super::layout;
use super::lines::{Line, join};
use super::links::{Link, Links};
use super::numbered;
use super::row::{self, CodeRow};
use super::sections::{PageSection, SectionLines};
use crate::model::{Code, Duty, Field, Kind, List, Prefix, Standard, Statement};
use crate::read::notes::Notes;
use crate::source::{Span, Spanned, Text};

/// The link after each statement on a standard page.
const LINK: &str = "back to duty";

/// An entry whose lines are being gathered.
struct Draft<'s> {
    /// The line that it begins with, up to the first cell of codes.
    line: Line<'s>,
    /// Its code, if it has one.
    code: Option<Spanned<Code>>,
    /// The text in its first line; may be empty.
    rest: Line<'s>,
    /// The lines of its text.
    text: Vec<Line<'s>>,
    /// Whether more lines of text may follow.
    open: bool,
}

impl<'s> Draft<'s> {
    fn new(line: Line<'s>, code: Option<Spanned<Code>>, rest: Line<'s>) -> Self {
        let text = if rest.text.is_empty() { Vec::new() } else { vec![rest] };
        Self { line, code, rest, text, open: true }
    }

    fn coded(line: Line<'s>, head: Coded<'s>) -> Self {
        Self::new(line, Some(head.code), head.rest)
    }

    /// Takes the line as more of the text if it can be that: it is directly below the last one, or
    /// there is no text yet.
    fn takes(&mut self, line: Line<'s>) -> bool {
        let first = self.text.is_empty();
        let follows = |last: &Line| line.is_below(*last) && !is_separate(*last, line);
        let fits = self.open && self.text.last().is_none_or(follows);
        let line = if first { codes::unseparated(line) } else { line };
        // A bullet with nothing after it says nothing.
        if fits && !line.text.is_empty() && !line.is_bullet() {
            self.text.push(line);
        }
        fits
    }

    /// Its text; an empty text is placed after the code.
    fn text(&self) -> Text<'s> {
        join(&self.text).unwrap_or_else(|| self.rest.verbatim())
    }
}

/// Whether a line that is directly below a text is not part of it: a page number, a heading, or, after the end of a
/// sentence, a label (`Comment: …`) or the header of a column.
fn is_separate(last: Line<'_>, line: Line<'_>) -> bool {
    let is_number = |line: Line<'_>| line.text.starts_with(|c: char| c.is_ascii_digit());
    let is_page = line.begins("page ") && is_number(line.rest("page ".len()));
    let label = line.text.split_once(':').map(|(label, _)| label);
    let is_label = label.is_some_and(|label| {
        label.starts_with(char::is_uppercase)
            && label.len() <= LONGEST_LABEL
            && label.split_whitespace().count() <= 3
    });
    is_page || line.is_heading() || last.is_sentence() && (is_label || layout::is_column_head(line))
}

/// The longest label of something that is not part of a text, in bytes.
const LONGEST_LABEL: usize = 30;

/// The duties of the page. `mapping` is used as the mapping if no duty has a row of codes; if any
/// duty has one, each duty states the rows that it has.
pub(super) fn duties<'s>(
    blocks: &[SectionLines<'s>],
    mapping: &Field<Vec<Spanned<Code>>>,
    links: &mut Links,
    notes: &mut Notes,
) -> Field<List<Duty<'s>>> {
    let blocks: Vec<&SectionLines> =
        blocks.iter().filter(|block| block.section == PageSection::Duties).collect();
    let all = || blocks.iter().flat_map(|block| &block.lines).copied();
    let is_headed = all().any(|line| codes::duty_heading(line).is_some());
    let mut drafts: Vec<(Draft, Vec<CodeRow>)> = Vec::new();
    for whole in all() {
        if let Some(row) = row::row(whole)
            && let Some((draft, rows)) = drafts.last_mut()
        {
            draft.open = false;
            rows.push(row);
            continue;
        }
        let (line, mut more) = row::trailing_rows(whole);
        if let Some(mut draft) = first_line(line, is_headed, drafts.len()) {
            draft.open = more.is_empty();
            if let Some((found, text)) = row::ahead(draft.rest) {
                draft = Draft { open: draft.open, ..Draft::new(line, draft.code, text) };
                more.insert(0, found);
            }
            drafts.push((draft, more));
            continue;
        }
        let taken = drafts.last_mut().is_some_and(|(draft, rows)| {
            let taken = draft.takes(line);
            draft.open &= more.is_empty();
            if taken {
                rows.extend(more);
            }
            taken
        });
        if !taken && !whole.is(LINK) {
            notes.unread("duties", whole.span());
        }
    }
    link_repeated(&mut drafts, links);
    let mapped = drafts.iter().any(|(_, rows)| !rows.is_empty());
    let duty = |(draft, rows): (Draft<'s>, Vec<CodeRow>)| {
        let mapping = if mapped { Field::Stated(listed(rows, notes)) } else { mapping.clone() };
        duty(&draft, mapping)
    };
    let duties: Vec<Duty> = drafts.into_iter().map(duty).collect();
    list(&blocks, duties, |duty| duty.span)
}

/// Takes out entries that only name a duty stated in full elsewhere and say what is mapped to it, as in a table after
/// all duties.
fn link_repeated(drafts: &mut Vec<(Draft<'_>, Vec<CodeRow>)>, links: &mut Links) {
    let code = |draft: &Draft<'_>| draft.code.map(|code| code.value);
    let only_lists = |draft: &Draft<'_>| match draft.text[..] {
        [] => true,
        [line] => row::row(line).is_some(),
        _ => false,
    };
    let full: BTreeSet<Code> =
        drafts.iter().filter(|(draft, _)| !only_lists(draft)).filter_map(|(draft, _)| code(draft)).collect();
    let mut lists = |draft: &Draft<'_>, rows: &[CodeRow]| {
        let duty = code(draft).filter(|duty| full.contains(duty) && only_lists(draft))?;
        let own = draft.text.first().and_then(|line| row::row(*line));
        let rows = || own.iter().chain(rows);
        if rows().any(|row| !row.unread.is_empty()) || rows().next().is_none() {
            return None;
        }
        let codes = rows().flat_map(|row| &row.codes);
        links.marked.extend(codes.map(|statement| Link { duty, statement: *statement }));
        Some(())
    };
    drafts.retain(|(draft, rows)| lists(draft, rows).is_none());
}

/// The duty that begins with this line: by its heading or its column or, where no duty has a heading, by its number or
/// bullet in a list.
fn first_line(line: Line<'_>, is_headed: bool, count: usize) -> Option<Draft<'_>> {
    if line.is_duty {
        return Some(Draft::new(line, None, line));
    }
    let listed = || codes::listed_duty(line.unbulleted()).filter(|_| !is_headed);
    if let Some(head) = codes::duty_heading(line).or_else(listed) {
        return Some(Draft::coded(line, head));
    }
    let text = line.unnumbered();
    let digits = line.text.bytes().take_while(u8::is_ascii_digit).count();
    match line.text[..digits].parse::<u32>() {
        _ if is_headed => None,
        Ok(number) if text.start != line.start && number as usize == count + 1 => {
            let code = Spanned::new(Code::new(Prefix::D, number), Span::new(line.start, line.start + digits));
            Some(Draft::new(line, Some(code), text))
        }
        _ => line.is_bulleted().then(|| Draft::new(line, None, line.unbulleted())),
    }
}

/// The codes in the rows of a duty.
fn listed(rows: Vec<CodeRow>, notes: &mut Notes) -> Vec<Spanned<Code>> {
    for span in rows.iter().flat_map(|row| &row.unread) {
        notes.unread("mapping", *span);
    }
    rows.into_iter().flat_map(|row| row.codes).collect()
}

fn duty<'s>(draft: &Draft<'s>, mapping: Field<Vec<Spanned<Code>>>) -> Duty<'s> {
    let text = draft.text();
    Duty {
        code: draft.code,
        span: draft.line.span().to(text.span()),
        text,
        core: None,
        mapping,
        options: Vec::new(),
        unknown_ids: Vec::new(),
    }
}

/// The statements of the page.
pub(super) fn statements<'s>(blocks: &[SectionLines<'s>], notes: &mut Notes) -> Field<List<Statement<'s>>> {
    let of_kind = |block: &SectionLines<'s>| match block.section {
        PageSection::Statements(kind) => Some(kind),
        _ => None,
    };
    let blocks: Vec<&SectionLines> = blocks.iter().filter(|block| of_kind(block).is_some()).collect();
    let headed = Kind::ALL.map(|kind| blocks.iter().any(|block| of_kind(block) == Some(Some(kind))));
    let is_headed = |kind: Kind| Kind::ALL.into_iter().zip(headed).any(|(own, headed)| headed && own == kind);
    let taken = LazyCell::new(|| numbered::taken(&blocks));
    let mut statements = Vec::new();
    for block in &blocks {
        let lettered = numbered::lettered(block, |prefix| taken.contains(&prefix));
        if let Some(code) = lettered.iter().flatten().find_map(|line| line.code) {
            notes.lettered(code.span, code.value.prefix.letters());
        }
        for draft in drafts_of(lettered.as_deref().unwrap_or(&block.lines), notes) {
            let Some(code) = draft.code else { continue };
            let own = code.value.prefix.kind();
            let listed = of_kind(block).flatten();
            // A code of another kind is a mistake only if its own heading is there: headings get lost.
            let kind = listed.filter(|_| own.is_some_and(is_headed)).or(own);
            let Some(kind) = kind else { continue };
            statements.push(Statement { kind, code, text: draft.text(), id: None });
        }
    }
    list(&blocks, statements, |statement| statement.code.span)
}

/// The codes that lines state with a text, and their texts.
pub(super) fn coded<'s>(lines: &[Line<'s>], notes: &mut Notes) -> Vec<(Spanned<Code>, Text<'s>)> {
    let drafts = drafts_of(lines, notes).into_iter();
    drafts.filter_map(|draft| Some((draft.code?, draft.text()))).collect()
}

/// The statements of one section.
fn drafts_of<'s>(lines: &[Line<'s>], notes: &mut Notes) -> Vec<Draft<'s>> {
    if has_codes_behind(lines) { drafts_before(lines, notes) } else { drafts(lines, notes) }
}

/// Whether the codes come after the texts: `text (K1)`.
fn has_codes_behind(lines: &[Line<'_>]) -> bool {
    let is_first = lines.first().is_some_and(|line| codes::statement(unlinked(*line)).is_some());
    !is_first
        && lines
            .iter()
            .any(|line| codes::statement(*line).is_none() && codes::behind(unlinked(*line)).is_some())
}

/// The parts of a line that each end with a code in brackets: `The law (K1), the pests (K2)`.
fn bracketed(line: Line<'_>) -> Vec<Line<'_>> {
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, _) in line.text.match_indices([')', ']']) {
        let part = line.part(from, at + 1);
        let is_end = part.text.rfind(['(', '[']).is_some_and(|open| row::row(part.rest(open)).is_some());
        if is_end {
            parts.push(part);
            from = at + 1 + line.text[at + 1..].len()
                - line.text[at + 1..].trim_start_matches([',', ';', ' ', '.']).len();
        }
    }
    let rest = line.rest(from);
    if parts.is_empty() || !rest.text.is_empty() {
        parts.push(rest);
    }
    parts
}

/// The statements of one section whose codes come after their texts, line by line.
fn drafts_before<'s>(lines: &[Line<'s>], notes: &mut Notes) -> Vec<Draft<'s>> {
    let mut drafts = Vec::new();
    let mut text: Vec<Line> = Vec::new();
    for (whole, part) in
        lines.iter().flat_map(|whole| bracketed(*whole).into_iter().map(|part| (*whole, part)))
    {
        let line = unlinked(part).unbulleted().unnumbered();
        let is_numbered = whole.unnumbered().start > whole.start;
        let begins =
            whole.is_bulleted() || is_numbered || text.last().is_some_and(|last| !line.is_below(*last));
        if begins {
            text.drain(..).for_each(|line| notes.unread("statements", line.span()));
        }
        match codes::behind(line) {
            Some((code, rest)) => {
                text.push(rest);
                let first = text[0];
                drafts
                    .push(Draft { text: std::mem::take(&mut text), ..Draft::new(first, Some(code), first) });
            }
            None if line.text.is_empty() => (),
            None => text.push(line),
        }
    }
    for line in text {
        notes.unread("statements", line.span());
    }
    drafts
}

/// The kinds that have a heading with no statement below it.
pub(super) fn empty_kinds(blocks: &[SectionLines<'_>], standard: &Standard<'_>) -> Vec<Kind> {
    let headed = |kind: &Kind| {
        let section = PageSection::Statements(Some(*kind));
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
        let is_row = row::row(line).is_some_and(|row| row.len() > 1);
        match codes::statement(line).filter(|head| !goes_on(drafts.last(), *head)) {
            Some(head) if !is_row => drafts.push(Draft::coded(line, head)),
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

/// Whether a line that begins with a code continues the sentence above it: `How to fill in the` / `S1 form.`
fn goes_on(above: Option<&Draft<'_>>, head: Coded<'_>) -> bool {
    let is_other_kind = |code: Spanned<Code>| code.value.prefix != head.code.value.prefix;
    let breaks_off = |draft: &Draft<'_>| {
        let last = draft.text.last().filter(|last| draft.open && head.rest.is_below(**last));
        last.is_some_and(|last| !last.is_sentence()) && draft.code.is_some_and(is_other_kind)
    };
    let is_apart = head.separated || head.rest.is_cell;
    let is_inside = !is_apart && head.rest.text.starts_with(char::is_lowercase);
    is_inside && above.is_some_and(breaks_off)
}

/// The line without the link after it.
fn unlinked(line: Line<'_>) -> Line<'_> {
    let at = line.text.len().checked_sub(LINK.len());
    at.filter(|&at| line.text.is_char_boundary(at) && line.rest(at).is(LINK))
        .map_or(line, |at| line.before(at))
}

/// The entries as a list: at the first heading, or at the first entry if the page has lost its heading.
fn list<T>(blocks: &[&SectionLines<'_>], items: Vec<T>, place: impl Fn(&T) -> Span) -> Field<List<T>> {
    let heading = blocks.iter().find_map(|block| block.heading).map(Line::span);
    match (heading.or_else(|| items.first().map(place)), items.is_empty()) {
        (Some(heading), false) => Field::Stated(List::new(heading, items)),
        (Some(heading), true) => Field::Empty(heading),
        (None, _) => Field::Missing,
    }
}

#[cfg(test)]
mod tests;
