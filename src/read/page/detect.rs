//! Which kind of page a text is, going by what only that kind of page has. Every sign is on a line
//! of its own, so that a page that has lost its beginning or its end is still recognised by the
//! signs that are left.

use std::collections::BTreeSet;

use super::codes::{self, Coded};
use super::head;
use super::kinds::kind_heading;
use super::labels::{Meaning, bare_label};
use super::layout;
use super::lines::{Line, lines};
use super::listing;
use super::row;
use super::values::number;
use crate::model::{FactId, Format, Kind};
use crate::read::notes::Notes;
use crate::source::{Source, SourceId};

/// How much evidence a text needs for a kind of page: two things that only such pages say, or one of those and one
/// other thing that such pages say.
const ENOUGH: usize = 3;

/// How much something that no other text says counts towards a kind of page.
const OWN: usize = 2;

/// The signs of one kind of page: how lines begin.
struct PageSigns {
    format: Format,
    /// What only such pages say.
    own: &'static [&'static str],
    /// What such pages say, but other texts as well.
    common: &'static [&'static str],
}

/// The signs of each kind of page. If the evidence for two is equal, the first is meant.
const SIGNS: [PageSigns; 4] = [
    PageSigns {
        format: Format::StandardPageText,
        own: &[
            "print occupational standard",
            "print apprenticeship summary",
            "details of the occupational standard",
            "overview of the role",
            "duty ksbs",
            "typical duration to gateway:",
            "typical epa period:",
            "lars code:",
            "eqa provider:",
            "regulated occupation:",
            "tell us about your visit",
            "apprenticeship units are",
            "this apprenticeship unit is for",
        ],
        common: &[
            "key information",
            "occupation summary",
            "occupation duties",
            "typical job titles include",
            "reference: st",
            "status: approved for delivery",
            "date updated:",
            "level:",
            "route:",
            "maximum funding:",
            "this occupation is found in",
            "the broad purpose of the occupation",
            "in their daily work, an employee in this occupation",
            "an employee in this occupation will be responsible",
            "learning outcomes",
        ],
    },
    PageSigns {
        format: Format::MapPageText,
        own: &[
            "technical education products",
            "employers involved in creating the standard:",
            "average (median) salary:",
            "soc 2020 code:",
            "knowledge, skills and behaviours (ksbs)",
            "status: assignment_turned_in",
            "occupational progression",
            "progression link ",
            "custom occupational card",
            "approved occupational standard",
        ],
        common: &["keywords:", "home ", "reference: occ", "assignment_turned_in"],
    },
    PageSigns {
        format: Format::RetiredPageText,
        own: &[
            "this apprenticeship has been retired",
            "this is not the latest approved version",
            "responsibilities and duties of the role",
            "behaviours and values:",
            "link to professional registration",
        ],
        common: &["occupational profile", "occupation profile", "details of standard", "job roles"],
    },
    PageSigns {
        format: Format::OccupationPageText,
        own: &[
            "reference: occ",
            "this occupational progression map shows",
            "in this map, the focused occupation",
            "it is anticipated that individuals would",
            "progression decisions have been reached",
        ],
        common: &["status:", "soc 2020 sub unit groups:"],
    },
];

