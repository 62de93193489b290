//! The encoding of a file: what is reported about bytes that are not text, or not quite.

use super::looks_like::bytes::binary_of;
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::office::{self, OfficeError, TrackedChanges};
use crate::source::{self, DecodeError, Decoded, Encoding, Source, SourceId, Span};

/// The rule that reports every input that cannot be read.
pub const UNREADABLE_FILE: &str = "unreadable-file";

/// The rule that reports text in another encoding.
const OTHER_ENCODING: &str = "other-encoding";

/// The rule that reports a byte order mark.
pub(super) const BYTE_ORDER_MARK: &str = "byte-order-mark";

/// How many of the invalid bytes are pointed out.
const SHOWN: usize = 3;

/// Says that the input with this number cannot be read, and why.
pub fn unreadable(id: SourceId, why: impl Into<String>) -> Diagnostic {
    let nowhere = Label::new(id, Span::at(0), "");
    Diagnostic::new(UNREADABLE_FILE, Severity::Error, "file", why, nowhere)
}

/// Decodes the bytes of the file `name`: its text, and what is wrong with its encoding.
///
/// # Errors
/// The one diagnostic that says why the bytes are not text at all.
pub fn decode(
    id: SourceId,
    name: &str,
    bytes: Vec<u8>,
) -> Result<(Source, Vec<Diagnostic>), Box<Diagnostic>> {
    decode_in(id, name, bytes, TrackedChanges::default())
}

/// The same; for a document with tracked changes, the text in the state given by `changes`.
///
/// # Errors
/// The one diagnostic that says why the bytes are not text at all.
pub fn decode_in(
    id: SourceId,
    name: &str,
    bytes: Vec<u8>,
    changes: TrackedChanges,
) -> Result<(Source, Vec<Diagnostic>), Box<Diagnostic>> {
    match office::container_of(&bytes) {
        Ok(Some(container)) => {
            let extracted = office::extract(&bytes, container, changes);
            let extracted = extracted.map_err(|error| Box::new(unopened(id, &error)))?;
            return Ok((Source::extracted(id, name, extracted), Vec::new()));
        }
        Ok(None) => (),
        Err(error) => return Err(Box::new(unopened(id, &error))),
    }
    if let Some(binary) = binary_of(&bytes).filter(|_| !source::is_text(&bytes)) {
        let why = format!("this is {}, which is not text", binary.noun);
        return Err(Box::new(unreadable(id, why).help(binary.help)));
    }
    let Decoded { source, invalid } =
        source::decode(id, name, bytes).map_err(|error| Box::new(undecodable(id, error)))?;
    let found = [invalid_utf8(id, &invalid), other_encoding(&source), byte_order_mark(&source)];
    Ok((source, found.into_iter().flatten().collect()))
}

fn unopened(id: SourceId, error: &OfficeError) -> Diagnostic {
    let help = match error {
        OfficeError::Damaged(_) => "open it in the program that made it, and save it again",
        OfficeError::Encrypted => "open it with its password, and save a copy without one",
        OfficeError::TooLarge(_) => "copy the standard into its own document",
    };
    unreadable(id, error.to_string()).help(help)
}

fn undecodable(id: SourceId, error: DecodeError) -> Diagnostic {
    let help = match error {
        DecodeError::Utf16 => "save the file as UTF-8",
        DecodeError::Binary(_) => {
            "use a Word document, a workbook or a text file: JSON, HTML, Markdown, CSV or plain text"
        }
        DecodeError::TooLarge => "split the file into smaller ones",
    };
    unreadable(id, error.to_string()).help(help)
}

fn invalid_utf8(id: SourceId, invalid: &[Span]) -> Option<Diagnostic> {
    let (first, rest) = invalid.split_first()?;
    let message = match rest.len() {
        0 => "1 place in the file cannot be read as UTF-8".to_owned(),
        more => format!("{} places in the file cannot be read as UTF-8", more + 1),
    };
    let label = |span: &Span| Label::new(id, *span, "this cannot be read");
    let mut found = Diagnostic::new("invalid-utf8", Severity::Error, "file", message, label(first)).help(
        "retype the characters that belong here (often quotation marks or dashes) and save the file as UTF-8",
    );
    found.labels.extend(rest.iter().take(SHOWN - 1).map(label));
    Some(found)
}

