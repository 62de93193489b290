//! One text of a document with what a single look at its bytes has shown, so that most rules can tell at once that
//! there is nothing for them.

use super::Subject;
use super::blocks::{Block, blocks, places};
use crate::source::Text;

/// What a text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The title of a standard.
    Title,
    /// It tells: the overview, a paragraph of the summary or of an old profile.
    Narrative,
    /// It requires: a duty or a statement.
    Requirement,
    /// A name, a date, a heading.
    Other,
}

impl Role {
    /// The role of what findings call `subject`.
    fn of(subject: &Subject) -> Self {
        match subject {
            Subject::Code(_) | Subject::Item("duties", _) => Self::Requirement,
            Subject::Field("overview") | Subject::Item("summary", _) | Subject::Nested("profile", ..) => {
                Self::Narrative
            }
            Subject::Field("title") => Self::Title,
            _ => Self::Other,
        }
    }
}

/// What may stand in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub enum Mark {
    /// A straight apostrophe.
    Apostrophe = 1,
    /// A curly quotation mark or apostrophe: ‘ ’ “.
    CurlyQuote = 1 << 1,
    /// A character that looks like a space and keeps its words together.
    NoBreakSpace = 1 << 2,
    /// `_`.
    Underscore = 1 << 3,
    /// `&`.
    Ampersand = 1 << 4,
    /// `<`.
    LessThan = 1 << 5,
    /// A line feed.
    LineBreak = 1 << 6,
    /// Space that is too much: two of it, at an end, in front of a comma, a full stop or a semicolon; a tab.
    StraySpace = 1 << 7,
    /// A full stop, a question mark or an exclamation mark with anything but white space behind it.
    InnerStop = 1 << 8,
}

impl Mark {
    /// The mark that a single character shows, as a bit.
    fn of(character: char) -> u16 {
        match character {
            '\'' => Self::Apostrophe as u16,
            '‘' | '’' | '“' => Self::CurlyQuote as u16,
            '\u{a0}' | '\u{2007}' | '\u{202f}' => Self::NoBreakSpace as u16,
            '_' => Self::Underscore as u16,
            '&' => Self::Ampersand as u16,
            '<' => Self::LessThan as u16,
            '\n' => Self::LineBreak as u16,
            '\t' => Self::StraySpace as u16,
            _ => 0,
        }
    }
}

/// A text of a document.
#[derive(Clone, Debug)]
pub struct Passage<'d> {
    /// Its place among the texts of the document.
    pub index: usize,
    /// What findings call it.
    pub subject: Subject,
    /// The text.
    pub text: &'d Text<'d>,
    /// What it is for.
    pub role: Role,
    /// A bit for each [`Mark`].
    marks: u16,
}

impl<'d> Passage<'d> {
    /// Looks through a text and calls `word` with the start and the end of each of its words.
    pub(super) fn new(
        index: usize,
        subject: Subject,
        text: &'d Text<'d>,
        word: impl FnMut(usize, usize),
    ) -> Self {
        let role = Role::of(&subject);
        let mut look =
            Look { text, marks: 0, first_stop: None, behind_space: 1, inside: 0, open: None, word };
        for block in blocks(text.as_bytes()) {
            look.block(block);
        }
        let marks = look.finish();
        Self { index, subject, text, role, marks }
    }

    /// Whether `mark` may stand in it; if not, it certainly does not.
    #[must_use]
    pub fn has(&self, mark: Mark) -> bool {
        self.marks & mark as u16 != 0
    }

    /// Whether it is a duty or a statement.
    #[must_use]
    pub fn is_requirement(&self) -> bool {
        self.role == Role::Requirement
    }

    /// Whether it is read as sentences.
    #[must_use]
    pub fn is_prose(&self) -> bool {
        matches!(self.role, Role::Narrative | Role::Requirement)
    }
}

/// A look through a text, block by block.
struct Look<'t, F> {
    text: &'t str,
    marks: u16,
    /// Where the first full stop, question or exclamation mark stands.
    first_stop: Option<usize>,
    /// 1 if the block begins at the start of the text or behind a space.
    behind_space: u64,
    /// The bytes that the last character of the block before, a letter, has in this one.
    inside: u64,
    /// Where the word began that has not ended yet.
    open: Option<usize>,
    word: F,
}

impl<F: FnMut(usize, usize)> Look<'_, F> {
    #[inline]
    fn block(&mut self, block: Block) {
        let after_space = block.space << 1 | self.behind_space;
        if block.space & after_space != 0 {
            self.marks |= Mark::StraySpace as u16;
        }
        self.behind_space = block.space >> 63;
        let mut word = block.word | self.inside;
        self.inside = 0;
        for place in places(block.other & !word) {
            self.other(block.start + place, after_space >> place & 1 == 1, &mut word, place);
        }
        let mut edges = word ^ (word << 1 | u64::from(self.open.is_some()));
        if let Some(start) = self.open.take_if(|_| edges != 0) {
            let end = edges.trailing_zeros() as usize;
            edges &= edges - 1;
            (self.word)(start, block.start + end);
        }
        while edges != 0 {
            let start = edges.trailing_zeros() as usize;
            edges &= edges - 1;
            if edges == 0 {
                self.open = Some(block.start + start);
                break;
            }
            let end = edges.trailing_zeros() as usize;
            edges &= edges - 1;
            (self.word)(block.start + start, block.start + end);
        }
    }

    /// Looks at a byte that is no space, nor an ASCII letter or digit; letters of other scripts are added to `word`.
    #[inline]
    fn other(&mut self, at: usize, after_space: bool, word: &mut u64, place: usize) {
        match self.text.as_bytes()[at] {
            b',' | b';' if after_space => self.marks |= Mark::StraySpace as u16,
            b'.' | b'?' | b'!' => {
                self.first_stop.get_or_insert(at);
                self.marks |= if after_space { Mark::StraySpace as u16 } else { 0 };
            }
            byte if byte.is_ascii() => self.marks |= Mark::of(char::from(byte)),
            _ => {
                // A byte inside a character has been seen with its first one.
                let Some(character) = self.text.get(at..).and_then(|rest| rest.chars().next()) else {
                    return;
                };
                self.marks |= Mark::of(character);
                if character.is_alphanumeric() {
                    let bits = (1_u64 << character.len_utf8()) - 1;
                    *word |= bits << place;
                    self.inside = bits.checked_shr(u32::try_from(64 - place).unwrap_or(64)).unwrap_or(0);
                }
            }
        }
    }

    fn finish(mut self) -> u16 {
        if let Some(start) = self.open {
            (self.word)(start, self.text.len());
        }
        if self.behind_space == 1 || self.text.ends_with(' ') {
            self.marks |= Mark::StraySpace as u16;
        }
        if self.first_stop.is_some_and(|stop| stop + 1 < self.text.trim_end().len()) {
            self.marks |= Mark::InnerStop as u16;
        }
        self.marks
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
                let text = Text::verbatim(&value, 0);
                let mut found = Vec::new();
                Passage::new(0, Subject::Field("title"), &text, |start, end| found.push(start..end));
                let slow: Vec<_> = words(&value).map(|(start, word)| start..start + word.len()).collect();
                assert_eq!(found, slow, "{value}");
            }
        }
    }

    #[test]
    fn marks_are_seen() {
        let has = |value: &'static str, mark| {
            Passage::new(0, Subject::Field("title"), &Text::verbatim(value, 0), |_, _| {}).has(mark)
        };
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
    }
}
