//! What occupations share, among documents that are read one after the other and not kept.

use super::{Input, Opened, Reader, parallel};
use crate::catalogue::DocumentName;
use crate::diagnostic::Diagnostic;
use crate::model::Document;
use crate::progression::{Link, OccupationRecord, Progression};
use crate::read;
use crate::source::{Source, SourceId};

/// So many inputs are open at once.
const BATCH: usize = 64;

/// What is kept of documents.
#[derive(Debug, Default)]
pub struct OccupationRecords {
    /// What is kept of each standard, in the order of the inputs.
    pub records: Vec<OccupationRecord>,
    /// Why inputs and documents could not be read.
    pub found: Vec<Diagnostic>,
    /// Files of several documents that findings are about, or of which one is.
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

/// The links of one of several parts of the occupations with those after them, found on all threads: those of each
/// occupation, the strongest first. All parts, in their order, have each link once; the first of one is the whole.
#[must_use]
pub fn links_of_part(progression: &Progression, (part, parts): (usize, usize)) -> Vec<Link> {
    let count = progression.occupations().len();
    let begin = |part: usize| count * part / parts;
    let own = (begin(part - 1)..begin(part)).collect();
    parallel::map(own, |one| progression.links_after(one)).concat()
}

/// For each occupation its links, so many at most, the strongest first: what a page for each of them needs.
#[must_use]
pub fn strongest_links(progression: &Progression, most: usize) -> Vec<Vec<Link>> {
    let mut all = vec![Vec::new(); progression.occupations().len()];
    for link in links_of_part(progression, (1, 1)) {
        all[link.one].push(link);
        all[link.other].push(link.turned());
    }
    for links in &mut all {
        links.sort_by_key(|link| (std::cmp::Reverse(link.strength()), link.other));
        links.truncate(most);
    }
    all
}
