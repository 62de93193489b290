//! What a migration writes next to what it could not decide, and what an earlier one wrote there.

use super::plan::{Fate, Planned};
use crate::citing::NOTES;
use crate::model::{Code, Standard};
use crate::source::Span;

/// How marks for undecided codes end: those that stay as they were.
const OLD_CODE: &str = "this is the old code";
const CHOOSE: &str = "choose which";

/// A mark in a document, from an earlier migration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where it is, or where the document begins.
    pub span: Span,
    /// What it says.
    pub text: String,
}

impl Mark {
    /// What it says about each thing, without the version that it is for, and that version.
    fn parts(&self) -> impl Iterator<Item = (Option<&str>, &str)> {
        let said = self
            .text
            .strip_prefix(NOTES)
            .map_or(&*self.text, |said| said.trim_start_matches([':', ';', ' ']));
        said.split("; ").map(|part| {
            let of_version = part.strip_prefix("to ").and_then(|rest| rest.split_once(": "));
            of_version.map_or((None, part), |(version, rest)| (Some(version), rest))
        })
    }

    /// Whether it was written when the document was migrated to this version.
    pub(super) fn is_of(&self, version: &str) -> bool {
        self.parts().any(|(of, _)| of == Some(version))
    }

    /// Whether it says that a code stays as it is until somebody decides.
    pub(super) fn is_undecided(&self) -> bool {
        self.parts().any(|(_, said)| {
            !said.starts_with(QUOTES) && (said.ends_with(OLD_CODE) || said.ends_with(CHOOSE))
        })
    }
}

/// How a note about a quoted text begins.
const QUOTES: &str = "quotes ";

/// What a mark says for a version: `to 1.1: K6 was removed`.
pub(super) fn marked(version: Option<&str>, said: &str) -> String {
    version.map_or_else(|| said.to_owned(), |version| format!("to {version}: {said}"))
}

/// The version of a standard as marks name it: a number.
pub(super) fn version<'s>(standard: &'s Standard<'_>) -> Option<&'s str> {
    let version = standard.facts.version.stated().map(|text| text.trim());
    version.filter(|text| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'))
}

/// The note to write where a statement is cited, if any.
pub(super) fn note(code: Code, planned: &Planned) -> Option<String> {
    let reasons = || planned.reread_reasons.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    match &planned.fate {
        Fate::Moves(_) if planned.reread_reasons.is_empty() => None,
        Fate::Moves(new) if *new == code => Some(format!("{code}: check: {}", reasons())),
        Fate::Moves(new) => Some(format!("{new} (was {code}): check: {}", reasons())),
        Fate::Split(codes) => {
            let codes: Vec<String> = codes.iter().map(ToString::to_string).collect();
            Some(format!("{code} was split into {}: {CHOOSE}", codes.join(" and ")))
        }
        Fate::Removed => Some(format!("{code} was removed: {OLD_CODE}")),
        Fate::Unknown => Some(format!("the new version does not state what happened to {code}: {OLD_CODE}")),
    }
}

/// The note to write where the text of a statement is quoted without its code, if any.
pub(super) fn note_of_quote(code: Code, planned: &Planned) -> Option<String> {
    note(code, planned).map(|said| format!("{QUOTES}{said}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_say_for_which_version_they_are_and_what_is_undecided() {
        for (text, version, is_undecided) in [
            ("to 1.1: K6 was removed: this is the old code", Some("1.1"), true),
            ("see me; to 1.2: K1 was split into K1 and K2: choose which; ask", Some("1.2"), true),
            ("to 1.1: S6 (was S5): read again: scope extended", Some("1.1"), false),
            ("quotes K6 was removed: this is the old code", None, false),
            ("K6 was removed: this is the old code", None, true),
            ("Migration note: to 1.1: K6 was removed: this is the old code", Some("1.1"), true),
            ("off to town: at noon", None, false),
        ] {
            let mark = Mark { span: Span::at(0), text: text.to_owned() };
            let found = ["1.1", "1.2"].into_iter().find(|version| mark.is_of(version));
            assert_eq!((found, mark.is_undecided()), (version, is_undecided), "{text}");
        }
    }
}
