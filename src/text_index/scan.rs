//! A single scan of the bytes of a text: where its words are, and which marks it has.

use super::byte_classes::{ByteBlock, each_block, places};
use crate::model::{ends_in_residue, is_placeholder, is_visible_placeholder, looks_like, unseen};

/// A feature of a text that rules ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub enum Mark {
    /// A straight apostrophe.
    Apostrophe = 1,
    /// A curly quotation mark or apostrophe: ‘ ’ “.
    CurlyQuote = 1 << 1,
    /// A character that looks like a space, but does not allow a line break.
    NoBreakSpace = 1 << 2,
    /// `_`.
    Underscore = 1 << 3,
    /// `&`.
    Ampersand = 1 << 4,
    /// `<`.
    LessThan = 1 << 5,
    /// A line feed.
    LineBreak = 1 << 6,
    /// Stray space: doubled, at either end, or before a comma, a full stop or a semicolon; a tab.
    StraySpace = 1 << 7,
    /// A full stop, a question mark or an exclamation mark followed by anything but white space.
    InnerStop = 1 << 8,
    /// A duty or statement that is only a placeholder, see [`is_placeholder`].
    Placeholder = 1 << 9,
    /// A duty or statement that does not end like a sentence.
    OpenEnd = 1 << 10,
    /// A character that nobody can see: see [`unseen`].
    Unseen = 1 << 11,
    /// A letter of another script that looks like a Latin one; see [`looks_like`].
    LookAlike = 1 << 12,
    /// A word followed by the same word.
    Repeat = 1 << 13,
}

/// The character ends a sentence: an extra bit, in addition to the marks.
const STOP: u16 = 1 << 14;

/// The character is not preceded by a space: another extra bit.
const CLOSE: u16 = 1 << 15;

/// What each ASCII character shows.
const SHOWN: [u16; 128] = {
    let (mut shown, mut character) = ([0; 128], 0_u8);
    while character < 128 {
        shown[character as usize] = shown_by(character as char);
        character += 1;
    }
    shown
};

/// What a single character shows, as bits.
const fn shown_by(character: char) -> u16 {
    match character {
        '\'' => Mark::Apostrophe as u16,
        '‘' | '’' | '“' => Mark::CurlyQuote as u16,
        '\u{a0}' | '\u{2007}' | '\u{202f}' => Mark::NoBreakSpace as u16,
        '_' => Mark::Underscore as u16,
        '&' => Mark::Ampersand as u16,
        '<' => Mark::LessThan as u16,
        '\n' => Mark::LineBreak as u16,
        '\t' => Mark::StraySpace as u16,
        ',' | ';' => CLOSE,
        '.' | '?' | '!' => CLOSE | STOP,
        _ if unseen(character).is_some() => Mark::Unseen as u16,
        _ => 0,
    }
}

/// The marks of a text: one bit for each [`Mark`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(u16);

impl Marks {
    /// These marks.
    pub(super) fn of(marks: &[Mark]) -> Self {
        Self(marks.iter().fold(0, |all, mark| all | *mark as u16))
    }

    pub(super) fn has(self, mark: Mark) -> bool {
        self.0 & mark as u16 != 0
    }

    /// Whether any of these is among them.
    pub(super) fn has_any(self, marks: Self) -> bool {
        self.0 & marks.0 != 0
    }

    /// These and others.
    pub(super) fn and(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }
}

/// The marks of a text that is a duty or a statement: these, and those that only such texts have.
pub(super) fn as_requirement(text: &str, marks: Marks) -> Marks {
    let mark = |is_there, mark| Marks(if is_there { mark as u16 } else { 0 });
    let is_empty = if marks.has(Mark::Unseen) { is_placeholder(text) } else { is_visible_placeholder(text) };
    marks.and(mark(is_empty, Mark::Placeholder)).and(mark(is_open(text), Mark::OpenEnd))
}

