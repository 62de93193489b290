//! How certain it is that codes in a text are meant as codes of the standard: "S3" is a bucket too, and "B12" a
//! vitamin.

use std::borrow::Cow;

use super::block::Block;
use super::cues::{
    CUES, DONE, DONE_BEHIND, LABELS, NAMES, OTHER_BEHIND, SMALL, SMALL_BEHIND, has, is_device, is_place,
};
use super::gaps::sentence;
use super::mention::Run;
use super::vocabulary::in_small_letters;
use super::words::Words;
use crate::model::Kind;

/// How certain it is that codes are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    /// Something else is meant.
    Other,
    /// Nothing to go by.
    No,
    /// They begin a line, as in a list of codes; they count if the document cites the standard and has such a list.
    InList,
    /// They count if the document cites the standard in other places.
    Perhaps,
    /// They count.
    Yes,
}

impl Grade {
    /// The grade where nothing doubtful counts.
    pub(super) fn sure(self) -> Self {
        if matches!(self, Self::Yes | Self::Other) { self } else { Self::No }
    }
}

/// Whether a text has nothing but punctuation and words that introduce codes.
pub(super) fn says_nothing(text: &str) -> bool {
    Words::of(text).all(|range| has(&LABELS, &in_small_letters(&text[range])))
}

/// Whether the words before codes say that nothing else follows: `KSBs K1`, `KSBs for this unit: K1`. `lead` has the last
/// of them.
pub(super) fn is_behind_cue(before: &str, lead: &[Cow<'_, str>]) -> bool {
    let is_cue = |word: &str| has(&CUES, word);
    lead.iter().take(3).any(|word| is_cue(word))
        || label(before)
            .is_some_and(|label| Words::of(label).any(|word| is_cue(&in_small_letters(&label[word]))))
}

/// The words of the label that ends right before the codes: `Week 1 covers:`.
fn label(before: &str) -> Option<&str> {
    before.trim_end().strip_suffix([':', '=']).map(sentence)
}

/// The kind that the word directly before codes names.
fn named_kind(lead: &[Cow<'_, str>]) -> Option<Kind> {
    Some(match &**lead.first()? {
        "knowledge" => Kind::Knowledge,
        "skill" | "skills" => Kind::Skill,
        "behaviour" | "behaviours" => Kind::Behaviour,
        _ => return None,
    })
}

/// Whether the word directly before codes names their kind: `Skills: S1, S2`.
fn names_kind(run: &Run, lead: &[Cow<'_, str>]) -> bool {
    named_kind(lead).is_some_and(|kind| run.mentions.iter().all(|one| one.first.prefix.is_of(kind)))
}

/// How certain it is that the codes of a list in running text are meant. `lead` has the words before it, as
/// [`words_before`] gives them.
pub(super) fn in_text(block: &Block<'_>, run: &Run, lead: &[Cow<'_, str>]) -> Grade {
    let range = run.range();
    let (before, behind) = (&block.text[..range.start], &block.text[range.end..]);
    let is_label = label(before).is_some();
    let ends = !behind.contains(char::is_alphanumeric);
    if is_behind_cue(before, lead) || is_label && ends && names_kind(run, lead) {
        return Grade::Yes;
    }
    if is_other(block, run, lead) {
        return Grade::Other;
    }
    let in_brackets = opens_brackets(before) && behind.starts_with([')', ']', ',', ';', ':']);
    let begins = !before.contains(char::is_alphanumeric);
    let opens = begins && (ends || begins_text(behind) || is_item(block, behind));
    let is_capital = |c: char| c.is_uppercase();
    let is_title = opens
        && (ends
            || block.is_heading
            || behind.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(is_capital));
    let is_apart = in_brackets || is_title || is_label && ends || is_done(lead, behind);
    if run.is_mixed() && (is_apart || ends) {
        Grade::Yes
    } else if is_apart || run.has_knowledge_and_skills() || run.is_of_letters() {
        Grade::Perhaps
    } else if opens {
        Grade::InList
    } else {
        Grade::No
    }
}

/// The codes of a list in running text, with those that are written apart (`K 3`) only if it is clear that they are codes:
/// after words that say so, of several kinds in brackets or alone, or in a list with others that count.
pub(super) fn clear(block: &Block<'_>, run: Run) -> Option<Run> {
    if run.mentions.iter().all(|one| !one.is_spaced) {
        return Some(run);
    }
    let unspaced = run.unspaced();
    let range = run.range();
    let (before, behind) = (&block.text[..range.start], &block.text[range.end..]);
    let lead = words_before(before);
    let is_label = before.trim_end().ends_with(':');
    let ends = !behind.contains(char::is_alphanumeric);
    let is_of_kind = is_label && named_kind(&lead).is_some();
    let in_brackets = opens_brackets(before) && behind.starts_with([')', ']']);
    let is_alone = ends && (is_label || !before.contains(char::is_alphanumeric));
    let is_clear = is_behind_cue(before, &lead)
        || is_of_kind && ends
        || run.has_knowledge_and_skills() && (in_brackets || is_alone)
        || unspaced.as_ref().is_some_and(|rest| {
            in_text(block, rest, &words_before(&block.text[..rest.range().start])) > Grade::InList
        });
    if is_clear { Some(run) } else { unspaced }
}

/// Whether a bracket opens at the end of a text, other than the bracket of a function: `SUM(`.
fn opens_brackets(before: &str) -> bool {
    before.strip_suffix(['(', '[']).is_some_and(|before| !before.ends_with(char::is_alphanumeric))
}

/// Whether the words around the codes say that a statement is meant, or what is done with it.
fn is_done(lead: &[Cow<'_, str>], behind: &str) -> bool {
    let is_name = lead.first().is_some_and(|word| has(&NAMES, word));
    let done = lead.iter().find(|word| !has(&SMALL, word));
    let mut rest = Words::of(behind).map(|range| &behind[range]);
    let is_next = behind.starts_with(' ')
        && rest.find(|word| !has(&SMALL_BEHIND, word)).is_some_and(|word| has(&DONE_BEHIND, word));
    is_name || is_next || done.is_some_and(|word| has(&DONE, word))
}

/// The last few words before the codes, in the same sentence: in lower case, the nearest first.
pub(super) fn words_before(before: &str) -> Vec<Cow<'_, str>> {
    let is_gap = |c: char| !c.is_alphanumeric() && !matches!(c, '.' | '!' | '?' | '\n');
    let mut words = Vec::new();
    let mut rest = before.trim_end_matches(is_gap);
    while words.len() < 4 {
        let start = rest.trim_end_matches(char::is_alphanumeric).len();
        if start == rest.len() {
            break;
        }
        words.push(in_small_letters(&rest[start..]));
        rest = rest[..start].trim_end_matches(is_gap);
    }
    words
}

/// The word directly after the codes, if there is only a space between.
fn word_behind(behind: &str) -> &str {
    let rest = behind.strip_prefix([' ', '\u{a0}', '-']).unwrap_or("");
    &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())]
}

