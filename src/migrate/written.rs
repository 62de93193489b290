//! How a document writes codes, and how it would write other codes in their place: `k1`, `K01`, the 2 of `K1, 2`.

use std::num::NonZeroU8;
use std::ops::Range;

use crate::model::{Code, Prefix};

/// The list that a code belongs to.
pub(super) type List = (Prefix, Option<NonZeroU8>);

/// A change in a text: these bytes are removed, and this text replaces them.
pub(super) type Change = (Range<usize>, String);

/// Whether the document writes small numbers with a leading zero, and whether it does so for all of them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct LeadingZeros {
    padded: bool,
    bare: bool,
}

impl LeadingZeros {
    /// Takes note of a code as it is written.
    pub(super) fn see(&mut self, code: &str) {
        let digits = Parts::of(code).digits;
        self.padded |= code[digits.clone()].starts_with('0');
        self.bare |= digits.len() == 1;
    }

    /// A number in place of these digits.
    fn number(self, number: u32, old: &str) -> String {
        let is_padded = old.starts_with('0') || self.padded && !self.bare && old.len() > 1;
        let width = if is_padded { old.len() } else { 0 };
        format!("{number:0width$}")
    }
}

/// A code as it is written: its letters, what is in between (`K 3`), its digits, and the rest.
struct Parts {
    letters: usize,
    digits: Range<usize>,
}

impl Parts {
    fn of(code: &str) -> Self {
        let start = code.find(|c: char| c.is_ascii_digit()).unwrap_or(code.len());
        let len = code[start..].bytes().take_while(u8::is_ascii_digit).count();
        let letters = code[..start].find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(start);
        Self { letters, digits: start..start + len }
    }
}

/// The bytes of the code that a text ends with; for a range, those of its last code.
pub(super) fn last_code(text: &str) -> Range<usize> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let letters = digits.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let is_code = Code::read(&text.as_bytes()[letters.len()..]).is_some();
    if is_code { letters.len()..text.len() } else { digits.len()..text.len() }
}

/// The bytes of the code that a text begins with.
pub(super) fn first_code(text: &str) -> Range<usize> {
    let digits = Parts::of(text).digits;
    0..digits.end
}

/// Whether a code is written without letters, because those of the code before it apply.
pub(super) fn is_bare(code: &str) -> bool {
    code.starts_with(|c: char| c.is_ascii_digit())
}

/// The changes that turn `old`, written as `code`, into `new`; empty if it stays the same. A code without letters stays
/// without them as long as it belongs to the list that applies there.
pub(super) fn rewritten(
    code: &str,
    old: Code,
    new: Code,
    holds: Option<List>,
    leading_zeros: LeadingZeros,
) -> Vec<Change> {
    let Parts { letters: end, digits } = Parts::of(code);
    let mut changes = Vec::new();
    let is_of_list = holds == Some(new.list());
    if is_bare(code) && !is_of_list || !is_bare(code) && old.list() != new.list() {
        changes.push((0..end, letters(new, &code[..end])));
    }
    let number = leading_zeros.number(new.number, &code[digits.clone()]);
    if number != code[digits.clone()] && old.number != new.number {
        changes.push((digits.clone(), number));
    }
    if (old.part, old.letter) != (new.part, new.letter) {
        changes.push((digits.end..code.len(), behind(new)));
    }
    changes
}

/// A code written in the manner of another code.
pub(super) fn alike(new: Code, model: &str, leading_zeros: LeadingZeros) -> String {
    let Parts { letters: end, digits } = Parts::of(model);
    let number = leading_zeros.number(new.number, &model[digits.clone()]);
    letters(new, &model[..end]) + &model[end..digits.start] + &number + &behind(new)
}

/// A code written in the manner of one without letters, where the letters of its list apply.
pub(super) fn bare(new: Code, model: &str, leading_zeros: LeadingZeros) -> String {
    leading_zeros.number(new.number, model) + &behind(new)
}

/// The letters of a code, in small letters if the old ones were.
fn letters(code: Code, old: &str) -> String {
    let group = code.group.map(|group| char::from(group.get()));
    let letters: String = group.into_iter().chain(code.prefix.letters().chars()).collect();
    let is_small = !old.is_empty() && old.chars().all(|c| c.is_ascii_lowercase());
    if is_small { letters.to_ascii_lowercase() } else { letters }
}

/// What comes after the number of a code.
fn behind(code: Code) -> String {
    let part = code.part.map(|part| format!(".{part}")).unwrap_or_default();
    let letter = code.letter.map(|letter| char::from(letter.get()).to_string()).unwrap_or_default();
    part + &letter
}
