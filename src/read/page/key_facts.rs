//! The key facts of a retired page that are in a table: each label above its value, `Level |` and `2 |`.

use crate::read::notes::Notes;
use std::collections::BTreeSet;

use super::head::{bare_level, in_months};
use super::lines::{Line, names};
use super::themes;
use super::values::number;
use crate::model::{Field, JobTitle, List, ProfileSection, Standard};

/// The labels of key facts.
const LABELS: [&str; 8] = [
    "job role",
    "job roles",
    "job title",
    "job titles",
    "typical job titles",
    "duration",
    "typical duration",
    "level",
];

/// What was taken out of the lines.
#[derive(Debug, Default)]
pub(super) struct KeyFacts<'s> {
    /// The starts of the lines of the table: labels, values and rules.
    pub(super) taken: BTreeSet<usize>,
    /// Values that say more than a fact can, such as a duration that is a range: their words stay.
    pub(super) sections: Vec<ProfileSection<'s>>,
}

/// States the key facts among the lines.
pub(super) fn read<'s>(lines: &[Line<'s>], standard: &mut Standard<'s>, notes: &mut Notes) -> KeyFacts<'s> {
    let cells: Vec<Line> = lines.iter().filter_map(|line| only_cell(*line)).collect();
    let is_label = |line: Line| LABELS.iter().any(|label| line.is(label));
    let mut found = KeyFacts::default();
    for pair in cells.windows(2) {
        let (label, value) = (pair[0], pair[1]);
        if !is_label(label) || is_label(value) {
            continue;
        }
        if !state(label, value, standard, notes) {
            let paragraphs = vec![value.verbatim()];
            found.sections.push(ProfileSection { heading: label.verbatim(), paragraphs });
        }
        found.taken.extend([label.start, value.start]);
    }
    let beside = lines.windows(2).filter_map(|pair| {
        let is_beside = |rule: Line, row: Line| themes::is_rule(rule) && found.taken.contains(&row.start);
        let rule =
            [(pair[0], pair[1]), (pair[1], pair[0])].into_iter().find(|(rule, row)| is_beside(*rule, *row));
        rule.map(|(rule, _)| rule.start)
    });
    let rules: Vec<usize> = beside.collect();
    found.taken.extend(rules);
    found
}

/// What comes before the bar, if the line is one cell with something in it.
fn only_cell(line: Line<'_>) -> Option<Line<'_>> {
    let cell = line.before(line.text.strip_suffix('|')?.len());
    (!cell.text.is_empty() && !cell.text.contains('|') && !themes::is_rule(line)).then_some(cell)
}

/// States a key fact. Returns whether that covers everything that the value says.
fn state<'s>(label: Line<'s>, value: Line<'s>, standard: &mut Standard<'s>, notes: &mut Notes) -> bool {
    let facts = &mut standard.facts;
    if label.is("level") {
        facts.level = bare_level(value).map_or(Field::Unreadable(value.span()), Field::Stated);
        number(value).is_some_and(|level| level.span.len() == value.text.len())
    } else if label.text.contains(['J', 'j']) {
        let titles = names(&value.verbatim()).into_iter().map(|name| JobTitle { name, green: None });
        standard.typical_job_titles = Field::Stated(List::new(label.span(), titles.collect()));
        true
    } else {
        facts.typical_duration = in_months(value, "typical duration", notes);
        !value.text.contains(['–', '—', '-']) && !value.text.contains(" to ")
    }
}
