//! The comments of a document: those that ksb wrote, and all others.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::super::comment::{Author, Comment};
use super::super::error::OfficeError;
use super::super::splice::Edits;
use super::super::xml::{Element, Item, Xml, escaped};
use super::raw::with_id;

/// A comment that is in the document.
#[derive(Debug)]
struct Written {
    id: u32,
    author: String,
    text: String,
    /// Its tag, within the part.
    tag: Range<usize>,
    /// Where it is in the part.
    xml: Range<usize>,
}

/// The part with the comments.
#[derive(Debug)]
pub(super) struct Comments {
    text: String,
    prefix: String,
    author: Author,
    written: Vec<Written>,
    /// Where the element that holds the comments ends.
    end: usize,
}

/// A part without comments.
const EMPTY: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    "\n",
    r#"<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"></w:comments>"#
);

impl Comments {
    /// The comments of a part that `author` adds to; an empty part for a document that has none.
    pub(super) fn read(text: Option<String>, author: Author) -> Result<Self, OfficeError> {
        let text = opened(text.unwrap_or_else(|| EMPTY.to_owned()));
        let mut xml = Xml::new(&text, "comments");
        let (mut prefix, mut written, mut end) = (String::new(), Vec::new(), text.len());
        loop {
            let before = xml.position();
            match xml.next()? {
                Item::Open(element) if element.name() == "comments" => prefix = element.prefix(),
                Item::Open(element) if element.name() == "comment" => {
                    written.push(Written::read(&element, &mut xml)?);
                }
                Item::Open(_) => xml.skip()?,
                Item::Close => end = before,
                Item::Text(_) => (),
                Item::End => return Ok(Self { text, prefix, author, written, end }),
            }
        }
    }

    /// What the comments of the author say.
    pub(super) fn said(self) -> Vec<String> {
        let name = self.author.name();
        self.written.into_iter().filter(|one| one.author == name).map(|one| one.text).collect()
    }

    /// Whether a comment is removed before the author writes others.
    fn goes(&self, one: &Written) -> bool {
        self.author == Author::Check && one.author == self.author.name()
    }

    /// The ids of the comments that are removed.
    pub(super) fn going(&self) -> BTreeSet<u32> {
        self.written.iter().filter(|one| self.goes(one)).map(|one| one.id).collect()
    }

    /// The first free id after those of the comments that stay.
    pub(super) fn first_free(&self) -> u32 {
        let others = self.written.iter().filter(|one| !self.goes(one));
        others.map(|one| one.id.saturating_add(1)).max().unwrap_or(0)
    }

    /// The part with these comments, whose ids count from `first`, in place of those that are removed. A comment whose
    /// text was already there stays as it was apart from its id, so that it keeps its date and its replies; the others
    /// get `date`.
    pub(super) fn with(&self, comments: &[Comment], first: u32, date: &str) -> String {
        let mut edits = Edits::default();
        let mut own: BTreeMap<&str, Vec<&Written>> = BTreeMap::new();
        for one in self.written.iter().filter(|one| self.goes(one)).rev() {
            edits.replace(one.xml.clone(), "");
            own.entry(&one.text).or_default().push(one);
        }
        for (id, comment) in (first..).zip(comments) {
            let text = comment.paragraphs.join("\n");
            let element = match own.get_mut(text.as_str()).and_then(Vec::pop) {
                Some(written) => {
                    let tag = with_id(&self.text[written.tag.clone()], &self.prefix, id);
                    tag + &self.text[written.tag.end..written.xml.end]
                }
                None => self.element(id, comment, date),
            };
            edits.insert(self.end, element);
        }
        edits.apply(&self.text)
    }

    fn element(&self, id: u32, comment: &Comment, date: &str) -> String {
        let (w, author) = (&self.prefix, self.author.name());
        let paragraph = |text: &String| {
            let text = escaped(text);
            format!("<{w}p><{w}r><{w}t xml:space=\"preserve\">{text}</{w}t></{w}r></{w}p>")
        };
        let paragraphs: String = comment.paragraphs.iter().map(paragraph).collect();
        format!(
            "<{w}comment {w}id=\"{id}\" {w}author=\"{author}\" {w}date=\"{date}\" {w}initials=\"{author}\">\
             {paragraphs}</{w}comment>"
        )
    }
}

