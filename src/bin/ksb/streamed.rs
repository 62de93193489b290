//! `ksb check --format jsonl` on documents that come one on each line: one in, its findings out. Of each only its
//! extract is kept, for the rules that need the whole catalogue, which run at the end.

use std::collections::BTreeMap;

use ksb::check;
use ksb::diagnostic::{Diagnostic, Severity};
use ksb::ignores::{self, Ignores};
use ksb::lint::Extract;
use ksb::report::{Report, jsonl};
use ksb::source::{Source, SourceId, Sources};
use ksb::text_index::Vocabulary;
use rayon::prelude::*;

use crate::args::ScopeArg;
use crate::exit::{Exit, Failure};
use crate::findings::Run;
use crate::output;
use crate::screen::by_file;
use crate::stream::{Document, Stream};

/// What is left of one document once its findings are written.
struct Line<'s> {
    id: SourceId,
    /// Its findings, as they are written.
    shown: String,
    worst: Option<Severity>,
    /// Whether it could be read at all.
    readable: bool,
    extract: Option<Extract>,
    /// The ignores that speak of it, if any do.
    ignores: Option<Ignores<'s>>,
    /// The places that findings about the two can point to.
    places: Option<Source>,
}

/// What is kept of all documents.
#[derive(Default)]
struct Kept<'s> {
    extracts: Vec<Extract>,
    sources: Sources,
    ignores: BTreeMap<SourceId, Ignores<'s>>,
    worst: Option<Severity>,
    readable: bool,
}

/// Checks the documents of a stream.
pub(crate) fn run(run: Run<'_>, mut stream: Stream) -> Result<Exit, Failure> {
    let mut kept = Kept { readable: true, ..Kept::default() };
    while let Some(batch) = stream.batch()? {
        let lines: Vec<Line<'_>> =
            batch.into_par_iter().map_init(Vocabulary::default, |all, one| line(run, one, all)).collect();
        let shown: String = lines.iter().map(|line| line.shown.as_str()).collect();
        if !output::write_while_read(&shown)? {
            return Ok(Exit::Clean);
        }
        for line in lines {
            kept.add(line);
        }
    }
    let found = together(run, &mut kept);
    kept.note(found.iter().map(|one| one.severity).max());
    output::write(&rendered(&shown(found, run), &kept.sources))?;
    let fails = run.args.fail_on.severity().is_some_and(|least| kept.worst >= Some(least));
    Ok(match (kept.readable && !run.settings.are_wrong(), fails) {
        (false, _) => Exit::Failed,
        (true, true) => Exit::Findings,
        (true, false) => Exit::Clean,
    })
}

impl<'s> Kept<'s> {
    fn add(&mut self, line: Line<'s>) {
        self.note(line.worst);
        self.readable &= line.readable;
        self.ignores.extend(line.ignores.map(|ignores| (line.id, ignores)));
        self.extracts.extend(line.extract);
        self.sources.extend(line.places);
    }

    fn note(&mut self, worst: Option<Severity>) {
        self.worst = self.worst.max(worst);
    }
}

/// Checks one document.
fn line<'s>(run: Run<'s>, document: Document, vocabulary: &mut Vocabulary) -> Line<'s> {
    let (source, encoding) = match document {
        Ok(document) => document,
        Err(failed) => return unread(run, failed.0, failed.1),
    };
    let checked = run.check_source(source, encoding, true, vocabulary);
    let readable = checked.is_read();
    let worst = checked.found.iter().map(|found| found.severity).max().max(checked.hidden.worst);
    let sources: Sources = checked.source.into_iter().collect();
    let ignores = checked.screen.map(|screen| screen.ignores).filter(|ignores| !ignores.is_empty());
    // Rules that look at one document need nothing of the others.
    let is_alone = run.args.scope == Some(ScopeArg::Document);
    let extract = checked.extract.filter(|_| !is_alone);
    let of_extract = extract.iter().flat_map(Extract::offsets);
    let offsets: Vec<u32> = of_extract.chain(ignores.iter().flat_map(Ignores::offsets)).collect();
    let source = sources.get(checked.id).filter(|_| !offsets.is_empty());
    let places = source.map(|source| source.without_text(offsets));
    let shown = rendered(&shown(checked.found, run), &sources);
    Line { id: checked.id, shown, worst, readable, extract, ignores, places }
}

fn unread(run: Run<'_>, source: Source, found: Diagnostic) -> Line<'_> {
    let (id, worst) = (source.id(), Some(found.severity));
    let shown = rendered(&shown(vec![found], run), &Sources::from(source));
    Line { id, shown, worst, readable: false, extract: None, ignores: None, places: None }
}

/// What is found in the documents together, and what is said of settings and ignores.
fn together(run: Run<'_>, kept: &mut Kept<'_>) -> Vec<Diagnostic> {
    let among = check::check_group(&kept.extracts, |id| &run.each[id.file()].config);
    let mut found = Vec::new();
    for (id, among) in by_file(among) {
        found.extend(match kept.ignores.get_mut(&id) {
            Some(ignores) => ignores.pass(among),
            None => among,
        });
    }
    found.extend(ignores::stale(kept.ignores.values()));
    for read in &run.settings.read {
        let labels = read.found.iter().flat_map(|found| &found.labels);
        let offsets = labels.flat_map(|label| [label.span.start, label.span.end]);
        kept.sources.insert(read.source.without_text(offsets));
        found.extend(read.found.iter().cloned());
    }
    check::sort(&mut found);
    found
}

fn shown(found: Vec<Diagnostic>, run: Run<'_>) -> Vec<Diagnostic> {
    let least: Severity = run.args.severity.into();
    found.into_iter().filter(|one| one.severity >= least).collect()
}

fn rendered(found: &[Diagnostic], sources: &Sources) -> String {
    jsonl::render(&Report { diagnostics: found, sources, files: 1, documents: 1, hidden: 0, ignored: &[] })
}
