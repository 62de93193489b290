//! Catalogues and sites that the tests look at.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// A catalogue in a folder of its own.
pub(crate) struct Made {
    folder: TempDir,
    path: String,
}

/// The catalogue of the samples.
pub(crate) fn catalogue() -> Made {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/api/waterways.catalogue.json");
    made(&fs::read_to_string(sample).expect("a sample"))
}

/// A catalogue with this text.
pub(crate) fn made(text: &str) -> Made {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("catalogue.json");
    fs::write(&path, text).expect("it is written");
    Made { path: path.to_str().expect("UTF-8").to_owned(), folder }
}

impl Made {
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where its site goes.
    pub(crate) fn root(&self) -> String {
        self.folder.path().join("site").to_str().expect("UTF-8").to_owned()
    }

    /// Changes its records.
    pub(crate) fn edit(&self, edit: impl FnOnce(&mut Vec<Value>)) {
        let text = fs::read_to_string(&self.path).expect("it is there");
        let mut records: Vec<Value> = serde_json::from_str(&text).expect("records");
        edit(&mut records);
        fs::write(&self.path, serde_json::to_string(&records).expect("JSON")).expect("it is written");
    }
}

/// The command that writes a site.
pub(crate) fn command(catalogues: &[&str], root: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ksb"));
    command.arg("site").args(catalogues).args(["-o", root]);
    command
}

/// Writes a site, with more arguments, and returns what is printed.
pub(crate) fn site(catalogues: &[&str], root: &str, more: &[&str]) -> String {
    ran(command(catalogues, root).args(more))
}

/// The same from within a folder.
pub(crate) fn site_in(folder: &Path, catalogue: &str, root: &str) -> String {
    ran(command(&[catalogue], root).current_dir(folder))
}

fn ran(command: &mut Command) -> String {
    let Output { status, stderr, .. } = command.output().expect("the program runs");
    let told = String::from_utf8_lossy(&stderr).into_owned();
    assert!(status.success(), "{told}");
    told
}
