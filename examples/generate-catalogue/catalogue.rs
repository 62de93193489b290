//! Makes the versions of a standard, each from the one before.

use std::rc::Rc;

use super::content::{Sort, Version};
use super::draft::draft;
use super::history;
use super::manifest::{Change, Line, VERSIONS};
use super::outline::Outline;
use super::prng::Rng;
use super::revise::{Note, revise};
use super::timeline::stages;
use super::write::Shape;

/// The settings that all standards of a catalogue are made with.
#[derive(Clone, Copy)]
pub(crate) struct Maker {
    pub(crate) seed: u64,
    /// The mean size of a record.
    pub(crate) bytes: usize,
    pub(crate) shape: Shape,
    /// Whether no version repeats a text from another.
    pub(crate) distinct: bool,
}

/// A standard, and what each version except the first changed.
pub(crate) struct Made {
    pub(crate) versions: Vec<Version>,
    /// One list of notes for each version; the first list is empty.
    pub(crate) steps: Vec<Vec<Note>>,
}

impl Made {
    /// The changes from version to version, for the manifest.
    pub(crate) fn changes(&self) -> Vec<Line> {
        let pairs = self.versions.windows(2).zip(&self.steps[1..]);
        let lines = pairs.flat_map(|(pair, notes)| {
            notes.iter().map(|note| Line::Change(Change::of_note(note, &pair[0], &pair[1], VERSIONS)))
        });
        lines.collect()
    }
}

impl Maker {
    /// All versions of a standard.
    pub(crate) fn make(self, outline: &Outline) -> Made {
        let mut stages = stages(self.seed, outline).into_iter();
        let first = stages.next().expect("a standard has a version");
        let mut rng = Rng::of(&[self.seed, outline.index as u64, 6]);
        let size = self.size(outline, &mut rng);
        let mut version = draft(self.seed, outline, first, self.shape.statements_in(size));
        self.pad(&mut version, size, &mut rng);
        let mut made = Made { versions: vec![version], steps: vec![Vec::new()] };
        for (step, stage) in (1..).zip(stages) {
            let mut rng = Rng::of(&[self.seed, outline.index as u64, 5, step as u64]);
            let mut next = made.versions[step - 1].clone();
            next.number.clone_from(&stage.number);
            next.number_again = stage.number;
            stage.status.clone_into(&mut next.status);
            next.dates = stage.dates;
            let notes = if self.distinct {
                self.rewrite(&mut next, outline, step as u64);
                Vec::new()
            } else if outline.is_history() {
                history::advance(&mut next, step, &mut rng)
            } else {
                revise(&mut next, &mut rng)
            };
            made.versions.push(next);
            made.steps.push(notes);
        }
        made
    }

    /// Gives a version its own texts; other versions repeat most of what the version before them says.
    fn rewrite(self, version: &mut Version, outline: &Outline, step: u64) {
        let mut rng = Rng::of(&[self.seed, outline.index as u64, 10, step]);
        let size = self.size(outline, &mut rng);
        let first = stages(self.seed, outline).into_iter().next().expect("a standard has a version");
        let mut own = draft(rng.next(), outline, first, self.shape.statements_in(size));
        self.pad(&mut own, size, &mut rng);
        (version.duties, version.lists, version.options) = (own.duties, own.lists, own.options);
        version.frame = own.frame;
    }

    /// The size of a first version: from three to seven fifths of the mean, or a third of that if there are no duties.
    fn size(self, outline: &Outline, rng: &mut Rng) -> usize {
        let size = self.bytes * rng.between(60, 140) / 100;
        if outline.sort == Sort::Apprenticeship { size } else { size / 3 }
    }

    /// Brings a first version to its size.
    fn pad(self, version: &mut Version, size: usize, rng: &mut Rng) {
        // A version that is retired later must not get another frame.
        let mut measured = version.clone();
        measured.status.clear();
        (measured.dates.latest_start, measured.dates.latest_end) = (None, None);
        let missing = size.saturating_sub(self.shape.render(&measured).len());
        Rc::make_mut(&mut version.frame).pad(missing, self.shape == Shape::StandardsApi, rng);
    }
}
