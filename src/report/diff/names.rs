//! What things are called in a sentence: many codes as ranges, labels of facts in lower case.

use crate::diff::{Comparison, Consequence, ConsequenceId, FactField, ItemRef};
use crate::model::Code;

/// This many consecutive codes or more are shown as a range; fewer are named one by one.
const RANGE: usize = 3;

/// The items by code, with consecutive ones as a range: `K6, K8–K11, summary 3`.
fn items(comparison: &Comparison<'_>, items: &[ItemRef]) -> Vec<String> {
    let items: Vec<_> = items.iter().map(|item| comparison.item(*item)).collect();
    let follows = |a: &Option<Code>, b: &Option<Code>| match (a, b) {
        (Some(a), Some(b)) => b.follows(*a),
        _ => false,
    };
    let runs = items.chunk_by(|a, b| follows(&a.code, &b.code));
    runs.flat_map(|run| match run {
        [first, .., last] if run.len() >= RANGE => vec![format!("{}–{}", first.subject(), last.subject())],
        _ => run.iter().map(|item| item.subject()).collect(),
    })
    .collect()
}

/// The sentence of a consequence, followed by the items and facts that it concerns. The level is
/// the only fact of the sentence about it, and is not named again.
pub(in crate::report) fn concerned(comparison: &Comparison<'_>, of: &Consequence, sentence: &str) -> String {
    let mut names = items(comparison, &of.items);
    if of.id != ConsequenceId::LevelChanges {
        names.extend(of.fields.iter().map(|field| in_sentence(*field)));
    }
    if names.is_empty() {
        return sentence.to_owned();
    }
    format!("{}: {}.", sentence.trim_end_matches('.'), names.join(", "))
}

/// The label of a fact inside a sentence: `typical duration`, but `SOC 2020 unit group`.
pub(in crate::report) fn in_sentence(field: FactField) -> String {
    let label = field.label();
    if field == FactField::EnglishAndMaths {
        return label.to_owned();
    }
    let mut characters = label.chars();
    match (characters.next(), characters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(label.chars().skip(1)).collect()
        }
        _ => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FactId;

    #[test]
    fn abbreviations_keep_their_capitals() {
        assert_eq!(in_sentence(FactField::Value(FactId::Duration)), "typical duration");
        assert_eq!(in_sentence(FactField::Value(FactId::LarsCode)), "LARS code");
        assert_eq!(in_sentence(FactField::EnglishAndMaths), "English and maths");
    }
}
