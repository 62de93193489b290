//! Prints how well statements and duties are paired: of real versions that were paired by reading, and of made-up ones
//! with known edits.
#![expect(clippy::disallowed_macros, clippy::print_stdout, reason = "it is what the example is for")]

#[path = "../tests/truth/mod.rs"]
mod truth;

use ksb::diff::Band;
use truth::{Found, Line};

fn main() -> Result<(), &'static str> {
    let shared = truth::shared().ok_or("there is no folder with the seeds: set KSB_SHARED")?;
    for versions in truth::truths(&shared) {
        println!("{}", versions.name);
        let found = truth::paired(&shared, versions.old, versions.new);
        print(&versions.lines, &found);
    }
    Ok(())
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
        if letter.is_empty() {
            figures.remarks.iter().for_each(|remark| println!("      {remark}"));
        }
    }
    for band in [Band::Sure, Band::Likely, Band::Check] {
        let (right, all) = truth::in_band(lines, found, band);
        println!("  {:<7}{right} of {all} right", band.name());
    }
}
