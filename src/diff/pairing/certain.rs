//! Pairs that need no scoring: those given by the user, and those with the same GUID or the same words.

use std::collections::BTreeMap;

use super::pair::{PairedBy, Place};
use super::user_pairs::{UserPairError, UserPairs};
use crate::diff::item::{Item, Section, Side, Which};
use crate::diff::text::normalised;
use crate::model::{Code, Prefix};

/// Items that correspond, by their indices in the two sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) old: Vec<usize>,
    pub(super) new: Vec<usize>,
    pub(super) by: PairedBy,
    pub(super) clue: Clue,
}

impl Link {
    pub(super) fn new(old: Vec<usize>, new: Vec<usize>, by: PairedBy) -> Self {
        Self { old, new, by, clue: Clue::None }
    }
}

/// Why a pair was made, beyond what its texts show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Clue {
    /// Nothing.
    #[default]
    None,
    /// Its place among pairs that are in order.
    Place(Place),
    /// It is the best for both by this much, in thousandths.
    Lead(u64),
}

/// The user's pairs as indices.
#[derive(Debug, Default)]
pub(super) struct Resolved {
    /// Pairs and groups to make.
    pub(super) made: Vec<Link>,
    /// Pairs not to make, sorted.
    pub(super) ruled_out: Vec<(usize, usize)>,
}

/// The user's pairs as indices into the two sides.
pub(super) fn resolved(
    old: &Side<'_>,
    new: &Side<'_>,
    user_pairs: &UserPairs,
) -> Result<Resolved, UserPairError> {
    let find = |&(from, to): &(Code, Code)| {
        let i = old.with_code(from).ok_or(UserPairError::UnknownCode(Which::Old, from))?;
        let j = new.with_code(to).ok_or(UserPairError::UnknownCode(Which::New, to))?;
        let mixed = (from.prefix == Prefix::D) != (to.prefix == Prefix::D);
        if mixed { Err(UserPairError::Mismatch(from, to)) } else { Ok((i, j)) }
    };
    let mut made: Vec<Link> = Vec::new();
    for codes in user_pairs.pairs() {
        let (i, j) = find(codes)?;
        add(&mut made, i, j).map_err(|()| UserPairError::Tangle(codes.0, codes.1))?;
    }
    let mut ruled_out = user_pairs.ruled_out().iter().map(find).collect::<Result<Vec<_>, _>>()?;
    ruled_out.sort_unstable();
    Ok(Resolved { made, ruled_out })
}

/// Adds a pair to the existing groups; an error if a group would have several items on both sides.
fn add(groups: &mut Vec<Link>, old: usize, new: usize) -> Result<(), ()> {
    let (touched, mut rest): (Vec<Link>, Vec<Link>) =
        groups.drain(..).partition(|group| group.old.contains(&old) || group.new.contains(&new));
    let mut joined = Link::new(vec![old], vec![new], PairedBy::User);
    for group in touched {
        joined.old.extend(group.old);
        joined.new.extend(group.new);
    }
    for side in [&mut joined.old, &mut joined.new] {
        side.sort_unstable();
        side.dedup();
    }
    let fits = joined.old.len() == 1 || joined.new.len() == 1;
    rest.push(joined);
    *groups = rest;
    if fits { Ok(()) } else { Err(()) }
}

/// Which items are already paired.
#[derive(Debug)]
pub(super) struct Taken {
    pub(super) old: Vec<bool>,
    pub(super) new: Vec<bool>,
}

impl Taken {
    /// Only those of `made`.
    pub(super) fn by(made: &[Link], old: usize, new: usize) -> Self {
        let mut taken = Self { old: vec![false; old], new: vec![false; new] };
        for group in made {
            taken.take(group);
        }
        taken
    }

    /// Records that a pair or group has been made.
    pub(super) fn take(&mut self, group: &Link) {
        group.old.iter().for_each(|&i| self.old[i] = true);
        group.new.iter().for_each(|&j| self.new[j] = true);
    }
}

/// Statements that changed their kind and kept their GUID.
pub(super) fn same_id_across_kinds(
    old: &Side<'_>,
    new: &Side<'_>,
    user: &Resolved,
    taken: &mut Taken,
) -> Vec<Link> {
    let new_ids: BTreeMap<String, usize> = ids(new).filter(|(_, item)| !taken.new[*item]).collect();
    let mut links = Vec::new();
    for (id, i) in ids(old).filter(|(_, item)| !taken.old[*item]).collect::<Vec<_>>() {
        let Some(&j) = new_ids.get(&id) else { continue };
        let differs = old.items[i].section != new.items[j].section;
        if differs && user.ruled_out.binary_search(&(i, j)).is_err() {
            let pair = Link::new(vec![i], vec![j], PairedBy::Id);
            taken.take(&pair);
            links.push(pair);
        }
    }
    links
}

/// The ids of a side, each with the item that has it.
fn ids(side: &Side<'_>) -> impl Iterator<Item = (String, usize)> {
    let items = side.items.iter().enumerate();
    items.filter_map(|(index, item)| Some((own_id(side, item)?, index)))
}

/// The id of an item; none if another item on its side has the same id, because it then identifies neither.
fn own_id(side: &Side<'_>, item: &Item<'_>) -> Option<String> {
    let id = item.id?;
    let same = |other: &&Item<'_>| other.id.is_some_and(|other| other.eq_ignore_ascii_case(id));
    (side.items.iter().filter(same).count() == 1).then(|| id.to_ascii_lowercase())
}

/// Pairs of one section with the same GUID, then the same code and words, then the same words.
pub(super) fn same(
    section: Section,
    (old, new): (&Side<'_>, &Side<'_>),
    user: &Resolved,
    taken: &mut Taken,
) -> Vec<Link> {
    let mut links = Vec::new();
    for by in [PairedBy::Id, PairedBy::CodeAndText, PairedBy::Text] {
        let keys = |side: &Side<'_>, taken: &[bool]| keys(side, section, by, taken);
        let (old_keys, new_keys) = (keys(old, &taken.old), keys(new, &taken.new));
        for (key, olds) in &old_keys {
            let news = new_keys.get(key).map_or(&[][..], Vec::as_slice);
            let pairs =
                olds.iter().zip(news).filter(|(i, j)| user.ruled_out.binary_search(&(**i, **j)).is_err());
            for (&i, &j) in pairs {
                let pair = Link::new(vec![i], vec![j], by);
                taken.take(&pair);
                links.push(pair);
            }
        }
    }
    links
}

/// The unpaired items of a section, by what makes them the same.
fn keys(side: &Side<'_>, section: Section, by: PairedBy, taken: &[bool]) -> BTreeMap<String, Vec<usize>> {
    let mut keys: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, item) in side.section(section).filter(|(index, _)| !taken[*index]) {
        let key = match by {
            PairedBy::Id => own_id(side, item),
            PairedBy::CodeAndText => Some(format!("{} {}", item.subject(), normalised(item.text))),
            _ => Some(normalised(item.text)).filter(|text| !text.is_empty()),
        };
        if let Some(key) = key {
            keys.entry(key).or_default().push(index);
        }
    }
    keys
}
