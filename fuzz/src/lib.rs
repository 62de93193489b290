//! What the fuzz targets do with their bytes: they test the laws that the tests of ksb try on other inputs.

#[path = "../../tests/laws/mod.rs"]
mod laws;

use ksb::fix::Fixes;
use ksb::model::Format;
use ksb::read::encoding::decode;
use ksb::read::format_of;
use ksb::source::SourceId;
use laws::{comparing, editing, office, reading, records, settings, tree, writing};
use libfuzzer_sys::Corpus;

/// Any text can be read as `from`, or as what it looks like, checked and shown.
#[must_use]
pub fn is_read(bytes: &[u8], from: Option<Format>) -> Corpus {
    with_text(bytes, |text| reading::is_read(text, from))
}

/// A Word document with this XML is read or refused, and comments can be written into it.
#[must_use]
pub fn word_is_read(xml: &[u8]) -> Corpus {
    office::word_is_read(xml);
    Corpus::Keep
}

/// A workbook with this XML is read or refused.
#[must_use]
pub fn workbook_is_read(xml: &[u8]) -> Corpus {
    office::workbook_is_read(xml);
    Corpus::Keep
}

/// A file with several documents is split, and they are checked together.
#[must_use]
pub fn are_split(bytes: &[u8]) -> Corpus {
    with_text(bytes, records::are_split)
}

/// Converting a converted document changes nothing.
#[must_use]
pub fn is_converted(bytes: &[u8]) -> Corpus {
    with_text(bytes, |text| reading::is_converted(text, some_format(text)))
}

/// A document says the same in every format that it is written in.
#[must_use]
pub fn is_written(bytes: &[u8]) -> Corpus {
    with_text(bytes, |text| writing::is_written(text, some_format(text)))
}

/// The JSON tree gives the same verdict and values as `serde_json`.
#[must_use]
pub fn is_json_to_both(bytes: &[u8]) -> Corpus {
    let Ok(text) = std::str::from_utf8(bytes) else { return Corpus::Reject };
    let _is_json = tree::is_as_serde_reads_it(text);
    Corpus::Keep
}

/// JSON is laid out, and keeps its meaning.
#[must_use]
pub fn is_laid_out(bytes: &[u8]) -> Corpus {
    with_text(bytes, editing::is_laid_out)
}

/// Fixing terminates with a document that can be read; a renumbered document stays renumbered.
#[must_use]
pub fn is_fixed(bytes: &[u8]) -> Corpus {
    let which = if bytes.len().is_multiple_of(2) { Fixes::Safe } else { Fixes::All };
    with_text(bytes, |text| {
        editing::is_fixed(text, some_format(text), which);
        editing::is_renumbered(text, some_format(text));
    })
}

/// Settings are read, and what is wrong in them has a place.
#[must_use]
pub fn are_settings(bytes: &[u8]) -> Corpus {
    with_text(bytes, settings::are_read)
}

/// Two documents, with a line of `=====` between them, are compared.
#[must_use]
pub fn are_compared(bytes: &[u8]) -> Corpus {
    with_text(bytes, comparing::are_compared)
}

/// Does something with bytes as the text that the command would decode them to; what it would refuse is not worth
/// keeping.
fn with_text(bytes: &[u8], use_it: impl FnOnce(&str)) -> Corpus {
    let Ok((source, _)) = decode(SourceId(0), "any", bytes.to_vec()) else { return Corpus::Reject };
    use_it(source.text());
    Corpus::Keep
}

/// What a text looks like, or otherwise some format, as if the user had named it.
fn some_format(text: &str) -> Option<Format> {
    let named = || Format::ALL[text.len() % Format::ALL.len()];
    Some(format_of(text).unwrap_or_else(named))
}
