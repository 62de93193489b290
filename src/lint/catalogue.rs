//! All documents of a run, as rules across them look at them.

use std::collections::BTreeMap;

use super::{Extract, VersionExtract};

/// What the documents of a run state, by what they are looked up by. Made once a run, whatever the number of
/// rules.
#[derive(Debug)]
pub struct Catalogue<'e> {
    extracts: &'e [Extract],
    /// The documents of each reference, the earliest version first, whatever the order of the files.
    by_reference: BTreeMap<&'e str, Vec<usize>>,
    by_lars_code: BTreeMap<&'e str, Vec<usize>>,
    maps: Vec<usize>,
}

/// One document of a catalogue that states a reference.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'e> {
    /// The document.
    pub extract: &'e Extract,
    /// What it states of itself as a version.
    pub version: &'e VersionExtract,
}

impl<'e> Catalogue<'e> {
    /// The catalogue of these documents.
    #[must_use]
    pub fn new(extracts: &'e [Extract]) -> Self {
        let mut all =
            Self { extracts, by_reference: BTreeMap::new(), by_lars_code: BTreeMap::new(), maps: Vec::new() };
        for (index, extract) in extracts.iter().enumerate() {
            if !extract.occupations.is_empty() {
                all.maps.push(index);
            }
            let Some(version) = &extract.version else { continue };
            all.by_reference.entry(&version.reference.value).or_default().push(index);
            if let Some(code) = version.lars_code.as_ref().filter(|code| has_lars_code(&code.value)) {
                all.by_lars_code.entry(&code.value).or_default().push(index);
            }
        }
        for versions in all.by_reference.values_mut() {
            versions.sort_by_key(|&index| {
                let version = extracts[index].version.as_ref();
                (version.and_then(|version| version.number()), extracts[index].source)
            });
        }
        all
    }

    /// The versions of the standard with this reference, the earliest first; of one version given more than once,
    /// in the order of the files. What states no version that can be read comes before all.
    pub fn versions(&self, reference: &str) -> impl DoubleEndedIterator<Item = Entry<'e>> {
        self.entries(self.by_reference.get(reference))
    }

    /// The documents that state this LARS code.
    pub fn with_lars_code(&self, code: &str) -> impl DoubleEndedIterator<Item = Entry<'e>> {
        self.entries(self.by_lars_code.get(code))
    }

    /// The occupational maps.
    pub fn maps(&self) -> impl Iterator<Item = &'e Extract> {
        self.maps.iter().map(|&index| &self.extracts[index])
    }

    fn entries(&self, indices: Option<&Vec<usize>>) -> impl DoubleEndedIterator<Item = Entry<'e>> {
        let indices = indices.cloned().unwrap_or_default();
        let extracts = self.extracts;
        indices.into_iter().filter_map(|index| {
            let extract = &extracts[index];
            extract.version.as_deref().map(|version| Entry { extract, version })
        })
    }
}

/// Whether a LARS code is one: 0 and nothing stand for none.
#[must_use]
pub fn has_lars_code(code: &str) -> bool {
    !code.bytes().all(|byte| byte == b'0' || byte.is_ascii_whitespace())
}
