//! Prints how well the statements that occupations have in common are found, compared with pairs from made-up standards
//! that a person chose.
#![expect(clippy::disallowed_macros, clippy::print_stdout, reason = "it is what the example is for")]

#[path = "../tests/progression/mod.rs"]
mod progression;

fn main() {
    let (score, mistakes) = progression::scored();
    println!(
        "{} right, {} wrong, {} missed: precision {:.3}, recall {:.3}",
        score.right,
        score.wrong,
        score.missed,
        thousandths(score.precision()),
        thousandths(score.recall())
    );
    for mistake in &mistakes {
        println!("    {mistake}");
    }
}

/// A share as people write it.
fn thousandths(share: usize) -> f64 {
    u32::try_from(share).map_or(0.0, |share| f64::from(share) / 1000.0)
}
