//! The command `ksb`. All input and output, the environment and the clock are here; what it shows and
//! decides comes from the library.
#![allow(clippy::disallowed_methods, reason = "the command is the place for files, environment and clock")]

mod args;
mod check;
mod convert;
mod date;
mod diff;
mod document;
mod exit;
mod explain;
mod extract;
mod findings;
mod fix;
mod fmt;
mod git;
mod help;
mod history;
mod input;
mod known;
mod matrix;
mod output;
mod pieces;
mod progress;
mod replace;
mod reports;
mod rules;
mod schema;
mod screen;
mod settings;
mod shell;
mod spared;
mod stream;
mod streamed;
mod temporary;
mod walk;
mod watch;

use std::process::ExitCode;

use clap::Parser;

use self::args::{Args, Command};

fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(said) => {
            return match output::write_usage(&said) {
                Ok(code) => u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from),
                Err(failure) => output::complain(&failure).into(),
            };
        }
    };
    let result = match args.command {
        Command::Check(args) if args.watch => watch::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::History(args) => history::run(&args),
        Command::Extract(args) => extract::run(&args),
        Command::Convert(args) => convert::run(&args),
        Command::Fmt(args) => fmt::run(&args),
        Command::Matrix(args) => matrix::run(&args),
        Command::Rules(args) => rules::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Schema(args) => schema::run(args.name.as_deref()),
        Command::Completions(args) => shell::completions(args.shell),
        Command::Man(args) => shell::man(args.command.as_deref()),
        Command::GitDiffDriver(args) => diff::driver::run(&args),
        Command::InstallGit(args) => diff::install::run(&args),
        Command::Init => settings::init(),
    };
    match result {
        Ok(exit) => exit.into(),
        Err(failure) => output::complain(&failure).into(),
    }
}
