//! The sections of a page: which heading begins which.

use super::codes;
use super::lines::Line;
use crate::model::Kind;

/// A section of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// What stands before the first heading.
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
    /// What stands below the page: licence, feedback.
    Footer,
}

/// The headings of all text pages, lower case, without a colon at the end.
const HEADINGS: [(&str, Section); 39] = [
    ("key information", Section::KeyInformation),
    ("overview of the role", Section::Overview),
    ("summary", Section::Summary),
    ("occupation summary", Section::Summary),
    ("occupational summary", Section::Summary),
    ("typical job titles include", Section::JobTitles),
    ("typical job titles", Section::JobTitles),
    ("keywords", Section::Keywords),
    ("employers involved in creating the standard", Section::Employers),
    ("involved employers", Section::Employers),
    ("soc 2020 sub unit groups", Section::SubUnitGroups),
    ("technical education products", Section::Products),
    ("duties", Section::Duties),
    ("occupation duties", Section::Duties),
    ("occupational duties", Section::Duties),
    ("ksbs", Section::Statements(None)),
    ("knowledge, skills and behaviours", Section::Statements(None)),
    ("knowledge, skills and behaviours (ksbs)", Section::Statements(None)),
    ("knowledge", Section::Statements(Some(Kind::Knowledge))),
    ("skills", Section::Statements(Some(Kind::Skill))),
    ("behaviours", Section::Statements(Some(Kind::Behaviour))),
    ("technical knowledge", Section::Statements(Some(Kind::TechnicalKnowledge))),
    ("technical skills", Section::Statements(Some(Kind::TechnicalSkill))),
    ("employability skills and behaviours", Section::Statements(Some(Kind::Employability))),
    ("entry requirements", Section::Aside),
    ("qualifications", Section::Aside),
    ("english and maths", Section::Aside),
    ("english and maths qualifications", Section::Aside),
    ("english & maths qualifications", Section::Aside),
    ("professional recognition", Section::Aside),
    ("additional details", Section::Aside),
    ("version log", Section::Aside),
    ("assessment plan", Section::Aside),
    ("occupational progression", Section::Aside),
    ("view occupation in map", Section::Footer),
    ("share this page", Section::Footer),
    ("is this page useful?", Section::Footer),
    ("is this webpage useful?", Section::Footer),
    ("tell us about your visit", Section::Footer),
];

/// Lines that belong to the page and not to the standard, wherever they stand.
const FURNITURE: [&str; 14] = [
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
pub(super) struct Block<'s> {
    /// Which section.
    pub(super) section: Section,
    /// Its heading, unless the page lost it.
    pub(super) heading: Option<Line<'s>>,
    /// Its lines, without the page's furniture.
    pub(super) lines: Vec<Line<'s>>,
    /// Whether the first line stands behind the heading, in the same line of the page.
    pub(super) inline: bool,
}

impl Block<'_> {
    /// The section, of which nothing has been read yet.
    pub(super) fn new(section: Section) -> Self {
        Self { section, heading: None, lines: Vec::new(), inline: false }
    }

    /// Whether the section and its heading hold nothing at all.
    fn is_void(&self) -> bool {
        self.heading.is_none() && self.lines.is_empty()
    }
}

/// Whether the line belongs to the page and not to the standard.
fn is_furniture(line: Line<'_>) -> bool {
    FURNITURE.iter().any(|text| line.is(text))
}

/// Whether the line begins the page's licence.
pub(super) fn is_licence(line: Line<'_>) -> bool {
    ["crown copyright", "© crown copyright", "all content is available under"]
        .iter()
        .any(|text| line.begins(text))
}

/// The section that this heading begins.
pub(super) fn heading(line: Line<'_>) -> Option<Section> {
    let text = line.text.trim_end_matches(':').trim_end();
    let found = HEADINGS.iter().find(|(heading, _)| text.eq_ignore_ascii_case(heading));
    let section = found.map(|(_, section)| *section);
    section.or_else(|| is_licence(line).then_some(Section::Footer))
}

/// The heading of a list and its first line, where both stand in one: `Keywords: one, two`.
fn inline_list(line: Line<'_>) -> Option<(Section, Line<'_>, Line<'_>)> {
    let colon = line.text.find(':')?;
    let head = line.before(colon);
    let section = heading(head)?;
    let lists = [Section::JobTitles, Section::Keywords, Section::Employers, Section::SubUnitGroups];
    lists.contains(&section).then(|| (section, line.before(colon + 1), line.rest(colon + 1)))
}

/// The section that this line begins although it is no heading of one: headings get lost.
fn unheaded(line: Line<'_>, current: Section) -> Option<Section> {
    if codes::duty_heading(line).is_some() {
        return (current != Section::Duties).then_some(Section::Duties);
    }
    let found = codes::statement(line)?;
    let begins = match current {
        Section::Statements(_) => false,
        Section::Duties => !found.rest.text.is_empty() && codes::row(line).is_none(),
        _ => found.separated && found.code.value.letter.is_none(),
    };
    begins.then_some(Section::Statements(None))
}

/// The page by sections.
pub(super) fn blocks<'s>(lines: &[Line<'s>]) -> Vec<Block<'s>> {
    let mut blocks = Vec::new();
    let mut block = Block::new(Section::Head);
    for &line in lines {
        let in_table_head = block.section == Section::Duties && block.lines.is_empty();
        let heads_column = in_table_head && line.is("ksbs");
        if heads_column || is_furniture(line) || block.section == Section::Footer {
            continue;
        }
        let next = if let Some(section) = heading(line) {
            Block { heading: Some(line), ..Block::new(section) }
        } else if let Some((section, heading, first)) = inline_list(line) {
            Block { heading: Some(heading), lines: vec![first], inline: true, ..Block::new(section) }
        } else if let Some(section) = unheaded(line, block.section) {
            Block { lines: vec![line], ..Block::new(section) }
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

    fn sections(text: &str) -> Vec<(Section, bool, usize)> {
        let source = Source::new(SourceId(0), "x", text);
        let lines = lines(&source);
        blocks(&lines).iter().map(|b| (b.section, b.heading.is_some(), b.lines.len())).collect()
    }

    #[test]
    fn headings_begin_sections() {
        let page = "Title\nKEY INFORMATION\nLevel: 2\nKeywords: one, two\nthree\nSkills\nS1: Do.\nCrown copyright\nx";
        let expected = [
            (Section::Head, false, 1),
            (Section::KeyInformation, true, 1),
            (Section::Keywords, true, 2),
            (Section::Statements(Some(Kind::Skill)), true, 1),
            (Section::Footer, true, 0),
        ];
        assert_eq!(sections(page), expected);
    }

    #[test]
    fn duties_and_statements_begin_without_a_heading() {
        let page = "Duty 1 Do.\nK1\nS1 S2\nK1 Know.\nK2: Know.\nDuty D2";
        let expected =
            [(Section::Duties, false, 3), (Section::Statements(None), false, 2), (Section::Duties, false, 1)];
        assert_eq!(sections(page), expected);
    }

    #[test]
    fn the_heading_of_a_column_is_none_of_a_section() {
        assert_eq!(sections("Occupation duties\nDuty\nKSBs\nDuty 1 Do."), [(Section::Duties, true, 1)]);
    }
}
