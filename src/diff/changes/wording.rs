//! How the wording of two paired texts differs.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::conjunction;
use super::correction::corrected;
use super::numbers::{as_in, quantities, words};
use super::obligation;
use crate::diff::id::Event;
use crate::diff::item::Section;
use crate::diff::text::{is_stop_word, normalised, stem, word_ranges};
use crate::model::Kind;
use crate::spelling::british;

/// Words that lead up to what a text asks for, and say nothing themselves.
const LEADS: [&str; 6] =
    ["be able to", "able to", "have the ability to", "has the ability to", "the ability to", "ability to"];

/// Words that negate a statement.
const NEGATIONS: [&str; 6] = ["neither", "never", "no", "nor", "not", "without"];

/// Small words that nevertheless say something: whose, from where, or how far. If only such a word differs, it is not a
/// slip.
const SAY_SOMETHING: [&str; 6] = ["any", "from", "other", "others", "own", "within"];

/// The last words of names of legislation.
const LEGISLATION: [&str; 7] = ["Act", "Acts", "Regulations", "Regulation", "Order", "Directive", "Rules"];

/// Small words that may be inside the name of a piece of legislation.
const INSIDE_NAMES: [&str; 8] = ["and", "at", "etc", "for", "in", "of", "the", "to"];

/// The longest name of a piece of legislation that is recognised, in words. No known name is nearly as long.
const MOST_WORDS: usize = 40;

/// The events that the difference in wording amounts to, each with a remark if there is one.
pub(super) fn events(section: Section, old: &str, new: &str) -> Vec<(Event, String)> {
    if normalised(old) == normalised(new) {
        return if old == new { Vec::new() } else { vec![(Event::Typography, String::new())] };
    }
    let (old_words, new_words) = (words(old), words(new));
    let (old_words, new_words) = (as_in(&new_words, old_words.clone()), as_in(&old_words, new_words));
    if section.is_of_map() {
        return vec![(renamed(&old_words, &new_words), String::new())];
    }
    let (old_words, new_words) = (without_lead(&old_words), without_lead(&new_words));
    let mut found = Vec::new();
    found.extend(differ(
        Event::NegationChanged,
        &negations(old_words, new_words),
        &negations(new_words, old_words),
    ));
    let (old_laws, new_laws) = (laws(old), laws(new));
    found.extend(differ(Event::LegislationChanged, &old_laws, &new_laws));
    let (old_numbers, new_numbers) = (quantities(old_words, &old_laws), quantities(new_words, &new_laws));
    found.extend(differ(Event::NumberChanged, &old_numbers, &new_numbers));
    found.extend(obligation_changed(section, old_words, new_words));
    let old_words = corrected(old_words, new_words);
    let general = general(&old_words, new_words);
    let conjunction = conjunction::changed(&old_words, new_words, general == Event::RewordedEditorial);
    found.extend(conjunction.map(|note| (Event::ConjunctionChanged, note)));
    if found.is_empty() || matches!(general, Event::ScopeExtended | Event::ScopeNarrowed) {
        found.insert(0, (general, String::new()));
    }
    found
}

/// How the name of something on a map differs: as a corrected name or as a different one.
fn renamed(old: &[String], new: &[String]) -> Event {
    match general(&corrected(old, new), new) {
        Event::RewordedEditorial => Event::RewordedEditorial,
        _ => Event::Reworded,
    }
}

/// The words of a text without those that only lead up to what it says: "Be able to moor a boat" asks for what "Moor a
/// boat" asks for.
fn without_lead(words: &[String]) -> &[String] {
    let rest = |lead: &&str| {
        let length = lead.split(' ').count();
        let begins = words.len() > length && lead.split(' ').zip(words).all(|(one, word)| one == word);
        begins.then(|| &words[length..])
    };
    LEADS.iter().find_map(rest).unwrap_or(words)
}

