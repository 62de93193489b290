//! The catalogue of the next download: most of it is the same, and the rest changed in known ways.

use super::catalogue::{Made, Maker};
use super::content::{KNOWLEDGE, SKILLS};
use super::manifest::{Change, DOWNLOADS, Line, VERSIONS};
use super::outline::{Last, Outline};
use super::prng::Rng;
use super::revise::{Note, map, relevel, reword};

/// The standard of `outline` in the next download, and what is new about it.
pub(crate) fn next(maker: Maker, outline: &Outline) -> (Made, Vec<Line>) {
    let mut rng = Rng::of(&[maker.seed, outline.index as u64, 9]);
    let drawn = if outline.is_history() { 100 } else { rng.below(100) };
    match drawn {
        0..2 => gone(maker, outline),
        2..6 if outline.last == Last::Approved => new_version(maker, outline),
        6..9 => {
            changed(maker, outline, |made, rng| reword(made.versions.last_mut()?, KNOWLEDGE, rng), &mut rng)
        }
        9..11 => changed(maker, outline, |made, rng| map(made.versions.last_mut()?, SKILLS, rng), &mut rng),
        11..13 => changed(maker, outline, |made, _| made.versions.last_mut().map(relevel), &mut rng),
        _ => (maker.make(outline), Vec::new()),
    }
}

fn gone(maker: Maker, outline: &Outline) -> (Made, Vec<Line>) {
    let made = maker.make(outline);
    let lines =
        made.versions.iter().map(|version| Line::Change(Change::of_record(version, "gone"))).collect();
    (Made { versions: Vec::new(), steps: Vec::new() }, lines)
}

/// One more version; the one that was approved is retired.
fn new_version(maker: Maker, outline: &Outline) -> (Made, Vec<Line>) {
    let made = maker.make(&Outline { versions: outline.versions + 1, ..*outline });
    let [.., old, new] = made.versions.as_slice() else { unreachable!("there are two versions at least") };
    let date = |date: &Option<String>| date.clone().unwrap_or_default();
    let notes = [
        Note::field("status", &new.status, &old.status),
        Note::field("latestStart", &"", &date(&old.dates.latest_start)),
        Note::field("latestEnd", &"", &date(&old.dates.latest_end)),
    ];
    let mut lines: Vec<Line> =
        notes.iter().map(|note| Line::Change(Change::of_note(note, old, old, DOWNLOADS))).collect();
    lines.push(Line::Change(Change::of_record(new, "new version")));
    let notes = made.steps.last().into_iter().flatten();
    lines.extend(notes.map(|note| Line::Change(Change::of_note(note, old, new, VERSIONS))));
    (made, lines)
}

/// One change in the last version.
fn changed(
    maker: Maker,
    outline: &Outline,
    change: impl FnOnce(&mut Made, &mut Rng) -> Option<Note>,
    rng: &mut Rng,
) -> (Made, Vec<Line>) {
    let mut made = maker.make(outline);
    let old = made.versions.last().cloned();
    let note = change(&mut made, rng);
    let line = |note: Note| {
        Some(Line::Change(Change::of_note(&note, old.as_ref()?, made.versions.last()?, DOWNLOADS)))
    };
    let lines = note.and_then(line).into_iter().collect();
    (made, lines)
}
