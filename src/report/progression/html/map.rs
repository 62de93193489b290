//! The map as a picture: columns by level, the occupation in focus, and arrows as wide as the amount that carries over.

use maud::{Markup, html};

use super::super::words::{level, name};
use super::shared::weight;
use crate::progression::{Direction, Focus, FocusLink, OccupationRecord};
use crate::report::text::escaped;
use crate::report::width::char_width;

/// The columns, and what levels they hold.
const COLUMNS: [[&str; 2]; 4] = [
    ["Technical occupations", "Levels 2–3"],
    ["Higher technical occupations", "Levels 4–5"],
    ["Professional occupations", "Levels 6–7"],
    ["Level not stated", ""],
];
/// How wide a box is.
const BOX: usize = 232;
/// How much room there is between two columns, and around them: arrows within a column bend into it.
const GAP: usize = 96;
/// The room at the sides.
const SIDE: usize = 56;
/// Where the boxes begin.
const TOP: usize = 72;
/// How high a line is.
const LINE: usize = 20;
/// The room in a box above and below its lines.
const PAD: usize = 11;
/// The room between two boxes.
const BETWEEN: usize = 16;
/// How many columns of text fit on a line of a box.
const FITS: usize = 27;
/// The most lines that a title has.
const MOST_LINES: usize = 3;

/// A box of the map.
struct Card<'f> {
    column: usize,
    lines: Vec<String>,
    below: String,
    /// `None` for the occupation in focus.
    link: Option<&'f FocusLink<'f>>,
    top: usize,
}

impl Card<'_> {
    fn height(&self) -> usize {
        (self.lines.len() + 1) * LINE + 2 * PAD
    }

    fn left(&self) -> usize {
        SIDE + self.column * (BOX + GAP)
    }

    fn middle(&self) -> usize {
        self.top + self.height() / 2
    }
}

/// The column of a level.
fn column(level: Option<i64>) -> usize {
    match level {
        Some(..=3) => 0,
        Some(4..=5) => 1,
        Some(6..) => 2,
        None => 3,
    }
}

/// Renders the map.
pub(super) fn map(focus: &Focus<'_>) -> Markup {
    let cards = placed(focus);
    let columns = if cards.iter().any(|card| card.column == 3) { 4 } else { 3 };
    let width = 2 * SIDE + columns * BOX + (columns - 1) * GAP;
    let height = cards.iter().map(|card| card.top + card.height()).max().unwrap_or(TOP) + BETWEEN;
    let own = cards.iter().find(|card| card.link.is_none());
    html! {
        div class="progression-picture" role="region" tabindex="0" aria-label="Progression map" {
            svg class="progression-map" viewBox=(format!("0 0 {width} {height}")) width=(width) height=(height)
                role="img" aria-labelledby="progression-map-title progression-map-says" {
                title id="progression-map-title" { "Progression map for " (escaped(&name(focus.occupation))) }
                desc id="progression-map-says" { "The table below has the same information." }
                defs {
                    marker id="progression-arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="14"
                        markerHeight="14" markerUnits="userSpaceOnUse" orient="auto-start-reverse" {
                        path d="M0 0L10 5L0 10z" {}
                    }
                }
                @for (at, [heading, levels]) in COLUMNS.iter().take(columns).enumerate() { (head(at, heading, levels)) }
                @if let Some(own) = own { @for card in &cards { (arrow(own, card)) } }
                @for card in &cards { (boxed(card)) }
            }
        }
    }
}

