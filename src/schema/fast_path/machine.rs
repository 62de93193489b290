//! A machine that reads a text a byte at a time, and knows at its end whether the text fits a pattern.

/// A set of ASCII characters, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Set([u64; 2]);

impl Set {
    pub(super) fn of(bytes: impl IntoIterator<Item = u8>) -> Self {
        let mut set = Self::default();
        for byte in bytes.into_iter().filter(u8::is_ascii) {
            set.0[usize::from(byte >> 6)] |= 1 << (byte & 63);
        }
        set
    }

    pub(super) fn holds(self, byte: u8) -> bool {
        byte.is_ascii() && self.0[usize::from(byte >> 6)] >> (byte & 63) & 1 == 1
    }
}

/// The places between the characters of a pattern: how each of them is left, and for where.
#[derive(Debug, Default)]
pub(super) struct Steps {
    /// From a place to another by a character of a set.
    taken: Vec<(usize, Set, usize)>,
    /// From a place to another by nothing.
    free: Vec<(usize, usize)>,
    /// The last place so far.
    last: usize,
}

/// Places, a bit for each.
type Places = u128;

impl Steps {
    /// A character of the set.
    pub(super) fn one(&mut self, set: Set) {
        self.taken.push((self.last, set, self.last + 1));
        self.last += 1;
    }

    /// The same, or nothing.
    pub(super) fn perhaps(&mut self, set: Set) {
        self.one(set);
        self.free.push((self.last - 1, self.last));
    }

    /// Any number of characters of the set.
    pub(super) fn many(&mut self, set: Set) {
        self.taken.push((self.last, set, self.last));
        self.free.push((self.last, self.last + 1));
        self.last += 1;
    }

    /// The last place so far.
    pub(super) fn here(&self) -> usize {
        self.last
    }

    /// Begins a way that starts at `place`.
    pub(super) fn branch(&mut self, place: usize) {
        self.last += 1;
        self.free.push((place, self.last));
    }

    /// Brings ways that end at these places together.
    pub(super) fn join(&mut self, ends: &[usize]) {
        self.last += 1;
        self.free.extend(ends.iter().map(|end| (*end, self.last)));
    }

    /// The sets of all characters, if there is no choice and nothing comes any number of times.
    pub(super) fn row(&self) -> Option<Vec<Set>> {
        let is_row = self.free.is_empty() && self.taken.iter().all(|(from, _, to)| from < to);
        is_row.then(|| self.taken.iter().map(|(_, set, _)| *set).collect())
    }

    /// Whether each place has a bit.
    pub(super) fn are_few(&self) -> bool {
        self.last < Places::BITS as usize
    }

    /// The places, and those that are reached from them by nothing.
    fn reached(&self, mut places: Places) -> Places {
        loop {
            let free = self.free.iter().filter(|(from, _)| places >> from & 1 == 1);
            let more = free.fold(places, |all, (_, to)| all | 1 << to);
            if more == places {
                return places;
            }
            places = more;
        }
    }

    /// The places that are reached from others by a byte.
    fn after(&self, places: Places, byte: u8) -> Places {
        let taken = self.taken.iter().filter(|(from, set, _)| places >> from & 1 == 1 && set.holds(byte));
        self.reached(taken.fold(0, |all, (.., to)| all | 1 << to))
    }

    /// A byte for each class of bytes that the pattern does not tell apart, and the class of each byte.
    fn classes(&self) -> (Vec<u8>, [u8; 256]) {
        let mut sets: Vec<Set> = Vec::new();
        for (_, set, _) in &self.taken {
            if !sets.contains(set) {
                sets.push(*set);
            }
        }
        let alike = |one: u8, other: u8| sets.iter().all(|set| set.holds(one) == set.holds(other));
        // No set holds what is not ASCII, so all of that is alike.
        let (mut firsts, mut classes): (Vec<u8>, _) = (vec![u8::MAX], [0; 256]);
        for byte in 0..=i8::MAX.unsigned_abs() {
            let known = firsts.iter().position(|first| alike(*first, byte));
            let class = known.unwrap_or(firsts.len());
            if class == firsts.len() {
                firsts.push(byte);
            }
            classes[usize::from(byte)] = u8::try_from(class).unwrap_or_default();
        }
        (firsts, classes)
    }
}

/// The machine: in each state it is at certain places of the pattern.
#[derive(Debug)]
pub(super) struct Machine {
    /// The class of each byte.
    classes: [u8; 256],
    /// How many bits the number of a class takes.
    bits: u32,
    /// For each state and class, the next state.
    next: Vec<usize>,
    /// The states in which the text fits.
    fitting: Vec<bool>,
}

impl Machine {
    /// A machine for these steps; what may follow a text that fits is read if `is_whole` is not asked for.
    pub(super) fn new(steps: &Steps, is_whole: bool) -> Self {
        let (mut firsts, classes) = steps.classes();
        // With a power of two of them, a place is found without multiplying.
        firsts.resize(firsts.len().next_power_of_two(), u8::MAX);
        let mut states = vec![steps.reached(1)];
        let (mut next, mut fitting) = (Vec::new(), Vec::new());
        while let Some(places) = states.get(fitting.len()).copied() {
            let fits = places >> steps.last & 1 == 1;
            for byte in &firsts {
                let after = if fits && !is_whole { places } else { steps.after(places, *byte) };
                let known = states.iter().position(|state| *state == after);
                next.push(known.unwrap_or(states.len()));
                if known.is_none() {
                    states.push(after);
                }
            }
            fitting.push(fits);
        }
        Self { classes, bits: firsts.len().trailing_zeros(), next, fitting }
    }

    /// Whether the text fits.
    pub(super) fn takes(&self, text: &[u8]) -> bool {
        let step = |state: usize, byte: &u8| {
            self.next[state << self.bits | usize::from(self.classes[usize::from(*byte)])]
        };
        self.fitting[text.iter().fold(0, step)]
    }
}
