//! Plants faults, each of a kind that was seen in the data or that the import refuses.

use super::catalogue::Made;
use super::content::{BEHAVIOURS, KNOWLEDGE, Lars, SKILLS, Version};
use super::prng::Rng;

/// The place of the faulty version, and the subject of the finding.
pub(crate) type Planted = (usize, Option<String>);

/// The fault is in the last version.
fn last(made: &mut Made) -> (usize, &mut Version) {
    let place = made.versions.len() - 1;
    (place, &mut made.versions[place])
}

/// Changes the last version; the finding is about `subject`.
fn in_last(made: &mut Made, subject: &str, change: impl FnOnce(&mut Version)) -> Planted {
    let (place, version) = last(made);
    change(version);
    (place, (!subject.is_empty()).then(|| subject.to_owned()))
}

pub(crate) fn missing_field(made: &mut Made, copy: usize, _: &mut Rng) -> Planted {
    const KEYS: [&str; 4] = ["tbMainContact", "standardPageUrl", "coronationEmblem", "eQAProvider"];
    in_last(made, "", |version| version.left_out = Some(KEYS[copy % KEYS.len()]))
}

pub(crate) fn reference(made: &mut Made, copy: usize, _: &mut Rng) -> Planted {
    in_last(made, "reference", |version| {
        if copy.is_multiple_of(2) { version.reference.truncate(5) } else { version.reference.push('A') }
    })
}

pub(crate) fn version_format(made: &mut Made, copy: usize, _: &mut Rng) -> Planted {
    in_last(made, "version", |version| {
        ["1", "1.0a"][copy % 2].clone_into(&mut version.number);
        version.number_again.clone_from(&version.number);
    })
}

/// The code is the same as that of the next standard, in all its versions. The next standard has
/// the lower reference, so the fault is found here.
pub(crate) fn lars_shared(made: &mut Made, _: usize, _: &mut Rng) -> Planted {
    in_last(made, "", |version| {
        if let Lars::Number(number) = &mut version.lars {
            *number += 1;
        }
    })
}

/// The codes hold the reference, so that no two standards share one.
pub(crate) fn lars_format(made: &mut Made, _: usize, _: &mut Rng) -> Planted {
    in_last(made, "larsCode", |version| version.lars = Lars::Text(format!("x{}", version.reference)))
}

pub(crate) fn lars_format_of_unit(made: &mut Made, _: usize, _: &mut Rng) -> Planted {
    in_last(made, "larsCode", |version| version.lars = Lars::Text(format!("Z{}", version.reference)))
}

pub(crate) fn lars_reset(made: &mut Made, _: usize, _: &mut Rng) -> Planted {
    in_last(made, "", |version| version.lars = Lars::Number(0))
}

pub(crate) fn several_approved(made: &mut Made, _: usize, _: &mut Rng) -> Planted {
    let place = made.versions.len() - 2;
    "Approved for delivery".clone_into(&mut made.versions[place].status);
    (place + 1, None)
}

pub(crate) fn version_gap(made: &mut Made, _: usize, _: &mut Rng) -> Planted {
    in_last(made, "", |version| {
        let (major, minor) = version.number.split_once('.').unwrap_or(("1", "0"));
        let minor: u64 = minor.parse().unwrap_or_default();
        version.number = format!("{major}.{}", minor + 1);
        version.number_again.clone_from(&version.number);
    })
}

pub(crate) fn start_dates(made: &mut Made, copy: usize, _: &mut Rng) -> Planted {
    let before = made.versions[made.versions.len() - 2].dates.latest_start.clone();
    in_last(made, "", |version| {
        let dates = &mut version.dates;
        dates.earliest_start = if copy.is_multiple_of(2) { before } else { Some(dates.published.clone()) };
    })
}

/// The version is 2.0, because a code is due for 1.0 in any case.
pub(crate) fn retired_without_lars(made: &mut Made, _: usize, _: &mut Rng) -> Planted {
    in_last(made, "", |version| {
        "2.0".clone_into(&mut version.number);
        "2.0".clone_into(&mut version.number_again);
        "Retired".clone_into(&mut version.status);
        version.dates.latest_start = Some("2025-07-31".to_owned());
        version.dates.latest_end = Some("2028-07-31".to_owned());
        version.lars = Lars::Number(0);
    })
}

