//! The JSON tree compared with `serde_json`.
#![no_main]

use ksb_fuzz::is_json_to_both;
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus { is_json_to_both(bytes) });