/// The event that a different degree of responsibility is asked for, or that what was allowed is now required; none if
/// neither is so.
fn obligation_changed(section: Section, old: &[String], new: &[String]) -> Option<(Event, String)> {
    let verb = starts_with_a_verb(section).then(|| (obligation::of(old), obligation::of(new)));
    let verb = verb.filter(|(from, to)| from.degree != to.degree);
    let verb = verb.map(|(from, to)| format!("{} → {}", from.words, to.words));
    let notes: Vec<String> = verb.into_iter().chain(obligation::modals_changed(old, new)).collect();
    (!notes.is_empty()).then(|| (Event::ObligationChanged, notes.join(", ")))
}

/// Whether an event says what differs, rather than how much.
pub(super) fn is_specific(event: Event) -> bool {
    matches!(event, Event::NumberChanged | Event::LegislationChanged | Event::NegationChanged)
}

/// Whether items of a section begin with a verb that says what to do.
fn starts_with_a_verb(section: Section) -> bool {
    match section {
        Section::Statements(kind) => !matches!(kind, Kind::Knowledge | Kind::TechnicalKnowledge),
        Section::Duties => true,
        _ => false,
    }
}

/// How the content of two texts compares. Negations are not part of the content: a statement that is reversed says
/// neither more nor less than before.
fn general(old: &[String], new: &[String]) -> Event {
    let (old_small, new_small) = (small(old), small(new));
    let (old, new) = (content(old), content(new));
    if old == new {
        return if old_small == new_small { Event::RewordedEditorial } else { Event::Reworded };
    }
    match (
        is_within(&old, &new) && is_within(&old_small, &new_small),
        is_within(&new, &old) && is_within(&new_small, &old_small),
    ) {
        (true, _) => Event::ScopeExtended,
        (_, true) => Event::ScopeNarrowed,
        _ => Event::Reworded,
    }
}

/// The stems of the content words, sorted.
fn content(words: &[String]) -> Vec<String> {
    let meaning = words.iter().filter(|word| !is_stop_word(word) && !NEGATIONS.contains(&word.as_str()));
    let mut stems: Vec<String> =
        meaning.map(|word: &String| stem(singular(&variant(word).unwrap_or(Cow::Borrowed(word))))).collect();
    stems.sort_unstable();
    stems
}

/// The word that a word is a variant of.
fn variant(word: &str) -> Option<Cow<'_, str>> {
    match word {
        "whilst" => Some(Cow::Borrowed("while")),
        "amongst" => Some(Cow::Borrowed("among")),
        word => british(word),
    }
}

/// The small words that say something, sorted.
fn small(words: &[String]) -> Vec<String> {
    of(words, |_, word| SAY_SOMETHING.contains(&word))
}

/// Whether a sorted list is part of another, counting repeats.
fn is_within(part: &[String], whole: &[String]) -> bool {
    let mut rest = whole.iter();
    part.iter().all(|one| rest.any(|other| other == one))
}

/// A short word without its plural ending, which stems keep.
fn singular(word: &str) -> &str {
    let is_plural = word.len() == 4 && word.ends_with('s') && !word.ends_with("ss");
    if is_plural { &word[..3] } else { word }
}

/// An event, if two sorted lists are not the same; the remark says what only one of them has.
fn differ(event: Event, old: &[String], new: &[String]) -> Option<(Event, String)> {
    if old == new {
        return None;
    }
    // Both are sorted, so one walk finds what the other list lacks.
    let only = |here: &[String], there: &[String]| {
        let mut rest = there.iter().peekable();
        let is_only = |one: &&String| {
            while rest.next_if(|other| other < one).is_some() {}
            rest.next_if_eq(one).is_none()
        };
        here.iter().filter(is_only).map(String::as_str).collect::<Vec<_>>().join(", ")
    };
    // A word that was only added, or only removed, did not replace another.
    let note = match (only(old, new), only(new, old)) {
        (gone, come) if gone.is_empty() => format!("+ {come}"),
        (gone, come) if come.is_empty() => format!("− {gone}"),
        (gone, come) => format!("{gone} → {come}"),
    };
    Some((event, note))
}

