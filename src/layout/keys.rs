//! The keys of native documents and their order: one table, which reading and writing both use and the schemas agree
//! with.

use std::sync::LazyLock;

use crate::facts::{FACTS, FactRow};

/// The keys of one kind of object, in order, and what the objects below them look like.
#[derive(Debug)]
pub(crate) struct Shape {
    /// The keys.
    pub(crate) keys: Vec<&'static str>,
    below: Vec<(&'static str, &'static LazyLock<Shape>)>,
}

impl Shape {
    /// The position of a key: after all others if it is not known.
    pub(super) fn place(&self, key: &str) -> usize {
        self.keys.iter().position(|known| *known == key).unwrap_or(self.keys.len())
    }

    /// What the objects under a key look like.
    pub(super) fn below(&self, key: &str) -> Option<&'static Self> {
        self.below.iter().find(|(known, _)| *known == key).map(|(_, shape)| &***shape)
    }

    /// Objects with no objects below.
    fn flat(keys: &[&'static str]) -> Self {
        Self { keys: keys.to_vec(), below: Vec::new() }
    }
}

/// A standard: the facts, and everything that has a place of its own.
pub(crate) static STANDARD: LazyLock<Shape> = LazyLock::new(|| {
    let mut keys = vec!["$schema", "kind"];
    for row in &FACTS {
        let (object, key) = row.path();
        let key = object.unwrap_or(key);
        if keys.last() != Some(&key) {
            keys.push(key);
        }
    }
    keys.extend([
        "banners",
        "summary",
        "profile",
        "typicalJobTitles",
        "keywords",
        "employers",
        "products",
        "progression",
        "options",
        "duties",
        "knowledge",
        "skills",
        "behaviours",
        "technicalKnowledge",
        "technicalSkills",
        "employability",
        "versionLog",
        "source",
        "x-ksb-ignore",
    ]);
    Shape {
        keys,
        below: vec![
            ("soc2020", &SOC),
            ("dates", &DATES),
            ("profile", &SECTION),
            ("typicalJobTitles", &JOB_TITLE),
            ("products", &PRODUCT),
            ("progression", &PROGRESSION),
            ("options", &OPTION),
            ("duties", &DUTY),
            ("knowledge", &STATEMENT),
            ("skills", &STATEMENT),
            ("behaviours", &STATEMENT),
            ("technicalKnowledge", &STATEMENT),
            ("technicalSkills", &STATEMENT),
            ("employability", &STATEMENT),
            ("versionLog", &LOG_ENTRY),
            ("source", &ORIGIN),
            ("x-ksb-ignore", &IGNORE),
        ],
    }
});

/// An occupational map.
pub(crate) static MAP: LazyLock<Shape> = LazyLock::new(|| Shape {
    keys: vec!["$schema", "kind", "title", "route", "overview", "legend", "pathways", "source"],
    below: vec![("pathways", &PATHWAY), ("source", &ORIGIN)],
});

/// The facts that are in the object under this key.
fn facts_in(object: &str) -> Shape {
    let paths = FACTS.iter().map(FactRow::path);
    Shape::flat(&paths.filter(|path| path.0 == Some(object)).map(|path| path.1).collect::<Vec<_>>())
}

/// The SOC 2020 codes.
pub(crate) static SOC: LazyLock<Shape> = LazyLock::new(|| facts_in("soc2020"));
/// The dates.
pub(crate) static DATES: LazyLock<Shape> = LazyLock::new(|| facts_in("dates"));
/// A theme of the old template.
pub(crate) static SECTION: LazyLock<Shape> = LazyLock::new(|| Shape::flat(&["heading", "paragraphs"]));
/// A job title that is more than plain text.
pub(crate) static JOB_TITLE: LazyLock<Shape> = LazyLock::new(|| Shape::flat(&["name", "green"]));
/// An apprenticeship or a qualification.
pub(crate) static PRODUCT: LazyLock<Shape> =
    LazyLock::new(|| Shape::flat(&["reference", "title", "level", "status"]));
