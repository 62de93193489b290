//! The command `ksb`. All input and output, the environment and the clock are handled here; what it shows and decides
//! comes from the library.
#![allow(clippy::disallowed_methods, reason = "the command is the place for files, environment and clock")]

mod check;
mod cli;
mod convert;
mod copies;
mod date;
mod diff;
mod document;
mod exit;
mod explain;
mod extract;
mod fix;
mod fmt;
mod history;
mod init;
mod matrix;
mod migrate;
mod named_inputs;
mod new;
mod opened_inputs;
mod output;
mod overwrite;
mod plan;
mod progress;
mod progression;
mod renumber;
mod replace;
mod reports;
mod rules;
mod schema;
mod server;
mod shell;
mod show;
mod site;
mod streamed;
mod target;
mod temporary;
mod trace;
mod watch;

use std::process::ExitCode;

use ksb::project::{Options, reason};

use self::cli::Command;
use self::exit::{Exit, Failure};
use self::plan::Plan;

fn main() -> ExitCode {
    let args = match cli::parsed() {
        Ok(args) => args,
        Err(said) => {
            return match output::write_usage(&said) {
                Ok(code) => u8::try_from(code).map_or(ExitCode::FAILURE, ExitCode::from),
                Err(failure) => output::print_error(&failure).into(),
            };
        }
    };
    let result = match args.command {
        Command::Check(args) => Plan::new(*args).and_then(|plan| check_once_or_again(&plan)),
        Command::Diff(args) => diff::run(&args),
        Command::History(args) => history::run(&args),
        Command::Extract(args) => extract::run(&args),
        Command::Convert(args) => convert::run(&args),
        Command::New(args) => new::run(&args),
        Command::Fmt(args) => fmt::run(&args),
        Command::Renumber(args) => renumber::run(&args),
        Command::Progression(args) => progression::run(&args),
        Command::Site(args) => site::run(&args),
        Command::Matrix(args) => matrix::run(&args),
        Command::Trace(args) => trace::run(&args),
        Command::Migrate(args) => migrate::run(&args),
        Command::Rules(args) => rules::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Schema(args) => schema::run(args.name.as_deref()),
        Command::Completions(args) => shell::completions(args.shell),
        Command::Man(args) => shell::man(args.command.as_deref()),
        Command::GitDiffDriver(args) => diff::driver::run(&args),
        Command::InstallGit(args) => diff::install::run(&args),
        Command::Server(cli::ServerArgs { stdio: _ }) => serve(),
        Command::Init => init::run(),
    };
    match result {
        Ok(exit) => exit.into(),
        Err(failure) => output::print_error(&failure).into(),
    }
}

/// Serves an editor.
fn serve() -> Result<Exit, Failure> {
    let options = Options { today: Some(date::today()), ..Options::default() };
    let ended = server::serve(options);
    let ended =
        ended.map_err(|error| Failure(format!("the editor could not be answered: {}", reason(&error))))?;
    Ok(if ended { Exit::Clean } else { Exit::Findings })
}

fn check_once_or_again(plan: &Plan) -> Result<Exit, Failure> {
    check::refuse_copies(plan)?;
    if plan.watches { watch::run(plan) } else { check::run(plan) }
}
