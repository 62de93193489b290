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
use super::trace::traced;
use super::{Failure, parallel};
use crate::catalogue::document_label;
use crate::check;
use crate::config::mistake;
use crate::diagnostic::{Diagnostic, Label};
use crate::ignores::Ignores;
use crate::limit::limited;
use crate::lint::{Cited, lint_citing, lint_trace};
use crate::model::{Document, Format};
use crate::read::{self, Reading};
use crate::report::coverage::Coverage;
use crate::rules;
use crate::source::{Source, SourceId};

/// Why a section cannot be traced.
enum Untraceable {
    /// Its standard cannot be read: the findings, which may have been told.
    Unread(Vec<Diagnostic>),
    /// It says what cannot be done, at this place of `ksb.toml` or on the command line.
    Wrong(String, Option<Label>),
}

/// One state of the files, and what of them has been told.
struct Tracing<'t, 'p> {
    inputs: BTreeMap<SourceId, &'t Input>,
    told: BTreeSet<SourceId>,
    found: Vec<Diagnostic>,
    ending: &'t mut Ending<'p>,
}

impl<'p> Run<'p> {
    /// What is found in the documents of all sections. `inputs` may be those of an older state, and lack some.
    ///
    /// Fails if what the user asks for cannot be done.
    pub(super) fn trace_sections(
        &self,
        inputs: &[(SourceId, Input)],
        ending: &mut Ending<'p>,
    ) -> Result<Vec<Diagnostic>, Failure> {
        let inputs = inputs.iter().map(|(id, input)| (*id, input)).collect();
        let told = self.inputs().iter().map(|(id, _)| *id).collect();
        let mut tracing = Tracing { inputs, told, found: Vec::new(), ending };
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
            let is_new = tracing.told.insert(*id);
            return Err(Untraceable::Unread(if is_new { found } else { Vec::new() }));
        };
        tracing.told.insert(*id);
        self.trace_documents(section, (document, &source), files, tracing)?;
        self.suppress(source.id(), Some(document), &source, tracing.ending);
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
        let sources = self.open_citing(files, tracing);
        let trace = traced(&sources, of_standard, versions, &section.choices);
        let of_each = parallel::map(trace.cited.iter().collect(), |one: &Cited<'_>| {
            lint_citing(one, &trace, rules::ALL, self.config(one.document.source))
        });
        let mut found: Vec<Diagnostic> = of_each.into_iter().flatten().collect();
        found.extend(lint_trace(&trace, rules::ALL, self.config(of_standard.source)));
        let found = limited(found);
        tracing.ending.coverage.push(Coverage::new(&trace, &sources, source));
        drop(trace);
        for source in &sources {
            self.suppress(source.id(), None, source, tracing.ending);
        }
        let is_in = |source: &Source| {
            found.iter().flat_map(|one| &one.labels).any(|label| label.source == source.id())
        };
        tracing.ending.sources.extend(sources.into_iter().filter(is_in));
        tracing.found.extend(found);
        Ok(())
    }

    /// The documents of a section. Those that cannot be read are empty.
    fn open_citing(&self, files: &BTreeSet<SourceId>, tracing: &mut Tracing<'_, 'p>) -> Vec<Source> {
        let inputs = files.iter().filter_map(|id| Some((*id, *tracing.inputs.get(id)?))).collect();
        let opened = parallel::map(inputs, |(id, input): (SourceId, &Input)| {
            input.read(self.files(), id, self.options.max_size)
        });
        let mut sources = Vec::new();
        for one in opened {
            let (source, found, is_read) = match one {
                Ok((source, found)) => (source, found, true),
                Err(failed) => (failed.source, vec![failed.diagnostic], false),
            };
            if tracing.told.insert(source.id()) {
                tracing.ending.documents += usize::from(is_read);
                tracing.ending.unread += usize::from(!is_read);
                tracing.found.extend(found);
            }
            sources.push(source);
        }
        sources
    }

    /// Lets the settings ignore findings in a document, and a baseline know them.
    fn suppress(
        &self,
        id: SourceId,
        document: Option<&Document<'_>>,
        source: &Source,
        ending: &mut Ending<'p>,
    ) {
        let own = &self.each[id.file()];
        let settings = self.settings.settings_file(own).map(|file| &file.settings);
        ending.suppressions.entry(id).or_insert_with(|| Suppressions {
            ignores: Ignores::of_settings(settings, &own.path, &own.config),
            document: document.and_then(|document| document_label(Some(document), source)),
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
            let option = if section.place.is_some() { "`document`" } else { "--document" };
            document_called(&section.standard.name, &sources, wanted, from, option)
        }
    };
    match at {
        Ok(at) => Ok(all.swap_remove(at)),
        Err(why) => Err(Untraceable::Wrong(why, section.place.clone())),
    }
}
