//! Codes in documents that cite a standard, according to the settings.

use std::path::Path;

use ksb::citing::{Citable, CitingDocument, cite};
use ksb::editor::{CodeRole, about_code, places_of};
use ksb::model::Code;
use ksb::project::{Input, Section};
use ksb::read::{blocks, read};
use ksb::source::{SourceId, Span};

use super::finding::{range_in, shifted};
use super::outgoing::of_positions;
use super::protocol::Range;
use super::session::Session;
use super::uri::uri_of;
use super::view::{Documents, standard};

/// What is cited at a place.
pub(super) struct Cited {
    /// Where it is.
    pub(super) span: Span,
    /// The codes.
    pub(super) codes: Vec<Code>,
    /// What is said about each.
    pub(super) about: Vec<String>,
    /// The file of the standard.
    pub(super) uri: String,
    /// Where the standard states them.
    pub(super) places: Vec<Range>,
}

/// What a document cites at an offset, or `None` if it is not a document that cites, or cites nothing there.
pub(super) fn cited(session: &mut Session<'_>, path: &Path, offset: usize) -> Option<Cited> {
    let sections = session.citing.sections(&[path.to_owned()], Vec::new()).1;
    sections.iter().find_map(|section| in_section(session, section, path, offset))
}

fn in_section(session: &Session<'_>, section: &Section, path: &Path, offset: usize) -> Option<Cited> {
    let (citing, _) =
        Input::file(path).read(session.files, SourceId::of_file(0), session.options.max_size).ok()?;
    let documents = Documents::read(session, &section.standard);
    let source = documents.named(section.document.as_deref())?;
    let reading = read(source, None);
    let standard = standard(&reading)?;
    let citable = Citable::new(standard);
    let document = CitingDocument { source: citing.id(), blocks: blocks(&citing) };
    let citations = cite(&document, &citable, &section.choices.citing);
    let is_here = |span: Span| span.range().start <= offset && offset <= span.range().end;
    let one = citations.codes.iter().find(|one| is_here(one.span))?;
    let codes = match one.last {
        Some(last) => citable.between(one.first, last),
        None => vec![one.first],
    };
    let own = codes.iter().flat_map(|code| places_of(standard, *code));
    let own = own.filter(|place| place.role == CodeRole::Definition);
    let file = session.files_path(&section.standard)?;
    let uri = session.uri_of_open(&file).unwrap_or_else(|| uri_of(&file));
    let open = session.open.get(&uri);
    let range = |span: Span| match open {
        Some(open) => open.buffer.range(shifted(span, source)),
        None => range_in(source, span, session.client.unit),
    };
    let title =
        standard.facts.title.stated().map_or_else(String::new, |title| format!(" of {}", title.trim()));
    let about = codes.iter().filter_map(|code| {
        about_code(standard, *code, None).map(|text| format!("{text}\n\n_in the standard{title}_"))
    });
    Some(Cited {
        span: one.span,
        about: about.collect(),
        places: own.map(|place| of_positions(range(place.span))).collect(),
        codes,
        uri,
    })
}

impl Documents {
    /// The document with this name, or the only one.
    fn named(&self, name: Option<&str>) -> Option<&ksb::source::Source> {
        match name {
            None => self.all().first(),
            Some(name) => self.all().iter().find(|source| {
                read(source, None).document.as_ref().and_then(ksb::model::Document::label).as_deref()
                    == Some(name)
            }),
        }
    }
}

impl Session<'_> {
    /// The file of an input, links resolved.
    fn files_path(&self, input: &Input) -> Option<std::path::PathBuf> {
        use ksb::project::Files;
        input.path().map(|path| self.files.resolved(path))
    }
}
