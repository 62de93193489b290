//! A fault that a schema finds: what the author did wrong at one place.

use serde_json::Value as Plain;

use crate::spelling::nearest;
use crate::syntax::Value;

/// What the words of the validator call a value, in the place of its name.
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

/// The ways to be wrong that have words of their own.
#[derive(Clone, Debug)]
pub(super) enum What {
    /// It is of another type than these.
    Type(Vec<String>),
    /// It is none of these values.
    Enum(Vec<String>),
    /// It is not written as its examples are.
    Pattern(String),
    /// It is not a date, or whatever the format is.
    Format(String),
    /// This key is not known, and what it probably stands for.
    UnknownKey { key: String, meant: Option<String> },
    /// This key is missing.
    Missing(String),
    /// One of these keys is missing.
    MissingOneOf(Vec<String>),
    /// It fits none of several forms, each told by its description.
    NoForm(Vec<String>),
    /// It holds one value twice.
    Repeated,
    /// Anything else, in the words of the validator about [`THIS_VALUE`].
    Other(String),
}

impl<'t> Fault<'t> {
    /// The keys that the part of the schema knows.
    pub(super) fn known_keys(&self) -> impl Iterator<Item = &'t str> {
        let properties = self.schema.get("properties").and_then(Plain::as_object);
        properties.into_iter().flat_map(|map| map.keys().map(String::as_str))
    }

    /// The rule that says the same better, by the schema's own word.
    pub(super) fn better_rule(&self) -> Option<&'t str> {
        let named = self.schema.get("x-ksb-rules")?.get(&self.keyword)?;
        match &self.what {
            What::Missing(key) | What::UnknownKey { meant: Some(key), .. } => {
                named.as_str().or_else(|| named.get(key)?.as_str())
            }
            _ => named.as_str(),
        }
    }
}

/// Joins what is one mistake: an unknown key and the missing one that it stands for. Each fault is
/// told once, in the order of their places.
pub(super) fn merge(mut faults: Vec<Fault<'_>>) -> Vec<Fault<'_>> {
    // Of what is not there from start to end, only that can be said.
    faults.retain(|fault| fault.at.is_closed());
    let meant: Vec<Option<String>> = faults.iter().map(meant_key).collect();
    for (fault, meant_key) in faults.iter_mut().zip(meant) {
        if let What::UnknownKey { meant, .. } = &mut fault.what {
            *meant = meant_key;
        }
    }
    let misspelt: Vec<(u32, String)> = faults
        .iter()
        .filter_map(|fault| match &fault.what {
            What::UnknownKey { meant: Some(key), .. } => Some((fault.at.index(), key.clone())),
            _ => None,
        })
        .collect();
    faults.retain(|fault| match &fault.what {
        What::Missing(key) => !misspelt.contains(&(fault.at.index(), key.clone())),
        What::MissingOneOf(keys) => {
            !misspelt.iter().any(|(at, key)| *at == fault.at.index() && keys.contains(key))
        }
        _ => true,
    });
    faults
}

/// The key that an unknown one stands for: the nearest of those that the object does not have.
fn meant_key(fault: &Fault<'_>) -> Option<String> {
    let What::UnknownKey { key, .. } = &fault.what else { return None };
    let absent = fault.known_keys().filter(|known| fault.at.get(known).is_none());
    nearest(key, absent).map(str::to_owned)
}
