//! What JSON that is not a document looks like.

use super::{AS_TEXT, Likeness};
use crate::model::Code;
use crate::syntax::{SyntaxError, Tree, Value, ValueKind};

/// How many keys are named.
const NAMED: usize = 8;

/// How much of a key is shown.
const LONGEST: usize = 40;

/// How deeply a list of statements is looked for.
const DEEP: usize = 3;

const HELP: &str = "use JSON in the format that `ksb schema standard` describes, or a record from the standards API or \
                    the maps API";

/// What JSON without anything that only documents have looks like, and what is wrong with its syntax.
pub(in crate::read) fn json(tree: &Tree<'_>, errors: &[SyntaxError]) -> Likeness {
    let root = tree.root();
    let shape = root.map_or_else(|| "none of it can be read".to_owned(), shape);
    let statements = root.and_then(|root| statements(root, DEEP));
    let message = match (&statements, errors.is_empty()) {
        (Some(list), true) if list.path.is_empty() => {
            format!(
                "this looks like a list of statements only, with the keys `{}` and `{}`",
                list.code, list.text
            )
        }
        (_, true) => format!("this JSON is not a standard: {shape}"),
        (_, false) => format!("this JSON has mistakes and does not look like a standard: {shape}"),
    };
    let help = match statements {
        Some(list) if list.path.is_empty() => AS_TEXT.to_owned(),
        Some(list) => format!("`{}` has statements: {AS_TEXT}", list.path),
        None => HELP.to_owned(),
    };
    let place = errors.first().map(|error| (error.span, error.message.clone()));
    Likeness { message: message.into(), help: help.into(), place, format: None }
}

/// What a value is, in words.
fn shape(root: Value<'_, '_>) -> String {
    match root.kind() {
        ValueKind::Object if root.is_empty() => "it is an object with no keys".to_owned(),
        ValueKind::Object => keys("its", root),
        ValueKind::Array => match root.elements().find(|one| one.kind() == ValueKind::Object) {
            Some(first) => format!("it is a list of objects; {}", keys("the first one's", first)),
            None if root.is_empty() => "it is an empty list".to_owned(),
            None => "it is a list without objects".to_owned(),
        },
        ValueKind::String => "it is a string".to_owned(),
        ValueKind::Number => "it is a number".to_owned(),
        _ => format!("it is only `{}`", shortened(root.raw())),
    }
}

/// The keys of an object.
fn keys(whose: &str, object: Value<'_, '_>) -> String {
    let names = object.members().filter_map(|member| member.key.as_str());
    let names: Vec<String> = names.take(NAMED).map(|name| format!("`{}`", shortened(&name))).collect();
    let more = object.len().saturating_sub(names.len());
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    match names.as_slice() {
        [] => format!("{whose} keys cannot be read"),
        [only] => format!("{whose} only key is {only}"),
        [names @ .., last] if more.is_empty() => format!("{whose} keys are {} and {last}", names.join(", ")),
        names => format!("{whose} keys are {}{more}", names.join(", ")),
    }
}

/// The beginning of a text, without control characters that a terminal would act on.
fn shortened(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_control()).collect();
    let end = plain.char_indices().nth(LONGEST).map_or(plain.len(), |(at, _)| at);
    if end < plain.len() { format!("{}…", &plain[..end]) } else { plain }
}

/// A list of statements: where it is, and the keys of the code and the text of each.
struct GuessedList {
    path: String,
    code: String,
    text: String,
}

/// The first list of statements in a value.
fn statements(value: Value<'_, '_>, deep: usize) -> Option<GuessedList> {
    match value.kind() {
        ValueKind::Array => {
            let first = value.elements().next().filter(|one| one.kind() == ValueKind::Object)?;
            let (code, text) = statement(first)?;
            Some(GuessedList { path: String::new(), code, text })
        }
        ValueKind::Object if deep > 0 => value.members().find_map(|member| {
            let found = statements(member.value, deep - 1)?;
            let key = shortened(&member.key.as_str()?);
            let path = if found.path.is_empty() { key } else { format!("{key}.{}", found.path) };
            Some(GuessedList { path, ..found })
        }),
        _ => None,
    }
}

/// The keys of the code and the text of an object that is a statement: the text is the longest one that is not a code.
fn statement(object: Value<'_, '_>) -> Option<(String, String)> {
    let texts = || object.members().filter_map(|member| Some((member.key.as_str()?, member.value.as_str()?)));
    let is_code = |text: &str| text.trim().parse::<Code>().is_ok();
    let (code, _) = texts().find(|(_, text)| is_code(text))?;
    let (text, _) = texts().filter(|(_, text)| text.contains(' ')).max_by_key(|(_, text)| text.len())?;
    Some((shortened(&code), shortened(&text)))
}
