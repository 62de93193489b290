//! The page of an occupation on the occupational map, as text: facts, products, summary, statements
//! and duties, but never a mapping between the last two.

use super::cards;
use super::entries;
use super::head;
use super::labels::labelled;
use super::layout;
use super::lines::lines;
use super::parts;
use super::sections::{PageSection, SectionLines, blocks};
use crate::model::{Document, Field, Format, Standard, StandardKind};
use crate::read::notes::{Notes, Read};
use crate::source::Source;

/// Reads such a page.
pub(crate) fn read(source: &Source) -> Read<'_> {
    let mut notes = Notes::new(source.id());
    let (lines, mut mapped) = layout::undo(source, &lines(source), &mut notes);
    let mut standard = parts::begin(source.id(), Format::MapPageText, &lines);
    standard.kind = StandardKind::Occupation;
    let mut blocks = blocks(head::without_legend(&lines));
    read_facts(&mut blocks, &mut standard, &mut notes);
    parts::read(&blocks, &mut standard, &mut notes);
    standard.progression = cards::links(&lines);
    standard.duties = entries::duties(&blocks, &Field::NotShown, &mut mapped, &mut notes);
    mapped.apply(&mut standard.duties, source.id(), &mut notes);
    standard.statements = entries::statements(&blocks, &mut notes);
    standard.empty_kinds = entries::empty_kinds(&blocks, &standard);
    standard.hide_unshown(standard.format);
    parts::check_whole(&blocks, lines.last().copied(), &standard, &mut notes);
    (Document::Standard(Box::new(standard)), notes.finish())
}

/// Reads the facts from the sections that they are in.
fn read_facts<'s>(blocks: &mut [SectionLines<'s>], standard: &mut Standard<'s>, notes: &mut Notes) {
    let with_facts =
        [PageSection::Head, PageSection::KeyInformation, PageSection::SubUnitGroups, PageSection::Products];
    for block in blocks.iter_mut().filter(|block| with_facts.contains(&block.section)) {
        block.lines = head::facts(&block.lines, (labelled, false), standard, notes);
        match block.section {
            PageSection::Head => head::occupation(&block.lines, &mut standard.facts, notes),
            PageSection::KeyInformation => {
                block.lines.iter().for_each(|line| notes.unread("key information", line.span()));
            }
            _ => (),
        }
    }
}
