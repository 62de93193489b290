//! A second page or draft in the same file: what follows from there on is not part of the first one.

use crate::read::notes::Notes;
use std::collections::BTreeSet;

use super::chrome::is_chrome;
use super::codes;
use super::head;
use super::labels::{Meaning, labelled, typed};
use super::lines::Line;
use super::row;
use super::sections::{self, PageSection};
use crate::model::{Code, FactId};

/// The lines of the first page. A note says where another one begins.
pub(super) fn first_only<'a, 's>(lines: &'a [Line<'s>], notes: &mut Notes) -> &'a [Line<'s>] {
    let Some(mark) = mark(lines) else { return lines };
    let start = start(lines, mark);
    notes.unclear(
        "page",
        (lines[start].span(), "the second page"),
        "a second page starts here: only the first one is read",
        "save each page or draft in its own file",
    );
    &lines[..start]
}

/// The first line that only another page can have: a second heading of the key information, another reference, or
/// another level above codes that the first page also has. None of this counts above the first entry.
fn mark(lines: &[Line<'_>]) -> Option<usize> {
    let mut seen = Seen::default();
    lines.iter().enumerate().position(|(index, line)| seen.is_other(*line, &lines[index + 1..]))
}

/// What has been seen of the first page.
#[derive(Default)]
struct Seen<'s> {
    informed: bool,
    reference: Option<&'s str>,
    level: Option<&'s str>,
    codes: BTreeSet<Code>,
    /// Whether the lines are in a section that may mention other standards.
    aside: bool,
}

impl<'s> Seen<'s> {
    /// Whether the line belongs to another page. Remembers the line if it does not.
    fn is_other(&mut self, line: Line<'s>, below: &[Line<'s>]) -> bool {
        let section = sections::heading(line);
        if let Some(section) = section {
            self.aside = matches!(section, PageSection::Aside | PageSection::Unknown);
        }
        if let Some(code) = entry(line) {
            self.codes.insert(code);
            return false;
        }
        let has_entries = !self.codes.is_empty();
        if section == Some(PageSection::KeyInformation) {
            return std::mem::replace(&mut self.informed, true) && has_entries;
        }
        let Some(found) = typed(line).filter(|found| !found.value.text.is_empty() && !self.aside) else {
            return false;
        };
        let value = found.value.text;
        match found.meaning {
            Meaning::Fact(FactId::Reference) => {
                let known = self.reference.get_or_insert(value);
                has_entries && !known.eq_ignore_ascii_case(value)
            }
            Meaning::Fact(FactId::Level) => {
                let known = *self.level.get_or_insert(value);
                let again =
                    || below.iter().filter_map(|line| entry(*line)).any(|code| self.codes.contains(&code));
                has_entries && known != value && labelled(line).is_some() && again()
            }
            _ => false,
        }
    }
}

/// The code of the duty or statement that begins with the line.
fn entry(line: Line<'_>) -> Option<Code> {
    if row::row(line).is_some_and(|row| row.len() > 1) {
        return None;
    }
    let statement = || codes::statement(line).filter(|found| found.separated);
    codes::duty_heading(line).or_else(statement).map(|found| found.code.value)
}

/// Where the page with this line begins: at its title, and any words of the site above that.
fn start(lines: &[Line<'_>], mark: usize) -> usize {
    let is_fact = |line: Line<'_>| {
        labelled(line).is_some() || sections::heading(line) == Some(PageSection::KeyInformation)
    };
    let is_site = |line: Line<'_>| is_chrome(line) || head::is_banner(line) || head::is_breadcrumb(line);
    let is_name = |line: Line<'_>| {
        !line.is_sentence()
            && entry(line).is_none()
            && row::row(line).is_none()
            && sections::heading(line).is_none()
    };
    let mut start = mark;
    let mut title: Option<&str> = None;
    while let Some(above) = start.checked_sub(1) {
        let line = lines[above];
        let is_title = title.map_or_else(|| is_name(line), |title| line.is(title));
        if is_title && !is_fact(line) && !is_site(line) {
            title = Some(line.text);
        } else if !is_fact(line) && !is_site(line) {
            break;
        }
        start = above;
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::page::lines::lines;
    use crate::source::{Source, SourceId};

    const FIRST: &str =
        "Dyer\nKey information\nReference: ST9901\nLevel: 2\nDuty 1 Dye.\nK1\nKnowledge\nK1: Dyes.\n";

    fn left(text: &str) -> (String, usize) {
        let source = Source::new(SourceId(0), "x", text);
        let lines = lines(&source);
        let mut notes = Notes::new(SourceId(0));
        let last = first_only(&lines, &mut notes).last().map(|line| line.text.to_owned());
        (last.unwrap_or_default(), notes.finish().len())
    }

    #[test]
    fn another_page_begins_at_its_title() {
        for second in [
            "Home › Mills\nWeaver\nView the latest version\nWeaver\nKey information\nReference: ST9902\n",
            "Weaver\nReference: ST9902\nDuty 1 Weave.\n",
            "Weaver\nLevel: 3\nDuty 1 Weave.\n",
        ] {
            assert_eq!(left(&format!("{FIRST}{second}")), ("K1: Dyes.".to_owned(), 1), "{second}");
        }
    }

    #[test]
    fn one_page_stays_one() {
        for more in [
            "Skills\nS1: Dye.\n",
            "Qualifications\nLevel: 3\nReference: ST9902\n",
            "Reference: ST9901\nLevel: 2\n",
            "Level: 3\nSkills\nS1: Dye.\n",
        ] {
            let last = more.lines().last().unwrap_or_default().to_owned();
            assert_eq!(left(&format!("{FIRST}{more}")), (last, 0), "{more}");
        }
        let contents = format!("Key information\nDuties\n{FIRST}");
        assert_eq!(left(&contents).1, 0);
    }
}
