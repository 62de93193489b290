//! `ksb new`.

use std::path::Path;

use ksb::convert::{Target, template};
use ksb::project::shown;

use crate::cli::{NewArgs, WrittenFormat};
use crate::exit::{Exit, Failure};
use crate::output;
use crate::overwrite::refuse_existing;

/// Writes a document to begin with.
pub(crate) fn run(args: &NewArgs) -> Result<Exit, Failure> {
    let to = args.file.as_deref();
    let target = target(args.format, to)?;
    refuse_existing(to, args.force)?;
    output::refuse_screen(target, to)?;
    let template = template(args.kind.kind(), target).map_err(|error| Failure(error.to_string()))?;
    output::deliver(&template, to)?;
    Ok(Exit::Clean)
}

/// The format that is wanted: the one that was named, or that of the file; Markdown where there is no file.
fn target(named: Option<WrittenFormat>, to: Option<&Path>) -> Result<Target, Failure> {
    let Some(file) = to.filter(|_| output::is_file(to)) else {
        return Ok(named.map_or(Target::Markdown, WrittenFormat::target));
    };
    let of_file = || Target::of_name(&file.to_string_lossy());
    named.map(WrittenFormat::target).or_else(of_file).ok_or_else(|| {
        let endings: Vec<String> = Target::ALL.iter().map(|one| format!(".{}", one.endings()[0])).collect();
        let name = shown(file);
        Failure(format!(
            "the format of `{name}` is not known: end its name with one of {}, or give `--format`",
            endings.join(", ")
        ))
    })
}
