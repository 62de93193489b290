//! Documents written in every format and read again.
#![no_main]

use ksb_fuzz::is_written;
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus { is_written(bytes) });
