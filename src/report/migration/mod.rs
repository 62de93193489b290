//! What was done to documents that were moved to another version of a standard, and what is still to be done.

mod advice;
pub mod json;
pub mod markdown;
pub mod text;
mod told;

use crate::migrate::{Migration, Plan};
use crate::source::Source;

/// What to report about a migration.
#[derive(Debug)]
pub struct MigrationReport<'r> {
    /// What became of the codes.
    pub plan: &'r Plan,
    /// The documents.
    pub files: Vec<ReportedFile<'r>>,
    /// The folder that the new documents are written to, if they are.
    pub folder: Option<String>,
}

/// A document.
#[derive(Debug)]
pub struct ReportedFile<'r> {
    /// As it was.
    pub source: &'r Source,
    /// What was done to it, or why nothing was.
    pub migration: Result<&'r Migration, String>,
}

impl MigrationReport<'_> {
    /// What the folder of new documents holds.
    fn said_of_folder(&self) -> Option<String> {
        let folder = self.folder.as_ref()?;
        let written = self.files.iter().filter(|file| file.migration.is_ok()).count();
        let documents = if written == 1 { "document" } else { "documents" };
        Some(format!(
            "`{folder}` holds {written} {documents}. Files that ksb does not migrate, such as pictures and PDFs, are not copied"
        ))
    }

    /// Whether something is left to decide.
    #[must_use]
    pub fn is_open(&self) -> bool {
        let done = self.files.iter().filter_map(|file| file.migration.as_ref().ok());
        done.into_iter().any(|done| !(done.notes.is_empty() && done.left.is_empty()))
    }
}
