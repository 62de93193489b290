//! A document that has been checked on its own.

use super::limits::Hidden;
use super::suppressions::Suppressions;
use crate::catalogue::lines;
use crate::diagnostic::Diagnostic;
use crate::lint::Extract;
use crate::read::encoding::unreadable;
use crate::source::{Source, SourceId};

/// A checked document.
pub struct Checked<'p> {
    /// Its number.
    pub id: SourceId,
    /// Its text, if there are findings in it that can be shown.
    pub source: Option<Source>,
    /// The findings in it that are not ignored.
    pub found: Vec<Diagnostic>,
    /// Those of them that are only counted.
    pub hidden: Hidden,
    pub(super) extract: Option<Extract>,
    /// None if there is no document.
    pub(super) suppressions: Option<Suppressions<'p>>,
    /// Whether it is not a document but a file that holds several.
    pub(super) holds_others: bool,
}

impl Checked<'_> {
    /// The findings about a file as a whole.
    pub(super) fn of_file(source: Source, found: Vec<Diagnostic>) -> Self {
        let (id, hidden) = (source.id(), Hidden::default());
        let (extract, suppressions, source) = (None, None, Some(source));
        Self { id, source, found, hidden, extract, suppressions, holds_others: false }
    }

    /// An extract, whose document was checked elsewhere.
    pub(super) fn of_extract(source: Source) -> Self {
        match lines::parse(source.text(), source.id()) {
            Ok((extract, places)) => Self { extract: Some(extract), ..Self::of_file(places, Vec::new()) },
            Err(why) => {
                let found = unreadable(source.id(), format!("this is not an extract: {why}"));
                Self::of_file(source, vec![found])
            }
        }
    }
}
