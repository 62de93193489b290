//! `ksb install-git`: makes `git diff` show standards as `ksb diff` does.

use std::env;
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use crate::cli::InstallArgs;
use ksb::project::{git, shown};

use crate::exit::{Exit, Failure};
use crate::output;
use crate::replace::{replace, unwritten};

/// The configuration: the name and the value.
const CONFIG: (&str, &str) = ("diff.ksb.command", "ksb git-diff-driver");

/// The lines for the attributes file, for native documents with names like those of the samples.
const ATTRIBUTES: [&str; 2] = ["*.standard.json diff=ksb", "*.occupational-map.json diff=ksb"];

/// What else can be done.
const SHARING: &str =
    "To set this for everyone who works on a repository, also commit these lines in its .gitattributes.";

pub(crate) fn run(args: &InstallArgs) -> Result<Exit, Failure> {
    let scope = if args.global { "--global" } else { "--local" };
    let (name, value) = CONFIG;
    if args.print {
        let place = if args.global { "~/.config/git/attributes" } else { ".gitattributes" };
        let text =
            format!("git config {scope} {name} \"{value}\"\n# in {place}:\n{}\n", ATTRIBUTES.join("\n"));
        output::write(&text)?;
        return Ok(Exit::Clean);
    }
    git::run(&["config", scope, name, value])
        .map_err(|why| Failure(format!("git did not accept the configuration: {why}")))?;
    let file = attributes(args.global)?;
    let added = add(&file)?;
    let said = if added { "now says" } else { "already says" };
    let text = format!(
        "git config {scope} {name} is now \"{value}\"\n`{}` {said}:\n  {}\n{SHARING}\n",
        shown(&file),
        ATTRIBUTES.join("\n  ")
    );
    output::write(&text)?;
    Ok(Exit::Clean)
}

/// The attributes file that is not shared: the one of this clone, or of this user.
fn attributes(global: bool) -> Result<PathBuf, Failure> {
    if !global {
        return git::line(&["rev-parse", "--git-path", "info/attributes"])
            .map(PathBuf::from)
            .map_err(Failure);
    }
    if let Ok(set) = git::line(&["config", "--global", "--type=path", "core.attributesFile"]) {
        return Ok(PathBuf::from(set));
    }
    let folder = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let config = folder("XDG_CONFIG_HOME").or_else(|| folder("HOME").map(|home| home.join(".config")));
    config.map(|config| config.join("git/attributes")).ok_or_else(|| {
        Failure("there is no home folder: set `core.attributesFile`, or use `--print`".to_owned())
    })
}

/// Adds to a file the lines that it does not have yet. Returns whether any were added.
fn add(file: &PathBuf) -> Result<bool, Failure> {
    let failed = |error: std::io::Error| unwritten(file, &error);
    let before = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        Err(error) => return Err(failed(error)),
    };
    let is_there = |wanted: &str| before.lines().any(|line| line.trim() == wanted);
    let missing: Vec<String> =
        ATTRIBUTES.into_iter().filter(|line| !is_there(line)).map(|line| format!("{line}\n")).collect();
    if missing.is_empty() {
        return Ok(false);
    }
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let joint = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
    replace(file, format!("{before}{joint}{}", missing.concat()), None).map(|()| true)
}
