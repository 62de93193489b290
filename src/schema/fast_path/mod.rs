//! Quickly confirms that a document is valid. `jsonschema` finds what is wrong with a document that is not valid, and
//! has the last word. But most documents are valid, and setting it up costs more than everything else that is done for
//! a document.
//!
//! A schema is read here into a list of nodes. Anything in it that is not known here is left open, and so is anything
//! that would be expensive to decide: then `jsonschema` decides. An answer given here is always the answer of
//! `jsonschema`; `tests/schema_fast_path.rs` compares the two.

mod compile;
mod pattern;
mod row;

use std::cmp::Ordering;

use crate::date::Date;
use crate::hash::HashSet;
use crate::syntax::{Value, ValueKind};
use pattern::Pattern;

/// A schema that can decide for most documents whether they are valid.
#[derive(Debug)]
pub(super) struct FastPath {
    /// The schema itself first, then those in it.
    nodes: Vec<SchemaNode>,
    patterns: Vec<Pattern>,
}

/// The place of a schema in the list.
type Index = usize;

/// What a schema asks of a value.
#[derive(Debug, Default)]
struct SchemaNode {
    sort: Sort,
    kinds: Option<Kinds>,
    /// What a value may be, if only one of a few.
    values: Option<Vec<Simple>>,
    minimum: Option<u64>,
    maximum: Option<u64>,
    pattern: Option<Index>,
    is_date: bool,
    members: Option<ObjectSchema>,
    items: Option<Index>,
    is_unique: bool,
    any_of: Vec<Index>,
    /// What else it requires, through `$ref`.
    also: Option<Index>,
    condition: Option<Condition>,
}

/// The kind of schema.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Sort {
    #[default]
    Known,
    /// It requires something that is not known here.
    Open,
    /// It requires a text and, of the text, only a pattern or a date.
    Text,
}

/// The kinds that a value may have.
#[derive(Clone, Copy, Debug, Default)]
struct Kinds {
    /// One bit for each [`ValueKind`].
    bits: u8,
    /// Whether numbers have to be whole.
    is_whole: bool,
}

/// A value that holds no others.
#[derive(Debug, PartialEq, Eq)]
enum Simple {
    Null,
    Bool(bool),
    Text(String),
    Whole(u64),
}

/// What is required of the members of an object.
#[derive(Debug)]
struct ObjectSchema {
    /// The keys with their schemas.
    known: Vec<KnownMember>,
    /// Their places, in the order of the keys.
    order: Vec<usize>,
    /// How many of them are required.
    required: usize,
    is_closed: bool,
}

#[derive(Debug)]
struct KnownMember {
    key: String,
    schema: Option<Index>,
    is_required: bool,
}

#[derive(Debug)]
struct Condition {
    when: Index,
    then: Option<Index>,
    otherwise: Option<Index>,
}

impl FastPath {
    /// Whether the value is valid; none if `jsonschema` has to decide.
    pub(super) fn is_valid(&self, value: Value<'_, '_>) -> Option<bool> {
        if value.tree().has_duplicate_keys() { None } else { self.judge(0, value) }
    }

    #[inline]
    fn judge(&self, schema: Index, value: Value<'_, '_>) -> Option<bool> {
        let node = &self.nodes[schema];
        // Most values are texts.
        if node.sort == Sort::Text && value.kind() == ValueKind::String {
            self.is_fitting_text(node, value)
        } else {
            self.judge_any(node, value)
        }
    }

    #[inline(never)]
    fn judge_any(&self, node: &SchemaNode, value: Value<'_, '_>) -> Option<bool> {
        let kind = value.kind();
        if node.sort == Sort::Open || kind == ValueKind::Invalid {
            return None;
        }
        if let Some(kinds) = node.kinds
            && !kinds.hold(kind, value)?
        {
            return Some(false);
        }
        if let Some(values) = &node.values
            && !is_one_of(values, value)?
        {
            return Some(false);
        }
        let fits = match kind {
            ValueKind::Null | ValueKind::Bool | ValueKind::Invalid => true,
            ValueKind::Number => {
                let is_at_least = node.minimum.map_or(Some(true), |least| Some(value.as_u64()? >= least))?;
                is_at_least && node.maximum.map_or(Some(true), |most| Some(value.as_u64()? <= most))?
            }
            ValueKind::String => self.is_fitting_text(node, value)?,
            ValueKind::Array => self.elements(node, value)?,
            ValueKind::Object => node.members.as_ref().map_or(Some(true), |all| self.members(all, value))?,
        };
        if fits { self.others(node, value) } else { Some(false) }
    }

    /// What is required of the elements of an array.
    fn elements(&self, node: &SchemaNode, array: Value<'_, '_>) -> Option<bool> {
        if node.is_unique && !are_texts_that_differ(array) {
            return None;
        }
        let Some(items) = node.items else { return Some(true) };
        // Most lists are of codes, ids and texts, and most of these are as they should be.
        let fits =
            |text: Option<&[u8]>| text.is_some_and(|text| self.fits(&self.nodes[items], text) == Some(true));
        if self.nodes[items].sort == Sort::Text && array.verbatim_elements().all(fits) {
            return Some(true);
        }
        let mut answers = array.elements().map(|one| self.judge(items, one));
        answers.find(|answer| *answer != Some(true)).unwrap_or(Some(true))
    }

