//! The ids of statements, by which duties refer to them.

use std::borrow::Cow;
use std::hash::{Hash, Hasher};

use foldhash::HashMap;

use crate::model::Code;

/// Ids with the codes of their statements. Neither their case nor white space around them counts.
#[derive(Default)]
pub(super) struct Ids<'s>(HashMap<Id<'s>, Code>);

impl<'s> Ids<'s> {
    /// Adds an id, unless a statement before has it.
    pub(super) fn add(&mut self, text: Cow<'s, str>, code: Code) {
        self.0.entry(Id(text)).or_insert(code);
    }

    /// The code of the first statement with this id.
    pub(super) fn code(&self, id: &str) -> Option<Code> {
        self.0.get(&Id(Cow::Borrowed(id))).copied()
    }
}

struct Id<'s>(Cow<'s, str>);

impl PartialEq for Id<'_> {
    fn eq(&self, other: &Self) -> bool {
        trimmed(&self.0).eq_ignore_ascii_case(trimmed(&other.0))
    }
}

impl Eq for Id<'_> {}

impl Hash for Id<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let id = trimmed(&self.0).as_bytes();
        let (eights, rest) = id.as_chunks::<8>();
        for eight in eights {
            state.write_u64(u64::from_ne_bytes(eight.map(|byte| byte.to_ascii_lowercase())));
        }
        for byte in rest {
            state.write_u8(byte.to_ascii_lowercase());
        }
        state.write_usize(id.len());
    }
}

/// The id without white space around it, which hardly any has.
fn trimmed(id: &str) -> &str {
    let ends = [id.as_bytes().first(), id.as_bytes().last()];
    if ends.into_iter().flatten().all(u8::is_ascii_graphic) { id } else { id.trim() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Prefix;

    #[test]
    fn ids_are_found_whatever_their_case() {
        let mut ids = Ids::default();
        let all = [
            " 0F8fad5b-d9cb-469f-a165-70867728950E ",
            "short",
            "",
            "0f8fad5b-d9cb-469f-a165-70867728950f",
            "SHORT",
        ];
        for (number, id) in (1..).zip(all) {
            ids.add(id.into(), Code::new(Prefix::K, number));
        }
        let number = |id: &str| ids.code(id).map(|code| code.number);
        assert_eq!(number("0f8fad5b-d9cb-469f-a165-70867728950e"), Some(1));
        assert_eq!(number("0F8FAD5B-d9cb-469f-a165-70867728950F"), Some(4));
        assert_eq!((number(" Short"), number(""), number("other")), (Some(2), Some(3), None));
    }
}