/// The mark of a text with the same word twice in a row.
pub(super) fn with_repeat(is_there: bool) -> Marks {
    Marks(if is_there { Mark::Repeat as u16 } else { 0 })
}

/// Scans a text and calls `word` with the start and the end of each of its words.
#[inline]
pub(super) fn scan(text: &str, mut word: impl FnMut(u32, u32)) -> Marks {
    // Words are found by a separate scan, so that the compiler can keep its state in registers.
    let (mut marks, mut words) = (MarkScan::new(text), WordScan::default());
    each_block(text.as_bytes(), |block| words.block(block.start, marks.block(block), &mut word));
    Marks(marks.finish())
}

/// What a scan has seen of a text, block by block.
struct MarkScan<'t> {
    text: &'t str,
    marks: u16,
    /// Where the first full stop, question mark or exclamation mark is; past the end if there is none.
    first_stop: usize,
    /// 1 if the block begins at the start of the text or after a space.
    after_space: u64,
    /// The bytes in this block that belong to the last character of the previous block, if that is a letter.
    inside: u64,
}

impl<'t> MarkScan<'t> {
    #[inline]
    fn new(text: &'t str) -> Self {
        Self { text, marks: 0, first_stop: usize::MAX, after_space: 1, inside: 0 }
    }

    /// Looks at a block; gives the bytes that belong to words.
    #[inline]
    fn block(&mut self, block: ByteBlock) -> u64 {
        let after_space = block.space << 1 | self.after_space;
        if block.space & after_space != 0 {
            self.marks |= Mark::StraySpace as u16;
        }
        self.after_space = block.space >> 63;
        let mut word = block.word | self.inside;
        self.inside = 0;
        for place in places(block.other & !word) {
            self.other(block.start + place, after_space >> place & 1 == 1, &mut word, place);
        }
        word
    }

    /// Looks at a byte that is neither a space nor an ASCII letter or digit. Letters of other scripts are added to
    /// `word`.
    #[inline]
    fn other(&mut self, at: usize, after_space: bool, word: &mut u64, place: usize) {
        match SHOWN.get(usize::from(self.text.as_bytes()[at])) {
            Some(shown) => {
                self.marks |= shown;
                self.first_stop = self.first_stop.min(if shown & STOP == 0 { usize::MAX } else { at });
                if after_space && shown & CLOSE != 0 {
                    self.marks |= Mark::StraySpace as u16;
                }
            }
            None => self.foreign(at, word, place),
        }
    }

    /// Looks at a byte of a character that is not ASCII.
    #[cold]
    fn foreign(&mut self, at: usize, word: &mut u64, place: usize) {
        // A byte inside a character has already been seen with the first byte.
        let Some(character) = self.text.get(at..).and_then(|rest| rest.chars().next()) else { return };
        self.marks |= shown_by(character);
        if character.is_alphanumeric() {
            self.marks |= if looks_like(character).is_some() { Mark::LookAlike as u16 } else { 0 };
            let bits = (1_u64 << character.len_utf8()) - 1;
            *word |= bits << place;
            self.inside = bits.checked_shr(u32::try_from(64 - place).unwrap_or(64)).unwrap_or(0);
        }
    }

    fn finish(mut self) -> u16 {
        if self.after_space == 1 || self.text.ends_with(' ') {
            self.marks |= Mark::StraySpace as u16;
        }
        // Most texts have no full stop except the one at the end.
        let is_inner = |end: usize| self.first_stop < end.saturating_sub(1);
        if is_inner(self.text.len()) && is_inner(self.text.trim_end().len()) {
            self.marks |= Mark::InnerStop as u16;
        }
        self.marks
    }
}

/// Whether a text is not empty and does not end with a punctuation mark that ends a sentence.
fn is_open(text: &str) -> bool {
    if text.ends_with('.') {
        return false;
    }
    let text = text.trim_end().trim_end_matches([')', '’', '”', '\'', '"']);
    let ends = text.is_empty() || text.ends_with(['.', '!', '?', ';', ':', '…']);
    !ends && !ends_in_residue(text)
}

