//! The manifest: one line for each fault that was planted and each change that was made.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use serde::Serialize;

use super::content::Version;
use super::revise::Note;

/// One line of the manifest.
#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Line {
    Finding(Finding),
    Change(Change),
}

/// What a check must find: everything of severity error or warning, and the advice that was planted.
#[derive(Serialize)]
pub(crate) struct Finding {
    /// The reference and the version of the record that the fault is in.
    pub(crate) record: String,
    pub(crate) rule: &'static str,
    /// Left out where the rule may name it in more than one way.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) subject: Option<String>,
    pub(crate) severity: &'static str,
    /// What was done.
    pub(crate) fault: &'static str,
}

/// What changed, from one version to the next or from one download to the next.
#[derive(Serialize)]
pub(crate) struct Change {
    pub(crate) record: String,
    /// Between versions, the record before it; between downloads, the same record, or `None`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) since: Option<String>,
    pub(crate) between: &'static str,
    #[serde(rename = "change")]
    pub(crate) what: &'static str,
    /// Codes of what there was, and of what became of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) old: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) new: Vec<String>,
    /// The duties whose mapping changed as a result, as they are numbered now.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) duties: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) to: Option<String>,
}

/// What a change was made between.
pub(crate) const VERSIONS: &str = "versions";
/// See [`VERSIONS`].
pub(crate) const DOWNLOADS: &str = "downloads";

impl Change {
    /// A change to a whole record.
    pub(crate) fn of_record(record: &Version, what: &'static str) -> Self {
        Self {
            record: record.name(),
            since: None,
            between: DOWNLOADS,
            what,
            old: Vec::new(),
            new: Vec::new(),
            duties: Vec::new(),
            from: None,
            to: None,
        }
    }

    /// The change that `note` describes, with the codes that things have in `old` and in `new`.
    pub(crate) fn of_note(note: &Note, old: &Version, new: &Version, between: &'static str) -> Self {
        let codes = |version: &Version, ids: &[u128]| -> Vec<String> {
            ids.iter().filter_map(|id| version.code_of_any(*id)).collect()
        };
        let [from, to] = note.values.clone().map_or([None, None], |values| values.map(Some));
        Self {
            since: Some(old.name()),
            old: codes(old, &note.old),
            new: codes(new, &note.new),
            duties: codes(new, &note.duties),
            between,
            from,
            to,
            ..Self::of_record(new, note.change)
        }
    }
}

/// A manifest at `path`.
pub(crate) fn open(path: &Path) -> io::Result<BufWriter<File>> {
    File::create(path).map(BufWriter::new)
}

/// Writes `lines`, if there is somewhere to write them to.
pub(crate) fn write(out: Option<&mut BufWriter<File>>, lines: &[Line]) -> io::Result<()> {
    let Some(out) = out else { return Ok(()) };
    for line in lines {
        serde_json::to_writer(&mut *out, line)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}
