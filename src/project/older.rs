//! The older versions of inputs, as git has them.

use std::path::Path;

use super::git::{self, GitObject};
use super::input::{Input, InputOrigin, shown};
use super::settings::path_from;
use super::{Failure, Files};
use crate::source::SourceId;

/// The older version of each input that had one: at a revision, or, for one input, in a file.
///
/// # Errors
/// If there is neither such a revision nor such a file.
pub fn older(
    files: &dyn Files,
    since: &str,
    inputs: &[(SourceId, Input)],
) -> Result<Vec<(SourceId, Input)>, Failure> {
    let is_commit = git::is_commit(since);
    if is_commit == Ok(true) {
        let top = git::top().map_err(Failure)?;
        let old = |(id, input): &(SourceId, Input)| {
            Ok(at_revision(files, since, &top, input)?.map(|old| (*id, old)))
        };
        return inputs.iter().map(old).filter_map(Result::transpose).collect();
    }
    let why = match (files.exists(Path::new(since)), inputs, is_commit) {
        (true, [(id, _)], _) => return Ok(vec![(*id, Input::named(Path::new(since), None))]),
        (true, _, _) => format!("`{since}` is a file, so name only one file to check"),
        (false, _, Ok(_)) => {
            format!(
                "`{since}` is neither a file nor a revision in this git repository{}",
                git::shallow_clone_hint()
            )
        }
        (false, _, Err(why)) => {
            format!("`{since}` is not a file, and git cannot look for a revision of that name: {why}")
        }
    };
    Err(Failure(why))
}

fn at_revision(
    files: &dyn Files,
    revision: &str,
    top: &Path,
    input: &Input,
) -> Result<Option<Input>, Failure> {
    let path = match &input.origin {
        InputOrigin::Path(path) => path.as_path(),
        InputOrigin::Stdin | InputOrigin::Begun(_) => Path::new(&input.name),
        InputOrigin::Git(_) | InputOrigin::Nothing { .. } => return Ok(None),
    };
    let inside = path_from(files, &top.join("any"), path);
    if Path::new(&inside).is_absolute() {
        return Err(Failure(format!("`{}` is not in the repository at `{}`", input.name, shown(top))));
    }
    let object = git::object_in(revision, &inside).map_err(|why| {
        Failure(format!("`{}` cannot be read as it was at `{revision}`: {why}", input.name))
    })?;
    let name = format!("{revision}:{inside}");
    let is_file = object == Some(GitObject::File);
    Ok(is_file.then(|| Input::of(input.name.clone(), InputOrigin::Git(name))))
}
