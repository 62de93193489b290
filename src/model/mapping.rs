//! The mapping of a standard's duties to its statements.

use std::collections::BTreeSet;

use super::code::Prefix;
use super::{Code, Duty, Field, Kind, Standard, Statement};
use crate::source::Text;

impl Standard<'_> {
    /// Whether the document states a mapping for any duty. Empty mappings for all duties do not count.
    #[must_use]
    pub fn states_mapping(&self) -> bool {
        self.duties.items().iter().any(|duty| !duty.codes().is_empty())
    }

    /// The indices of the duties that list codes, but none of `kind`. There are none where the
    /// document has no statement of that kind or no duty lists any: then it is not the duty that
    /// is at fault. A duty that lists an id without a statement is left out as well, because the id may be of that
    /// kind.
    pub fn duties_without(&self, kind: Kind) -> impl Iterator<Item = usize> {
        let duties = self.duties.items();
        let common =
            self.statements_of(kind).next().is_some() && duties.iter().any(|duty| duty.lists_kind(kind));
        let lacks = move |duty: &Duty<'_>| {
            let known = !duty.codes().is_empty() && duty.unknown_ids.is_empty();
            common && known && !duty.lists_kind(kind)
        };
        (0..duties.len()).filter(move |&index| lacks(&duties[index]))
    }

    /// The statements of `kind` that no duty lists; see [`Mapping::unmapped`].
    #[must_use]
    pub fn unmapped(&self, kind: Kind) -> Vec<&Statement<'_>> {
        Mapping::new(self).unmapped(kind)
    }

    /// The ids that duties list and no statement has, once for each duty, with the index of the duty. An id does not
    /// show its kind, so there are none if the document has no statements of some kind: then it is not the duty that is
    /// at fault.
    #[must_use]
    pub fn unknown_ids(&self) -> Vec<(usize, &Text<'_>)> {
        let mut kinds = self.kind.kinds().iter();
        let mut out: Vec<(usize, &Text<'_>)> = Vec::new();
        if !kinds.all(|kind| self.statements_of(*kind).next().is_some()) {
            return out;
        }
        for (index, duty) in self.duties.items().iter().enumerate() {
            let mut seen = BTreeSet::new();
            let unknown = duty.unknown_ids.iter().filter(|id| seen.insert(id.as_str()));
            out.extend(unknown.map(|id| (index, id)));
        }
        out
    }

    /// The codes that its statements have.
    #[must_use]
    pub fn defined(&self) -> BTreeSet<Code> {
        self.statements.items().iter().map(|statement| statement.code.value).collect()
    }

    /// Whether the mapping of any duty could not be read.
    #[must_use]
    pub fn has_unreadable_mapping(&self) -> bool {
        self.duties.items().iter().any(|duty| matches!(duty.mapping, Field::Unreadable(_)))
    }
}

/// The mapping of a standard, sorted by codes.
#[derive(Clone, Debug, Default)]
pub struct Mapping<'d> {
    statements: &'d [Statement<'d>],
    is_unreadable: bool,
    /// The codes that statements have, ascending.
    defined: Vec<Code>,
    /// Where duties list them: by code, then in the order of the document.
    listed: Vec<ListedCode>,
    /// For each of these codes, where its places begin in `listed`, and last of all the total number of places.
    starts: Vec<usize>,
    /// For each prefix, the index of the first of these codes that has it or a later one.
    firsts: [usize; Prefix::COUNT],
    /// Where duties list codes that no statement has, in the same order.
    undefined: Vec<ListedCode>,
}

/// A code in the list of a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ListedCode {
    /// The code.
    pub code: Code,
    /// The index of the duty.
    pub duty: usize,
    /// The index of the code in its list.
    pub place: usize,
}

