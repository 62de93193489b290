//! ksb in a page of a browser: a few functions that take files and give what the reports of ksb show.
//!
//! They run in a worker. Each takes all that it needs, so nothing is kept from one call to the next.

mod answer;
mod check;
mod citing;
mod compare;
mod convert;
mod files;
mod history;
mod rules;

use wasm_bindgen::prelude::wasm_bindgen;

/// The version of ksb.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    answer::VERSION.to_owned()
}
