//! From the errors of the validator to faults: those of an `anyOf` are narrowed to the branch that
//! the author meant.

use std::borrow::Cow;
use std::rc::Rc;

use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use serde_json::Value as Plain;

use super::fault::{Fault, THIS_VALUE, What, merge};
use super::wording::list;
use crate::hash::HashMap;
use crate::source::Span;
use crate::spelling::nearest;
use crate::syntax::{Places, Value};

/// The faults that an error stands for; `schema` is the whole schema.
pub(super) fn narrow<'t>(
    error: &ValidationError<'_>,
    places: &Places<'t, 't>,
    schema: &'t Plain,
) -> Vec<Fault<'t>> {
    let Some(at) = places.resolve(error.instance_path().as_str()) else { return Vec::new() };
    let (part, keyword) = place_in_schema(error, schema);
    let fault = |what| Fault { at, what, schema: part, keyword: keyword.clone() };
    match error.kind() {
        Kind::AnyOf { context } | Kind::OneOfNotValid { context } => {
            let faults = |errors: &Vec<ValidationError<'_>>| {
                merge(errors.iter().flat_map(|error| narrow(error, places, schema)).collect())
            };
            match meant(context.iter().map(faults).collect(), at) {
                Meant::Branch(faults) => faults,
                Meant::Types(types) => vec![fault(What::Type(types))],
                Meant::OneOfKeys(keys) => vec![fault(What::MissingOneOf(keys))],
                Meant::Unknown => vec![fault(What::NoForm(descriptions(part, &keyword)))],
            }
        }
        Kind::AdditionalProperties { unexpected } | Kind::UnevaluatedProperties { unexpected } => {
            unknown_keys(unexpected, at, part).into_iter().map(fault).collect()
        }
        kind => vec![fault(simple(kind, error))],
    }
}

/// An object with more unknown keys than this is something else: none of its keys is taken to be a misspelling.
const MOST_LOOKED_UP: usize = 1000;

/// The faults of unknown keys in the current object: each with its place, and with the key that it probably stands for,
/// which is the nearest of those that the object does not have.
fn unknown_keys(unexpected: &[String], at: Value<'_, '_>, part: &Plain) -> Vec<What> {
    let members: HashMap<Cow<'_, str>, Span> =
        at.unique_members().filter_map(|member| Some((member.key.as_str()?, member.key.span()))).collect();
    let known = part.get("properties").and_then(Plain::as_object);
    let known: Vec<String> = known.into_iter().flat_map(|known| known.keys().cloned()).collect();
    let absent: Vec<&str> =
        known.iter().map(String::as_str).filter(|known| !members.contains_key(*known)).collect();
    let looked_up = if unexpected.len() > MOST_LOOKED_UP { &[] } else { absent.as_slice() };
    let in_words: Rc<str> = list(&known, "and").into();
    let unknown = |key: &String| What::UnknownKey {
        place: members.get(key.as_str()).copied().unwrap_or_else(|| at.span()),
        meant: nearest(key, looked_up.iter().copied()).map(str::to_owned),
        key: key.clone(),
        known: Rc::clone(&in_words),
    };
    unexpected.iter().map(unknown).collect()
}

/// The fault of an error that needs no narrowing.
fn simple(kind: &Kind, error: &ValidationError<'_>) -> What {
    match kind {
        Kind::Type { kind } => What::Type(types(kind)),
        Kind::Required { property } => What::Missing(text_of(property)),
        Kind::Enum { options } => What::Enum(options.as_array().into_iter().flatten().map(text_of).collect()),
        Kind::Constant { expected_value } => What::Enum(vec![text_of(expected_value)]),
        Kind::Pattern { pattern } => What::Pattern(pattern.clone()),
        Kind::Format { format } => What::Format(format.clone()),
        Kind::UniqueItems => What::Repeated,
        Kind::Minimum { limit } => What::Other(format!("{THIS_VALUE} must be {limit} or more")),
        Kind::Maximum { limit } => What::Other(format!("{THIS_VALUE} must be {limit} or less")),
        _ => What::Other(error.masked_with(THIS_VALUE).to_string()),
    }
}

/// The part of the schema that holds the broken keyword, and the keyword.
fn place_in_schema<'t>(error: &ValidationError<'_>, schema: &'t Plain) -> (&'t Plain, String) {
    let path = error.schema_path().as_str();
    let (part, keyword) = path.rsplit_once('/').unwrap_or(("", path));
    (schema.pointer(part).unwrap_or(schema), keyword.to_owned())
}

/// What an author meant by something that fits no branch.
enum Meant<'t> {
    /// One branch: only its faults matter.
    Branch(Vec<Fault<'t>>),
    /// A value of one of these types.
    Types(Vec<String>),
    /// An object with one of these keys.
    OneOfKeys(Vec<String>),
    /// Nobody can tell.
    Unknown,
}

/// Discards branches for a different type, then those with more faults in the value itself.
fn meant<'t>(branches: Vec<Vec<Fault<'t>>>, at: Value<'t, 't>) -> Meant<'t> {
    let own = |fault: &&Fault<'_>| fault.at.index() == at.index();
    let wrong_types = |branch: &[Fault<'t>]| {
        branch.iter().filter(own).find_map(|fault| match &fault.what {
            What::Type(types) => Some(types.clone()),
            _ => None,
        })
    };
    if let Some(types) = branches.iter().map(|branch| wrong_types(branch)).collect::<Option<Vec<_>>>() {
        return Meant::Types(types.concat());
    }
    let mut left: Vec<_> = branches.into_iter().filter(|branch| wrong_types(branch).is_none()).collect();
    if let Some(keys) = only_missing(&left, at) {
        return Meant::OneOfKeys(keys);
    }
    let misfit = |branch: &Vec<Fault<'_>>| branch.iter().filter(own).count();
    let least = left.iter().map(misfit).min().unwrap_or_default();
    left.retain(|branch| misfit(branch) == least);
    match left.pop() {
        Some(branch) if left.is_empty() => Meant::Branch(branch),
        _ => Meant::Unknown,
    }
}

/// The keys that several branches lack, if each lacks one and has no other fault.
fn only_missing(branches: &[Vec<Fault<'_>>], at: Value<'_, '_>) -> Option<Vec<String>> {
    let lacking = |branch: &Vec<Fault<'_>>| match branch.as_slice() {
        [Fault { at: place, what: What::Missing(key), .. }] if place.index() == at.index() => {
            Some(key.clone())
        }
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
