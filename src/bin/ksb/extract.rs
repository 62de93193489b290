//! `ksb extract`.

use ksb::catalogue::{document_label, lines};
use ksb::project::{Batches, Documents, Input, Opened};
use ksb::source::{Source, SourceId};
use ksb::{check, read};
use rayon::prelude::*;

use crate::cli::ExtractArgs;
use crate::exit::{Exit, Failure};
use crate::output;

/// Writes the data for rules that compare documents, for each document in a file. There is none for a document that
/// cannot be read: `ksb check` says what is wrong with it.
pub(crate) fn run(args: &ExtractArgs) -> Result<Exit, Failure> {
    let input = Input::named(&args.file, args.stdin_filename.as_deref());
    let (reader, file) = (args.input.reader(), SourceId::of_file(0));
    let whole;
    let (mut batches, is_stream): (Batches<'_>, _) = match reader.stream(input, file, args.stream.starts_at) {
        Ok(stream) => (stream, true),
        Err(input) => {
            whole = [(file, input)];
            (reader.inputs(&whole), false)
        }
    };
    while let Some(units) = batches.next_units()? {
        let opened: Vec<Documents> = units.into_iter().map(|unit| unit.open(reader)).collect();
        let documents: Vec<Opened> = opened.into_iter().flat_map(|documents| documents.all).collect();
        if let Some(unread) = documents.iter().find(|one| !one.is_read && !is_stream) {
            let (name, why) = (unread.source.name(), unread.found.first());
            let why = why.map_or("", |why| why.message.as_str());
            return Err(Failure(format!("`{name}`: {why}")));
        }
        let read = documents.into_par_iter().filter(|one| one.is_read);
        let lines: Vec<String> = read.map(|one| line(one.source, args)).collect();
        if !output::write_while_read(&lines.concat())? {
            break;
        }
    }
    Ok(Exit::Clean)
}

fn line(source: Source, args: &ExtractArgs) -> String {
    let reading = read::read(&source, args.input.from);
    let extract = check::extract(&reading);
    let name = document_label(reading.document.as_ref(), &source);
    drop(reading);
    let source = match name {
        Some(name) => source.with_document(name),
        None => source,
    };
    extract.map_or_else(String::new, |extract| lines::written(&extract, &source) + "\n")
}
