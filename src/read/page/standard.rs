//! The page of a standard, as text: key information, summary, duties with their mapping, statements.

use super::entries;
use super::head;
use super::labels::labelled;
use super::lines::{Line, lines, paragraphs};
use super::notes::Notes;
use super::parts;
use super::sections::{Block, Section, blocks};
use crate::model::{Document, Facts, Field, Format, Standard};
use crate::read::Read;
use crate::source::Source;

/// Reads such a page.
pub(crate) fn read(source: &Source) -> Read<'_> {
    let lines = lines(source);
    let mut notes = Notes::new(source.id());
    let mut standard = parts::begin(source.id(), Format::StandardPageText, &lines);
    let blocks = blocks(&lines);
    read_head(&blocks, &mut standard, &mut notes);
    parts::read(&blocks, &mut standard, &mut notes);
    standard.duties = entries::duties(&blocks, &Field::Missing, &mut notes);
    standard.statements = entries::statements(&blocks, &mut notes);
    standard.empty_kinds = entries::empty_kinds(&blocks, &standard);
    standard.hide_unshown(standard.format);
    parts::check_whole(&blocks, lines.last().copied(), &standard, &mut notes);
    (Document::Standard(Box::new(standard)), notes.finish())
}

/// Reads what stands above the summary.
fn read_head<'s>(blocks: &[Block<'s>], standard: &mut Standard<'s>, notes: &mut Notes) {
    for block in blocks {
        let lines = match block.section {
            Section::Head | Section::KeyInformation | Section::Overview => banners(&block.lines, standard),
            _ => continue,
        };
        let others = head::facts(&lines, block.section == Section::KeyInformation, standard, notes);
        match block.section {
            Section::Head => name(&others, is_whole(blocks, &lines), &mut standard.facts, notes),
            Section::Overview => overview(&others, &mut standard.facts, notes),
            _ => others.iter().for_each(|line| notes.unread("key information", line.span())),
        }
    }
}

/// Whether the head is the page's own, and not the rest of a section that lost its beginning.
fn is_whole(blocks: &[Block<'_>], head: &[Line<'_>]) -> bool {
    let informs = |block: &Block<'_>| matches!(block.section, Section::KeyInformation | Section::Overview);
    blocks.iter().any(informs) || head.iter().any(|line| labelled(*line).is_some())
}

/// Takes the banners out of the lines.
fn banners<'s>(lines: &[Line<'s>], standard: &mut Standard<'s>) -> Vec<Line<'s>> {
    let (banners, others): (Vec<Line>, Vec<Line>) = lines.iter().partition(|line| head::is_banner(**line));
    standard.banners.extend(banners.iter().map(|line| line.verbatim()));
    others
}

/// The title is the last line above the key information that is no sentence: what stands above it
/// leads through the site.
fn name<'s>(lines: &[Line<'s>], whole: bool, facts: &mut Facts<'s>, notes: &mut Notes) {
    if !whole {
        return lines.iter().for_each(|line| notes.unread("head", line.span()));
    }
    let (sentences, names): (Vec<Line>, Vec<Line>) = lines.iter().partition(|line| line.is_sentence());
    if let Some(title) = names.iter().rfind(|line| !head::is_breadcrumb(**line)) {
        facts.title = Field::Stated(title.verbatim());
    }
    overview(&sentences, facts, notes);
}

/// The overview is one paragraph.
fn overview<'s>(lines: &[Line<'s>], facts: &mut Facts<'s>, notes: &mut Notes) {
    let mut texts = paragraphs(lines).into_iter();
    if let Some(text) = texts.next() {
        facts.overview = Field::Stated(text);
    }
    texts.for_each(|text| notes.unread("overview", text.span()));
}
