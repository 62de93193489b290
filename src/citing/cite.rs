//! The citations of a document: which codes in it are codes of the standard, and what is next to them.

use std::cell::LazyCell;
use std::collections::BTreeSet;

use super::asides::{Asides, Owner, has_references};
use super::block::{Block, CitingDocument};
use super::citation::{Citation, Citations, NearMatch, Quote};
use super::columns::{Column, Columns};
use super::grade::{Grade, begins_text, in_text, is_other, words_before};
use super::grid::grids;
use super::known::Citable;
use super::lists::{Listed, lists};
use super::mention::{Mention, Run, are_knowledge_and_skills};
use super::near::{Near, names};
use super::scan::{Written, runs, runs_under};
use crate::model::{Code, Kind, folded};
use crate::source::{TableCell, Text};

/// What the user says about documents that cite a standard.
#[derive(Clone, Debug, Default)]
pub struct CitingOptions {
    /// The headers of the columns that hold codes. If a table has one of these, none of its other columns hold codes.
    pub codes_in: Vec<String>,
}

/// Doubtful citations count once a document has this many certain ones.
const ENOUGH: usize = 2;

/// What a document cites of a standard.
#[must_use]
pub fn cite<'s>(
    document: &CitingDocument<'s>,
    citable: &Citable<'_>,
    choices: &CitingOptions,
) -> Citations<'s> {
    let asides = Asides::of(&document.blocks, citable.standard);
    let columns = Columns::of(&document.blocks, (citable, &asides), &choices.codes_in);
    let grids = grids(document, citable, &columns);
    let (mut graded, mut notes): (Vec<(Grade, Citation<'s>)>, _) = (Vec::new(), Vec::new());
    for (index, block) in document.blocks.iter().enumerate() {
        let column = block.cell.map(|cell| columns.get(cell));
        let is_total = matches!(column, Some(Column::Numbers(_)))
            && block.cell.is_some_and(|cell| asides.is_total(cell));
        match column {
            Some(Column::Notes) => notes.push(index),
            Some(Column::OfOther) => {}
            _ if is_total || asides.has_foreign(block, index) => {}
            _ => {
                let (marks, columns, asides) = (grids.get(&index), &columns, &asides);
                let has_references = has_references(&block.text);
                let place =
                    Place { document, index, column, columns, asides, has_references, marks, citable };
                of_block(&place, &mut graded);
            }
        }
    }
    let in_lists: BTreeSet<Code> =
        graded.iter().filter(|(grade, _)| *grade == Grade::InList).map(|(_, one)| one.first).collect();
    let cites = cites(&graded)
        || is_checklist(&in_lists, citable)
        || document.blocks.iter().any(|block| names_ksbs(&block.text));
    let least = match (cites, in_lists.len() > ENOUGH) {
        (true, true) => Grade::InList,
        (true, false) => Grade::Perhaps,
        (false, _) => Grade::Yes,
    };
    let (mut codes, mut doubtful, mut may_cite) = (Vec::new(), Vec::new(), false);
    for (grade, one) in graded {
        if grade >= least {
            codes.push(one);
        } else if grade != Grade::Other && citable.statement(one.first.base()).is_some() {
            may_cite |= grade >= Grade::Perhaps;
            doubtful.push(one);
        }
    }
    may_cite |= !codes.is_empty() || are_several(&doubtful);
    let (quotes, close) = texts(document, &codes, citable);
    Citations { codes, doubtful, may_cite, quotes, close, notes }
}

/// Whether these are different codes, and not only of behaviours: many things have a letter B and a number.
fn are_several(doubtful: &[Citation<'_>]) -> bool {
    let codes: BTreeSet<Code> = doubtful.iter().map(|one| one.first).collect();
    codes.len() >= ENOUGH && !codes.iter().all(|code| code.prefix.is_of(Kind::Behaviour))
}

/// The texts of statements in a document, and the texts without a code that are close to a statement but do not quote
/// one.
fn texts(
    document: &CitingDocument<'_>,
    codes: &[Citation<'_>],
    citable: &Citable<'_>,
) -> (Vec<Quote>, Vec<NearMatch>) {
    let near = LazyCell::new(|| Near::of(document, codes));
    let (mut quotes, mut close) = (Vec::new(), Vec::new());
    for (index, block) in document.blocks.iter().enumerate() {
        let distinctive = citable.distinctive(&block.text);
        if !citable.close().may_be_said(&distinctive) {
            continue;
        }
        let said = citable.words(&block.text);
        let mut found = citable.quotable().find(block, index, &said);
        let of_block = || near.to(document, index);
        for quote in &mut found {
            quote.has_code = of_block().into_iter().any(|one| names(citable, one, &quote.codes));
        }
        if found.is_empty() {
            let closest = citable.close().closest(block, index, &said, &distinctive);
            close.extend(closest.filter(|_| of_block().is_empty()));
        }
        quotes.append(&mut found);
    }
    (quotes, close)
}

/// Whether these are enough to say that the document cites the standard: a few certain ones, or doubtful ones of both
/// kinds that every standard has.
fn cites(graded: &[(Grade, Citation<'_>)]) -> bool {
    let codes =
        |least: Grade| graded.iter().filter(move |(grade, _)| *grade >= least).map(|(_, one)| one.first);
    let mut sure = BTreeSet::new();
    let is_sure = codes(Grade::Yes).any(|code| sure.insert(code) && sure.len() >= ENOUGH);
    let are_perhaps = || {
        let perhaps: BTreeSet<Code> = codes(Grade::Perhaps).collect();
        perhaps.len() > ENOUGH && are_knowledge_and_skills(perhaps.iter().map(|code| code.prefix))
    };
    is_sure || are_perhaps()
}

/// Whether the codes that begin lines can only be those of the standard: several of its knowledge statements and skills.
fn is_checklist(in_lists: &BTreeSet<Code>, citable: &Citable<'_>) -> bool {
    let known = in_lists.iter().filter(|code| citable.statement(**code).is_some()).map(|code| code.prefix);
    known.clone().count() >= 2 * ENOUGH && are_knowledge_and_skills(known)
}

/// Whether a text mentions KSBs.
fn names_ksbs(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric())
        .any(|word| matches!(word, "KSB" | "KSBs" | "KSBS" | "ksb" | "ksbs"))
}

/// Adds the codes of a block, and how likely it is that they are meant.
fn of_block<'s>(place: &Place<'_, 's>, graded: &mut Vec<(Grade, Citation<'s>)>) {
    let Place { document, index, columns, citable, .. } = *place;
    let block = place.block();
    let of_column = |runs: Vec<Run>| -> Vec<Listed<'_>> {
        let one = |run: Run| {
            let lead = words_before(&block.text[..run.range().start]);
            Listed { run, lead, doubtful: Vec::new(), is_next: false }
        };
        runs.into_iter().map(one).collect()
    };
    let lists = match place.column {
        Some(Column::Numbers(prefix)) => of_column(runs_under(&block.text, prefix)),
        Some(Column::Codes) => of_column(runs(&block.text, Written::Loosely)),
        _ => lists(block),
    };
    let mut before = Grade::Other;
    for list in &lists {
        let only = (lists.len() == 1).then(|| only(&list.run)).flatten();
        let beside = only.and_then(|mention| beside(document, index, mention, (columns, citable)));
        let is_quoted = only.zip(beside.as_ref()).is_some_and(|(only, text)| {
            let codes = citable.codes_with_text(text);
            codes.contains(&only.first) || !codes.is_empty() && place.is_before_text()
        });
        let grade = if is_quoted { Grade::Yes } else { place.grade(list, before) };
        before = grade;
        for mention in &list.run.mentions {
            if citable.may_have(mention.first) {
                graded.push((grade, place.citation(list, mention, beside.clone())));
            } else if citable.statement(mention.first.base()).is_some() {
                graded.push((grade.min(Grade::No), place.citation(list, mention, None)));
            }
        }
        let is_list = grade > Grade::No || list.run.mentions.is_empty();
        let doubtful = list.doubtful.iter().filter(|_| is_list);
        graded.extend(doubtful.map(|mention| (Grade::No, place.citation(list, mention, None))));
    }
}

/// A block in which codes are found.
struct Place<'p, 's> {
    document: &'p CitingDocument<'s>,
    index: usize,
    column: Option<Column>,
    columns: &'p Columns,
    asides: &'p Asides<'p>,
    /// Whether it names standards by their references.
    has_references: bool,
    marks: Option<&'p Vec<usize>>,
    citable: &'p Citable<'p>,
}

impl<'s> Place<'_, 's> {
    fn block(&self) -> &Block<'s> {
        &self.document.blocks[self.index]
    }

    /// How likely it is that the codes of a list are meant; `before` is the grade of the list before it.
    fn grade(&self, list: &Listed<'_>, before: Grade) -> Grade {
        let (block, run) = (self.block(), &list.run);
        if run.mentions.is_empty() {
            return Grade::No;
        }
        let owner = if self.has_references { self.asides.owner(&block.text, &run.range()) } else { None };
        match owner {
            Some(Owner::Standard) => return Grade::Yes,
            Some(Owner::Other) => return Grade::Other,
            None => {}
        }
        let grade = match block.cell.zip(self.column) {
            Some((_, Column::Codes)) if is_other(block, run, &list.lead) => Grade::Other,
            Some((_, Column::Codes | Column::Numbers(_))) => Grade::Yes,
            // Rooms and sites are ticked in grids too, but hardly anything else begins with K.
            Some(_) if self.marks.is_some() && self.are_knowledge(run) => Grade::Yes,
            Some(_) if self.marks.is_some() => Grade::Perhaps,
            // A table with a column for codes has them there, and a lone code in another column may be a room.
            Some((cell, Column::Other)) if self.columns.has_codes(cell.table) || is_all(&block.text, run) => {
                in_text(block, run, &list.lead).sure()
            }
            _ => in_text(block, run, &list.lead),
        };
        if says_next(&block.text, run, self.citable) {
            Grade::Yes
        } else if list.is_next && grade != Grade::Other {
            // Lists with only punctuation between them are one list.
            grade.max(before)
        } else {
            grade
        }
    }

    /// Whether the text next to a code belongs to it, whatever it says. In a row, the text may belong to another code.
    fn is_before_text(&self) -> bool {
        let texts = |cell: TableCell| self.columns.texts(cell.table).next();
        self.block()
            .cell
            .is_none_or(|cell| !self.columns.has_codes(cell.table) && texts(cell) == Some(cell.column + 1))
    }

    /// Whether the codes are those of knowledge statements that the standard has.
    fn are_knowledge(&self, run: &Run) -> bool {
        let statement = |one: &Mention| self.citable.statement(one.first);
        run.mentions.iter().all(|one| statement(one).is_some_and(|one| one.kind.plain() == Kind::Knowledge))
    }

    fn citation(&self, list: &Listed<'_>, mention: &Mention, beside: Option<Text<'s>>) -> Citation<'s> {
        let text = &self.block().text;
        let Mention { first, last, ref range, .. } = *mention;
        Citation {
            first,
            last,
            span: text.span_of(range.clone()),
            range: range.clone(),
            block: self.index,
            is_listed: matches!(self.column, Some(Column::Codes | Column::Numbers(_)))
                || ends_block(text, &list.run),
            has_implied_letter: matches!(self.column, Some(Column::Numbers(_))),
            beside,
            marks: self.marks.cloned(),
        }
    }
}

