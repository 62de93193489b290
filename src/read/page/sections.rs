//! The sections of a page: which heading begins which.

use super::codes;
use super::kinds::kind_heading;
use super::labels::typed;
use super::lines::Line;
use super::row;
use super::title;
use crate::model::Kind;

/// A section of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PageSection {
    /// What comes before the first heading.
    Head,
    KeyInformation,
    Overview,
    Summary,
    JobTitles,
    Keywords,
    Employers,
    SubUnitGroups,
    Products,
    Duties,
    /// Statements, of this kind if a heading says so.
    Statements(Option<Kind>),
    /// Something that pages show and the model has no place for.
    Aside,
    /// What is below an unknown heading.
    Unknown,
    /// What is below the page: licence, feedback.
    Footer,
}

/// The headings of all text pages except those of the kinds, in lower case, without a colon at the end.
const HEADINGS: [(&str, PageSection); 49] = [
    ("key information", PageSection::KeyInformation),
    ("overview of the role", PageSection::Overview),
    ("overview", PageSection::Overview),
    ("summary", PageSection::Summary),
    ("occupation summary", PageSection::Summary),
    ("occupational summary", PageSection::Summary),
    ("occupational profile", PageSection::Summary),
    ("typical job titles include", PageSection::JobTitles),
    ("typical job titles", PageSection::JobTitles),
    ("job titles", PageSection::JobTitles),
    ("keywords", PageSection::Keywords),
    ("employers involved in creating the standard", PageSection::Employers),
    ("involved employers", PageSection::Employers),
    ("soc 2020 sub unit groups", PageSection::SubUnitGroups),
    ("technical education products", PageSection::Products),
    ("duties", PageSection::Duties),
    ("occupation duties", PageSection::Duties),
    ("occupational duties", PageSection::Duties),
    ("ksbs", PageSection::Statements(None)),
    ("knowledge, skills and behaviours", PageSection::Statements(None)),
    ("knowledge, skills and behaviours (ksbs)", PageSection::Statements(None)),
    ("entry requirements", PageSection::Aside),
    ("qualifications", PageSection::Aside),
    ("english and maths", PageSection::Aside),
    ("english and maths qualifications", PageSection::Aside),
    ("english & maths qualifications", PageSection::Aside),
    ("professional recognition", PageSection::Aside),
    ("additional details", PageSection::Aside),
    ("version log", PageSection::Aside),
    ("mapping", PageSection::Aside),
    ("ksb mapping", PageSection::Aside),
    ("mapping of ksbs to duties", PageSection::Aside),
    ("mapping of duties to ksbs", PageSection::Aside),
    ("mapping matrix", PageSection::Aside),
    ("assessment plan", PageSection::Aside),
    ("occupational progression", PageSection::Aside),
    ("introduction", PageSection::Aside),
    ("who is it for?", PageSection::Overview),
    ("learning outcomes", PageSection::Aside),
    ("involved in the development", PageSection::Aside),
    ("progression", PageSection::Aside),
    ("progression routes", PageSection::Aside),
    ("about this file", PageSection::Aside),
    ("crown copyright", PageSection::Footer),
    ("view occupation in map", PageSection::Footer),
    ("share this page", PageSection::Footer),
    ("is this page useful?", PageSection::Footer),
    ("is this webpage useful?", PageSection::Footer),
    ("tell us about your visit", PageSection::Footer),
];

/// The beginnings of lines that belong to the page and not to the standard.
const FURNITURE_BEGINS: [&str; 6] = [
    "this apprenticeship has options",
    "this standard has options",
    "this occupational standard has options",
    "this document is currently showing the following option",
    "print apprenticeship ",
    "print occupational ",
];

/// Lines that belong to the page and not to the standard, wherever they are.
const FURNITURE: [&str; 18] = [
    "contents",
    "hide contents",
    "show contents",
    "apprenticeship summary",
    "duty",
    "duty ksbs",
    "print occupational standard",
    "details of the occupational standard",
    "details of standard",
    "occupational standard",
    "approved qualifications",
    "skip to main content",
    "occupational maps",
    "apprenticeship finder",
    "qualification finder",
    "assignment_turned_in",
    "back to top",
    "view the latest version",
];

/// A section and its lines.
#[derive(Clone, Debug)]
pub(super) struct SectionLines<'s> {
    /// Which section.
    pub(super) section: PageSection,
    /// Its heading, unless the page has lost it.
    pub(super) heading: Option<Line<'s>>,
    /// Its lines, without the page's furniture.
    pub(super) lines: Vec<Line<'s>>,
    /// Whether the first line follows the heading on the same line of the page.
    pub(super) inline: bool,
}

