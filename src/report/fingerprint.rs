//! What a later run uses to recognise a finding.

use std::collections::BTreeMap;

use super::text::{document, name};
use crate::diagnostic::Diagnostic;
use crate::source::{Sources, sha256_hex};

/// Gives each finding of a report its fingerprint.
#[derive(Debug, Default)]
pub(super) struct Fingerprints(BTreeMap<String, usize>);

impl Fingerprints {
    /// The fingerprint of the next finding: a digest of the document's name, the rule and the subject,
    /// so that moved lines and other words do not change it, then how many findings had the same
    /// digest, so that no two are the same.
    pub(super) fn next(&mut self, diagnostic: &Diagnostic, sources: &Sources) -> String {
        let file = name(sources, diagnostic.primary().source);
        let document = document(diagnostic, sources);
        let parts = [Some(file), document, Some(diagnostic.rule), Some(&*diagnostic.subject)];
        let key = parts.into_iter().flatten().collect::<Vec<_>>().join("\0");
        let digest = sha256_hex(key.as_bytes());
        let count = self.0.entry(digest.clone()).or_default();
        *count += 1;
        format!("{digest}:{count}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Label, Severity};
    use crate::source::{Source, SourceId, Span};

    #[test]
    fn moved_lines_change_no_fingerprint() {
        let sources = Sources::from(Source::new(SourceId(0), "a.json", "\n\n\nK7 K8"));
        let found = |rule: &'static str, subject: &str, at: usize, message: &str| {
            let label = Label::new(SourceId(0), Span::at(at), "");
            Fingerprints::default()
                .next(&Diagnostic::new(rule, Severity::Error, subject, message, label), &sources)
        };
        let one = found("some-rule", "K7", 0, "a");
        assert!(one.len() == 66 && one.ends_with(":1"), "{one}");
        assert_eq!(one, found("some-rule", "K7", 3, "other words"));
        assert_ne!(one, found("some-rule", "K8", 0, "a"));
        assert_ne!(one, found("other-rule", "K7", 0, "a"));
    }

    #[test]
    fn no_two_are_the_same() {
        let sources = Sources::default();
        let label = Label::new(SourceId(0), Span::at(0), "");
        let one = Diagnostic::new("some-rule", Severity::Error, "K7", "a", label);
        let mut fingerprints = Fingerprints::default();
        let (first, second) = (fingerprints.next(&one, &sources), fingerprints.next(&one, &sources));
        assert_ne!(first, second);
        assert_eq!(first.split(':').next(), second.split(':').next());
    }
}
