//! Writes comments into a Word document, each anchored to the words that it is about.
//!
//! Only the text, the comments, the list of relationships and the list of content types change. Comments from an
//! earlier check are removed first, so that doing it twice gives the same file.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::super::changes::TrackedChanges;
use super::super::comment::{Author, Comment};
use super::super::error::OfficeError;
use super::super::letters::raw_offset;
use super::super::lines::{Block, Run, extracted};
use super::super::package::Package;
use super::super::relationships::folder;
use super::super::splice::Edits;
use super::super::xml::{Item, Xml};
use super::comments::Comments;
use super::package::document as document_part;
use super::raw::prefix;
use super::read::{blocks, document};
use crate::source::Container;

const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";

/// The document with these comments of `author`; those of a check replace the comments of an earlier check. New ones
/// have `date`, as XML has it (`2026-03-01T12:00:00Z`). The comments are about the text in the state given by
/// `changes`.
///
/// # Errors
/// If the document cannot be read, or has no paragraph that a comment could be anchored to.
pub fn annotate(
    bytes: &[u8],
    changes: TrackedChanges,
    author: Author,
    comments: &[Comment],
    date: &str,
) -> Result<Vec<u8>, OfficeError> {
    let mut package = Package::open(bytes)?;
    let part = document_part(&mut package.archive)?;
    let text = document(&mut package.archive, &part)?;
    let name = package.related(&part, "comments")?;
    let written = name.as_ref().map_or(Ok(None), |name| package.text(name))?;
    let is_new = written.is_none();
    let written = Comments::read(written, author)?;
    let bare = without_anchors(&text, &written.going())?;
    let blocks = blocks(&mut package.archive, &part, &bare, changes)?;
    let first = written.first_free().max(first_free(&bare)?);
    package.set(&part, anchored(&bare, &blocks, comments, first)?);
    if !(is_new && comments.is_empty()) {
        let usual = || format!("{}/comments.xml", folder(&part)).trim_start_matches('/').to_owned();
        let name = name.unwrap_or_else(usual);
        package.set(&name, written.with(comments, first, date));
        package.declare(&name, TYPE)?;
        package.relate(&part, "comments", &name)?;
    }
    package.written()
}

/// What the comments of an author in a document say.
///
/// # Errors
/// If the document cannot be read.
pub fn comments_of(bytes: &[u8], author: Author) -> Result<Vec<String>, OfficeError> {
    let mut package = Package::open(bytes)?;
    let part = document_part(&mut package.archive)?;
    let Some(name) = package.related(&part, "comments")? else { return Ok(Vec::new()) };
    Ok(Comments::read(package.text(&name)?, author)?.said())
}

/// The first id after those of all anchors in the text, some of which may have lost their comment.
fn first_free(text: &str) -> Result<u32, OfficeError> {
    let mut xml = Xml::new(text, "document");
    let mut free = 0;
    loop {
        match xml.next()? {
            Item::Open(element) if ANCHORS.contains(&element.name()) => {
                let id: Option<u32> = element.attribute("id").and_then(|id| id.parse().ok());
                free = free.max(id.map_or(0, |id| id.saturating_add(1)));
            }
            Item::End => return Ok(free),
            _ => (),
        }
    }
}

/// The elements that anchor a comment.
const ANCHORS: [&str; 3] = ["commentRangeStart", "commentRangeEnd", "commentReference"];

