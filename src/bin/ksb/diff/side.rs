//! From the operands of the command line to the documents to compare: files, folders, git.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ksb::project::git::{self, GitObject};
use ksb::project::{AllSettings, Disk, Input, InputOrigin, STDIN, inputs, shown};

use crate::exit::Failure;

/// The endings of the names of files that are taken from a folder.
const TAKEN: [&str; 2] = [".standard.json", ".occupational-map.json"];

/// What to compare.
#[derive(Debug, Default)]
pub(crate) struct Operands {
    /// Old and new documents that belong together because the user says so; a side may be missing.
    pub(crate) named: Vec<(Option<Input>, Option<Input>)>,
    /// Documents in old folders, to be matched with those in new ones.
    pub(crate) old: Vec<Input>,
    /// Documents in new folders.
    pub(crate) new: Vec<Input>,
}

impl Operands {
    /// The comparison of two inputs.
    pub(crate) fn of(old: Input, new: Input) -> Self {
        Self { named: vec![(Some(old), Some(new))], ..Self::default() }
    }

    /// All inputs.
    pub(crate) fn inputs(&self) -> impl Iterator<Item = &Input> {
        let named = self.named.iter().flat_map(|(old, new)| [old, new]).flatten();
        named.chain(&self.old).chain(&self.new)
    }
}

/// One operand.
#[derive(Debug)]
enum Operand {
    Document(Input),
    Folder(Vec<Input>),
    /// It is not in that commit, or not in the working tree.
    Absent,
}

/// What the operands ask for.
pub(crate) fn task(operands: &[PathBuf]) -> Result<Operands, Failure> {
    if operands.iter().filter(|operand| operand.as_os_str() == STDIN).count() > 1 {
        return Err(Failure("only one side can be standard input".to_owned()));
    }
    match operands {
        [old, new] if !is_revision(old)? => {
            let mut task = Operands::default();
            add(&mut task, side(old)?, side(new)?, &shown(new))?;
            Ok(task)
        }
        [revision, paths @ ..] => since(revision, paths),
        [] => Err(Failure("give two files or two folders to compare".to_owned())),
    }
}

/// One document: a file, or what git has under that name.
pub(crate) fn document(operand: &Path) -> Result<Input, Failure> {
    match side(operand)? {
        Operand::Document(input) => Ok(input),
        Operand::Folder(_) | Operand::Absent => {
            Err(Failure(format!("`{}` is a folder: name one version of a standard", shown(operand))))
        }
    }
}

/// Whether the first of two operands is a commit rather than a side.
fn is_revision(first: &Path) -> Result<bool, Failure> {
    let name = first.to_string_lossy();
    if exists(first) || name.contains(':') {
        return Ok(false);
    }
    git::is_commit(&name).map_err(|why| {
        let name = shown(first);
        Failure(format!("there is no file or folder `{name}`, and git cannot tell which commit it is: {why}"))
    })
}

fn exists(path: &Path) -> bool {
    path.as_os_str() == STDIN || fs::metadata(path).is_ok()
}

/// Paths in the working tree, compared with what they were in a commit.
fn since(revision: &Path, paths: &[PathBuf]) -> Result<Operands, Failure> {
    let name = revision.to_string_lossy();
    let why = match git::is_commit(&name) {
        _ if exists(revision) => Some("is a file".to_owned()),
        Ok(true) => None,
        Ok(false) => Some(format!("is not a commit in this repository{}", git::shallow_clone_hint())),
        Err(why) => Some(format!("is not a commit that git can find ({why})")),
    };
    if let Some(why) = why {
        let name = shown(revision);
        return Err(Failure(format!(
            "`{name}` {why}: give two files or two folders, or a commit and the paths that have changed since"
        )));
    }
    let mut task = Operands::default();
    for path in paths {
        let old = committed(&name, path)?;
        let new = if exists(path) { on_disk(path) } else { Operand::Absent };
        if matches!((&old, &new), (Operand::Absent, Operand::Absent)) {
            let path = shown(path);
            return Err(Failure(format!("`{path}` is neither in {name} nor in the working tree")));
        }
        add(&mut task, old, new, &shown(path))?;
    }
    Ok(task)
}

/// What a path in the working tree was in a commit.
fn committed(revision: &str, path: &Path) -> Result<Operand, Failure> {
    let inside = if path.is_absolute() { below_top(path)? } else { format!("./{}", path.to_string_lossy()) };
    let object = git::object_in(revision, &inside)
        .map_err(|why| Failure(format!("`{}` cannot be read in `{revision}`: {why}", shown(path))))?;
    let name = format!("{revision}:{inside}");
    match object {
        Some(GitObject::File) => Ok(Operand::Document(in_git(name))),
        Some(GitObject::Folder) => in_tree(&name).map(Operand::Folder),
        None => Ok(Operand::Absent),
    }
}

