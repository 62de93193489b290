//! The versions of a standard in order.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Bound::{Excluded, Unbounded};

/// The number of a version, part by part: 1.10 comes after 1.9.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct VersionNumber(Vec<u32>);

impl VersionNumber {
    /// Reads a version number; none if the text is anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let parts = text.trim().split('.').map(str::parse);
        parts.collect::<Result<_, _>>().ok().map(Self)
    }

    /// The major and the minor part, if it has exactly two parts, as published versions do.
    #[must_use]
    pub fn major_and_minor(&self) -> Option<(u32, u32)> {
        match *self.0 {
            [major, minor] => Some((major, minor)),
            _ => None,
        }
    }
}

impl fmt::Display for VersionNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, part) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(".")?;
            }
            write!(f, "{part}")?;
        }
        Ok(())
    }
}

/// The items of each version of one standard, the earliest version first. Items without a number come before all
/// others. A version may have several items, in the order in which they were added; the last one counts.
#[derive(Clone, Debug)]
pub struct Versions<N, T> {
    of_number: BTreeMap<Option<N>, Vec<T>>,
}

impl<N: Ord, T> Default for Versions<N, T> {
    fn default() -> Self {
        Self { of_number: BTreeMap::new() }
    }
}

impl<N: Ord + Clone, T> Versions<N, T> {
    /// Adds an item of a version.
    pub fn add(&mut self, number: Option<N>, one: T) {
        self.of_number.entry(number).or_default().push(one);
    }

    /// All items of one version.
    #[must_use]
    pub fn of(&self, number: &N) -> &[T] {
        self.of_number.get(&Some(number.clone())).map_or(&[], Vec::as_slice)
    }

    /// All items of the previous version.
    #[must_use]
    pub fn before(&self, number: &N) -> &[T] {
        let earlier = (Unbounded, Excluded(Some(number.clone())));
        let last = self.of_number.range(earlier).next_back();
        last.filter(|(number, _)| number.is_some()).map_or(&[], |(_, all)| all.as_slice())
    }

    /// All items, version by version.
    #[must_use]
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (Option<&N>, &[T])> {
        self.of_number.iter().map(|(number, all)| (number.as_ref(), all.as_slice()))
    }

    /// All items, version by version, so that those of each version can be sorted.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut [T]> {
        self.of_number.values_mut().map(Vec::as_mut_slice)
    }

    /// The item that counts for the last version.
    #[must_use]
    pub fn last(&self) -> Option<&T> {
        self.of_number.values().next_back()?.last()
    }

    /// The item that counts for each version.
    pub fn into_latest(self) -> impl Iterator<Item = T> {
        self.of_number.into_values().filter_map(|mut all| all.pop())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Option<VersionNumber> {
        VersionNumber::parse(text)
    }

    #[test]
    fn versions_are_numbers() {
        assert!(number("1.9") < number("1.10") && number("1.10") < number("2.0"));
        assert!(number("1") < number(" 1.0 "));
        assert_eq!([number(""), number("1.x"), number("draft")], [None, None, None]);
        let parts = |text| number(text).and_then(|number| number.major_and_minor());
        assert_eq!([parts("1.10"), parts("1"), parts("1.2.3")], [Some((1, 10)), None, None]);
    }

    #[test]
    fn of_each_version_the_last_one_counts() {
        let mut versions = Versions::default();
        for (text, one) in [("1.10", 'd'), ("1.9", 'a'), ("draft", 'x'), ("1.9", 'b')] {
            versions.add(number(text), one);
        }
        let of = |text: &str| versions.before(&number(text).expect("a number"));
        assert_eq!([of("1.10"), of("1.9.5"), of("1.9"), of("0.1")], [&['a', 'b'][..], &['a', 'b'], &[], &[]]);
        assert_eq!(versions.of(&number("1.9").expect("a number")), ['a', 'b']);
        assert_eq!(versions.last(), Some(&'d'));
        assert_eq!(versions.into_latest().collect::<String>(), "xbd");
    }
}
