//! Copies of the document that was checked: with each finding as a comment on the words or the cell that it is about,
//! or with fixes as tracked changes.

use std::path::Path;

use ksb::fix::{self, Fixes, LeftOut, TrackedFixes};
use ksb::office::{self, Annotated, Author, Comment, OfficeError, TrackedChanges};
use ksb::project::{Disk, Files, Findings, Input, Run, shown};
use ksb::read::Reading;
use ksb::report::comments::comments;
use ksb::report::visible;
use ksb::source::{Container, Place, SourceId, sha256_hex};

use crate::cli::{CopyTarget, Marks};
use crate::date::now;
use crate::exit::Failure;
use crate::output;
use crate::replace::replace;
use crate::target;

/// Writes copies of the only document of a run.
pub(crate) fn write(
    run: &Run<'_>,
    findings: &Findings<'_>,
    copies: &[CopyTarget],
    fixes: Fixes,
) -> Result<(), Failure> {
    for CopyTarget { marks, file } in copies {
        let (id, input, bytes) = document(run, findings, *marks)?;
        target::agrees_with(Path::new(&input.name), file)?;
        let (copy, told) = match marks {
            Marks::Comments => {
                // A document without findings has no source among those of the findings.
                let source = findings.sources.get(id);
                let comments = source.map(|source| comments(source, &findings.shown)).unwrap_or_default();
                annotated(&bytes, input, &comments, file)?
            }
            Marks::Tracked => {
                let not_ignored = |reading: &Reading<'_>, found| run.not_ignored(id, reading, found);
                let failed = |error| Failure(format!("`{}`: {error}", input.name));
                let done = fix::track(&bytes, fixes, run.config(id), &now(), not_ignored).map_err(failed)?;
                let told = told(&done, &shown(file));
                (done.document, told)
            }
        };
        replace(file, &copy, None)?;
        output::write_aside(&told)?;
    }
    Ok(())
}

/// The document that is copied, as it was checked.
fn document<'r>(
    run: &'r Run<'_>,
    findings: &Findings<'_>,
    marks: Marks,
) -> Result<(SourceId, &'r Input, Vec<u8>), Failure> {
    let what = marks.noun();
    let [(id, input)] = run.inputs() else {
        return Err(Failure(format!("{what} can be written into only one document: name one file")));
    };
    let no_file =
        || Failure(format!("{what} are written into a copy of a file: name it instead of standard input"));
    let path = input.path().ok_or_else(no_file)?;
    let bytes = Disk.read(path, u64::MAX).map_err(|why| Failure(format!("`{}`: {why}", shown(path))))?;
    let container = office::container_of(&bytes).ok().flatten();
    if !container.is_some_and(|container| marks.are_for(container)) {
        let (name, [into, instead]) = (&input.name, marks.into_what());
        let why = format!("{what} are written into {into}, and `{name}` is not one: {instead}");
        return Err(Failure(why));
    }
    if marks == Marks::Tracked && input.changes == TrackedChanges::Rejected {
        let why = "tracked changes can only be added to the document with all its earlier changes accepted";
        return Err(Failure(format!("{why}: remove `--tracked original`")));
    }
    if findings.sources.get(*id).is_some_and(|source| source.sha256() != sha256_hex(&bytes)) {
        return Err(Failure(format!("`{}` changed after ksb read it, so nothing was written", shown(path))));
    }
    Ok((*id, input, bytes))
}

/// A document with comments, and what is reported about those that it cannot hold.
fn annotated(
    bytes: &[u8],
    input: &Input,
    comments: &[Comment],
    file: &Path,
) -> Result<(Vec<u8>, String), Failure> {
    let failed = |error: OfficeError| Failure(format!("`{}`: {error}", input.name));
    if office::container_of(bytes) == Ok(Some(Container::Word)) {
        let document =
            office::annotate(bytes, input.changes, Author::Check, comments, &now()).map_err(failed)?;
        return Ok((document, String::new()));
    }
    let Some(Annotated { document, left_out }) = office::annotate_cells(bytes, comments).map_err(failed)?
    else {
        let why = "is a LibreOffice workbook: save it as .xlsx, which can have comments";
        return Err(Failure(format!("`{}` {why}", input.name)));
    };
    let why = "the cell already has another comment, so its findings are not added";
    let told = |place: &Place| format!("{}: {why}\n", visible(&format!("{}: {place}", shown(file))));
    Ok((document, left_out.iter().map(told).collect()))
}

/// What is reported about fixes as tracked changes.
fn told(done: &TrackedFixes, file: &str) -> String {
    let fixed = match done.fixed {
        0 => "nothing to fix".to_owned(),
        1 => "1 finding is fixed as a tracked change".to_owned(),
        fixed => format!("{fixed} findings are fixed as tracked changes"),
    };
    let more = match done.unsafe_left {
        0 => String::new(),
        more => format!("; {more} more with `--unsafe-fixes`"),
    };
    let head = format!("{}: {fixed}{more}\n", visible(file));
    let why = "is not fixed, because the text is not all in one paragraph that can be changed";
    let left_out = |one: &LeftOut| format!("{}: {} {why}\n", visible(&one.place), one.rule);
    head + &done.left_out.iter().map(left_out).collect::<String>()
}