pub(crate) fn version_number(made: &mut Made, _: usize, _: &mut Rng) -> Planted {
    in_last(made, "", |version| "1.1".clone_into(&mut version.number_again))
}

pub(crate) fn no_title(made: &mut Made, _: usize, _: &mut Rng) -> Planted {
    in_last(made, "title", |version| version.title.clear())
}

pub(crate) fn title_space(made: &mut Made, _: usize, _: &mut Rng) -> Planted {
    in_last(made, "title", |version| version.title.insert(0, ' '))
}

/// Not the first version, whose status is another finding.
pub(crate) fn status(made: &mut Made, copy: usize, _: &mut Rng) -> Planted {
    in_last(made, "status", |version| ["Live", "Approved"][copy % 2].clone_into(&mut version.status))
}

pub(crate) fn date(made: &mut Made, copy: usize, _: &mut Rng) -> Planted {
    if copy.is_multiple_of(2) {
        return in_last(made, "dates.created", |version| "2014-02-30".clone_into(&mut version.dates.created));
    }
    in_last(made, "dates.latestEnd", |version| version.dates.latest_end = Some("2029-06-31".to_owned()))
}

/// The record of the version before the last appears twice, the second time with `change`. It is
/// retired, so that no version is approved twice.
fn again(made: &mut Made, change: impl FnOnce(&mut Version)) -> Planted {
    let place = made.versions.len() - 1;
    let mut copy = made.versions[place - 1].clone();
    change(&mut copy);
    made.versions.insert(place, copy);
    (place, None)
}

pub(crate) fn options_changed(made: &mut Made, _: usize, _: &mut Rng) -> Planted {
    again(made, |version| version.options[0].title.push_str(" and trainer"))
}

pub(crate) fn options_removed(made: &mut Made, _: usize, _: &mut Rng) -> Planted {
    again(made, |version| {
        if let Some(gone) = version.options.pop() {
            version.duties.iter_mut().for_each(|duty| duty.options.retain(|id| *id != gone.id));
        }
    })
}

pub(crate) fn lars_overdue(made: &mut Made, _: usize, _: &mut Rng) -> Planted {
    in_last(made, "", |version| version.lars = Lars::Number(0))
}

pub(crate) fn first_status(made: &mut Made, copy: usize, _: &mut Rng) -> Planted {
    const STATUSES: [&str; 2] = ["In development", "Proposal in development"];
    in_last(made, "", |version| STATUSES[copy % 2].clone_into(&mut version.status))
}

pub(crate) fn core_only(made: &mut Made, _: usize, _: &mut Rng) -> Planted {
    in_last(made, "", |version| version.core_and_options = true)
}

pub(crate) fn route(made: &mut Made, copy: usize, _: &mut Rng) -> Planted {
    const ROUTES: [&str; 2] = ["Woodland and waterways", "Education and childcare"];
    in_last(made, "route", |version| ROUTES[copy % 2].clone_into(&mut version.route))
}

pub(crate) fn dangling(made: &mut Made, copy: usize, rng: &mut Rng) -> Planted {
    let (place, version) = last(made);
    let list = copy % 3;
    let duty = rng.below(version.duties.len());
    version.duties[duty].needs[list].push(rng.guid());
    (place, Some(format!("D{}→{}999", duty + 1, version.sort.letters()[list])))
}

pub(crate) fn unmapped(made: &mut Made, copy: usize, _: &mut Rng) -> Planted {
    let (place, version) = last(made);
    let list = [KNOWLEDGE, SKILLS][copy % 2];
    let spare = |id: u128| {
        version.duties_with(list, id).iter().all(|duty| version.duties[*duty].needs[list].len() > 1)
    };
    let id =
        version.lists[list].iter().map(|one| one.id).find(|id| spare(*id)).expect("a duty needs several");
    version.duties.iter_mut().for_each(|duty| duty.needs[list].retain(|need| *need != id));
    (place, version.code(id))
}

