//! Fragments of the page of an occupation, as text that has lost its headings, its codes and mostly
//! its statements. The list of employers, which such a page gives twice, separates the summary from
//! the duties.

use std::collections::BTreeMap;

use super::cards;
use super::codes;
use super::entries;
use super::head;
use super::labels::labelled;
use super::lines::{Line, lines, names, paragraphs};
use super::parts;
use super::sections::{self, PageSection, SectionLines};
use crate::model::{Document, Duty, Field, Format, List, Standard, StandardKind};
use crate::read::notes::{Notes, Read};
use crate::source::{Source, Span, Text};

/// The beginnings of the part of the page that shows the way to other occupations.
const TAIL: [&str; 3] = ["this occupational progression map", "this map ", "technical occupations"];

/// The fewest names in a line that make it a list of employers if it is given twice.
const FEW: usize = 2;

/// The fewest names if it is given once.
const MANY: usize = 4;

/// Reads such fragments.
pub(crate) fn read(source: &Source) -> Read<'_> {
    let lines = lines(source);
    let mut notes = Notes::new(source.id());
    let mut standard = parts::begin(source.id(), Format::OccupationPageText, &lines);
    standard.kind = StandardKind::Occupation;
    let lines = head::without_legend(&lines);
    standard.progression = cards::links(lines);
    let end = lines.iter().position(|line| is_tail(*line)).unwrap_or(lines.len());
    let employers = employer_lines(&lines[..end]).first().copied().unwrap_or(end);
    let (facts, prose) = lines[..end].split_at(facts_end(&lines[..employers]));
    read_facts(facts, &mut standard, &mut notes);
    read_prose(prose, &mut standard, &mut notes);
    standard.hide_unshown(standard.format);
    (Document::Standard(Box::new(standard)), notes.finish())
}

/// Whether the line ends what is said about the occupation itself.
fn is_tail(line: Line<'_>) -> bool {
    TAIL.iter().any(|tail| line.begins(tail))
        || matches!(sections::heading(line), Some(PageSection::Aside | PageSection::Footer))
}

/// Where the facts end: after the last label and the sub-unit groups below it.
fn facts_end(lines: &[Line<'_>]) -> usize {
    let is_fact =
        |line: &Line| labelled(*line).is_some() || is_groups(*line) || head::level_line(*line).is_some();
    let end = lines.iter().rposition(is_fact).map_or(0, |index| index + 1);
    let groups = lines[end..].iter().take_while(|line| is_group(**line)).count();
    let level_is_last = groups == 0 && end > 0 && head::level_line(lines[end - 1]).is_some();
    // The overview is below the level.
    (end + groups + usize::from(level_is_last)).min(lines.len())
}

/// Whether the line is the label of the sub-unit groups.
fn is_groups(line: Line<'_>) -> bool {
    sections::heading(line) == Some(PageSection::SubUnitGroups)
}

/// Whether the line is a SOC code with its title.
fn is_group(line: Line<'_>) -> bool {
    let text = line.unbulleted().text;
    text.len() >= 4 && text.bytes().take(4).all(|byte| byte.is_ascii_digit())
}

/// Reads the head, the labels and the sub-unit groups.
fn read_facts<'s>(lines: &[Line<'s>], standard: &mut Standard<'s>, notes: &mut Notes) {
    let mut others = head::facts(lines, (labelled, false), standard, notes);
    if let Some(index) = others.iter().position(|line| is_groups(*line)) {
        let label = others[index].span();
        let count = others[index + 1..].iter().take_while(|line| is_group(**line)).count();
        let groups: Vec<Line> = others.drain(index..=index + count).skip(1).collect();
        let items: Vec<Text> = groups.iter().map(|line| line.unbulleted().verbatim()).collect();
        let groups = &mut standard.facts.soc.sub_unit_groups;
        *groups = if items.is_empty() { Field::Empty(label) } else { Field::Stated(List::new(label, items)) };
    }
    head::occupation(&others, &mut standard.facts, notes);
}

/// Reads employers, summary, statements and duties.
fn read_prose<'s>(lines: &[Line<'s>], standard: &mut Standard<'s>, notes: &mut Notes) {
    let lists = employer_lines(lines);
    standard.employers = lists.iter().map(|&at| employers(lines[at])).collect();
    let [first, second, ..] = lists[..] else {
        let others = lines.iter().filter(|line| !is_name_list(**line, MANY)).copied();
        return summary_only(&others.collect::<Vec<_>>(), standard, notes);
    };
    lines[..first].iter().for_each(|line| notes.unread("head", line.span()));
    standard.summary = unheaded(paragraphs(&lines[first + 1..second]), Text::span);
    let is_statement = |line: &Line| codes::statement(*line).is_some_and(|found| found.separated);
    let rest = lines[second + 1..].iter().filter(|line| !is_name_list(**line, MANY));
    let (statements, duties): (Vec<Line>, Vec<Line>) = rest.partition(|line| is_statement(line));
    let statements = SectionLines { lines: statements, ..SectionLines::new(PageSection::Statements(None)) };
    standard.statements = entries::statements(&[statements], notes);
    standard.duties = unheaded(paragraphs(&duties).into_iter().map(duty).collect(), |duty| duty.span);
}