/// Whether the text of the statement follows its code.
fn says_next(text: &str, run: &Run, citable: &Citable<'_>) -> bool {
    let Some(statement) = only(run).and_then(|mention| citable.statement(mention.first)) else {
        return false;
    };
    let behind = text[run.range().end..].trim_start_matches(|c: char| !c.is_alphanumeric());
    let first = |text: &str| text.trim_start().chars().flat_map(char::to_lowercase).next();
    if first(behind) != first(&statement.text) {
        return false;
    }
    let said = folded(&statement.text);
    !said.is_empty() && folded(behind).starts_with(&said)
}

/// Whether a block holds the codes and nothing else.
fn is_all(text: &str, run: &Run) -> bool {
    let range = run.range();
    !text[..range.start].contains(char::is_alphanumeric) && !text[range.end..].contains(char::is_alphanumeric)
}

/// Whether a block begins with the codes, or ends with them: `Practical: K1, K2`.
fn ends_block(text: &str, run: &Run) -> bool {
    let range = run.range();
    let says = |part: &str| part.contains(char::is_alphanumeric);
    !says(&text[..range.start]) || !says(&text[range.end..])
}

/// The code of a list that holds only one.
fn only(run: &Run) -> Option<&Mention> {
    match run.mentions.as_slice() {
        [only] if only.last.is_none() => Some(only),
        _ => None,
    }
}

