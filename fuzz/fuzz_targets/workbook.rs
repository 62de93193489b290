//! The readers of workbooks, through the XML inside them, read as `Format::Workbook`.
#![no_main]

use ksb_fuzz::workbook_is_read;
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus { workbook_is_read(bytes) });
