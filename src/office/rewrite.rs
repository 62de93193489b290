//! A package with some parts changed: all others stay the same, byte for byte.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::error::OfficeError;

/// The archive with these parts in place of those with the same names; new ones go at its end.
pub(super) fn rewritten(bytes: &[u8], mut parts: BTreeMap<String, String>) -> Result<Vec<u8>, OfficeError> {
    let mut old = ZipArchive::new(Cursor::new(bytes)).map_err(|error| failed(&error))?;
    let mut new = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for index in 0..old.len() {
        let file = old.by_index_raw(index).map_err(|error| failed(&error))?;
        let name = file.name().map_err(|error| failed(&error))?.into_owned();
        match parts.remove(&name) {
            Some(text) => put(&mut new, &name, &text, options)?,
            None => new.raw_copy_file(file).map_err(|error| failed(&error))?,
        }
    }
    for (name, text) in &parts {
        put(&mut new, name, text, options)?;
    }
    Ok(new.finish().map_err(|error| failed(&error))?.into_inner())
}

fn put(
    new: &mut ZipWriter<Cursor<Vec<u8>>>,
    name: &str,
    text: &str,
    options: SimpleFileOptions,
) -> Result<(), OfficeError> {
    new.start_file(name, options).map_err(|error| failed(&error))?;
    new.write_all(declared(text).as_bytes()).map_err(|error| failed(&error.into()))
}

/// The XML without a declaration that it is UTF-16, which it was before it was read.
fn declared(text: &str) -> &str {
    let end = text.find("?>").filter(|_| text.starts_with("<?xml"));
    match end.map(|end| text.split_at(end + 2)) {
        Some((declaration, rest)) if declaration.to_ascii_uppercase().contains("UTF-16") => rest,
        _ => text,
    }
}

fn failed(error: &zip::result::ZipError) -> OfficeError {
    OfficeError::Damaged(format!("ksb cannot rewrite it ({error})"))
}

#[cfg(test)]
mod tests {
    use super::declared;

    #[test]
    fn what_is_written_is_not_said_to_be_utf_16() {
        assert_eq!(declared("<?xml version='1.0' encoding='utf-16'?><a/>"), "<a/>");
        for kept in ["<?xml version='1.0' encoding='UTF-8'?><a/>", "<a>UTF-16</a>"] {
            assert_eq!(declared(kept), kept);
        }
    }
}