/// The part with a separate closing tag for its root, which may have been a self-closing tag.
fn opened(text: String) -> String {
    let closed = text.trim_end();
    match closed.strip_suffix("/>").and_then(|head| Some((head, head.rfind('<')?))) {
        Some((head, at))
            if head[at..].split_whitespace().next().is_some_and(|name| name.ends_with("comments")) =>
        {
            let name = head[at + 1..].split_whitespace().next().unwrap_or_default();
            format!("{head}></{name}>")
        }
        _ => text,
    }
}

impl Written {
    /// Reads a comment up to its end.
    fn read(element: &Element<'_>, xml: &mut Xml<'_>) -> Result<Self, OfficeError> {
        let attribute = |name: &str| element.attribute(name).unwrap_or_default();
        let mut text = String::new();
        let mut depth = 1;
        while depth > 0 {
            match xml.next()? {
                Item::Open(inner) => {
                    depth += 1;
                    if inner.name() == "p" && !text.is_empty() {
                        text.push('\n');
                    }
                }
                Item::Close => depth -= 1,
                Item::Text(more) => text.push_str(&more),
                Item::End => break,
            }
        }
        Ok(Self {
            id: attribute("id").parse().unwrap_or_default(),
            author: attribute("author"),
            text,
            tag: element.tag.clone(),
            xml: element.tag.start..xml.position(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn comment(text: &str) -> Comment {
        Comment { about: 0..1, paragraphs: vec![text.to_owned(), "what & to do".to_owned()] }
    }

    #[test]
    fn own_comments_are_replaced_and_keep_their_date() {
        let other =
            r#"<w:comments xmlns:w="w"><w:comment w:id="4" w:author="A"><w:p/></w:comment></w:comments>"#;
        let read = |text: &str| Comments::read(Some(text.to_owned()), Author::Check).expect("XML");
        let first = read(other).with(&[comment("one"), comment("two")], 5, "2026-01-01T00:00:00Z");
        assert_eq!(read(&first).going(), BTreeSet::from([5, 6]));
        let second = read(&first).with(&[comment("one"), comment("two")], 5, "2027-01-01T00:00:00Z");
        assert_eq!(first, second);
        let third = read(&first).with(&[comment("two"), comment("three")], 5, "2027-01-01T00:00:00Z");
        assert_eq!(third.matches("2026").count(), 1, "{third}");
        assert_eq!(read(&third).with(&[], 5, ""), other);
    }

    #[test]
    fn a_comment_that_still_holds_stays_what_replies_answer() {
        let read = |text: &str| Comments::read(Some(text.to_owned()), Author::Check).expect("XML");
        let first = read("<w:comments xmlns:w=\"w\"/>").with(&[comment("one")], 0, "2026-01-01T00:00:00Z");
        let saved = first.replacen("<w:p>", "<w:p w14:paraId=\"00000001\">", 1);
        let second = read(&saved).with(&[comment("zero"), comment("one")], 7, "2027-01-01T00:00:00Z");
        assert!(second.contains("w:id=\"8\"") && second.contains("paraId=\"00000001\""), "{second}");
    }

    #[test]
    fn comments_of_a_migration_stay() {
        let read = |text: &str, author| Comments::read(Some(text.to_owned()), author).expect("XML");
        let empty = "<w:comments xmlns:w=\"w\"/>";
        let first = read(empty, Author::Migration).with(&[comment("one")], 0, "2026-01-01T00:00:00Z");
        let second = read(&first, Author::Migration);
        assert_eq!((second.going(), second.first_free()), (BTreeSet::new(), 1));
        let both = second.with(&[comment("two")], 1, "2027-01-01T00:00:00Z");
        let checked = read(&both, Author::Check).with(&[comment("three")], 2, "2027-01-01T00:00:00Z");
        assert_eq!(read(&checked, Author::Check).said(), ["three\nwhat & to do"]);
        assert_eq!(read(&checked, Author::Migration).said().len(), 2);
    }

    #[test]
    fn a_document_without_comments_gets_a_part() {
        for text in [None, Some("<w:comments xmlns:w='w'/>".to_owned())] {
            let comments = Comments::read(text, Author::Check).expect("XML");
            let with = comments.with(&[comment("<one>")], 0, "2026-01-01T00:00:00Z");
            assert!(with.contains("&lt;one&gt;") && with.ends_with("</w:comment></w:comments>"), "{with}");
        }
    }
}
