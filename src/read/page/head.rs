//! The head of a page: banners, navigation, labelled facts; on a map page, the title, route, level
//! and overview, one on each line.

use super::labels::{Labelled, bare_label, state};
use super::lines::{Line, paragraphs};
use super::values::{months, number};
use crate::model::{Facts, Field, Standard};
use crate::read::notes::Notes;
use crate::source::Spanned;

/// The legend of a map page, which is above everything else.
const LEGEND: [&str; 16] = [
    "potential occupational standard",
    "occupational standard in development",
    "approved occupational standard",
    "occupational standard without apprenticeship",
    "custom occupational card",
    "apprenticeship",
    "higher technical qualification",
    "t level",
    "technical qualification",
    "career starter apprenticeship",
    "royal apprenticeship",
    "occupational progression",
    "technical education progression",
    "mid green occupation",
    "dark green occupation",
    "favourite occupation",
];

/// The bands of levels that are the column headers of a map, as pages write them.
pub(super) const BANDS: [&str; 6] = [
    "technical occupations",
    "higher technical occupations",
    "professional occupations",
    "levels 2-3",
    "levels 4-5",
    "levels 6-7",
];

/// How the banners of a page begin.
const BANNERS: [&str; 14] = [
    "this apprenticeship has been ",
    "this apprenticeship is ",
    "this apprenticeship standard is ",
    "this standard has been ",
    "this is not the latest approved version",
    "this occupational standard has been ",
    "this occupational standard is currently ",
    "this occupational standard is being ",
    "this occupational standard is under ",
    "this occupational standard is no longer ",
    "this standard is currently ",
    "this standard is being ",
    "this standard is under ",
    "this standard is no longer ",
];

/// Whether the line is part of a map page's legend.
pub(super) fn is_legend(line: Line<'_>) -> bool {
    LEGEND.iter().any(|text| line.is(text))
}

/// Whether the line is a breadcrumb trail: `home Route`.
pub(super) fn is_breadcrumb(line: Line<'_>) -> bool {
    line.is("home") || line.begins("home ") || line.text.contains(['›', '»'])
}

/// Whether the line is a banner of the page.
pub(super) fn is_banner(line: Line<'_>) -> bool {
    BANNERS.iter().any(|banner| line.begins(banner))
}

/// The page without the legend and the breadcrumbs at the top.
pub(super) fn without_legend<'a, 's>(lines: &'a [Line<'s>]) -> &'a [Line<'s>] {
    let legend = lines.iter().take_while(|line| is_legend(**line)).count();
    let crumbs = lines[legend..].iter().take_while(|line| is_breadcrumb(**line)).count();
    &lines[legend + crumbs..]
}

/// How labels are told from other lines.
type FindLabel = for<'s> fn(Line<'s>) -> Option<Labelled<'s>>;

/// States the facts among `lines` that `label` finds, and returns the other lines. Where `below` is set, a label with
/// nothing after it, with or without a colon, has its value on the next line.
pub(super) fn facts<'s>(
    lines: &[Line<'s>],
    (label, below): (FindLabel, bool),
    standard: &mut Standard<'s>,
    notes: &mut Notes,
) -> Vec<Line<'s>> {
    let mut others = Vec::new();
    let mut lines = lines.iter().copied().peekable();
    while let Some(line) = lines.next() {
        let is_cell = line.cell.is_some();
        // The value of a label in a cell is in the same table, or nowhere.
        let is_near = |next: &Line<'s>| !is_cell || table(next) == table(&line);
        let is_value = |next: &Line<'s>| {
            is_near(next) && label(*next).is_none() && bare_label(*next).is_none() && !is_banner(*next)
        };
        let is_above = lines.peek().is_some_and(|next| stands_above(line, *next));
        let below = below || is_above;
        let bare = || bare_label(line).filter(|_| below && (is_cell || lines.peek().is_some_and(is_value)));
        let Some(found) = label(line).or_else(bare) else {
            others.push(line);
            continue;
        };
        let open = below && found.value.text.is_empty();
        let value = lines.next_if(|next| open && is_value(next));
        state(standard, &Labelled { value: value.unwrap_or(found.value), ..found }, notes);
    }
    others
}

/// Whether a line is the cell directly above another one.
fn stands_above(line: Line<'_>, next: Line<'_>) -> bool {
    let (Some(cell), Some(below)) = (line.cell, next.cell) else { return false };
    (cell.table, cell.column, cell.row + 1) == (below.table, below.column, below.row)
}

/// The table that a line is a cell of.
fn table(line: &Line<'_>) -> Option<u32> {
    line.cell.map(|cell| cell.table)
}

/// The level of a line such as `Level 4 - Higher Technical Occupation`.
pub(super) fn level_line(line: Line<'_>) -> Option<Spanned<i64>> {
    if !line.begins("level") || !line.text["level".len()..].starts_with(char::is_whitespace) {
        return None;
    }
    let rest = line.rest("level".len());
    let level = number(rest)?;
    let behind = rest.rest(level.span.len());
    (behind.text.is_empty() || behind.text.starts_with(['-', '–', '—'])).then_some(level)
}

/// Reads the unlabelled head of an occupation: the title, which may be given twice, the route, the
/// level and, below it, the overview.
pub(super) fn occupation<'s>(lines: &[Line<'s>], facts: &mut Facts<'s>, notes: &mut Notes) {
    let level = lines.iter().position(|line| level_line(*line).is_some());
    let (above, below) = match level {
        Some(index) => {
            facts.level = level_line(lines[index]).map_or(Field::Missing, Field::Stated);
            (&lines[..index], &lines[index + 1..])
        }
        None => lines.split_at(lines.iter().position(|line| line.is_sentence()).unwrap_or(lines.len())),
    };
    names(above, facts, notes);
    let mut below = paragraphs(below).into_iter();
    if let Some(overview) = below.next() {
        facts.overview = Field::Stated(overview);
    }
    below.for_each(|text| notes.unread("head", text.span()));
}

/// The title and, as the last line of several, the route.
fn names<'s>(lines: &[Line<'s>], facts: &mut Facts<'s>, notes: &mut Notes) {
    let Some((title, more)) = lines.split_first() else { return };
    facts.title = Field::Stated(title.verbatim());
    let mut more: Vec<&Line> = more.iter().filter(|line| line.text != title.text).collect();
    if let Some(route) = more.pop() {
        facts.route = Field::Stated(route.verbatim());
    }
    for line in more {
        notes.unread("head", line.span());
    }
}

/// The number of months that the line states. If it states none, a note says so.
pub(super) fn in_months(line: Line<'_>, subject: &'static str, notes: &mut Notes) -> Field<Spanned<i64>> {
    let found = months(line);
    if found.is_none() {
        notes.value(subject, line.span(), "a number of months or years");
    }
    found.map_or(Field::Unreadable(line.span()), Field::Stated)
}

/// A level on its own: `4` or `Level 4`.
pub(super) fn bare_level(line: Line<'_>) -> Option<Spanned<i64>> {
    let bare = number(line).filter(|level| level.span.len() == line.text.len());
    bare.or_else(|| level_line(line))
}
