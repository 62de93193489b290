//! Whether two documents of one version give the same statements the same codes.

use super::report::DiffReport;
use crate::diff::Which;
use crate::model::Code;
use crate::report::text::listed;

/// How the codes in two documents of one version agree: for example, in two official sources of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::report) struct SameCodes<'a> {
    /// The version that both documents state.
    version: &'a str,
    /// How many statements with a code both documents have.
    pub(in crate::report) shared: usize,
    /// The old and the new code of each of these statements that has two, by old code.
    pub(in crate::report) different: Vec<(Code, Code)>,
}

impl SameCodes<'_> {
    /// The result in a sentence, with every statement that has two codes.
    #[must_use]
    pub(in crate::report) fn sentence(&self) -> String {
        let Self { version, shared, different } = self;
        let statements = if *shared == 1 { "1 statement".to_owned() } else { format!("{shared} statements") };
        if different.is_empty() {
            return format!(
                "Both documents are version {version}. The {statements} in both have the same codes."
            );
        }
        let codes: Vec<String> = different.iter().map(|(old, new)| format!("{old} → {new}")).collect();
        let have = if different.len() == 1 { "has a different code" } else { "have different codes" };
        format!(
            "Both documents are version {version}, but {} of the {statements} in both {have} in the new one: {}.",
            different.len(),
            listed(&codes)
        )
    }
}

impl<'a> DiffReport<'a> {
    /// How the codes agree. `None` unless both documents state the same reference and version, and share statements.
    pub(in crate::report) fn same_codes(&self) -> Option<SameCodes<'a>> {
        let (old, new) = (&self.comparison.old, &self.comparison.new);
        let version = old.version.filter(|version| Some(*version) == new.version)?;
        if old.reference.is_none() || old.reference != new.reference {
            return None;
        }
        let codes = self.shared_codes();
        let shared = codes.len();
        let mut different: Vec<(Code, Code)> = codes.into_iter().filter(|(old, new)| old != new).collect();
        different.sort_unstable();
        (shared > 0).then_some(SameCodes { version, shared, different })
    }

    /// The old and the new code of each statement that is the same in both documents.
    fn shared_codes(&self) -> Vec<(Code, Code)> {
        let comparison = self.comparison;
        let code = |which: Which, items: &[usize]| match items {
            [item] => comparison.side(which).items[*item].code,
            _ => None,
        };
        let statements = comparison.pairs.iter().filter(|pair| pair.section.kind().is_some());
        statements
            .filter_map(|pair| Some((code(Which::Old, &pair.old)?, code(Which::New, &pair.new)?)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::diff::Comparison;
    use crate::report::diff::fixture::{comparison, report};

    fn versions<'a>(comparison: Comparison<'a>, old: &'a str, new: &'a str) -> Comparison<'a> {
        let mut comparison = comparison;
        (comparison.old.reference, comparison.new.reference) = (Some("ST9901"), Some("ST9901"));
        (comparison.old.version, comparison.new.version) = (Some(old), Some(new));
        comparison
    }

    #[test]
    fn two_versions_may_number_as_they_like() {
        assert_eq!(report(&versions(comparison(), "1.0", "1.1")).same_codes(), None);
    }

    #[test]
    fn two_documents_of_one_version_are_told_which_codes_differ() {
        let comparison = versions(comparison(), "1.1", "1.1");
        let said = report(&comparison).same_codes().expect("one version").sentence();
        assert_eq!(
            said,
            "Both documents are version 1.1, but 2 of the 3 statements in both have different codes in the new one: \
             K2 → K3 and K6 → K5."
        );
    }
}
