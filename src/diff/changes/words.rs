//! How one text becomes another, word by word, as byte ranges into both.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::change::{WordOp, WordOpKind};
use crate::diff::text::{is_stop_word, normalised};

/// The limit on pairs of pieces that are compared to find what two texts have in common: enough for texts of hundreds
/// of words with no word in common.
const MOST_PAIRS: usize = 1 << 20;

/// How one text becomes another.
#[derive(Clone, Debug, Default)]
pub(in crate::diff) struct WordDiff {
    /// The pieces that cover both texts from start to end.
    pub(super) ops: Vec<WordOp>,
    /// Whether the texts are too long to compare word by word: then there is a single edit between what they have in
    /// common at the start and at the end.
    pub(super) too_long: bool,
}

/// How one text becomes another, word by word. Equal words between two edits that carry no meaning are merged into
/// them, so that a reader sees whole phrases.
pub(super) fn word_ops(old: &str, new: &str) -> WordDiff {
    let (old_words, new_words) = (pieces(old), pieces(new));
    let ends = ends((old, &old_words), (new, &new_words));
    let between = |len: usize| len - ends.iter().sum::<usize>();
    let too_long = between(old_words.len()).saturating_mul(between(new_words.len())) > MOST_PAIRS;
    let runs = if too_long {
        one_edit(ends, old_words.len(), new_words.len())
    } else {
        let plain = |text: &str, pieces: &[Range<usize>]| -> Vec<String> {
            pieces.iter().map(|range| plain_piece(&text[range.clone()])).collect()
        };
        let (old_plain, new_plain) = (plain(old, &old_words), plain(new, &new_words));
        merge_small_gaps(runs(&capture_diff_slices(Algorithm::Myers, &old_plain, &new_plain)), &old_plain)
    };
    let mut found: Vec<WordOp> = Vec::new();
    for run in runs {
        let (from, to) = (bytes(&run.old, &old_words, old.len()), bytes(&run.new, &new_words, new.len()));
        if run.equal {
            equal_pieces(old, new, &old_words[run.old], &new_words[run.new], &mut found);
            continue;
        }
        if !from.is_empty() {
            let place = to.start..to.start;
            found.push(WordOp { kind: WordOpKind::Delete, old: from.clone(), new: place });
        }
        if !to.is_empty() {
            found.push(WordOp { kind: WordOpKind::Insert, old: from.end..from.end, new: to });
        }
    }
    WordDiff { ops: found, too_long }
}

/// The byte ranges of words, runs of white space and single other characters.
fn pieces(text: &str) -> Vec<Range<usize>> {
    #[derive(PartialEq)]
    enum Class {
        Word,
        Space,
        Other,
    }
    let class = |c: char| match c {
        c if c.is_alphanumeric() => Class::Word,
        c if c.is_whitespace() => Class::Space,
        _ => Class::Other,
    };
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut last = Class::Other;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let this = class(c);
        match pieces.last_mut() {
            Some(piece) if this == last && this != Class::Other => piece.end = end,
            _ => pieces.push(at..end),
        }
        last = this;
    }
    pieces
}

/// A piece as it is compared: all white space is one space, quotes and dashes are plain, capitals do
/// not count.
fn plain_piece(piece: &str) -> String {
    if piece.chars().all(char::is_whitespace) {
        return " ".to_owned();
    }
    let plain = normalised(piece);
    if plain.is_empty() { piece.to_owned() } else { plain }
}

/// A run of pieces that are all the same, or all different.
#[derive(Clone, Debug)]
struct Stretch {
    equal: bool,
    old: Range<usize>,
    new: Range<usize>,
}

/// How many pieces two texts have in common at the start and at the end.
fn ends((old, old_words): (&str, &[Range<usize>]), (new, new_words): (&str, &[Range<usize>])) -> [usize; 2] {
    let same = |(from, to): &(&Range<usize>, &Range<usize>)| {
        let (from, to) = (&old[(*from).clone()], &new[(*to).clone()]);
        from == to || plain_piece(from) == plain_piece(to)
    };
    let start = old_words.iter().zip(new_words).take_while(same).count();
    let (old_rest, new_rest) = (&old_words[start..], &new_words[start..]);
    [start, old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(same).count()]
}

/// What two lists of pieces have in common at the start and at the end, and one edit in between.
fn one_edit([start, end]: [usize; 2], old: usize, new: usize) -> Vec<Stretch> {
    let (old_end, new_end) = (old - end, new - end);
    let runs = [
        Stretch { equal: true, old: 0..start, new: 0..start },
        Stretch { equal: false, old: start..old_end, new: start..new_end },
        Stretch { equal: true, old: old_end..old, new: new_end..new },
    ];
    runs.into_iter().filter(|run| !run.old.is_empty() || !run.new.is_empty()).collect()
}

