//! Tells apart the occupations in a paragraph of a map.
//!
//! A title ends at its level in brackets; options may follow, each after a dash. Titles without a
//! level are run together with the next one. They are told apart by what is true of all these maps:
//! titles are in alphabetical order, and a title ends in a word for a role or an occupation, but a
//! word for a role alone is not a title.

use std::cmp::Ordering;
use std::ops::Range;

use super::words::{Nature, can_begin, leads_on, nature};

/// How many letters are compared to see whether two titles are in order.
const COMPARED: usize = 120;

/// An occupation, by the places of its parts in the paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct TitleParts {
    pub(super) title: Range<usize>,
    pub(super) levels: Vec<(u8, Range<usize>)>,
    pub(super) degree: bool,
    pub(super) options: Vec<Range<usize>>,
    /// Whether only its wording shows where it begins.
    pub(super) told_apart: bool,
}

/// A piece of a paragraph.
#[derive(Debug)]
enum TitleToken {
    Word(Range<usize>),
    /// Words in brackets that are part of a title.
    Remark(Range<usize>),
    Degree,
    Levels(Vec<(u8, Range<usize>)>, Range<usize>),
    Dash,
}

/// A word or a remark in brackets.
#[derive(Clone, Debug)]
struct TitleUnit {
    range: Range<usize>,
    is_remark: bool,
}

/// The occupations in `text`, in order.
pub(super) fn occupations(text: &str) -> Vec<TitleParts> {
    let mut reader =
        TitleReader { text, found: Vec::new(), units: Vec::new(), degree: false, in_option: false };
    for token in tokens(text) {
        reader.take(token);
    }
    reader.end();
    reader.found
}

/// Splits a paragraph into words, brackets and dashes.
fn tokens(text: &str) -> Vec<TitleToken> {
    let mut tokens = Vec::new();
    let mut at = 0;
    let mut closes = true;
    while at < text.len() {
        let rest = &text[at..];
        if let Some(blank) = rest.chars().next().filter(|c| c.is_whitespace()) {
            at += blank.len_utf8();
            continue;
        }
        if rest.starts_with('(') && closes {
            if let Some(length) = rest.find(')') {
                tokens.push(bracket(text, at..at + length + 1));
                at += length + 1;
                continue;
            }
            closes = false;
        }
        let ends = |&(index, c): &(usize, char)| c.is_whitespace() || (c == '(' && closes && index > 0);
        let length = rest.char_indices().find(ends).map_or(rest.len(), |(index, _)| index);
        tokens.extend(word(text, at..at + length));
        at += length;
    }
    tokens
}

/// The token of the brackets at `range`.
fn bracket(text: &str, range: Range<usize>) -> TitleToken {
    let inner = range.start + 1..range.end - 1;
    let content = &text[inner.clone()];
    if let Some(levels) = levels(text, inner) {
        return TitleToken::Levels(levels, range);
    }
    let says_degree = content.split_whitespace().any(|word| word.eq_ignore_ascii_case("degree"));
    if says_degree { TitleToken::Degree } else { TitleToken::Remark(range) }
}

/// The levels in brackets: `3`, `4/5`, `4 or 5`, `Level 4`.
fn levels(text: &str, inner: Range<usize>) -> Option<Vec<(u8, Range<usize>)>> {
    let mut levels = Vec::new();
    let mut at = inner.start;
    let is_gap = |c: char| c.is_whitespace() || matches!(c, '/' | '-' | '–' | ',' | '&');
    for word in text[inner].split_inclusive(is_gap) {
        let range = at..at + word.trim_end_matches(is_gap).len();
        at += word.len();
        match &text[range.clone()] {
            "" => {}
            word if ["level", "or", "and", "to"].iter().any(|one| one.eq_ignore_ascii_case(word)) => {}
            word => levels.push((word.parse().ok()?, range)),
        }
    }
    (!levels.is_empty()).then_some(levels)
}

/// The token of the word at `range`, or `None` for a colon or other mark that only separates.
fn word(text: &str, range: Range<usize>) -> Option<TitleToken> {
    let word = &text[range.clone()];
    if matches!(word, "-" | "–" | "—" | "•" | "*") {
        return Some(TitleToken::Dash);
    }
    let end = range.start + word.trim_end_matches([':', ';']).len();
    (end > range.start && word != ",").then_some(TitleToken::Word(range.start..end))
}

struct TitleReader<'t> {
    text: &'t str,
    found: Vec<TitleParts>,
    /// The words since the last separator.
    units: Vec<TitleUnit>,
    degree: bool,
    /// Whether those words began as an option.
    in_option: bool,
}

