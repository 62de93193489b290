//! Conversion to the native document.
#![no_main]

use ksb_fuzz::is_converted;
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus { is_converted(bytes) });