/// The text without the anchors of the comments with these ids.
fn without_anchors(text: &str, ids: &BTreeSet<u32>) -> Result<String, OfficeError> {
    let mut xml = Xml::new(text, "document");
    let mut edits = Edits::default();
    let mut depth = 0_usize;
    let mut run = OpenRun::default();
    loop {
        match xml.next()? {
            Item::Open(element) => {
                depth += 1;
                let is_own = || {
                    let id = element.attribute("id").and_then(|id| id.parse().ok());
                    id.is_some_and(|id: u32| ids.contains(&id))
                };
                match element.name() {
                    "r" => run = OpenRun { start: element.tag.start, depth, ..OpenRun::default() },
                    "commentReference" if is_own() => {
                        xml.skip()?;
                        depth -= 1;
                        run.references.push(element.tag.start..xml.position());
                    }
                    "commentRangeStart" | "commentRangeEnd" if is_own() => {
                        xml.skip()?;
                        depth -= 1;
                        edits.replace(element.tag.start..xml.position(), "");
                    }
                    name => run.holds_more |= depth == run.depth + 1 && name != "rPr",
                }
            }
            Item::Close => {
                if depth == run.depth {
                    let whole = run.start..xml.position();
                    std::mem::take(&mut run).taken_out(whole, &mut edits);
                }
                depth = depth.saturating_sub(1);
            }
            Item::Text(_) => (),
            Item::End => return Ok(edits.apply(text)),
        }
    }
}

/// A run in which ksb's comments may be referred to.
#[derive(Debug, Default)]
struct OpenRun {
    start: usize,
    depth: usize,
    references: Vec<Range<usize>>,
    /// Whether it holds anything else: another program may have put text into it.
    holds_more: bool,
}

impl OpenRun {
    /// Removes the references, and also the run if there is nothing else in it.
    fn taken_out(self, whole: Range<usize>, edits: &mut Edits) {
        if self.holds_more {
            self.references.into_iter().for_each(|reference| edits.replace(reference, ""));
        } else if !self.references.is_empty() {
            edits.replace(whole, "");
        }
    }
}

/// The text with the anchors of these comments, which are numbered from `first` on.
fn anchored(xml: &str, blocks: &[Block], comments: &[Comment], first: u32) -> Result<String, OfficeError> {
    // The blocks without text are in no piece.
    let pieces = extracted(Container::Word, &[], blocks).pieces;
    let written: Vec<&Block> = blocks.iter().filter(|block| !block.is_blank()).collect();
    let mut marks: BTreeMap<Spot, Marks> = BTreeMap::new();
    let prefix = prefix(xml)?;
    for (id, comment) in (first..).zip(comments) {
        let index =
            pieces.partition_point(|piece| piece.start as usize <= comment.about.start).saturating_sub(1);
        let (Some(piece), Some(block)) = (pieces.get(index), written.get(index)) else { continue };
        let start = piece.start as usize;
        let about = comment.about.start.saturating_sub(start)..comment.about.end.saturating_sub(start);
        let (from, to) = spots(block, about, xml);
        marks.entry(from).or_default().starts.push(id);
        marks.entry(to).or_default().ends.push(id);
    }
    let mut edits = Edits::default();
    let mut opened: Vec<usize> = Vec::new();
    for (spot, marks) in marks {
        spot.edit(&marks.xml(&prefix), &prefix, xml, &mut opened, &mut edits);
    }
    Ok(edits.apply(xml))
}

/// A place in the XML where an anchor can go: between runs, or inside the text of one, which is split there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Spot {
    at: usize,
    split: Option<Split>,
}

/// What is needed to split a run.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Split {
    tag: (usize, usize),
    properties: (usize, usize),
    run: (usize, usize),
}

/// The comments that begin or end at a place.
#[derive(Debug, Default)]
struct Marks {
    starts: Vec<u32>,
    ends: Vec<u32>,
}

impl Marks {
    fn xml(&self, w: &str) -> String {
        let end = |id: &u32| {
            format!("<{w}commentRangeEnd {w}id=\"{id}\"/><{w}r><{w}commentReference {w}id=\"{id}\"/></{w}r>")
        };
        let start = |id: &u32| format!("<{w}commentRangeStart {w}id=\"{id}\"/>");
        self.starts_before_ends(start, end)
    }

