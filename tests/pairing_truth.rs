//! The floor of the pairing of seed 004 with seed 003, which were paired by reading.

mod truth;

use truth::{Codes, paired, score, shared};

/// The pairs, if the seeds are at hand.
fn found() -> Option<(Vec<truth::Line>, Codes)> {
    shared().map(|shared| (truth::truth(&shared), paired(&shared)))
}

#[test]
fn high_rows_are_paired() {
    let Some((lines, codes)) = found() else { return };
    let figures = score(&lines, &codes, "KSB", false);
    assert!(figures.right + figures.missed > 50, "the truth has rows of high confidence");
    assert!(figures.precision() >= 0.97 && figures.f1() >= 0.98, "{figures} {:#?}", figures.remarks);
}

#[test]
fn all_rows_are_paired() {
    let Some((lines, codes)) = found() else { return };
    let figures = score(&lines, &codes, "KSBD", true);
    assert!(figures.precision() >= 0.97 && figures.f1() >= 0.96, "{figures} {:#?}", figures.remarks);
}

#[test]
fn exact_texts_and_merges_are_never_missed() {
    let Some((lines, codes)) = found() else { return };
    let same = lines.iter().filter(|line| line.kind == "same" || line.kind == "moved");
    let mut count = 0;
    for line in same {
        assert!(codes[&line.old].contains(&line.new), "{} → {}", line.old, line.new);
        count += 1;
    }
    assert!(count >= 17, "only {count} texts are the same");
    for (old, new) in [("K34", "K43"), ("K35", "K43"), ("S15", "S19"), ("S16", "S19")] {
        assert!(codes[old].contains(new), "{old} is not merged into {new}");
    }
}
