//! Keys that occur more than once in one object.

use std::borrow::Cow;

use super::ValueKind;
use super::node::Node;
use super::unescape::unescaped;
use crate::hash::HashMap;

/// Up to this many keys are each compared with all the others; more are looked up in a map.
const FEW: usize = 16;

/// Finds repeated keys, object by object, with a list that is reused.
#[derive(Default)]
pub(super) struct Finder<'s> {
    /// The pairs found so far: the node of the first key, and the node of a repeated one.
    pub(super) pairs: Vec<(u32, u32)>,
    /// What each key reads, and its node.
    keys: Vec<(Cow<'s, str>, u32)>,
}

impl<'s> Finder<'s> {
    /// Looks through the keys of the object at `object`, whose nodes are the last ones, and marks
    /// each key that a later one repeats.
    pub(super) fn check_object(&mut self, text: &'s str, nodes: &mut [Node], object: u32) {
        self.keys.clear();
        let mut key = object + 1;
        while let Some(node) = nodes.get(key as usize) {
            self.keys.extend(name(text, *node).map(|name| (name, key)));
            // The value comes after its key.
            key = nodes[node.next() as usize].next();
        }
        if self.keys.len() <= FEW && are_different(&self.keys) {
            return;
        }
        // For each key, its first place and its last place so far.
        let mut met: HashMap<&str, (u32, u32)> = HashMap::default();
        for (name, key) in &self.keys {
            let (first, last) = met.entry(name).or_insert((*key, *key));
            if last != key {
                nodes[*last as usize].shadow();
                self.pairs.push((*first, *key));
                *last = *key;
            }
        }
    }
}

/// Whether a few keys are all different.
fn are_different(keys: &[(Cow<'_, str>, u32)]) -> bool {
    // Most keys differ in their length or their first byte.
    let begins = |key: &str| (key.len(), key.as_bytes().first().copied());
    let is_other = |key: &str, other: &str| begins(key) != begins(other) || key != other;
    keys.iter()
        .enumerate()
        .all(|(place, (key, _))| keys[..place].iter().all(|(other, _)| is_other(key, other)))
}

/// The text of a key, or `None` if it could not be read.
fn name(text: &str, key: Node) -> Option<Cow<'_, str>> {
    if key.kind() != ValueKind::String {
        return None;
    }
    let content = &text[key.content().range()];
    Some(if key.is_escaped() { unescaped(content) } else { Cow::Borrowed(content) })
}
