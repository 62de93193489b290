//! Documents that cite a standard, and what they cite.

use super::parallel;
use super::past::Past;
use crate::citing::{Citable, CitingChoices, CitingDocument, cite};
use crate::lint::{Cited, PastVersion, Trace};
use crate::model::Standard;
use crate::read::blocks;
use crate::source::Source;

/// What the user says of a trace.
#[derive(Clone, Debug, Default)]
pub struct TraceChoices {
    /// Where codes stand.
    pub citing: CitingChoices,
    /// Whether every document is to name each knowledge statement and skill exactly once, as an assessment plan does.
    pub exactly_once: bool,
    /// Whether other documents cite the standard too: then it is not said what none cites.
    pub is_partial: bool,
    /// The share of the statements that is to be cited, in per cent.
    pub min_coverage: Option<u8>,
}

/// What the documents of these texts cite of a standard. `past` are its earlier versions, the last one
/// first, and `newer` is the number of one that should be cited now.
pub(super) fn traced<'a>(
    sources: &'a [Source],
    standard: &'a Standard<'a>,
    (past, newer): (Vec<Past<'a>>, Option<String>),
    choices: &TraceChoices,
) -> Trace<'a> {
    let citable = Citable::new(standard);
    let cited = parallel::map(sources.iter().collect(), |source: &'a Source| {
        let document = CitingDocument { source: source.id(), blocks: blocks(source) };
        let citations = cite(&document, &citable, &choices.citing);
        let is_plan = choices.exactly_once || document.is_assessment_plan();
        Cited::new(document, citations, is_plan, &citable)
    });
    let version = |past: Past<'a>| PastVersion {
        label: past.label,
        citable: Citable::new(past.standard),
        became: past.became,
    };
    let history = past.into_iter().map(version).collect();
    let TraceChoices { is_partial, min_coverage, .. } = *choices;
    Trace { citable, history, newer, cited, is_whole: !is_partial, min_coverage }
}
