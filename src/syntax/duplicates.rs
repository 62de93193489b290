//! Keys that stand more than once in one object.

use std::borrow::Cow;
use std::hash::BuildHasher;

use foldhash::fast::RandomState;

use super::ValueKind;
use super::node::Node;
use super::short::short;
use super::unescape::unescaped;

/// With so many keys, each is compared with each; more are sorted.
const FEW: usize = 16;

/// A key: a number that is the same for keys that read the same, and its node.
type Key = (u64, u32);

/// Finds repeated keys, object by object, with buffers that are used again.
#[derive(Default)]
pub(super) struct Finder {
    /// The pairs found so far: the node of the first key, and that of a repeated one.
    pub(super) pairs: Vec<(u32, u32)>,
    keys: Vec<Key>,
    /// What numbers of long keys are made with: nobody can know which keys would share one.
    prints: RandomState,
}

impl Finder {
    /// Looks through the keys of the object at `object`, whose nodes are the last ones, and marks
    /// those that a later one repeats.
    pub(super) fn look(&mut self, text: &str, nodes: &mut [Node], object: u32) {
        self.keys.clear();
        let mut key = object + 1;
        while let Some(node) = nodes.get(key as usize) {
            self.keys.extend(self.print(text, *node).map(|print| (print, key)));
            // The value comes after its key.
            key = nodes[node.next() as usize].next();
        }
        let before = self.pairs.len();
        if self.keys.len() <= FEW {
            if !may_repeat(&self.keys) {
                return;
            }
            compare(text, nodes, &self.keys, &mut self.pairs);
        } else {
            // Brings equal keys together, in the order of the text.
            self.keys.sort_unstable();
            for same in self.keys.chunk_by(|one, other| one.0 == other.0) {
                compare(text, nodes, same, &mut self.pairs);
            }
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

    /// A number for what a key reads; most are short, and then no other key has it. What is no key has none.
    fn print(&self, text: &str, key: Node) -> Option<u64> {
        key.short(text.as_bytes()).or_else(|| {
            let name = name(text, key)?;
            short(name.as_bytes()).or_else(|| Some(self.prints.hash_one(name.as_bytes())))
        })
    }
}

/// Whether any number comes twice. All of a few are looked at: to stop at the first that does would cost more.
fn may_repeat(keys: &[Key]) -> bool {
    let same = |place: usize| keys[..place].iter().filter(|key| key.0 == keys[place].0).count();
    (1..keys.len()).map(same).sum::<usize>() > 0
}

/// Compares each key with those before it that are the first of their name; the pairs of one key come together.
fn compare(text: &str, nodes: &[Node], keys: &[Key], pairs: &mut Vec<(u32, u32)>) {
    let before = pairs.len();
    for (place, (print, key)) in keys.iter().enumerate().skip(1) {
        let same =
            |other: &&Key| other.0 == *print && equal(text, nodes[other.1 as usize], nodes[*key as usize]);
        if let Some((_, first)) = keys[..place].iter().find(same) {
            pairs.push((*first, *key));
        }
    }
    if pairs.len() > before + 1 {
        pairs[before..].sort_unstable();
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
    name(text, a) == name(text, b)
}
