//! `ksb renumber`.

use std::path::Path;

use ksb::project::{Disk, Documents, Files, Input, shown};
use ksb::renumber::{Order, Renumbering};
use ksb::report::{patch, place};
use ksb::source::{Container, Source, SourceId, Span, sha256_hex};

use crate::cli::RenumberArgs;
use crate::date::now;
use crate::exit::{Exit, Failure};
use crate::output;
use crate::overwrite::{refuse_existing, refuse_overwriting};
use crate::replace::replace;
use crate::target;

/// Renumbers a file, and says on standard error which code became which.
pub(crate) fn run(args: &RenumberArgs) -> Result<Exit, Failure> {
    refuse_overwriting(args.output.as_deref(), [args.file.as_path()])?;
    refuse_existing(args.output.as_deref(), args.force)?;
    if let Some(file) = &args.output {
        target::agrees_with(&args.file, file)?;
    }
    let input = Input::named(&args.file, None);
    let Documents { file, mut all, .. } = args.input.reader().documents(&input, SourceId::of_file(0));
    let (None, Some(opened), 0) = (file, all.pop(), all.len()) else {
        let why = "has several documents: renumber each one in its own file";
        return Err(Failure(format!("`{}` {why}", input.name)));
    };
    let source = opened.source;
    let failed = |why: &dyn std::fmt::Display| Failure(format!("`{}`: {why}", input.name));
    if let (false, Some(why)) = (opened.is_read, opened.found.first()) {
        return Err(failed(&why.message));
    }
    let order = if args.by_place { Order::Place } else { Order::Number };
    let new = Renumbering::new(&source, &opened.found, args.input.from, order).map_err(|why| failed(&why))?;
    let exit = if source.container() == Some(Container::Word) {
        let bytes = bytes_of(&input, &source)?;
        let document = new.document(&source, &bytes, &now()).map_err(|why| failed(&why))?;
        write_document(args, &source, &new, &document)?
    } else {
        write_text(args, &input, &source, &new)?
    };
    output::write_aside(&told(&new, &source))?;
    Ok(exit)
}

/// The bytes of a Word document, which must be those that were read.
fn bytes_of(input: &Input, source: &Source) -> Result<Vec<u8>, Failure> {
    let no_file =
        || Failure("a Word document is renumbered in a copy: name it instead of standard input".to_owned());
    let path = input.path().ok_or_else(no_file)?;
    let bytes = Disk.read(path, u64::MAX).map_err(|why| Failure(format!("`{}`: {why}", shown(path))))?;
    if source.sha256() != sha256_hex(&bytes) {
        return Err(Failure(format!("`{}` changed after ksb read it, so nothing was written", shown(path))));
    }
    Ok(bytes)
}

fn write_document(
    args: &RenumberArgs,
    source: &Source,
    new: &Renumbering,
    document: &[u8],
) -> Result<Exit, Failure> {
    match &args.output {
        _ if args.diff => show(source, new),
        Some(file) if output::is_file(Some(file)) => replace(file, document, None).map(|()| Exit::Clean),
        _ => {
            let why = "the new codes are written as tracked changes in a copy of the Word document";
            Err(Failure(format!("{why}: name the copy with `--output FILE.docx`")))
        }
    }
}

fn write_text(
    args: &RenumberArgs,
    input: &Input,
    source: &Source,
    new: &Renumbering,
) -> Result<Exit, Failure> {
    if args.diff {
        return show(source, new);
    }
    if !args.in_place {
        return output::deliver(&new.text, args.output.as_deref()).map(|()| Exit::Clean);
    }
    let no_file = || Failure("standard input cannot be renumbered in place: remove `--in-place`".to_owned());
    let path: &Path = input.path().ok_or_else(no_file)?;
    if new.text != source.text() {
        replace(path, &new.text, Some(source.text().as_bytes()))?;
    }
    Ok(Exit::Clean)
}

fn show(source: &Source, new: &Renumbering) -> Result<Exit, Failure> {
    let patch = patch::render(source.name(), source.text(), &new.text);
    output::write(&patch)?;
    Ok(if patch.is_empty() { Exit::Clean } else { Exit::Findings })
}

/// What became of the codes, and what was left.
fn told(new: &Renumbering, source: &Source) -> String {
    let mut lines: Vec<String> = new.moves.iter().map(|one| format!("{} → {}", one.old, one.new)).collect();
    if lines.is_empty() {
        lines.push("nothing to renumber".to_owned());
    }
    let at = |span: Span, words: String| format!("{}: {words}", place(source, span));
    lines.extend(new.mentions.iter().map(|one| {
        let is = match one.new {
            Some(new) => format!("which is now {new}"),
            None => "which now has a different code".to_owned(),
        };
        at(one.span, format!("refers to {}, {is}: correct it if it means this code", one.code))
    }));
    lines.extend(
        new.dangling
            .iter()
            .map(|(code, span)| at(*span, format!("has {code}, but no statement has this code"))),
    );
    lines.extend(
        new.dropped
            .iter()
            .map(|(code, span)| at(*span, format!("no longer includes {code}, which no statement has"))),
    );
    lines.join("\n") + "\n"
}
