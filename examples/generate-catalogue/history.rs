//! The standard whose every version changes in known ways, for telling the history of a standard.

use super::content::{BEHAVIOURS, KNOWLEDGE, SKILLS, Version};
use super::prng::Rng;
use super::revise::{
    Note, add, add_duty, map, merge, prolong, refund, relevel, remove, renumber, retitle, reword, split,
};

/// Makes the changes of the step that leads to the version number `step`, which counts from 1.
pub(crate) fn advance(version: &mut Version, step: usize, rng: &mut Rng) -> Vec<Note> {
    let notes = match step {
        1 => vec![
            Some(add(version, KNOWLEDGE, rng)),
            reword(version, SKILLS, rng),
            Some(add_duty(version, rng)),
            Some(prolong(version)),
        ],
        2 => vec![
            remove(version, KNOWLEDGE, rng),
            split(version, SKILLS, rng),
            map(version, SKILLS, rng),
            reword(version, BEHAVIOURS, rng),
            Some(refund(version, rng)),
        ],
        _ => vec![
            merge(version, KNOWLEDGE, rng),
            renumber(version, SKILLS, rng),
            remove(version, BEHAVIOURS, rng),
            Some(relevel(version)),
            Some(retitle(version)),
        ],
    };
    notes.into_iter().flatten().collect()
}
