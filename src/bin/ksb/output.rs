//! Writing: results to standard output, what is wrong to standard error.

use std::env;
use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};
use std::path::Path;

use ksb::convert::Target;
use ksb::project::{STDIN, plain_message};
use ksb::report::{Report, Style, full, visible};

use crate::cli::{Color, Refused, TerminalArgs};
use crate::exit::{Exit, Failure};
use crate::replace::replace;

/// The number of columns if there is no terminal to ask.
const DEFAULT_WIDTH: u16 = 100;

/// Writes a result to standard output. A reader that has seen enough and closed the pipe is not an error.
pub(crate) fn write(content: &(impl AsRef<[u8]> + ?Sized)) -> Result<(), Failure> {
    quietly_closed(write_all(io::stdout().lock(), content))
        .map_err(|error| unwritten("standard output", &error))
}

/// Writes a piece of a result to standard output, and returns whether anyone is still reading it.
pub(crate) fn write_while_read(text: &str) -> Result<bool, Failure> {
    match write_all(io::stdout().lock(), text) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(unwritten("standard output", &error)),
    }
}

/// Writes a result where the user wants it: to a file, completely or not at all, or to standard output.
pub(crate) fn deliver(content: &(impl AsRef<[u8]> + ?Sized), to: Option<&Path>) -> Result<(), Failure> {
    match to.filter(|_| is_file(to)) {
        None => write(content),
        Some(path) => replace(path, content, None),
    }
}

/// Refuses to write a file that is not text to a screen.
pub(crate) fn refuse_screen(target: Target, to: Option<&Path>) -> Result<(), Failure> {
    if target.is_binary() && !is_file(to) && io::stdout().is_terminal() {
        let ending = target.extensions()[0];
        return Err(Failure(format!(
            "a .{ending} file cannot be shown in a terminal: use `-o FILE.{ending}`"
        )));
    }
    Ok(())
}

/// Whether results go to a file rather than to standard output.
pub(crate) fn is_file(to: Option<&Path>) -> bool {
    to.is_some_and(|path| path.as_os_str() != STDIN)
}

/// Writes findings that accompany a result to standard error.
pub(crate) fn write_aside(text: &str) -> Result<(), Failure> {
    quietly_closed(write_all(io::stderr().lock(), text)).map_err(|error| unwritten("standard error", &error))
}

/// Writes what is wrong with what was read, for people, to standard error.
pub(crate) fn write_findings(report: &Report<'_>, terminal: &TerminalArgs) -> Result<(), Failure> {
    write_aside(&full::render(report, &style(terminal, 0, &io::stderr())))
}

/// Writes what clap says instead of running a command: help, the version, or what is wrong with the arguments.
pub(crate) fn write_usage(said: &Refused) -> Result<i32, Failure> {
    let written = said.print().and_then(|()| io::stdout().flush());
    let to = if said.use_stderr() { "standard error" } else { "standard output" };
    quietly_closed(written).map(|()| said.exit_code()).map_err(|error| unwritten(to, &error))
}

fn unwritten(to: &str, error: &io::Error) -> Failure {
    Failure(format!("cannot write to {to}: {}", plain_message(error)))
}

/// Says on standard error why a command failed.
pub(crate) fn print_error(failure: &Failure) -> Exit {
    let lines: Vec<_> = failure.0.lines().map(visible).collect();
    // If not even standard error accepts a message, the exit code has to be enough.
    let _unheard = write_all(io::stderr().lock(), &format!("error: {}\n", lines.join("\n")));
    Exit::Failed
}

fn write_all(to: impl Write, content: &(impl AsRef<[u8]> + ?Sized)) -> io::Result<()> {
    let mut to = BufWriter::new(to);
    to.write_all(content.as_ref())?;
    to.flush()
}

fn quietly_closed(result: io::Result<()>) -> io::Result<()> {
    match result {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}

/// How the report for people should look on `stream`.
pub(crate) fn style(terminal: &TerminalArgs, limit: usize, stream: &impl IsTerminal) -> Style {
    Style {
        width: columns(terminal.wide.width),
        colour: colour(terminal.color, stream.is_terminal()),
        unicode: unicode(),
        limit,
    }
}

/// The number of columns: as many as the user says, or otherwise as many as the screen has.
pub(crate) fn columns(said: Option<u16>) -> usize {
    let terminal = || terminal_size::terminal_size().map(|(width, _)| width.0);
    // Programs that show our output, such as git, say here how wide their own screen is.
    let told = || env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let width = said.or_else(terminal).or_else(told).unwrap_or(DEFAULT_WIDTH);
    usize::from(width.max(20))
}

fn colour(choice: Color, terminal: bool) -> bool {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
    match choice {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if set("NO_COLOR").is_some() => false,
        Color::Auto if set("CLICOLOR_FORCE").is_some_and(|value| value != "0") => true,
        Color::Auto => terminal && set("TERM").is_none_or(|value| value != "dumb"),
    }
}

/// Whether the locale uses UTF-8. Windows has no locale in the environment, but its terminals that
/// set `WT_SESSION` draw every character.
fn unicode() -> bool {
    let set = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set).unwrap_or_default();
    let locale = locale.to_ascii_lowercase();
    locale.contains("utf-8") || locale.contains("utf8") || set("WT_SESSION").is_some()
}
