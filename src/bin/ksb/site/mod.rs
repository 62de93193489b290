//! `ksb site`.

mod folder;
mod key;
mod manifest;

use ksb::diagnostic::Diagnostic;
use ksb::lint::counted;
use ksb::project::{BuiltSite, Input, build_site, older_counts, shown};
use ksb::report::site::{OlderCounts, Site};
use ksb::report::visible;

use self::folder::{Outcome, SiteFolder};
use self::key::key;
use crate::cli::SiteArgs;
use crate::exit::{Exit, Failure};
use crate::named_inputs::named_inputs;
use crate::opened_inputs::OpenedInputs;
use crate::output;

/// Writes a site. If it was made from the same documents before, nothing is done.
pub(crate) fn run(args: &SiteArgs) -> Result<Exit, Failure> {
    let inputs = named_inputs(&args.paths);
    let folder = SiteFolder::open(&args.output)?;
    let key = key(args, &inputs);
    if folder.is_current(&key) {
        let (root, files) = (shown(&args.output), folder.count());
        output::write_aside(&format!("`{root}` is up to date: {files} files\n"))?;
        return Ok(Exit::Clean);
    }
    let older = args.against.as_ref().map(|_| older(args)).transpose()?;
    let opened = OpenedInputs::open(&inputs, args.input.reader());
    let site = Site {
        title: &args.title,
        base_url: args.base_url.as_deref(),
        tool_version: env!("CARGO_PKG_VERSION"),
    };
    let built = build_site(&opened.documents, args.input.from, &site, older.as_ref(), &folder)?;
    let found: Vec<Diagnostic> = opened.found.iter().chain(&built.failed).cloned().collect();
    if built.standards == 0 {
        opened.print(&found, &args.terminal)?;
        return Err(Failure("there is no standard in the input, so nothing was written".to_owned()));
    }
    let is_whole = opened.unopened == 0 && built.failed.is_empty();
    // What cannot be read today may be readable tomorrow.
    let outcome = folder.commit(if is_whole { &key } else { "" })?;
    output::write_aside(&told(args, &built, outcome))?;
    opened.print(&found, &args.terminal)?;
    Ok(if is_whole { Exit::Clean } else { Exit::Failed })
}

/// The counts of the older catalogue.
fn older(args: &SiteArgs) -> Result<OlderCounts, Failure> {
    let paths: Vec<_> = args.against.iter().cloned().collect();
    let inputs: Vec<Input> = named_inputs(&paths);
    let opened = OpenedInputs::open(&inputs, args.input.reader());
    let name = paths.first().map(|path| shown(path)).unwrap_or_default();
    if opened.unopened > 0 || opened.documents.is_empty() {
        let found = opened.found.clone();
        opened.print(&found, &args.terminal)?;
        return Err(Failure(format!("`{name}` cannot be read, so nothing was written")));
    }
    Ok(older_counts(&name, &opened.documents, args.input.from))
}

/// What was done, in a few lines.
fn told(args: &SiteArgs, built: &BuiltSite, outcome: Outcome) -> String {
    let Outcome { files, written, removed } = outcome;
    let (standards, versions) =
        (counted(built.standards, "standard", "standards"), counted(built.versions, "version", "versions"));
    let (root, files) = (shown(&args.output), counted(files, "file", "files"));
    let mut said =
        format!("`{root}`: {standards}, {versions}; {files}, {written} written, {removed} removed\n");
    for why in &built.left_out {
        said.extend(["note: ", &visible(why), "\n"]);
    }
    said
}