/// A link to another occupation.
pub(crate) static PROGRESSION: LazyLock<Shape> =
    LazyLock::new(|| Shape::flat(&["direction", "reference", "title", "level"]));
/// An option.
pub(crate) static OPTION: LazyLock<Shape> = LazyLock::new(|| Shape::flat(&["code", "title"]));
/// A duty.
pub(crate) static DUTY: LazyLock<Shape> =
    LazyLock::new(|| Shape::flat(&["code", "text", "core", "ksbs", "options"]));
/// A statement.
pub(crate) static STATEMENT: LazyLock<Shape> = LazyLock::new(|| Shape::flat(&["code", "text", "id"]));
/// A line of the version log.
pub(crate) static LOG_ENTRY: LazyLock<Shape> =
    LazyLock::new(|| Shape::flat(&["version", "detail", "earliestStart", "latestStart"]));
/// What a document was converted from.
pub(crate) static ORIGIN: LazyLock<Shape> = LazyLock::new(|| Shape::flat(&["format", "sha256"]));
/// A finding to ignore.
pub(crate) static IGNORE: LazyLock<Shape> =
    LazyLock::new(|| Shape::flat(&["rule", "subject", "pointer", "reason", "until"]));
/// A pathway of a map.
pub(crate) static PATHWAY: LazyLock<Shape> =
    LazyLock::new(|| Shape { keys: vec!["name", "clusters"], below: vec![("clusters", &CLUSTER)] });
/// A cluster of a pathway.
pub(crate) static CLUSTER: LazyLock<Shape> = LazyLock::new(|| Shape {
    keys: vec!["name", "levels", "note", "description", "occupations"],
    below: vec![("occupations", &OCCUPATION)],
});
/// An occupation of a cluster.
pub(crate) static OCCUPATION: LazyLock<Shape> =
    LazyLock::new(|| Shape::flat(&["title", "levels", "degree", "options"]));

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::syntax::{Tree, Value, parse};

    /// The objects that a schema allows at a place: one, or one for each branch of an `anyOf`; for an array, those of
    /// its items.
    fn objects<'t, 's>(tree: &'t Tree<'s>, schema: Value<'t, 's>) -> Vec<Value<'t, 's>> {
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            let target = tree.resolve(reference.trim_start_matches('#')).expect("a definition");
            return objects(tree, target);
        }
        if schema.get("properties").is_some() {
            return vec![schema];
        }
        let branches = schema.get("anyOf").into_iter().flat_map(Value::elements);
        branches.chain(schema.get("items")).flat_map(|one| objects(tree, one)).collect()
    }

    /// Compares a shape, and everything below it, with the schema of the same object.
    fn compare(shape: &Shape, tree: &Tree<'_>, schemas: &[Value<'_, '_>], at: &str) {
        let mut described = BTreeSet::new();
        for schema in schemas {
            let properties = schema.get("properties").expect("an object");
            let mut last = 0;
            for property in properties.members() {
                let key = property.key.as_str().expect("a key").into_owned();
                let place = shape.place(&key);
                assert!(place < shape.keys.len(), "{at}/{key} is not in the table");
                assert!(place >= last, "{at}/{key} stands too late in the schema");
                last = place;
                let below = objects(tree, property.value);
                match shape.below(&key) {
                    Some(shape) => compare(shape, tree, &below, &format!("{at}/{key}")),
                    None => assert!(below.is_empty(), "{at}/{key} has objects below"),
                }
                described.insert(key);
            }
        }
        assert_eq!(described.len(), shape.keys.len(), "{at}: {described:?}");
    }

    #[test]
    fn the_schemas_agree() {
        for (shape, text) in [
            (&STANDARD, include_str!("../../schemas/standard.schema.json")),
            (&MAP, include_str!("../../schemas/occupational-map.schema.json")),
        ] {
            let (tree, errors) = parse(text);
            assert_eq!(errors, []);
            let root = tree.root().expect("a schema");
            compare(shape, &tree, &[root], "");
        }
    }
}
