//! The evidence for and against a pair, so that a reviewer can weigh it.

use std::cmp::Reverse;

use super::certain::{Clue, Link};
use super::made::Made;
use super::pair::{Evidence, ListedWords, PairedBy, Score, SiblingPair};
use super::similarity::Clues;
use super::texts::PairingTexts;
use crate::diff::item::{ItemRef, Section, Which};
use crate::diff::text::words;

/// How many words are named, the rarest first.
const WORDS: usize = 5;

/// The evidence for a pair. A pair made by the user, by an identifier or by the same words needs none.
pub(super) fn evidence(link: &Link, clues: &Clues<'_, '_, '_>, made: &Made) -> Evidence {
    use PairedBy::{AcrossKinds, MutualBest, Place, Similarity};
    if !matches!(link.by, Similarity | AcrossKinds | Place | MutualBest) {
        return Evidence::default();
    }
    let Clues { texts, lists, .. } = clues;
    let (i, j) = (link.old[0], link.new[0]);
    let is_duty = texts.old.items[i].section == Section::Duties;
    Evidence {
        shared: shared(link, texts),
        sibling: sibling(link, clues, made),
        listed: listed(link, clues),
        same_statements: if is_duty { lists.statements_kept(i, j, made) } else { 0 },
        same_duties: if is_duty { 0 } else { lists.duties_kept(i, j, made) },
        place: match link.clue {
            Clue::Place(place) => Some(place),
            _ => None,
        },
        lead: match link.clue {
            Clue::Lead(lead) => Some(Score::of(lead)),
            _ => None,
        },
    }
}

/// The words that both sides have, as the new text writes them.
fn shared(link: &Link, texts: &PairingTexts<'_, '_>) -> Vec<String> {
    let stems = link.old.iter().flat_map(|&i| &texts.old_stems[i].content).copied();
    rarest(stems.collect(), link.new.iter().map(|&j| texts.new.items[j].text), texts)
}

/// The rarest words of some texts whose stems are among these.
pub(super) fn rarest<'t>(
    mut stems: Vec<u32>,
    of: impl Iterator<Item = &'t str>,
    texts: &PairingTexts<'_, '_>,
) -> Vec<String> {
    stems.sort_unstable();
    stems.dedup();
    let mut found: Vec<(u32, String)> = Vec::new();
    for word in of.flat_map(words) {
        let Some(number) = texts.weights.number(&word) else { continue };
        if stems.binary_search(&number).is_ok() && found.iter().all(|(other, _)| *other != number) {
            found.push((number, word));
        }
    }
    found.sort_by_key(|(stem, _)| Reverse(texts.weights.weight(*stem)));
    found.truncate(WORDS);
    found.into_iter().map(|(_, word)| word).collect()
}

/// What the siblings of two items say, if they say anything.
fn sibling(link: &Link, clues: &Clues<'_, '_, '_>, made: &Made) -> Option<SiblingPair> {
    let (i, j) = (link.old[0], link.new[0]);
    let (old, new) = clues.siblings.of_pair(i, j)?;
    let agrees = made.as_pair(old, new).is_some();
    (agrees || clues.siblings.disagree(i, j, made)).then_some(SiblingPair { old, new, agrees })
}

/// The words of one duty that are also in the statements listed by the other.
fn listed(link: &Link, clues: &Clues<'_, '_, '_>) -> Option<ListedWords> {
    let texts = clues.texts;
    let (i, j) = (link.old[0], link.new[0]);
    let (which, stems) = clues.lists.mentioned(i, j)?;
    let (duty, says) = match which {
        Which::Old => (ItemRef::Old(i), texts.new.items[j].text),
        Which::New => (ItemRef::New(j), texts.old.items[i].text),
    };
    Some(ListedWords { duty, words: rarest(stems, std::iter::once(says), texts) })
}
