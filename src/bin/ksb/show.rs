//! `ksb check --show-settings` and `--show-files`.

use std::fmt::Write as _;
use std::path::Path;

use ksb::project::{AllSettings, FileSettings, Input, InputOrigin, Project, Run};
use ksb::report::visible;
use ksb::rules;

use crate::exit::{Exit, Failure};
use crate::output;

/// Shows the settings of one file as a complete `ksb.toml`, including what the command line says about rules.
pub(crate) fn settings(project: &mut Project<'_>, path: &Path) -> Result<Exit, Failure> {
    let input = Input::named(path, None);
    let (settings, all) = project.settings_of(&input);
    output::write(&written(&input.name, &settings, all))?;
    Ok(if all.have_errors() { Exit::Failed } else { Exit::Clean })
}

fn written(name: &str, settings: &FileSettings, all: &AllSettings<'_>) -> String {
    let mut out = format!("# Settings for {}\n", visible(name));
    let read = all.settings_file(settings);
    match read {
        Some(read) => {
            let _ = writeln!(
                out,
                "# from {}, where it is called {}",
                visible(read.source.name()),
                visible(&settings.path)
            );
        }
        None => out.push_str("# no ksb.toml applies\n"),
    }
    let list = |patterns: &[String]| format!("{patterns:?}");
    let (include, exclude) = read.map_or((&[][..], &[][..]), |read| {
        (read.settings.include.patterns(), read.settings.exclude.patterns())
    });
    let _ = writeln!(out, "include = {}\nexclude = {}", list(include), list(exclude));
    let config = &settings.config;
    let _ = writeln!(out, "document-ignores = {}", !config.forbids_document_ignores);
    if let Some(today) = config.today {
        let _ = writeln!(out, "today = \"{today}\"");
    }
    out.push_str("\n[rules]\n");
    for meta in rules::ALL.iter().map(|rule| rule.meta()) {
        let severity = config.severity(meta.name, meta.severity).map_or("off", |severity| severity.name());
        let _ = writeln!(out, "{} = \"{severity}\"", meta.name);
    }
    for meta in rules::ALL.iter().map(|rule| rule.meta()).filter(|meta| !meta.options.is_empty()) {
        let _ = writeln!(out, "\n[options.{}]", meta.name);
        for option in meta.options {
            let value = config.option(meta.name, option.name).unwrap_or(option.default);
            let _ = writeln!(out, "{} = {value}", option.name);
        }
    }
    out
}

/// Lists the files that would be checked, one on each line.
pub(crate) fn files(run: &Run<'_>) -> Result<Exit, Failure> {
    let mut out = String::new();
    for input in run.inputs().iter().map(|(_, input)| input).chain(run.citing()) {
        if let InputOrigin::Nothing { why, .. } = &input.origin {
            return Err(Failure(format!("{}: {why}", input.name)));
        }
        out.push_str(&visible(&input.name));
        out.push('\n');
    }
    output::write(&out)?;
    Ok(if run.settings().have_errors() { Exit::Failed } else { Exit::Clean })
}
