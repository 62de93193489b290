//! The fixes of findings.
#![no_main]

use ksb_fuzz::is_fixed;
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus { is_fixed(bytes) });
