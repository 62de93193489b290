//! What each standard of a site has in common with others.

use std::collections::BTreeMap;

use super::super::progression::strongest_links;
use crate::progression::{Link, MAX_LINKS, OccupationRecord, Progression, current};
use crate::report::progression::html::fragment;
use crate::report::site::StandardEntry;

/// How many other occupations the page of a standard shows.
const SHOWN: usize = 5;

/// The links between all standards of a site.
pub(super) struct SiteProgression<'a> {
    progression: Progression,
    links: Vec<Vec<Link>>,
    /// The occupations by their references.
    occupations: BTreeMap<String, usize>,
    /// The folders of the standards by their references.
    folders: BTreeMap<&'a str, &'a str>,
}

impl<'a> SiteProgression<'a> {
    pub(super) fn new(records: Vec<OccupationRecord>, entries: &'a [StandardEntry]) -> Self {
        let progression = Progression::new(current(records));
        let links = strongest_links(&progression, MAX_LINKS);
        let numbered = progression.occupations().iter().enumerate();
        let occupations = numbered.map(|(number, one)| (one.reference.to_uppercase(), number)).collect();
        let folders = entries.iter().map(|entry| (entry.reference.as_str(), entry.folder.as_str()));
        Self { links, occupations, folders: folders.collect(), progression }
    }

    /// What a standard has in common with others, as a part of its page; `None` if it is not one of those compared.
    pub(super) fn of(&self, entry: &StandardEntry) -> Option<String> {
        let number = *self.occupations.get(&entry.reference)?;
        let focus = self.progression.focus_on(number, &self.links[number], SHOWN);
        let address = |reference: &str| {
            let folder = self.folders.get(reference.to_uppercase().as_str())?;
            Some(format!("../../{folder}/index.html"))
        };
        Some(fragment(&focus, &address))
    }
}
