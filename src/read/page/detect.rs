//! Which kind of page a text is, from what only that kind of page has. Every mark is a line of its
//! own, so that a page that lost its head or its end is still known by the marks that are left.

use super::codes;
use super::head;
use super::labels::number;
use super::lines::{Line, lines};
use crate::model::Format;
use crate::source::{Source, SourceId};

/// How much a text must speak for a kind of page.
const ENOUGH: usize = 3;

/// How much a line can speak for a kind of page if it is of one only.
const STRONG: usize = 3;

/// How lines begin that only a standard page has.
const STANDARD: [&str; 10] = [
    "key information",
    "print occupational standard",
    "details of the occupational standard",
    "occupation summary",
    "occupation duties",
    "duty ksbs",
    "date updated:",
    "regulated occupation:",
    "tell us about your visit",
    "reference: st",
];

/// How lines begin that only a map page has.
const MAP: [&str; 9] = [
    "technical education products",
    "employers involved in creating the standard:",
    "keywords:",
    "average (median) salary:",
    "soc 2020 code:",
    "knowledge, skills and behaviours (ksbs)",
    "status: assignment_turned_in",
    "occupational progression",
    "progression link ",
];

/// How lines begin that map pages and fragments of them have.
const OCCUPATION: [&str; 13] = [
    "reference: occ",
    "status:",
    "soc 2020 sub unit groups:",
    "this occupational progression map shows",
    "in this map, the focused occupation",
    "it is anticipated that individuals would",
    "progression decisions have been reached",
    "technical occupations",
    "higher technical occupations",
    "professional occupations",
    "levels 2-3",
    "levels 4-5",
    "levels 6-7",
];

/// How lines begin that only a retired page of the old template has.
const RETIRED: [&str; 4] = [
    "this apprenticeship has been retired",
    "occupational profile",
    "responsibilities and duties of the role",
    "behaviours and values:",
];

/// How much a text speaks for each kind of page.
#[derive(Clone, Copy, Debug, Default)]
struct Marks {
    standard: usize,
    map: usize,
    occupation: usize,
    retired: usize,
}

/// The kind of text page that the text is, if it is any.
pub(in crate::read) fn format(text: &str) -> Option<Format> {
    let text = text.trim_start_matches('\u{feff}');
    let source = Source::new(SourceId::default(), "", text);
    let lines = lines(&source);
    let is_markup = |line: &&Line| line.text.starts_with(['<', '{', '[', '"']);
    let markup = lines.iter().filter(is_markup).count();
    if markup * 8 > lines.len() || lines.first().is_none_or(|line| is_markup(&line)) {
        return None;
    }
    let mut marks = Marks::default();
    for line in lines {
        marks.add(line);
    }
    marks.format()
}

impl Marks {
    /// Adds what a line speaks for.
    fn add(&mut self, line: Line<'_>) {
        let begins = |marks: &[&str]| marks.iter().any(|mark| line.unnumbered().begins(mark));
        self.standard += if begins(&STANDARD) { STRONG } else { of_standard(line) };
        self.map += if begins(&MAP) || is_map_duty(line) { STRONG } else { of_map(line) };
        self.occupation += usize::from(begins(&OCCUPATION)) + level(line);
        self.retired += if begins(&RETIRED) { STRONG } else { of_retired(line) };
    }

    /// The kind of page that the text speaks for most. Fragments have no mark of their own: they
    /// are what is left of a page when the headings are gone.
    fn format(self) -> Option<Format> {
        let most = self.standard.max(self.map).max(self.retired);
        if most < ENOUGH {
            return (self.occupation + most >= ENOUGH).then_some(Format::OccupationPageText);
        }
        Some(match most {
            most if most == self.standard => Format::StandardPageText,
            most if most == self.map => Format::MapPageText,
            _ => Format::RetiredPageText,
        })
    }
}

/// Duties with their text in one line, rows of codes and links back to duties.
fn of_standard(line: Line<'_>) -> usize {
    let is_duty = codes::duty_heading(line).is_some() && !is_map_duty(line);
    let is_row = codes::row(line).is_some_and(|row| row.unread.is_empty());
    usize::from(is_duty || is_row || line.text.ends_with("Back to Duty"))
}

/// `Duty D1`, which a map page alone writes so.
fn is_map_duty(line: Line<'_>) -> bool {
    codes::duty_heading(line).is_some_and(|duty| duty.code.span.start as usize > line.start)
}

/// The legend, the way back, and statements without a link to their duties.
fn of_map(line: Line<'_>) -> usize {
    let is_statement = codes::statement(line).is_some_and(|found| found.separated);
    let is_listed = is_statement && !line.text.ends_with("Back to Duty");
    usize::from(head::is_legend(line) || line.begins("home ") || is_listed)
}

/// The lines of an emptied table, bare values, footnotes.
fn of_retired(line: Line<'_>) -> usize {
    let is_ruled = line.text.chars().all(|c| matches!(c, '|' | '-')) && line.text.ends_with('|');
    let footnote = line.text.strip_prefix('(').and_then(|text| text.split_once(')'));
    let is_footnote = footnote.is_some_and(|(digits, _)| digits.parse::<u16>().is_ok());
    let is_value = ["typically ", "after "].iter().any(|word| line.begins(word))
        && line.text.split_whitespace().count() == 3
        && ["months", "years"].iter().any(|unit| line.text.ends_with(unit));
    usize::from(is_ruled || is_footnote || is_value)
}

/// `Level 6 -`: the whole line of a level on a map page, or what is left of it.
fn level(line: Line<'_>) -> usize {
    let is_level = head::level_line(line).is_some_and(|_| number(line.rest("level".len())).is_some());
    usize::from(is_level)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_tell_the_kinds_apart() {
        let pages = [
            ("Key information\n1. Level: 2", Some(Format::StandardPageText)),
            ("Duty 3 Do.\nK1 K2\nS1\nB4", Some(Format::StandardPageText)),
            (
                "K3: Know. Back to Duty\nK4: More. Back to Duty\nK5: All. Back to Duty",
                Some(Format::StandardPageText),
            ),
            ("Keywords:\nDyes", Some(Format::MapPageText)),
            ("Duty D3\n\nDo.", Some(Format::MapPageText)),
            ("K3: Know.\nK4: More.\nK5: All.", Some(Format::MapPageText)),
            ("Level 6 -\nReference: OCC9901\nStatus:", Some(Format::OccupationPageText)),
            ("This apprenticeship has been retired\nx", Some(Format::RetiredPageText)),
            ("Quality\n|\n|\n|\n", Some(Format::RetiredPageText)),
            ("Dear all,\nplease find the duties below.\n", None),
            ("", None),
        ];
        for (text, format) in pages {
            assert_eq!(super::format(text), format, "{text}");
        }
    }

    #[test]
    fn markup_and_data_are_no_text_page() {
        for text in
            ["{\n\"level\": 2}\nKey information", "<h2>x</h2>\nKey information", "\u{feff}[1]\nDuty D1"]
        {
            assert_eq!(format(text), None, "{text}");
        }
    }
}