/// Takes all prose as the summary, because nothing shows where the duties begin.
fn summary_only<'s>(lines: &[Line<'s>], standard: &mut Standard<'s>, notes: &mut Notes) {
    let Some(first) = lines.first() else { return };
    standard.summary = unheaded(paragraphs(lines), Text::span);
    notes.unclear(
        "duties",
        (first.span(), "summary and duties, from here"),
        "the duties cannot be told apart from the summary, because the list of employers does not appear twice",
        "add the list of employers above the summary and above the duties, or the heading `Duties`",
    );
}

/// A list without a heading is placed at its first item.
fn unheaded<T>(items: Vec<T>, place: impl Fn(&T) -> Span) -> Field<List<T>> {
    items.first().map(place).map_or(Field::Missing, |heading| Field::Stated(List::new(heading, items)))
}

/// A duty without a code.
fn duty(text: Text<'_>) -> Duty<'_> {
    let span = text.span();
    Duty {
        code: None,
        text,
        span,
        core: None,
        mapping: Field::NotShown,
        options: Vec::new(),
        unknown_ids: Vec::new(),
    }
}

/// A line of employers.
fn employers(line: Line<'_>) -> List<Text<'_>> {
    List::new(line.span(), names(&line.verbatim()))
}

/// The lines that list employers: a few names are enough for a line that is given twice, but a line
/// given once needs many.
fn employer_lines(lines: &[Line<'_>]) -> Vec<usize> {
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for line in lines {
        *count.entry(line.text).or_default() += 1;
    }
    let lists = |line: &Line| {
        let repeated = count.get(line.text).is_some_and(|&count| count > 1);
        is_name_list(*line, if repeated { FEW } else { MANY })
    };
    lines.iter().enumerate().filter(|(_, line)| lists(line)).map(|(index, _)| index).collect()
}

/// Whether the line is a list of at least this many names: each begins with a capital letter or a
/// digit, unlike a list within a sentence.
fn is_name_list(line: Line<'_>, least: usize) -> bool {
    let named = |name: &str| name.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    line.text.split(", ").count() >= least && line.text.split(", ").all(named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceId;

    const PAGE: &str = "Level 3 -\nKeeps dyes.\nReference: OCC9901\nStatus:\nSOC 2020 sub unit groups:\n\
                        A Ltd, B Ltd, C Ltd\nFirst.\nSecond, with more, and so on.\nA Ltd, B Ltd, C Ltd\n\
                        Mix dyes.\nK1: Dyes.\nRinse,\nand dry.\nThis occupational progression map shows\nx";

    fn read_text(source: &Source) -> (Standard<'_>, usize) {
        let (Document::Standard(standard), diagnostics) = read(source) else { panic!("a standard") };
        (*standard, diagnostics.len())
    }

    #[test]
    fn employers_part_summary_and_duties() {
        let source = Source::new(SourceId(0), "x", PAGE);
        let (standard, notes) = read_text(&source);
        let duties: Vec<&str> = standard.duties.items().iter().map(|duty| duty.text.as_str()).collect();
        assert_eq!(duties, ["Mix dyes.", "Rinse, and dry."]);
        assert_eq!((standard.summary.items().len(), standard.statements.items().len(), notes), (2, 1, 0));
        assert_eq!(standard.employers.iter().map(|list| list.items.len()).collect::<Vec<_>>(), [3, 3]);
        assert_eq!(standard.facts.overview.stated().map(Text::as_str), Some("Keeps dyes."));
    }

    #[test]
    fn without_the_second_list_all_is_summary() {
        let page = PAGE.replacen("A Ltd, B Ltd, C Ltd\n", "", 1);
        let source = Source::new(SourceId(0), "x", page);
        let (standard, notes) = read_text(&source);
        assert_eq!((standard.duties.is_missing(), standard.summary.items().len(), notes), (true, 6, 1));
    }

    #[test]
    fn groups_stand_below_their_label() {
        let page = PAGE.replacen("groups:\n", "groups:\n• 9999/99 Dyers\n9998/01 Others\n", 1);
        let source = Source::new(SourceId(0), "x", page);
        let (standard, notes) = read_text(&source);
        assert_eq!((standard.facts.soc.sub_unit_groups.items().len(), notes), (2, 0));
        assert_eq!(standard.duties.items().len(), 2);
    }
}
