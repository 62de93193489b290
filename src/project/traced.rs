//! The documents of `[[trace]]` sections, traced as a part of a run.

use std::collections::{BTreeMap, BTreeSet};

use super::input::Input;
use super::named::document_called;
use super::numbered::TracedSection;
use super::opened::{Documents, Opened};
use super::past::{history, newer, past};
use super::run::{Ending, Run};
use super::sections::Section;
use super::suppressions::Suppressions;
use super::trace::{TraceChoices, cited, cited_standard};
use super::{Failure, parallel};
use crate::catalogue::document_label;
use crate::check;
use crate::config::mistake;
use crate::diagnostic::{Diagnostic, Label};
use crate::ignores::Ignores;
use crate::limit::limited;
use crate::lint::{CitedCodes, CitedStandard, Trace, lint_citing, lint_trace};
use crate::model::{Document, Format};
use crate::read::{self, Reading};
use crate::report::coverage::{Coverage, coverage_parts};
use crate::report::matrix::MatrixRow;
use crate::rules;
use crate::source::{Source, SourceId};

/// Why a section cannot be traced.
enum Untraceable {
    /// Its standard cannot be read: the findings, which may have been reported already.
    Unread(Vec<Diagnostic>),
    /// It asks for something that cannot be done, at this place in `ksb.toml` or on the command line.
    Wrong(String, Option<Label>),
}

/// A document that cites, once it has been looked at.
struct Looked {
    document: SourceId,
    /// Its text, if there are findings in it.
    source: Option<Source>,
    is_read: bool,
    /// The findings in its file, whatever it cites.
    of_file: Vec<Diagnostic>,
    of_citations: Vec<Diagnostic>,
    codes: CitedCodes,
    /// What its parts cite, if it is the only document.
    parts: Vec<MatrixRow>,
}

/// One state of the files, and what has been reported about them.
struct Tracing<'t, 'p> {
    inputs: BTreeMap<SourceId, &'t Input>,
    reported: BTreeSet<SourceId>,
    found: Vec<Diagnostic>,
    ending: &'t mut Ending<'p>,
}

impl<'p> Run<'p> {
    /// What is found in the documents of all sections. `inputs` may be those of an older state, and some may be
    /// missing.
    ///
    /// Fails if what the user asks for cannot be done.
    pub(super) fn trace_sections(
        &self,
        inputs: &[(SourceId, Input)],
        ending: &mut Ending<'p>,
    ) -> Result<Vec<Diagnostic>, Failure> {
        let inputs = inputs.iter().map(|(id, input)| (*id, input)).collect();
        let reported = self.inputs().iter().map(|(id, _)| *id).collect();
        let mut tracing = Tracing { inputs, reported, found: Vec::new(), ending };
        for section in &self.sections {
            match self.trace_section(section, &mut tracing) {
                Ok(()) => {}
                Err(Untraceable::Unread(found)) => {
                    tracing.ending.unread += 1;
                    tracing.found.extend(found);
                }
                Err(Untraceable::Wrong(why, None)) => return Err(Failure(why)),
                Err(Untraceable::Wrong(why, Some(place))) => {
                    tracing.ending.unread += 1;
                    tracing.found.push(mistake("trace", why, place));
                }
            }
        }
        Ok(tracing.found)
    }

    fn trace_section(
        &self,
        section: &TracedSection,
        tracing: &mut Tracing<'_, 'p>,
    ) -> Result<(), Untraceable> {
        let TracedSection { section, standard: id, files } = section;
        let input = tracing.inputs.get(id).copied().unwrap_or(&self.inputs[id.file()].1);
        let Opened { source, found, is_read } =
            picked(self.reader().documents(input, *id), section, self.options.from)?;
        let reading = read::read(&source, self.options.from);
        let Some(document) = reading.document.as_ref().filter(|_| is_read) else {
            let found = if is_read { check::check_reading(&reading) } else { found };
            drop(reading);
            tracing.ending.sources.push(source);
            let is_new = tracing.reported.insert(*id);
            return Err(Untraceable::Unread(if is_new { found } else { Vec::new() }));
        };
        tracing.reported.insert(*id);
        self.trace_documents(section, (document, &source), files, tracing)?;
        self.suppress(source.id(), document_label(Some(document), &source), tracing.ending);
        drop(reading);
        tracing.ending.sources.push(source);
        Ok(())
    }

