//! The reader of drafts as rows of cells.
#![no_main]

use ksb::model::Format;
use ksb_fuzz::is_read;
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus { is_read(bytes, Some(Format::Csv)) });
