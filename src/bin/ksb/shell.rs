//! `ksb completions` and `ksb man`: made from the declaration of the command line.

use std::fmt::Write as _;

use clap::builder::PossibleValuesParser;
use clap::{Arg, Command, CommandFactory};
use clap_complete::{Shell, generate};
use clap_mangen::Man;

use crate::cli::{self, Args, did_you_mean};
use crate::exit::{Exit, Failure};
use crate::{output, schema};

/// Writes the completions for a shell.
pub(crate) fn completions(shell: Shell) -> Result<Exit, Failure> {
    let (mut all, mut script) = (with_words(), Vec::new());
    let operands = if shell == Shell::Fish { fish_operands(&all) } else { String::new() };
    generate(shell, &mut all, "ksb", &mut script);
    output::write(&(String::from_utf8_lossy(&script).into_owned() + &operands))?;
    Ok(Exit::Clean)
}

/// An argument of a command, and the words that it accepts.
type ArgumentWords = (&'static str, &'static str, fn() -> Vec<String>);

/// What shells should complete although no help or message lists it: there are too many.
const WORDS: [ArgumentWords; 6] = [
    ("check", "select", cli::selectors),
    ("check", "deselect", cli::selectors),
    ("check", "severities", cli::severities),
    ("explain", "name", cli::selectors),
    ("schema", "name", schema::names),
    ("man", "command", commands),
];

/// The declaration of the command line, in which arguments list the words that they accept.
fn with_words() -> Command {
    let tell = |all: Command, (command, argument, words): ArgumentWords| {
        let words = PossibleValuesParser::new(words());
        all.mut_subcommand(command, |one| one.mut_arg(argument, |argument| argument.value_parser(words)))
    };
    WORDS.into_iter().fold(Args::command(), tell)
}

/// The words that a command itself accepts: `clap_complete` gives fish only the words of options.
fn fish_operands(all: &Command) -> String {
    let mut script = String::new();
    for command in all.get_subcommands() {
        let values = command.get_positionals().flat_map(Arg::get_possible_values);
        let words: Vec<String> = values.map(|value| value.get_name().to_owned()).collect();
        if !words.is_empty() {
            let (name, words) = (command.get_name(), words.join(" "));
            let condition = format!("__fish_ksb_using_subcommand {name}");
            let _infallible = writeln!(script, "complete -c ksb -n \"{condition}\" -f -a \"{words}\"");
        }
    }
    script
}

/// Writes the manual page of `ksb`, or of one of its commands.
pub(crate) fn man(command: Option<&str>) -> Result<Exit, Failure> {
    let page = Man::new(page_of(command)?).source(concat!("ksb ", env!("CARGO_PKG_VERSION")));
    let mut roff = Vec::new();
    page.render(&mut roff).map_err(|error| Failure(format!("cannot make the manual page: {error}")))?;
    output::write(&roff)?;
    Ok(Exit::Clean)
}

/// The names of all commands.
fn commands() -> Vec<String> {
    Args::command().get_subcommands().map(|command| command.get_name().to_owned()).collect()
}

/// The declaration of a command.
fn page_of(name: Option<&str>) -> Result<Command, Failure> {
    let all = cli::command();
    let Some(name) = name else { return Ok(all) };
    let Some(command) = all.find_subcommand(name) else {
        let known = all.get_subcommands().map(Command::get_name);
        return Err(Failure(format!("unknown command `{name}`{}", did_you_mean(name, known, "ksb help"))));
    };
    Ok(command.clone())
}
