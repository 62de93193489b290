//! What is wrong with the arguments, in the words of the other messages.

use std::error::Error as _;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorFormatter, ErrorKind};
use ksb::report::visible;

/// Arguments that cannot be used; or help or the version, which are asked for in the same way.
pub(crate) type Refused = clap::error::Error<Plain>;

/// The words of a message about arguments.
#[derive(Debug)]
pub(crate) struct Plain;

impl ErrorFormatter for Plain {
    fn format_error(error: &Refused) -> StyledStr {
        let message = message(error).or_else(|| error.kind().as_str().map(str::to_owned));
        let message = message.unwrap_or_else(|| "the arguments cannot be read".to_owned());
        let tips = texts(error, ContextKind::Suggested).into_iter().map(|tip| format!("  tip: {tip}"));
        let mut paragraphs = vec![format!("error: {message}")];
        paragraphs.extend(tips);
        paragraphs.extend(texts(error, ContextKind::Usage));
        paragraphs.push("For more information, use `--help`.\n".to_owned());
        paragraphs.join("\n\n").into()
    }
}

/// What is wrong, in one line, if clap says enough about it.
fn message(error: &Refused) -> Option<String> {
    let of = |kind| texts(error, kind).into_iter().next();
    // Of several suggestions, the last is the most similar.
    let suggested = |kind| suggestion(texts(error, kind).pop());
    let number = |kind| match error.get(kind) {
        Some(&ContextValue::Number(number)) => Some(number),
        _ => None,
    };
    let (arguments, value) = (names(error, ContextKind::InvalidArg), of(ContextKind::InvalidValue));
    let argument = arguments.first();
    Some(match error.kind() {
        ErrorKind::InvalidValue => {
            let known = texts(error, ContextKind::ValidValue);
            unknown_value(argument?, &value?, &known, texts(error, ContextKind::SuggestedValue).pop())
        }
        ErrorKind::ValueValidation => {
            let why =
                error.source().map_or_else(|| "this value cannot be used".to_owned(), ToString::to_string);
            format!("`{} {}`: {why}", argument?, value?)
        }
        ErrorKind::UnknownArgument => {
            let argument = argument?;
            let what = if argument.starts_with('-') { "unknown option" } else { "unexpected argument" };
            format!("{what} `{argument}`{}", suggested(ContextKind::SuggestedArg))
        }
        ErrorKind::InvalidSubcommand => {
            let command = of(ContextKind::InvalidSubcommand)?;
            format!("unknown command `{command}`{}", suggested(ContextKind::SuggestedSubcommand))
        }
        ErrorKind::MissingRequiredArgument => {
            let are = if arguments.len() == 1 { "is" } else { "are" };
            format!("{} {are} missing", in_ticks(&arguments, "and"))
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            let needed = number(ContextKind::MinValues).or_else(|| number(ContextKind::ExpectedNumValues))?;
            let actual = number(ContextKind::ActualNumValues)?;
            format!("give {needed} values for {}, not {actual}", in_ticks(&arguments, "and"))
        }
        ErrorKind::TooManyValues => format!("`{}` does not take the value `{}`", argument?, value?),
        ErrorKind::ArgumentConflict => conflict(argument?, &names(error, ContextKind::PriorArg)),
        ErrorKind::NoEquals => format!("`{}` needs an equals sign before its value", argument?),
        ErrorKind::InvalidUtf8 => "an argument is not in UTF-8".to_owned(),
        _ => return None,
    })
}

/// What is said of an argument that cannot be used with the ones before it.
fn conflict(argument: &str, prior: &[String]) -> String {
    match prior {
        [] => format!("`{argument}` cannot be used with the other arguments"),
        [one] if one == argument => format!("`{argument}` cannot be used twice"),
        _ => format!("`{argument}` cannot be used with {}", in_ticks(prior, "or")),
    }
}

/// What is said of a value that is not one of those allowed.
fn unknown_value(argument: &str, value: &str, known: &[String], near: Option<String>) -> String {
    let known = if known.is_empty() { String::new() } else { format!(": use {}", in_ticks(known, "or")) };
    match (value, near) {
        ("", _) => format!("`{argument}` needs a value{known}"),
        (_, Some(near)) => format!("unknown value `{value}` for `{argument}`{known}. Did you mean `{near}`?"),
        _ => format!("unknown value `{value}` for `{argument}`{known}"),
    }
}

fn suggestion(near: Option<String>) -> String {
    near.map(|near| format!(": did you mean `{near}`?")).unwrap_or_default()
}

/// A list of names such as "`a`, `b` or `c`".
fn in_ticks(names: &[String], before_last: &str) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} {before_last} {last}", all.join(", ")),
    }
}

/// The names of these arguments: `--format` for `--format <FORMAT>`, and `OLD` and `NEW` for `<OLD> <NEW>...`.
fn names(error: &Refused, kind: ContextKind) -> Vec<String> {
    let mut names = Vec::new();
    for argument in texts(error, kind) {
        let mut words = argument.split([' ', '=']).map(|word| word.trim_matches(['<', '>', '[', ']', '.']));
        if argument.starts_with('-') {
            names.extend(words.next().map(str::to_owned));
        } else {
            names.extend(words.map(str::to_owned));
        }
    }
    names
}

/// The texts of this kind that clap gives for a mistake, made safe to show.
fn texts(error: &Refused, kind: ContextKind) -> Vec<String> {
    let texts = match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => return vec![text.to_string()],
        Some(ContextValue::StyledStrs(texts)) => return texts.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    };
    texts.iter().map(|text| visible(text).into_owned()).collect()
}
