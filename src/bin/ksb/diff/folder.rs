//! Which document of one folder belongs to which of another, and what of all documents is to be compared.

use std::path::Path;

use ksb::model::{Document, Standard};

/// What a document is recognised by.
#[derive(Debug)]
pub(crate) struct Known {
    /// Which file it is.
    pub(crate) file: usize,
    reference: Option<String>,
    version: Option<String>,
    name: String,
}

impl Known {
    /// A document in the file of this number and name.
    pub(crate) fn new(file: usize, name: &str, document: &Document<'_>) -> Self {
        let standard = match document {
            Document::Standard(standard) => Some(standard),
            Document::Map(_) => None,
        };
        let name =
            Path::new(name).file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        Self {
            file,
            reference: standard.and_then(|standard| reference(standard)),
            version: standard
                .and_then(|standard| standard.facts.version.stated().map(|text| text.as_str().to_owned())),
            name,
        }
    }
}

/// The reference of the apprenticeship, else of the occupation.
fn reference(standard: &Standard<'_>) -> Option<String> {
    let facts = &standard.facts;
    facts.reference.stated().or_else(|| facts.occupation.stated()).map(|text| text.as_str().to_owned())
}

/// Old and new documents that belong together, as numbers of files.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Matched {
    pub(crate) pairs: Vec<(usize, usize)>,
    /// Versions that came, each behind the one before it.
    pub(crate) successors: Vec<(usize, usize)>,
    pub(crate) only_old: Vec<usize>,
    pub(crate) only_new: Vec<usize>,
    /// How many documents are the same to the byte.
    pub(crate) unchanged: usize,
}

/// Matches documents by reference, then by the names of their files. Of several with one reference,
/// those of the same file name belong together, then those of the same version, then the others in
/// order.
pub(crate) fn matched(mut old: Vec<Known>, mut new: Vec<Known>) -> Matched {
    let keys: [fn(&Known) -> Option<String>; 4] = [
        |one| one.reference.as_ref().map(|reference| format!("{reference} {}", one.name)),
        |one| Some(format!("{} {}", one.reference.as_ref()?, one.version.as_ref()?)),
        |one| one.reference.clone(),
        |one| Some(one.name.clone()),
    ];
    let mut pairs = Vec::new();
    for key in keys {
        let mut rest = Vec::new();
        for one in old {
            let wanted = key(&one);
            match new.iter().position(|other| wanted.is_some() && key(other) == wanted) {
                Some(at) => pairs.push((one.file, new.remove(at).file)),
                None => rest.push(one),
            }
        }
        old = rest;
    }
    pairs.sort_unstable();
    let files = |documents: Vec<Known>| documents.into_iter().map(|one| one.file).collect();
    Matched { pairs, only_old: files(old), only_new: files(new), ..Matched::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(documents: &[(Option<&str>, &str, &str)], first: usize) -> Vec<Known> {
        let one = |(index, (reference, version, name)): (usize, &(Option<&str>, &str, &str))| Known {
            file: first + index,
            reference: reference.map(str::to_owned),
            version: Some((*version).to_owned()),
            name: (*name).to_owned(),
        };
        documents.iter().enumerate().map(one).collect()
    }

    #[test]
    fn references_count_more_than_names() {
        let old = known(&[(Some("ST1"), "1.0", "a"), (Some("ST2"), "1.0", "b")], 0);
        let new = known(&[(Some("ST2"), "1.1", "a"), (Some("ST1"), "1.1", "b")], 10);
        assert_eq!(matched(old, new).pairs, [(0, 11), (1, 10)]);
    }

    #[test]
    fn of_several_versions_the_same_ones_belong_together() {
        let old = known(&[(Some("ST1"), "1.0", "x-1.0"), (Some("ST1"), "1.1", "y")], 0);
        let new = known(&[(Some("ST1"), "1.1", "x-1.1"), (Some("ST1"), "1.0", "x-1.0"), (None, "", "z")], 10);
        let found = matched(old, new);
        assert_eq!(
            found,
            Matched { pairs: vec![(0, 11), (1, 10)], only_new: vec![12], ..Matched::default() }
        );
    }

    #[test]
    fn names_do_where_there_is_no_reference() {
        let old = known(&[(None, "", "a"), (Some("ST1"), "", "b"), (None, "", "c")], 0);
        let new = known(&[(None, "", "b"), (None, "", "a")], 10);
        let found = matched(old, new);
        assert_eq!(found, Matched { pairs: vec![(0, 11), (1, 10)], only_old: vec![2], ..Matched::default() });
    }
}
