//! The ids of statements, by which duties refer to them.

use std::borrow::Cow;

use crate::model::Code;

/// Ids with the codes of their statements. Neither their case nor white space around them counts.
#[derive(Default)]
pub(super) struct Ids<'s> {
    all: Vec<(Cow<'s, str>, Code)>,
    /// A number for each that is the same for ids that are, with its place among all; sorted.
    prints: Vec<(u64, u32)>,
}

impl<'s> Ids<'s> {
    pub(super) fn add(&mut self, text: Cow<'s, str>, code: Code) {
        let place = u32::try_from(self.all.len()).unwrap_or(u32::MAX);
        self.prints.push((print(trimmed(&text)), place));
        self.all.push((text, code));
    }

    /// Puts them in order, so that they can be asked for.
    pub(super) fn sort(&mut self) {
        self.prints.sort_unstable();
    }

    /// The code of the first statement with this id.
    pub(super) fn code(&self, id: &str) -> Option<Code> {
        let id = trimmed(id);
        let print = print(id);
        let first = self.prints.partition_point(|(known, _)| *known < print);
        let mut same = self.prints[first..].iter().take_while(|(known, _)| *known == print);
        let is_it = |known: &str| known == id || trimmed(known).eq_ignore_ascii_case(id);
        same.find_map(|(_, place)| {
            let (known, code) = &self.all[*place as usize];
            is_it(known).then_some(*code)
        })
    }
}

/// The id without white space around it, which hardly any has.
fn trimmed(id: &str) -> &str {
    let ends = [id.as_bytes().first(), id.as_bytes().last()];
    if ends.into_iter().flatten().all(u8::is_ascii_graphic) { id } else { id.trim() }
}

/// A number for an id, whatever its case: eight bytes at a time, the last ones with some of those before.
fn print(id: &str) -> u64 {
    const LOWER: u64 = u64::from_ne_bytes([0x20; 8]);
    let (eights, rest) = id.as_bytes().as_chunks::<8>();
    let short = || rest.iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
    let last = id.as_bytes().last_chunk().map_or_else(short, |eight| u64::from_le_bytes(*eight));
    let all = eights.iter().map(|eight| u64::from_le_bytes(*eight)).chain([last]);
    all.fold(id.len() as u64, |print, eight| {
        (print.rotate_left(23) ^ (eight | LOWER)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    })
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
        ids.sort();
        let number = |id: &str| ids.code(id).map(|code| code.number);
        assert_eq!(number("0f8fad5b-d9cb-469f-a165-70867728950e"), Some(1));
        assert_eq!(number("0F8FAD5B-d9cb-469f-a165-70867728950F"), Some(4));
        assert_eq!((number(" Short"), number(""), number("other")), (Some(2), Some(3), None));
    }
}
