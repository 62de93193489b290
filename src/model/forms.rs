//! The different words of a document, whatever their case, each with a number.

/// The number of a form: 0 for the first that was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FormId(u32);

impl FormId {
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }

    pub(super) fn number(self) -> u32 {
        self.0
    }
}

/// What a form is known by: the letters themselves if they are ASCII and at most eight, else a number made of them.
pub(super) type Key = u64;

/// The forms seen so far: a hash table that is open at all places.
#[derive(Debug)]
pub(super) struct Forms {
    all: Vec<Form>,
    /// One more than the number of a form, or 0; a power of two of them, so that at most half are taken.
    slots: Vec<u32>,
}

#[derive(Clone, Copy, Debug)]
struct Form {
    key: Key,
    /// What came with it when it was last met.
    latest: u32,
}

impl Default for Forms {
    fn default() -> Self {
        Self::for_text(0)
    }
}

/// The bit that tells a lower-case letter from its capital, in each of eight bytes.
const LOW: u64 = 0x2020_2020_2020_2020;

/// The bit that no byte of ASCII has, in each of eight bytes.
const NOT_ASCII: u64 = 0x8080_8080_8080_8080;

impl Forms {
    /// No form yet, with room for those of a text of `size` bytes.
    pub(super) fn for_text(size: usize) -> Self {
        Self::with_room(size / 32)
    }

    /// No form yet, with room for so many.
    pub(super) fn with_room(forms: usize) -> Self {
        let slots = (forms * 2).next_power_of_two().clamp(64, 1 << 16);
        Self { all: Vec::with_capacity(slots / 4), slots: vec![0; slots] }
    }

    /// The number of the form of this key, a new one if need be, with what came with it before; `now` comes with it
    /// this time.
    #[inline]
    pub(super) fn meet(&mut self, key: Key, now: u32) -> (FormId, Option<u32>) {
        match self.find(key) {
            Ok(form) => (form, Some(std::mem::replace(&mut self.all[form.index()].latest, now))),
            Err(slot) => (self.insert(key, slot, now), None),
        }
    }

    /// What came with the form when it was last met.
    pub(super) fn latest(&self, form: FormId) -> u32 {
        self.all[form.index()].latest
    }

    /// The number of the form of this key, if it has been seen.
    pub(super) fn get(&self, key: Key) -> Option<FormId> {
        self.find(key).ok()
    }

    /// How many forms have been seen.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// The keys of all forms.
    pub(super) fn keys(&self) -> impl Iterator<Item = Key> {
        self.all.iter().map(|form| form.key)
    }

    /// The numbers of all forms.
    pub(super) fn ids(&self) -> impl Iterator<Item = FormId> + use<> {
        (0..).take(self.all.len()).map(FormId)
    }

    /// The form of this key, or the slot for it.
    #[inline]
    fn find(&self, key: Key) -> Result<FormId, usize> {
        let last = self.slots.len() - 1;
        let mut slot = usize::try_from(spread(key) >> 32).unwrap_or_default();
        loop {
            match self.slots[slot & last].checked_sub(1) {
                None => return Err(slot & last),
                Some(form) if self.all[form as usize].key == key => return Ok(FormId(form)),
                Some(_) => slot += 1,
            }
        }
    }

    #[cold]
    fn insert(&mut self, key: Key, slot: usize, latest: u32) -> FormId {
        let form = FormId(u32::try_from(self.all.len()).unwrap_or(u32::MAX));
        self.all.push(Form { key, latest });
        self.slots[slot] = form.0 + 1;
        if self.all.len() * 2 > self.slots.len() {
            self.grow();
        }
        form
    }

    fn grow(&mut self) {
        self.slots = vec![0; self.slots.len() * 2];
        for form in 0..self.all.len() {
            if let Err(slot) = self.find(self.all[form].key) {
                self.slots[slot] = u32::try_from(form + 1).unwrap_or(u32::MAX);
            }
        }
    }

