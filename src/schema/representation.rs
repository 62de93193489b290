//! Lets `jsonschema` validate the span tree itself, so that one parse serves syntax, schema and rules.

use std::borrow::Cow;

use jsonschema::JsonType;
use jsonschema::json::{Array, Json, JsonNumber, Node, NodeIdentity, Object, cmp, unique};
use serde_json::{Number, Value as Plain};

use crate::syntax::{Elements, UniqueMembers, Value, ValueKind};

/// The span tree as a JSON representation.
pub(super) struct SpanTree;

/// A value in the tree, or the name of a member, which `propertyNames` treats as a value.
#[derive(Clone, Copy)]
pub(super) enum TreeNode<'a> {
    Value(Value<'a, 'a>),
    Name(&'a str),
}

impl Json for SpanTree {
    type Node<'a> = TreeNode<'a>;
    type PreparedKey = Box<str>;
    type StringBuffer = ();

    /// A lookup walks over the members, so one walk is used for several keys.
    const KEYS_PER_LOOKUP: usize = 8;
    const ACYCLIC: bool = true;

    fn prepare_key(key: &str) -> Box<str> {
        key.into()
    }

    fn with_string_node<T>((): &mut (), string: &str, f: impl FnOnce(TreeNode<'_>) -> T) -> T {
        f(TreeNode::Name(string))
    }
}

impl<'a> TreeNode<'a> {
    fn value(self) -> Option<Value<'a, 'a>> {
        match self {
            Self::Value(value) => Some(value),
            Self::Name(_) => None,
        }
    }

    fn of_kind(self, kind: ValueKind) -> Option<Value<'a, 'a>> {
        self.value().filter(|value| value.kind() == kind)
    }
}

impl<'a> Node<'a, SpanTree> for TreeNode<'a> {
    type Object = Members<'a>;
    type Array = Items<'a>;
    type Number = Digits<'a>;

    fn as_object(&self) -> Option<Members<'a>> {
        self.of_kind(ValueKind::Object).map(Members)
    }

    fn as_array(&self) -> Option<Items<'a>> {
        self.of_kind(ValueKind::Array).map(Items)
    }

    fn as_string(&self) -> Option<Cow<'a, str>> {
        match self {
            Self::Value(value) => value.as_str(),
            Self::Name(name) => Some(Cow::Borrowed(name)),
        }
    }

    fn as_number(&self) -> Option<Digits<'a>> {
        self.of_kind(ValueKind::Number).map(Digits)
    }

    fn as_boolean(&self) -> Option<bool> {
        self.value().and_then(Value::as_bool)
    }

    fn is_null(&self) -> bool {
        self.json_type() == JsonType::Null
    }

    fn json_type(&self) -> JsonType {
        let Self::Value(value) = self else { return JsonType::String };
        match value.kind() {
            // What could not be read has its syntax error already; faults of it are dropped.
            ValueKind::Null | ValueKind::Invalid => JsonType::Null,
            ValueKind::Bool => JsonType::Boolean,
            ValueKind::Number => JsonType::Number,
            ValueKind::String => JsonType::String,
            ValueKind::Array => JsonType::Array,
            ValueKind::Object => JsonType::Object,
        }
    }

    fn equals_value(&self, expected: &Plain) -> bool {
        match (self.as_string(), expected) {
            (Some(text), Plain::String(expected)) => text == expected.as_str(),
            (Some(_), _) | (None, Plain::String(_)) => false,
            (None, _) => cmp::equal(&self.to_value(), expected),
        }
    }

    fn to_value(&self) -> Cow<'a, Plain> {
        Cow::Owned(match self {
            Self::Value(value) => plain(*value),
            Self::Name(name) => Plain::String((*name).to_owned()),
        })
    }

    fn identity(&self) -> Option<NodeIdentity> {
        let value = self.value()?;
        Some(NodeIdentity::tagged(std::ptr::from_ref(value.tree()) as usize, value.index()))
    }
}

