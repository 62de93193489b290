//! The comments of an Excel sheet: those that ksb wrote, and all others.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::comment::AUTHOR;
use super::super::error::OfficeError;
use super::super::splice::Edits;
use super::super::xml::{Element, Item, Xml, escaped};

/// A part without comments.
const EMPTY: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    "\n",
    r#"<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#,
    r#"<authors></authors><commentList></commentList></comments>"#
);

/// The part with the comments of a sheet.
#[derive(Debug, Default)]
pub(super) struct Notes {
    text: String,
    prefix: String,
    authors: Holder,
    comments: Holder,
    /// How many authors there are, and which one is ksb.
    count: usize,
    own_author: Option<usize>,
    /// The comments by ksb: where they are in the part.
    own: Vec<Range<usize>>,
    /// The cells of ksb's comments, and those of others.
    pub(super) own_cells: BTreeSet<String>,
    pub(super) other_cells: BTreeSet<String>,
}

/// An element that holds others: its tag, and where its content ends.
#[derive(Debug, Default)]
struct Holder {
    tag: Range<usize>,
    end: usize,
}

impl Holder {
    /// Adds XML at the end of its content, even if it is a self-closing tag.
    fn add(&self, xml: &str, text: &str, edits: &mut Edits) {
        let tag = &text[self.tag.clone()];
        match tag.strip_suffix("/>") {
            _ if xml.is_empty() => (),
            Some(head) => {
                let name = head[1..].split_whitespace().next().unwrap_or_default();
                edits.replace(self.tag.clone(), format!("{head}>{xml}</{name}>"));
            }
            None => edits.insert(self.end, xml),
        }
    }
}

impl Notes {
    /// The comments of a part; an empty part for a sheet that has none.
    pub(super) fn read(text: Option<String>) -> Result<Self, OfficeError> {
        let text = text.unwrap_or_else(|| EMPTY.to_owned());
        let mut notes = Self::default();
        let mut xml = Xml::new(&text, "comments");
        loop {
            match xml.next()? {
                Item::Open(element) => match element.name() {
                    "comments" => notes.prefix = element.prefix(),
                    "authors" => notes.authors(&element, &mut xml)?,
                    "commentList" => notes.comments(&element, &mut xml)?,
                    _ => xml.skip()?,
                },
                Item::Close | Item::Text(_) => (),
                Item::End => break,
            }
        }
        if notes.comments.tag.is_empty() || notes.authors.tag.is_empty() {
            return Err(OfficeError::Damaged("its list of comments is not complete".to_owned()));
        }
        Ok(Self { text, ..notes })
    }

    fn authors(&mut self, element: &Element<'_>, xml: &mut Xml<'_>) -> Result<(), OfficeError> {
        self.authors.tag = element.tag.clone();
        loop {
            self.authors.end = xml.position();
            match xml.next()? {
                Item::Open(_) => {
                    if text_of(xml)? == AUTHOR {
                        self.own_author.get_or_insert(self.count);
                    }
                    self.count += 1;
                }
                Item::Close | Item::End => return Ok(()),
                Item::Text(_) => (),
            }
        }
    }

    fn comments(&mut self, element: &Element<'_>, xml: &mut Xml<'_>) -> Result<(), OfficeError> {
        self.comments.tag = element.tag.clone();
        loop {
            self.comments.end = xml.position();
            match xml.next()? {
                Item::Open(comment) => {
                    xml.skip()?;
                    let author = comment.attribute("authorId").and_then(|id| id.parse().ok());
                    let cell = comment.attribute("ref").unwrap_or_default();
                    if author.is_some() && author == self.own_author {
                        self.own.push(comment.tag.start..xml.position());
                        self.own_cells.insert(cell);
                    } else {
                        self.other_cells.insert(cell);
                    }
                }
                Item::Close | Item::End => return Ok(()),
                Item::Text(_) => (),
            }
        }
    }

    /// The part with these comments, by cell, in place of those that ksb wrote before.
    pub(super) fn with(&self, comments: &[(String, String)]) -> String {
        let (x, mut edits) = (&self.prefix, Edits::default());
        for own in &self.own {
            edits.replace(own.clone(), "");
        }
        let author = self.own_author.unwrap_or(self.count);
        if self.own_author.is_none() && !comments.is_empty() {
            self.authors.add(&format!("<{x}author>{AUTHOR}</{x}author>"), &self.text, &mut edits);
        }
        let comment = |(cell, text): &(String, String)| {
            let text = escaped(text);
            format!(
                "<{x}comment ref=\"{cell}\" authorId=\"{author}\"><{x}text><{x}r><{x}t xml:space=\"preserve\">\
                 {text}</{x}t></{x}r></{x}text></{x}comment>"
            )
        };
        let all: String = comments.iter().map(comment).collect();
        self.comments.add(&all, &self.text, &mut edits);
        edits.apply(&self.text)
    }
}

/// The text of the element that began last, up to its end.
fn text_of(xml: &mut Xml<'_>) -> Result<String, OfficeError> {
    let mut text = String::new();
    loop {
        match xml.next()? {
            Item::Open(_) => xml.skip()?,
            Item::Text(more) => text.push_str(&more),
            Item::Close | Item::End => return Ok(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_comments_are_replaced_and_others_stay() {
        let read = |text: &str| Notes::read(Some(text.to_owned())).expect("XML");
        let other = r#"<comments xmlns="m"><authors><author>Ana</author></authors><commentList><comment ref="A1" authorId="0"><text/></comment></commentList></comments>"#;
        let notes = [("B2".to_owned(), "one & two".to_owned())];
        let first = read(other).with(&notes);
        assert!(first.contains("ref=\"B2\" authorId=\"1\"") && first.contains("one &amp; two"), "{first}");
        assert_eq!(read(&first).with(&notes), first);
        let again = read(&first);
        assert_eq!((again.own_cells.len(), again.other_cells.len()), (1, 1));
        assert!(!again.with(&[]).contains("B2"));
        let bare = read("<x:comments xmlns:x='m'><x:authors/><x:commentList/></x:comments>").with(&notes);
        assert_eq!(read(&bare).own_cells, ["B2".to_owned()].into());
    }
}