impl SectionLines<'_> {
    /// The section, with nothing read yet.
    pub(super) fn new(section: PageSection) -> Self {
        Self { section, heading: None, lines: Vec::new(), inline: false }
    }

    /// Whether the section has neither a heading nor lines.
    fn is_void(&self) -> bool {
        self.heading.is_none() && self.lines.is_empty()
    }
}

/// Whether the line belongs to the page and not to the standard.
fn is_furniture(line: Line<'_>) -> bool {
    FURNITURE.iter().any(|text| line.is(text))
        || FURNITURE_BEGINS.iter().any(|text| line.begins(text))
        || is_of_contents(line)
}

/// Whether the line is part of a table of contents: a heading and the page that it is on.
fn is_of_contents(line: Line<'_>) -> bool {
    let name = line.text.trim_end_matches(|c: char| c.is_ascii_digit());
    let end = name.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '…' | '_'));
    let gap = &name[end.len()..];
    let is_wide = gap.len() > 1 || gap == "\t" || !gap.is_empty() && line.unnumbered().start > line.start;
    name.len() < line.text.len() && is_wide && heading(line.before(end.len())).is_some()
}

/// Whether the line begins the page's licence.
pub(super) fn is_licence(line: Line<'_>) -> bool {
    ["crown copyright", "© crown copyright", "all content is available under"]
        .iter()
        .any(|text| line.begins(text))
}

/// The section that this heading begins.
pub(super) fn heading(line: Line<'_>) -> Option<PageSection> {
    if line.code.is_some() || line.is_duty {
        return None;
    }
    let text = line.unnumbered().text.trim_end_matches(':').trim_end();
    let found = HEADINGS.iter().find(|(heading, _)| text.eq_ignore_ascii_case(heading));
    let section = found.map(|(_, section)| *section);
    let kind = || kind_heading(line).map(|kind| PageSection::Statements(Some(kind)));
    section.or_else(kind).or_else(|| is_licence(line).then_some(PageSection::Footer))
}

/// The heading of a list and its first line, where both are on one line: `Keywords: one, two`, or two cells of a row.
fn inline_list(line: Line<'_>) -> Option<(PageSection, Line<'_>, Line<'_>)> {
    let end = line.text.find('\n').or_else(|| line.text.find(':'))?;
    let section = list_heading(line.before(end))?;
    Some((section, line.before(end + 1), line.rest(end + 1)))
}

/// The section of names that a heading begins.
pub(super) fn list_heading(line: Line<'_>) -> Option<PageSection> {
    let lists =
        [PageSection::JobTitles, PageSection::Keywords, PageSection::Employers, PageSection::SubUnitGroups];
    heading(line).filter(|section| lists.contains(section))
}

/// How the summary of an occupation begins.
const OPENINGS: [&str; 2] = ["this occupation is found in", "the broad purpose of the occupation"];

/// The section that this line begins although it is not the heading of one: headings get lost.
fn unheaded(line: Line<'_>, current: PageSection) -> Option<PageSection> {
    let is_head = matches!(current, PageSection::Head | PageSection::KeyInformation);
    if is_head && OPENINGS.iter().any(|opening| line.begins(opening)) {
        return Some(PageSection::Summary);
    }
    if line.is_duty || codes::duty_heading(line).is_some() {
        return (current != PageSection::Duties).then_some(PageSection::Duties);
    }
    let found = codes::statement(line)?;
    let begins = match current {
        PageSection::Statements(_) => false,
        PageSection::Duties => !found.rest.text.is_empty() && row::row(line).is_none(),
        PageSection::Head | PageSection::Unknown => {
            found.separated || found.rest.text.starts_with(char::is_uppercase)
        }
        _ => found.separated,
    };
    begins.then_some(PageSection::Statements(None))
}

