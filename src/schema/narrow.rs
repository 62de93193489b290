//! From the errors of the validator to faults: those of an `anyOf` are narrowed to the branch that
//! the author meant.

use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use serde_json::Value as Plain;

use super::fault::{Fault, What};
use crate::syntax::{Tree, Value};

/// The faults that an error stands for; `schema` is the whole schema.
pub(super) fn narrow<'t>(
    error: &ValidationError<'_>,
    tree: &'t Tree<'t>,
    schema: &'t Plain,
) -> Vec<Fault<'t>> {
    let Some(at) = tree.resolve(error.instance_path().as_str()) else { return Vec::new() };
    let (part, keyword) = place_in_schema(error, schema);
    let fault = |what| Fault { at, what, schema: part, keyword: keyword.clone() };
    match error.kind() {
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => {
            let branches: Vec<&[ValidationError<'_>]> = context.iter().map(Vec::as_slice).collect();
            match meant_branch(&branches, at, tree) {
                Meant::One(branch) => branch.iter().flat_map(|error| narrow(error, tree, schema)).collect(),
                Meant::Types(types) => vec![fault(What::Type(types))],
                Meant::OneOfKeys(keys) => vec![fault(What::MissingOneOf(keys))],
                Meant::Unknown => vec![fault(What::NoForm(descriptions(part, &keyword)))],
            }
        }
        Kind::AdditionalProperties { unexpected } | Kind::UnevaluatedProperties { unexpected } => {
            unexpected.iter().map(|key| fault(What::UnknownKey { key: key.clone(), meant: None })).collect()
        }
        kind => vec![fault(simple(kind, error, part))],
    }
}

/// The fault of an error that needs no narrowing.
fn simple(kind: &Kind, error: &ValidationError<'_>, part: &Plain) -> What {
    match kind {
        Kind::Type { kind } => What::Type(types(kind)),
        Kind::Required { property } => What::Missing(text_of(property)),
        Kind::Enum { options } => What::Enum(options.as_array().into_iter().flatten().map(text_of).collect()),
        Kind::Constant { expected_value } => What::Enum(vec![text_of(expected_value)]),
        Kind::Pattern { pattern } => What::Pattern(pattern.clone()),
        Kind::Format { format } => What::Format(format.clone()),
        Kind::UniqueItems => What::Repeated,
        _ => {
            let subject = part.get("title").and_then(Plain::as_str).unwrap_or("this value");
            What::Other(error.masked_with(subject).to_string())
        }
    }
}

/// The part of the schema that holds the broken keyword, and the keyword.
fn place_in_schema<'t>(error: &ValidationError<'_>, schema: &'t Plain) -> (&'t Plain, String) {
    let path = error.schema_path().as_str();
    let (part, keyword) = path.rsplit_once('/').unwrap_or(("", path));
    (schema.pointer(part).unwrap_or(schema), keyword.to_owned())
}

/// What an author meant who wrote something that fits no branch.
enum Meant<'e> {
    /// This branch: only its errors matter.
    One(&'e [ValidationError<'static>]),
    /// A value of one of these types.
    Types(Vec<String>),
    /// An object with one of these keys.
    OneOfKeys(Vec<String>),
    /// Nobody can tell.
    Unknown,
}

/// Leaves the branches of another type aside, then those that fit worse by their keys.
fn meant_branch<'e>(
    branches: &[&'e [ValidationError<'static>]],
    at: Value<'_, '_>,
    tree: &Tree<'_>,
) -> Meant<'e> {
    let own = |error: &ValidationError<'_>| {
        tree.resolve(error.instance_path().as_str()).is_some_and(|value| value.index() == at.index())
    };
    let wrong_types = |branch: &[ValidationError<'_>]| -> Option<Vec<String>> {
        branch.iter().find_map(|error| match error.kind() {
            Kind::Type { kind } if own(error) => Some(types(kind)),
            _ => None,
        })
    };
    let typed: Vec<_> = branches.iter().copied().filter(|branch| wrong_types(branch).is_none()).collect();
    if typed.is_empty() {
        return Meant::Types(branches.iter().filter_map(|branch| wrong_types(branch)).flatten().collect());
    }
    if let Some(keys) = only_missing(&typed, own) {
        return Meant::OneOfKeys(keys);
    }
    let misfit = |branch: &&[ValidationError<'_>]| -> usize {
        branch.iter().filter(|error| own(error)).map(|error| misfits(error.kind())).sum()
    };
    let least = typed.iter().map(misfit).min().unwrap_or_default();
    let mut best = typed.iter().filter(|branch| misfit(branch) == least);
    match (best.next(), best.next()) {
        (Some(branch), None) => Meant::One(branch),
        _ => Meant::Unknown,
    }
}

/// How much an error says that the branch was not meant: one for a key too few or too many.
fn misfits(kind: &Kind) -> usize {
    match kind {
        Kind::AdditionalProperties { unexpected } => unexpected.len(),
        _ => 1,
    }
}

/// The keys of branches that each lack one key, and nothing else.
fn only_missing(
    branches: &[&[ValidationError<'static>]],
    own: impl Fn(&ValidationError<'_>) -> bool,
) -> Option<Vec<String>> {
    let lacking = |branch: &&[ValidationError<'_>]| match branch {
        [error] if own(error) => match error.kind() {
            Kind::Required { property } => Some(text_of(property)),
            _ => None,
        },
        _ => None,
    };
    (branches.len() > 1).then(|| branches.iter().map(lacking).collect()).flatten()
}

/// What each branch of an `anyOf` is for, by its title or description.
fn descriptions(part: &Plain, keyword: &str) -> Vec<String> {
    let words = |branch: &Plain| {
        let stated = branch.get("title").or_else(|| branch.get("description"))?;
        Some(stated.as_str()?.trim_end_matches('.').to_owned())
    };
    part.get(keyword).and_then(Plain::as_array).into_iter().flatten().filter_map(words).collect()
}

fn types(kind: &TypeKind) -> Vec<String> {
    match kind {
        TypeKind::Single(one) => vec![one.to_string()],
        TypeKind::Multiple(set) => set.iter().map(|one| one.to_string()).collect(),
    }
}

fn text_of(value: &Plain) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
