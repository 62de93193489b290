//! Made-up versions of standards with known edits, so that the pairing is not tuned to one real pair.
#![allow(dead_code, reason = "each user needs a part")]

#[path = "../versions/mod.rs"]
pub(crate) mod versions;
mod words;

use serde_json::{Value, json};
use versions::Dice;
use words::{BEHAVIOURS, DUTIES, FIELDS, Field, Frame, KNOWLEDGE, SKILLS, SYNONYMS, TAILS};

/// How much a version was edited.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Strength {
    pub(crate) name: &'static str,
    /// The percentage that are edited …
    edited: usize,
    /// … in how many ways each …
    ways: usize,
    /// … are said in a completely different way, …
    recast: usize,
    /// … are dropped, with as many others put somewhere, …
    replaced: usize,
    /// … and are in another place.
    moved: usize,
}

/// From a light touch to a rewrite.
pub(crate) const STRENGTHS: [Strength; 5] = [
    Strength { name: "touched", edited: 30, ways: 1, recast: 0, replaced: 0, moved: 0 },
    Strength { name: "edited", edited: 60, ways: 2, recast: 0, replaced: 8, moved: 4 },
    Strength { name: "revised", edited: 80, ways: 2, recast: 20, replaced: 15, moved: 6 },
    Strength { name: "reworked", edited: 90, ways: 3, recast: 50, replaced: 20, moved: 10 },
    Strength { name: "rewritten", edited: 100, ways: 3, recast: 90, replaced: 30, moved: 15 },
];

/// The versions of one standard, and which code became which: the truth.
pub(crate) struct MadeUp {
    pub(crate) old: Value,
    pub(crate) new: Value,
    pub(crate) truth: Vec<(String, Option<String>)>,
}

/// The kinds, the letters of their codes and the ways to say them.
const LISTS: [(&str, &str, usize, &[Frame]); 4] = [
    ("knowledge", "K", 12, &KNOWLEDGE),
    ("skills", "S", 12, &SKILLS),
    ("behaviours", "B", 5, &BEHAVIOURS),
    ("duties", "D", 6, &DUTIES),
];

/// An item of the old version, and where it went.
struct Item {
    /// Its code in the old version, or `None` if it is new.
    old: Option<String>,
    said: Said,
    ksbs: Vec<String>,
}

/// Two versions, the same in every run. Whether siblings belong together, and which sides state a mapping, depends on
/// the number.
pub(crate) fn versions_of(number: usize, strength: Strength) -> MadeUp {
    let mut dice = Dice::new(977 * number as u64 + strength.ways as u64 * 31 + strength.recast as u64);
    let field = &FIELDS[number % FIELDS.len()];
    let mut made = MadeUp {
        old: json!({ "kind": "occupation", "reference": "ST9950", "version": "1.0", "title": "Made up" }),
        new: json!({ "kind": "occupation", "reference": "ST9950", "version": "1.1", "title": "Made up" }),
        truth: Vec::new(),
    };
    let coherent = number.is_multiple_of(2);
    let mut renamed: Vec<(String, Option<String>)> = Vec::new();
    for (list, letter, count, frames) in LISTS {
        let statements = written(field, (letter, count, frames), coherent, &mut dice);
        let later = edited(&statements, number, frames, strength, &mut dice);
        let code = |place: usize| format!("{letter}{}", place + 1);
        for item in &statements {
            let new = later.iter().position(|other| other.old == item.old).map(code);
            renamed.push((item.old.clone().expect("a code"), new));
        }
        let lists = |with: bool, items: &[Item], new: bool| -> Value {
            let item = |(place, item): (usize, &Item)| match letter {
                "D" if with => {
                    json!({ "code": code(place), "text": item.said.text, "ksbs": carried(&item.ksbs, &renamed, new) })
                }
                "D" => json!({ "code": code(place), "text": item.said.text, "ksbs": [] }),
                _ => json!({ "code": code(place), "text": item.said.text }),
            };
            items.iter().enumerate().map(item).collect()
        };
        made.old[list] = lists(number % 3 != 2, &statements, false);
        made.new[list] = lists(number.is_multiple_of(3), &later, true);
    }
    made.truth = renamed;
    made
}

/// The codes of a duty in one of the versions.
fn carried(codes: &[String], renamed: &[(String, Option<String>)], new: bool) -> Vec<String> {
    let carry = |code: &String| match renamed.iter().find(|(old, _)| old == code) {
        Some((_, later)) if new => later.clone(),
        _ => Some(code.clone()),
    };
    codes.iter().filter_map(carry).collect()
}

