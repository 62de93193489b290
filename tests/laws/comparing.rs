//! The comparison of two standards, and its reports.

use ksb::diff::{Change, Choices, Comparison, WordOp, WordOpKind, compare};
use ksb::model::Document;
use ksb::read::read;
use ksb::report::diff::{ComparedInput, DiffOptions, DiffReport, Relation};
use ksb::report::{Style, diff_csv, diff_html, diff_json, diff_markdown, diff_stat, diff_terminal};
use serde_json::Value;

use super::source;

/// What is between the two documents of one input.
pub(crate) const BETWEEN: &str = "\n=====\n";

/// Compares the two documents of an input, and each of them with itself.
pub(crate) fn are_compared(text: &str) {
    let (old, new) = text.split_once(BETWEEN).unwrap_or((text, text));
    let (old, new) = (source(old), source(new));
    let (Some(old), Some(new)) = (read(&old, None).document, read(&new, None).document) else { return };
    is_identical_to_itself(&old);
    is_identical_to_itself(&new);
    let Ok(comparison) = compare(&old, &new, &Choices::default()) else {
        assert!([old, new].iter().any(|one| matches!(one, Document::Map(_))), "standards are compared");
        return;
    };
    counts_add_up(&comparison);
    comparison.changes.iter().for_each(words_rebuild_both_texts);
    is_shown(&comparison, text.len());
}

/// A document does not differ from itself.
pub(crate) fn is_identical_to_itself(document: &Document<'_>) {
    let Ok(comparison) = compare(document, document, &Choices::default()) else { return };
    let ids: Vec<String> = comparison.changes.iter().map(|change| change.id.name()).collect();
    assert_eq!(ids, Vec::<String>::new());
    assert!(comparison.consequences.is_empty(), "{:?}", comparison.consequences);
}

/// Every item of both sides is counted once.
pub(crate) fn counts_add_up(comparison: &Comparison<'_>) {
    for row in &comparison.counts {
        let both = row.unchanged + row.renumbered + row.moved + row.reworded;
        let old = both + row.split.old + row.merged.old + row.kind_changed.old + row.removed;
        let new = both + row.split.new + row.merged.new + row.kind_changed.new + row.added;
        assert_eq!((row.old, row.new), (old, new), "{:?}", row.section);
        assert_eq!(row.old, comparison.old.section(row.section).count());
    }
    let mut seen: Vec<usize> = comparison.pairs.iter().flat_map(|pair| pair.old.clone()).collect();
    seen.sort_unstable();
    assert!(seen.windows(2).all(|two| two[0] < two[1]), "an old item is in two pairs");
}

/// The words of a change make up both of its texts, and have the right kinds.
pub(crate) fn words_rebuild_both_texts(change: &Change<'_>) {
    if change.words.is_empty() {
        return;
    }
    let (old, new) = (change.old_text.as_deref().unwrap_or(""), change.new_text.as_deref().unwrap_or(""));
    let part = |text: &str, op: &WordOp, old: bool| {
        text[if old { op.old.clone() } else { op.new.clone() }].to_owned()
    };
    let from: String = change.words.iter().map(|op| part(old, op, true)).collect();
    let to: String = change.words.iter().map(|op| part(new, op, false)).collect();
    assert_eq!((from.as_str(), to.as_str()), (old, new));
    for op in &change.words {
        let (old, new) = (part(old, op, true), part(new, op, false));
        match op.kind {
            WordOpKind::Equal => assert_eq!(old, new),
            WordOpKind::Typography => assert_ne!(old, new),
            WordOpKind::Delete => assert!(new.is_empty() && !old.is_empty()),
            WordOpKind::Insert => assert!(old.is_empty() && !new.is_empty()),
        }
    }
}

/// Reports of a comparison are rendered, and the JSON report is valid JSON. Each costs as much as
/// the comparison, so the number `pick` picks one.
fn is_shown(comparison: &Comparison<'_>, pick: usize) {
    let digest = "0".repeat(64);
    let report = DiffReport {
        comparison,
        old: ComparedInput { name: "old", document: None, sha256: &digest },
        new: ComparedInput { name: "new", document: None, sha256: &digest },
        tool_version: "0",
        options: DiffOptions { announce: true, typography: true },
        relation: Relation::Changed,
    };
    let terminal = |width| {
        let style = Style { width, colour: true, unicode: true, limit: 0 };
        diff_terminal::render(&report, &style)
    };
    let shown = match pick % 6 {
        0 => diff_json::render(&report),
        1 => diff_csv::render(&report) + &diff_stat::render(&report),
        2 => diff_html::render(&report),
        3 => diff_markdown::render(&report),
        4 => terminal(50),
        _ => terminal(140),
    };
    assert!(!shown.is_empty());
    assert!(!pick.is_multiple_of(6) || serde_json::from_str::<Value>(&shown).is_ok(), "{shown}");
}
