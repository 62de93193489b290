//! Whether a document has been migrated before: codes that are changed twice mean something else.

use super::left::NotMoved;
use super::marks::{Mark, version};
use super::target::Target;
use crate::citing::{Citable, Citation, Citations, CitingDocument, versions_named};
use crate::source::Span;

/// Why a document is left as it is, if it is: it already cites the new version, or an earlier migration left codes that
/// nobody has decided on.
pub(super) fn why_left(
    document: &CitingDocument<'_>,
    cited: &Citations<'_>,
    marks: &[Mark],
    target: &Target<'_>,
) -> Option<NotMoved> {
    let left = |span: Span, why: &str| Some(NotMoved { span, why: format!("{why}, so nothing is changed") });
    let new = version(target.new.standard);
    if let Some((mark, new)) = new.and_then(|new| Some((marks.iter().find(|mark| mark.is_of(new))?, new))) {
        return left(mark.span, &format!("its marks say that it has already been migrated to version {new}"));
    }
    if let Some(mark) = marks.iter().find(|mark| mark.is_undecided()) {
        let why = "marks from an earlier migration have not been resolved (correct those codes and remove the marks)";
        return left(mark.span, why);
    }
    let (newer, older) = evidence(cited, target);
    if let Some(citation) = newer.first().filter(|_| newer.len() > older) {
        return left(citation.span, "the texts beside its codes are already from the new version");
    }
    // When a document is moved back to an older version, it may never have stopped naming that version.
    let (old, new) = version(target.old.standard).zip(new).filter(|(old, new)| parts(old) < parts(new))?;
    let named = versions_named(document, target.old.standard);
    let of = |version: &str| named.iter().find(|(number, _)| *number == version);
    let (_, span) = of(new).filter(|_| of(old).is_none() && older == 0 && !cited.codes.is_empty())?;
    left(*span, &format!("it names version {new} and not {old}"))
}

/// The numbers of a version.
fn parts(version: &str) -> Vec<u32> {
    version.split('.').map(|part| part.parse().unwrap_or_default()).collect()
}

/// Whether the text next to a code is what its statement says in the new version, but not in the old one.
pub(super) fn is_newer(citation: &Citation<'_>, target: &Target<'_>) -> bool {
    let says = |citable: &Citable<'_>, text: &str| citable.codes_with_text(text).contains(&citation.first);
    citation.beside.as_ref().is_some_and(|text| says(target.new, text) && !says(target.old, text))
}

/// The codes that show, by the texts next to them, that the document cites the new version, and how many show that it
/// cites the old one.
fn evidence<'c, 's>(cited: &'c Citations<'s>, target: &Target<'_>) -> (Vec<&'c Citation<'s>>, usize) {
    let back = Target { plan: target.plan, old: target.new, new: target.old };
    let newer = cited.codes.iter().filter(|citation| is_newer(citation, target)).collect();
    (newer, cited.codes.iter().filter(|citation| is_newer(citation, &back)).count())
}
