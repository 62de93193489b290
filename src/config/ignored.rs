//! A finding that somebody has reviewed and wants to ignore, and why.

use super::{Date, Globs};
use crate::diagnostic::{Diagnostic, Label};

/// A finding to be ignored, in a configuration or in a document.
#[derive(Clone, Debug)]
pub struct Ignore {
    /// The files that it applies to; if none are given, the document that it is in.
    pub paths: Option<Globs>,
    /// The rule.
    pub rule: String,
    /// What the finding is about; any subject if not given.
    pub subject: Option<String>,
    /// The JSON value that the finding is in; any place if not given.
    pub pointer: Option<String>,
    /// Why it is right as it is.
    pub reason: String,
    /// The last day on which it is ignored.
    pub until: Option<Date>,
    /// Where it is.
    pub place: Label,
}

impl Ignore {
    /// Whether it is about this finding, in a file that it applies to.
    #[must_use]
    pub fn matches(&self, found: &Diagnostic) -> bool {
        self.rule == found.rule
            && self.subject.as_ref().is_none_or(|subject| *subject == found.subject)
            && self.pointer.as_deref().is_none_or(|outer| is_inside(outer, found.pointer.as_deref()))
    }

    /// Whether it had expired on this day.
    #[must_use]
    pub fn has_expired(&self, today: Option<Date>) -> bool {
        self.until.zip(today).is_some_and(|(until, today)| today > until)
    }
}

/// Whether a JSON pointer leads to the value that `outer` leads to, or into it.
fn is_inside(outer: &str, pointer: Option<&str>) -> bool {
    let rest = pointer.and_then(|pointer| pointer.strip_prefix(outer));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::is_inside;

    #[test]
    fn a_pointer_covers_what_is_below() {
        assert!(
            is_inside("/duties/1", Some("/duties/1")) && is_inside("/duties/1", Some("/duties/1/ksbs/0"))
        );
        assert!(!is_inside("/duties/1", Some("/duties/12")) && !is_inside("/duties/1", None));
        assert!(is_inside("", Some("/duties/1")));
    }
}
