//! The names of files as URIs.

use std::fmt::Write;

use super::super::text::with_slashes;

/// The URI of a file: relative where its name is, percent-encoded (RFC 3986).
pub(super) fn uri(name: &str) -> String {
    let path = with_slashes(name);
    let has_drive = path.as_bytes().get(1) == Some(&b':') && cfg!(windows);
    let start = match path.strip_prefix('/') {
        Some(_) => "file://",
        None if has_drive => "file:///",
        None => "",
    };
    let mut uri = start.to_owned();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            let _infallible = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn names_are_encoded() {
        assert_eq!(uri("docs/a b’s ü#1%.json"), "docs/a%20b%E2%80%99s%20%C3%BC%231%25.json");
        assert_eq!(uri("a:b?.json"), "a%3Ab%3F.json");
        assert_eq!(uri("<stdin>"), "%3Cstdin%3E");
        assert_eq!(uri("../a.json"), "../a.json");
    }

    #[cfg(not(windows))]
    #[test]
    fn a_whole_path_is_a_file_uri() {
        assert_eq!(uri("/tmp/a b.json"), "file:///tmp/a%20b.json");
        assert_eq!(uri("a\\b.json"), "a%5Cb.json");
    }
}