/// The items of one list of the old version. Each is about a different thing.
fn written(
    field: &'static Field,
    (letter, count, frames): (&str, usize, &'static [Frame]),
    coherent: bool,
    dice: &mut Dice,
) -> Vec<Item> {
    let mut things: Vec<usize> = (0..field.things.len()).collect();
    if !coherent {
        dice.shuffle(&mut things);
    }
    let mut ways: Vec<usize> = (0..frames.len()).collect();
    dice.shuffle(&mut ways);
    let item = |place: usize| {
        let ksbs =
            (0..2).flat_map(|n| [format!("K{}", 2 * place + n + 1), format!("S{}", 2 * place + n + 1)]);
        Item {
            old: Some(format!("{letter}{}", place + 1)),
            said: Said::new(field, frames[ways[place % ways.len()]], things[place % things.len()], dice),
            ksbs: if letter == "D" { ksbs.collect() } else { Vec::new() },
        }
    };
    (0..count).map(item).collect()
}

/// What a statement says, and how a rewrite would.
struct Said {
    text: String,
    recast: String,
}

impl Said {
    fn new(field: &Field, (frame, recast): Frame, thing: usize, dice: &mut Dice) -> Self {
        let things = field.things.len();
        let (a, b) = (field.things[thing], field.things[(thing + 1 + dice.below(things - 1)) % things]);
        let (place, people) =
            (field.places[dice.below(field.places.len())], field.people[dice.below(field.people.len())]);
        let fill = |frame: &str| {
            let text = frame.replace("{a}", a).replace("{b}", b);
            capital(&text.replace("{p}", place).replace("{w}", people))
        };
        Self { text: fill(frame), recast: fill(recast) }
    }
}

fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().into_iter().flat_map(char::to_uppercase).chain(rest).collect()
}

/// The items of the later version, in its order. New items are about something else, said in one of the same ways.
fn edited(
    items: &[Item],
    number: usize,
    frames: &'static [Frame],
    strength: Strength,
    dice: &mut Dice,
) -> Vec<Item> {
    let mut later: Vec<Item> = Vec::new();
    for item in items {
        if dice.below(100) < strength.replaced {
            let strange = &FIELDS[(number + 1 + dice.below(FIELDS.len() - 1)) % FIELDS.len()];
            let frame = frames[dice.below(frames.len())];
            let said = Said::new(strange, frame, dice.below(strange.things.len()), dice);
            later.insert(dice.below(later.len() + 1), Item { old: None, said, ksbs: Vec::new() });
            continue;
        }
        let is_recast = dice.below(100) < strength.recast;
        let mut text = if is_recast { item.said.recast.clone() } else { item.said.text.clone() };
        if dice.below(100) < strength.edited {
            (0..strength.ways).for_each(|_| text = turned(&text, dice));
        }
        let at = if dice.below(100) < strength.moved { dice.below(later.len() + 1) } else { later.len() };
        let said = Said { text, recast: String::new() };
        later.insert(at, Item { old: item.old.clone(), said, ksbs: item.ksbs.clone() });
    }
    later
}

/// One small edit: a different word, a different ending, one word fewer, or two halves swapped.
fn turned(text: &str, dice: &mut Dice) -> String {
    let stem = text.trim_end_matches('.');
    match dice.below(4) {
        0 => {
            let fits: Vec<_> = SYNONYMS.iter().filter(|(word, _)| stem.contains(word)).collect();
            let (word, other) =
                if fits.is_empty() { return ended(stem, dice) } else { fits[dice.below(fits.len())] };
            format!("{}.", stem.replacen(word, other, 1))
        }
        1 => ended(stem, dice),
        2 => {
            let mut words: Vec<&str> = stem.split(' ').collect();
            if words.len() > 4 {
                words.remove(1 + dice.below(words.len() - 1));
            }
            format!("{}.", words.join(" "))
        }
        _ => match stem.split_once(" and ") {
            Some((one, other)) => {
                let (front, last) = one.rsplit_once(' ').unwrap_or(("", one));
                let (first, rest) = other.split_once(' ').unwrap_or((other, ""));
                format!("{}.", format!("{front} {first} and {last} {rest}").trim())
            }
            None => ended(stem, dice),
        },
    }
}

fn ended(stem: &str, dice: &mut Dice) -> String {
    let tail = TAILS[dice.below(TAILS.len())];
    if stem.ends_with(tail) { format!("{stem}.") } else { format!("{stem}{tail}.") }
}

/// How many fields of work there are.
pub(crate) const FIELDS_OF_WORK: usize = FIELDS.len();

/// A statement from a different field of work from the versions with this number, said in a way that they do not use.
pub(crate) fn elsewhere(list: &str, number: usize, place: usize) -> String {
    let mut dice = Dice::new(7919 * number as u64 + place as u64);
    let strange = &FIELDS[(number + 1 + dice.below(FIELDS.len() - 1)) % FIELDS.len()];
    let frames = LISTS.iter().find(|(name, ..)| *name == list).map_or(&KNOWLEDGE[..], |list| list.3);
    Said::new(strange, frames[dice.below(frames.len())], dice.below(strange.things.len()), &mut dice).recast
}

impl Strength {
    /// Whether most of it is said differently.
    pub(crate) fn is_a_rewrite(self) -> bool {
        self.recast >= 50
    }
}