/// What is next to the only code of a block where the text of the statement would be: after it, in the cell of its row
/// that is for texts, or below it if it is a heading or what is there is the text of a statement.
fn beside<'s>(
    document: &CitingDocument<'s>,
    index: usize,
    mention: &Mention,
    (columns, citable): (&Columns, &Citable<'_>),
) -> Option<Text<'s>> {
    let block = &document.blocks[index];
    let begins = block.text[..mention.range.start].chars().all(|c| !c.is_alphanumeric());
    let behind = &block.text[mention.range.end..];
    let is_alone = begins && behind.chars().all(|c| !c.is_alphanumeric());
    if let Some(cell) = block.cell.filter(|_| is_alone) {
        let column = columns.texts(cell.table).find(|column| *column != cell.column)?;
        let mut row = neighbours(document, index);
        return row
            .find(|other| other.cell.is_some_and(|cell| cell.column == column))
            .map(|one| unquoted(&one.text));
    }
    if is_alone {
        let next = document.blocks.get(index + 1).filter(|next| !next.is_heading && next.cell.is_none());
        let text = next.map(|next| unquoted(&next.text));
        return text.filter(|text| block.is_heading || !citable.codes_with_text(text).is_empty());
    }
    let start =
        block.text.len() - behind.trim_start_matches(|c: char| !c.is_alphanumeric() && !opens_text(c)).len();
    let is_text = begins && begins_text(behind) && start < block.text.len();
    is_text.then(|| unquoted(&block.text.part(start..block.text.len())))
}

