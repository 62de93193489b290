//! How surely codes in a text are meant as codes of the standard: "S3" is a bucket too, and "B12" a vitamin.

use super::scan::Run;

/// How surely codes are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    /// Something else is meant, or nothing tells.
    No,
    /// They are, if the document cites in other places.
    Perhaps,
    /// They are.
    Yes,
}

impl Grade {
    /// The grade where nothing doubtful is to count.
    pub(super) fn sure(self) -> Self {
        if self == Self::Yes { self } else { Self::No }
    }
}

/// What stands in front of codes, and introduces them.
const LABELS: [&str; 36] = [
    "addressed",
    "addresses",
    "and",
    "behaviour",
    "behaviours",
    "code",
    "codes",
    "covered",
    "covers",
    "criteria",
    "duty",
    "evidence",
    "evidenced",
    "evidences",
    "for",
    "ksb",
    "ksbs",
    "knowledge",
    "linked",
    "links",
    "map",
    "mapped",
    "mapping",
    "maps",
    "meets",
    "met",
    "none",
    "of",
    "or",
    "related",
    "relevant",
    "skill",
    "skills",
    "statement",
    "statements",
    "to",
];

/// Words behind which nothing else is meant.
const CUES: [&str; 2] = ["ksb", "ksbs"];

/// Words behind which codes of a standard are meant if the document cites at all.
const PERHAPS_CUES: [&str; 22] = [
    "addresses",
    "against",
    "behaviour",
    "behaviours",
    "covering",
    "covers",
    "criteria",
    "criterion",
    "demonstrates",
    "evidence",
    "evidences",
    "evidencing",
    "knowledge",
    "mapped",
    "maps",
    "meets",
    "meeting",
    "skill",
    "skills",
    "statement",
    "statements",
    "towards",
];

/// Words behind which something else is meant.
const OTHER_BEFORE: [&str; 46] = [
    "amazon",
    "annex",
    "appendix",
    "aws",
    "bay",
    "bed",
    "block",
    "bolt",
    "box",
    "bucket",
    "building",
    "cefr",
    "cell",
    "chapter",
    "class",
    "column",
    "connector",
    "door",
    "fig",
    "figure",
    "flat",
    "form",
    "gate",
    "grade",
    "grid",
    "jack",
    "junction",
    "level",
    "locker",
    "model",
    "page",
    "pin",
    "platform",
    "question",
    "relay",
    "road",
    "room",
    "row",
    "seat",
    "section",
    "size",
    "switch",
    "table",
    "terminal",
    "vitamin",
    "vitamins",
];

/// Words in front of which something else is meant.
const OTHER_BEHIND: [&str; 40] = [
    "battery",
    "bolt",
    "bolts",
    "bomber",
    "bucket",
    "buckets",
    "certificate",
    "class",
    "connector",
    "deficiency",
    "dog",
    "dogs",
    "envelope",
    "file",
    "flat",
    "form",
    "forms",
    "grade",
    "handler",
    "key",
    "level",
    "licence",
    "line",
    "locker",
    "paper",
    "poster",
    "relay",
    "road",
    "room",
    "route",
    "seat",
    "sheet",
    "switch",
    "train",
    "unit",
    "units",
    "vessel",
    "visa",
    "vitamin",
    "vitamins",
];

/// Words that go on with a sentence behind a code that is its object.
const GOES_ON: [&str; 22] = [
    "also", "and", "are", "as", "at", "because", "by", "can", "during", "for", "from", "has", "have", "in",
    "is", "or", "through", "was", "well", "were", "when", "with",
];

/// Whether nothing stands in a text but marks and words that introduce codes.
pub(super) fn says_nothing(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| LABELS.contains(&word.to_lowercase().as_str()))
}

/// How surely the codes of a list in running text are meant.
pub(super) fn in_text(text: &str, run: &Run) -> Grade {
    let range = run.range();
    let (before, behind) = (&text[..range.start], &text[range.end..]);
    let lead = words_before(before);
    let is_lead = |known: &[&str]| lead.iter().any(|word| known.contains(&word.as_str()));
    if is_lead(&CUES) {
        return Grade::Yes;
    }
    let next = word_behind(behind).to_lowercase();
    let nearest = if before.ends_with([' ', '\u{a0}', '-']) { lead.first() } else { None };
    if is_other(nearest.map_or("", String::as_str), &next, behind) {
        return Grade::No;
    }
    let is_list = run.count() > 1;
    if is_list && run.is_mixed() {
        return Grade::Yes;
    }
    let in_brackets = before.ends_with(['(', '[']) && behind.starts_with([')', ']', ',', ';', ':']);
    let begins = before.trim_start_matches(|c: char| !c.is_alphanumeric()).is_empty();
    let is_apart = begins && (next.is_empty() || begins_text(behind));
    let is_object = behind.starts_with(['.', ',', ';', ')', ':', '?', '!'])
        || behind.trim().is_empty()
        || GOES_ON.contains(&next.as_str());
    if is_list || in_brackets || is_apart || is_lead(&PERHAPS_CUES) || is_object {
        Grade::Perhaps
    } else {
        Grade::No
    }
}

/// The last few words in front of the codes, in lower case, the nearest first; of the same sentence.
fn words_before(before: &str) -> Vec<String> {
    let sentence = before.rsplit(['.', '!', '?', '\n']).next().unwrap_or_default();
    let words = sentence.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.rev().take(3).map(str::to_lowercase).collect()
}

/// The word right behind the codes, if only a space stands between.
fn word_behind(behind: &str) -> &str {
    let rest = behind.strip_prefix([' ', '\u{a0}', '-']).unwrap_or("");
    &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())]
}

/// Whether the words around the codes tell that something else is meant.
fn is_other(nearest: &str, next: &str, behind: &str) -> bool {
    let is_named = OTHER_BEFORE.contains(&nearest.trim_end_matches('s')) || OTHER_BEFORE.contains(&nearest);
    is_named || OTHER_BEHIND.contains(&next) || behind.starts_with(['%', '°'])
}

/// Whether a text begins behind a code: a mark, or a capital letter.
pub(super) fn begins_text(behind: &str) -> bool {
    let rest = behind.trim_start();
    let bare = rest.trim_start_matches([':', '.', ')', '-', '–', '—', '*', '|', ']']);
    bare.len() < rest.len() || bare.starts_with(char::is_uppercase) || behind.starts_with(['\n', '\t'])
}
