//! A fault that a schema finds: what the author did wrong at one place.

use std::collections::BTreeSet;
use std::rc::Rc;

use serde_json::Value as Plain;

use crate::source::Span;
use crate::syntax::Value;

/// What the validator's messages call a value, instead of its name.
pub(super) const THIS_VALUE: &str = "this value";

/// What is wrong with one value.
#[derive(Clone, Debug)]
pub(super) struct Fault<'t> {
    /// The value.
    pub(super) at: Value<'t, 't>,
    /// What is wrong with it.
    pub(super) what: What,
    /// The part of the schema that holds the keyword.
    pub(super) schema: &'t Plain,
    /// The keyword that it breaks.
    pub(super) keyword: String,
}

/// The faults that have wording of their own.
#[derive(Clone, Debug)]
pub(super) enum What {
    /// Its type is not one of these.
    Type(Vec<String>),
    /// It is not one of these values.
    Enum(Vec<String>),
    /// It is not written in the way that its examples are.
    Pattern(String),
    /// It is not a date, or whatever the format is.
    Format(String),
    /// This key is not known; what it probably stands for, and the keys that are known, in words.
    UnknownKey { key: String, place: Span, meant: Option<String>, known: Rc<str> },
    /// This key is missing.
    Missing(String),
    /// One of these keys is missing.
    MissingOneOf(Vec<String>),
    /// It fits none of several forms, each given by its description.
    NoForm(Vec<String>),
    /// It has the same value twice.
    Repeated,
    /// Anything else, in the words of the validator about [`THIS_VALUE`].
    Other(String),
}

impl<'t> Fault<'t> {
    /// The rule that explains this better, according to the schema.
    pub(super) fn better_rule(&self) -> Option<&'t str> {
        let named = self.schema.get("x-ksb-rules").and_then(|rules| rules.get(&self.keyword));
        let Some(named) = named else {
            return (matches!(self.what, What::Type(_)) && self.at.is_null()).then_some("empty-field");
        };
        match &self.what {
            What::Missing(key) | What::UnknownKey { meant: Some(key), .. } => {
                named.as_str().or_else(|| named.get(key)?.as_str())
            }
            _ => named.as_str(),
        }
    }
}

/// Joins what is a single mistake: an unknown key and the missing one that it stands for. Each fault is reported once,
/// in the order of their places.
pub(super) fn merge(mut faults: Vec<Fault<'_>>) -> Vec<Fault<'_>> {
    // If the end of a value is missing, nothing more can be said about the value. The faults of one value are next to
    // each other.
    let mut last: Option<(u32, bool)> = None;
    faults.retain(|fault| {
        let at = fault.at.index();
        let known = last.filter(|(index, _)| *index == at);
        let (_, is_closed) = *last.insert(known.unwrap_or_else(|| (at, fault.at.is_closed())));
        is_closed
    });
    let misspelt: BTreeSet<(u32, String)> = faults
        .iter()
        .filter_map(|fault| match &fault.what {
            What::UnknownKey { meant: Some(key), .. } => Some((fault.at.index(), key.clone())),
            _ => None,
        })
        .collect();
    let stands_otherwise = |at: Value<'_, '_>, key: &String| misspelt.contains(&(at.index(), key.clone()));
    faults.retain(|fault| match &fault.what {
        What::Missing(key) => !stands_otherwise(fault.at, key),
        What::MissingOneOf(keys) => !keys.iter().any(|key| stands_otherwise(fault.at, key)),
        _ => true,
    });
    faults
}
