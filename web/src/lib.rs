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

#[wasm_bindgen]
extern "C" {
    /// Tells the page what went wrong in ksb itself.
    #[wasm_bindgen(js_namespace = globalThis, js_name = ksbPanicked)]
    fn tell_panic(message: &str);
}

/// Sees to it that the page can say what went wrong in ksb itself.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| tell_panic(&panic.to_string())));
}

/// The version of ksb.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    answer::VERSION.to_owned()
}
