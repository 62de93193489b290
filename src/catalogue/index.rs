//! The catalogue: all documents of a run, indexed for the rules that compare them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use super::extract::{Extract, ExtractedOccupation, Named, VersionExtract};
use super::slips::{Slip, Slips};
use super::versions::Versions;
use crate::model::{StandardKind, Status, is_lars_code, is_no_lars_code};
use crate::source::{SourceId, Spanned};

/// How many versions that were never in use are skipped to find one that was: many more than any standard has had.
const MOST_UNUSED: usize = 100;

/// The extracts of a run, indexed by reference, LARS code and name. Made once per run and shared by all rules.
#[derive(Debug)]
pub struct Catalogue<'e> {
    extracts: &'e [Extract],
    /// The documents of each reference by their versions, whatever the order of the files.
    by_reference: BTreeMap<&'e str, Versions<(u32, u32), RankedDocument>>,
    /// The documents with each LARS code, by reference, then as above.
    by_lars_code: BTreeMap<&'e str, Vec<usize>>,
    /// The versions of each reference that are approved for delivery, the latest first.
    approved: BTreeMap<&'e str, Vec<usize>>,
    /// The occupations of maps by their names: the map, and which of its occupations.
    occupations: BTreeMap<&'e str, Vec<(usize, usize)>>,
    /// The rank of each document that states a reference, among those of the same version.
    ranks: BTreeMap<SourceId, Rank>,
    /// Statements with a slip; found when they are asked for.
    slips: OnceLock<Slips<'e>>,
}

/// The index of a document's file, then its rank among those of its version.
type Rank = (usize, usize);

/// A document among those of its version.
#[derive(Clone, Copy, Debug)]
struct RankedDocument {
    rank: Rank,
    index: usize,
}

/// One document of a catalogue that states a reference.
#[derive(Clone, Copy, Debug)]
pub struct CatalogueEntry<'e> {
    /// The document.
    pub extract: &'e Extract,
    /// What it states about its version.
    pub version: &'e VersionExtract,
}

impl<'e> Catalogue<'e> {
    /// The catalogue of these documents.
    #[must_use]
    pub fn new(extracts: &'e [Extract]) -> Self {
        let by_reference = by_reference(extracts);
        let all = || by_reference.values().flat_map(|versions| versions.iter().flat_map(|(_, all)| all));
        let ranks = all().map(|one| (extracts[one.index].source, one.rank)).collect();
        let by_lars_code = by_lars_code(extracts, all().map(|one| one.index));
        let mut occupations: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        for (map, extract) in extracts.iter().enumerate() {
            for (number, occupation) in extract.occupations.iter().enumerate() {
                occupations.entry(&occupation.name.key).or_default().push((map, number));
            }
        }
        let approved = approved(extracts, &by_reference);
        Self { extracts, by_reference, by_lars_code, approved, occupations, ranks, slips: OnceLock::new() }
    }

