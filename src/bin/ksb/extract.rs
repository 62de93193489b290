//! `ksb extract`.

use ksb::catalogue::lines;
use ksb::check;
use ksb::read::{self, Parts};
use ksb::source::{Source, SourceId};
use rayon::prelude::*;

use crate::args::ExtractArgs;
use crate::document::called;
use crate::exit::{Exit, Failure};
use crate::input::Input;
use crate::output;
use crate::stream::Stream;

/// Writes what the documents of a file tell each other. One that cannot be read tells nothing: `ksb check` says what
/// is wrong with it.
pub(crate) fn run(args: &ExtractArgs) -> Result<Exit, Failure> {
    let input = Input::named(&args.file, args.stdin_filename.as_deref());
    let file = SourceId::of_file(0);
    match Stream::open(input, file, args.input.max_size, args.stream.starts_at) {
        Ok(mut stream) => {
            while let Some(batch) = stream.batch()? {
                let documents = batch.into_par_iter().filter_map(Result::ok);
                let lines: Vec<String> = documents.map(|(source, _encoding)| line(source, args)).collect();
                if !output::write_while_read(&lines.concat())? {
                    break;
                }
            }
        }
        Err(input) => {
            let (source, _encoding) = input
                .read(file, args.input.max_size)
                .map_err(|failed| Failure(format!("`{}`: {}", input.name, failed.diagnostic.message)))?;
            let documents = match read::parts_as(source, args.input.from) {
                Parts::One(source) => vec![source],
                Parts::Several { documents, .. } => documents,
            };
            let lines: Vec<String> = documents.into_par_iter().map(|source| line(source, args)).collect();
            output::write(&lines.concat())?;
        }
    }
    Ok(Exit::Clean)
}

fn line(source: Source, args: &ExtractArgs) -> String {
    let reading = read::read(&source, args.input.from);
    let extract = check::extract(&reading);
    let name = called(reading.document.as_ref(), &source);
    drop(reading);
    let source = match name {
        Some(name) => source.called(name),
        None => source,
    };
    extract.map_or_else(String::new, |extract| lines::written(&extract, &source) + "\n")
}
