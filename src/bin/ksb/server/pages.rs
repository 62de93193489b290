//! The pages of rules as files, which an editor can open.

use std::collections::BTreeMap;
use std::fs;

use ksb::editor::about_rule;
use tempfile::TempDir;

use super::uri::uri_of;

/// The pages written so far. They are removed when the server ends.
#[derive(Debug, Default)]
pub(super) struct Pages {
    folder: Option<TempDir>,
    written: BTreeMap<&'static str, Option<String>>,
}

impl Pages {
    /// The URI of the page of a rule, or `None` if it cannot be written.
    pub(super) fn uri(&mut self, rule: &'static str) -> Option<String> {
        if let Some(known) = self.written.get(rule) {
            return known.clone();
        }
        let uri = self.write(rule);
        self.written.insert(rule, uri.clone());
        uri
    }

    fn write(&mut self, rule: &'static str) -> Option<String> {
        if self.folder.is_none() {
            self.folder = tempfile::Builder::new().prefix("ksb-rules-").tempdir().ok();
        }
        let path = self.folder.as_ref()?.path().join(format!("{rule}.md"));
        fs::write(&path, about_rule(rule)?).ok()?;
        Some(uri_of(&path))
    }
}
