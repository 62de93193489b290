//! What comes between codes: those of a list, or the ends of a range.

/// The longest gap between two codes of a list.
const LONGEST_GAP: usize = 12;

/// What comes between the ends of a range.
const RANGE: [&str; 10] = ["-", "–", "—", "‑", "−", "to", "through", "..", "...", "…"];

/// Whether what comes between two codes makes them a range.
pub(super) fn is_range(gap: &str) -> bool {
    RANGE.contains(&gap.trim())
}

/// Whether what comes between two codes makes them a list.
pub(super) fn is_joint(gap: &str) -> bool {
    let is_mark = |c: char| c.is_whitespace() || ",;/&+|•·".contains(c);
    gap.len() <= LONGEST_GAP
        && !gap.contains("\n\n")
        && gap.split(is_mark).all(|word| matches!(word, "" | "and" | "or" | "-" | "–"))
}
