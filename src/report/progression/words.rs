//! What all reports on progression say in the same words.

use crate::progression::{
    Agreement, CarryOver, Direction, Focus, OccupationRecord, StatedLink, StatedLinkMatch, Step,
};
use crate::report::text::counted;

/// What all reports say first.
pub(super) const CLAIM: &str = "Worked out from the words of the standards alone. This is not an official progression map, \
                                and it says nothing about what an employer or a training provider will accept.";

/// A share in thousandths as a percentage.
pub(super) fn percent(thousandths: u64) -> String {
    format!("{}%", (thousandths + 5) / 10)
}

/// `level 4`, or that it is not stated.
pub(super) fn level(level: Option<i64>) -> String {
    level.map_or_else(|| "level not stated".to_owned(), |level| format!("level {level}"))
}

/// `ST9901 Canal lock keeper`; only one of the two if they are the same.
pub(super) fn name(one: &OccupationRecord) -> String {
    if one.title == one.reference { one.title.clone() } else { format!("{} {}", one.reference, one.title) }
}

/// How much of what an occupation asks for carries over: `12 of 30 statements`.
pub(super) fn count(step: &Step<'_>) -> String {
    let CarryOver { statements, of, .. } = step.carried;
    let noun = match (step.by_duties, of) {
        (false, 1) => "statement",
        (false, _) => "statements",
        (true, 1) => "duty",
        (true, _) => "duties",
    };
    format!("{statements} of {of} {noun}")
}

/// The direction of a link in one word.
pub(super) fn way(way: Direction) -> &'static str {
    match way {
        Direction::Into => "into",
        Direction::From => "from",
        Direction::Both => "both",
    }
}

/// How many occupations there are besides the one in focus, and how many of the links with them are shown.
pub(super) fn shown(focus: &Focus<'_>) -> String {
    let (shown, all) = (focus.links.len(), focus.links.len() + focus.weaker);
    match (all, focus.weaker) {
        (0, _) => "It shares nothing with the other occupations.".to_owned(),
        (1, 0) => "It shares something with 1 other occupation.".to_owned(),
        (_, 0) => format!("It shares something with {all} other occupations."),
        _ => format!(
            "It shares something with {all} other occupations. These are the {shown} strongest links."
        ),
    }
}

/// How many documents do not count, or `None` if all of them do.
pub(super) fn other_versions(count: usize) -> Option<String> {
    let documents = counted(count, "document is", "documents are")?;
    Some(format!(
        "{documents} left out: for each occupation, ksb uses the version approved for delivery or, if there is none, \
         the latest."
    ))
}

/// That an occupation has more than is compared, or `None` if it does not.
pub(super) fn left_out(one: &OccupationRecord) -> Option<String> {
    let more = one.left_out;
    (more > 0)
        .then(|| format!("{more} statements and duties of {} are left out: it has too many.", one.reference))
}

/// What comparing stated links with computed ones shows, or `None` if there are no stated links.
pub(super) fn agreement(focus: &Focus<'_>) -> Option<String> {
    if focus.stated.is_empty() {
        return None;
    }
    let Agreement { agree, of } = focus.agreement();
    Some(match of {
        0 => "The document states links, but none of these occupations is in the catalogue.".to_owned(),
        _ => format!(
            "Of the links that the document states, {of} can be compared: {agree} are among these links."
        ),
    })
}

/// A link as a document states it: `from this occupation to ST9902 Waterway supervisor, level 4`.
pub(super) fn stated(link: &StatedLink) -> String {
    let name = [link.reference.as_deref(), link.title.as_deref()].into_iter().flatten().collect::<Vec<_>>();
    let name = if name.is_empty() { "an occupation that is not named".to_owned() } else { name.join(" ") };
    let way = match link.is_into {
        Some(true) => "into this occupation from ",
        Some(false) => "from this occupation to ",
        None => "",
    };
    let level = link.level.map(|level| format!(", level {level}")).unwrap_or_default();
    format!("{way}{name}{level}")
}

/// What became of a link that a document states.
pub(super) fn confirmed(focus: &Focus<'_>, confirmed: StatedLinkMatch) -> String {
    let reference = |place: usize| focus.links.get(place).map_or("", |link| link.other.reference.as_str());
    match confirmed {
        StatedLinkMatch::Link(place) => format!("is link {} of these", place + 1),
        StatedLinkMatch::Level(place) => format!("may be {}, judging by its level alone", reference(place)),
        StatedLinkMatch::NotFound => "is not one of these".to_owned(),
        StatedLinkMatch::Unknown => "cannot be compared: that occupation is not in the catalogue".to_owned(),
    }
}
