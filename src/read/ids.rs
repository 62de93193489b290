//! The ids of statements, which duties use to refer to them.

use std::borrow::Cow;
use std::cell::OnceCell;

use crate::hash::HashMap;
use crate::model::Code;

/// Ids with the codes of their statements. Neither their case nor the white space around them counts, but most are
/// written the same everywhere, so an exact match is tried first.
#[derive(Default)]
pub(super) struct Ids<'s> {
    /// All of them, in the order of their statements.
    all: Vec<(Cow<'s, str>, Code)>,
    written: HashMap<Cow<'s, str>, Code>,
    /// The same in lower case, built when first needed.
    folded: OnceCell<HashMap<String, Code>>,
}

impl<'s> Ids<'s> {
    /// Makes room for this many more.
    pub(super) fn reserve(&mut self, more: usize) {
        self.all.reserve(more);
        self.written.reserve(more);
    }

    /// Adds an id, unless an earlier statement has it.
    pub(super) fn add(&mut self, text: Cow<'s, str>, code: Code) {
        self.written.entry(text.clone()).or_insert(code);
        self.all.push((text, code));
    }

    /// The code of the first statement with this id.
    pub(super) fn code(&self, id: &str) -> Option<Code> {
        self.written.get(id).or_else(|| self.folded().get(&folded(id))).copied()
    }

    fn folded(&self) -> &HashMap<String, Code> {
        self.folded.get_or_init(|| {
            let mut first = HashMap::default();
            for (id, code) in &self.all {
                first.entry(folded(id)).or_insert(*code);
            }
            first
        })
    }
}

fn folded(id: &str) -> String {
    id.trim().to_ascii_lowercase()
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
