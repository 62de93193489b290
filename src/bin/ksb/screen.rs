//! What keeps findings of a file from being shown.

use std::collections::BTreeMap;

use ksb::diagnostic::Diagnostic;
use ksb::ignores::Ignores;
use ksb::source::SourceId;

/// The screen of each file that was read.
pub(crate) type Screens<'s> = BTreeMap<SourceId, Screen<'s>>;

/// What is known of the findings of one file before they are found.
#[derive(Default)]
pub(crate) struct Screen<'s> {
    pub(crate) ignores: Ignores<'s>,
}

impl Screen<'_> {
    /// The findings that are to be shown.
    pub(crate) fn pass(&mut self, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        self.ignores.pass(found)
    }
}

/// Those of the findings between files that are to be shown.
pub(crate) fn pass_group(found: Vec<Diagnostic>, screens: &mut Screens<'_>) -> Vec<Diagnostic> {
    let mut by_file: BTreeMap<SourceId, Vec<Diagnostic>> = BTreeMap::new();
    for one in found {
        by_file.entry(one.primary().source).or_default().push(one);
    }
    let pass = |(id, found)| match screens.get_mut(&id) {
        Some(screen) => screen.pass(found),
        None => found,
    };
    by_file.into_iter().flat_map(pass).collect()
}
