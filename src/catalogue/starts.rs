//! Which version of a standard takes starts on a day.

use super::extract::VersionExtract;
use super::index::{Catalogue, CatalogueEntry};
use crate::model::{Date, Status};
use crate::source::Spanned;

/// What applies to apprentices who start on a standard on a given day.
#[derive(Clone, Debug)]
pub struct StartsOn<'e> {
    /// The reference of the standard.
    pub reference: &'e str,
    /// The newest version of the standard.
    pub newest: CatalogueEntry<'e>,
    /// The version that takes starts on the day; if several do, the newest.
    pub version: Option<CatalogueEntry<'e>>,
    /// Why this version, or why none, as a sentence without its full stop.
    pub reason: String,
}

/// What a version says about starts on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Starts {
    /// They are open.
    Open,
    /// They ended on an earlier day.
    Ended(Date),
    /// They begin on a later day.
    Begin(Date),
    /// Nobody starts on a version with this status.
    Never(Status),
    /// It is retired, and does not say when its starts ended.
    NoEnd,
    /// It does not say when its starts begin.
    NoBeginning,
}

impl Starts {
    fn of(version: &VersionExtract, day: Date) -> Self {
        let never = [Status::InDevelopment, Status::Proposed, Status::Withdrawn];
        if let Some(status) = never.into_iter().find(|status| version.is(*status)) {
            return Self::Never(status);
        }
        let dates = [&version.earliest_start, &version.latest_start];
        let [first, last] = dates.map(|date| date.as_ref().map(|date| date.value));
        match (first, last) {
            (_, Some(last)) if last < day => Self::Ended(last),
            (Some(first), _) if first > day => Self::Begin(first),
            (None, _) => Self::NoBeginning,
            (Some(_), None) if version.is(Status::Retired) => Self::NoEnd,
            (Some(_), _) => Self::Open,
        }
    }
}

impl<'e> Catalogue<'e> {
    /// For each standard, in the order of references, the version that takes starts on this day. Versions without a readable
    /// number are left out, and so are standards that have no others.
    #[must_use]
    pub fn starts_on(&self, day: Date) -> Vec<StartsOn<'e>> {
        self.versions().filter_map(|(reference, versions)| starts_on(reference, &versions, day)).collect()
    }
}

/// The version of a standard that takes starts on a day; `versions` are all its versions, the earliest first. None if
/// there are none.
fn starts_on<'e>(reference: &'e str, versions: &[CatalogueEntry<'e>], day: Date) -> Option<StartsOn<'e>> {
    let newest = *versions.last()?;
    let starts: Vec<(&CatalogueEntry<'e>, Starts)> =
        versions.iter().map(|one| (one, Starts::of(one.version, day))).collect();
    let mut open = starts.iter().rev().filter(|(_, starts)| *starts == Starts::Open).map(|(one, _)| *one);
    let Some(version) = open.next() else {
        return Some(StartsOn { reference, newest, version: None, reason: why_none(&starts) });
    };
    // A version that does not say when its starts end continues until the next one begins.
    let others: Vec<&str> =
        open.filter(|one| one.version.latest_start.is_some()).map(|one| number(one)).collect();
    let others =
        (!others.is_empty()).then(|| format!("; so does {}, by its own dates", others.join(" and ")));
    let reason = open_days(version.version) + &others.unwrap_or_default();
    Some(StartsOn { reference, newest, version: Some(*version), reason })
}

/// The days on which a version takes starts.
fn open_days(version: &VersionExtract) -> String {
    let day = |date: &Option<Spanned<Date>>| date.as_ref().map(|date| date.value.in_words());
    match (day(&version.earliest_start), day(&version.latest_start)) {
        (Some(first), Some(last)) => format!("it takes starts from {first} to {last}"),
        (Some(first), None) => format!("it takes starts from {first}"),
        (None, _) => String::new(),
    }
}

/// Why no version takes starts: when they last ended, when they next begin, and what is not stated.
fn why_none(starts: &[(&CatalogueEntry<'_>, Starts)]) -> String {
    let ended = starts.iter().filter_map(|(one, starts)| match starts {
        Starts::Ended(last) => Some((*last, number(one))),
        _ => None,
    });
    let begin = starts.iter().filter_map(|(one, starts)| match starts {
        Starts::Begin(first) => Some((*first, number(one))),
        _ => None,
    });
    let mut parts: Vec<String> = Vec::new();
    parts.extend(ended.max().map(|(day, number)| format!("starts on {number} ended on {}", day.in_words())));
    parts.extend(begin.min().map(|(day, number)| format!("starts on {number} begin on {}", day.in_words())));
    parts.extend(starts.iter().filter_map(|(one, starts)| match starts {
        Starts::NoEnd => Some(format!("{} is retired and does not state when its starts ended", number(one))),
        Starts::NoBeginning => Some(format!("{} does not state when its starts begin", number(one))),
        _ => None,
    }));
    let never = starts.iter().rev().filter_map(|(one, starts)| match starts {
        Starts::Never(status) => Some(format!("the status of {} is {}", number(one), status.name())),
        _ => None,
    });
    if parts.is_empty() {
        parts.extend(never.take(1));
    }
    parts.join("; ")
}

fn number<'e>(one: &CatalogueEntry<'e>) -> &'e str {
    one.version.version.as_ref().map_or("", |number| number.value.as_str())
}
