//! ksb in a browser page: a few functions that take files and return what the reports of ksb show.
//!
//! They run in a worker. Each takes everything that it needs, so nothing is kept from one call to the next.

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
    /// Tells the page what went wrong inside ksb.
    #[wasm_bindgen(js_namespace = globalThis, js_name = ksbPanicked)]
    fn tell_panic(message: &str);
}

/// Makes sure that the page can say what went wrong inside ksb.
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
