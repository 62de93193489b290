//! The table of a map: a row for each pathway or for more of its clusters, and a column for each
//! band of levels.

use std::collections::BTreeMap;
use std::ops::Range;

use super::cell::{shown, starts_with};
use super::titles::{TitleParts, occupations};
use crate::model::{Cluster, LevelBand, Occupation, Pathway};
use crate::read::html::text::Block;
use crate::read::html::tree::{Element, HtmlTree};
use crate::read::notes::Notes;
use crate::source::{Span, Spanned, Text};

/// The band whose heading this is.
pub(super) fn band(heading: &str) -> Option<LevelBand> {
    LevelBand::ALL.into_iter().find(|band| band.heading().eq_ignore_ascii_case(heading))
}

/// Collects the pathways of a table, row by row.
pub(super) struct MapTable<'s, 'n> {
    text: &'s str,
    notes: &'n mut Notes,
    /// The band of each column.
    columns: Vec<Option<LevelBand>>,
    pathways: Vec<Pathway<'s>>,
    /// The last cluster of each column in the pathway that is being read.
    last: BTreeMap<LevelBand, usize>,
    told_apart: Vec<Span>,
    /// The last cell that has been read, if it is cut off.
    cut: Option<Span>,
}

impl<'s, 'n> MapTable<'s, 'n> {
    pub(super) fn new(text: &'s str, notes: &'n mut Notes) -> Self {
        Self {
            text,
            notes,
            columns: Vec::new(),
            pathways: Vec::new(),
            last: BTreeMap::new(),
            told_apart: Vec::new(),
            cut: None,
        }
    }

    /// Reads a line of the table.
    pub(super) fn row(&mut self, line: Range<usize>) {
        let text = &self.text[line.clone()];
        if is_rule(text) {
            return;
        }
        self.cut = None;
        if !text.contains('\t') {
            let message = "a line of the table has no columns";
            self.notes.unread_first(
                "map",
                trimmed(self.text, line),
                message,
                "separate the columns with tabs",
            );
            return;
        }
        let cells = cells(text, line.start);
        let bands: Vec<_> = cells.iter().map(|cell| band(self.text[cell.clone()].trim())).collect();
        let is_heading = bands.iter().flatten().count() >= 2;
        if is_heading {
            self.columns = bands;
        }
        for (column, cell) in cells.into_iter().enumerate() {
            if column == 0 {
                self.pathway(cell);
            } else if !is_heading {
                self.cell(cell, self.columns.get(column).copied().flatten());
            }
        }
    }

    /// The pathways, and the occupations that were told apart by their wording.
    pub(super) fn finish(self) -> (Vec<Pathway<'s>>, Vec<Span>) {
        if let Some(span) = self.cut {
            self.notes.cut_off(span);
        }
        (self.pathways, self.told_apart)
    }

    /// Reads the first cell of a row: a pathway begins, unless it is empty.
    fn pathway(&mut self, cell: Range<usize>) {
        let name = shown(self.text, cell);
        if !name.is_empty() && !starts_with(&name, "pathway") && !starts_with(&name, "career pathway") {
            self.last.clear();
            self.pathways.push(Pathway { name, clusters: Vec::new() });
        }
    }

    fn cell(&mut self, cell: Range<usize>, band: Option<LevelBand>) {
        let raw = self.text[cell.clone()].trim();
        if raw.is_empty() {
            return;
        }
        let tree = HtmlTree::parse(self.text, cell.clone());
        let is_open = tree.cut || (raw.starts_with('<') && !raw.ends_with('>'));
        self.cut = is_open.then(|| trimmed(self.text, cell));
        for block in tree.blocks(0..tree.nodes.len()) {
            match band {
                Some(band) => self.block(&tree, &block, band),
                None => self.unread(&block.text),
            }
        }
    }

