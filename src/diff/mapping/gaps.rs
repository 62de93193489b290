//! New gaps in the mapping.

use std::collections::BTreeSet;

use super::links::Links;
use crate::diff::item::{Section, Side, Sides};
use crate::diff::pairing::Pair;
use crate::model::Kind;

/// Statements that no duty lists, and duties that list nothing of a kind.
#[derive(Debug, Default)]
pub(in crate::diff) struct Gaps {
    /// Statements of the new document that no duty lists, unless that was so before.
    pub(in crate::diff) orphaned: Vec<usize>,
    /// Statements of the new document that a duty lists, although none did before.
    pub(in crate::diff) cured: Vec<usize>,
    /// Duties of the new document, each with a section from which it lists nothing, unless that was so before.
    pub(in crate::diff) lacking: Vec<(usize, Section)>,
}

/// The gaps that opened or closed in the mapping, in the sections that are compared.
pub(in crate::diff) fn gaps(sides: &Sides<'_>, pairs: &[Pair]) -> Gaps {
    let Sides { old, new, sections, .. } = sides;
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

/// The sections from which every duty needs a statement.
const ESSENTIAL: [Section; 2] = [Section::Statements(Kind::Knowledge), Section::Statements(Kind::Skill)];

/// Whether a duty lists nothing from a section that has items.
fn lacks(side: &Side<'_>, duty: usize, section: Section) -> bool {
    side.section(section).next().is_some()
        && side.lists[duty].iter().all(|&statement| side.items[statement].section != section)
}
