//! The comparison of two standards and its reports.
#![no_main]

use ksb_fuzz::are_compared;
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus { are_compared(bytes) });
