//! A text of a fixed length, with a character from a certain set at each position.

/// The maximum number of different sets: one for each bit.
const MOST: usize = 8;

/// What each position requires. Unlike in an automaton, no position has to wait for the result of the one before.
#[derive(Debug)]
pub(super) struct PlaceRow {
    /// For each byte, the sets that contain it, one bit each.
    holders: [u8; 256],
    /// For each place, the bit of its set.
    places: Vec<u8>,
}

impl PlaceRow {
    /// A row for the bytes that are allowed at each position; none if there are too many different sets.
    pub(super) fn new(sets: &[Vec<u8>]) -> Option<Self> {
        let mut different: Vec<&Vec<u8>> = Vec::new();
        let mut places = Vec::new();
        for set in sets {
            let known = different.iter().position(|known| *known == set);
            let index = known.unwrap_or(different.len());
            if known.is_none() {
                different.push(set);
            }
            places.push(u8::try_from(1 << index).ok().filter(|_| index < MOST)?);
        }
        let mut holders = [0; 256];
        for (set, index) in different.into_iter().zip(0..) {
            for byte in set {
                holders[usize::from(*byte)] |= 1 << index;
            }
        }
        Some(Self { holders, places })
    }

    /// Whether the text fits.
    pub(super) fn takes(&self, text: &[u8]) -> bool {
        let fits = |(byte, place): (&u8, &u8)| self.holders[usize::from(*byte)] & place != 0;
        // All positions are checked: stopping at the first that does not fit would cost more.
        text.len() == self.places.len()
            && text.iter().zip(&self.places).fold(true, |all, one| all & fits(one))
    }
}
