//! Quoted texts: changed words are replaced one by one, and everything else stays as the document has it.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::written::Change;
use crate::citing::Words;

/// The changes that turn `quote`, which has the words of the old text of a statement, into the new text.
pub(super) fn changes(quote: &str, old: &str, new: &str) -> Vec<Change> {
    let words = |text| Words::of(text).collect::<Vec<_>>();
    let (in_quote, in_old, in_new) = (words(quote), words(old), words(new));
    if in_quote.len() != in_old.len() || in_new.is_empty() {
        return Vec::new();
    }
    let said = |text: &str, words: &[Range<usize>]| -> Vec<String> {
        words.iter().map(|word| text[word.clone()].to_lowercase()).collect()
    };
    let ops = capture_diff_slices(Algorithm::Myers, &said(old, &in_old), &said(new, &in_new));
    let mut changes = Vec::new();
    // The last word that both texts have, by its numbers in them.
    let mut before: Option<(usize, usize)> = None;
    let kept = ops.iter().filter_map(|op| match *op {
        DiffOp::Equal { old_index, new_index, len } => {
            Some((0..len).map(move |at| (old_index + at, new_index + at)))
        }
        _ => None,
    });
    for (at_old, at_new) in
        kept.flatten().map(Some).chain([None]).map(|next| next.unwrap_or((in_old.len(), in_new.len())))
    {
        let gap = |words: &[Range<usize>], last: Option<usize>, next: usize, len: usize| {
            let start = last.map_or(words.first().map_or(0, |word| word.start), |last| words[last].end);
            let end =
                words.get(next).map_or_else(|| words.last().map_or(len, |word| word.end), |word| word.start);
            start..end.max(start)
        };
        let (last_old, last_new) = (before.map(|one| one.0), before.map(|one| one.1));
        let of_old = gap(&in_old, last_old, at_old, old.len());
        let of_new = gap(&in_new, last_new, at_new, new.len());
        if old[of_old.clone()] != new[of_new.clone()] {
            let place = gap(&in_quote, last_old, at_old, quote.len());
            changes.push((without_markup(quote, place, &old[of_old]), new[of_new].to_owned()));
        }
        if let Some((word, now)) = in_old.get(at_old).zip(in_new.get(at_new)) {
            let (was, is) = (&old[word.clone()], &new[now.clone()]);
            let place = in_quote[at_old].clone();
            if was != is && quote[place.clone()] == *was {
                changes.push((place, is.to_owned()));
            }
        }
        before = Some((at_old, at_new));
    }
    changes
}

/// The part of a gap between words that is the same as in the old text, if there is markup next to it: `**`.
fn without_markup(quote: &str, place: Range<usize>, old: &str) -> Range<usize> {
    let said = &quote[place.clone()];
    if said.starts_with(old) {
        place.start..place.start + old.len()
    } else if said.ends_with(old) {
        place.end - old.len()..place.end
    } else {
        place
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now(quote: &str, old: &str, new: &str) -> String {
        let mut text = quote.to_owned();
        for (range, with) in changes(quote, old, new).into_iter().rev() {
            text.replace_range(range, &with);
        }
        text
    }

    #[test]
    fn only_what_changed_is_rewritten() {
        for (quote, old, new, expected) in [
            (
                "tides  and **currents**",
                "Tides and currents.",
                "Tides and strong currents.",
                "tides  and strong **currents**",
            ),
            (
                "Tides and currents",
                "Tides and currents.",
                "Tides, currents and winds.",
                "Tides, currents and winds",
            ),
            ("Know the tides", "Know the tides", "The tides", "The tides"),
            ("the\ntides", "the tides", "the tides of the bay", "the\ntides of the bay"),
            ("Tides", "Tides", "Currents", "Currents"),
            ("Moor a boat", "Moor a boat", "Moor a Boat", "Moor a Boat"),
            ("Moor a boat’s line", "Moor a boat’s line", "Moor a boat's line", "Moor a boat's line"),
        ] {
            assert_eq!(now(quote, old, new), expected);
            assert_eq!(now(&now(quote, old, new), new, old).to_lowercase(), quote.to_lowercase());
        }
    }
}
