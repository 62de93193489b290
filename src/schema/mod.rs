//! The JSON Schemas, and their faults in plain English. The only module that knows `jsonschema`.

mod fast_path;
mod fault;
mod narrow;
mod representation;
mod wording;

use std::sync::LazyLock;

use jsonschema::{Draft, PatternOptions, Validator};
use serde_json::Value as Plain;

use crate::diagnostic::Diagnostic;
use crate::source::SourceId;
use crate::syntax::Tree;
use fast_path::FastPath;
use representation::{SpanTree, TreeNode};

/// A schema that is built into the program.
#[derive(Debug)]
pub struct Schema {
    /// Its name on the command line.
    pub name: &'static str,
    /// Its text.
    pub text: &'static str,
    fast_path: LazyLock<FastPath>,
    plain: LazyLock<Plain>,
    validator: LazyLock<Validator<SpanTree>>,
}

macro_rules! schema {
    ($schema:ident, $name:literal) => {
        static $schema: Schema = Schema {
            name: $name,
            text: include_str!(concat!("../../schemas/", $name, ".schema.json")),
            fast_path: LazyLock::new(|| FastPath::read($schema.text)),
            plain: LazyLock::new(|| parsed($schema.text)),
            validator: LazyLock::new(|| compiled(&$schema.plain)),
        };
    };
}

schema!(STANDARD, "standard");
schema!(OCCUPATIONAL_MAP, "occupational-map");
schema!(STANDARDS_API, "standards-api");
schema!(MAPS_API, "maps-api");
schema!(CHECK_REPORT, "check-report");
schema!(DIFF_REPORT, "diff-report");
schema!(HISTORY, "history");
schema!(STARTS, "starts");
schema!(PROGRESSION, "progression");
schema!(MIGRATION, "migration");
schema!(RULES, "rules");
schema!(EXTRACT, "extract");
schema!(BASELINE, "baseline");
schema!(CONFIG, "config");

/// All schemas: of the native documents first, then of the official data, then of what the program writes, then
/// of its settings.
pub static ALL: [&Schema; 14] = [
    &STANDARD,
    &OCCUPATIONAL_MAP,
    &STANDARDS_API,
    &MAPS_API,
    &CHECK_REPORT,
    &DIFF_REPORT,
    &HISTORY,
    &STARTS,
    &PROGRESSION,
    &MIGRATION,
    &RULES,
    &EXTRACT,
    &BASELINE,
    &CONFIG,
];

/// The schema of a native standard.
#[must_use]
pub fn standard() -> &'static Schema {
    &STANDARD
}

/// The schema of a native occupational map.
#[must_use]
pub fn occupational_map() -> &'static Schema {
    &OCCUPATIONAL_MAP
}

/// The schema of the records of the standards API.
#[must_use]
pub fn standards_api() -> &'static Schema {
    &STANDARDS_API
}

/// The schema of the occupations of the maps API.
#[must_use]
pub fn maps_api() -> &'static Schema {
    &MAPS_API
}

/// The schema of a baseline.
#[must_use]
pub fn baseline() -> &'static Schema {
    &BASELINE
}

fn parsed(text: &str) -> Plain {
    serde_json::from_str(text).expect("an embedded schema is JSON; a test parses each")
}

/// Nothing outside the embedded text is ever fetched: `jsonschema` is built without its resolvers.
fn compiled(schema: &Plain) -> Validator<SpanTree> {
    jsonschema::options_for::<SpanTree>()
        .with_draft(Draft::Draft202012)
        .with_pattern_options(PatternOptions::regex())
        .should_validate_formats(true)
        .build(schema)
        .expect("an embedded schema is valid; a test compiles each")
}

impl Schema {
    /// What is wrong with the document in `tree` according to this schema, merged and narrowed: each mistake by an
    /// author is one diagnostic, at its place.
    #[must_use]
    pub fn faults(&self, tree: &Tree<'_>, source: SourceId) -> Vec<Diagnostic> {
        let Some(root) = tree.root() else { return Vec::new() };
        if self.fast_path.is_valid(root) == Some(true) {
            return Vec::new();
        }
        let errors = self.validator.iter_errors(TreeNode::Value(root));
        let places = tree.places();
        let faults = errors.flat_map(|error| narrow::narrow(&error, &places, &self.plain));
        wording::diagnostics(&fault::merge(faults.collect()), source)
    }

    /// Whether the document in `tree` is valid according to `jsonschema`.
    #[must_use]
    pub fn is_valid(&self, tree: &Tree<'_>) -> bool {
        tree.root().is_some_and(|root| self.validator.is_valid(TreeNode::Value(root)))
    }

    /// The same at a fraction of the cost, if it can be decided without `jsonschema`.
    #[must_use]
    pub fn fast_path(&self, tree: &Tree<'_>) -> Option<bool> {
        self.fast_path.is_valid(tree.root()?)
    }
}
