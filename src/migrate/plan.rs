//! What becomes of each code of a standard.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::diff::{Band, ChangeId, Comparison, Event, Item, ItemRef, Pair, Section};
use crate::model::{Code, folded};

/// What becomes of the code of a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It has this code now.
    Moves(Code),
    /// The statement was split into those with these codes.
    Split(Vec<Code>),
    /// The statement was removed.
    Removed,
    /// The new document does not say: it is cut off, or has no such list.
    Unknown,
}

/// Why text that cites a statement needs to be read again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RereadReason {
    /// It is not certain that the two statements correspond.
    Unsure,
    /// Its words changed in this way, and these words in particular.
    Changed(Event, String),
    /// It was merged with others.
    Merged,
    /// It is of another kind.
    OtherKind,
}

impl fmt::Display for RereadReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unsure => f.write_str("may not be the same statement"),
            Self::Changed(event, note) => {
                f.write_str(&event.name().replace('-', " "))?;
                if note.is_empty() { Ok(()) } else { write!(f, " ({note})") }
            }
            Self::Merged => f.write_str("merged with others"),
            Self::OtherKind => f.write_str("now a different kind"),
        }
    }
}

/// A statement of the old version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// What becomes of its code.
    pub fate: Fate,
    /// Why text that cites it needs to be read again; empty if it does not.
    pub reread_reasons: Vec<RereadReason>,
    /// What it said.
    pub old_text: String,
    /// What it says now. The texts of a split are joined by spaces; for a statement that was removed, it is empty.
    pub new_text: String,
}

impl Planned {
    /// The code that replaces its own; none if that is undecided.
    #[must_use]
    pub fn moves_to(&self) -> Option<Code> {
        match self.fate {
            Fate::Moves(code) => Some(code),
            _ => None,
        }
    }
}

/// What becomes of the codes of a standard, from one version to another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    statements: BTreeMap<Code, Planned>,
    /// The statements that are new, and what they say.
    added: BTreeMap<Code, String>,
}

impl Plan {
    /// The plan that a comparison of two versions gives.
    #[must_use]
    pub fn new(compared: &Comparison<'_>) -> Self {
        let mut plan = Self::default();
        for (at, pair) in compared.pairs.iter().enumerate() {
            for &old in &pair.old {
                plan.add(&compared.old.items[old], planned(compared, at, pair, old));
            }
        }
        for one in &compared.unpaired {
            match one.item {
                ItemRef::Old(old) => {
                    let item = &compared.old.items[old];
                    plan.add(item, alone(item, Fate::Removed));
                }
                ItemRef::New(new) => {
                    let item = &compared.new.items[new];
                    let code = item.code.filter(|_| is_statement(item));
                    plan.added.extend(code.map(|code| (code, item.text.to_owned())));
                }
            }
        }
        for item in &compared.old.items {
            plan.add(item, alone(item, Fate::Unknown));
        }
        plan
    }

    /// Adds what becomes of an item, unless another item already has its code.
    fn add(&mut self, item: &Item<'_>, planned: Planned) {
        if let Some(code) = item.code.filter(|_| is_statement(item)) {
            self.statements.entry(code).or_insert(planned);
        }
    }

    /// The plan for two steps; `next` is the second.
    #[must_use]
    pub fn then(self, next: &Self) -> Self {
        let through = |planned: Planned| match &planned.fate {
            Fate::Moves(code) => match next.of(*code) {
                Some(step) => {
                    let reread_reasons =
                        planned.reread_reasons.into_iter().chain(step.reread_reasons.clone()).collect();
                    Planned { reread_reasons, old_text: planned.old_text, ..step.clone() }
                }
                None => planned,
            },
            Fate::Split(codes) => {
                let codes: BTreeSet<Code> = codes.iter().flat_map(|code| next.becomes(*code)).collect();
                let fate =
                    if codes.is_empty() { Fate::Removed } else { Fate::Split(codes.into_iter().collect()) };
                Planned { fate, ..planned }
            }
            Fate::Removed | Fate::Unknown => planned,
        };
        let statements: BTreeMap<Code, Planned> =
            self.statements.into_iter().map(|(code, planned)| (code, through(planned))).collect();
        let mut added = next.added.clone();
        for (code, text) in self.added {
            let now = next.of(code).filter(|step| step.moves_to().is_some());
            let text = now.map_or(text, |step| step.new_text.clone());
            added.extend(next.becomes(code).into_iter().map(|code| (code, text.clone())));
        }
        Self { statements, added }
    }

    /// The codes that a code of this plan's old version has become.
    fn becomes(&self, code: Code) -> Vec<Code> {
        match self.of(code).map(|planned| &planned.fate) {
            Some(Fate::Moves(code)) => vec![*code],
            Some(Fate::Split(codes)) => codes.clone(),
            Some(Fate::Removed) => Vec::new(),
            Some(Fate::Unknown) | None => vec![code],
        }
    }

    /// What becomes of a code; none if the old version does not have it.
    #[must_use]
    pub fn of(&self, code: Code) -> Option<&Planned> {
        self.statements.get(&code)
    }

    /// The statements of the old version, in the order of their codes.
    pub fn statements(&self) -> impl Iterator<Item = (Code, &Planned)> {
        self.statements.iter().map(|(code, planned)| (*code, planned))
    }

    /// The statements that only the new version has, in the order of their codes.
    pub fn added(&self) -> impl Iterator<Item = (Code, &str)> {
        self.added.iter().map(|(code, text)| (*code, text.as_str()))
    }
}

fn is_statement(item: &Item<'_>) -> bool {
    matches!(item.section, Section::Statements(_))
}

/// A statement without a counterpart.
fn alone(item: &Item<'_>, fate: Fate) -> Planned {
    Planned { fate, reread_reasons: Vec::new(), old_text: item.text.to_owned(), new_text: String::new() }
}

/// What becomes of an old item of a pair.
fn planned(compared: &Comparison<'_>, at: usize, pair: &Pair, old: usize) -> Planned {
    let item = &compared.old.items[old];
    let new: Vec<&Item<'_>> = pair.new.iter().map(|&new| &compared.new.items[new]).collect();
    let codes: Vec<Code> = new.iter().filter_map(|item| item.code).collect();
    let texts: Vec<&str> = new.iter().map(|item| item.text).collect();
    let new_text = texts.join(" ");
    let fate = match codes.as_slice() {
        [] => Fate::Unknown,
        [code] => Fate::Moves(*code),
        _ => Fate::Split(codes),
    };
    let is_same = folded(item.text) == folded(&new_text);
    let mut reread_reasons = Vec::new();
    if pair.band != Band::Sure {
        reread_reasons.push(RereadReason::Unsure);
    }
    if new.iter().any(|new| new.section != item.section) {
        reread_reasons.push(RereadReason::OtherKind);
    }
    if pair.old.len() > 1 && !is_same {
        reread_reasons.push(RereadReason::Merged);
    }
    reread_reasons.extend(compared.changes_of(at).filter(|_| !pair.is_group()).filter_map(|change| {
        match change.id {
            ChangeId::Item(_, event) if event.is_wording() && !is_editorial(event) => {
                Some(RereadReason::Changed(event, change.note.clone()))
            }
            _ => None,
        }
    }));
    Planned { fate, reread_reasons, old_text: item.text.to_owned(), new_text }
}

/// Whether a change of wording leaves what is asked for as it was.
fn is_editorial(event: Event) -> bool {
    matches!(event, Event::RewordedEditorial | Event::Typography)
}
