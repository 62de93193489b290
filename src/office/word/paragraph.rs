//! Paragraphs: their runs, and what Word writes before them.

use std::borrow::Cow;
use std::ops::Range;

use super::super::error::OfficeError;
use super::super::lines::{Block, Run, Runs};
use super::super::xml::{Element, Item};
use super::body::{Body, Surroundings};
use super::numbering::NumberedAs;
use super::seen::{Fate, Seen};
use super::styles::level_of;
use crate::source::{LeftOut, Place};

/// A paragraph that is being read.
#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    style: Option<String>,
    /// What its style says about hidden and struck-out text.
    seen: Seen,
    numbered: NumberedAs,
    /// Its level in the outline, if it sets one itself.
    outline: Option<u8>,
    /// Whether a tracked change leaves out the end of the paragraph, so that the next one continues it.
    is_open: bool,
    /// What is in the text boxes attached to it.
    boxes: Vec<Block>,
    /// Where the text is in the XML.
    runs: Runs,
    /// The tag of the tracked insertion that is being read; empty if the text being read is not directly inside one.
    insertion: Range<usize>,
}

impl Body<'_, '_> {
    /// Reads a paragraph.
    pub(super) fn paragraph(&mut self, around: &mut Surroundings) -> Result<(), OfficeError> {
        let mut paragraph = Paragraph::default();
        paragraph.runs.content = self.xml.position();
        loop {
            match self.xml.next()? {
                Item::Open(element) if element.name() == "pPr" => {
                    self.properties(&mut paragraph)?;
                    let style = paragraph.style.as_deref();
                    paragraph.seen = style.map(|style| self.styles.seen(style)).unwrap_or_default();
                    paragraph.runs.content = self.xml.position();
                }
                Item::Open(element) => self.inline(&element, &mut paragraph)?,
                Item::Close | Item::End => break,
                Item::Text(_) => (),
            }
        }
        if !paragraph.text.is_empty() {
            self.count()?;
        }
        let place = around.place_of_next();
        self.put(paragraph, place, around);
        Ok(())
    }

    /// Adds a paragraph after the blocks that were read.
    fn put(&mut self, paragraph: Paragraph, place: Place, around: &Surroundings) {
        let Paragraph { text, style, numbered, outline, is_open, boxes, mut runs, .. } = paragraph;
        let goes_on = std::mem::take(&mut self.open).then(|| self.blocks.last_mut()).flatten();
        // A paragraph that has nothing left but its end joins nothing. The lines of a table of contents only repeat the
        // headings.
        let is_of_contents = style.as_deref().is_some_and(|style| self.styles.is_of_contents(style));
        let is_gone = is_of_contents || is_open && text.is_empty();
        self.open = is_open && (goes_on.is_some() || !is_gone);
        if let Some(above) = goes_on {
            runs.shift(above.text.len());
            above.runs.all.append(&mut runs.all);
            above.runs.signs.append(&mut runs.signs);
            above.runs.left_out.append(&mut runs.left_out);
            above.text.push_str(&text);
        } else if !is_gone {
            let inherited = style.as_deref().map(|style| self.styles.numbered(style)).unwrap_or_default();
            let label = self.numbering.label(&numbered.or(&inherited), style.as_deref());
            let is_item = label.is_some();
            // The number of a struck-out paragraph is counted, and is struck out with it.
            let is_struck =
                text.trim().is_empty() && runs.left_out.iter().any(|(what, _)| *what == LeftOut::Struck);
            let label = label.filter(|_| !is_struck).map_or_else(String::new, |label| label + " ");
            runs.shift(label.len());
            let cell = around.cell.as_ref().map(|(_, cell)| *cell);
            let text = label + &text;
            if !text.is_empty() || is_struck {
                let heading = self.styles.heading(outline, style.as_deref());
                self.blocks.push(Block { text, place, cell, is_item, heading, runs });
            }
        }
        self.blocks.extend(boxes);
    }

