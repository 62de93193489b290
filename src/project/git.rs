//! Runs the `git` executable. It inherits the environment, so `GIT_DIR` applies.
//!
//! A repository may come from anywhere, so git reads it and does nothing else: it fetches nothing, runs no command that
//! the repository configures, writes only its output, and is stopped after a time limit.
#![allow(clippy::disallowed_methods, reason = "git is asked and has only so much time")]

use std::ffi::OsStr;
use std::io::{self, Read};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use super::files::{plain_message, too_long};

/// How long git may take for one answer.
const LIMIT: Duration = Duration::from_secs(10);

/// The message where git fails and gives no reason.
const WORDLESS: &str = "git failed without a message";

/// Options that stop git from running commands that a repository configures.
const HARMLESS: [&str; 9] = [
    "--no-pager",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "credential.helper=",
    "-c",
    "protocol.allow=never",
];

/// The same, for what the environment sets. An empty list of protocols overrides what the repository allows for one of
/// them.
const ENVIRONMENT: [(&str, &str); 4] = [
    ("GIT_ALLOW_PROTOCOL", ""),
    ("GIT_NO_LAZY_FETCH", "1"),
    ("GIT_OPTIONAL_LOCKS", "0"),
    ("GIT_TERMINAL_PROMPT", "0"),
];

/// What kind of object a git name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GitObject {
    /// A file.
    File,
    /// A folder.
    Folder,
}

/// Runs git and gives its standard output.
///
/// # Errors
/// If git fails: its own message.
pub fn run<S: AsRef<OsStr>>(arguments: &[S]) -> Result<Vec<u8>, String> {
    answer(arguments, u64::MAX)
}

/// The same, as one line of text.
///
/// # Errors
/// If git fails: its own message.
pub fn line<S: AsRef<OsStr>>(arguments: &[S]) -> Result<String, String> {
    let output = run(arguments)?;
    Ok(String::from_utf8_lossy(&output).trim_end().to_owned())
}

/// What `REV:PATH` stands for.
///
/// # Errors
/// If git fails: its own message.
pub fn object(name: &str) -> Result<GitObject, String> {
    match line(&["cat-file", "-t", "--end-of-options", name])?.as_str() {
        "blob" => Ok(GitObject::File),
        "tree" => Ok(GitObject::Folder),
        other => Err(format!("this is a {other} in git, not a file: write REV:PATH")),
    }
}

/// What a commit has at a path: relative to the current folder if the path begins with `./`, else to the root of the
/// working tree. None if the commit has nothing there; if it cannot be read, that is an error.
///
/// # Errors
/// If git fails: its own message.
pub fn object_in(commit: &str, path: &str) -> Result<Option<GitObject>, String> {
    let name = format!("{commit}:{path}");
    match object(&name) {
        Ok(object) => Ok(Some(object)),
        Err(why) => match is_listed(commit, path) {
            Ok(false) => Ok(None),
            Ok(true) => Err(unfetched(&name).unwrap_or(why)),
            Err(why) => Err(unfetched(&name).unwrap_or(why)),
        },
    }
}

/// Whether a commit lists the path in its folder, even if its content has not been fetched.
fn is_listed(commit: &str, path: &str) -> Result<bool, String> {
    let is_relative = path.starts_with("./") || path.starts_with("../");
    let whole = if is_relative { None } else { Some("--full-tree") };
    let list = ["--literal-pathspecs", "ls-tree", "-z"].into_iter().chain(whole);
    let list: Vec<&str> = list.chain(["--end-of-options", commit, "--", path]).collect();
    run(&list).map(|listed| !listed.is_empty())
}

/// The message that a partial clone has yet to fetch `REV:PATH`, which is left to the user; none if it is there or
/// does not exist.
#[must_use]
pub fn fetch_hint(name: &str) -> Option<String> {
    let (commit, path) = name.split_once(':').filter(|(commit, _)| is_commit(commit) == Ok(true))?;
    if is_listed(commit, path) == Ok(false) { None } else { unfetched(name) }
}

/// What to do about an object that a partial clone left out; none if the clone is complete.
fn unfetched(name: &str) -> Option<String> {
    run(&["config", "--get-regexp", r"^(remote\..*\.promisor|extensions\.partialclone)$"]).ok()?;
    Some(format!(
        "this partial clone does not have it, and ksb does not fetch it: run `git show {name}` to get it"
    ))
}

/// Whether a name stands for one commit, rather than for a range of commits.
///
/// # Errors
/// If git fails: its own message.
pub fn is_commit(name: &str) -> Result<bool, String> {
    let commit = format!("{name}^{{commit}}");
    match line(&["rev-parse", "--verify", "--quiet", "--end-of-options", &commit]) {
        Ok(id) => Ok(!id.is_empty() && id.bytes().all(|byte| byte.is_ascii_hexdigit())),
        Err(why) if why == WORDLESS => run(&["rev-parse", "--git-dir"]).map(|_| false),
        Err(why) => Err(why),
    }
}

