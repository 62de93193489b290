//! What a plan means for one document.

use std::ops::Range;

use super::earlier::{is_newer, why_left};
use super::left::NotMoved;
use super::marks::{Mark, marked, note_of_quote, version};
use super::members::Moved;
use super::quoted;
use super::target::Target;
use super::written::{Change, LeadingZeros};
use crate::citing::{Block, Citation, Citations, CitingDocument, Quote, mentions};
use crate::diagnostic::Edit;
use crate::model::Code;
use crate::source::{Span, Text};

/// A note for a place in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The place, in the document as it was.
    pub span: Span,
    /// What it says.
    pub text: String,
}

/// The changes to make to a document.
#[derive(Clone, Debug, Default)]
pub struct Migration {
    /// Which bytes of its text are removed, and the words that replace them, in order. Each format decides how to write
    /// them.
    pub edits: Vec<Edit>,
    /// The notes, and where they go.
    pub notes: Vec<Note>,
    /// What could not be migrated.
    pub left: Vec<NotMoved>,
    /// Where the text names the old version.
    pub labels: Vec<Span>,
    /// How many codes change.
    pub codes: usize,
    /// How many quoted texts change to those of the new version.
    pub quotes: usize,
    /// The version that it leads to, if it has a number.
    pub version: Option<String>,
}

impl Migration {
    /// What a note says in the document. It includes the version, so that it can be distinguished from notes of another
    /// migration.
    pub(super) fn mark(&self, note: &Note) -> String {
        marked(self.version.as_deref(), &note.text)
    }
}

/// Why a document cannot be changed by these edits in a block, if it cannot.
pub type Obstacle<'a> = dyn Fn(&Text<'_>, &[Edit]) -> Option<&'static str> + 'a;

/// What a plan means for a document that cites the old version in these places. `already` are the texts of the new
/// version that are in it, and `marks` are the marks of earlier migrations.
pub fn migrate(
    document: &CitingDocument<'_>,
    cited: &Citations<'_>,
    already: &[Quote],
    marks: &[Mark],
    target: &Target<'_>,
    obstacle: &Obstacle<'_>,
) -> Migration {
    let version = version(target.new.standard).map(str::to_owned);
    if let Some(left) = why_left(document, cited, marks, target) {
        return Migration { left: vec![left], version, ..Migration::default() };
    }
    let mut all = Mover {
        target,
        obstacle,
        blocks: &document.blocks,
        done: Migration { version, ..Migration::default() },
    };
    let mut leading_zeros = LeadingZeros::default();
    let own = |citation: &Citation<'_>| &*document.blocks[citation.block].text;
    for citation in &cited.codes {
        leading_zeros.see(&own(citation)[citation.range.clone()]);
    }
    let mut holds = None;
    let mut block = None;
    for citation in cited.codes.iter().filter(|citation| !is_in(citation, &cited.quotes)) {
        if block != Some(citation.block) {
            // Below a heading that names their letter, numbers have no letters.
            (block, holds) =
                (Some(citation.block), citation.has_implied_letter.then(|| citation.first.list()));
        }
        let code = &own(citation)[citation.range.clone()];
        let moved = Moved::new(citation, code, target, holds, leading_zeros);
        holds = moved.holds;
        all.citation(citation, code, moved);
    }
    let is_new = |quote: &Quote| {
        let is_longer = |new: &Quote| new.span.contains(quote.span) && new.span != quote.span;
        already.iter().any(|new| new.block == quote.block && is_longer(new))
    };
    for quote in cited.quotes.iter().filter(|quote| !is_new(quote)) {
        all.quote(quote);
    }
    if cited.may_cite {
        let doubtful = cited.doubtful.iter().filter(|citation| !is_in(citation, &cited.quotes));
        doubtful.for_each(|citation| all.doubt(citation, &own(citation)[citation.range.clone()]));
    }
    all.labels();
    let mut done = all.done;
    done.edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    done.notes.sort_by_key(|note| note.span);
    done.left.sort_by_key(|left| left.span);
    done
}

/// Whether a code is part of what a statement says.
fn is_in(citation: &Citation<'_>, quotes: &[Quote]) -> bool {
    quotes.iter().any(|quote| quote.block == citation.block && quote.span.contains(citation.span))
}