/// The boxes in their places: those of a column below each other, with the occupation in focus in the middle of its
/// column.
fn placed<'f>(focus: &'f Focus<'f>) -> Vec<Card<'f>> {
    let mut columns: [Vec<Card<'f>>; 4] = Default::default();
    for link in &focus.links {
        let (_, said) = weight(link);
        let card = card(link.other, &said, Some(link));
        columns[card.column].push(card);
    }
    let own = card(focus.occupation, "this occupation", None);
    let of_own = &mut columns[own.column];
    of_own.insert(of_own.len() / 2, own);
    let height = |cards: &[Card<'_>]| cards.iter().map(|card| card.height() + BETWEEN).sum::<usize>();
    let highest = columns.iter().map(|cards| height(cards)).max().unwrap_or(0);
    for cards in &mut columns {
        let mut top = TOP + (highest - height(cards)) / 2;
        for card in cards {
            card.top = top;
            top += card.height() + BETWEEN;
        }
    }
    columns.into_iter().flatten().collect()
}

fn card<'f>(one: &OccupationRecord, said: &str, link: Option<&'f FocusLink<'f>>) -> Card<'f> {
    let level = level(one.level);
    let below = if link.is_some() { format!("{level}: {said}") } else { format!("{level}, {said}") };
    Card { column: column(one.level), lines: lines(&one.title), below, link, top: 0 }
}

/// A title in lines that fit in a box.
fn lines(title: &str) -> Vec<String> {
    let title = escaped(title);
    let mut lines = vec![String::new()];
    let width = |text: &str| text.chars().map(char_width).sum::<usize>();
    for word in title.split_whitespace() {
        let last = lines.last_mut().expect("there is a line");
        if !last.is_empty() && width(last) + 1 + width(word) > FITS {
            lines.push(word.to_owned());
        } else {
            last.push_str(if last.is_empty() { "" } else { " " });
            last.push_str(word);
        }
    }
    let is_longer = lines.len() > MOST_LINES;
    lines.truncate(MOST_LINES);
    let count = lines.len();
    for (at, line) in lines.iter_mut().enumerate() {
        let is_cut = width(line) > FITS || is_longer && at + 1 == count;
        if is_cut {
            while width(line) > FITS - 1 {
                line.pop();
            }
            line.push('…');
        }
    }
    lines
}

fn head(at: usize, heading: &str, levels: &str) -> Markup {
    let left = SIDE + at * (BOX + GAP);
    html! {
        text class="progression-head" x=(left) y="24" { (heading) }
        text x=(left) y=(24 + LINE) { (levels) }
    }
}

fn boxed(card: &Card<'_>) -> Markup {
    let (left, top) = (card.left(), card.top);
    let class = if card.link.is_some() { "progression-box" } else { "progression-box progression-focus" };
    html! {
        rect class=(class) x=(left) y=(top) width=(BOX) height=(card.height()) rx="4" {}
        @for (at, line) in card.lines.iter().enumerate() {
            text class="progression-name" x=(left + PAD) y=(top + PAD + (at + 1) * LINE - 5) { (line) }
        }
        text x=(left + PAD) y=(top + PAD + (card.lines.len() + 1) * LINE - 5) { (card.below) }
    }
}

/// The arrow between the occupation in focus and another one.
fn arrow(own: &Card<'_>, card: &Card<'_>) -> Markup {
    let Some(link) = card.link else { return html! {} };
    let (share, _) = weight(link);
    let (source, target) = if link.direction == Direction::Into { (card, own) } else { (own, card) };
    let path = match source.column.cmp(&target.column) {
        std::cmp::Ordering::Less => {
            across(source.left() + BOX, source.middle(), target.left(), target.middle())
        }
        std::cmp::Ordering::Greater => {
            across(source.left(), source.middle(), target.left() + BOX, target.middle())
        }
        std::cmp::Ordering::Equal => {
            let (x, bend) = (source.left(), source.left() - SIDE + 8);
            format!(
                "M{x} {}C{bend} {} {bend} {} {x} {}",
                source.middle(),
                source.middle(),
                target.middle(),
                target.middle()
            )
        }
    };
    // From one to nine units wide.
    let width = format!("{}.{}", 1 + share / 125, share % 125 * 10 / 125);
    html! {
        path class="progression-arrow" d=(path) stroke-width=(width) marker-end="url(#progression-arrow)"
            marker-start=[(link.direction == Direction::Both).then_some("url(#progression-arrow)")] {}
    }
}

/// A path from one column to another.
fn across(from: usize, y: usize, to: usize, end: usize) -> String {
    let middle = usize::midpoint(from, to);
    format!("M{from} {y}C{middle} {y} {middle} {end} {to} {end}")
}
