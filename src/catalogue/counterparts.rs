//! Matches the documents in one set to those in another, and finds the version before each. Documents are referred to
//! by the numbers that the caller gives them.

use std::collections::BTreeMap;

use super::extract::reference;
use super::name::DocumentName;
use super::versions::{VersionNumber, Versions};
use crate::model::{Document, Standard};

/// What identifies a document in a file of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileIdentity {
    reference: Option<String>,
    version: Option<String>,
    file: String,
}

impl FileIdentity {
    /// A document in the file with this name, given without its folders.
    #[must_use]
    pub fn new(file: String, document: &Document<'_>) -> Self {
        let standard = document.standard();
        let version = |standard: &Standard<'_>| Some(standard.facts.version.stated()?.as_str().to_owned());
        Self {
            reference: standard.and_then(|standard| Some(reference(standard)?.as_str().to_owned())),
            version: standard.and_then(version),
            file,
        }
    }
}

/// Old and new documents that belong together, and those without a counterpart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counterparts {
    /// Old and new ones that are the same document.
    pub pairs: Vec<(usize, usize)>,
    /// Old ones without a counterpart.
    pub only_old: Vec<usize>,
    /// New ones without a counterpart.
    pub only_new: Vec<usize>,
}

/// Matches the documents of two folders by reference, then by file name. If several have the same reference, those with
/// the same file name belong together, then those with the same version, then the rest in order.
#[must_use]
pub fn by_identity(mut old: Vec<(usize, FileIdentity)>, mut new: Vec<(usize, FileIdentity)>) -> Counterparts {
    let keys: [fn(&FileIdentity) -> Option<String>; 4] = [
        |one| one.reference.as_ref().map(|reference| format!("{reference} {}", one.file)),
        |one| Some(format!("{} {}", one.reference.as_ref()?, one.version.as_ref()?)),
        |one| one.reference.clone(),
        |one| Some(one.file.clone()),
    ];
    let mut pairs = Vec::new();
    for key in keys {
        let mut rest = Vec::new();
        for (number, one) in old {
            let wanted = key(&one);
            match new.iter().position(|(_, other)| wanted.is_some() && key(other) == wanted) {
                Some(at) => pairs.push((number, new.remove(at).0)),
                None => rest.push((number, one)),
            }
        }
        old = rest;
    }
    pairs.sort_unstable();
    let numbers = |documents: Vec<(usize, FileIdentity)>| documents.into_iter().map(|one| one.0).collect();
    Counterparts { pairs, only_old: numbers(old), only_new: numbers(new) }
}

/// The documents of two catalogues that are identical byte for byte, in pairs.
#[must_use]
pub fn same_texts<'t>(text: impl Fn(usize) -> &'t str, old: &[usize], new: &[usize]) -> Vec<(usize, usize)> {
    // Most texts can be distinguished by their length.
    counterparts(|number| (text(number).len(), text(number)), old, new).pairs
}

/// Matches the documents of two catalogues by name. If several have the same name, the first belongs to the first.
#[must_use]
pub fn by_label<'t>(label: impl Fn(usize) -> &'t str, old: &[usize], new: &[usize]) -> Counterparts {
    counterparts(label, old, new)
}

/// Matches documents with the same key, the first with the first.
fn counterparts<K: Ord>(key: impl Fn(usize) -> K, old: &[usize], new: &[usize]) -> Counterparts {
    let mut by_key: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for &number in old.iter().rev() {
        by_key.entry(key(number)).or_default().push(number);
    }
    let mut found = Counterparts::default();
    for &number in new {
        match by_key.get_mut(&key(number)).and_then(Vec::pop) {
            Some(old) => found.pairs.push((old, number)),
            None => found.only_new.push(number),
        }
    }
    found.only_old = by_key.into_values().flatten().collect();
    found.only_old.sort_unstable();
    found
}

/// For each added document, the one among `all` that is the previous version, if there is one.
#[must_use]
pub fn versions_before<'n>(
    name: impl Fn(usize) -> Option<&'n DocumentName>,
    came: &[usize],
    all: &[usize],
) -> Vec<Option<usize>> {
    let numbered = |number: usize| {
        let name = name(number)?;
        name.reference.as_deref().zip(name.version.as_ref())
    };
    let mut by_reference: BTreeMap<&str, Versions<VersionNumber, usize>> = BTreeMap::new();
    for &number in all {
        if let Some((reference, version)) = numbered(number) {
            by_reference.entry(reference).or_default().add(Some(version.clone()), number);
        }
    }
    let before = |&number: &usize| {
        let (reference, version) = numbered(number)?;
        by_reference.get(reference)?.before(version).last().copied()
    };
    came.iter().map(before).collect()
}

