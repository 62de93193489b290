//! Names of documents as editors give them, and paths.

use std::path::{Path, PathBuf};

/// The path that a URI of a file names. What is not a file, such as a document that was never saved, goes by its whole
/// name.
pub(super) fn path_of(uri: &str) -> PathBuf {
    let Some(rest) = uri.strip_prefix("file://") else { return PathBuf::from(uri) };
    let path = rest.find('/').map_or(rest, |at| &rest[at..]);
    let path = decoded(path);
    // `/C:/folder` is `C:/folder`.
    let drive =
        path.strip_prefix('/').filter(|inner| cfg!(windows) && inner.as_bytes().get(1) == Some(&b':'));
    PathBuf::from(drive.unwrap_or(&path))
}

/// The URI of a file, or the name of something that is not a file.
pub(super) fn uri_of(path: &Path) -> String {
    let text = path.to_string_lossy().replace('\\', "/");
    // On Windows, a path with resolved links begins like this.
    let text = text.strip_prefix("//?/").unwrap_or(&text);
    if !path.is_absolute() {
        return text.to_owned();
    }
    let front = if text.starts_with('/') { "file://" } else { "file:///" };
    let mut uri = front.to_owned();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0').to_ascii_uppercase();
            uri.extend(['%', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    uri
}

fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let (mut out, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while let Some(byte) = bytes.get(at) {
        let digit = |at: usize| bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16));
        let pair = digit(at + 1).zip(digit(at + 2)).filter(|_| *byte == b'%');
        let escaped = pair.and_then(|(high, low)| u8::try_from(high * 16 + low).ok());
        out.push(escaped.unwrap_or(*byte));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_and_uris_lead_to_each_other() {
        let path = Path::new("/a b/ü%.standard.json");
        assert_eq!(uri_of(path), "file:///a%20b/%C3%BC%25.standard.json");
        assert_eq!(path_of(&uri_of(path)), path);
        assert_eq!(path_of("file:///c%3A/x%zz"), Path::new("/c:/x%zz"));
        assert_eq!(path_of("untitled:Untitled-1"), Path::new("untitled:Untitled-1"));
    }
}
