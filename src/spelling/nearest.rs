//! "Did you mean": the word that a misspelt one stands for.

/// The candidate that `word` is most likely a misspelling of, if one is near enough: at most a third
/// of its letters differ. If two are equally near, the first.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = word.to_lowercase();
    let len = lower.chars().count();
    let allowed = len.div_ceil(3);
    let near = candidates.into_iter().filter_map(|candidate| {
        // At least as many letters differ as the difference in length, so a long word is not compared with a short one.
        if candidate.chars().count().abs_diff(len) > allowed.min(candidate.len()) {
            return None;
        }
        let distance = strsim::damerau_levenshtein(&lower, &candidate.to_lowercase());
        (distance <= allowed && distance < candidate.chars().count()).then_some((distance, candidate))
    });
    near.min_by_key(|(distance, _)| *distance).map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_misspelt_word_is_known() {
        let keys = ["title", "level", "status", "knowledge"];
        assert_eq!(nearest("titel", keys), Some("title"));
        assert_eq!(nearest("knowlege", keys), Some("knowledge"));
        assert_eq!(nearest("Level", keys), Some("level"));
        assert_eq!(nearest("salary", keys), None);
        assert_eq!(nearest("", keys), None);
    }
}