    /// The versions of the standard with this reference that are approved for delivery, the latest first; if a version
    /// occurs more than once, the one in the last file. Documents without a readable version are left out.
    pub fn approved_versions(&self, reference: &str) -> impl Iterator<Item = CatalogueEntry<'e>> {
        self.approved.get(reference).into_iter().flatten().filter_map(|index| self.entry(*index))
    }

    /// The versions of each standard, the earliest first, in the order of references, with the last record of each
    /// version. Versions without a readable number are left out.
    pub(super) fn versions(&self) -> impl Iterator<Item = (&'e str, Vec<CatalogueEntry<'e>>)> {
        self.by_reference.iter().map(|(reference, versions)| {
            let numbered = versions.iter().filter(|(number, _)| number.is_some());
            (*reference, numbered.filter_map(|(_, all)| self.entry(all.last()?.index)).collect())
        })
    }

    /// The previous version of the same reference; if it occurs more than once, the one in the same file, otherwise the
    /// last. None for a record that a later one in its file replaces, so that a fault between two versions is reported
    /// once.
    #[must_use]
    pub fn before(&self, one: &Extract) -> Option<CatalogueEntry<'e>> {
        let version = one.version.as_deref()?;
        let number = version.number()?;
        let versions = self.by_reference.get(version.reference.value.as_str())?;
        let (file, rank) = self.rank(one);
        let own = versions.of(&number);
        let again = &own[own.partition_point(|other| other.rank <= (file, rank))..];
        if again.first().is_some_and(|next| next.rank.0 == file) {
            return None;
        }
        let same = versions.before(&number);
        let up_to = same.partition_point(|other| other.rank.0 <= file);
        let here = same[..up_to].last().filter(|other| other.rank.0 == file);
        self.entry(here.or(same.last())?.index)
    }

    /// The last record before this one of the same version and in the same format.
    #[must_use]
    pub fn earlier_record(&self, one: &Extract) -> Option<CatalogueEntry<'e>> {
        let version = one.version.as_deref()?;
        let number = version.number()?;
        let own = self.by_reference.get(version.reference.value.as_str())?.of(&number);
        let rank = self.rank(one);
        let earlier = &own[..own.partition_point(|other| other.rank < rank)];
        let mut same = earlier.iter().rev().filter(|other| self.extracts[other.index].format == one.format);
        self.entry(same.next()?.index)
    }

    /// The record that has a LARS code where this one has 0: an earlier record of this version, or the previous version
    /// that was in use.
    #[must_use]
    pub fn lost_lars_code_of(&self, one: &Extract) -> Option<CatalogueEntry<'e>> {
        let version = one.version.as_deref()?;
        if !is_no_lars_code(&version.lars_code.as_ref()?.value) {
            return None;
        }
        let states_one = |entry: &CatalogueEntry<'e>| {
            entry.version.lars_code.as_ref().is_some_and(|code| !is_no_lars_code(&code.value))
        };
        let in_use = |entry: &CatalogueEntry<'e>| {
            [Status::Approved, Status::Retired].into_iter().any(|status| entry.version.is(status))
        };
        let earlier_record = self.earlier_record(one).filter(states_one);
        earlier_record.or_else(|| {
            let earlier = std::iter::successors(self.before(one), |before| self.before(before.extract));
            earlier.take(MOST_UNUSED).find(in_use).filter(states_one)
        })
    }

    /// The first document that states this LARS code, and the first with this reference that does, in the order of
    /// references, then of versions. None if `code` is not a LARS code.
    #[must_use]
    pub fn first_with_lars_code(&self, code: &str, reference: &str) -> Option<[CatalogueEntry<'e>; 2]> {
        let all = self.by_lars_code.get(code)?;
        let of = |index: usize| self.entry(index).map(|one| one.version.reference.value.as_str());
        let own = all.partition_point(|index| of(*index) < Some(reference));
        let own = all.get(own).filter(|index| of(**index) == Some(reference))?;
        Some([self.entry(*all.first()?)?, self.entry(*own)?])
    }

    /// The occupations of maps that have one of these names, each with its map, in order.
    #[must_use]
    pub fn occupations(&self, names: &[Named]) -> Vec<(&'e Extract, &'e ExtractedOccupation)> {
        let of = |name: &Named| self.occupations.get(name.key.as_str()).into_iter().flatten().copied();
        let places: BTreeSet<(usize, usize)> = names.iter().flat_map(of).collect();
        let extract = |map: usize| &self.extracts[map];
        places.into_iter().map(|(map, number)| (extract(map), &extract(map).occupations[number])).collect()
    }

    /// The statements of a document that differ by a slip from those of other standards, if its version is the one that
    /// counts for its standard.
    #[must_use]
    pub fn slips(&self, one: &Extract) -> &[Slip<'e>] {
        self.slips.get_or_init(|| Slips::among(self.extracts, self.current())).of(one.source)
    }

    /// The document of each standard that counts, in the order of references: the last one approved, else the last one.
    fn current(&self) -> impl Iterator<Item = usize> {
        self.by_reference.iter().filter_map(|(reference, versions)| {
            let approved = self.approved.get(reference).and_then(|approved| approved.first().copied());
            approved.or_else(|| versions.last().map(|last| last.index))
        })
    }

    fn rank(&self, one: &Extract) -> Rank {
        self.ranks.get(&one.source).copied().unwrap_or_default()
    }

    fn entry(&self, index: usize) -> Option<CatalogueEntry<'e>> {
        let extract = &self.extracts[index];
        extract.version.as_deref().map(|version| CatalogueEntry { extract, version })
    }
}

