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

/// The line of the attributes.
const ATTRIBUTES: &str = "*.standard.json diff=ksb";

/// What more can be done.
const SHARING: &str =
    "To say so to everyone who works on a repository, commit that line in its .gitattributes too.";

pub(crate) fn run(args: &InstallArgs) -> Result<Exit, Failure> {
    let scope = if args.global { "--global" } else { "--local" };
    let (name, value) = CONFIG;
    if args.print {
        let place = if args.global { "~/.config/git/attributes" } else { ".gitattributes" };
        let text = format!("git config {scope} {name} \"{value}\"\n# in {place}:\n{ATTRIBUTES}\n");
        output::write(&text)?;
        return Ok(Exit::Clean);
    }
    git::run(&["config", scope, name, value])
        .map_err(|why| Failure(format!("git does not take the configuration: {why}")))?;
    let file = attributes(args.global)?;
    let added = add(&file)?;
    let said = if added { "now says" } else { "says already" };
    let text = format!(
        "git config {scope} {name} is now \"{value}\"\n`{}` {said}: {ATTRIBUTES}\n{SHARING}\n",
        shown(&file)
    );
    output::write(&text)?;
    Ok(Exit::Clean)
}

/// The file of attributes that belongs to no one else: of this clone, or of this user.
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
    config
        .map(|config| config.join("git/attributes"))
        .ok_or_else(|| Failure("there is no home folder: set core.attributesFile, or use --print".to_owned()))
}

/// Adds the line to a file unless it is there; whether it was added.
fn add(file: &PathBuf) -> Result<bool, Failure> {
    let failed = |error: std::io::Error| unwritten(file, &error);
    let before = match fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        Err(error) => return Err(failed(error)),
    };
    if before.lines().any(|line| line.trim() == ATTRIBUTES) {
        return Ok(false);
    }
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(failed)?;
    }
    let joint = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
    replace(file, format!("{before}{joint}{ATTRIBUTES}\n"), None).map(|()| true)
}
