//! [`MappedTwice`].

use std::collections::BTreeMap;

use super::declare_rule;
use crate::lint::{CitedStandard, DocumentCitations, LintContext, Rule};
use crate::model::Code;
use crate::source::Span;

declare_rule! {
    /// # What it does
    /// Reports a knowledge statement or skill that appears twice in the same table of an assessment plan (`ksb trace`).
    /// A document counts as a plan if its title or a heading says so, or if you use `--exactly-once`. Codes listed
    /// outside tables count as one table.
    ///
    /// # Why it matters
    /// In a plan, each knowledge statement and skill is assessed by one method, or in one outcome. If it appears twice,
    /// it is assessed twice, or the second should be a different code.
    ///
    /// # Example
    /// ```markdown,fails
    /// Assessment plan for beekeepers
    ///
    /// | KSB | Method |
    /// |-----|--------|
    /// | K1, K2, S1 | Practical |
    /// | K3, S1, S2 | Interview |
    /// ```
    ///
    /// # Use instead
    /// ```markdown,passes
    /// Assessment plan for beekeepers
    ///
    /// | KSB | Method |
    /// |-----|--------|
    /// | K1, K2, S1 | Practical |
    /// | K3, S2 | Interview |
    /// ```
    ///
    /// # Source
    /// Guidance: each knowledge statement and skill is mapped to one method or outcome.
    MappedTwice { name: "mapped-twice", group: Citations, severity: Warning, scope: Trace }
}

impl Rule for MappedTwice {
    fn citing(&self, one: &DocumentCitations<'_>, standard: &CitedStandard<'_>, cx: &mut LintContext<'_>) {
        let mut firsts: BTreeMap<(Option<u32>, Code), Span> = BTreeMap::new();
        for citation in one.citations.codes.iter().filter(|citation| one.is_plan && citation.is_listed) {
            let table = one.document.blocks[citation.block].cell.map(|cell| cell.table);
            let of_plan = standard.codes(citation).into_iter().filter(|code| standard.is_assessed(*code));
            for code in of_plan {
                let first = *firsts.entry((table, code)).or_insert(citation.span);
                if first == citation.span {
                    continue;
                }
                let message = format!("{code} appears twice in this table");
                let mut found = cx.diagnostic(code.to_string(), message, citation.span, "repeated here");
                found.labels.push(cx.label(first, "it appears here first"));
                cx.report(found.help(format!("keep {code} in one place and remove the other")));
            }
        }
    }
}