    /// What the documents of a section cite of a standard.
    fn trace_documents(
        &self,
        section: &Section,
        (document, source): (&Document<'_>, &Source),
        files: &BTreeSet<SourceId>,
        tracing: &mut Tracing<'_, 'p>,
    ) -> Result<(), Untraceable> {
        let Some(of_standard) = document.standard() else {
            let why = "an occupational map has no statements to cite".to_owned();
            return Err(Untraceable::Wrong(why, section.place.clone()));
        };
        let mut older = Vec::new();
        for (path, place) in &section.history {
            let of_path = history(std::slice::from_ref(path), self.reader());
            older.extend(of_path.map_err(|why| Untraceable::Wrong(why, place.clone()))?);
        }
        let read = |source| read::read(source, self.options.from);
        let older: Vec<Reading<'_>> = older.iter().map(read).collect();
        let versions = (past(document, &older), newer(document, &older));
        let standard = cited_standard(of_standard, versions);
        let inputs = files.iter().filter_map(|id| Some((*id, *tracing.inputs.get(id)?))).collect();
        let looked = parallel::map(inputs, |input| self.look_at(input, &standard, &section.choices, files));
        let (mut found, mut cited, mut parts) = (Vec::new(), Vec::new(), Vec::new());
        for one in looked {
            let id = one.document;
            if tracing.reported.insert(id) {
                tracing.ending.documents += usize::from(one.is_read);
                tracing.ending.unread += usize::from(!one.is_read);
                tracing.found.extend(one.of_file);
            }
            self.suppress(id, None, tracing.ending);
            tracing.ending.sources.extend(one.source);
            found.extend(one.of_citations);
            cited.push(one.codes);
            parts = one.parts;
        }
        let TraceChoices { is_partial, min_coverage, .. } = section.choices;
        let trace = Trace { standard, cited, is_whole: !is_partial, min_coverage };
        found.extend(lint_trace(&trace, rules::ALL, self.config(of_standard.source)));
        tracing.ending.coverage.push(Coverage::new(trace, parts, source));
        tracing.found.extend(limited(found));
        Ok(())
    }

    /// Reads one of the documents of a section and looks at what it cites. One that cannot be read is empty.
    fn look_at(
        &self,
        (id, input): (SourceId, &Input),
        standard: &CitedStandard<'_>,
        choices: &TraceChoices,
        files: &BTreeSet<SourceId>,
    ) -> Looked {
        let (source, of_file, is_read) = match input.read(self.files(), id, self.options.max_size) {
            Ok((source, mut found)) => {
                found.extend(read::unread_parts(&source));
                (source, found, true)
            }
            Err(failed) => (failed.source, vec![failed.diagnostic], false),
        };
        let one = cited(&source, standard, choices);
        let of_citations = lint_citing(&one, standard, rules::ALL, self.config(id));
        let parts = if files.len() == 1 { coverage_parts(&one, standard) } else { Vec::new() };
        let codes = CitedCodes { name: source.name().to_owned(), is_plan: one.is_plan, codes: one.codes };
        let has_findings = !of_file.is_empty() || !of_citations.is_empty();
        let source = has_findings.then_some(source);
        Looked { document: id, source, is_read, of_file, of_citations, codes, parts }
    }

    /// Lets the settings and a baseline suppress findings in a document.
    fn suppress(&self, id: SourceId, document: Option<String>, ending: &mut Ending<'p>) {
        let own = &self.each[id.file()];
        let settings = self.settings.settings_file(own).map(|file| &file.settings);
        ending.suppressions.entry(id).or_insert_with(|| Suppressions {
            ignores: Ignores::of_settings(settings, &own.path, &own.config),
            document,
            whole: true,
            ..Suppressions::default()
        });
    }
}

/// The document of a file that a section means.
fn picked(
    Documents { mut all, .. }: Documents,
    section: &Section,
    from: Option<Format>,
) -> Result<Opened, Untraceable> {
    let wanted = section.document.as_deref();
    let at = match (wanted, all.as_slice()) {
        (None, [_]) => Ok(0),
        (Some(_), [only]) if !only.is_read => Ok(0),
        _ => {
            let sources: Vec<&Source> = all.iter().map(|one| &one.source).collect();
            let option = if section.place.is_some() { "document" } else { "--document" };
            document_called(&section.standard.name, &sources, wanted, from, option)
        }
    };
    match at {
        Ok(at) => Ok(all.swap_remove(at)),
        Err(why) => Err(Untraceable::Wrong(why, section.place.clone())),
    }
}
