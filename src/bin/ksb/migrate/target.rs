//! Where migrated documents go.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ksb::project::{Input, STDIN, shown};

use crate::cli::MigrateArgs;
use crate::exit::Failure;
use crate::output;
use crate::overwrite::{refuse_existing, refuse_overwriting};

/// The files to write, one for each input; empty if the documents are written in place, shown, or go to standard
/// output.
#[derive(Debug, Default)]
pub(super) struct Targets {
    paths: Vec<PathBuf>,
    /// The folder that they are in, if it is one.
    folder: Option<PathBuf>,
    is_stdout: bool,
}

impl Targets {
    /// Where the documents `inputs`, which the user named as `files`, should go. A file that is read is never written
    /// over.
    pub(super) fn new(args: &MigrateArgs, files: &[PathBuf], inputs: &[Input]) -> Result<Self, Failure> {
        if args.in_place || args.diff || args.dry_run {
            return Ok(Self::default());
        }
        let is_one = matches!(files, [one] if !one.is_dir());
        let to = args.output.as_deref().filter(|to| output::is_file(Some(to)));
        let Some(to) = to else {
            let is_text = !files.iter().any(|file| is_office(file));
            if is_one && is_text {
                return Ok(Self { is_stdout: true, ..Self::default() });
            }
            let why = "say where to write the result, with `-o PATH` or `--in-place`; `--diff` shows what would change";
            return Err(Failure(why.to_owned()));
        };
        let is_folder = to.is_dir() || to.as_os_str().as_encoded_bytes().ends_with(b"/");
        let paths: Vec<PathBuf> = if is_one && !is_folder {
            vec![to.to_owned()]
        } else {
            inputs.iter().map(|input| to.join(below(input, files))).collect()
        };
        let mut seen = BTreeSet::new();
        if let Some(twice) = paths.iter().find(|path| !seen.insert(*path)) {
            return Err(Failure(format!(
                "two documents would be written to `{}`: migrate one at a time",
                shown(twice)
            )));
        }
        let versions = args.paths.iter().map(PathBuf::as_path);
        let read: Vec<&Path> = inputs.iter().filter_map(Input::path).chain(versions).collect();
        for path in &paths {
            refuse_overwriting(Some(path), read.iter().copied())?;
            refuse_existing(Some(path), args.force)?;
        }
        let folder = (!is_one || is_folder).then(|| to.to_owned());
        if folder.is_some() {
            make_folders(&paths)?;
        }
        Ok(Self { paths, folder, is_stdout: false })
    }

    /// The file for the input with this number.
    pub(super) fn path(&self, index: usize) -> Option<&Path> {
        self.paths.get(index).map(PathBuf::as_path)
    }

    /// The name of the folder that the documents go to.
    pub(super) fn folder(&self) -> Option<String> {
        self.folder.as_deref().map(shown)
    }

    /// Whether the document goes to standard output.
    pub(super) fn is_stdout(&self) -> bool {
        self.is_stdout
    }
}

/// Whether a name is that of a document that is not plain text.
fn is_office(path: &Path) -> bool {
    let ending = path.extension().map(std::ffi::OsStr::to_ascii_lowercase);
    ending.is_some_and(|ending| ["docx", "docm", "xlsx", "xlsm", "ods"].iter().any(|one| ending == *one))
}

/// The name of an input below the folder that it was found in.
fn below(input: &Input, files: &[PathBuf]) -> PathBuf {
    let path = input.path().unwrap_or(Path::new(STDIN));
    let inside = files.iter().filter(|file| file.is_dir()).find_map(|folder| path.strip_prefix(folder).ok());
    let name = path.file_name().map_or(path, Path::new);
    inside.unwrap_or(name).to_owned()
}

fn make_folders(paths: &[PathBuf]) -> Result<(), Failure> {
    for folder in paths.iter().filter_map(|path| path.parent()) {
        fs::create_dir_all(folder)
            .map_err(|why| Failure(format!("cannot create the folder `{}`: {why}", shown(folder))))?;
    }
    Ok(())
}
