//! Drafts the first version of a standard.

use std::rc::Rc;

use super::content::{BEHAVIOURS, Choice, Duty, Lars, Sort, Statement, Version};
use super::frame::Frame;
use super::grammar::{Crowd, duty, statement, thing};
use super::names::{FIELDS, ROLES, ROUTES};
use super::outline::Outline;
use super::prng::Rng;
use super::timeline::Stage;
use super::words::QUALITIES;

/// Roughly the fewest and the most statements of an apprenticeship: at least as many of each kind as there are duties,
/// so that each duty gets some.
const FEWEST: usize = 32;
/// See [`FEWEST`].
const MOST: usize = 230;

/// The first version of `outline`, with the shortest frame and about this many statements.
pub(crate) fn draft(seed: u64, outline: &Outline, stage: Stage, statements: usize) -> Version {
    let mut rng = Rng::of(&[seed, outline.index as u64, 4]);
    let title = title(outline.index);
    let (route, pathways) = ROUTES[rng.below(ROUTES.len())];
    let frame = Frame::new(&title, pathways[rng.below(2)], &mut rng);
    let level = match outline.sort {
        Sort::Apprenticeship => rng.between(2, 7),
        Sort::Foundation => 2,
        Sort::Unit => rng.between(2, 5),
    } as u64;
    let is_degree = level > 5 && rng.chance(50);
    let regulated = rng.chance(20);
    let lists = lists(outline, statements, &mut rng);
    let options = options(outline, &mut rng);
    let duties = duties(outline, &lists, &options, &mut rng);
    let mut keywords: Vec<String> = title.split(' ').map(str::to_owned).collect();
    keywords.push(if is_degree { "Degree apprenticeship" } else { "Vocational training" }.to_owned());
    Version {
        sort: outline.sort,
        reference: outline.reference(),
        occupation: format!("OCC{:04}", outline.number),
        number: stage.number.clone(),
        number_again: stage.number,
        status: stage.status.to_owned(),
        title,
        level,
        lars: lars(outline),
        duration: if outline.sort == Sort::Unit { 3 } else { rng.between(8, 48).max(12) as u64 },
        funding: rng.between(3, 27) as u64 * 1000,
        route: route.to_owned(),
        dates: stage.dates,
        change: "Approved for delivery".to_owned(),
        core_and_options: outline.has_options,
        options,
        duties,
        lists,
        regulated,
        regulated_body: if regulated { format!("Board of {}", thing(&mut rng)) } else { String::new() },
        integrated_degree: if is_degree { "integrated degree" } else { "non-degree qualification" }
            .to_owned(),
        keywords,
        left_out: None,
        frame: Rc::new(frame),
    }
}

/// A title that no other standard has; the first version of a standard always has the same one.
fn title(index: usize) -> String {
    let pairs = FIELDS.len() * ROLES.len();
    // A step that has no divisor in common with the number of pairs visits each of them once.
    let place = (index * 1_009) % pairs;
    let (field, role) = (FIELDS[place % FIELDS.len()], ROLES[place / FIELDS.len()]);
    let words = match index / pairs {
        0 => format!("{field} {role}"),
        round => format!("{} {field} {role}", QUALITIES[round % QUALITIES.len()]),
    };
    let (first, rest) = words.split_at(1);
    format!("{}{rest}", first.to_ascii_uppercase())
}

fn lars(outline: &Outline) -> Lars {
    match outline.sort {
        Sort::Unit => Lars::Text(format!("Z99{:05}", outline.index)),
        _ => Lars::Number(90_000 + outline.index as u64),
    }
}

/// Statements are most of what a standard says: published ones have 60 to 100 of them, as many
/// skills as knowledge statements, and few behaviours.
fn lists(outline: &Outline, statements: usize, rng: &mut Rng) -> [Vec<Statement>; 3] {
    let technical = statements.clamp(FEWEST, MOST) * 46 / 100;
    let (low, high) = (technical * 9 / 10, technical * 11 / 10);
    let counts = match outline.sort {
        Sort::Apprenticeship => [rng.between(low, high), rng.between(low, high), rng.between(5, 8)],
        Sort::Foundation => [rng.between(8, 14), rng.between(8, 14), rng.between(5, 9)],
        Sort::Unit => [rng.between(4, 9), rng.between(4, 9), 0],
    };
    [0, 1, 2].map(|list| {
        let mut crowd = Crowd::default();
        (0..counts[list]).map(|_| crowd.draw(|| statement(list, rng), Statement::text)).collect()
    })
}

fn options(outline: &Outline, rng: &mut Rng) -> Vec<Choice> {
    if !outline.has_options {
        return Vec::new();
    }
    let count = rng.between(2, 3);
    let qualities = rng.pick_some(QUALITIES, count);
    let title = |quality: &str, rng: &mut Rng| {
        let (first, rest) = quality.split_at(1);
        format!("{}{rest} {}", first.to_ascii_uppercase(), rng.pick(ROLES))
    };
    qualities.into_iter().map(|quality| Choice { id: rng.guid(), title: title(quality, rng) }).collect()
}

/// Duties with each statement mapped to at least one of them, and each behaviour to at least two.
/// The last two duties of each option belong only to it.
fn duties(outline: &Outline, lists: &[Vec<Statement>; 3], options: &[Choice], rng: &mut Rng) -> Vec<Duty> {
    if outline.sort != Sort::Apprenticeship {
        return Vec::new();
    }
    let count = rng.between(9, 12);
    let mut crowd = Crowd::default();
    let mut duties: Vec<Duty> = (0..count)
        .map(|_| Duty {
            id: rng.guid(),
            text: crowd.draw(|| duty(rng), Clone::clone),
            needs: [const { Vec::new() }; 3],
            options: Vec::new(),
        })
        .collect();
    for (list, statements) in lists.iter().enumerate() {
        for (place, statement) in statements.iter().enumerate() {
            let more = if list == BEHAVIOURS { 3 } else { rng.below(7) };
            need(&mut duties, list, place, statement.id, more, rng);
        }
    }
    for (place, duty) in duties.iter_mut().enumerate() {
        let behaviours = &lists[BEHAVIOURS];
        let id = behaviours[place % behaviours.len()].id;
        if !duty.needs[BEHAVIOURS].contains(&id) {
            duty.needs[BEHAVIOURS].push(id);
        }
    }
    for (place, option) in options.iter().enumerate() {
        let end = duties.len() - 2 * place;
        duties[end - 2..end].iter_mut().for_each(|duty| duty.options.push(option.id));
    }
    duties
}

/// Maps a statement to the duty at `place` and up to `more` others.
fn need(duties: &mut [Duty], list: usize, place: usize, id: u128, more: usize, rng: &mut Rng) {
    let first = place % duties.len();
    let mut chosen = vec![first];
    chosen.extend((0..more).map(|_| rng.below(duties.len())));
    if list == BEHAVIOURS {
        // A duty other than the first, whatever is drawn.
        chosen.push((first + 1) % duties.len());
    }
    chosen.sort_unstable();
    chosen.dedup();
    for duty in chosen {
        duties[duty].needs[list].push(id);
    }
}
