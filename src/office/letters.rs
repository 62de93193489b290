//! Texts in XML: where a letter is in it, and how letters are replaced in place.

use std::ops::Range;

use super::splice::Edits;
use super::xml::escaped;

/// A change to a text: the bytes to remove, and what to put in their place.
pub(super) type Change = (Range<usize>, String);

/// An element of text, or a part of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Letters {
    /// Which bytes it is in the text that it is part of.
    pub(super) text: Range<usize>,
    /// The tag that begins it.
    pub(super) tag: Range<usize>,
    /// What is between its tags.
    pub(super) content: Range<usize>,
}

impl Letters {
    /// Makes changes, whose positions count from its own first byte. White space at its ends is kept.
    pub(super) fn change(&self, xml: &str, mut changes: Vec<Change>, edits: &mut Edits) {
        changes.sort_by_key(|(gone, _)| (gone.start, gone.end));
        let content = &xml[self.content.clone()];
        let mut own = Edits::default();
        for (gone, new) in changes {
            let raw = [gone.start, gone.end].map(|at| raw_offset(content, at).unwrap_or(content.len()));
            own.replace(raw[0]..raw[1], escaped(&new));
        }
        let new = own.apply(content);
        let tag = &xml[self.tag.clone()];
        let is_edged = new.starts_with(char::is_whitespace) || new.ends_with(char::is_whitespace);
        if is_edged && !tag.contains("preserve") {
            edits.insert(self.tag.end - 1, " xml:space=\"preserve\"");
        }
        edits.replace(self.content.clone(), new);
    }
}

/// The elements that a change to a text affects, each with its own part of the change, counted from its own first byte.
/// `None` if anything to be removed is not letters of elements. If as many letters are put in as are removed, each
/// stays in its own element.
pub(super) fn spread(all: &[Letters], xml: &str, old: &str, change: &Change) -> Option<Vec<(usize, Change)>> {
    let (about, new) = change;
    let mut parts: Vec<(usize, Change)> = Vec::new();
    let first = all.partition_point(|one| {
        one.text.end < about.start || one.text.end == about.start && !about.is_empty()
    });
    let mut at = about.start;
    for (number, one) in (first..).zip(&all[first..]) {
        if at >= about.end && !parts.is_empty() || one.text.start > at {
            break;
        }
        let end = about.end.min(one.text.end);
        let own = at - one.text.start..end - one.text.start;
        let content = &xml[one.content.clone()];
        if raw_offset(content, own.start).is_none() || raw_offset(content, own.end).is_none() {
            return None;
        }
        parts.push((number, (own, String::new())));
        at = end;
    }
    if at != about.end || parts.is_empty() {
        return None;
    }
    let is_even = old.len() == new.len() && old.is_ascii() && new.is_ascii();
    let mut rest = new.as_str();
    for (index, (_, (gone, own))) in parts.iter_mut().enumerate() {
        let len = if is_even {
            gone.len()
        } else if index == 0 {
            rest.len()
        } else {
            0
        };
        let (head, tail) = rest.split_at(len);
        head.clone_into(own);
        rest = tail;
    }
    Some(parts)
}

/// The byte in the content of a text element that has `offset` bytes of the text before it. `None` if the text is not
/// there byte for byte, apart from references.
pub(super) fn raw_offset(raw: &str, offset: usize) -> Option<usize> {
    if raw.contains(['\r', '<']) {
        return None;
    }
    let (mut at, mut text) = (0, 0);
    while text < offset && at < raw.len() {
        let rest = &raw[at..];
        if let Some(reference) = rest.strip_prefix('&') {
            let end = reference.find(';')?;
            text += reference_len(&reference[..end])?;
            at += end + 2;
        } else {
            let len = rest.chars().next()?.len_utf8();
            text += len;
            at += len;
        }
    }
    Some(at)
}

/// How many bytes there are in the character that a reference stands for.
fn reference_len(name: &str) -> Option<usize> {
    let number = name.strip_prefix('#');
    let code = number.map(|number| match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => number.parse().ok(),
    });
    match code {
        Some(code) => Some(char::from_u32(code?)?.len_utf8()),
        None => Some(1),
    }
}