impl<'d> Mapping<'d> {
    /// The mapping of `standard`.
    #[must_use]
    pub fn new(standard: &'d Standard<'d>) -> Self {
        let statements = standard.statements.items();
        let mut defined: Vec<Code> = statements.iter().map(|one| one.code.value).collect();
        if !defined.is_sorted_by(|one, other| one < other) {
            defined.sort_unstable();
            defined.dedup();
        }
        let is_unreadable = standard.has_unreadable_mapping();
        let starts = vec![0; defined.len() + 1];
        let mut firsts = [0; Prefix::COUNT];
        for (prefix, first) in firsts.iter_mut().enumerate() {
            *first = defined.partition_point(|one| (one.prefix as usize) < prefix);
        }
        let mut mapping = Self { statements, is_unreadable, defined, starts, firsts, ..Self::default() };
        mapping.list(standard.duties.items());
        mapping
    }

    /// Puts what the duties list in order. There are few codes, so the space for each is set aside in advance.
    fn list(&mut self, duties: &[Duty<'_>]) {
        each_listed(duties, |listed| match self.index(listed.code) {
            Some(index) => self.starts[index] += 1,
            None => self.undefined.push(listed),
        });
        self.undefined.sort();
        let mut count = 0;
        for start in &mut self.starts {
            count += std::mem::replace(start, count);
        }
        // The initial value does not matter: every place is overwritten.
        let any = ListedCode { code: Code::new(Prefix::K, 0), duty: 0, place: 0 };
        self.listed = vec![any; count];
        let mut next = self.starts.clone();
        each_listed(duties, |listed| {
            if let Some(index) = self.index(listed.code) {
                self.listed[next[index]] = listed;
                next[index] += 1;
            }
        });
    }

    /// The index of a code among those defined. Lists are usually numbered from 1 without a gap.
    fn index(&self, code: Code) -> Option<usize> {
        let likely = self.firsts[code.prefix as usize] + (code.number as usize).saturating_sub(1);
        if self.defined.get(likely) == Some(&code) {
            Some(likely)
        } else {
            self.defined.binary_search(&code).ok()
        }
    }

    /// The codes that the statements have.
    #[must_use]
    pub fn defined(&self) -> &[Code] {
        &self.defined
    }

    /// Whether a statement has this code.
    #[must_use]
    pub fn defines(&self, code: Code) -> bool {
        self.index(code).is_some()
    }

    /// Each code that statements have, with the places where duties list it, in the order of the document.
    pub fn codes(&self) -> impl Iterator<Item = (Code, &[ListedCode])> {
        let places = self.starts.windows(2).map(|ends| &self.listed[ends[0]..ends[1]]);
        self.defined.iter().copied().zip(places)
    }

    /// All codes that duties list and no statement has: by code, then in the order of the document.
    #[must_use]
    pub fn undefined(&self) -> &[ListedCode] {
        &self.undefined
    }

    /// Where duties list `code`.
    #[must_use]
    pub fn places(&self, code: Code) -> &[ListedCode] {
        if let Some(index) = self.index(code) {
            return &self.listed[self.starts[index]..self.starts[index + 1]];
        }
        let from = self.undefined.partition_point(|listed| listed.code < code);
        let to = self.undefined.partition_point(|listed| listed.code <= code);
        &self.undefined[from..to]
    }

    /// The statements of `kind` that no duty lists, in order. There are none where the document
    /// states no mapping, or where a part of it could not be read.
    #[must_use]
    pub fn unmapped(&self, kind: Kind) -> Vec<&'d Statement<'d>> {
        if self.listed.is_empty() && self.undefined.is_empty() || self.is_unreadable {
            return Vec::new();
        }
        let is_unmapped = |one: &&Statement<'_>| one.kind == kind && self.places(one.code.value).is_empty();
        self.statements.iter().filter(is_unmapped).collect()
    }
}

/// Calls `each` with the codes that duties list, in the order of the document.
#[inline]
fn each_listed(duties: &[Duty<'_>], mut each: impl FnMut(ListedCode)) {
    for (duty, own) in duties.iter().enumerate() {
        for (place, code) in own.codes().iter().enumerate() {
            each(ListedCode { code: code.value, duty, place });
        }
    }
}
