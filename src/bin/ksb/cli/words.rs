//! What is said about an unknown word.

use ksb::spelling::nearest;

/// How many names that contain a word are suggested instead of it.
const SUGGESTED: usize = 4;

/// The end of a message about an unknown `name`: the one that was probably meant, or a few that contain it as a word,
/// or otherwise `where_to_look`.
pub(crate) fn did_you_mean<'a>(
    name: &str,
    known: impl Iterator<Item = &'a str>,
    where_to_look: &str,
) -> String {
    let known: Vec<&str> = known.collect();
    if let Some(near) = nearest(name, known.iter().copied()) {
        return format!(": did you mean `{near}`?");
    }
    let holds = |one: &&&str| one.split('-').any(|word| word.eq_ignore_ascii_case(name));
    match known.iter().filter(holds).collect::<Vec<_>>().as_slice() {
        [] => format!(": `{where_to_look}` lists them all"),
        [one] => format!(": did you mean `{one}`?"),
        [all @ .., last] if all.len() < SUGGESTED => {
            let all: Vec<String> = all.iter().map(|one| format!("`{one}`")).collect();
            format!(": did you mean {} or `{last}`?", all.join(", "))
        }
        _ => format!(": it is a part of several; `{where_to_look}` lists them all"),
    }
}
