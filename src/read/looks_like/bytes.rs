//! What bytes that are not text look like.

use memchr::memmem;

use super::{COPY_TEXT, SAVE_OFFICE, SAVE_TEXT, SAVE_WORD};

/// What a file is, and what to do with it.
pub(in crate::read) struct Binary {
    /// The noun, with its article.
    pub(in crate::read) noun: &'static str,
    /// What to do.
    pub(in crate::read) help: &'static str,
}

const GIVE_TEXT: &str = "use a text file: JSON, HTML or plain text in UTF-8";
const UNPACK: &str = "unpack it and use one of the files in it";

/// How files begin, from which byte on, and what they are. The contents of a zip are looked at.
static BEGINNINGS: [(usize, &[u8], Binary); 34] = [
    (0, b"%PDF-", binary("a PDF", COPY_TEXT)),
    (
        0,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        binary("an old Office document (such as .doc or .xls)", SAVE_OFFICE),
    ),
    (0, b"{\\rtf", binary("a rich text document", SAVE_WORD)),
    (0, b"\x89PNG\r\n", binary("an image", COPY_TEXT)),
    (0, b"\xff\xd8\xff", binary("an image", COPY_TEXT)),
    (0, b"GIF8", binary("an image", COPY_TEXT)),
    (0, b"BM", binary("an image", COPY_TEXT)),
    (0, b"II*\0", binary("an image", COPY_TEXT)),
    (0, b"MM\0*", binary("an image", COPY_TEXT)),
    (0, b"\0\0\x01\0", binary("an image", COPY_TEXT)),
    (8, b"WEBP", binary("an image", COPY_TEXT)),
    (4, b"ftyp", binary("a video or image", COPY_TEXT)),
    (0, b"RIFF", binary("audio or video", GIVE_TEXT)),
    (0, b"OggS", binary("audio or video", GIVE_TEXT)),
    (0, b"ID3", binary("audio", GIVE_TEXT)),
    (0, b"fLaC", binary("audio", GIVE_TEXT)),
    (0, b"\x1f\x8b", binary("a compressed file", UNPACK)),
    (0, b"BZh", binary("a compressed file", UNPACK)),
    (0, b"\xfd7zXZ\0", binary("a compressed file", UNPACK)),
    (0, b"\x28\xb5\x2f\xfd", binary("a compressed file", UNPACK)),
    (0, b"7z\xbc\xaf\x27\x1c", binary("an archive", UNPACK)),
    (0, b"Rar!", binary("an archive", UNPACK)),
    (0, b"!<arch>", binary("an archive", UNPACK)),
    (257, b"ustar", binary("an archive", UNPACK)),
    (0, b"\x7fELF", binary("a program", GIVE_TEXT)),
    (0, b"MZ", binary("a program", GIVE_TEXT)),
    (0, b"\xcf\xfa\xed\xfe", binary("a program", GIVE_TEXT)),
    (0, b"\xca\xfe\xba\xbe", binary("a program", GIVE_TEXT)),
    (0, b"\0asm", binary("a program", GIVE_TEXT)),
    (0, b"SQLite format 3\0", binary("a database", GIVE_TEXT)),
    (0, b"wOF", binary("a font", GIVE_TEXT)),
    (0, b"OTTO", binary("a font", GIVE_TEXT)),
    (0, b"\0\x01\0\0", binary("a font", GIVE_TEXT)),
    (0, b"true\0", binary("a font", GIVE_TEXT)),
];

/// What a zip holds, by the names of files in it.
static IN_ZIP: [(&[u8], Binary); 6] = [
    (b"xl/workbook.", binary("a spreadsheet", SAVE_TEXT)),
    (b"ppt/presentation.xml", binary("a presentation", SAVE_TEXT)),
    (b"mimetypeapplication/vnd.oasis.opendocument.text", binary("a word-processing document", SAVE_WORD)),
    (b"mimetypeapplication/vnd.oasis.opendocument.presentation", binary("a presentation", SAVE_TEXT)),
    (b"mimetypeapplication/epub+zip", binary("an e-book", SAVE_TEXT)),
    (b"PK", binary("a zip archive", UNPACK)),
];

const fn binary(noun: &'static str, help: &'static str) -> Binary {
    Binary { noun, help }
}

/// What bytes that are not text look like, or `None` if that is not clear.
pub(in crate::read) fn binary_of(bytes: &[u8]) -> Option<&'static Binary> {
    const ZIP: &[u8] = b"PK\x03\x04";
    if bytes.starts_with(ZIP) {
        let held = IN_ZIP.iter().find(|(name, _)| memmem::find(bytes, name).is_some());
        return held.map(|(_, binary)| binary);
    }
    let begins =
        |from: usize, beginning: &[u8]| bytes.get(from..).is_some_and(|rest| rest.starts_with(beginning));
    BEGINNINGS.iter().find(|(from, beginning, _)| begins(*from, beginning)).map(|(.., binary)| binary)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_how_they_begin() {
        let noun = |bytes: &[u8]| binary_of(bytes).map(|binary| binary.noun);
        assert_eq!(noun(b"%PDF-1.7\n"), Some("a PDF"));
        assert_eq!(noun(b"RIFF\x10\0\0\0WEBPVP8 "), Some("an image"));
        assert_eq!(noun(b"PK\x03\x04\x14\0..ppt/presentation.xml.."), Some("a presentation"));
        assert_eq!(noun(b"PK\x03\x04\x14\0..xl/workbook.bin.."), Some("a spreadsheet"));
        assert_eq!(noun(b"PK\x03\x04\x14\0..a.txt"), Some("a zip archive"));
        assert_eq!(noun(b"\x7fELF\x02\x01"), Some("a program"));
        assert_eq!((noun(b""), noun(b"K1 \0"), noun(b"PK")), (None, None, None));
    }
}
