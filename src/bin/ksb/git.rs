//! What is asked of the `git` executable. It inherits the environment, so `GIT_DIR` counts.

use std::ffi::OsStr;
use std::io::Read;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use crate::exit::plainly;

/// What a name of git's stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Object {
    File,
    Folder,
}

/// Runs git and gives its standard output; a refusal is git's own words.
pub(crate) fn run<S: AsRef<OsStr>>(arguments: &[S]) -> Result<Vec<u8>, String> {
    let output = Command::new("git").args(arguments).stdin(Stdio::null()).output();
    told(output.map_err(|error| missing(&error))?)
}

/// The same, as one line of text.
pub(crate) fn line<S: AsRef<OsStr>>(arguments: &[S]) -> Result<String, String> {
    let output = run(arguments)?;
    Ok(String::from_utf8_lossy(&output).trim_end().to_owned())
}

/// What `REV:PATH` stands for.
pub(crate) fn object(name: &str) -> Result<Object, String> {
    match line(&["cat-file", "-t", "--end-of-options", name])?.as_str() {
        "blob" => Ok(Object::File),
        "tree" => Ok(Object::Folder),
        other => Err(format!("git has a {other} there, not a file: write REV:PATH")),
    }
}

/// Whether a name stands for a commit.
pub(crate) fn is_commit(name: &str) -> bool {
    let commit = format!("{name}^{{commit}}");
    run(&["rev-parse", "--verify", "--quiet", "--end-of-options", &commit]).is_ok()
}

/// The bytes of the file `REV:PATH`, unless there are more than `max_size`.
pub(crate) fn file(name: &str, max_size: u64) -> Result<Vec<u8>, String> {
    let mut child = Command::new("git")
        .args(["cat-file", "blob", "--end-of-options", name])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| missing(&error))?;
    let mut bytes = Vec::new();
    let stdout = child.stdout.take().ok_or("git gives no output")?;
    stdout.take(max_size.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    if bytes.len() as u64 > max_size {
        // Git ends by itself once nobody reads what it writes; how does not matter.
        let _ended = child.wait();
        return Err(format!("it is longer than {max_size} bytes: raise --max-size to read it"));
    }
    told(child.wait_with_output().map_err(|error| error.to_string())?)?;
    Ok(bytes)
}

/// The files below the folder `REV:PATH`, by their paths from there.
pub(crate) fn files_in(name: &str) -> Result<Vec<String>, String> {
    let listed = run(&["ls-tree", "-r", "-z", "--name-only", "--full-tree", "--end-of-options", name])?;
    let paths = listed.split(|byte| *byte == 0).filter(|path| !path.is_empty());
    Ok(paths.map(|path| String::from_utf8_lossy(path).into_owned()).collect())
}

/// The folder that holds the whole working tree.
pub(crate) fn top() -> Result<PathBuf, String> {
    line(&["rev-parse", "--show-toplevel"]).map(PathBuf::from)
}

fn told(output: Output) -> Result<Vec<u8>, String> {
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.trim().trim_start_matches("fatal: ");
    let why = if said.is_empty() { "git refuses without a word" } else { said };
    Err(why.lines().map(str::trim).collect::<Vec<_>>().join("; "))
}

fn missing(error: &std::io::Error) -> String {
    format!("the program `git` cannot be run: {}", plainly(error))
}
