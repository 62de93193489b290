//! A text of one length, with a character of a certain set at each place.

/// At most so many different sets: one for each bit.
const MOST: usize = 8;

/// What each place asks for. Unlike in a machine, no place has to wait for what comes of the one before.
#[derive(Debug)]
pub(super) struct PlaceRow {
    /// For each byte, the sets that hold it, a bit for each.
    holders: [u8; 256],
    /// For each place, the bit of its set.
    places: Vec<u8>,
}

impl PlaceRow {
    /// For the bytes that each place takes; none if there are too many different sets of them.
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
        // All places are looked at: to stop at the first that does not fit would cost more.
        text.len() == self.places.len()
            && text.iter().zip(&self.places).fold(true, |all, one| all & fits(one))
    }
}