/// What is reported about text that was decoded: where the first letter is that other programs may show differently.
fn other_encoding(source: &Source) -> Option<Diagnostic> {
    let encoding = source.encoding();
    if encoding == Encoding::Utf8 {
        return None;
    }
    let name = encoding.name();
    let first = source.text().char_indices().find(|(_, c)| !c.is_ascii());
    let (place, what) = match first.filter(|_| encoding == Encoding::Windows1252) {
        Some((at, c)) => (Span::new(at, at + c.len_utf8()), "the first byte that is not UTF-8"),
        None => (Span::at(0), ""),
    };
    let message = format!("the file is in {name}, not in UTF-8");
    let found = Diagnostic::new(
        OTHER_ENCODING,
        Severity::Warning,
        "file",
        message,
        Label::new(source.id(), place, what),
    );
    Some(found.help(format!(
        "save it as UTF-8, which all programs read the same way; this time it was read as {name}"
    )))
}

fn byte_order_mark(source: &Source) -> Option<Diagnostic> {
    let mark = Span::new(0, source.bom_len());
    let label = Label::new(source.id(), mark, "3 invisible bytes come before the text");
    let message = "the file starts with a byte order mark";
    let found = Diagnostic::new(BYTE_ORDER_MARK, Severity::Warning, "file", message, label)
        .help("save the file as UTF-8 without a byte order mark: some programs that read JSON reject it")
        .fix(true, mark, "");
    (!mark.is_empty()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(bytes: &[u8]) -> Vec<Diagnostic> {
        decode(SourceId(4), "x", bytes.to_vec()).expect("text").1
    }

    #[test]
    fn invalid_bytes_are_one_finding() {
        let found = found(b"a\xffb\xffc\xffd\xff");
        assert_eq!(found.len(), 1);
        assert!(found[0].message.contains("4 places"));
        assert_eq!(found[0].labels.len(), 3);
        assert_eq!(found[0].labels[1].span, Span::new(3, 4));
    }

    #[test]
    fn a_byte_order_mark_can_be_removed() {
        let found = found("\u{feff}{}".as_bytes());
        let fix = found[0].fix.as_ref().expect("a fix");
        assert!(fix.safe);
        assert_eq!((fix.edits[0].span, fix.edits[0].replacement.as_str()), (Span::new(0, 3), ""));
    }

    #[test]
    fn plain_text_has_nothing_to_report() {
        assert_eq!(found("‘fine’".as_bytes()), []);
        assert_eq!(found(b""), []);
    }

    #[test]
    fn a_document_from_another_program_is_named() {
        let why = |bytes: &[u8]| {
            let error = decode(SourceId(4), "x", bytes.to_vec()).expect_err("no text");
            assert_eq!(error.rule, UNREADABLE_FILE);
            error.message
        };
        assert!(why(b"PK\x03\x04\0\0ppt/presentation.xml").contains("a presentation"));
        assert!(why(b"PK\x03\x04\0\0word/document.xml").contains("damaged"));
        assert_eq!(found(b"BMI is a figure."), []);
    }

    #[test]
    fn what_is_not_text_is_unreadable() {
        let error = decode(SourceId(4), "x", b"\xff\xfe{\0}\0".to_vec()).expect_err("JSON in UTF-16");
        assert_eq!((error.rule, error.primary().source), (UNREADABLE_FILE, SourceId(4)));
        assert!(error.message.contains("UTF-16"));
    }

    #[test]
    fn another_encoding_is_reported() {
        let of = |bytes: &[u8]| {
            let found = found(bytes);
            (found.len(), found[0].rule, found[0].message.clone(), found[0].primary().span)
        };
        let message = |name| format!("the file is in {name}, not in UTF-8");
        assert_eq!(of(b"a \x93b\x94"), (1, "other-encoding", message("Windows-1252"), Span::new(2, 5)));
        assert_eq!(of(b"\xff\xfeK\0"), (1, "other-encoding", message("UTF-16"), Span::at(0)));
        assert_eq!(of(b"BM says \x93b\x94").1, "other-encoding");
    }
}
