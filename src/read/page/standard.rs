//! The page of a standard, as text: key information, summary, duties with their mapping, statements.

use super::entries;
use super::footer;
use super::head;
use super::labels::{Labelled, labelled, state_if_absent, typed};
use super::layout;
use super::lines::{Line, lines, paragraphs};
use super::notes::Notes;
use super::parts;
use super::sections::{Block, Section, blocks};
use super::swallowed;
use super::title;
use crate::model::{Document, Facts, Field, Format, Standard, StandardKind};
use crate::read::Read;
use crate::source::Source;

/// Reads such a page.
pub(crate) fn read(source: &Source) -> Read<'_> {
    let (mut standard, blocks, lines, mut notes) = contents(source, Format::StandardPageText);
    if lines.iter().any(|line| line.begins("apprenticeship units are")) {
        standard.kind = StandardKind::ApprenticeshipUnit;
    }
    standard.hide_unshown(standard.format);
    parts::check_whole(&blocks, lines.last().copied(), &standard, &mut notes);
    (Document::Standard(Box::new(standard)), notes.finish())
}

/// What such a page, or a draft in the same order, states; its sections and lines, and what was not understood.
pub(super) fn contents(
    source: &Source,
    format: Format,
) -> (Standard<'_>, Vec<Block<'_>>, Vec<Line<'_>>, Notes) {
    let mut notes = Notes::new(source.id());
    let lines = layout::undo(&lines(source), &mut notes);
    let mut standard = parts::begin(source.id(), format, &lines);
    let blocks = blocks(&lines);
    read_head(&blocks, &mut standard, &mut notes);
    parts::read(&blocks, &mut standard, &mut notes);
    standard.duties = entries::duties(&blocks, &Field::Missing, &mut notes);
    standard.statements = entries::statements(&blocks, &mut notes);
    standard.empty_kinds = entries::empty_kinds(&blocks, &standard);
    swallowed::note(&standard, &mut notes);
    footer::note(&blocks, &mut notes);
    (standard, blocks, lines, notes)
}

/// Reads what stands above the summary.
fn read_head<'s>(blocks: &[Block<'s>], standard: &mut Standard<'s>, notes: &mut Notes) {
    let mut remarks = Vec::new();
    for block in blocks {
        let lines = match block.section {
            Section::Head | Section::KeyInformation | Section::Overview => banners(&block.lines, standard),
            _ => continue,
        };
        let (remarked, lines): (Vec<Line>, Vec<Line>) =
            lines.iter().partition(|line| remark(**line).is_some());
        remarks.extend(remarked.into_iter().filter_map(remark));
        let others = head::facts(&lines, (typed, block.section == Section::KeyInformation), standard, notes);
        let is_draft = standard.format == Format::DraftText;
        match block.section {
            Section::Head if is_draft => draft_name(&others, &mut standard.facts, notes),
            Section::Head => name(&others, is_whole(blocks, &lines), &mut standard.facts, notes),
            Section::Overview => overview(&others, &mut standard.facts, notes),
            _ => others.iter().for_each(|line| notes.unread("key information", line.span())),
        }
    }
    remarks.iter().for_each(|remark| state_if_absent(standard, remark));
}

/// A fact in brackets, which whoever copied the page put there: `(Date updated: 09/05/2023)`.
fn remark(line: Line<'_>) -> Option<Labelled<'_>> {
    let inner = line.text.strip_prefix('(')?.strip_suffix(')')?;
    labelled(line.part(1, 1 + inner.len()))
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
    let title = names.iter().rfind(|line| !head::is_breadcrumb(**line));
    if let Some(title) = title.filter(|_| facts.title.is_missing()) {
        facts.title = Field::Stated(title::of(*title).verbatim());
    }
    overview(&sentences, facts, notes);
}

/// The title of a draft is the first line that is no sentence, if no label gives it.
fn draft_name<'s>(lines: &[Line<'s>], facts: &mut Facts<'s>, notes: &mut Notes) {
    let (sentences, names): (Vec<Line>, Vec<Line>) = lines.iter().partition(|line| line.is_sentence());
    let mut names = names.into_iter();
    if facts.title.is_missing()
        && let Some(title) = names.next()
    {
        facts.title = Field::Stated(title::of(title).verbatim());
    }
    names.for_each(|line| notes.unread("head", line.span()));
    overview(&sentences, facts, notes);
}

/// The overview is one paragraph.
fn overview<'s>(lines: &[Line<'s>], facts: &mut Facts<'s>, notes: &mut Notes) {
    let mut texts = paragraphs(lines).into_iter();
    if facts.overview.is_missing()
        && let Some(text) = texts.next()
    {
        facts.overview = Field::Stated(text);
    }
    texts.for_each(|text| notes.unread("overview", text.span()));
}
