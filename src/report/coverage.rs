//! Which documents cite which statements of a standard, as a matrix.

use std::collections::{BTreeMap, BTreeSet};

use super::matrix::{
    MappingGap, Matrix, MatrixColumn, MatrixDuty, MatrixRow, MatrixRowKind, MatrixTable, name,
};
use crate::citing::{Group, groups};
use crate::lint::{CitedCodes, CitedStandard, DocumentCitations, Trace};
use crate::model::{Code, Duty, Kind, Standard};
use crate::source::Source;

/// The coverage of a standard.
#[derive(Debug)]
pub struct Coverage {
    /// A row for each document or, if there is only one, for each of its parts, with the coverage of each duty.
    pub matrix: Matrix,
    /// How many statements are cited.
    pub cited: usize,
    /// How many there are.
    pub all: usize,
}

impl Coverage {
    /// The coverage by the documents of a trace. `parts` has the parts of its only document, and `of_standard` is the
    /// file of the standard.
    #[must_use]
    pub fn new(trace: Trace<'_>, parts: Vec<MatrixRow>, of_standard: &Source) -> Self {
        let cited = Trace::cited_in(&trace.cited);
        let Trace { standard: of, cited: documents, .. } = trace;
        let standard = of.citable.standard;
        let (row_kind, rows) = match parts.len() {
            0 | 1 => (MatrixRowKind::Documents, documents.into_iter().map(of_document).collect()),
            _ => (MatrixRowKind::Parts, parts),
        };
        let mut counts: BTreeMap<Code, usize> = BTreeMap::new();
        for code in rows.iter().flat_map(|row: &MatrixRow| &row.codes).flatten() {
            *counts.entry(*code).or_default() += 1;
        }
        let tables: Vec<MatrixTable> = standard.kinds().map(|kind| table(&of, kind, &counts)).collect();
        let columns = || tables.iter().flat_map(|table| &table.columns);
        let uncited = columns().filter(|column| !cited.contains(&column.code));
        let mut gaps: Vec<MappingGap> = uncited.map(|column| MappingGap::Uncited(column.code)).collect();
        gaps.extend(uncovered(&of, &cited, of_standard));
        let all = columns().count();
        let duties = duties(standard, &cited, of_standard);
        let cited = columns().filter(|column| cited.contains(&column.code)).count();
        let matrix = Matrix { row_kind, name: name(standard), rows, tables, gaps, duties };
        Self { matrix, cited, all }
    }

    /// The percentage of the statements that are cited, rounded down.
    #[must_use]
    pub fn percent(&self) -> usize {
        (self.cited * 100).checked_div(self.all).unwrap_or(100)
    }

    /// A line for each duty: `Duty 5: 0 of 4 statements are cited`.
    #[must_use]
    pub fn of_duties(&self) -> String {
        let line = |duty: &MatrixDuty| [duty.name.as_str(), ": ", &duty.share(), "\n"].concat();
        self.matrix.duties.iter().map(line).collect()
    }

    /// How many statements are cited, in words: `40 of 44 statements are cited (90%)`.
    #[must_use]
    pub fn summary(&self) -> String {
        let Self { cited, all, .. } = self;
        format!("{cited} of {all} statements are cited ({}%)", self.percent())
    }
}

fn duties(standard: &Standard<'_>, cited: &BTreeSet<Code>, source: &Source) -> Vec<MatrixDuty> {
    let of_duty = |(index, duty): (usize, &Duty<'_>)| {
        let codes: BTreeSet<Code> = duty.codes().iter().map(|code| code.value).collect();
        let cited = codes.intersection(cited).copied().collect();
        MatrixDuty { name: duty_name(standard, index, source), codes, cited }
    };
    let all = standard.duties.items().iter().enumerate().map(of_duty);
    all.filter(|duty| !duty.codes.is_empty()).collect()
}

/// What a duty is called in its document: `Duty 5` if that is what it says, otherwise `D5`.
fn duty_name(standard: &Standard<'_>, index: usize, source: &Source) -> String {
    let code = standard.duties.items().get(index).and_then(|duty| duty.code);
    let written = code.and_then(|code| source.text().get(code.span.range()));
    let is_word = |written: &str| written.get(..4).is_some_and(|word| word.eq_ignore_ascii_case("duty"));
    match code.filter(|_| written.is_some_and(is_word)) {
        Some(code) => format!("Duty {}", code.value.number),
        None => standard.duty_subject(index),
    }
}

fn row(name: String, codes: BTreeSet<Code>) -> MatrixRow {
    MatrixRow { name, text: String::new(), codes: Some(codes), missing_kinds: Vec::new() }
}

fn of_document(one: CitedCodes) -> MatrixRow {
    row(one.name, one.codes)
}

/// The parts of a document that cite anything.
#[must_use]
pub fn coverage_parts(one: &DocumentCitations<'_>, standard: &CitedStandard<'_>) -> Vec<MatrixRow> {
    let mut of_block: BTreeMap<usize, BTreeSet<Code>> = BTreeMap::new();
    for citation in &one.citations.codes {
        for block in citation.blocks() {
            of_block.entry(*block).or_default().extend(standard.codes(citation));
        }
    }
    for quote in &one.citations.quotes {
        of_block.entry(quote.block).or_default().extend(quote.codes.iter().copied());
    }
    let of_group = |group: &Group| {
        let codes = group.blocks.iter().filter_map(|block| of_block.get(block)).flatten();
        row(group.name.clone(), codes.copied().collect())
    };
    let rows = groups(&one.document).iter().map(of_group).collect::<Vec<_>>();
    rows.into_iter().filter(|row| row.codes.as_ref().is_some_and(|codes| !codes.is_empty())).collect()
}

/// The statements of one kind, and how many rows cite each: `counts` has that for each code.
fn table(standard: &CitedStandard<'_>, kind: Kind, counts: &BTreeMap<Code, usize>) -> MatrixTable {
    let column = |code: Code| {
        let count = counts.get(&code).copied().unwrap_or_default();
        let text = standard.citable.statement(code).map_or("", |one| one.text.as_str());
        MatrixColumn { code, text: text.to_owned(), duties: count, orphan: count == 0 }
    };
    MatrixTable { kind, columns: standard.of_kind(kind).map(column).collect() }
}

/// The duties with none of their knowledge or skills cited.
fn uncovered(of: &CitedStandard<'_>, cited: &BTreeSet<Code>, source: &Source) -> Vec<MappingGap> {
    let standard = of.citable.standard;
    let duties = standard.duties.items().iter().enumerate();
    let is_uncovered = |codes: &[Code]| !codes.is_empty() && !codes.iter().any(|code| cited.contains(code));
    let uncovered = duties.filter(|(_, duty)| {
        let assessed = duty.codes().iter().map(|code| code.value).filter(|code| of.is_assessed(*code));
        is_uncovered(&assessed.collect::<Vec<_>>())
    });
    uncovered.map(|(index, _)| MappingGap::Uncovered(duty_name(standard, index, source))).collect()
}
