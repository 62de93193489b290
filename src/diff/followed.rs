//! Follows the mapping of duties to statements through the pairing of both.

use std::collections::{BTreeMap, BTreeSet};

use super::comparison::{Place, Side};
use super::id::Section;
use super::mapping::{CellState, Mapping, MappingCell, MappingStated};
use super::pairing::Pair;
use super::rows::places;
use crate::model::Kind;

/// Which items became which: the new ones of each old one, and the other way round.
struct Links {
    forth: Vec<Vec<usize>>,
    back: Vec<Vec<usize>>,
}

impl Links {
    fn of(pairs: &[Pair], old: usize, new: usize) -> Self {
        let mut links = Self { forth: vec![Vec::new(); old], back: vec![Vec::new(); new] };
        for pair in pairs {
            pair.old.iter().for_each(|&i| links.forth[i].extend(&pair.new));
            pair.new.iter().for_each(|&j| links.back[j].extend(&pair.old));
        }
        links
    }
}

/// The mapping of both sides as one, between the duties and statements of the sections that are compared.
pub(super) fn mapping(old: &Side<'_>, new: &Side<'_>, pairs: &[Pair], sections: &[Section]) -> Mapping {
    let stated = match (old.states_mapping, new.states_mapping) {
        (true, true) => MappingStated::Both,
        (true, false) => MappingStated::OnlyOld,
        (false, true) => MappingStated::OnlyNew,
        (false, false) => MappingStated::Neither,
    };
    if stated != MappingStated::Both {
        return Mapping { stated, ..Mapping::default() };
    }
    let rows = places(Section::Duties, (old, new), pairs);
    let statements = sections.iter().filter(|section| section.kind().is_some());
    let columns: Vec<Place> = statements.flat_map(|section| places(*section, (old, new), pairs)).collect();
    let mut cells = cells(old, new, &Links::of(pairs, old.items.len(), new.items.len()));
    let section_of = |place: Place| match place {
        Place::Old(item) => old.items[item].section,
        Place::New(item) => new.items[item].section,
    };
    let is_compared = |place: Place| sections.contains(&section_of(place));
    cells.retain(|cell| is_compared(cell.duty) && is_compared(cell.statement));
    let order = |all: &[Place]| all.iter().enumerate().map(|(at, place)| (*place, at)).collect();
    let (row_of, column_of): (BTreeMap<Place, usize>, BTreeMap<Place, usize>) =
        (order(&rows), order(&columns));
    cells.sort_by_key(|cell| (row_of.get(&cell.duty), column_of.get(&cell.statement)));
    Mapping { stated, rows, columns, cells }
}

fn cells(old: &Side<'_>, new: &Side<'_>, links: &Links) -> Vec<MappingCell> {
    let mut cells = BTreeMap::new();
    for (duty, lists) in new.lists.iter().enumerate() {
        let befores: BTreeSet<usize> =
            links.back[duty].iter().flat_map(|&i| &old.lists[i]).copied().collect();
        for &statement in lists {
            let kept = links.back[statement].iter().any(|i| befores.contains(i));
            let follows = !kept && (links.back[duty].is_empty() || links.back[statement].is_empty());
            let state = if kept { CellState::Kept } else { CellState::Added };
            cells.insert((Place::New(duty), Place::New(statement)), (state, follows));
        }
    }
    for (duty, lists) in old.lists.iter().enumerate() {
        let afters: BTreeSet<usize> =
            links.forth[duty].iter().flat_map(|&j| &new.lists[j]).copied().collect();
        for &statement in lists {
            if links.forth[statement].iter().any(|j| afters.contains(j)) {
                continue;
            }
            let place = |item: usize| links.forth[item].first().map_or(Place::Old(item), |&j| Place::New(j));
            let key = (place(duty), place(statement));
            let follows = matches!(key.0, Place::Old(_)) || matches!(key.1, Place::Old(_));
            cells.entry(key).or_insert((CellState::Removed, follows));
        }
    }
    let cell = |((duty, statement), (state, follows))| MappingCell { duty, statement, state, follows };
    cells.into_iter().map(cell).collect()
}

/// Marks the pairs of duties and statements whose mapping differs.
pub(super) fn mark(pairs: &mut [Pair], mapping: &Mapping) {
    let differs = mapping.cells.iter().filter(|cell| cell.state != CellState::Kept && !cell.follows);
    let touched: BTreeSet<Place> = differs.flat_map(|cell| [cell.duty, cell.statement]).collect();
    for pair in pairs {
        pair.facets.mapping = pair.new.iter().any(|&j| touched.contains(&Place::New(j)));
    }
}

/// Statements that no duty lists, and duties that list nothing of a kind.
#[derive(Debug, Default)]
pub(super) struct Gaps {
    /// New statements that no duty lists, which was not so before.
    pub(super) orphaned: Vec<usize>,
    /// New statements that a duty lists, though none did before.
    pub(super) cured: Vec<usize>,
    /// New duties and the section of which they list nothing, which was not so before.
    pub(super) lacking: Vec<(usize, Section)>,
}

/// What of the mapping came to be wanting, or no longer is, in the sections that are compared.
pub(super) fn gaps(old: &Side<'_>, new: &Side<'_>, pairs: &[Pair], sections: &[Section]) -> Gaps {
    if !(old.states_mapping && new.states_mapping) {
        return Gaps::default();
    }
    let links = Links::of(pairs, old.items.len(), new.items.len());
    let listed = |side: &Side<'_>| side.lists.iter().flatten().copied().collect::<BTreeSet<usize>>();
    let (in_old, in_new) = (listed(old), listed(new));
    let mut gaps = Gaps::default();
    let items = new.items.iter().enumerate();
    for (j, item) in items.filter(|(_, item)| sections.contains(&item.section)) {
        let before = &links.back[j];
        if item.section.kind().is_some() {
            let was_orphan = !before.is_empty() && before.iter().all(|i| !in_old.contains(i));
            match in_new.contains(&j) {
                false if !was_orphan => gaps.orphaned.push(j),
                true if was_orphan => gaps.cured.push(j),
                _ => {}
            }
        }
        if item.section == Section::Duties {
            let came_about = |section: &Section| {
                lacks(new, j, *section) && !before.iter().any(|&i| lacks(old, i, *section))
            };
            let compared = ESSENTIAL.into_iter().filter(|section| sections.contains(section));
            gaps.lacking.extend(compared.filter(came_about).map(|section| (j, section)));
        }
    }
    gaps
}

/// What every duty needs some of.
const ESSENTIAL: [Section; 2] = [Section::Statements(Kind::Knowledge), Section::Statements(Kind::Skill)];

/// Whether a duty lists nothing of a section that has items.
fn lacks(side: &Side<'_>, duty: usize, section: Section) -> bool {
    side.section(section).next().is_some()
        && side.lists[duty].iter().all(|&statement| side.items[statement].section != section)
}
