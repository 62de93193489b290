//! The order of the keys in native documents: one table, with which the schemas and what `convert`
//! writes agree.

/// The keys of one sort of object, in their order.
#[derive(Debug)]
pub(super) struct Shape(&'static [(&'static str, Option<&'static Shape>)]);

impl Shape {
    /// Where a key stands; behind all others if it is not known.
    pub(super) fn place(&self, key: &str) -> usize {
        self.0.iter().position(|(known, _)| *known == key).unwrap_or(self.0.len())
    }

    /// What the objects under a key look like.
    pub(super) fn below(&self, key: &str) -> Option<&'static Self> {
        self.0.iter().find(|(known, _)| *known == key).and_then(|(_, shape)| *shape)
    }
}

/// A standard.
pub(super) const STANDARD: Shape = Shape(&[
    ("$schema", None),
    ("kind", None),
    ("reference", None),
    ("occupation", None),
    ("version", None),
    ("status", None),
    ("title", None),
    ("level", None),
    ("route", None),
    ("pathway", None),
    ("cluster", None),
    ("larsCode", None),
    ("soc2020", Some(&SOC)),
    ("regulated", None),
    ("typicalDurationMonths", None),
    ("reviewAfterMonths", None),
    ("maxFunding", None),
    ("salary", None),
    ("dates", Some(&DATES)),
    ("overview", None),
    ("banners", None),
    ("summary", None),
    ("profile", Some(&SECTION)),
    ("typicalJobTitles", Some(&JOB_TITLE)),
    ("keywords", None),
    ("employers", None),
    ("products", Some(&PRODUCT)),
    ("options", Some(&OPTION)),
    ("duties", Some(&DUTY)),
    ("knowledge", Some(&STATEMENT)),
    ("skills", Some(&STATEMENT)),
    ("behaviours", Some(&STATEMENT)),
    ("technicalKnowledge", Some(&STATEMENT)),
    ("technicalSkills", Some(&STATEMENT)),
    ("employability", Some(&STATEMENT)),
    ("versionLog", Some(&LOG_ENTRY)),
    ("source", Some(&ORIGIN)),
    ("x-ksb-ignore", Some(&IGNORE)),
]);

/// An occupational map.
pub(super) const MAP: Shape = Shape(&[
    ("$schema", None),
    ("kind", None),
    ("title", None),
    ("route", None),
    ("overview", None),
    ("legend", None),
    ("pathways", Some(&PATHWAY)),
    ("source", Some(&ORIGIN)),
]);

const SOC: Shape = Shape(&[("unitGroup", None), ("subUnitGroups", None)]);
const DATES: Shape = Shape(&[
    ("created", None),
    ("approved", None),
    ("updated", None),
    ("earliestStart", None),
    ("latestStart", None),
    ("latestEnd", None),
]);
const SECTION: Shape = Shape(&[("heading", None), ("paragraphs", None)]);
const JOB_TITLE: Shape = Shape(&[("name", None), ("green", None)]);
const PRODUCT: Shape = Shape(&[("reference", None), ("title", None), ("level", None), ("status", None)]);
const OPTION: Shape = Shape(&[("code", None), ("title", None)]);
const DUTY: Shape =
    Shape(&[("code", None), ("text", None), ("core", None), ("ksbs", None), ("options", None)]);
const STATEMENT: Shape = Shape(&[("code", None), ("text", None), ("id", None)]);
const LOG_ENTRY: Shape =
    Shape(&[("version", None), ("detail", None), ("earliestStart", None), ("latestStart", None)]);
const ORIGIN: Shape = Shape(&[("format", None), ("sha256", None)]);
const IGNORE: Shape =
    Shape(&[("rule", None), ("subject", None), ("pointer", None), ("reason", None), ("until", None)]);
const PATHWAY: Shape = Shape(&[("name", None), ("clusters", Some(&CLUSTER))]);
const CLUSTER: Shape = Shape(&[
    ("name", None),
    ("levels", None),
    ("note", None),
    ("description", None),
    ("occupations", Some(&OCCUPATION)),
]);
const OCCUPATION: Shape = Shape(&[("title", None), ("levels", None), ("degree", None), ("options", None)]);

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::syntax::{Tree, Value, parse};

    /// The objects that a schema allows at a place: one, or one for each branch of an `anyOf`; those
    /// of the items for an array.
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

    /// Compares a shape with the schema of the same object, and all below.
    fn compare(shape: &Shape, tree: &Tree<'_>, schemas: &[Value<'_, '_>], at: &str) {
        let mut described = BTreeSet::new();
        for schema in schemas {
            let properties = schema.get("properties").expect("an object");
            let mut last = 0;
            for property in properties.members() {
                let key = property.key.as_str().expect("a key").into_owned();
                let place = shape.place(&key);
                assert!(place < shape.0.len(), "{at}/{key} is not in the table");
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
        assert_eq!(described.len(), shape.0.len(), "{at}: {described:?}");
    }

    #[test]
    fn the_schemas_agree() {
        for (shape, text) in [
            (STANDARD, include_str!("../../schemas/standard.schema.json")),
            (MAP, include_str!("../../schemas/occupational-map.schema.json")),
        ] {
            let (tree, errors) = parse(text);
            assert_eq!(errors, []);
            let root = tree.root().expect("a schema");
            compare(&shape, &tree, &[root], "");
        }
    }
}