fn runs(ops: &[DiffOp]) -> Vec<Stretch> {
    let mut runs: Vec<Stretch> = Vec::new();
    for op in ops {
        let (equal, old, new) = (matches!(op, DiffOp::Equal { .. }), op.old_range(), op.new_range());
        match runs.last_mut() {
            Some(last) if last.equal == equal => {
                last.old.end = old.end;
                last.new.end = new.end;
            }
            _ => runs.push(Stretch { equal, old, new }),
        }
    }
    runs
}

/// Joins two edits with what is between them, if that is at most one stop word.
fn merge_small_gaps(runs: Vec<Stretch>, old: &[String]) -> Vec<Stretch> {
    let says_nothing = |run: &Stretch| {
        let words = old[run.old.clone()].iter().filter(|piece| piece.starts_with(char::is_alphanumeric));
        let words: Vec<&String> = words.collect();
        words.len() <= 1 && words.iter().all(|word| is_stop_word(word))
    };
    let mut joined: Vec<Stretch> = Vec::new();
    let count = runs.len();
    for (at, run) in runs.into_iter().enumerate() {
        let island = run.equal && at > 0 && at + 1 < count && says_nothing(&run);
        match joined.last_mut() {
            Some(last) if !last.equal && (island || !run.equal) => {
                last.old.end = run.old.end;
                last.new.end = run.new.end;
            }
            _ => joined.push(run),
        }
    }
    joined
}

/// The bytes of a range of pieces.
fn bytes(range: &Range<usize>, pieces: &[Range<usize>], len: usize) -> Range<usize> {
    let start = pieces.get(range.start).map_or(len, |piece| piece.start);
    let end = if range.is_empty() { start } else { pieces[range.end - 1].end };
    start..end
}

/// Pieces that are the same, separated by whether they are identical byte for byte.
fn equal_pieces(
    old: &str,
    new: &str,
    old_words: &[Range<usize>],
    new_words: &[Range<usize>],
    found: &mut Vec<WordOp>,
) {
    for (from, to) in old_words.iter().zip(new_words) {
        let same = old[from.clone()] == new[to.clone()];
        let kind = if same { WordOpKind::Equal } else { WordOpKind::Typography };
        match found.last_mut() {
            Some(last) if last.kind == kind => {
                last.old.end = from.end;
                last.new.end = to.end;
            }
            _ => found.push(WordOp { kind, old: from.clone(), new: to.clone() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(old: &str, new: &str) -> String {
        let ops = word_ops(old, new).ops;
        let show = |op: &WordOp| match op.kind {
            WordOpKind::Equal => new[op.new.clone()].to_owned(),
            WordOpKind::Typography => format!("<{}>", &new[op.new.clone()]),
            WordOpKind::Delete => format!("[-{}-]", &old[op.old.clone()]),
            WordOpKind::Insert => format!("[+{}+]", &new[op.new.clone()]),
        };
        ops.iter().map(show).collect()
    }

    #[test]
    fn words_come_and_go() {
        assert_eq!(shown("Log within 24 hours.", "Log within 12 hours."), "Log within [-24-][+12+] hours.");
        assert_eq!(shown("The locks.", "The locks and the gates."), "The locks[+ and the gates+].");
        assert_eq!(shown("", "New"), "[+New+]");
    }

    #[test]
    fn islands_that_say_nothing_are_swallowed() {
        let found = shown("Inspect gates and paddles daily", "Repair locks and ladders daily");
        assert_eq!(found, "[-Inspect gates and paddles-][+Repair locks and ladders+] daily");
    }

    #[test]
    fn texts_without_end_are_one_edit_between_what_is_the_same() {
        let (old, new) = ("lock gate ".repeat(2000), "door hinge ".repeat(2000));
        let whole = word_ops(&format!("The {old}leak."), &format!("The {new}leak."));
        let kinds: Vec<_> = whole.ops.iter().map(|op| op.kind).collect();
        let all = [WordOpKind::Equal, WordOpKind::Delete, WordOpKind::Insert, WordOpKind::Equal];
        assert_eq!((whole.too_long, kinds.as_slice()), (true, all.as_slice()));
        let edited = word_ops(&format!("The {old}leak."), &format!("The {old}leaks."));
        assert!(!edited.too_long && edited.ops.len() > 2);
    }

    #[test]
    fn typography_stands_apart() {
        assert_eq!(shown("The 'lock' is", "The ‘lock’ is"), "The <‘>lock<’> is");
        assert_eq!(shown("found in a", "found\u{a0}in a"), "found<\u{a0}>in a");
    }
}