/// An absolute path, relative to the root of the working tree.
fn below_top(path: &Path) -> Result<String, Failure> {
    let top = git::top().map_err(Failure)?;
    let top = top.canonicalize().unwrap_or(top);
    let resolved = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    match resolved.strip_prefix(&top) {
        Ok(inside) => Ok(inside.to_string_lossy().into_owned()),
        Err(_) => Err(Failure(format!("`{}` is not in the repository at `{}`", shown(path), shown(&top)))),
    }
}

/// One of two sides: a file or folder with that name, otherwise what git has there.
fn side(operand: &Path) -> Result<Operand, Failure> {
    if exists(operand) {
        return Ok(on_disk(operand));
    }
    let name = operand.to_string_lossy();
    if !name.contains(':') {
        return Err(Failure(format!(
            "there is no file or folder `{}`, and the name does not have the form REV:PATH",
            shown(operand)
        )));
    }
    match git::object(&name) {
        Ok(GitObject::File) => Ok(Operand::Document(in_git(name.into_owned()))),
        Ok(GitObject::Folder) => in_tree(&name).map(Operand::Folder),
        Err(why) => {
            let why = match git::fetch_hint(&name) {
                Some(why) => format!("`{name}` cannot be read: {why}"),
                None => format!("there is no file `{name}`, and git does not give it either: {why}"),
            };
            Err(Failure(why))
        }
    }
}

fn on_disk(path: &Path) -> Operand {
    if path.is_dir() {
        let found = inputs(&[path.to_owned()], None, &mut AllSettings::none(&Disk), false);
        Operand::Folder(found.into_iter().filter(is_taken).collect())
    } else {
        Operand::Document(Input::named(path, None))
    }
}

/// Whether something found in a folder should be compared. What could not be listed is kept, so that it is reported.
fn is_taken(input: &Input) -> bool {
    match &input.origin {
        InputOrigin::Path(_) => is_named_so(&input.name),
        InputOrigin::Nothing { help, .. } => help.is_none(),
        InputOrigin::Stdin | InputOrigin::Begun(_) | InputOrigin::Git(_) => true,
    }
}

fn is_named_so(name: &str) -> bool {
    TAKEN.iter().any(|ending| name.ends_with(ending))
}

fn in_git(name: String) -> Input {
    Input::of(name.clone(), InputOrigin::Git(name))
}

/// The documents in a folder of a commit.
fn in_tree(name: &str) -> Result<Vec<Input>, Failure> {
    let files = git::files_in(name).map_err(|why| Failure(format!("`{name}` cannot be listed: {why}")))?;
    let joint = if name.ends_with([':', '/']) { "" } else { "/" };
    let taken = files.iter().filter(|file| is_named_so(file));
    Ok(taken.map(|file| in_git(format!("{name}{joint}{file}"))).collect())
}

/// Adds two sides that belong together.
fn add(task: &mut Operands, old: Operand, new: Operand, name: &str) -> Result<(), Failure> {
    match (old, new) {
        (Operand::Document(old), Operand::Document(new)) => task.named.push((Some(old), Some(new))),
        (Operand::Document(old), Operand::Absent) => task.named.push((Some(old), None)),
        (Operand::Absent, Operand::Document(new)) => task.named.push((None, Some(new))),
        (Operand::Folder(old), Operand::Folder(new)) => {
            if old.is_empty() && new.is_empty() {
                let name = if name.is_empty() { "." } else { name };
                return Err(Failure(format!(
                    "there are no *{} or *{} files on either side of `{name}`",
                    TAKEN[0], TAKEN[1]
                )));
            }
            extend(&mut task.old, old);
            extend(&mut task.new, new);
        }
        (Operand::Folder(old), Operand::Absent) => extend(&mut task.old, old),
        (Operand::Absent, Operand::Folder(new)) => extend(&mut task.new, new),
        (Operand::Document(_), Operand::Folder(_)) | (Operand::Folder(_), Operand::Document(_)) => {
            return Err(Failure(
                "a file cannot be compared with a folder: give two files or two folders".to_owned(),
            ));
        }
        (Operand::Absent, Operand::Absent) => {}
    }
    Ok(())
}

/// Adds inputs that have not been added yet: paths may overlap.
fn extend(inputs: &mut Vec<Input>, more: Vec<Input>) {
    let seen: BTreeSet<String> = inputs.iter().map(|input| input.name.clone()).collect();
    inputs.extend(more.into_iter().filter(|input| !seen.contains(&input.name)));
}