/// The words that negate a text, sorted. "Without" counts only if the other text also has the content word after it.
fn negations(words: &[String], other: &[String]) -> Vec<String> {
    let there: BTreeSet<&String> =
        if words.iter().any(|word| word == "without") { other.iter().collect() } else { BTreeSet::new() };
    let is_spoken_of = |at: usize| {
        let next = words[at + 1..].iter().find(|word| !is_stop_word(word));
        next.is_some_and(|next| there.contains(next))
    };
    of(words, |at, word| NEGATIONS.contains(&word) && (word != "without" || is_spoken_of(at)))
}

/// The words that `is_wanted` accepts, given their place and the word itself, sorted.
fn of(words: &[String], is_wanted: impl Fn(usize, &str) -> bool) -> Vec<String> {
    let wanted = words.iter().enumerate().filter(|(at, word)| is_wanted(*at, word));
    let mut found: Vec<String> = wanted.map(|(_, word)| word.clone()).collect();
    found.sort_unstable();
    found
}

/// The names of Acts and regulations in a text, with their years, sorted.
fn laws(text: &str) -> Vec<String> {
    let ranges = word_ranges(text);
    let word = |at: usize| &text[ranges[at].clone()];
    let is_capital = |at: usize| word(at).starts_with(char::is_uppercase);
    let mut found = Vec::new();
    for last in (1..ranges.len()).filter(|&at| LEGISLATION.contains(&word(at))) {
        let mut first = last;
        let begins_before = |at: usize| is_capital(at) || INSIDE_NAMES.contains(&word(at));
        while first > last.saturating_sub(MOST_WORDS) && begins_before(first - 1) {
            first -= 1;
        }
        while first < last && !(is_capital(first) && first > 0) {
            first += 1;
        }
        let year = ranges.get(last + 1).map(|range| &text[range.clone()]);
        let year = year.filter(|year| year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()));
        if first < last {
            let name = text[ranges[first].start..ranges[last].end].split_whitespace();
            found.push(name.chain(year).collect::<Vec<_>>().join(" "));
        }
    }
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(section: Section, old: &str, new: &str) -> Vec<(&'static str, String)> {
        events(section, old, new).into_iter().map(|(event, note)| (event.name(), note)).collect()
    }

    fn skill(old: &str, new: &str) -> Vec<(&'static str, String)> {
        names(Section::Statements(Kind::Skill), old, new)
    }

    fn only(name: &'static str) -> Vec<(&'static str, String)> {
        vec![(name, String::new())]
    }

    #[test]
    fn small_changes_are_editorial() {
        let cases = [
            ("Pass the boats.", "Pass boats."),
            ("Organize gates, paddles and ropes.", "Organise paddles, ropes and the gate."),
            ("The color of water", "The colour of the water"),
            ("The way that it rises", "The ways in which it rises"),
            ("Stay calm whist working.", "Stay calm whilst working."),
            ("The life-cycle of a boat", "The lifecycle of a boat"),
            ("Recieve boats.", "Receive boats."),
            ("Wait whilst it fills.", "Wait while it fills."),
            ("Lift 1,000 kg from 2m.", "Lift 1000 kg from 2 m."),
            ("Log it every 3 hours.", "Log it every three hours."),
            ("Follow the Canal Act (1999).", "Follow the Canal Act 1999."),
        ];
        for (old, new) in cases {
            assert_eq!(skill(old, new), only("reworded-editorial"), "{old}");
        }
        assert_eq!(skill("Pass 'boats'.", "pass ‘boats’"), only("typography"));
        assert_eq!(skill("Pass boats.", "Pass boats."), []);
    }

    #[test]
    fn scope_grows_and_shrinks() {
        assert_eq!(
            skill("Wear a lifejacket.", "Wear a lifejacket and help others to."),
            only("scope-extended")
        );
        assert_eq!(skill("Wear a lifejacket and gloves.", "Wear a lifejacket."), only("scope-narrowed"));
        assert_eq!(skill("Wear a lifejacket.", "Wear gloves."), only("reworded"));
    }

    #[test]
    fn what_matters_is_named() {
        let note = |name: &'static str, note: &str| vec![(name, note.to_owned())];
        assert_eq!(
            skill("Log it within 24 hours.", "Log it within 12 hours."),
            note("number-changed", "24 → 12")
        );
        assert_eq!(skill("Work alone.", "Never work alone."), note("negation-changed", "+ never"));
        assert_eq!(
            skill("Sail with a pilot.", "Sail without a pilot."),
            note("negation-changed", "+ without")
        );
        assert_eq!(skill("Keep it at 20°C.", "Keep it at -20°C."), note("number-changed", "20 → -20"));
        assert_eq!(
            skill("Assist with repairs.", "Take responsibility for repairs."),
            note("obligation-changed", "assist → take responsibility")
        );
        assert_eq!(
            skill("Follow the Canal Safety Regulations 1999.", "Follow the Canal Safety Regulations 2002."),
            note("legislation-changed", "Canal Safety Regulations 1999 → Canal Safety Regulations 2002")
        );
    }

    #[test]
    fn small_words_that_say_something_are_no_slip() {
        for (old, new) in [
            ("Take goods to the quay.", "Take goods from the quay."),
            ("Check own work.", "Check the work of others."),
            ("Work within the limits.", "Work outside the limits."),
        ] {
            assert_eq!(skill(old, new), only("reworded"), "{old}");
        }
    }

    #[test]
    fn a_dimension_is_no_quantity() {
        for text in ["Draw in 3D.", "Draw in 3-D.", "Draw three-dimensional plans."] {
            assert!(skill(text, "Draw plans.").iter().all(|(name, _)| *name != "number-changed"), "{text}");
        }
    }

    #[test]
    fn what_only_leads_to_a_statement_is_wording() {
        for (old, new) in [
            ("Be able to moor a boat.", "Moor a boat."),
            ("Moor a boat.", "Have the ability to moor boats."),
            ("Be able to support crews.", "Supports crews."),
        ] {
            assert_eq!(skill(old, new), only("reworded-editorial"), "{old}");
        }
        assert_eq!(skill("Be able to moor a boat and a raft.", "Moor a boat."), only("scope-narrowed"));
        let lead = vec![("obligation-changed", "support → lead".to_owned())];
        assert_eq!(skill("Be able to support crews.", "Be able to lead crews."), lead);
    }

    #[test]
    fn a_choice_and_an_obligation_are_no_correction() {
        let note = |name: &'static str, note: &str| vec![(name, note.to_owned())];
        assert_eq!(
            skill("Log gates or boats.", "Log gates and boats."),
            note("conjunction-changed", "or → and")
        );
        assert_eq!(
            skill("Log gates and boats.", "Log gates or boats."),
            note("conjunction-changed", "and → or")
        );
        assert_eq!(skill("Crews may moor.", "Crews must moor."), note("obligation-changed", "may → must"));
        let found =
            names(Section::Statements(Kind::Knowledge), "When crews may moor.", "When crews must moor.");
        assert_eq!(found, note("obligation-changed", "may → must"));
    }

    #[test]
    fn knowledge_has_no_obligation() {
        let found = names(Section::Statements(Kind::Knowledge), "Support for crews.", "Leadership of crews.");
        assert_eq!(found, only("reworded"));
    }

    #[test]
    fn names_of_legislation_are_found() {
        assert_eq!(
            laws("Under the Health and Safety at Work Act 1974, and more"),
            ["Health and Safety at Work Act 1974"]
        );
        assert_eq!(laws("Act in line with the rules. Order parts."), Vec::<String>::new());
    }
}