impl TitleReader<'_> {
    fn take(&mut self, token: TitleToken) {
        match token {
            TitleToken::Word(range) => self.units.push(TitleUnit { range, is_remark: false }),
            TitleToken::Remark(range) => self.units.push(TitleUnit { range, is_remark: true }),
            TitleToken::Degree => self.degree(),
            TitleToken::Levels(levels, place) => self.levels(levels, &place),
            TitleToken::Dash => self.dash(),
        }
    }

    fn degree(&mut self) {
        match self.found.last_mut().filter(|_| self.units.is_empty()) {
            Some(last) => last.degree = true,
            None => self.degree = true,
        }
    }

    /// A level ends the last title before it.
    fn levels(&mut self, levels: Vec<(u8, Range<usize>)>, place: &Range<usize>) {
        let units = std::mem::take(&mut self.units);
        let start = if self.in_option { self.option_end(&units, false) } else { Some(0) };
        match start {
            Some(start) if start < units.len() => {
                self.option(&units[..start]);
                self.titles(&units[start..], start > 0);
                if let Some(last) = self.found.last_mut() {
                    last.levels = levels;
                }
            }
            Some(_) => {}
            // No occupation can begin here, so the level is the option's.
            None => {
                let start = units.first().map_or(place.start, |unit| unit.range.start);
                self.option(&[TitleUnit { range: start..place.end, is_remark: false }]);
            }
        }
        self.in_option = false;
        self.degree = false;
    }

    fn dash(&mut self) {
        let units = std::mem::take(&mut self.units);
        if self.in_option {
            self.option(&units);
        } else {
            self.titles(&units, false);
        }
        self.in_option = !self.found.is_empty();
    }

    fn end(&mut self) {
        let units = std::mem::take(&mut self.units);
        let start = if self.in_option { self.option_end(&units, true) } else { Some(0) };
        let start = start.unwrap_or(units.len());
        self.option(&units[..start]);
        self.titles(&units[start..], start > 0);
    }

    /// Adds an option to the last occupation.
    fn option(&mut self, units: &[TitleUnit]) {
        if let (Some(last), Some(range)) = (self.found.last_mut(), cover(units)) {
            last.options.push(range);
        }
    }

    /// Where in `units`, which begin with an option, the next occupation begins: at the first word
    /// that keeps the alphabetical order. If only the end of the paragraph follows, the rest must
    /// also be a title by its last word.
    fn option_end(&self, units: &[TitleUnit], at_end: bool) -> Option<usize> {
        let previous = &self.text[self.found.last()?.title.clone()];
        (1..units.len()).find(|&index| {
            let rest = &units[index..];
            self.may_begin(units, index)
                && (rest.len() > 1 || self.nature(&rest[0]) == Nature::Occupation)
                && (!at_end || self.is_title(rest))
                && in_order(previous, &self.text[rest[0].range.start..])
        })
    }

    /// Whether a title may begin at `index`, going by the words on both sides.
    fn may_begin(&self, units: &[TitleUnit], index: usize) -> bool {
        !units[index].is_remark
            && can_begin(self.word(&units[index]))
            && !leads_on(self.word(&units[index - 1]))
    }

    /// Adds the titles in `units`, split where only their wording shows it.
    fn titles(&mut self, units: &[TitleUnit], mut told_apart: bool) {
        let mut start = 0;
        for index in 1..units.len() {
            if self.splits(units, start, index) {
                self.title(&units[start..index], told_apart);
                (start, told_apart) = (index, true);
            }
        }
        self.title(&units[start..], told_apart);
        if let Some(last) = self.found.last_mut().filter(|_| !units.is_empty()) {
            last.degree |= std::mem::take(&mut self.degree);
        }
    }

    /// Whether the title that begins at `start` ends before `index`.
    fn splits(&self, units: &[TitleUnit], start: usize, index: usize) -> bool {
        self.may_begin(units, index)
            && self.nature(&units[index]) != Nature::Role
            && self.is_title(&units[start..index])
            && in_order(
                &self.text[units[start].range.start..units[index - 1].range.end],
                &self.text[units[index].range.start..],
            )
    }

    /// Whether words are a title going by the last one, ignoring remarks.
    fn is_title(&self, units: &[TitleUnit]) -> bool {
        let Some(last) = units.iter().rposition(|unit| !unit.is_remark) else { return false };
        match self.nature(&units[last]) {
            Nature::Role => last > 0,
            Nature::Occupation => true,
            Nature::Other => false,
        }
    }

    /// Adds one title. The bare word `degree` after it means the same as in brackets.
    fn title(&mut self, units: &[TitleUnit], told_apart: bool) {
        let says_degree =
            |unit: &TitleUnit| !unit.is_remark && self.word(unit).eq_ignore_ascii_case("degree");
        let degree = units.len() > 1 && units.last().is_some_and(says_degree);
        if let Some(title) = cover(&units[..units.len() - usize::from(degree)]) {
            self.found.push(TitleParts { title, degree, told_apart, ..TitleParts::default() });
        }
    }

    fn word(&self, unit: &TitleUnit) -> &str {
        &self.text[unit.range.clone()]
    }

    fn nature(&self, unit: &TitleUnit) -> Nature {
        nature(self.word(unit))
    }
}

/// From the first to the last of `units`.
fn cover(units: &[TitleUnit]) -> Option<Range<usize>> {
    Some(units.first()?.range.start..units.last()?.range.end)
}

/// Whether a title may come before what starts with `next`, in alphabetical order. A space sorts
/// before every letter, so that whole words are compared.
fn in_order(title: &str, next: &str) -> bool {
    fn letters(text: &str) -> impl Iterator<Item = char> {
        text.chars().take(COMPARED).flat_map(char::to_lowercase)
    }
    letters(title).cmp(letters(next)) != Ordering::Greater
}

#[cfg(test)]
mod tests;