/// The documents of each reference by their versions.
fn by_reference(extracts: &[Extract]) -> BTreeMap<&str, Versions<(u32, u32), RankedDocument>> {
    let mut by_reference: BTreeMap<&str, Versions<_, RankedDocument>> = BTreeMap::new();
    for (index, extract) in extracts.iter().enumerate() {
        let Some(version) = &extract.version else { continue };
        let listed = RankedDocument { rank: (extract.source.file(), 0), index };
        by_reference.entry(&version.reference.value).or_default().add(version.number(), listed);
    }
    let all = by_reference.values_mut().flat_map(Versions::iter_mut);
    all.for_each(|of_version| rank(of_version, extracts));
    by_reference
}

/// The documents with each LARS code, of those at these indices.
fn by_lars_code(extracts: &[Extract], indices: impl Iterator<Item = usize>) -> BTreeMap<&str, Vec<usize>> {
    let is_one = |code: &str| {
        let mut kinds = StandardKind::ALL.into_iter();
        !is_no_lars_code(code) && kinds.any(|kind| is_lars_code(code, kind))
    };
    let mut by_lars_code: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for index in indices {
        let version = extracts[index].version.as_deref();
        let code = version.and_then(|version| version.lars_code.as_ref());
        if let Some(code) = code.filter(|code| is_one(&code.value)) {
            by_lars_code.entry(&code.value).or_default().push(index);
        }
    }
    by_lars_code
}

/// The versions of each reference that are approved for delivery, the latest first, with the last record of each
/// version.
fn approved<'e>(
    extracts: &[Extract],
    by_reference: &BTreeMap<&'e str, Versions<(u32, u32), RankedDocument>>,
) -> BTreeMap<&'e str, Vec<usize>> {
    let is_approved = |index: &usize| {
        extracts[*index].version.as_deref().is_some_and(|version| version.is(Status::Approved))
    };
    let latest = |versions: &Versions<(u32, u32), RankedDocument>| {
        let numbered = versions.iter().rev().filter(|(number, _)| number.is_some());
        numbered.filter_map(|(_, all)| Some(all.last()?.index)).filter(is_approved).collect()
    };
    by_reference.iter().map(|(reference, versions)| (*reference, latest(versions))).collect()
}

/// Puts the documents of one version in order and numbers them. If a file has a version more than once, the content of
/// the records decides, because their order in the file means nothing: the one with more options is taken to be the
/// earlier.
fn rank(of_version: &mut [RankedDocument], extracts: &[Extract]) {
    let told = |one: &RankedDocument| {
        let version = extracts[one.index].version.as_deref()?;
        let text = |text: &Option<Spanned<String>>| text.as_ref().map(|text| text.value.clone());
        let options = version.options.iter().map(|option| (option.id.clone(), option.title.clone()));
        let options: Vec<_> = options.collect();
        let codes = (text(&version.status), text(&version.lars_code));
        Some((Reverse((options.len(), options)), codes, version.texts))
    };
    of_version.sort_by(|one, other| {
        let by_file = one.rank.0.cmp(&other.rank.0);
        let by_place = || extracts[one.index].source.cmp(&extracts[other.index].source);
        by_file.then_with(|| told(one).cmp(&told(other))).then_with(by_place)
    });
    for (rank, one) in of_version.iter_mut().enumerate() {
        one.rank.1 = rank;
    }
}