impl PageSigns {
    /// How much evidence the lines have for this kind of page: none if they do not have a sign that only such pages
    /// have. What a line says counts once, however often it is said.
    fn score(&self, lines: &[Line<'_>]) -> usize {
        let said = |marks: &[&str]| {
            let is_mentioned = |mark: &&&str| lines.iter().any(|line| line.unnumbered().begins(mark));
            marks.iter().filter(is_mentioned).count()
        };
        let any = |is_it: fn(Line<'_>) -> bool| usize::from(lines.iter().any(|line| is_it(*line)));
        let (own, common) = match self.format {
            Format::StandardPageText => {
                (any(|line| line.text.ends_with("Back to Duty")), any(is_row) + any(is_duty))
            }
            Format::MapPageText => (any(is_map_duty), 0),
            Format::RetiredPageText => (0, any(is_value) + any(is_footnote)),
            _ => (0, any(is_level) + said(&head::BANDS)),
        };
        let own = own + said(self.own);
        if own == 0 { 0 } else { OWN * own + said(self.common) + common }
    }
}

/// The kind of text page that the text is, if it is any.
pub(in crate::read) fn format(text: &str) -> Option<Format> {
    let text = text.trim_start_matches('\u{feff}');
    let source = Source::new(SourceId::default(), "", text);
    let lines = lines(&source);
    if listing::is_there(&lines) {
        return Some(Format::DraftText);
    }
    if is_markup(&lines) {
        return None;
    }
    page(&lines).or_else(|| is_draft(&source, &lines).then_some(Format::DraftText))
}

/// Whether a document that records its tables is a page or a draft. Most are drafts, which their first lines show.
pub(in crate::read) fn is_page_or_draft(source: &Source) -> bool {
    let lines = lines(source);
    listing::is_there(&lines)
        || are_facts(&lines)
        || !is_markup(&lines) && (is_draft(source, &lines) || page(&lines).is_some())
}

/// Whether the lines are markup or data.
fn is_markup(lines: &[Line<'_>]) -> bool {
    let is_markup = |line: &&Line| line.text.starts_with(['<', '{', '"']);
    let markup = lines.iter().filter(is_markup).count();
    markup * 8 > lines.len() || lines.first().is_none_or(|line| is_markup(&line))
}

/// The kind of page that the lines are, if they are not a draft.
fn page(lines: &[Line<'_>]) -> Option<Format> {
    let scored =
        SIGNS.iter().map(|marks| (marks.score(lines), marks.format)).filter(|(score, _)| *score >= ENOUGH);
    // Fragments of an occupation page say nothing that a map page does not also say.
    let is_fragment = |format: &Format| *format == Format::OccupationPageText;
    scored.rev().max_by_key(|(score, format)| (!is_fragment(format), *score)).map(|(_, format)| format)
}

/// Whether a text is a draft or a list of statements, whatever else it may be.
pub(in crate::read) fn is_draft_source(source: &Source) -> bool {
    let lines = lines(source);
    listing::is_there(&lines) || are_facts(&lines) || is_draft(source, &lines)
}

/// Whether texts are the headers of the columns of a table.
pub(in crate::read) fn is_head(cells: &[&str]) -> bool {
    let cells: Vec<Line> = cells.iter().copied().map(Line::of).collect();
    layout::is_head(&cells) || listing::is_head(&cells)
}

/// Whether the rows of the lines, perhaps below a header, are facts with their labels and nothing else: a title, and
/// the level or the reference of a standard. Other documents say more about their subject.
fn are_facts(lines: &[Line<'_>]) -> bool {
    let meaning = |row: &[Line<'_>]| match row {
        [label] | [label, _] if label.cell.is_some() => {
            bare_label(label.before(label.text.trim_end_matches(':').len())).map(|found| found.meaning)
        }
        _ => None,
    };
    let rows: Vec<&[Line]> = lines.chunk_by(layout::are_of_one_row).collect();
    let has_head = rows.first().is_some_and(|row| row.len() == 2 && meaning(row).is_none());
    let found: Option<Vec<Meaning>> = rows[usize::from(has_head)..].iter().map(|row| meaning(row)).collect();
    let has = |id| found.as_ref().is_some_and(|found| found.contains(&Meaning::Fact(id)));
    has(FactId::Title) && (has(FactId::Level) || has(FactId::Reference))
}

/// Whether the lines are a draft or a list of statements: statements below the heading of their kind; statements of two
/// kinds, numbered from 1; or a duty with its number, and codes that could be mapped to it.
fn is_draft(source: &Source, lines: &[Line<'_>]) -> bool {
    // The first lines of most drafts are enough, and looking at the rest costs as much as reading them.
    let first = &lines[..lines.len().min(FIRST)];
    let is_whole = first.len() == lines.len();
    is_draft_in(source, first, is_whole) || !is_whole && is_draft_in(source, lines, true)
}

/// How many lines are looked at first.
const FIRST: usize = 200;

/// The same for all lines, or for the first ones, where only what later lines could not contradict counts.
fn is_draft_in(source: &Source, lines: &[Line<'_>], is_whole: bool) -> bool {
    let (lines, _) = layout::undo(source, lines, &mut Notes::new(SourceId::default()));
    let coded = lines.iter().enumerate().filter_map(|(at, line)| Some((at, statement(*line)?)));
    let coded: Vec<(usize, Coded)> = coded.collect();
    let written: Vec<(usize, Coded)> =
        coded.iter().copied().filter(|(_, found)| is_written(*found)).collect();
    has_headed(&lines, &coded)
        || is_whole && is_list(&lines, &written)
        || has_mapped_duty(&lines, !written.is_empty())
}

/// Whether a statement is directly below the heading of its kind, and at least one has enough words.
fn has_headed(lines: &[Line<'_>], coded: &[(usize, Coded<'_>)]) -> bool {
    let below = |kind: Kind, line: &Line| {
        let own = statement(*line).map(|found| found.code.value.prefix);
        let behind = || codes::behind(*line).map(|(code, _)| code.value.prefix);
        own.or_else(behind) == Some(kind.prefix())
    };
    let is_headed =
        lines.windows(2).any(|pair| kind_heading(pair[0]).is_some_and(|kind| below(kind, &pair[1])));
    let behind = lines.iter().filter_map(|line| codes::behind(*line)).map(|(_, rest)| rest);
    let mut texts = coded.iter().map(|one| text(lines, *one)).chain(behind);
    is_headed && texts.any(|text| text.text.split_whitespace().count() >= FEW)
}

/// Whether there are statements of two kinds, each numbered from 1, and half of them are long enough.
fn is_list(lines: &[Line<'_>], written: &[(usize, Coded<'_>)]) -> bool {
    let codes = written.iter().map(|(_, found)| found.code.value);
    let firsts: BTreeSet<_> = codes.filter(|code| code.number == 1).map(|code| code.prefix).collect();
    let long = written.iter().filter(|one| is_long(text(lines, **one))).count();
    firsts.len() >= 2 && written.len() >= 3 && long >= 2 && long * 2 >= written.len()
}

/// Whether there is a duty with its number, and codes that could be mapped to it.
fn has_mapped_duty(lines: &[Line<'_>], has_statements: bool) -> bool {
    let has_rows = || lines.iter().any(|line| is_row(*line) || !row::trailing_rows(*line).1.is_empty());
    lines.iter().any(|line| is_duty(*line)) && (has_statements || has_rows())
}

/// Whether a statement is marked off from its code, or begins as a sentence does.
fn is_written(found: Coded<'_>) -> bool {
    found.separated || found.rest.text.starts_with(char::is_uppercase)
}

/// The text of a statement; if the code is alone on its line, the text is on the line below.
fn text<'s>(lines: &[Line<'s>], (at, found): (usize, Coded<'s>)) -> Line<'s> {
    match lines.get(at + 1) {
        Some(below) if found.rest.text.is_empty() => *below,
        _ => found.rest,
    }
}

/// Whether a text is long enough to say what a person must know or do, and is not a question.
fn is_long(text: Line<'_>) -> bool {
    text.text.split_whitespace().count() >= LONG && !text.text.ends_with('?')
}

/// The fewest words that at least one of the statements below a heading must have.
const FEW: usize = 3;

/// The fewest words that such a text has.
const LONG: usize = 4;

/// A statement that is not a row of several codes.
fn statement(line: Line<'_>) -> Option<Coded<'_>> {
    let is_row = row::row(line).is_some_and(|row| row.len() > 1);
    codes::statement(line).filter(|_| !is_row)
}

/// A row of codes without mistakes.
fn is_row(line: Line<'_>) -> bool {
    row::row(line).is_some_and(|row| row.unread.is_empty())
}

/// A duty with its number, or in the column of duties.
fn is_duty(line: Line<'_>) -> bool {
    let found = codes::duty_heading(line).filter(|_| line.code.is_some() || line.begins("duty"));
    line.is_duty
        || found.is_some_and(|found| {
            found.separated
                || !found.rest.text.starts_with(|c: char| c.is_lowercase() || !c.is_alphanumeric())
        })
}

/// `Duty D1`, a form that only a map page uses.
fn is_map_duty(line: Line<'_>) -> bool {
    line.begins("duty")
        && codes::duty_heading(line).is_some_and(|duty| duty.code.span.start as usize > line.start)
}

/// `(1)` before a note.
fn is_footnote(line: Line<'_>) -> bool {
    let digits = line.text.strip_prefix('(').and_then(|text| text.split_once(')')).map(|(digits, _)| digits);
    digits.is_some_and(|digits| digits.parse::<u16>().is_ok())
}

/// A bare value of the old template: `Typically 24 months`.
fn is_value(line: Line<'_>) -> bool {
    ["typically ", "after "].iter().any(|word| line.begins(word))
        && line.text.split_whitespace().count() == 3
        && ["months", "years"].iter().any(|unit| line.text.ends_with(unit))
}

/// `Level 6 -`: the whole line of a level on a map page, or what is left of it.
fn is_level(line: Line<'_>) -> bool {
    head::level_line(line).is_some_and(|_| number(line.rest("level".len())).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_tell_the_kinds_apart() {
        let pages = [
            ("Key information\nTypical duration to gateway: 12 months", Some(Format::StandardPageText)),
            ("Duty KSBs\nDuty 3 Do.\nK1 K2\nS1\nB4", Some(Format::StandardPageText)),
            ("K3: Know. Back to Duty\nOccupation summary", Some(Format::StandardPageText)),
            ("Technical education products\nKeywords:\nDyes", Some(Format::MapPageText)),
            ("Duty D3\n\nDo.\nKeywords: dyes", Some(Format::MapPageText)),
            ("Level 6 -\nReference: OCC9901\nStatus:", Some(Format::OccupationPageText)),
            ("This apprenticeship has been retired\nOccupational profile\nx", Some(Format::RetiredPageText)),
            ("Duty 1 Do.\nK1 K2\nS1\nB4", Some(Format::DraftText)),
            ("Duty 1 Roast coffee. K1 S1", Some(Format::DraftText)),
            ("Knowledge\nK1: Know the law.", Some(Format::DraftText)),
            ("K1 The parts of a hive.\nK2 The law on honey.\nS1 Open a hive.", Some(Format::DraftText)),
            ("Skills (S)\nHow to dye. (S1)", Some(Format::DraftText)),
            ("No.\tDuty\tKnowledge\tSkills\n1\tDye.\tK1\tS1", Some(Format::DraftText)),
        ];
        for (text, format) in pages {
            assert_eq!(super::format(text), format, "{text}");
        }
    }

    #[test]
    fn other_texts_are_not_pages() {
        for text in [
            "Dear all,\nplease find the duties below.\n",
            "",
            "Keywords: dyes\nStatus: open\nLevel: 3\nSkills",
            "Quality\n|\n|\n|\n---|---|",
            "Skills\nReading\nWriting\nDuties\nCooking",
            "S1: one\nS2: two\nS3: three",
            "Duty 1 Free\nDuty 2 Paid",
            "K1 K2 K3",
            "K1: Relay, 12 V.\nK2: Relay, 24 V.\nS1: Push button.",
            "S1: How old are you?\nB1: Do you ever smoke?\nK1: What do you eat at night?",
            "Skills\nS1: Fireball\nBehaviours\nB1: Aggressive",
            "K1: too vague.\nS1: wrong verb.\nK2: fine.",
            "Key information\nLevel: 3\nDuties\nSweep.\nSkills\nMopping.",
            "Knowledge\nLevel 3\nStatus: K1",
        ] {
            assert_eq!(format(text), None, "{text}");
        }
    }

    #[test]
    fn markup_and_data_are_not_text_pages() {
        for text in ["{\n\"level\": 2}\nKey information", "<h2>x</h2>\nKey information"] {
            assert_eq!(format(text), None, "{text}");
        }
    }
}