    fn properties(&mut self, paragraph: &mut Paragraph) -> Result<(), OfficeError> {
        let mut depth = 1;
        let mut in_changed = None;
        while depth > 0 {
            match self.xml.next()? {
                Item::Open(element) => {
                    depth += 1;
                    match element.name() {
                        // How it was before it was changed.
                        "pPrChange" | "rPrChange" | "numberingChange" => {
                            self.xml.skip()?;
                            depth -= 1;
                        }
                        "rPr" => in_changed = Some(depth),
                        "pStyle" => paragraph.style = element.attribute("val"),
                        "numId" => paragraph.numbered.list = element.attribute("val"),
                        "ilvl" => paragraph.numbered.level = element.number(),
                        "outlineLvl" => paragraph.outline = level_of(&element),
                        name if in_changed.is_some() && self.shows(name) == Some(false) => {
                            paragraph.is_open = true;
                        }
                        _ => (),
                    }
                }
                Item::Close => {
                    in_changed = in_changed.filter(|at| *at != depth);
                    depth -= 1;
                }
                Item::Text(_) => (),
                Item::End => break,
            }
        }
        Ok(())
    }

    /// Reads what is in a line: runs, and what encloses them.
    fn inline(&mut self, element: &Element<'_>, paragraph: &mut Paragraph) -> Result<(), OfficeError> {
        match element.name() {
            "r" => self.run(element, paragraph),
            "hyperlink" | "smartTag" | "sdt" | "sdtContent" | "fldSimple" | "customXml" | "dir" | "bdo"
            | "oMath" | "oMathPara" => self.inside(0..0, paragraph),
            "AlternateContent" => self.alternative(|body| body.inside(0..0, paragraph)),
            "ins" if self.shows("ins") == Some(true) => self.inside(element.tag.clone(), paragraph),
            name if self.shows(name) == Some(true) => self.inside(0..0, paragraph),
            _ => self.xml.skip(),
        }
    }

    /// Reads what an element in a line encloses; `insertion` is its tag if it is a tracked insertion.
    fn inside(&mut self, insertion: Range<usize>, paragraph: &mut Paragraph) -> Result<(), OfficeError> {
        let outer = std::mem::replace(&mut paragraph.insertion, insertion);
        self.inlines(paragraph)?;
        paragraph.insertion = outer;
        Ok(())
    }

    fn inlines(&mut self, paragraph: &mut Paragraph) -> Result<(), OfficeError> {
        loop {
            match self.xml.next()? {
                Item::Open(element) => self.inline(&element, paragraph)?,
                Item::Close | Item::End => return Ok(()),
                Item::Text(_) => (),
            }
        }
    }

    /// Reads a run. Text that is hidden or struck out is left out.
    fn run(&mut self, element: &Element<'_>, paragraph: &mut Paragraph) -> Result<(), OfficeError> {
        let (text_before, runs_before) = (paragraph.text.len(), paragraph.runs.all.len());
        let (signs_before, left_out_before) = (paragraph.runs.signs.len(), paragraph.runs.left_out.len());
        let mut fate = Seen::default().fate(Seen::default(), paragraph.seen);
        let mut properties = 0..0;
        loop {
            match self.xml.next()? {
                Item::Open(element) => match element.name() {
                    // They come first; anywhere else they do not count.
                    "rPr" if paragraph.text.len() == text_before && properties.is_empty() => {
                        fate = self.fate(paragraph.seen)?;
                        properties = element.tag.start..self.xml.position();
                    }
                    "t" | "delText" => self.text_of_run(&element, paragraph)?,
                    "AlternateContent" => self.alternative(|body| body.boxes(paragraph))?,
                    "drawing" | "pict" | "object" => self.boxes(paragraph)?,
                    "footnoteReference" | "endnoteReference" => {
                        paragraph.runs.left_out.push((LeftOut::Footnote, paragraph.text.len()));
                        self.xml.skip()?;
                    }
                    _ => self.sign_of_run(&element, paragraph)?,
                },
                Item::Close | Item::End => break,
                Item::Text(_) => (),
            }
        }
        let whole = element.tag.start..self.xml.position();
        let Runs { all, signs, .. } = &mut paragraph.runs;
        for run in all[runs_before..].iter_mut().chain(&mut signs[signs_before..]) {
            (run.whole, run.properties) = (whole.clone(), properties.clone());
            run.insertion = paragraph.insertion.clone();
        }
        if fate != Fate::Read {
            let has_words = paragraph.text[text_before..].contains(|c: char| !c.is_whitespace());
            paragraph.text.truncate(text_before);
            let runs = &mut paragraph.runs;
            runs.all.truncate(runs_before);
            runs.signs.truncate(signs_before);
            runs.left_out.truncate(left_out_before);
            if fate == Fate::Struck && has_words {
                runs.strike_out(text_before);
            }
        }
        Ok(())
    }