pub(crate) fn stub(made: &mut Made, _: usize, rng: &mut Rng) -> Planted {
    let (place, version) = last(made);
    let duty = rng.below(version.duties.len());
    ".".clone_into(&mut version.duties[duty].text);
    (place, Some(format!("D{}", duty + 1)))
}

pub(crate) fn duplicate_option(made: &mut Made, _: usize, _: &mut Rng) -> Planted {
    in_last(made, "", |version| {
        let (first, second) = (version.options[0].id, version.options[1].id);
        version.options[1].id = first;
        let options = version.duties.iter_mut().flat_map(|duty| &mut duty.options);
        options.filter(|id| **id == second).for_each(|id| *id = first);
    })
}

/// The last version says the same as the one before, and is approved in its place.
pub(crate) fn identical(made: &mut Made, _: usize, _: &mut Rng) -> Planted {
    let before = made.versions[made.versions.len() - 2].clone();
    in_last(made, "", |version| {
        let own = version.clone();
        *version = Version {
            number: own.number,
            number_again: own.number_again,
            status: own.status,
            dates: own.dates,
            change: own.change,
            ..before
        };
    })
}

pub(crate) fn degree(made: &mut Made, _: usize, _: &mut Rng) -> Planted {
    in_last(made, "", |version| {
        "non-degree qualification".clone_into(&mut version.integrated_degree);
        version.keywords = vec!["Degree-apprenticeship".to_owned(), version.title.clone()];
    })
}

pub(crate) fn options_unflagged(made: &mut Made, _: usize, _: &mut Rng) -> Planted {
    in_last(made, "", |version| version.core_and_options = false)
}

pub(crate) fn regulated(made: &mut Made, _: usize, _: &mut Rng) -> Planted {
    in_last(made, "", |version| {
        version.regulated = false;
        "Board of waterways".clone_into(&mut version.regulated_body);
    })
}

/// Makes a later statement in a list say what an earlier one says, after `edit`.
fn repeat(made: &mut Made, copy: usize, rng: &mut Rng, edit: impl FnOnce(String) -> String) -> Planted {
    let (place, version) = last(made);
    let letters = version.sort.letters()[copy % 2];
    let list = &mut version.lists[copy % 2];
    let first = rng.below(list.len() - 1);
    let second = rng.between(first + 1, list.len() - 1);
    list[second].verbatim = Some(edit(list[first].text()));
    (place, Some(format!("{letters}{},{letters}{}", first + 1, second + 1)))
}

pub(crate) fn near_duplicate(made: &mut Made, copy: usize, rng: &mut Rng) -> Planted {
    repeat(made, copy, rng, |text| text.replace('.', " daily."))
}

pub(crate) fn duplicate(made: &mut Made, copy: usize, rng: &mut Rng) -> Planted {
    repeat(made, copy, rng, |text| text)
}

/// Changes the text of a knowledge statement.
fn in_knowledge(made: &mut Made, rng: &mut Rng, edit: impl FnOnce(String) -> String) -> Planted {
    let (place, version) = last(made);
    let list = &mut version.lists[KNOWLEDGE];
    let at = rng.below(list.len());
    list[at].verbatim = Some(edit(list[at].text()));
    (place, Some(format!("K{}", at + 1)))
}

pub(crate) fn html(made: &mut Made, copy: usize, rng: &mut Rng) -> Planted {
    in_knowledge(made, rng, |text| match copy % 2 {
        0 => format!("<p>{text}</p>"),
        _ => text.replacen(" of ", " of the trade&rsquo;s ", 1),
    })
}

pub(crate) fn no_break_space(made: &mut Made, _: usize, rng: &mut Rng) -> Planted {
    in_knowledge(made, rng, |text| text.replacen(" of ", " of&nbsp;", 1))
}

pub(crate) fn no_statements(made: &mut Made, _: usize, _: &mut Rng) -> Planted {
    let version = &mut made.versions[0];
    for list in [KNOWLEDGE, SKILLS, BEHAVIOURS] {
        version.lists[list].clear();
        version.duties.iter_mut().for_each(|duty| duty.needs[list].clear());
    }
    (0, Some("knowledge,skills,behaviours".to_owned()))
}