    /// The key of the word that stands at `start..end`.
    #[inline]
    pub(super) fn key(text: &str, start: usize, end: usize) -> Key {
        let (bytes, len) = (text.as_bytes(), end - start);
        if len <= 8 {
            let letters = match bytes.get(start..start + 8) {
                Some(eight) => number(eight) & (u64::MAX >> (8 * (8 - len))),
                None => short(&bytes[start..end]),
            };
            if letters & NOT_ASCII == 0 {
                // Letters and digits differ in this bit from nothing but their other case.
                return letters | LOW >> (8 * (8 - len));
            }
        } else if len <= 16 {
            let [first, last] = [start, end - 8].map(|at| number(&bytes[at..at + 8]));
            if (first | last) & NOT_ASCII == 0 {
                return mix(mix(len as u64, first | LOW), last | LOW);
            }
        }
        long_key(&text[start..end])
    }

    /// The key of the word that a phrase (ASCII) begins with.
    pub(super) fn first_key(phrase: &str) -> Key {
        let end = phrase.bytes().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(phrase.len());
        Self::key(phrase, 0, end)
    }
}

/// Eight bytes as a number.
fn number(bytes: &[u8]) -> u64 {
    bytes.try_into().map_or(0, u64::from_le_bytes)
}

/// At most eight bytes as a number, zeros behind them.
fn short(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// The key of a word that has more than eight bytes, or other letters than those of ASCII.
#[cold]
fn long_key(word: &str) -> Key {
    if word.is_ascii() {
        mixed(word.as_bytes(), LOW)
    } else {
        let lower: String = word.chars().flat_map(char::to_lowercase).collect();
        mixed(lower.as_bytes(), 0)
    }
}

/// A number made of all bytes, each with the bits of `folded` set.
fn mixed(bytes: &[u8], folded: u64) -> u64 {
    let (eights, rest) = bytes.as_chunks::<8>();
    // What is left over is read with some of what comes before it.
    let last = bytes.last_chunk::<8>().map_or_else(|| short(rest), |eight| u64::from_le_bytes(*eight));
    let seed = bytes.len() as u64;
    eights
        .iter()
        .map(|eight| u64::from_le_bytes(*eight))
        .chain([last])
        .fold(seed, |key, eight| mix(key, eight | folded))
}

/// What makes out a word among all others, whatever its case: its ends and its length.
pub(super) type Letters = (u64, u64, usize);

/// The letters of the word of this key; none if it is longer than sixteen bytes, or has other letters than those
/// of ASCII.
#[inline]
pub(super) fn letters(key: Key, word: &str) -> Option<Letters> {
    let bytes = word.as_bytes();
    if bytes.len() <= 8 {
        return word.is_ascii().then_some((key, 0, bytes.len()));
    }
    let first = u64::from_le_bytes(*bytes.first_chunk()?);
    let last = u64::from_le_bytes(*bytes.last_chunk()?);
    let is_plain = bytes.len() <= 16 && (first | last) & NOT_ASCII == 0;
    is_plain.then_some((first | LOW, last | LOW, bytes.len()))
}

/// The number with eight more bytes.
#[inline]
fn mix(key: u64, eight: u64) -> u64 {
    spread(key ^ eight).wrapping_add(eight)
}

/// A number in which every bit of the key counts; no two keys have the same.
#[inline]
pub(super) fn spread(key: u64) -> u64 {
    let mixed = (key ^ key >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ mixed >> 32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(word: &str) -> Key {
        Forms::key(word, 0, word.len())
    }

    #[test]
    fn case_and_neighbours_do_not_count() {
        assert_eq!(key("Lock"), key("lOCK"));
        assert_eq!(Forms::key("a lock, a key", 2, 6), key("lock"));
        assert_eq!(key("MAINTENANCE"), key("maintenance"));
        assert_eq!(key("ÉTÉ"), key("été"));
        assert_eq!(Forms::first_key("and/or"), key("And"));
        let words =
            ["a", "b", "aa", "ab", "lock", "locks", "maintenance", "maintenances", "été", "ete", "12345678"];
        for (index, one) in words.iter().enumerate() {
            assert!(words[..index].iter().all(|other| key(other) != key(one)), "{one}");
        }
    }

    #[test]
    fn numbers_are_kept_while_the_table_grows() {
        let mut forms = Forms::default();
        let words: Vec<String> = (0..500).map(|number| format!("w{number}")).collect();
        for (index, word) in words.iter().enumerate() {
            assert_eq!(forms.meet(key(word), 0).0.index(), index);
        }
        for (index, word) in words.iter().enumerate() {
            assert_eq!(forms.get(key(word)).map(FormId::index), Some(index));
        }
        assert_eq!(forms.get(key("nothing")), None);
        assert_eq!(forms.ids().count(), 500);
    }
}
