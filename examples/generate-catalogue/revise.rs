//! What may change from one version to the next, each change with a note.

use super::content::{BEHAVIOURS, Duty, KNOWLEDGE, SKILLS, Statement, Version};
use super::grammar::{Crowd, duty, statement, tail};
use super::prng::Rng;

/// A change, by the identifiers of what it changes: codes are known only when all changes have been made.
#[derive(Debug)]
pub(crate) struct Note {
    /// What happened, in the words of the manifest.
    pub(crate) change: &'static str,
    /// What was there before and became `new`.
    pub(crate) old: Vec<u128>,
    pub(crate) new: Vec<u128>,
    /// The duties whose mapping changed.
    pub(crate) duties: Vec<u128>,
    /// The value before and after, of a field.
    pub(crate) values: Option<[String; 2]>,
}

impl Note {
    fn new(change: &'static str, old: &[u128], new: &[u128]) -> Self {
        Self { change, old: old.to_vec(), new: new.to_vec(), duties: Vec::new(), values: None }
    }

    /// Whether neither touches what the other touches.
    fn is_apart_from(&self, other: &Self) -> bool {
        let touched = |note: &Self| -> Vec<u128> { note.old.iter().chain(&note.new).copied().collect() };
        let both_fields = self.values.is_some() && self.change == other.change;
        let own = touched(self);
        !both_fields && touched(other).iter().all(|id| !own.contains(id))
    }

    /// A field that has another value.
    pub(crate) fn field(change: &'static str, old: &impl ToString, new: &impl ToString) -> Self {
        Self { values: Some([old.to_string(), new.to_string()]), ..Self::new(change, &[], &[]) }
    }
}

/// The fewest statements that each list keeps.
const FEWEST: [usize; 3] = [4, 4, 4];

/// The changes of one step, none of which touches what another has touched, so that each of them is
/// visible in the two versions.
pub(crate) struct Revision<'v> {
    version: &'v mut Version,
    notes: Vec<Note>,
}

/// How many times a change is drawn again if it touches what has been touched.
const ATTEMPTS: usize = 8;

impl<'v> Revision<'v> {
    /// A revision without changes.
    pub(crate) fn of(version: &'v mut Version) -> Self {
        Self { version, notes: Vec::new() }
    }

    /// Makes a change, if it can be made.
    pub(crate) fn make(&mut self, change: impl Fn(&mut Version, &mut Rng) -> Option<Note>, rng: &mut Rng) {
        for _ in 0..ATTEMPTS {
            let mut changed = self.version.clone();
            let note = change(&mut changed, rng);
            if let Some(note) = note.filter(|note| self.notes.iter().all(|other| note.is_apart_from(other))) {
                *self.version = changed;
                self.notes.push(note);
                return;
            }
        }
    }

    /// What was changed.
    pub(crate) fn notes(self) -> Vec<Note> {
        self.notes
    }
}

/// Changes `version` as a new version does: at least one statement is reworded.
pub(crate) fn revise(version: &mut Version, rng: &mut Rng) -> Vec<Note> {
    let (sort, has_duties) = (version.sort, !version.duties.is_empty());
    let mut revision = Revision::of(version);
    let list = rng.below(sort.lists());
    revision.make(|version, rng| reword(version, list, rng), rng);
    for _ in 0..rng.between(1, 4) {
        let list = rng.below(sort.lists());
        let technical = if list == BEHAVIOURS { SKILLS } else { list };
        match rng.below(10) {
            0 | 1 => revision.make(|version, rng| reword(version, list, rng), rng),
            2 => revision.make(|version, rng| Some(add(version, list, rng)), rng),
            3 => revision.make(|version, rng| remove(version, list, rng), rng),
            4 => revision.make(|version, rng| split(version, technical, rng), rng),
            5 => revision.make(|version, rng| merge(version, technical, rng), rng),
            6 => revision.make(|version, rng| renumber(version, list, rng), rng),
            7 if has_duties => revision.make(|version, rng| Some(add_duty(version, rng)), rng),
            8 if has_duties => revision.make(|version, rng| map(version, KNOWLEDGE, rng), rng),
            _ => revision.make(|version, rng| Some(refund(version, rng)), rng),
        }
    }
    let notes = revision.notes();
    "Occupational standard and assessment plan revised".clone_into(&mut version.change);
    notes
}

