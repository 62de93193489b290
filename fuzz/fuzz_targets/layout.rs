//! The layout of native JSON.
#![no_main]

use ksb_fuzz::is_laid_out;
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus { is_laid_out(bytes) });
