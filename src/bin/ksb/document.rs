//! Which document of a file is meant, where it holds several.

use std::io;
use std::path::Path;

use ksb::catalogue::Name;
pub(crate) use ksb::catalogue::called;
use ksb::diagnostic::Diagnostic;
use ksb::model::Format;
use ksb::read::{self, Parts};
use ksb::report::{Report, full};
use ksb::source::{Source, SourceId, Sources};
use ksb::spelling::nearest;
use rayon::prelude::*;

use crate::args::{InputArgs, LookArgs};
use crate::exit::Failure;
use crate::input::Input;
use crate::output;

/// How many documents of a file are listed for the user to choose from.
const LISTED: usize = 5;

/// The names of documents, each read and forgotten again.
pub(crate) fn names(documents: &[Source], from: Option<Format>) -> Vec<Name> {
    let name = |source: &Source| Name::new(read::read(source, from).document.as_ref(), source);
    documents.par_iter().map(name).collect()
}

/// One document of a file.
pub(crate) struct Picked {
    pub(crate) source: Source,
    /// The file as a whole, if it holds several documents.
    pub(crate) file: Option<Source>,
    /// What is wrong with the file, its encoding and what stands around the document.
    pub(crate) around: Vec<Diagnostic>,
}

impl Picked {
    /// Shows on standard error what is wrong with the document and its file, or with a file that is none.
    pub(crate) fn complain(
        self,
        found: &[Diagnostic],
        is_document: bool,
        look: &LookArgs,
    ) -> Result<(), Failure> {
        if found.is_empty() {
            return Ok(());
        }
        let sources: Sources = self.file.into_iter().chain([self.source]).collect();
        let documents = usize::from(is_document);
        let report =
            Report { diagnostics: found, sources: &sources, files: 1, documents, hidden: 0, ignored: &[] };
        output::write_aside(&full::render(&report, &output::style(look, 0, &io::stderr())))
    }
}

impl From<Source> for Picked {
    fn from(source: Source) -> Self {
        Self { source, file: None, around: Vec::new() }
    }
}

/// Reads a file and picks a document of it. None if it cannot be read, which is shown.
pub(crate) fn open(
    path: &Path,
    wanted: Option<&str>,
    input: &InputArgs,
    look: &LookArgs,
) -> Result<Option<Picked>, Failure> {
    match Input::named(path, None).read(SourceId::of_file(0), input.max_size) {
        Ok((source, encoding)) => {
            let mut picked = pick(source, wanted, input.from)?;
            picked.around.splice(0..0, encoding);
            Ok(Some(picked))
        }
        Err(failed) => {
            Picked::from(failed.source).complain(&[failed.diagnostic], false, look)?;
            Ok(None)
        }
    }
}

/// The document of a file that is called `wanted`, or its only one.
fn pick(source: Source, wanted: Option<&str>, from: Option<Format>) -> Result<Picked, Failure> {
    let file = source.name().to_owned();
    let (whole, mut documents, around) = match read::parts_as(source, from) {
        Parts::One(source) if wanted.is_none() => return Ok(source.into()),
        Parts::One(source) => (None, vec![source], Vec::new()),
        Parts::Several { file, documents, around } => (Some(file), documents, around),
    };
    let at = match wanted {
        None if documents.len() == 1 => 0,
        _ => index(&file, &documents, wanted, from)?,
    };
    Ok(Picked { source: documents.swap_remove(at), file: whole, around })
}

/// The index of the document that is called `wanted`.
pub(crate) fn index(
    file: &str,
    documents: &[Source],
    wanted: Option<&str>,
    from: Option<Format>,
) -> Result<usize, Failure> {
    let names = names(documents, from);
    let labels = names.iter().map(|name| name.label.as_str());
    let Some(wanted) = wanted else {
        let (count, some) = (names.len(), listed(&names));
        return Err(Failure(format!("`{file}` holds {count} documents: name one by --document ({some})")));
    };
    names.iter().position(|name| name.is(wanted)).ok_or_else(|| {
        let help = match nearest(wanted, labels) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("it holds {} ({})", names.len(), listed(&names)),
        };
        Failure(format!("`{file}` holds no document `{wanted}`: {help}"))
    })
}

/// A few documents to choose from.
fn listed(names: &[Name]) -> String {
    let first: Vec<&str> = names.iter().take(LISTED).map(|name| name.label.as_str()).collect();
    let such = if names.len() > first.len() { "such as " } else { "" };
    format!("{such}{}", first.join(", "))
}