/// The words of all statements of a list except those at `places`.
fn others(version: &Version, list: usize, places: &[usize]) -> Crowd {
    let all = version.lists[list].iter().enumerate().filter(|(place, _)| !places.contains(place));
    Crowd::of(all.map(|(_, statement)| statement.text()))
}

/// The positions in a list that pass `fits`, beginning with one that is drawn.
fn places(version: &Version, list: usize, fits: impl Fn(&Statement) -> bool, rng: &mut Rng) -> Vec<usize> {
    let all = &version.lists[list];
    let first = rng.below(all.len());
    (0..all.len()).map(|step| (first + step) % all.len()).filter(|place| fits(&all[*place])).collect()
}

/// Gives a statement other conditions or examples.
pub(crate) fn reword(version: &mut Version, list: usize, rng: &mut Rng) -> Option<Note> {
    let place = *places(version, list, |one| one.clauses.len() == 1, rng).first()?;
    let crowd = others(version, list, &[place]);
    let old = version.lists[list][place].clone();
    for _ in 0..50 {
        let new = Statement { tail: tail(list, rng), ..old.clone() };
        if new.tail != old.tail && crowd.admits(&new.text()) {
            version.lists[list][place] = new;
            return Some(Note::new("reworded", &[old.id], &[old.id]));
        }
    }
    None
}

/// Adds a statement at the end, under one duty or two.
pub(crate) fn add(version: &mut Version, list: usize, rng: &mut Rng) -> Note {
    let mut crowd = others(version, list, &[]);
    let new = crowd.draw(|| statement(list, rng), Statement::text);
    let mut note = Note::new("added", &[], &[new.id]);
    if !version.duties.is_empty() {
        let first = rng.below(version.duties.len());
        for place in [first, (first + 1) % version.duties.len()] {
            version.duties[place].needs[list].push(new.id);
            note.duties.push(version.duties[place].id);
        }
    }
    version.lists[list].push(new);
    note
}

/// Takes a statement out, if no duty loses its last one of the list.
pub(crate) fn remove(version: &mut Version, list: usize, rng: &mut Rng) -> Option<Note> {
    if version.lists[list].len() <= FEWEST[list] {
        return None;
    }
    let spare = |duty: &Duty, id: u128| duty.needs[list].len() > 1 || !duty.needs[list].contains(&id);
    let removable = |one: &Statement| version.duties.iter().all(|duty| spare(duty, one.id));
    let place = *places(version, list, removable, rng).first()?;
    let old = version.lists[list].remove(place);
    version.duties.iter_mut().for_each(|duty| duty.needs[list].retain(|id| *id != old.id));
    Some(Note::new("removed", &[old.id], &[]))
}

/// Makes two statements from the two clauses of one. The first keeps its identifier.
pub(crate) fn split(version: &mut Version, list: usize, rng: &mut Rng) -> Option<Note> {
    let parts = |one: &Statement| {
        let part = |clause: &String| Statement { clauses: vec![clause.clone()], ..one.clone() };
        one.clauses.iter().map(part).collect::<Vec<_>>()
    };
    let apart = |one: &Statement| {
        let parts = parts(one);
        let [first, second] = parts.as_slice() else { return false };
        one.tail.is_empty() && Crowd::of([first.text()].into_iter()).admits(&second.text())
    };
    let place = *places(version, list, apart, rng).first()?;
    let id = version.lists[list][place].id;
    let mut parts = parts(&version.lists[list][place]);
    let mut second = parts.pop()?;
    second.id = rng.guid();
    let note = Note::new("split", &[id], &[id, second.id]);
    for duty in &mut version.duties {
        if let Some(at) = duty.needs[list].iter().position(|need| *need == id) {
            duty.needs[list].insert(at + 1, second.id);
        }
    }
    version.lists[list].splice(place..=place, parts.into_iter().chain([second]));
    Some(note)
}