    /// Ends first, so that adjacent ranges do not overlap; a comment on an empty range begins before it ends.
    fn starts_before_ends(&self, start: impl Fn(&u32) -> String, end: impl Fn(&u32) -> String) -> String {
        let is_empty = |id: &&u32| self.starts.contains(id);
        let ends = self.ends.iter().filter(|id| !is_empty(id)).map(&end);
        let starts = self.starts.iter().map(start);
        let empty = self.ends.iter().filter(is_empty).map(&end);
        ends.chain(starts).chain(empty).collect()
    }
}

/// Where the words `about` of a block begin and end in the XML. For words that are not in it, such as an automatic
/// number, these are the ends of what follows them; for what comes after all words, the end of those words.
fn spots(block: &Block, about: Range<usize>, xml: &str) -> (Spot, Spot) {
    let runs = &block.runs.all;
    let Some(last) = runs.last() else {
        let content = Spot { at: block.runs.content, split: None };
        return (content.clone(), content);
    };
    let end = || end_in(last, last.text.end, xml);
    let Some(from) = runs.iter().find(|run| run.text.end > about.start) else { return (end(), end()) };
    let to = runs.iter().rev().find(|run| run.text.start < about.end.max(about.start + 1));
    let to = to.filter(|to| to.text.start >= from.text.start);
    let end = to.map_or_else(end, |to| end_in(to, about.end.max(about.start + 1), xml));
    (start_in(from, about.start, xml), end)
}

fn start_in(run: &Run, at: usize, xml: &str) -> Spot {
    let offset = at.saturating_sub(run.text.start);
    match raw_offset(&xml[run.content.clone()], offset) {
        Some(raw) if raw > 0 || !is_first(run, xml) => split(run, raw),
        _ => Spot { at: run.whole.start, split: None },
    }
}

fn end_in(run: &Run, at: usize, xml: &str) -> Spot {
    let offset = at.saturating_sub(run.text.start);
    match raw_offset(&xml[run.content.clone()], offset) {
        Some(raw) if raw < run.content.len() || !is_last(run, xml) => split(run, raw),
        _ => Spot { at: run.whole.end, split: None },
    }
}

/// Whether a text is the first thing in its run.
fn is_first(run: &Run, xml: &str) -> bool {
    let tag = xml[run.whole.clone()].find('>').map_or(run.tag.start, |end| run.whole.start + end + 1);
    let begins = if run.properties.is_empty() { tag } else { run.properties.end };
    begins >= run.tag.start || xml[begins..run.tag.start].trim().is_empty()
}

/// Whether a text is the last thing in its run: nothing but two closing tags follows it.
fn is_last(run: &Run, xml: &str) -> bool {
    xml[run.content.end..run.whole.end].matches('<').count() == 2
}

fn split(run: &Run, raw: usize) -> Spot {
    let pair = |range: &Range<usize>| (range.start, range.end);
    let split = Split { tag: pair(&run.tag), properties: pair(&run.properties), run: pair(&run.whole) };
    Spot { at: run.content.start + raw, split: Some(split) }
}

impl Spot {
    /// Puts the anchors here. A tag of text that is split keeps the white space at its ends, once.
    fn edit(&self, marks: &str, w: &str, xml: &str, opened: &mut Vec<usize>, edits: &mut Edits) {
        let Some(split) = &self.split else { return edits.insert(self.at, marks) };
        let tag = &xml[split.tag.0..split.tag.1];
        let name = tag
            .trim_start_matches('<')
            .split(|c: char| c.is_whitespace() || c == '>')
            .next()
            .unwrap_or("w:t");
        let preserving = format!("<{name} xml:space=\"preserve\">");
        if !tag.contains("preserve") && !opened.contains(&split.tag.0) {
            opened.push(split.tag.0);
            edits.replace(split.tag.0..split.tag.1, preserving.clone());
        }
        let run = &xml[split.run.0..];
        let run = &run[..run.find('>').map_or(run.len(), |end| end + 1)];
        let properties = &xml[split.properties.0..split.properties.1];
        edits.insert(self.at, format!("</{name}></{w}r>{marks}{run}{properties}{preserving}"));
    }
}
