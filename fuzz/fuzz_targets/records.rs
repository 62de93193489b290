//! Files with several documents: arrays, and one document on each line.
#![no_main]

use ksb_fuzz::are_split;
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus { are_split(bytes) });
