//! The settings, `ksb.toml`.
#![no_main]

use ksb_fuzz::are_settings;
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus { are_settings(bytes) });
