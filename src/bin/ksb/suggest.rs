//! "Did you mean".

/// The end of a message about an unknown `name`: `: did you mean …?`, or nothing if no known name is near.
pub(crate) fn did_you_mean<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    let near = known
        .map(|known| (strsim::osa_distance(name, known), known))
        .filter(|(distance, known)| *distance <= known.len().max(name.len()) / 3)
        .min();
    near.map_or_else(String::new, |(_, known)| format!(": did you mean `{known}`?"))
}
