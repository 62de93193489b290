//! What comes between codes: those of a list, or the ends of a range.

/// The longest gap between two codes of a list.
const LONGEST_GAP: usize = 12;

/// The longest label or sentence, in bytes, that is looked at before a code.
const LONGEST_LEAD: usize = 200;

/// What comes between the ends of a range.
const RANGE: [&str; 10] = ["-", "–", "—", "‑", "−", "to", "through", "..", "...", "…"];

/// Whether a mark stands between the codes of a list.
fn is_mark(c: char) -> bool {
    matches!(c, ',' | ';' | '/' | '&' | '+' | '|' | '•' | '·')
}

/// Whether a character may be part of what stands between codes.
pub(super) fn may_join(c: char) -> bool {
    c.is_whitespace()
        || c.is_ascii_lowercase()
        || is_mark(c)
        || matches!(c, '-' | '–' | '—' | '‑' | '−' | '.' | '…')
}

/// The sentence that goes on after this text, or its last part.
pub(super) fn sentence(before: &str) -> &str {
    let near = &before[before.floor_char_boundary(before.len().saturating_sub(LONGEST_LEAD))..];
    near.rsplit(['\n', '.', '!', '?', ';']).next().unwrap_or_default()
}

/// Whether what stands between two texts separates columns that are drawn with spaces.
pub(super) fn is_between_columns(gap: &str) -> bool {
    gap.contains("   ")
}

/// Whether what stands between two codes makes a range of them.
pub(super) fn is_range(gap: &str) -> bool {
    RANGE.contains(&gap.trim())
}

/// Whether what comes between two codes makes them a list.
pub(super) fn is_joint(gap: &str) -> bool {
    let parts_words = |c: char| c.is_whitespace() || is_mark(c);
    gap.len() <= LONGEST_GAP
        && !gap.contains("\n\n")
        && !is_between_columns(gap)
        && gap.split(parts_words).all(|word| matches!(word, "" | "and" | "or" | "-" | "–"))
}
