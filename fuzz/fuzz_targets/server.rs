//! What an editor says to `ksb server`, one message on each line.
#![no_main]
#![allow(dead_code, reason = "the target is not the command")]

#[path = "../../src/bin/ksb/server/mod.rs"]
mod server;

use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    let Ok(text) = std::str::from_utf8(bytes) else { return Corpus::Reject };
    let _said = server::replay::replay(text.lines());
    Corpus::Keep
});
