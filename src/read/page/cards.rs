//! The cards of a progression map: the occupations that the focused one is linked to.

use super::head::level_line;
use super::lines::{Line, begins, join};
use crate::model::{Field, ProgressionLink};

/// What comes before the direction of a link.
const BEFORE: [&str; 2] = ["progression link ", "link "];
/// What comes after it.
const BEHIND: [&str; 2] = [" focused occupation", " the focused occupation"];
/// The card of the occupation itself.
const FOCUSED: [&str; 2] = ["this is the focused occupation", "focused occupation"];
/// The name of an icon.
const ICON: &str = "assignment_turned_in";
/// The most lines that a title has.
const TITLE: usize = 2;

/// The links that the cards on a page show. A card says first which way its link leads; its title may have been lost,
/// and its level ends it.
pub(super) fn links<'s>(lines: &[Line<'s>]) -> Vec<ProgressionLink<'s>> {
    let heads = lines.iter().enumerate().filter_map(|(at, line)| Some((at, direction(*line)?)));
    heads.map(|(at, direction)| card(direction, &lines[at + 1..])).collect()
}

/// The word that says which way a link leads, if the line begins a card.
fn direction(line: Line<'_>) -> Option<Line<'_>> {
    let before = BEFORE.iter().find(|before| line.begins(before))?;
    let rest = line.rest(before.len());
    let word = rest.before(rest.text.find(' ')?);
    let behind = &rest.text[word.text.len()..];
    let is_one = (word.is("into") || word.is("from")) && BEHIND.iter().any(|text| begins(behind, text));
    is_one.then_some(word)
}

fn card<'s>(direction: Line<'s>, below: &[Line<'s>]) -> ProgressionLink<'s> {
    let is_end =
        |line: &Line<'s>| self::direction(*line).is_some() || FOCUSED.iter().any(|text| line.begins(text));
    let own = below.iter().copied().take_while(|line| !is_end(line)).filter(|line| !line.is(ICON));
    let own: Vec<Line<'s>> = own.take(TITLE + 1).collect();
    let level = own.iter().position(|line| level_line(*line).is_some());
    let title = level.and_then(|level| join(&own[..level]));
    ProgressionLink {
        direction: Field::Stated(direction.verbatim()),
        reference: Field::Missing,
        title: title.map_or(Field::Missing, Field::Stated),
        level: level.and_then(|at| level_line(own[at])).map_or(Field::Missing, Field::Stated),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::page::lines::lines;
    use crate::source::{Source, SourceId, Text};

    #[test]
    fn a_card_may_have_lost_its_title() {
        let page = "Progression link into focused occupation.\nassignment_turned_in\n\nLevel 2\n\n\
                    This is the focused occupation.\nassignment_turned_in\nLock keeper\nLevel 4\n\
                    Progression link from focused occupation.\nWaterway\nmanager\nLevel 6\nTransport";
        let source = Source::new(SourceId(0), "x", page);
        let found = links(&lines(&source));
        let said: Vec<_> = found
            .iter()
            .map(|link| {
                let title = link.title.stated().map(Text::as_str);
                (link.is_into(), title, link.level.stated().map(|level| level.value))
            })
            .collect();
        assert_eq!(said, [(Some(true), None, Some(2)), (Some(false), Some("Waterway manager"), Some(6))]);
    }
}
