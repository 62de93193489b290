//! Detection of the format by content, and what follows from it.
#![no_main]

use ksb_fuzz::is_read;
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus { is_read(bytes, None) });
