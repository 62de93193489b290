//! What keeps findings of a file from being shown.

use std::collections::BTreeMap;

use ksb::config::Settings;
use ksb::diagnostic::Diagnostic;
use ksb::ignores::Ignores;
use ksb::model::Document;
use ksb::source::SourceId;
use ksb::tally::Tally;

use crate::settings::FileSettings;

/// The screen of each file that was read.
pub(crate) type Screens<'s> = BTreeMap<SourceId, Screen<'s>>;

/// What is known of the findings of one file.
#[derive(Default)]
pub(crate) struct Screen<'s> {
    pub(crate) ignores: Ignores<'s>,
    /// What the document is called among those of its file, if it is one of several.
    pub(crate) document: Option<String>,
    /// The reference that the document states.
    pub(crate) reference: Option<String>,
    /// Whether the document does not break off.
    pub(crate) whole: bool,
    /// The findings of an older version.
    pub(crate) before: Tally,
    /// The findings of the baseline.
    pub(crate) known: Tally,
    /// What was found and is not ignored.
    pub(crate) seen: Tally,
}

impl<'s> Screen<'s> {
    pub(crate) fn new(
        document: &Document<'_>,
        whole: bool,
        settings: Option<&'s Settings>,
        own: &FileSettings,
    ) -> Self {
        let ignores = Ignores::new(settings, &own.path, document, whole, &own.config);
        let reference = match document {
            Document::Standard(standard) => standard.facts.reference.stated(),
            Document::Map(_) => None,
        };
        let reference = reference.map(|reference| reference.as_str().to_owned());
        Self { ignores, reference, whole, ..Self::default() }
    }

    /// The findings that are to be shown, of those that are not ignored.
    fn pass(&mut self, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        for one in &found {
            self.seen.add(one);
        }
        let found = self.before.new_among(found);
        self.known.new_among(found)
    }
}

/// Findings by the files that they are in.
pub(crate) fn by_file(found: Vec<Diagnostic>) -> BTreeMap<SourceId, Vec<Diagnostic>> {
    let mut by_file: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for one in found {
        by_file.entry(one.primary().source).or_default().push(one);
    }
    by_file
}

/// The findings that are to be shown, of those that are not ignored.
pub(crate) fn pass(found: Vec<Diagnostic>, screens: &mut Screens<'_>) -> Vec<Diagnostic> {
    let pass = |(id, found)| match screens.get_mut(&id) {
        Some(screen) => screen.pass(found),
        None => found,
    };
    by_file(found).into_iter().flat_map(pass).collect()
}