/// Makes one statement from two that follow each other. The identifier of the first is kept.
pub(crate) fn merge(version: &mut Version, list: usize, rng: &mut Rng) -> Option<Note> {
    if version.lists[list].len() <= FEWEST[list] {
        return None;
    }
    let all = &version.lists[list];
    let plain = |one: &Statement| one.clauses.len() == 1 && !one.tail.starts_with(',');
    let join = |place: usize| {
        let (one, other) = (all.get(place)?, all.get(place + 1)?);
        let body = |one: &Statement| format!("{}{}", one.clauses[0], one.tail);
        let clauses = vec![body(one), body(other)];
        let joined = Statement { clauses, tail: String::new(), ..one.clone() };
        let fits =
            plain(one) && plain(other) && others(version, list, &[place, place + 1]).admits(&joined.text());
        fits.then_some(joined)
    };
    let candidates = places(version, list, plain, rng);
    let (place, joined) = candidates.into_iter().find_map(|place| Some((place, join(place)?)))?;
    let gone = version.lists[list].remove(place + 1);
    for duty in &mut version.duties {
        let needs = &mut duty.needs[list];
        let kept = needs.contains(&joined.id);
        if let Some(at) = needs.iter().position(|id| *id == gone.id) {
            if kept {
                needs.remove(at);
            } else {
                needs[at] = joined.id;
            }
        }
    }
    let note = Note::new("merged", &[joined.id, gone.id], &[joined.id]);
    version.lists[list][place] = joined;
    Some(note)
}

/// Moves a statement to the end: it gets another number, and so do those after it.
pub(crate) fn renumber(version: &mut Version, list: usize, rng: &mut Rng) -> Option<Note> {
    let end = version.lists[list].len() - 1;
    let place = places(version, list, |_| true, rng).into_iter().find(|place| *place != end)?;
    let moved = version.lists[list].remove(place);
    let note = Note::new("renumbered", &[moved.id], &[moved.id]);
    version.lists[list].push(moved);
    Some(note)
}

/// Adds a duty of the core, after the others, with existing statements mapped to it.
pub(crate) fn add_duty(version: &mut Version, rng: &mut Rng) -> Note {
    let mut crowd = Crowd::of(version.duties.iter().map(|duty| duty.text.clone()));
    let text = crowd.draw(|| duty(rng), Clone::clone);
    let needs = [KNOWLEDGE, SKILLS, BEHAVIOURS].map(|list| {
        let all = &version.lists[list];
        let first = rng.below(all.len());
        vec![all[first].id, all[(first + 1) % all.len()].id]
    });
    let new = Duty { id: rng.guid(), text, needs, options: Vec::new() };
    let note = Note::new("duty added", &[], &[new.id]);
    version.duties.push(new);
    note
}

/// Maps a statement to one more duty, unless that maps it to every duty.
pub(crate) fn map(version: &mut Version, list: usize, rng: &mut Rng) -> Option<Note> {
    let few = |one: &Statement| version.duties_with(list, one.id).len() + 2 < version.duties.len();
    let place = *places(version, list, few, rng).first()?;
    let id = version.lists[list][place].id;
    let duty = version.duties.iter_mut().find(|duty| !duty.needs[list].contains(&id))?;
    duty.needs[list].push(id);
    Some(Note { duties: vec![duty.id], ..Note::new("mapping added", &[id], &[id]) })
}

/// Sets another funding band.
pub(crate) fn refund(version: &mut Version, rng: &mut Rng) -> Note {
    let new = version.funding + 1000 * rng.between(1, 4) as u64;
    let note = Note::field("funding", &version.funding, &new);
    version.funding = new;
    note
}

/// Sets another typical duration.
pub(crate) fn prolong(version: &mut Version) -> Note {
    let new = version.duration + 3;
    let note = Note::field("duration", &version.duration, &new);
    version.duration = new;
    note
}

/// Sets another level, without crossing into or out of degrees.
pub(crate) fn relevel(version: &mut Version) -> Note {
    let new = if version.level.is_multiple_of(2) { version.level + 1 } else { version.level - 1 };
    let note = Note::field("level", &version.level, &new);
    version.level = new;
    note
}

/// Sets another title.
pub(crate) fn retitle(version: &mut Version) -> Note {
    let new = format!("{} and trainer", version.title);
    let note = Note::field("title", &version.title, &new);
    version.title = new;
    note
}