/// The document in a catalogue to compare a single document with: the one with the same reference and version, or else
/// the last version with the same reference.
#[must_use]
pub fn of_one<'n>(
    single: &DocumentName,
    among: &[usize],
    label: impl Fn(usize) -> &'n str,
    name: impl Fn(usize) -> Option<&'n DocumentName>,
) -> Option<usize> {
    let same_label = among.iter().copied().find(|&number| label(number) == single.label);
    same_label.or_else(|| {
        let reference = single.reference.as_ref()?;
        let mut versions = Versions::default();
        for &number in among {
            let name = name(number).filter(|name| name.reference.as_ref() == Some(reference));
            if let Some(name) = name {
                versions.add(name.version.clone(), number);
            }
        }
        versions.last().copied()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn documents(all: &[(Option<&str>, &str, &str)], first: usize) -> Vec<(usize, FileIdentity)> {
        let one = |(index, (reference, version, file)): (usize, &(Option<&str>, &str, &str))| {
            let identity = FileIdentity {
                reference: reference.map(str::to_owned),
                version: Some((*version).to_owned()),
                file: (*file).to_owned(),
            };
            (first + index, identity)
        };
        all.iter().enumerate().map(one).collect()
    }

    #[test]
    fn references_count_more_than_names() {
        let old = documents(&[(Some("ST1"), "1.0", "a"), (Some("ST2"), "1.0", "b")], 0);
        let new = documents(&[(Some("ST2"), "1.1", "a"), (Some("ST1"), "1.1", "b")], 10);
        assert_eq!(by_identity(old, new).pairs, [(0, 11), (1, 10)]);
    }

    #[test]
    fn of_several_versions_the_same_ones_belong_together() {
        let old = documents(&[(Some("ST1"), "1.0", "x-1.0"), (Some("ST1"), "1.1", "y")], 0);
        let new =
            documents(&[(Some("ST1"), "1.1", "x-1.1"), (Some("ST1"), "1.0", "x-1.0"), (None, "", "z")], 10);
        let found = by_identity(old, new);
        assert_eq!(
            found,
            Counterparts { pairs: vec![(0, 11), (1, 10)], only_new: vec![12], ..Counterparts::default() }
        );
    }

    #[test]
    fn names_do_where_there_is_no_reference() {
        let old = documents(&[(None, "", "a"), (Some("ST1"), "", "b"), (None, "", "c")], 0);
        let new = documents(&[(None, "", "b"), (None, "", "a")], 10);
        let found = by_identity(old, new);
        assert_eq!(
            found,
            Counterparts { pairs: vec![(0, 11), (1, 10)], only_old: vec![2], ..Counterparts::default() }
        );
    }

    #[test]
    fn the_first_of_a_name_belongs_to_the_first() {
        let labels = ["a", "b", "a", "c", "a", "a", "a", "b"];
        let found = by_label(|number| labels[number], &[0, 1, 2, 3], &[4, 5, 6, 7]);
        let pairs = vec![(0, 4), (2, 5), (1, 7)];
        assert_eq!(found, Counterparts { pairs, only_old: vec![3], only_new: vec![6] });
        assert_eq!(same_texts(|number| labels[number], &[0, 2], &[4]), [(0, 4)]);
    }

    fn names() -> Vec<DocumentName> {
        let name = |reference: &str, version: &str| DocumentName {
            label: format!("{reference}_{version}"),
            reference: Some(reference.to_owned()),
            version: VersionNumber::parse(version),
            title: None,
        };
        let stated = [
            ("ST1", "1.9"),
            ("ST1", "1.10"),
            ("ST2", "3.0"),
            ("ST1", "draft"),
            ("ST1", "1.9"),
            ("ST1", "1.11"),
        ];
        stated.map(|(reference, version)| name(reference, version)).to_vec()
    }

    #[test]
    fn the_version_before_is_of_the_same_reference() {
        let names = names();
        let all: Vec<usize> = (0..names.len()).collect();
        let before = versions_before(|number| names.get(number), &[1, 0, 2, 3, 5], &all);
        assert_eq!(before, [Some(4), None, None, None, Some(1)]);
    }

    #[test]
    fn one_document_belongs_to_its_own_version_or_to_the_last() {
        let names = names();
        let of = |single: &DocumentName, among: &[usize]| {
            of_one(single, among, |number| &names[number].label, |number| names.get(number))
        };
        assert_eq!(of(&names[0], &[0, 1, 2, 3, 4]), Some(0));
        assert_eq!(of(&names[5], &[0, 1, 2, 3, 4]), Some(1));
        assert_eq!(of(&names[5], &[2, 3]), Some(3));
        assert_eq!(of(&names[5], &[2]), None);
        assert_eq!(of(&DocumentName::default(), &[0, 1]), None);
    }
}