/// The words that a scan has seen of a text, block by block.
#[derive(Default)]
struct WordScan {
    /// 1 if the block begins after a character of a word.
    after_word: u64,
    /// Where the word that ends next begins.
    open: u32,
}

impl WordScan {
    /// Goes through the words that end in a block: after their last character, or at the end of the text, because the
    /// last block is never full.
    #[inline]
    fn block(&mut self, start: usize, word: u64, each: &mut impl FnMut(u32, u32)) {
        // A text has less than 4 GiB.
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        let before = word << 1 | self.after_word;
        let (mut starts, mut ends) = (word & !before, before & !word);
        let mut next = || {
            let next = start + starts.trailing_zeros();
            starts &= starts.wrapping_sub(1);
            next
        };
        if self.after_word == 0 {
            self.open = next();
        }
        self.after_word = word >> 63;
        while ends != 0 {
            each(self.open, start + ends.trailing_zeros());
            ends &= ends - 1;
            self.open = next();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::words;

    const TEXTS: [&str; 9] = [
        "",
        "a",
        "Don’t over-fill",
        "  A word, and another ; here. And more ",
        "été à la française, naïve Straße",
        "no_break\u{a0}space & <b> 'it'\tor\n“that”",
        "0123456789012345678901234567890123456789012345678901234567890123 next",
        "012345678901234567890123456789012345678901234567890123456789012é next",
        "……………………………………………………………………………………………………………………é漢字…x",
    ];

    #[test]
    fn words_are_found_as_one_by_one() {
        for text in TEXTS {
            for shift in 0..70 {
                let value = format!("{}{text}", "-".repeat(shift));
                let mut found = Vec::new();
                scan(&value, |start, end| found.push(start as usize..end as usize));
                let slow: Vec<_> = words(&value).map(|(start, word)| start..start + word.len()).collect();
                assert_eq!(found, slow, "{value}");
            }
        }
    }

    #[test]
    fn marks_are_seen() {
        let has = |value: &str, mark| scan(value, |_, _| {}).has(mark);
        for stray in [" a", "a ", "a  b", "a ,b", "a ;", "a .", "a\tb"] {
            assert!(has(stray, Mark::StraySpace), "{stray:?}");
        }
        assert!(!has("a b, c; d. E (f)", Mark::StraySpace));
        assert!(has("A. B", Mark::InnerStop) && !has("A b. ", Mark::InnerStop));
        assert!(has(TEXTS[5], Mark::NoBreakSpace) && has(TEXTS[5], Mark::CurlyQuote));
        assert!(has(TEXTS[5], Mark::Apostrophe) && has(TEXTS[5], Mark::Underscore));
        assert!(
            has(TEXTS[5], Mark::Ampersand) && has(TEXTS[5], Mark::LessThan) && has(TEXTS[5], Mark::LineBreak)
        );
        assert!(!has(TEXTS[1], Mark::LineBreak));
        for unseen in ["a\0b", "\u{feff}", "é\u{200b}", "a\x1b[0m"] {
            assert!(has(unseen, Mark::Unseen), "{unseen:?}");
        }
        assert!(has("p\u{430}per", Mark::LookAlike));
        assert!(TEXTS.iter().all(|text| !has(text, Mark::Unseen) && !has(text, Mark::LookAlike)));
        let has = |value: &str, mark| as_requirement(value, scan(value, |_, _| ())).has(mark);
        assert!(has("TBC", Mark::Placeholder) && !has("Clean it", Mark::Placeholder));
        for open in ["Clean it", "Clean it (twice)", "Clean it, "] {
            assert!(has(open, Mark::OpenEnd), "{open}");
        }
        for whole in ["", "Clean it.", "Clean it. ", "“Clean it.”", "Clean it open_in_new", "One:"] {
            assert!(!has(whole, Mark::OpenEnd), "{whole}");
        }
    }
}
