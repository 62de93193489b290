//! Things by their places in a file, to find those at a place without looking through all of them.

use crate::source::Span;

/// Things and their places, in the order of the places.
pub(super) struct Spans<T> {
    all: Vec<(Span, T)>,
    /// How far each place and those before it extend.
    reach: Vec<u32>,
}

impl<T> Spans<T> {
    pub(super) fn new(mut all: Vec<(Span, T)>) -> Self {
        all.sort_by_key(|(span, _)| *span);
        let reach = all.iter().scan(0, |reach, (span, _)| {
            *reach = span.end.max(*reach);
            Some(*reach)
        });
        Self { reach: reach.collect(), all }
    }

    /// What touches a place, last first.
    pub(super) fn touching(&self, place: Span) -> impl Iterator<Item = &(Span, T)> {
        let behind = self.all.partition_point(|(span, _)| span.start <= place.end);
        let near = (0..behind).rev().take_while(move |&index| self.reach[index] >= place.start);
        near.map(|index| &self.all[index]).filter(move |(span, _)| touches(*span, place))
    }
}

/// Whether two places have a byte in common, or one is an empty place inside the other or at its end.
fn touches(one: Span, other: Span) -> bool {
    if one.is_empty() || other.is_empty() {
        return one.start <= other.end && other.start <= one.end;
    }
    one.start < other.end && other.start < one.end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_touches_a_place_is_found() {
        let spans = Spans::new(vec![
            (Span::new(20, 24), 'c'),
            (Span::new(0, 100), 'a'),
            (Span::new(4, 8), 'b'),
            (Span::at(24), 'd'),
        ]);
        let at = |place: Span| spans.touching(place).map(|(_, name)| *name).collect::<String>();
        assert_eq!(at(Span::new(5, 6)), "ba");
        assert_eq!(at(Span::new(8, 20)), "a", "what only adjoins does not touch");
        assert_eq!(at(Span::new(23, 30)), "dca");
        assert_eq!(at(Span::at(24)), "dca", "a place between characters belongs to both");
        assert_eq!(at(Span::new(100, 101)), "");
    }
}
