//! Prints how well statements and duties are paired: in real versions that were paired by a person, and in made-up ones
//! with known edits.
#![expect(clippy::disallowed_macros, clippy::print_stdout, reason = "it is what the example is for")]

#[path = "../tests/made_up/mod.rs"]
mod made_up;
#[path = "../tests/truth/mod.rs"]
mod truth;

use ksb::diff::{Band, Choices, compare};
use ksb::read::read;
use ksb::source::{Source, SourceId};
use made_up::{MadeUp, STRENGTHS, Strength, versions_of};
use truth::{Found, Line};

/// If there are more mistakes than this, they are not reported one by one.
const MOST: usize = 10;
/// How many made-up standards are edited with each strength.
const MADE_UP: usize = 24;

fn main() {
    for strength in STRENGTHS {
        println!("made up, {}", strength.name);
        let (lines, found) = made_up(strength);
        print(&lines, &found);
    }
    let Some(shared) = truth::shared() else {
        println!("there is no folder with the seeds: set KSB_SHARED");
        return;
    };
    for versions in truth::truths(&shared) {
        println!("{}", versions.name);
        let found = truth::paired(&shared, versions.old, versions.new);
        print(&versions.lines, &found);
    }
}

/// The results of all made-up standards of a strength, each under its number.
fn made_up(strength: Strength) -> (Vec<Line>, Found) {
    let (mut lines, mut all) = (Vec::new(), Found::default());
    for number in 0..MADE_UP {
        let MadeUp { old, new, truth } = versions_of(number, strength);
        let [old, new] =
            [old, new].map(|json| Source::new(SourceId(0), "made.standard.json", json.to_string()));
        let (old, new) = (read(&old, None), read(&new, None));
        let (Some(old), Some(new)) = (old.document, new.document) else { continue };
        let Ok(comparison) = compare(&old, &new, &Choices::default()) else { continue };
        all.add(&truth::found(&comparison), number);
        lines.extend(truth.into_iter().map(|(old, new)| Line::made_up(number, &old, new.as_deref())));
    }
    (lines, all)
}

/// The figures of one pair of versions, by the letter of the codes, and how often each band is right.
fn print(lines: &[Line], found: &Found) {
    for letter in ["K", "S", "B", "D", ""] {
        let is_wanted = |code: &str| code.starts_with(letter);
        let strictly = truth::score(lines, &found.codes, is_wanted, false);
        let figures = truth::score(lines, &found.codes, is_wanted, true);
        if figures.right + figures.wrong + figures.missed > 0 {
            let name = if letter.is_empty() { "all" } else { letter };
            println!("  {name:<4}{figures}   of high confidence: {strictly}");
        }
        if letter.is_empty() && figures.remarks.len() < MOST {
            figures.remarks.iter().for_each(|remark| println!("      {remark}"));
        }
    }
    for band in [Band::Sure, Band::Likely, Band::Check] {
        let (right, all) = truth::in_band(lines, found, band);
        println!("  {:<7}{right} of {all} right", band.name());
    }
}
