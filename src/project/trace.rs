//! Documents that cite a standard, and what is found in them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::settings::FileSettings;
use super::{Findings, Input, Project, parallel};
use super::{inputs, options};
use crate::check;
use crate::citing::{Citable, CitingChoices, CitingDocument, cite};
use crate::diagnostic::Diagnostic;
use crate::ignores::Ignores;
use crate::limit::limited;
use crate::lint::{Cited, PastVersion, Scope, Trace, lint_trace};
use crate::model::{Code, Standard};
use crate::read::blocks;
use crate::rules;
use crate::source::{Source, SourceId};

/// What the user says of a trace.
#[derive(Clone, Debug, Default)]
pub struct TraceChoices {
    /// Where codes stand.
    pub citing: CitingChoices,
    /// Whether every document is to name each knowledge statement and skill exactly once, as an assessment plan does.
    pub exactly_once: bool,
}

/// An earlier version of a standard, and what became of its codes.
#[derive(Clone, Debug)]
pub struct Past<'a> {
    /// Its number.
    pub label: String,
    /// The version.
    pub standard: &'a Standard<'a>,
    /// What became of each code that is another one now; nothing of one that was removed.
    pub became: BTreeMap<Code, Vec<Code>>,
}

/// Documents that cite, opened.
#[derive(Debug, Default)]
pub struct CitingFiles {
    /// Those that could be read, and the others as empty texts.
    pub sources: Vec<Source>,
    found: Vec<Diagnostic>,
    unread: usize,
    settings: Vec<FileSettings>,
}

impl Project<'_> {
    /// The inputs that `paths` name as documents that cite: files, folders, `-`.
    pub fn citing_inputs(&mut self, paths: &[PathBuf]) -> Vec<Input> {
        let changes = self.options.changes;
        let found = inputs::citing(paths, &mut self.settings);
        found.into_iter().map(|input| Input { changes, ..input }).collect()
    }

    /// Opens documents that cite a standard, under the numbers from 1 on; the standard has 0.
    pub fn open_citing(&mut self, inputs: &[Input]) -> CitingFiles {
        let settings = inputs.iter().map(|input| self.citing_settings(input)).collect();
        let (files, max_size) = (self.settings.files(), self.options.max_size);
        let numbered = inputs.iter().enumerate().collect();
        let opened = parallel::map(numbered, |(index, input): (usize, &Input)| {
            input.read(files, SourceId::of_file(index + 1), max_size)
        });
        let mut all = CitingFiles { settings, ..CitingFiles::default() };
        for one in opened {
            match one {
                Ok((source, found)) => {
                    all.sources.push(source);
                    all.found.extend(found);
                }
                Err(failed) => {
                    all.sources.push(failed.source);
                    all.found.push(failed.diagnostic);
                    all.unread += 1;
                }
            }
        }
        all
    }

    /// The settings of a document that cites, under which only rules about citations run.
    fn citing_settings(&mut self, input: &Input) -> FileSettings {
        let mut own = self.settings_of(input).0;
        options::keep_to(Some(Scope::Trace), &mut own.config);
        own
    }

    /// What these documents cite of a standard. `past` are its earlier versions, the last one first.
    #[must_use]
    pub fn trace<'a>(
        &self,
        files: &'a CitingFiles,
        standard: &'a Standard<'a>,
        past: Vec<Past<'a>>,
        choices: &TraceChoices,
    ) -> Trace<'a> {
        let citable = Citable::new(standard);
        let cited = parallel::map(files.sources.iter().collect(), |source: &'a Source| {
            let document = CitingDocument { source: source.id(), blocks: blocks(source) };
            let citations = cite(&document, &citable, &choices.citing);
            let is_plan = choices.exactly_once || document.is_assessment_plan();
            Cited { document, citations, is_plan }
        });
        let version = |past: Past<'a>| PastVersion {
            label: past.label,
            citable: Citable::new(past.standard),
            became: past.became,
        };
        Trace { citable, history: past.into_iter().map(version).collect(), cited }
    }

    /// The findings of a trace. `standard` is the input that the standard was read from.
    #[must_use]
    pub fn trace_findings(
        &mut self,
        trace: &Trace<'_>,
        files: &CitingFiles,
        standard: &Input,
    ) -> Findings<'static> {
        let of_standard = self.citing_settings(standard);
        let own =
            |id: SourceId| id.file().checked_sub(1).map_or(&of_standard, |index| &files.settings[index]);
        let mut found = files.found.clone();
        found.extend(lint_trace(trace, rules::ALL, |id| &own(id).config));
        check::sort(&mut found);
        let found = self.not_ignored(limited(found), own);
        let mut findings = Findings {
            inputs: files.sources.len(),
            documents: files.sources.len() - files.unread,
            is_complete: files.unread == 0 && !self.settings.are_wrong(),
            ..Findings::default()
        };
        findings.add(found, self.options.least);
        findings
    }

    /// The findings that the settings do not ignore.
    fn not_ignored<'o>(
        &self,
        found: Vec<Diagnostic>,
        own: impl Fn(SourceId) -> &'o FileSettings,
    ) -> Vec<Diagnostic> {
        let mut ignores: BTreeMap<SourceId, Ignores<'_>> = BTreeMap::new();
        let mut kept = Vec::with_capacity(found.len());
        for one in found {
            let id = one.primary().source;
            let of_file = ignores.entry(id).or_insert_with(|| {
                let own = own(id);
                let settings = self.settings.settings_file(own).map(|file| &file.settings);
                Ignores::of_settings(settings, &own.path, &own.config)
            });
            kept.extend(of_file.filter(vec![one]));
        }
        kept
    }
}
