//! Keys that stand more than once in one object.

use std::borrow::Cow;

use super::ValueKind;
use super::node::Node;
use super::unescape::unescaped;

/// With so many keys, each is compared with each; more are sorted.
const FEW: usize = 16;

/// Finds repeated keys, object by object, with buffers that are used again.
#[derive(Default)]
pub(super) struct Finder {
    /// The pairs found so far: the node of the first key, and that of a repeated one.
    pub(super) pairs: Vec<(u32, u32)>,
    keys: Vec<u32>,
}

impl Finder {
    /// Looks through the keys of the object at `object`, whose nodes are the last ones, and marks
    /// those that a later one repeats.
    pub(super) fn look(&mut self, text: &str, nodes: &mut [Node], object: u32) {
        self.keys.clear();
        let mut key = object + 1;
        while let Some(node) = nodes.get(key as usize) {
            self.keys.push(key);
            // The value comes after its key.
            key = nodes[node.next() as usize].next();
        }
        let before = self.pairs.len();
        if self.keys.len() <= FEW {
            self.compare(text, nodes);
        } else {
            self.sort(text, nodes);
        }
        for index in before..self.pairs.len() {
            let (first, repeated) = self.pairs[index];
            let next = self.pairs.get(index + 1);
            // Within one object, the pairs of one key stand together and in order: all of its
            // places but the last one are shadowed.
            nodes[first as usize].shadow();
            if next.is_some_and(|next| next.0 == first) {
                nodes[repeated as usize].shadow();
            }
        }
    }

    /// Compares each key with those before it that are the first of their name.
    fn compare(&mut self, text: &str, nodes: &[Node]) {
        let before = self.pairs.len();
        for (place, &key) in self.keys.iter().enumerate().skip(1) {
            let same = |&&first: &&u32| equal(text, nodes[first as usize], nodes[key as usize]);
            if let Some(&first) = self.keys[..place].iter().find(same) {
                self.pairs.push((first, key));
            }
        }
        if self.pairs.len() > before + 1 {
            self.pairs[before..].sort_unstable();
        }
    }

    /// Brings equal keys together by sorting them.
    fn sort(&mut self, text: &str, nodes: &[Node]) {
        let mut named: Vec<(Cow<'_, str>, u32)> =
            self.keys.iter().filter_map(|&key| Some((name(text, nodes[key as usize])?, key))).collect();
        named.sort_unstable();
        for same in named.chunk_by(|a, b| a.0 == b.0) {
            let first = same[0].1;
            self.pairs.extend(same[1..].iter().map(|&(_, repeated)| (first, repeated)));
        }
    }
}

/// What a key reads; nothing if it could not be read.
fn name(text: &str, key: Node) -> Option<Cow<'_, str>> {
    if key.kind() != ValueKind::String {
        return None;
    }
    let content = &text[key.content().range()];
    Some(if key.is_escaped() { unescaped(content) } else { Cow::Borrowed(content) })
}

/// Whether two keys read the same.
fn equal(text: &str, a: Node, b: Node) -> bool {
    if a.kind() != ValueKind::String || b.kind() != ValueKind::String {
        return false;
    }
    if a.is_escaped() || b.is_escaped() {
        return name(text, a) == name(text, b);
    }
    let (a, b) = (a.content(), b.content());
    a.len() == b.len() && text[a.range()] == text[b.range()]
}
