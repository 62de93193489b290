//! What a standard states of the mapping between its duties and its statements.

use std::collections::BTreeSet;

use super::{Code, Duty, Field, Kind, Standard, Statement};
use crate::source::Text;

impl Standard<'_> {
    /// Whether the document says of any duty which statements it needs. An empty mapping at every
    /// duty says nothing.
    #[must_use]
    pub fn states_mapping(&self) -> bool {
        self.duties.items().iter().any(|duty| !duty.codes().is_empty())
    }

    /// The indices of the duties that list codes, but none of `kind`. There are none where the
    /// document has no statement of that kind or no duty lists any: then it is not the duty that
    /// is at fault. Nor is a duty among them that lists an id without a statement, which may be of that kind.
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

    /// The ids that duties list and no statement has, each with the index of its duty, and once for each. An id
    /// does not tell the kind that it is of, so there are none where the document has no statements of some
    /// kind: then it is not the duty that is at fault.
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
    defined: Vec<Code>,
    listed: Vec<Listed>,
    /// For each code that is defined, where its places begin among those listed, and where they end.
    of_defined: Vec<(usize, usize)>,
}

/// A code in the list of a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listed {
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
        let mut defined: Vec<Code> = standard.statements.items().iter().map(|one| one.code.value).collect();
        defined.sort();
        defined.dedup();
        let listed = listed(standard.duties.items());
        let mut end = 0;
        let of_defined = defined.iter().map(|code| {
            let start = end + listed[end..].iter().take_while(|one| one.code < *code).count();
            end = start + listed[start..].iter().take_while(|one| one.code == *code).count();
            (start, end)
        });
        let of_defined = of_defined.collect();
        let is_unreadable = standard.has_unreadable_mapping();
        Self { statements: standard.statements.items(), is_unreadable, defined, listed, of_defined }
    }

    /// The codes that the statements have.
    #[must_use]
    pub fn defined(&self) -> &[Code] {
        &self.defined
    }

    /// Whether a statement has this code.
    #[must_use]
    pub fn defines(&self, code: Code) -> bool {
        self.defined.binary_search(&code).is_ok()
    }

    /// All codes that duties list: by code, then in the order of the document.
    #[must_use]
    pub fn listed(&self) -> &[Listed] {
        &self.listed
    }

    /// Where duties list `code`.
    #[must_use]
    pub fn places(&self, code: Code) -> &[Listed] {
        let (from, to) = match self.defined.binary_search(&code) {
            Ok(index) => self.of_defined[index],
            Err(_) => (
                self.listed.partition_point(|listed| listed.code < code),
                self.listed.partition_point(|listed| listed.code <= code),
            ),
        };
        &self.listed[from..to]
    }

    /// The statements of `kind` that no duty lists, in order. There are none where the document
    /// states no mapping, or where a part of it could not be read.
    #[must_use]
    pub fn unmapped(&self, kind: Kind) -> Vec<&'d Statement<'d>> {
        if self.listed.is_empty() || self.is_unreadable {
            return Vec::new();
        }
        let is_unmapped = |one: &&Statement<'_>| one.kind == kind && self.places(one.code.value).is_empty();
        self.statements.iter().filter(is_unmapped).collect()
    }
}

/// All codes that duties list, by code, those of one code in the order of the document.
fn listed(duties: &[Duty<'_>]) -> Vec<Listed> {
    let mut all = Vec::new();
    for (duty, own) in duties.iter().enumerate() {
        let codes = own.codes().iter().enumerate();
        all.extend(codes.map(|(place, code)| Listed { code: code.value, duty, place }));
    }
    // Numbers are put in order, and not what they stand for.
    let mut order: Vec<(u64, usize)> =
        all.iter().enumerate().map(|(at, listed)| (listed.code.rank(), at)).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, at)| all[at]).collect()
}
