//! Makes sentences in the style of standards, with no two in a list too much alike.

use super::attitudes::{ATTITUDES, OCCASIONS};
use super::content::{BEHAVIOURS, KNOWLEDGE, SKILLS, Statement, sentence};
use super::prng::Rng;
use super::words::{ACTIONS, ASPECTS, CONCERNS, CONDITIONS, QUALITIES, THINGS};

/// How many words two texts of a list may share.
///
/// From four on, statements can be near duplicates of each other, so no pair in a clean list is.
const MOST_SHARED: usize = 3;

/// Words that carry no meaning.
const SMALL: &[&str] =
    &["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"];

/// The words of the texts of one list.
#[derive(Default)]
pub(crate) struct Crowd(Vec<Vec<u64>>);

impl Crowd {
    /// The words of `texts`.
    pub(crate) fn of(texts: impl Iterator<Item = String>) -> Self {
        Self(texts.map(|text| words(&text)).collect())
    }

    /// Whether `text` shares few words with each of the texts.
    pub(crate) fn admits(&self, text: &str) -> bool {
        let own = words(text);
        self.0.iter().all(|other| other.iter().filter(|word| own.contains(word)).count() <= MOST_SHARED)
    }

    /// Draws with `make` until something fits, and adds it.
    pub(crate) fn draw<T>(&mut self, mut make: impl FnMut() -> T, text: impl Fn(&T) -> String) -> T {
        loop {
            let drawn = make();
            let words_of = text(&drawn);
            if self.admits(&words_of) {
                self.0.push(words(&words_of));
                return drawn;
            }
        }
    }
}

/// The words of `text` that mean something, each as a number. Words that begin alike count as one:
/// the singular and the plural of a thing, an act and the person who does it.
fn words(text: &str) -> Vec<u64> {
    let all = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut found: Vec<u64> = Vec::with_capacity(16);
    for word in all {
        let word = word.to_ascii_lowercase();
        if SMALL.contains(&word.as_str()) {
            continue;
        }
        let mut start = [0; 8];
        word.bytes().take(5).zip(&mut start).for_each(|(byte, place)| *place = byte);
        let number = u64::from_le_bytes(start);
        if !found.contains(&number) {
            found.push(number);
        }
    }
    found
}

/// A new statement of `list`.
pub(crate) fn statement(list: usize, rng: &mut Rng) -> Statement {
    let id = rng.guid();
    let two = list != BEHAVIOURS && rng.chance(20);
    let clauses = (0..=usize::from(two)).map(|_| clause(list, rng)).collect();
    let tail = if two { String::new() } else { tail(list, rng) };
    Statement { id, clauses, tail, verbatim: None }
}

/// What a statement of `list` is about.
pub(crate) fn clause(list: usize, rng: &mut Rng) -> String {
    match list {
        KNOWLEDGE => format!("the {} of {}", rng.pick(ASPECTS), thing(rng)),
        SKILLS if rng.chance(30) => {
            let [one, other] = two(ACTIONS, rng);
            format!("{one} and {other} {}", thing(rng))
        }
        SKILLS => format!("{} {}", rng.pick(ACTIONS), thing(rng)),
        _ => rng.pick(ATTITUDES).to_owned(),
    }
}

/// What comes after the clause of a statement of `list`.
pub(crate) fn tail(list: usize, rng: &mut Rng) -> String {
    if list == BEHAVIOURS {
        return format!(" {}", rng.pick(OCCASIONS));
    }
    if rng.chance(60) {
        return format!(" {} for {} and {}", rng.pick(CONDITIONS), thing(rng), thing(rng));
    }
    let list = rng.pick_some(CONCERNS, 3);
    format!(", including {}, {} and {}", list[0], list[1], list[2])
}

/// The text of a duty.
pub(crate) fn duty(rng: &mut Rng) -> String {
    let [one, other] = two(ACTIONS, rng);
    let condition = rng.pick(CONDITIONS);
    match rng.below(3) {
        0 => sentence(&format!("{one} {} {condition}", thing(rng))),
        1 => sentence(&format!("{one} and {other} {} {condition}", thing(rng))),
        _ => sentence(&format!("{one} {} and {other} {}", thing(rng), thing(rng))),
    }
}

/// A sentence of prose.
pub(crate) fn prose(rng: &mut Rng) -> String {
    const WHO: &[&str] =
        &["employers", "larger organisations", "small firms", "supervisors", "teams", "specialists"];
    const DEGREE: &[&str] = &["also", "frequently", "often", "rarely", "regularly", "sometimes", "usually"];
    let [one, other] = two(ACTIONS, rng);
    let (who, degree, condition) = (rng.pick(WHO), rng.pick(DEGREE), rng.pick(CONDITIONS));
    match rng.below(3) {
        0 => sentence(&format!("{who} {degree} {one} {} {condition}", thing(rng))),
        1 => sentence(&format!("{who} {degree} {one} and {other} {}", thing(rng))),
        _ => {
            let (aspect, concern) = (rng.pick(ASPECTS), rng.pick(CONCERNS));
            sentence(&format!(
                "{who} {degree} {one} {} with regard to {concern} and the {aspect} of {}",
                thing(rng),
                thing(rng)
            ))
        }
    }
}

/// Sentences of prose, as one paragraph.
pub(crate) fn paragraph(rng: &mut Rng) -> String {
    let count = rng.between(3, 6);
    (0..count).map(|_| prose(rng)).collect::<Vec<_>>().join(" ")
}

/// Something to work on.
pub(crate) fn thing(rng: &mut Rng) -> String {
    format!("{} {}", rng.pick(QUALITIES), rng.pick(THINGS))
}

/// Two different words of `all`.
fn two(all: &[&'static str], rng: &mut Rng) -> [&'static str; 2] {
    let first = rng.below(all.len());
    let second = (first + 1 + rng.below(all.len() - 1)) % all.len();
    [all[first], all[second]]
}
