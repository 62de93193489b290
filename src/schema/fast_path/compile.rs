//! Reads a schema into nodes.

use super::{
    Condition, FastPath, Index, Kinds, KnownMember, ObjectSchema, Pattern, SchemaNode, Simple, Sort,
};
use crate::syntax::{self, Value, ValueKind};

/// Keywords that apply to the members of an object.
const OF_MEMBERS: [&str; 3] = ["properties", "required", "additionalProperties"];

/// Keywords that require nothing of a value.
const NOTES: [&str; 7] = ["$schema", "$id", "$defs", "title", "description", "examples", "x-ksb-rules"];

impl FastPath {
    /// Reads a schema. Anything that is not known here is left open.
    pub(in crate::schema) fn read(schema: &str) -> Self {
        let (tree, _) = syntax::parse(schema);
        let (nodes, patterns, referred) = (Vec::new(), Vec::new(), Vec::new());
        let mut reader = Compiler { root: tree.root(), nodes, patterns, referred };
        if let Some(root) = tree.root() {
            reader.add(root);
        }
        let open = SchemaNode { sort: Sort::Open, ..SchemaNode::default() };
        let nodes = if reader.nodes.is_empty() { vec![open] } else { reader.nodes };
        Self { nodes, patterns: reader.patterns }
    }
}

struct Compiler<'t> {
    root: Option<Value<'t, 't>>,
    nodes: Vec<SchemaNode>,
    patterns: Vec<Pattern>,
    /// The schemas that others refer to, by their place in the tree.
    referred: Vec<(u32, Index)>,
}

impl<'t> Compiler<'t> {
    /// Adds a schema and everything in it. A schema that only refers to another is the same as that one.
    fn add(&mut self, schema: Value<'t, 't>) -> Index {
        let mut asks =
            schema.members().filter(|one| one.key.verbatim().is_none_or(|key| !NOTES.contains(&key)));
        if let (Some(only), None) = (asks.next(), asks.next())
            && only.key.verbatim() == Some("$ref")
            && let Some(index) = only.value.verbatim().and_then(|reference| self.referred(reference))
        {
            return index;
        }
        let index = self.nodes.len();
        self.nodes.push(SchemaNode::default());
        let node =
            self.node(schema).unwrap_or_else(|| SchemaNode { sort: Sort::Open, ..SchemaNode::default() });
        self.nodes[index] = node.settled();
        index
    }

    fn node(&mut self, schema: Value<'t, 't>) -> Option<SchemaNode> {
        let mut node = SchemaNode::default();
        if schema.kind() != ValueKind::Object {
            return schema.as_bool().filter(|all| *all).map(|_| node);
        }
        for member in schema.members() {
            let value = member.value;
            match member.key.verbatim()? {
                "type" => node.kinds = Some(kinds(value)?),
                "enum" => node.values = Some(value.elements().map(simple).collect::<Option<_>>()?),
                "minimum" => node.minimum = Some(value.as_u64()?),
                "maximum" => node.maximum = Some(value.as_u64()?),
                "pattern" => node.pattern = Some(self.pattern(value.as_str()?.into_owned())),
                "format" if value.verbatim()? == "date" => node.is_date = true,
                "uniqueItems" => node.is_unique = value.as_bool()?,
                "items" => node.items = Some(self.add(value)),
                "anyOf" => node.any_of = value.elements().map(|one| self.add(one)).collect(),
                "$ref" => node.also = Some(self.referred(&value.as_str()?)?),
                "if" => {
                    let mut branch = |key| schema.get(key).map(|branch| self.add(branch));
                    let (then, otherwise) = (branch("then"), branch("else"));
                    node.condition = Some(Condition { when: self.add(value), then, otherwise });
                }
                "then" | "else" => {}
                keyword if OF_MEMBERS.contains(&keyword) || NOTES.contains(&keyword) => {}
                _ => return None,
            }
        }
        if OF_MEMBERS.iter().any(|key| schema.get(key).is_some()) {
            node.members = Some(self.members(schema)?);
        }
        Some(node)
    }

    /// The place of a pattern; many parts of a schema have the same.
    fn pattern(&mut self, expression: String) -> Index {
        let known = self.patterns.iter().position(|known| known.expression == expression);
        known.unwrap_or_else(|| {
            self.patterns.push(Pattern::new(expression));
            self.patterns.len() - 1
        })
    }

    /// What a schema asks of members.
    fn members(&mut self, schema: Value<'t, 't>) -> Option<ObjectSchema> {
        let [properties, required, additional] = OF_MEMBERS.map(|key| schema.get(key));
        let mut known = Vec::new();
        for member in properties.into_iter().flat_map(Value::members) {
            let (key, schema) = (member.key.verbatim()?.to_owned(), Some(self.add(member.value)));
            known.push(KnownMember::new(key, schema));
        }
        for key in required.into_iter().flat_map(Value::elements) {
            let key = key.verbatim()?;
            match known.iter_mut().find(|known| known.key == key) {
                Some(known) => known.is_required = true,
                None => {
                    known.push(KnownMember { is_required: true, ..KnownMember::new(key.to_owned(), None) });
                }
            }
        }
        let is_closed = match additional {
            None => false,
            Some(additional) => !additional.as_bool()?,
        };
        // A key that is only required is not among the properties: it would have to be allowed separately.
        let are_properties = known.iter().all(|known| known.schema.is_some());
        (are_properties || !is_closed).then(|| ObjectSchema::new(known, is_closed))
    }

    /// The schema that a reference names: `#/$defs/…`.
    fn referred(&mut self, reference: &str) -> Option<Index> {
        let target = self.root?.get("$defs")?.get(reference.strip_prefix("#/$defs/")?)?;
        if let Some((_, index)) = self.referred.iter().find(|(place, _)| *place == target.index()) {
            return Some(*index);
        }
        // It is recorded before it is read, because it may refer to itself.
        self.referred.push((target.index(), self.nodes.len()));
        Some(self.add(target))
    }
}

fn kinds(value: Value<'_, '_>) -> Option<Kinds> {
    let (mut kinds, mut is_any_number) = (Kinds::default(), false);
    let one = std::iter::once(value).filter(|value| value.kind() == ValueKind::String);
    for name in one.chain(value.elements()) {
        let kind = match name.verbatim()? {
            "null" => ValueKind::Null,
            "boolean" => ValueKind::Bool,
            "integer" => {
                kinds.is_whole = true;
                ValueKind::Number
            }
            "number" => {
                is_any_number = true;
                ValueKind::Number
            }
            "string" => ValueKind::String,
            "array" => ValueKind::Array,
            "object" => ValueKind::Object,
            _ => return None,
        };
        kinds.bits |= 1 << kind as u8;
    }
    kinds.is_whole &= !is_any_number;
    Some(kinds)
}

fn simple(value: Value<'_, '_>) -> Option<Simple> {
    match value.kind() {
        ValueKind::Null => Some(Simple::Null),
        ValueKind::Bool => value.as_bool().map(Simple::Bool),
        ValueKind::Number => value.as_u64().map(Simple::Whole),
        ValueKind::String => value.as_str().map(|text| Simple::Text(text.into_owned())),
        _ => None,
    }
}
