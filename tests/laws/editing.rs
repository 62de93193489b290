//! What rewrites a document: its layout, the fixes of findings, and new codes.

use ksb::config::Config;
use ksb::fix::{Fixes, fix};
use ksb::layout::{canonical, formatted};
use ksb::model::Format;
use ksb::read::read;
use ksb::renumber::{Order, Renumbering};
use serde_json::Value;

use super::{assert_places, source};

/// JSON is laid out without a change to its meaning; JSON that is already laid out stays as it is.
pub(crate) fn is_laid_out(text: &str) {
    let meaning = |text: &str| serde_json::from_str::<Value>(text.trim_start_matches('\u{feff}')).ok();
    let expected = meaning(text);
    for layout in [formatted, canonical] {
        let Ok(once) = layout(text) else {
            assert_eq!(expected, None, "JSON is laid out: {text:?}");
            continue;
        };
        assert!(expected.is_some(), "no JSON was laid out: {text:?}");
        assert_eq!(meaning(&once), expected, "{text:?}");
        assert_eq!(layout(&once).as_ref(), Ok(&once), "{text:?}");
    }
}

/// Fixing terminates, its findings point into the new text, and there is nothing left to fix in it.
pub(crate) fn is_fixed(text: &str, from: Option<Format>, which: Fixes) {
    let once = |text: &str| fix(&source(text), &[], from, which, &Config::default(), |_, found| found).ok();
    let Some(fixed) = once(text) else { return };
    let after = source(&fixed.text);
    assert_places(&after, &fixed.left);
    assert!(fixed.text == text || !fixed.fixed.is_empty(), "an edit without a finding: {text:?}");
    let is_document = |text: &str| read(&source(text), from).document.is_some();
    assert!(is_document(&fixed.text) || !is_document(text), "{text:?}");
    let again = once(&fixed.text).map(|again| again.text);
    assert_eq!(again.as_ref(), Some(&fixed.text), "{text:?}");
}

/// A renumbered document has nothing left to renumber.
pub(crate) fn is_renumbered(text: &str, from: Option<Format>) {
    for order in [Order::Number, Order::Place] {
        let once = |text: &str| Renumbering::new(&source(text), &[], from, order).ok();
        let Some(new) = once(text) else { continue };
        assert!(new.text == text || !new.moves.is_empty(), "an edit without a move: {text:?}");
        if let Some(again) = once(&new.text) {
            assert_eq!((&again.moves[..], &again.text), (&[][..], &new.text), "{text:?}");
        }
    }
}
