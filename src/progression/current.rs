//! Which version of a standard counts.

use std::collections::BTreeMap;

use super::record::OccupationRecord;

/// The version of each occupation that counts, in the order of references: the one approved for delivery, or the newest
/// if there are several. If none is approved, the newest of all. If two have the same number, the later document
/// counts.
#[must_use]
pub fn current(records: Vec<OccupationRecord>) -> Vec<OccupationRecord> {
    let mut of_occupation: BTreeMap<String, OccupationRecord> = BTreeMap::new();
    for record in records {
        let rank = |one: &OccupationRecord| (one.is_approved(), one.number());
        match of_occupation.entry(record.occupation().to_owned()) {
            std::collections::btree_map::Entry::Vacant(place) => {
                place.insert(record);
            }
            std::collections::btree_map::Entry::Occupied(mut place) => {
                if rank(&record) >= rank(place.get()) {
                    place.insert(record);
                }
            }
        }
    }
    let mut all: Vec<OccupationRecord> = of_occupation.into_values().collect();
    all.sort_by(|one, other| one.reference.cmp(&other.reference));
    all
}
