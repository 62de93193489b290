//! `ksb git-diff-driver`: git's protocol for external diff programs.
//!
//! It exits with 0 whatever it says: git takes any other code for a crash and stops showing the other files.

use std::env;
use std::fmt::Write;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use ksb::diagnostic::Diagnostic;
use ksb::project::{Input, InputOrigin, git, shown};
use ksb::report::diff::DiffOptions;
use ksb::report::{diff_terminal, visible};

use super::choices::RunChoices;
use super::files::{self, OpenedFiles, ReadOptions};
use super::side::Operands;
use crate::cli::DriverArgs;
use crate::cli::{Color, TerminalArgs, WidthArgs};
use crate::exit::{Exit, Failure};
use crate::output;

/// What git passes instead of a file that does not exist.
const NOTHING: &str = "/dev/null";

/// The longest file that is read, in bytes.
const MAX_SIZE: u64 = 512 << 20;

pub(crate) fn run(args: &DriverArgs) -> Result<Exit, Failure> {
    let text = match &args.given[..] {
        [path] => format!("{}: not merged yet\n", visible(&shown(path))),
        [path, old, _, _, new, _, _] => compared(path, path, old, new),
        [path, old, _, _, new, _, _, renamed, _] => compared(path, renamed, old, new),
        _ => return Err(Failure("only git runs this command, with 1, 7 or 9 arguments".to_owned())),
    };
    output::write(&text)?;
    Ok(Exit::Clean)
}

/// What is shown for one file: the comparison, or why there is none.
fn compared(path: &Path, renamed: &Path, old: &Path, new: &Path) -> String {
    let name = if path == renamed { shown(path) } else { format!("{} → {}", shown(path), shown(renamed)) };
    let name = visible(&name);
    let said = match (is_nothing(old), is_nothing(new)) {
        (true, _) => Ok("added\n".to_owned()),
        (_, true) => Ok("deleted\n".to_owned()),
        _ => report(input("a", path, old), input("b", renamed, new)),
    };
    match said {
        Ok(report) if report.lines().count() < 2 => format!("{name}: {report}"),
        Ok(report) => format!("== {name}\n{report}\n"),
        Err(why) => {
            let why = visible(&why);
            format!("{name}: not compared as a standard: {why}; `git diff --no-ext-diff` shows its lines\n")
        }
    }
}

fn is_nothing(file: &Path) -> bool {
    file == Path::new(NOTHING)
}

/// A file that git has written somewhere, by the name that it has in the repository.
fn input(side: &str, path: &Path, file: &Path) -> Input {
    Input::of(format!("{side}/{}", shown(path)), InputOrigin::Path(PathBuf::from(file)))
}

fn report(old: Input, new: Input) -> Result<String, String> {
    let how = ReadOptions { max_size: MAX_SIZE, ..ReadOptions::default() };
    let files = OpenedFiles::open(Operands::of(old, new), how).map_err(|failure| failure.0)?;
    let mut readings = files.readings();
    let matched = super::match_all(&files, &mut readings).map_err(|failure| failure.0)?;
    let found = files.found(&readings);
    if files.unread(&readings) {
        return Err(first(&files, &found));
    }
    let choices = RunChoices::default();
    let compared = super::compare_all(&files, &readings, &matched, &choices).map_err(|failure| failure.0)?;
    let terminal = TerminalArgs { color: colour(), wide: WidthArgs { width: None } };
    let style = output::style(&terminal, 0, &io::stdout());
    let set = super::set(String::new(), &files, &compared, &matched, DiffOptions::default());
    let mut text: String = set.reports.iter().map(|report| diff_terminal::render(report, &style)).collect();
    let unread: Vec<Diagnostic> = found.into_iter().filter(files::affects_comparison).collect();
    if !unread.is_empty() {
        let _infallible =
            writeln!(text, "Some of it could not be read: {}", visible(&first(&files, &unread)));
    }
    Ok(text)
}

/// The first thing that is wrong with a file, on one line.
fn first(files: &OpenedFiles, found: &[Diagnostic]) -> String {
    found.first().map_or_else(
        || "it cannot be read".to_owned(),
        |found| {
            let file = files.all.iter().find(|file| file.source.id() == found.primary().source);
            let name = file.map_or("", |file| file.source.name());
            format!("{name}: {}", found.message)
        },
    )
}

/// What git's own configuration says about colours; its pager counts as a terminal.
fn colour() -> Color {
    let pager = env::var_os("GIT_PAGER_IN_USE").is_some();
    let terminal = if pager || io::stdout().is_terminal() { "true" } else { "false" };
    match git::line(&["config", "--get-colorbool", "color.diff", terminal]).as_deref() {
        Ok("true") if env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()) => Color::Always,
        _ => Color::Never,
    }
}
