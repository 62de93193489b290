//! The list of the files in a site: which are ksb's own, and what it wrote to them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use ksb::project::{reason, shown};

use crate::exit::Failure;
use crate::replace::replace;

/// How the list begins; what the site was made from follows.
const HEAD: &str = "ksb-site 1 ";

/// The files that ksb wrote, by path, and the SHA-256 of what it wrote. While files are moved into place, a file may
/// have its old or its new content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// What the site was made from; empty while it is being written, and if that is not known.
    pub(super) key: String,
    pub(super) files: BTreeMap<String, BTreeSet<String>>,
}

impl Manifest {
    /// Reads the list. `None` if there is none yet.
    pub(super) fn read(path: &Path) -> Result<Option<Self>, Failure> {
        match fs::read_to_string(path) {
            Ok(text) => Self::parse(&text).map(Some).ok_or_else(|| {
                let path = shown(path);
                Failure(format!("`{path}` was not written by this version of ksb: use a new folder"))
            }),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Failure(format!("cannot read `{}`: {}", shown(path), reason(&error)))),
        }
    }

    fn parse(text: &str) -> Option<Self> {
        let (head, lines) = text.split_once('\n')?;
        let mut all = Self { key: head.strip_prefix(HEAD)?.to_owned(), files: BTreeMap::new() };
        for line in lines.lines() {
            let (sha256, path) = line.split_once("  ")?;
            all.add(path, sha256);
        }
        Some(all)
    }

    /// Puts the list in place.
    pub(super) fn write(&self, path: &Path) -> Result<(), Failure> {
        let lines = self
            .files
            .iter()
            .flat_map(|(path, all)| all.iter().flat_map(move |sha256| [sha256, "  ", path, "\n"]));
        let text: String = [HEAD, &self.key, "\n"].into_iter().chain(lines).collect();
        replace(path, text, None)
    }

    /// Adds the content that a file has, or may have.
    pub(super) fn add(&mut self, path: &str, sha256: &str) {
        self.files.entry(path.to_owned()).or_default().insert(sha256.to_owned());
    }

    /// Whether the file at this path may have this content.
    pub(super) fn knows(&self, path: &str, sha256: &str) -> bool {
        self.files.get(path).is_some_and(|all| all.contains(sha256))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let path = folder.path().join("manifest");
        let mut manifest = Manifest { key: "k".to_owned(), ..Manifest::default() };
        for sha256 in ["b1", "a0"] {
            manifest.add("standards/st9901/index.html", sha256);
        }
        assert_eq!(Manifest::read(&path).expect("no list"), None);
        manifest.write(&path).expect("it can be written");
        assert_eq!(Manifest::read(&path).expect("a list"), Some(manifest));
        fs::write(&path, "something else").expect("it can be written");
        assert!(Manifest::read(&path).is_err());
    }
}