/// Whether a colon joins the codes to others, as in a range of spreadsheet cells: `B2:B9`.
fn are_cells(before: &str, behind: &str) -> bool {
    let ends = before.strip_suffix(':').is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()));
    let begins = matches!(behind.as_bytes(), [b':', letter, number, ..]
        if letter.is_ascii_uppercase() && number.is_ascii_digit());
    ends || begins
}

/// Whether what is around the codes shows that something else is meant. Rooms have one letter: a list of knowledge and
/// skills is not made rooms by the word before it.
pub(super) fn is_other(block: &Block<'_>, run: &Run, lead: &[Cow<'_, str>]) -> bool {
    let range = run.range();
    let (before, behind) = (&block.text[..range.start], &block.text[range.end..]);
    let nearest = if before.ends_with([' ', '\u{a0}', '-']) { lead.first() } else { None };
    nearest.is_some_and(|word| is_place(word) && (is_device(word) || !run.has_knowledge_and_skills()))
        || has(&OTHER_BEHIND, &in_small_letters(word_behind(behind)))
        || behind.starts_with(['%', '°'])
        || is_postcode(behind)
        || are_cells(before, behind)
}

/// Whether a code begins an item of a list that says what it is about: `K1 (drawing)`.
fn is_item(block: &Block<'_>, behind: &str) -> bool {
    block.cell.is_none() && behind.trim_start().starts_with('(')
}

/// Whether what follows makes a code the first half of a postcode: `S10 2TN`.
fn is_postcode(behind: &str) -> bool {
    let [b' ', digit, one, other, rest @ ..] = behind.as_bytes() else { return false };
    digit.is_ascii_digit()
        && one.is_ascii_uppercase()
        && other.is_ascii_uppercase()
        && !rest.first().is_some_and(u8::is_ascii_alphanumeric)
}

/// Whether a text begins after a code: with punctuation or a capital letter.
pub(super) fn begins_text(behind: &str) -> bool {
    let rest = behind.trim_start();
    let bare = rest.trim_start_matches([':', '.', ')', '-', '–', '—', '*', '|', ']']);
    bare.len() < rest.len() || bare.starts_with(char::is_uppercase) || behind.starts_with(['\n', '\t'])
}