    /// Reads a paragraph of a cell: a cluster, or the occupations of the last one.
    fn block(&mut self, tree: &HtmlTree<'s>, block: &Block<'s>, band: LevelBand) {
        const LABEL: &str = "cluster:";
        if !starts_with(&block.text, LABEL) {
            self.occupations(&block.text, band);
            return;
        }
        let is_italic = |element: &Element| matches!(element.name(), "i" | "em");
        let nodes = block.nodes.clone();
        let italic = tree.find(nodes.clone(), is_italic);
        let head = tree.visible(nodes.start..italic.unwrap_or(nodes.end), block.text.span());
        let name = head.part(LABEL.len().min(head.len())..head.len()).trimmed();
        let description = italic.map(|index| tree.text_of(index)).filter(|text| !text.is_empty());
        self.cluster(&name, description, band);
        if let Some(index) = italic {
            let rest = tree.visible(tree.nodes[index].end..nodes.end, block.text.span());
            self.occupations(&rest, band);
        }
    }

    fn cluster(&mut self, name: &Text<'s>, description: Option<Text<'s>>, band: LevelBand) {
        if self.pathways.is_empty() {
            let message = "a cluster has no pathway";
            self.notes.unread_first("pathway", name.span(), message, "write the pathway in the first column");
            let place = Text::verbatim("", name.span().start as usize);
            self.pathways.push(Pathway { name: place, clusters: Vec::new() });
        }
        let Some(pathway) = self.pathways.last_mut() else { return };
        let start = note_start(name);
        let note = name.part(start..name.len());
        let note = (!note.is_empty()).then_some(note);
        let name = name.part(0..start).trimmed();
        self.last.insert(band, pathway.clusters.len());
        pathway.clusters.push(Cluster { name, band: Some(band), note, description, occupations: Vec::new() });
    }

    fn occupations(&mut self, text: &Text<'s>, band: LevelBand) {
        if text.is_empty() {
            return;
        }
        let last = self.last.get(&band).copied();
        let cluster = self.pathways.last_mut().zip(last).and_then(|(one, index)| one.clusters.get_mut(index));
        let Some(cluster) = cluster else {
            self.unread(text);
            return;
        };
        for found in occupations(text) {
            if found.told_apart {
                self.told_apart.push(text.span_of(found.title.clone()));
            }
            cluster.occupations.push(occupation(text, &found));
        }
    }

    fn unread(&mut self, text: &Text<'s>) {
        let message = "part of the table is not under any cluster";
        let help = "start each cluster with \"Cluster:\", in the column for its levels";
        self.notes.unread_first("map", text.span(), message, help);
    }
}

fn occupation<'s>(text: &Text<'s>, found: &TitleParts) -> Occupation<'s> {
    let level = |(level, range): &(u8, Range<usize>)| Spanned::new(*level, text.span_of(range.clone()));
    Occupation {
        title: text.part(found.title.clone()),
        levels: found.levels.iter().map(level).collect(),
        degree: found.degree,
        options: found.options.iter().map(|range| text.part(range.clone())).collect(),
    }
}

/// Whether a line is blank or only draws a rule: `--`, `---`.
fn is_rule(line: &str) -> bool {
    line.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '–' | '|' | ':' | '='))
}

fn cells(line: &str, start: usize) -> Vec<Range<usize>> {
    let mut at = start;
    let next = |cell: &str| {
        let range = at..at + cell.len();
        at = range.end + 1;
        range
    };
    line.split('\t').map(next).collect()
}

fn trimmed(text: &str, range: Range<usize>) -> Span {
    let inner = text[range.clone()].trim();
    let start = range.end - text[range].trim_start().len();
    Span::new(start, start + inner.len())
}

/// Where a remark in capitals begins in the name of a cluster: two words or more at its end.
fn note_start(name: &str) -> usize {
    let shouts = |word: &&str| {
        word.chars().any(char::is_alphabetic) && !word.chars().any(|c| c.is_lowercase() || c.is_numeric())
    };
    let count = name.split_whitespace().rev().take_while(shouts).count();
    if count < 2 || count == name.split_whitespace().count() {
        return name.len();
    }
    let mut start = name.len();
    for word in name.split_whitespace().rev().take(count) {
        start = name[..start].rfind(word).unwrap_or(start);
    }
    start
}