struct Mover<'m> {
    target: &'m Target<'m>,
    obstacle: &'m Obstacle<'m>,
    blocks: &'m [Block<'m>],
    done: Migration,
}

impl Mover<'_> {
    fn citation(&mut self, citation: &Citation<'_>, code: &str, moved: Moved) {
        let span = citation.span;
        let left = |why: String| NotMoved { span, why };
        if is_newer(citation, self.target) {
            let why = format!("`{code}` is not changed: the text beside it is already from the new version");
            return self.done.left.push(left(why));
        }
        for unknown in &moved.unknown {
            if self.target.new.statement(*unknown).is_some() {
                let why = "but the new version has it: check which statement is meant";
                let text = format!("{unknown} is not in the old version, {why}");
                self.done.notes.push(Note { span, text });
            } else {
                self.done.left.push(left(format!("cites {unknown}, which neither version has")));
            }
        }
        match self.change(citation.block, citation.range.start, &moved.changes) {
            None => {
                self.done.codes += moved.count;
                self.done.notes.extend(moved.notes.into_iter().map(|text| Note { span, text }));
            }
            Some(why) => self.done.left.push(left(format!("`{code}` is not changed: {why}"))),
        }
    }

    /// Records what may be a code that would change.
    fn doubt(&mut self, citation: &Citation<'_>, code: &str) {
        let first = citation.first.base();
        let members = self.target.old.between(first, citation.last.unwrap_or(first));
        let stays = |code: &Code| self.target.plan.of(*code).is_none_or(|one| one.moves_to() == Some(*code));
        if !members.iter().all(stays) {
            let why = format!("`{code}` is not changed: it may not be a code. If it is, change it by hand");
            self.done.left.push(NotMoved { span: citation.span, why });
        }
    }

    fn quote(&mut self, quote: &Quote) {
        let planned = |code: &Code| self.target.plan.of(*code).map(|planned| (*code, planned));
        let all: Vec<_> = quote.codes.iter().filter_map(planned).collect();
        let Some((code, first)) = all.first().copied() else { return };
        if !quote.has_code {
            let text = note_of_quote(code, first);
            self.done.notes.extend(text.map(|text| Note { span: quote.span, text }));
        }
        // Statements that said the same may say different things now.
        let is_decided =
            all.iter().all(|(_, one)| one.moves_to().is_some() && one.new_text == first.new_text);
        if !is_decided {
            return;
        }
        let text = &self.blocks[quote.block].text[quote.range.clone()];
        let changes = quoted::changes(text, &first.old_text, &first.new_text);
        if changes.is_empty() {
            return;
        }
        match self.change(quote.block, quote.range.start, &changes) {
            None => self.done.quotes += 1,
            Some(why) => {
                let why = format!("quotes the old text of {code}: {why}");
                self.done.left.push(NotMoved { span: quote.span, why });
            }
        }
    }

    /// Makes changes in a block, all of them or none; then it says why. Their positions count from the byte `start` of
    /// its text.
    fn change(&mut self, block: usize, start: usize, changes: &[Change]) -> Option<&'static str> {
        let text = &self.blocks[block].text;
        let edit = |(range, new): &(Range<usize>, String)| Edit {
            span: text.span_of(range.start + start..range.end + start),
            replacement: new.clone(),
        };
        let edits: Vec<Edit> = changes.iter().map(edit).collect();
        let obstacle = if edits.is_empty() { None } else { (self.obstacle)(text, &edits) };
        if obstacle.is_none() {
            self.done.edits.extend(edits);
        }
        obstacle
    }

    /// Records where the text names the old version. This is not changed, because some of these places may be about the
    /// past.
    fn labels(&mut self) {
        let standard = self.target.old.standard;
        let Some(version) = standard.facts.version.stated().map(|text| text.trim()) else { return };
        for block in self.blocks {
            let text: &str = &block.text;
            let found = mentions(text, standard).into_iter().filter(|one| one.number == version);
            self.done.labels.extend(found.map(|one| block.text.span_of(one.range(text))));
        }
    }
}
