//! Versions of the samples: read from the folder, and made from each other with known changes.
#![allow(dead_code, reason = "each test file uses a part")]
#![allow(clippy::disallowed_methods, reason = "these tests read documents from a folder")]

use std::path::Path;

use ksb::diff::{Choices, Comparison, compare};
use ksb::model::Document;
use ksb::read::read;
use ksb::source::{Source, SourceId};
use serde_json::Value;

/// The pairs of versions among the samples.
pub(crate) const PAIRS: [&str; 3] =
    ["canal-lock-keeper", "orchard-technician", "archive-digitisation-technician"];

/// The lists of statements of a native document.
pub(crate) const LISTS: [&str; 3] = ["knowledge", "skills", "behaviours"];

/// A sample as JSON.
pub(crate) fn sample(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("samples/{name}.standard.json"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).expect("a sample is JSON")
}

/// All good samples of standards.
pub(crate) fn samples() -> Vec<Value> {
    let versions = PAIRS.iter().flat_map(|name| ["1.0", "1.1"].map(|version| format!("{name}-{version}")));
    versions
        .chain(["clean".to_owned(), "countryside-and-gardens".to_owned()])
        .map(|name| sample(&name))
        .collect()
}

/// Every file among the samples, good and bad, in every format.
pub(crate) fn files() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let folders = [root.clone(), root.join("broken"), root.join("pages")];
    let entries = folders.iter().flat_map(|folder| std::fs::read_dir(folder).expect("a folder of samples"));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a sample").path()).collect();
    paths.retain(|path| path.is_file());
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let text = std::fs::read_to_string(path).expect("UTF-8");
        Source::new(SourceId(0), path.to_string_lossy(), text)
    };
    paths.iter().map(read).collect()
}

/// A native document as a source.
pub(crate) fn source(json: &Value) -> Source {
    Source::new(SourceId(0), "made.standard.json", serde_json::to_string_pretty(json).expect("JSON"))
}

/// Compares two native documents and hands the comparison to `look`.
pub(crate) fn with<T>(old: &Value, new: &Value, look: impl FnOnce(&Comparison<'_>) -> T) -> T {
    let (old, new) = (source(old), source(new));
    with_sources(&old, &new, look)
}

/// Compares two documents and hands the comparison to `look`.
pub(crate) fn with_sources<T>(old: &Source, new: &Source, look: impl FnOnce(&Comparison<'_>) -> T) -> T {
    let (old, new) = (document(old), document(new));
    look(&compare(&old, &new, &Choices::default()).expect("two standards"))
}

/// What is read from a source.
pub(crate) fn document(source: &Source) -> Document<'_> {
    read(source, None).document.unwrap_or_else(|| panic!("{} is a document", source.name()))
}

/// Numbers that look random and are the same in every run.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % limit.max(1) as u64).expect("a small number")
    }

    /// Puts items in another order.
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

/// Numbers the statements of each list in order, counting from `first`, and updates the mapping.
pub(crate) fn renumber(document: &mut Value, first: usize) {
    let mut renamed = std::collections::BTreeMap::new();
    for list in LISTS {
        let Some(statements) = document[list].as_array_mut() else { continue };
        for (place, statement) in statements.iter_mut().enumerate() {
            let old = statement["code"].as_str().expect("a code").to_owned();
            let letters: String = old.chars().take_while(char::is_ascii_alphabetic).collect();
            let new = format!("{letters}{}", place + first);
            statement["code"] = new.clone().into();
            renamed.insert(old, new);
        }
    }
    for duty in document["duties"].as_array_mut().into_iter().flatten() {
        for code in duty["ksbs"].as_array_mut().into_iter().flatten() {
            let old = code.as_str().expect("a code");
            *code = renamed.get(old).map_or(old, String::as_str).to_owned().into();
        }
    }
}

/// Puts every text of statements, duties and paragraphs through `turn`.
pub(crate) fn turn_texts(document: &mut Value, turn: impl Fn(&str) -> String) {
    for list in ["knowledge", "skills", "behaviours", "duties"] {
        for item in document[list].as_array_mut().into_iter().flatten() {
            item["text"] = turn(item["text"].as_str().expect("a text")).into();
        }
    }
    for paragraph in document["summary"].as_array_mut().into_iter().flatten() {
        *paragraph = turn(paragraph.as_str().expect("a paragraph")).into();
    }
}
