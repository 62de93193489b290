//! Documents in every format that is written, read again.
#![no_main]

use ksb_fuzz::is_written;
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus { is_written(bytes) });
