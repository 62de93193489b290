//! The degree of responsibility that a text asks for (to support the work, to do it, or to be accountable for it), and
//! what it allows, advises and requires.

/// The degree of responsibility that the verb of a statement asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Degree {
    /// To help others do it.
    Support,
    /// To do it.
    Perform,
    /// To be accountable for it.
    Lead,
}

/// The degree of responsibility that a text asks for, and the words that say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Obligation {
    pub(super) degree: Degree,
    pub(super) words: String,
}

/// Verbs that ask only for support.
const SUPPORT: [&str; 9] =
    ["aid", "assist", "contribute", "help", "observe", "participate", "shadow", "support", "take part"];

/// Verbs that ask for accountability.
const LEAD: [&str; 10] = [
    "be accountable",
    "be responsible",
    "coordinate",
    "lead",
    "manage",
    "oversee",
    "provide leadership",
    "supervise",
    "take charge",
    "take responsibility",
];

/// Verbs by which a text allows, advises or requires something.
const MODALS: [&[&str]; 3] = [&["can", "could", "may", "might"], &["ought", "should"], &["must", "shall"]];

/// The change in what a text allows, advises or requires, as `may → must`; none unless each text has a verb of this
/// sort that the other does not have.
pub(super) fn modals_changed(old: &[String], new: &[String]) -> Option<String> {
    let of = |words: &[String], force: &[&str]| -> Vec<String> {
        words.iter().filter(|word| force.contains(&word.as_str())).cloned().collect()
    };
    let (mut gone, mut come) = (Vec::new(), Vec::new());
    for force in MODALS {
        let (before, after) = (of(old, force), of(new, force));
        gone.extend(before.get(after.len()..).unwrap_or_default().iter().cloned());
        come.extend(after.get(before.len()..).unwrap_or_default().iter().cloned());
    }
    (!gone.is_empty() && !come.is_empty()).then(|| format!("{} → {}", gone.join(", "), come.join(", ")))
}

/// The degree of responsibility of the first verb of a text. Adverbs before it are skipped.
pub(super) fn of(words: &[String]) -> Obligation {
    let start = words.iter().position(|word| !word.ends_with("ly")).unwrap_or(0);
    let rest = &words[start.min(words.len())..];
    let verb = |list: &[&str]| list.iter().find(|verb| begins(rest, verb)).map(|verb| (*verb).to_owned());
    if let Some(words) = verb(&SUPPORT) {
        return Obligation { degree: Degree::Support, words };
    }
    if let Some(words) = verb(&LEAD) {
        return Obligation { degree: Degree::Lead, words };
    }
    Obligation { degree: Degree::Perform, words: rest.first().cloned().unwrap_or_default() }
}

/// Whether some words begin with a verb of one or two words.
fn begins(words: &[String], verb: &str) -> bool {
    let mut parts = verb.split(' ');
    let first = parts.next().is_some_and(|part| words.first().is_some_and(|word| is_form(word, part)));
    first && parts.enumerate().all(|(at, part)| words.get(at + 1).is_some_and(|word| word == part))
}

/// Whether a word is a verb or a regular form of it.
fn is_form(word: &str, verb: &str) -> bool {
    let stem = verb.strip_suffix('e').unwrap_or(verb);
    word == verb
        || [format!("{verb}s"), format!("{verb}d"), format!("{stem}ed"), format!("{stem}ing")]
            .contains(&word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::text::words;

    #[test]
    fn what_is_allowed_is_not_what_is_demanded() {
        let note = |old: &str, new: &str| modals_changed(&words(old), &words(new));
        assert_eq!(note("Crews may moor.", "Crews must moor.").as_deref(), Some("may → must"));
        assert_eq!(note("They must log it.", "They should log it.").as_deref(), Some("must → should"));
        for (old, new) in [
            ("Crews may moor.", "Crews can moor."),
            ("Crews moor.", "Crews must moor."),
            ("They must moor and may sail.", "They may sail and must moor."),
        ] {
            assert_eq!(note(old, new), None, "{old}");
        }
    }

    #[test]
    fn the_first_verb_tells() {
        let cases = [
            ("Assist with the repair of gates.", Degree::Support),
            ("Take part in drills.", Degree::Support),
            ("Actively supporting the crew", Degree::Support),
            ("Take responsibility for the gates.", Degree::Lead),
            ("Managing volunteers", Degree::Lead),
            ("Take a reading.", Degree::Perform),
            ("Repair gates and support others.", Degree::Perform),
            ("", Degree::Perform),
        ];
        for (text, degree) in cases {
            assert_eq!(of(&words(text)).degree, degree, "{text}");
        }
    }
}
