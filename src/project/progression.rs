//! What occupations share, among documents that are read one after the other and not kept.

use std::ops::Range;

use super::{Input, Opened, Reader, parallel};
use crate::catalogue::DocumentName;
use crate::diagnostic::Diagnostic;
use crate::model::Document;
use crate::progression::{Link, OccupationRecord, Progression};
use crate::read;
use crate::source::{Source, SourceId};

/// How many inputs are open at once.
const BATCH: usize = 64;

/// What is kept of documents.
#[derive(Debug, Default)]
pub struct OccupationRecords {
    /// What is kept of each standard, in the order of the inputs.
    pub records: Vec<OccupationRecord>,
    /// Why inputs and documents could not be read.
    pub found: Vec<Diagnostic>,
    /// Files with several documents, if findings are about the file or one of its documents.
    pub files: Vec<Source>,
    /// The documents that findings are about.
    pub documents: Vec<Source>,
    /// How many inputs or documents could not be read.
    pub failed: usize,
}

/// What becomes of one document.
#[derive(Default)]
struct Kept {
    record: Option<OccupationRecord>,
    found: Vec<Diagnostic>,
    source: Option<Source>,
    has_failed: bool,
}

impl OccupationRecords {
    /// What is kept of the standards in these inputs.
    #[must_use]
    pub fn read(reader: Reader<'_>, inputs: &[Input]) -> Self {
        let mut all = Self::default();
        let numbered: Vec<(usize, &Input)> = inputs.iter().enumerate().collect();
        for batch in numbered.chunks(BATCH) {
            let opened = parallel::map(batch.to_vec(), |(index, input)| {
                reader.documents(input, SourceId::of_file(index))
            });
            for documents in opened {
                let kept = parallel::map(documents.all, |one| kept(one, reader));
                let is_told = !documents.around.is_empty() || kept.iter().any(|one| one.source.is_some());
                all.found.extend(documents.around);
                all.files.extend(documents.file.filter(|_| is_told));
                for one in kept {
                    all.records.extend(one.record);
                    all.found.extend(one.found);
                    all.documents.extend(one.source);
                    all.failed += usize::from(one.has_failed);
                }
            }
        }
        all
    }
}

fn kept(opened: Opened, reader: Reader<'_>) -> Kept {
    let Opened { source, found, is_read } = opened;
    if !is_read {
        return Kept { found, source: Some(source), has_failed: true, ..Kept::default() };
    }
    let reading = read::read(&source, reader.from);
    let Some(document) = &reading.document else {
        let found = found.into_iter().chain(reading.diagnostics).collect();
        return Kept { found, source: Some(source), has_failed: true, ..Kept::default() };
    };
    Kept { record: record(document, &source), ..Kept::default() }
}

/// What is kept of a document, if it is a standard.
#[must_use]
pub fn record(document: &Document<'_>, source: &Source) -> Option<OccupationRecord> {
    let standard = document.standard()?;
    let name = DocumentName::new(Some(document), source);
    let one_of_many = source.id().index().map(|_| name.label.clone());
    Some(OccupationRecord::new(standard, &name.label, (source.name().to_owned(), one_of_many)))
}

/// Some of the links of all occupations: those of a block of them with those after it, or with another block. All
/// blocks are about the same size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// The number of the block, from 1.
    pub one: usize,
    /// The number of the other block, which is no lower; none for all occupations after the block and those of the block
    /// with each other.
    pub other: Option<usize>,
    /// How many blocks there are.
    pub of: usize,
}

impl Block {
    /// All occupations with each other.
    pub const WHOLE: Self = Self { one: 1, other: None, of: 1 };

    /// The occupations of a block, out of this many.
    fn occupations(self, number: usize, count: usize) -> Range<usize> {
        count * (number - 1) / self.of..count * number / self.of
    }
}

/// The links of a block, each once, found on all threads: those of each occupation, the strongest first.
#[must_use]
pub fn links_of_block(progression: &Progression, block: Block) -> Vec<Link> {
    let count = progression.occupations().len();
    let others = block.other.map_or(0..count, |other| block.occupations(other, count));
    let links = |one: usize| {
        let after = others.start.max(one + 1)..others.end;
        if after.is_empty() { Vec::new() } else { progression.links_with(one, after) }
    };
    parallel::map(block.occupations(block.one, count).collect(), links).concat()
}

/// The links of each occupation, up to this many, the strongest first: what a page for each of them needs.
#[must_use]
pub fn strongest_links(progression: &Progression, most: usize) -> Vec<Vec<Link>> {
    let mut all = vec![Vec::new(); progression.occupations().len()];
    for link in links_of_block(progression, Block::WHOLE) {
        all[link.one].push(link);
        all[link.other].push(link.reversed());
    }
    for links in &mut all {
        links.sort_by_key(|link| (std::cmp::Reverse(link.strength()), link.other));
        links.truncate(most);
    }
    all
}
