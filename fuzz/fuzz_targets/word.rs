//! The reader of Word documents, and the writer of comments, through the XML inside them, read as
//! `Format::WordDocument`.
#![no_main]

use ksb_fuzz::word_is_read;
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus { word_is_read(bytes) });
