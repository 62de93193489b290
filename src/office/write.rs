//! New documents: their parts, and the archive around them. The same content gives the same bytes.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::xml::escaped;

/// An archive of these parts, in this order. It contains no dates or times.
pub(super) fn archive(parts: &[(&str, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, text) in parts {
        let written = zip.start_file(*name, options).map(|()| zip.write_all(text.as_bytes()));
        written.expect("the name of a part is short").expect("memory takes all that is written to it");
    }
    zip.finish().expect("memory takes all that is written to it").into_inner()
}

/// XML that is built up piece by piece.
#[derive(Debug)]
pub(super) struct Markup {
    text: String,
    open: Vec<&'static str>,
}

/// The attributes of an element.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Markup {
    /// A part whose first element is this one.
    pub(super) fn new(root: &'static str, attributes: Attributes<'_>) -> Self {
        let text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned();
        Self { text, open: Vec::new() }.open(root, attributes)
    }

    /// Begins an element.
    pub(super) fn open(mut self, name: &'static str, attributes: Attributes<'_>) -> Self {
        self.tag(name, attributes, ">");
        self.open.push(name);
        self
    }

    /// Ends the element that began last.
    pub(super) fn close(mut self) -> Self {
        if let Some(name) = self.open.pop() {
            self.text.extend(["</", name, ">"]);
        }
        self
    }

    /// An element with nothing in it.
    pub(super) fn empty(mut self, name: &'static str, attributes: Attributes<'_>) -> Self {
        self.tag(name, attributes, "/>");
        self
    }

    /// Text.
    pub(super) fn text(mut self, text: &str) -> Self {
        self.text.push_str(&escaped(text));
        self
    }

    /// Whatever `more` adds for each of the items.
    pub(super) fn each<T>(
        self,
        items: impl IntoIterator<Item = T>,
        more: impl FnMut(Self, T) -> Self,
    ) -> Self {
        items.into_iter().fold(self, more)
    }

    /// The part, with everything that is still open closed.
    pub(super) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self = self.close();
        }
        self.text
    }

    fn tag(&mut self, name: &str, attributes: Attributes<'_>, end: &str) {
        self.text.extend(["<", name]);
        for (key, value) in attributes {
            self.text.extend([" ", key, "=\"", &escaped(value), "\""]);
        }
        self.text.push_str(end);
    }
}

/// The part that gives the type of each part, by the ending of its name or by its name.
pub(super) fn content_types(parts: &[(&str, &str)]) -> (&'static str, String) {
    const XML: &str = "application/xml";
    const RELATIONSHIPS: &str = "application/vnd.openxmlformats-package.relationships+xml";
    let types =
        Markup::new("Types", &[("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")])
            .empty("Default", &[("Extension", "rels"), ("ContentType", RELATIONSHIPS)])
            .empty("Default", &[("Extension", "xml"), ("ContentType", XML)])
            .each(parts, |types, (name, content)| {
                types.empty("Override", &[("PartName", name), ("ContentType", content)])
            });
    ("[Content_Types].xml", types.finish())
}

/// The part that says how one part relates to others: the last word of each relationship's type, and its target.
pub(super) fn relationships(name: &'static str, targets: &[(&str, &str)]) -> (&'static str, String) {
    const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    let namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
    let relationships = Markup::new("Relationships", &[("xmlns", namespace)]).each(
        (1..).zip(targets),
        |relationships, (number, (kind, target)): (u32, _)| {
            let id = format!("rId{number}");
            let kind = format!("{TYPES}{kind}");
            relationships.empty("Relationship", &[("Id", &id), ("Type", &kind), ("Target", target)])
        },
    );
    (name, relationships.finish())
}