/// The value as `serde_json` has it: of repeated keys, the last.
fn plain(value: Value<'_, '_>) -> Plain {
    match value.kind() {
        ValueKind::Null | ValueKind::Invalid => Plain::Null,
        ValueKind::Bool => Plain::Bool(value.as_bool() == Some(true)),
        ValueKind::Number => Plain::Number(Digits(value).to_number().into_owned()),
        ValueKind::String => Plain::String(value.as_str().unwrap_or_default().into_owned()),
        ValueKind::Array => Plain::Array(value.elements().map(plain).collect()),
        ValueKind::Object => {
            let key = |key: Value<'_, '_>| key.as_str().unwrap_or_default().into_owned();
            Plain::Object(
                value.unique_members().map(|member| (key(member.key), plain(member.value))).collect(),
            )
        }
    }
}

/// The members of an object.
pub(super) struct Members<'a>(Value<'a, 'a>);

impl<'a> Object<'a, SpanTree> for Members<'a> {
    type Node = TreeNode<'a>;
    type MemberName = Cow<'a, str>;
    type MembersIter = NamedMembers<'a>;

    fn len(&self) -> usize {
        self.0.unique_len()
    }

    fn get(&self, key: &Box<str>) -> Option<TreeNode<'a>> {
        self.0.get(key).map(TreeNode::Value)
    }

    fn members(&self) -> NamedMembers<'a> {
        NamedMembers(self.0.unique_members())
    }
}

/// Walks over members with their names.
pub(super) struct NamedMembers<'a>(UniqueMembers<'a, 'a>);

impl<'a> Iterator for NamedMembers<'a> {
    type Item = (Cow<'a, str>, TreeNode<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        let member = self.0.next()?;
        Some((member.key.as_str().unwrap_or_default(), TreeNode::Value(member.value)))
    }
}

/// The elements of an array.
pub(super) struct Items<'a>(Value<'a, 'a>);

impl<'a> Array<'a, SpanTree> for Items<'a> {
    type Node = TreeNode<'a>;
    type ElementsIter = std::iter::Map<Elements<'a, 'a>, fn(Value<'a, 'a>) -> TreeNode<'a>>;

    fn len(&self) -> usize {
        self.0.len()
    }

    fn elements(&self) -> Self::ElementsIter {
        self.0.elements().map(TreeNode::Value)
    }

    /// Long lists usually hold only strings, and these are compared as they are.
    fn is_unique(&self) -> bool {
        let Some(mut strings) = self.0.elements().map(Value::as_str).collect::<Option<Vec<_>>>() else {
            let values: Vec<Plain> = self.0.elements().map(plain).collect();
            return unique::is_unique(&values);
        };
        // Codes are usually in the order of their numbers, which is the order of their lengths, so there is little left
        // to sort.
        strings.sort_by(|one, other| one.len().cmp(&other.len()).then_with(|| one.cmp(other)));
        strings.windows(2).all(|pair| pair[0] != pair[1])
    }
}

/// A number as it is written.
pub(super) struct Digits<'a>(Value<'a, 'a>);

impl JsonNumber for Digits<'_> {
    fn as_u64(&self) -> Option<u64> {
        self.0.as_u64()
    }

    fn as_i64(&self) -> Option<i64> {
        self.0.as_i64()
    }

    fn as_f64(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn as_str(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.0.raw())
    }

    fn to_number(&self) -> Cow<'_, Number> {
        // The tree holds no number that `serde_json` would reject; the differential test checks this.
        Cow::Owned(serde_json::from_str(self.0.raw()).unwrap_or_else(|_| Number::from(0)))
    }
}

#[cfg(test)]
mod tests {
    use jsonschema::json::conformance::{assert_conformance, document};

    use super::{SpanTree, TreeNode};
    use crate::syntax;

    #[test]
    fn the_tree_keeps_the_contract_of_the_validator() {
        let text = document().to_string();
        let (tree, errors) = syntax::parse(&text);
        assert!(errors.is_empty());
        assert_conformance::<SpanTree>(&TreeNode::Value(tree.root().expect("a document")));
    }
}