    fn text_of_run(&mut self, element: &Element<'_>, paragraph: &mut Paragraph) -> Result<(), OfficeError> {
        self.count()?;
        let start = paragraph.text.len();
        let mut end = self.xml.position();
        loop {
            match self.xml.next()? {
                Item::Text(more) => paragraph.text.push_str(&one_line(&more)),
                Item::Open(_) => self.xml.skip()?,
                Item::Close | Item::End => break,
            }
            end = self.xml.position();
        }
        if paragraph.text.len() > start {
            let text = start..paragraph.text.len();
            paragraph.runs.all.push(Run::new(text, element.tag.clone(), element.tag.end..end));
        }
        Ok(())
    }

    /// Reads an element of a run that has no text.
    fn sign_of_run(&mut self, element: &Element<'_>, paragraph: &mut Paragraph) -> Result<(), OfficeError> {
        let start = paragraph.text.len();
        paragraph.text.extend(sign(element));
        self.xml.skip()?;
        if paragraph.text.len() > start {
            let end = self.xml.position();
            let text = start..paragraph.text.len();
            paragraph.runs.signs.push(Run::new(text, element.tag.start..end, end..end));
        }
        Ok(())
    }

    /// What happens to a run, given its properties and the style of its paragraph.
    fn fate(&mut self, paragraph: Seen) -> Result<Fate, OfficeError> {
        let (mut own, mut style) = (Seen::default(), Seen::default());
        loop {
            match self.xml.next()? {
                Item::Open(element) => {
                    own.take(&element);
                    if element.name() == "rStyle" {
                        style = element.attribute("val").map(|id| self.styles.seen(&id)).unwrap_or_default();
                    }
                    self.xml.skip()?;
                }
                Item::Close | Item::End => return Ok(own.fate(style, paragraph)),
                Item::Text(_) => (),
            }
        }
    }

    /// Reads the text boxes inside the element that began last; pictures have no text.
    fn boxes(&mut self, paragraph: &mut Paragraph) -> Result<(), OfficeError> {
        loop {
            match self.xml.next()? {
                Item::Open(element) => match element.name() {
                    "txbxContent" => paragraph.boxes.extend(self.text_box()?),
                    "AlternateContent" => self.alternative(|body| body.boxes(paragraph))?,
                    _ => self.boxes(paragraph)?,
                },
                Item::Close | Item::End => return Ok(()),
                Item::Text(_) => (),
            }
        }
    }
}

impl Run {
    /// A piece of text; what is known only at the end of its run is filled in later.
    fn new(text: Range<usize>, tag: Range<usize>, content: Range<usize>) -> Self {
        Self { text, tag, content, whole: 0..0, properties: 0..0, insertion: 0..0 }
    }
}

impl Runs {
    /// Moves the runs on by this many bytes of text.
    fn shift(&mut self, by: usize) {
        for run in self.all.iter_mut().chain(&mut self.signs) {
            run.text = run.text.start + by..run.text.end + by;
        }
        for (_, at) in &mut self.left_out {
            *at += by;
        }
    }

    /// Notes that words were struck out at this place. Word makes several runs of a single strikethrough.
    fn strike_out(&mut self, at: usize) {
        let found = (LeftOut::Struck, at);
        if self.left_out.last() != Some(&found) {
            self.left_out.push(found);
        }
    }
}

impl Surroundings {
    /// Where the next paragraph is.
    fn place_of_next(&mut self) -> Place {
        if let Some((place, _)) = &self.cell {
            return place.clone();
        }
        self.paragraphs += 1;
        Place::Paragraph { text_box: self.text_box, paragraph: self.paragraphs }
    }
}

/// What an element of a run that has no text stands for.
fn sign(element: &Element<'_>) -> Option<char> {
    match element.name() {
        "tab" | "ptab" => Some('\t'),
        "br" | "cr" => Some('\n'),
        "noBreakHyphen" => Some('\u{2011}'),
        "sym" => {
            let code = element.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
            code.and_then(char::from_u32)
        }
        _ => None,
    }
}

/// The text of an element, in which line breaks have no meaning.
fn one_line(text: &str) -> Cow<'_, str> {
    if text.contains(['\n', '\r']) { text.replace(['\n', '\r'], " ").into() } else { text.into() }
}