/// A hint about a revision that git does not know: a shallow clone has only the newest ones.
#[must_use]
pub fn shallow_clone_hint() -> &'static str {
    match line(&["rev-parse", "--is-shallow-repository"]).as_deref() {
        Ok("true") => "; this clone is shallow: run `git fetch --unshallow` to get older revisions",
        _ => "",
    }
}

/// The bytes of the file `REV:PATH`, unless there are more than `max_size`.
///
/// # Errors
/// If git fails: its own message.
pub fn file(name: &str, max_size: u64) -> Result<Vec<u8>, String> {
    let file = answer(&["cat-file", "blob", "--end-of-options", name], max_size);
    file.map_err(|why| if why == too_long(max_size) { why } else { fetch_hint(name).unwrap_or(why) })
}

/// The files in the folder `REV:PATH` and its subfolders, by their paths relative to it.
///
/// # Errors
/// If git fails: its own message.
pub fn files_in(name: &str) -> Result<Vec<String>, String> {
    let listed = run(&["ls-tree", "-r", "-z", "--name-only", "--full-tree", "--end-of-options", name])?;
    let paths = listed.split(|byte| *byte == 0).filter(|path| !path.is_empty());
    Ok(paths.map(|path| String::from_utf8_lossy(path).into_owned()).collect())
}

/// The root of the working tree.
///
/// # Errors
/// If git fails: its own message.
pub fn top() -> Result<PathBuf, String> {
    line(&["rev-parse", "--show-toplevel"]).map(PathBuf::from)
}

/// The standard output of git, unless it is longer than `max_size` bytes.
fn answer<S: AsRef<OsStr>>(arguments: &[S], max_size: u64) -> Result<Vec<u8>, String> {
    let mut child = Command::new("git")
        .args(HARMLESS)
        .args(arguments)
        .envs(ENVIRONMENT)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("the program `git` cannot be run: {}", plain_message(&error)))?;
    let answered = listen(&mut child, Instant::now() + LIMIT, max_size);
    if answered.is_err() {
        // It may have ended by itself by now, and how it ended does not matter.
        let _ended = child.kill();
    }
    let ended = child.wait().map_err(|error| error.to_string())?;
    let (output, said) = answered?;
    if ended.success() { Ok(output) } else { Err(words(&said)) }
}

/// The standard output and the standard error of git, once it has ended.
fn listen(child: &mut Child, until: Instant, max_size: u64) -> Result<(Vec<u8>, Vec<u8>), String> {
    let output = reading(child.stdout.take(), max_size.saturating_add(1));
    let said = reading(child.stderr.take(), u64::MAX);
    let wait = |from: &Receiver<io::Result<Vec<u8>>>| match from
        .recv_timeout(until.saturating_duration_since(Instant::now()))
    {
        Ok(bytes) => bytes.map_err(|error| error.to_string()),
        Err(RecvTimeoutError::Timeout) => Err(too_slow()),
        Err(RecvTimeoutError::Disconnected) => Err("git gave no output".to_owned()),
    };
    let output = wait(&output)?;
    if output.len() as u64 > max_size {
        return Err(too_long(max_size));
    }
    let said = wait(&said)?;
    while ended(child)?.is_none() {
        if Instant::now() > until {
            return Err(too_slow());
        }
        thread::sleep(Duration::from_millis(1));
    }
    Ok((output, said))
}

fn ended(child: &mut Child) -> Result<Option<ExitStatus>, String> {
    child.try_wait().map_err(|error| error.to_string())
}

fn too_slow() -> String {
    format!("git did not answer within {} seconds", LIMIT.as_secs())
}

/// Reads a limited number of bytes on a thread of its own, so that the caller need not wait for them.
fn reading(from: Option<impl Read + Send + 'static>, most: u64) -> Receiver<io::Result<Vec<u8>>> {
    let (sender, receiver) = channel();
    if let Some(from) = from {
        thread::spawn(move || {
            let mut bytes = Vec::new();
            let read = from.take(most).read_to_end(&mut bytes);
            // If nobody is waiting any more, nobody wants them.
            let _unwanted = sender.send(read.map(|_| bytes));
        });
    }
    receiver
}

/// The message of git as one line.
fn words(said: &[u8]) -> String {
    let said = String::from_utf8_lossy(said);
    let said = said.trim().trim_start_matches("fatal: ");
    let mut words = String::new();
    for line in said.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let joint = match words.chars().last() {
            None => "",
            Some(':') => " ",
            Some(_) => "; ",
        };
        words = words + joint + line;
    }
    if words.is_empty() { WORDLESS.to_owned() } else { words }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn words_are_one_line() {
        assert_eq!(words(b"fatal: a\nTo b, call:\n\n\tgit c\n"), "a; To b, call: git c");
        assert_eq!(words(b"\n"), WORDLESS);
    }

    #[test]
    fn nobody_waits_for_ever() {
        let piped = Stdio::piped;
        let mut child =
            Command::new("sleep").arg("60").stdout(piped()).stderr(piped()).spawn().expect("it runs");
        let answered = listen(&mut child, Instant::now() + Duration::from_millis(20), u64::MAX);
        child.kill().expect("it still runs");
        child.wait().expect("it ends");
        assert_eq!(answered, Err(too_slow()));
    }
}
