//! Documents that cite a standard, and what they cite.

use super::past::Past;
use crate::citing::{Citable, CitingDocument, CitingOptions, cite};
use crate::lint::{CitedStandard, DocumentCitations, PastVersion};
use crate::model::Standard;
use crate::read::blocks;
use crate::source::Source;

/// What the user chose for a trace.
#[derive(Clone, Debug, Default)]
pub struct TraceChoices {
    /// Where the codes are.
    pub citing: CitingOptions,
    /// Whether every document must name each knowledge statement and skill exactly once, as an assessment plan does.
    pub exactly_once: bool,
    /// Whether other documents cite the standard too: then it is not reported what none of them cites.
    pub is_partial: bool,
    /// The share of the statements that must be cited, in per cent.
    pub min_coverage: Option<u8>,
}

/// A standard to trace, with what can be cited of it. `past` are its earlier versions, the latest first, and `newer` is
/// the number of one that should be cited now.
pub(super) fn cited_standard<'a>(
    standard: &'a Standard<'a>,
    (past, newer): (Vec<Past<'a>>, Option<String>),
) -> CitedStandard<'a> {
    let version = |past: Past<'a>| PastVersion {
        label: past.label,
        citable: Citable::new(past.standard),
        became: past.became,
    };
    CitedStandard { citable: Citable::new(standard), history: past.into_iter().map(version).collect(), newer }
}

/// What a document cites of a standard.
pub(super) fn cited<'a>(
    source: &'a Source,
    standard: &CitedStandard<'_>,
    choices: &TraceChoices,
) -> DocumentCitations<'a> {
    let document = CitingDocument { source: source.id(), blocks: blocks(source) };
    let citations = cite(&document, &standard.citable, &choices.citing);
    let is_plan = choices.exactly_once || document.is_assessment_plan();
    DocumentCitations::new(document, citations, is_plan, &standard.citable)
}
