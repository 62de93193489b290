//! A text of one length, with a character of a certain set at each place.

use super::machine::Set;

/// At most so many different sets: one for each bit.
const MOST: usize = 8;

/// What each place asks for. Unlike in a machine, no place has to wait for what comes of the one before.
#[derive(Debug)]
pub(super) struct Row {
    /// For each byte, the sets that hold it, a bit for each.
    holders: [u8; 256],
    /// For each place, the bit of its set.
    places: Vec<u8>,
}

impl Row {
    /// For the sets of all places; none if there are too many different ones.
    pub(super) fn new(sets: Vec<Set>) -> Option<Self> {
        let mut different: Vec<Set> = Vec::new();
        let mut bit = |set: Set| {
            let known = different.iter().position(|known| *known == set);
            let index = known.unwrap_or(different.len());
            if known.is_none() {
                different.push(set);
            }
            (index < MOST).then(|| 1 << index)
        };
        let places = sets.into_iter().map(&mut bit).collect::<Option<Vec<u8>>>()?;
        let holds = |byte: u8| {
            let bits = different.iter().zip(0..).map(|(set, index)| u8::from(set.holds(byte)) << index);
            bits.fold(0, |all, bit| all | bit)
        };
        let mut holders = [0; 256];
        (0..=u8::MAX).for_each(|byte| holders[usize::from(byte)] = holds(byte));
        Some(Self { holders, places })
    }

    /// Whether the text fits.
    pub(super) fn takes(&self, text: &[u8]) -> bool {
        let fits = |(byte, place): (&u8, &u8)| self.holders[usize::from(*byte)] & place != 0;
        // All places are looked at: to stop at the first that does not fit would cost more.
        text.len() == self.places.len()
            && text.iter().zip(&self.places).fold(true, |all, one| all & fits(one))
    }
}
