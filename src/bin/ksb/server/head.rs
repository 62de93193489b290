//! Documents as they were in the last commit.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use ksb::editor::renumbered;
use ksb::model::{Code, Document};
use ksb::project::{Disk, Input, Reader, older};
use ksb::read::read;
use ksb::source::{Source, SourceId};

/// How long an answer from git remains valid.
const HOLDS: Duration = Duration::from_secs(10);

/// The older texts that git gave, and when.
#[derive(Debug, Default)]
pub(super) struct Heads(BTreeMap<PathBuf, (Instant, Option<String>)>);

impl Heads {
    /// Asks git again from now on.
    pub(super) fn forget(&mut self) {
        self.0.clear();
    }

    /// The old code of each code in a document that was different in the last commit.
    pub(super) fn before(&mut self, path: &Path, now: &Document<'_>, max_size: u64) -> BTreeMap<Code, Code> {
        let is_old = self.0.get(path).is_none_or(|(asked, _)| asked.elapsed() > HOLDS);
        if is_old {
            self.0.insert(path.to_owned(), (Instant::now(), text(path, max_size)));
        }
        let Some((_, Some(text))) = self.0.get(path) else { return BTreeMap::new() };
        let source = Source::new(SourceId::of_file(0), path.to_string_lossy(), text.as_str());
        let reading = read(&source, None);
        reading.document.as_ref().map_or_else(BTreeMap::new, |old| renumbered(old, now))
    }
}

/// The text of a file in the last commit, if it is a single document.
fn text(path: &Path, max_size: u64) -> Option<String> {
    let id = SourceId::of_file(0);
    let (_, old) = older(&Disk, "HEAD", &[(id, Input::file(path))]).ok()?.pop()?;
    let mut documents = Reader { files: &Disk, from: None, max_size }.documents(&old, id);
    let only = documents.all.pop().filter(|one| one.is_read && documents.all.is_empty())?;
    Some(only.source.text().to_owned())
}
