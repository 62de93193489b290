//! Which standards a catalogue has, and how many versions each: known before any text is made.

use super::content::Sort;
use super::prng::Rng;

/// The standard whose versions change in known ways: see [`super::history`].
pub(crate) const HISTORY: u64 = 9900;
/// How many versions it has.
pub(crate) const HISTORY_VERSIONS: usize = 4;
/// How many references there are of one kind.
const NUMBERS: u64 = 9999;

/// A standard: what is known about it without its texts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outline {
    /// Its position in the catalogue, which everything that is drawn for it depends on.
    pub(crate) index: usize,
    pub(crate) sort: Sort,
    /// The digits of its reference.
    pub(crate) number: u64,
    pub(crate) versions: usize,
    /// The major number of the first version, which is 1.0 or sometimes 2.0.
    pub(crate) first_major: u64,
    pub(crate) has_options: bool,
    /// What the last version is: approved, retired and so on.
    pub(crate) last: Last,
}

/// What the last version of a standard is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Last {
    Approved,
    Retired,
    InDevelopment,
}

impl Outline {
    /// Its reference.
    pub(crate) fn reference(&self) -> String {
        format!("{}{:04}", self.sort.prefix(), self.number)
    }

    /// Whether it is the standard of [`super::history`].
    pub(crate) fn is_history(&self) -> bool {
        self.sort == Sort::Apprenticeship && self.number == HISTORY
    }
}

/// The standards of a catalogue of `records` records, in order. The last may have fewer versions
/// than planned. `None` if there are not enough references.
pub(crate) fn outlines(seed: u64, records: usize, only_current: bool) -> Option<Vec<Outline>> {
    let mut used = [0_u64; 3];
    let mut left = records;
    let mut all = Vec::new();
    while left > 0 {
        let mut outline = outline(seed, all.len(), only_current);
        if !outline.is_history() {
            let used = &mut used[outline.sort as usize];
            *used += 1;
            let skipped = u64::from(outline.sort == Sort::Apprenticeship && *used > NUMBERS - HISTORY);
            outline.number = (NUMBERS + 1).checked_sub(*used + skipped).filter(|number| *number > 0)?;
        }
        if only_current {
            left -= 1;
        } else {
            if outline.versions > left {
                outline.versions = left;
                outline.last = Last::Approved;
            }
            left -= outline.versions;
        }
        all.push(outline);
    }
    Some(all)
}

fn outline(seed: u64, index: usize, only_current: bool) -> Outline {
    let mut rng = Rng::of(&[seed, index as u64, 1]);
    if index == 0 {
        return Outline {
            index,
            sort: Sort::Apprenticeship,
            number: HISTORY,
            versions: HISTORY_VERSIONS,
            first_major: 1,
            has_options: false,
            last: Last::Approved,
        };
    }
    let sort = match rng.below(100) {
        0..4 if !only_current => Sort::Foundation,
        4..8 if !only_current => Sort::Unit,
        _ => Sort::Apprenticeship,
    };
    // Drawn whether or not they are used, so that nothing that follows changes.
    let (last, versions, two, options) = (rng.below(100), rng.below(100), rng.chance(4), rng.chance(12));
    let versions = match versions {
        0..18 => 1,
        18..40 => 2,
        40..66 => 3,
        66..87 => 4,
        _ => 5,
    };
    let last = match last {
        0..8 => Last::Retired,
        8..12 if versions > 1 => Last::InDevelopment,
        _ => Last::Approved,
    };
    Outline {
        index,
        sort,
        number: 0,
        versions,
        first_major: if two { 2 } else { 1 },
        has_options: options && sort == Sort::Apprenticeship,
        last: if only_current { Last::Approved } else { last },
    }
}