    fn members(&self, members: &ObjectSchema, object: Value<'_, '_>) -> Option<bool> {
        let (mut required, mut next) = (0, 0);
        for member in object.members() {
            let Some(at) = members.find(member.key.verbatim_bytes()?, next) else {
                if members.is_closed {
                    return Some(false);
                }
                continue;
            };
            let known = &members.known[at];
            next = at + 1;
            required += usize::from(known.is_required);
            if let Some(schema) = known.schema
                && !self.judge(schema, member.value)?
            {
                return Some(false);
            }
        }
        Some(required == members.required)
    }

    /// What other schemas require of the value itself.
    fn others(&self, node: &SchemaNode, value: Value<'_, '_>) -> Option<bool> {
        let by = |schema: Option<Index>| schema.map_or(Some(true), |schema| self.judge(schema, value));
        if !by(node.also)? || !self.any_of(node, value)? {
            return Some(false);
        }
        let Some(condition) = &node.condition else { return Some(true) };
        by(if self.judge(condition.when, value)? { condition.then } else { condition.otherwise })
    }

    /// Whether one of several schemas holds, if there are any.
    fn any_of(&self, node: &SchemaNode, value: Value<'_, '_>) -> Option<bool> {
        let mut answer = Some(node.any_of.is_empty());
        for schema in &node.any_of {
            match self.judge(*schema, value) {
                Some(true) => return Some(true),
                Some(false) => {}
                None => answer = None,
            }
        }
        answer
    }
}

impl FastPath {
    fn is_fitting_text(&self, node: &SchemaNode, value: Value<'_, '_>) -> Option<bool> {
        let is_any = node.pattern.is_none() && !node.is_date;
        if is_any { Some(true) } else { self.fits(node, value.verbatim_bytes()?) }
    }

    /// Whether a text meets the requirements.
    #[inline]
    fn fits(&self, node: &SchemaNode, text: &[u8]) -> Option<bool> {
        let fits = node.pattern.map_or(Some(true), |pattern| self.patterns[pattern].fits(text))?;
        Some(fits && (!node.is_date || is_date(text)))
    }
}

impl Kinds {
    fn hold(self, kind: ValueKind, value: Value<'_, '_>) -> Option<bool> {
        if self.bits >> kind as u8 & 1 == 0 {
            return Some(false);
        }
        // 1.0 is whole as well.
        let is_open = self.is_whole
            && kind == ValueKind::Number
            && value.as_i64().is_none()
            && value.as_u64().is_none();
        (!is_open).then_some(true)
    }
}

impl SchemaNode {
    /// The same, with the values that follow from its other fields.
    fn settled(mut self) -> Self {
        let asks_for_text = self.kinds.is_some_and(|kinds| kinds.bits == 1 << ValueKind::String as u8);
        let asks_more = self.also.is_some() || self.condition.is_some() || !self.any_of.is_empty();
        if self.sort == Sort::Known && asks_for_text && self.values.is_none() && !asks_more {
            self.sort = Sort::Text;
        }
        self
    }
}

/// Whether the array holds only texts without escapes, no two of which are the same.
fn are_texts_that_differ(array: Value<'_, '_>) -> bool {
    let mut met = HashSet::default();
    met.reserve(array.len());
    array.verbatim_elements().all(|text| text.is_some_and(|text| met.insert(text)))
}

fn is_one_of(values: &[Simple], value: Value<'_, '_>) -> Option<bool> {
    let own = match value.kind() {
        ValueKind::Null => Simple::Null,
        ValueKind::Bool => Simple::Bool(value.as_bool()?),
        ValueKind::Number => Simple::Whole(value.as_u64()?),
        ValueKind::String => {
            let text = value.verbatim()?;
            return Some(values.iter().any(|one| matches!(one, Simple::Text(known) if known == text)));
        }
        _ => return Some(false),
    };
    Some(values.contains(&own))
}

/// Whether it is a day as JSON Schema has it: `2026-08-31`.
fn is_date(text: &[u8]) -> bool {
    let is_digit = |(place, byte): (usize, &u8)| {
        if matches!(place, 4 | 7) { *byte == b'-' } else { byte.is_ascii_digit() }
    };
    text.len() == 10
        && text.iter().enumerate().all(is_digit)
        && std::str::from_utf8(text).is_ok_and(|text| Date::of(text).is_some())
}

impl KnownMember {
    fn new(key: String, schema: Option<Index>) -> Self {
        Self { key, schema, is_required: false }
    }
}

impl ObjectSchema {
    fn new(known: Vec<KnownMember>, is_closed: bool) -> Self {
        let mut order: Vec<usize> = (0..known.len()).collect();
        order.sort_by(|one, other| by_length(known[*one].key.as_bytes(), known[*other].key.as_bytes()));
        let required = known.iter().filter(|known| known.is_required).count();
        Self { known, order, required, is_closed }
    }

    /// The place of a key; `next` is where it is looked for first, because members are usually in the order of the
    /// schema.
    fn find(&self, key: &[u8], next: usize) -> Option<usize> {
        if self.known.get(next).is_some_and(|known| known.key.as_bytes() == key) {
            return Some(next);
        }
        let found = self.order.binary_search_by(|at| by_length(self.known[*at].key.as_bytes(), key));
        found.ok().map(|place| self.order[place])
    }
}

/// The order of keys: by length first, which distinguishes most of them.
fn by_length(one: &[u8], other: &[u8]) -> Ordering {
    one.len().cmp(&other.len()).then_with(|| one.cmp(other))
}
