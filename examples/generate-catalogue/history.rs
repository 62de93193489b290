//! The standard in which every version changes in known ways, for testing the history of a standard.

use super::content::{BEHAVIOURS, KNOWLEDGE, SKILLS, Version};
use super::prng::Rng;
use super::revise::{
    Note, Revision, add, add_duty, map, merge, prolong, refund, relevel, remove, renumber, retitle, reword,
    split,
};

/// Makes the changes of the step that leads to version number `step`, counted from 1.
pub(crate) fn advance(version: &mut Version, step: usize, rng: &mut Rng) -> Vec<Note> {
    let mut revision = Revision::of(version);
    match step {
        1 => {
            revision.make(|version, rng| Some(add(version, KNOWLEDGE, rng)), rng);
            revision.make(|version, rng| reword(version, SKILLS, rng), rng);
            revision.make(|version, rng| Some(add_duty(version, rng)), rng);
            revision.make(|version, _| Some(prolong(version)), rng);
        }
        2 => {
            revision.make(|version, rng| remove(version, KNOWLEDGE, rng), rng);
            revision.make(|version, rng| split(version, SKILLS, rng), rng);
            revision.make(|version, rng| map(version, SKILLS, rng), rng);
            revision.make(|version, rng| reword(version, BEHAVIOURS, rng), rng);
            revision.make(|version, rng| Some(refund(version, rng)), rng);
        }
        _ => {
            revision.make(|version, rng| merge(version, KNOWLEDGE, rng), rng);
            revision.make(|version, rng| renumber(version, SKILLS, rng), rng);
            revision.make(|version, rng| remove(version, BEHAVIOURS, rng), rng);
            revision.make(|version, _| Some(relevel(version)), rng);
            revision.make(|version, _| Some(retitle(version)), rng);
        }
    }
    revision.notes()
}
