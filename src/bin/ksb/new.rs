//! `ksb new`.

use std::path::Path;

use ksb::convert::{Target, template};

use crate::cli::{NewArgs, WrittenFormat};
use crate::exit::{Exit, Failure};
use crate::output;
use crate::overwrite::refuse_existing;
use crate::target;

/// Writes a template for a new document.
pub(crate) fn run(args: &NewArgs) -> Result<Exit, Failure> {
    let to = args.file.as_deref();
    let target = format_of(args.format, to)?;
    refuse_existing(to, args.force)?;
    output::refuse_screen(target, to)?;
    let template = template(args.kind.kind(), target).map_err(|error| Failure(error.to_string()))?;
    output::deliver(&template, to)?;
    Ok(Exit::Clean)
}

/// The format to write: the one that was named, or the one for the file; Markdown if there is no file.
fn format_of(named: Option<WrittenFormat>, to: Option<&Path>) -> Result<Target, Failure> {
    let Some(file) = to.filter(|_| output::is_file(to)) else {
        return Ok(named.map_or(Target::Markdown, WrittenFormat::target));
    };
    target::of_file(named, file, "--format")
}