/// The section that the first line begins although its heading is not known, because the document marks it as a
/// heading. The first such heading may be the title, and others divide the summary, or a list of duties or statements.
fn marked(lines: &[Line<'_>], current: &SectionLines<'_>) -> Option<PageSection> {
    let (line, below) = lines.split_first()?;
    let is_heading = line.is_heading() && !is_entry(*line);
    let below = below.first();
    let is_deeper =
        current.heading.and_then(|above| above.heading).is_some_and(|above| line.heading > Some(above));
    match current.section {
        _ if !is_heading => None,
        PageSection::Head if !current.lines.iter().any(|line| title::of(*line).name.is_some()) => None,
        PageSection::Head | PageSection::KeyInformation
            if below.is_some_and(|line| typed(*line).is_some()) =>
        {
            Some(PageSection::KeyInformation)
        }
        PageSection::Summary if is_deeper => None,
        PageSection::Duties | PageSection::Statements(_) if below.is_some_and(|line| is_entry(*line)) => None,
        _ => Some(PageSection::Unknown),
    }
}

/// Whether the line belongs to a duty or a statement: its beginning, or the codes mapped to a duty.
fn is_entry(line: Line<'_>) -> bool {
    line.is_duty
        || codes::duty_heading(line).is_some()
        || codes::statement(line).is_some()
        || row::row(line).is_some()
}

/// Whether the first line says what kind the codes on the next line are, which are mapped to a duty: what comes after
/// these is not the text of a statement.
fn heads_row(lines: &[Line<'_>]) -> bool {
    let [first, second, rest @ ..] = lines else { return false };
    let is_label = kind_heading(*first).is_some() || first.is("ksbs") || first.is("ksbs:");
    let Some(row) = row::row(*second).filter(|_| is_label) else { return false };
    let ends = |line: &Line| {
        heading(*line).is_some() || codes::duty_heading(*line).is_some() || row::row(*line).is_some()
    };
    row.len() > 1 || rest.first().is_none_or(ends)
}

/// The page by sections.
pub(super) fn blocks<'s>(lines: &[Line<'s>]) -> Vec<SectionLines<'s>> {
    let mut blocks = Vec::new();
    let mut block = SectionLines::new(PageSection::Head);
    for (index, &line) in lines.iter().enumerate() {
        if block.section == PageSection::Footer {
            block.lines.push(line);
            continue;
        }
        let in_table_head = block.section == PageSection::Duties && block.lines.is_empty();
        let heads_column = in_table_head && line.is("ksbs");
        let heads_row = block.section == PageSection::Duties && heads_row(&lines[index..]);
        if heads_column || heads_row || is_furniture(line) {
            continue;
        }
        let next = if let Some(section) = heading(line) {
            SectionLines { heading: Some(line), ..SectionLines::new(section) }
        } else if let Some((section, heading, first)) = inline_list(line) {
            SectionLines {
                heading: Some(heading),
                lines: vec![first],
                inline: true,
                ..SectionLines::new(section)
            }
        } else if let Some(section) = unheaded(line, block.section) {
            SectionLines { lines: vec![line], ..SectionLines::new(section) }
        } else if let Some(section) = marked(&lines[index..], &block) {
            SectionLines { heading: Some(line), ..SectionLines::new(section) }
        } else {
            block.lines.push(line);
            continue;
        };
        blocks.push(std::mem::replace(&mut block, next));
    }
    blocks.push(block);
    blocks.retain(|block| !block.is_void());
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::page::lines::lines;
    use crate::source::{Source, SourceId};

    fn sections(text: &str) -> Vec<(PageSection, bool, usize)> {
        let source = Source::new(SourceId(0), "x", text);
        let lines = lines(&source);
        blocks(&lines).iter().map(|b| (b.section, b.heading.is_some(), b.lines.len())).collect()
    }

    #[test]
    fn headings_begin_sections() {
        let page = "Title\nKEY INFORMATION\nLevel: 2\nKeywords: one, two\nthree\nSkills\nS1: Do.\nCrown copyright\nx";
        let expected = [
            (PageSection::Head, false, 1),
            (PageSection::KeyInformation, true, 1),
            (PageSection::Keywords, true, 2),
            (PageSection::Statements(Some(Kind::Skill)), true, 1),
            (PageSection::Footer, true, 1),
        ];
        assert_eq!(sections(page), expected);
    }

    #[test]
    fn duties_and_statements_begin_without_a_heading() {
        let page = "Duty 1 Do.\nK1\nS1 S2\nK1 Know.\nK2: Know.\nDuty D2";
        let expected = [
            (PageSection::Duties, false, 3),
            (PageSection::Statements(None), false, 2),
            (PageSection::Duties, false, 1),
        ];
        assert_eq!(sections(page), expected);
    }

    #[test]
    fn a_column_header_is_not_a_section_heading() {
        assert_eq!(sections("Occupation duties\nDuty\nKSBs\nDuty 1 Do."), [(PageSection::Duties, true, 1)]);
    }
}