/// Whether a mark is part of the text that it comes before.
fn opens_text(mark: char) -> bool {
    mark == '(' || QUOTES.iter().any(|(open, _)| mark == *open)
}

/// Quotation marks.
const QUOTES: [(char, char); 4] = [('"', '"'), ('“', '”'), ('‘', '’'), ('\'', '\'')];

/// A text without the quotation marks around the whole of it.
fn unquoted<'s>(text: &Text<'s>) -> Text<'s> {
    let text = text.trimmed();
    let is_around = |(open, close): &(char, char)| {
        let inner = text.strip_prefix(*open).and_then(|inner| inner.strip_suffix(*close));
        inner.is_some_and(|inner| !inner.contains([*open, *close]))
    };
    match QUOTES.iter().find(|pair| is_around(pair)) {
        Some((open, close)) => text.part(open.len_utf8()..text.len() - close.len_utf8()).trimmed(),
        None => text,
    }
}

/// The cells of the row that a block is in.
fn neighbours<'d, 's>(document: &'d CitingDocument<'s>, index: usize) -> impl Iterator<Item = &'d Block<'s>> {
    let row = |block: &Block<'_>| block.cell.map(|cell| (cell.table, cell.row));
    let own = row(&document.blocks[index]);
    let before = document.blocks[..index].iter().rev().take_while(move |block| row(block) == own);
    let behind = document.blocks[index..].iter().take_while(move |block| row(block) == own);
    before.chain(behind)
}
