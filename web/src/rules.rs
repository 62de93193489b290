//! The pages of rules.

use ksb::report::rules;
use ksb::rules::ALL;
use wasm_bindgen::prelude::wasm_bindgen;

/// The page of a rule, as a part of a page of HTML; nothing if there is no such rule.
#[wasm_bindgen]
#[must_use]
pub fn rule(name: &str) -> Option<String> {
    let meta = ALL.iter().map(|rule| rule.meta()).find(|meta| meta.name == name)?;
    Some(rules::html(meta))
}
