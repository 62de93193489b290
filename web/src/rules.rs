//! The pages of rules.

use ksb::report::rules;
use ksb::rules::ALL;
use wasm_bindgen::prelude::wasm_bindgen;

/// The page of a rule, as part of an HTML page, or `None` if there is no such rule.
#[wasm_bindgen]
#[must_use]
pub fn rule(name: &str) -> Option<String> {
    let meta = ALL.iter().map(|rule| rule.meta()).find(|meta| meta.name == name)?;
    Some(rules::html(meta))
}
