//! [`MappedTwice`].

use std::collections::BTreeMap;

use super::declare_rule;
use crate::lint::{Cited, CitedStandard, LintContext, Rule};
use crate::model::Code;
use crate::source::Span;

declare_rule! {
    /// # What it does
    /// Reports a knowledge statement or a skill that stands twice in one table of an assessment plan (`ksb trace`): a
    /// document whose title or heading says that it is one, or any with `--exactly-once`. Text outside tables counts
    /// as one table, as far as it lists codes.
    ///
    /// # Why it matters
    /// In a plan, each knowledge statement and skill is assessed by one method, or in one outcome. What stands twice
    /// is assessed twice, or the second mention is a slip for another code.
    ///
    /// # Example
    /// ```markdown,fails
    /// Assessment plan of the beekeeper
    ///
    /// | KSB | Method |
    /// |-----|--------|
    /// | K1, K2, S1 | Practical |
    /// | K3, S1, S2 | Interview |
    /// ```
    ///
    /// # Use instead
    /// ```markdown,passes
    /// Assessment plan of the beekeeper
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
    fn citing(&self, one: &Cited<'_>, standard: &CitedStandard<'_>, cx: &mut LintContext<'_>) {
        let mut firsts: BTreeMap<(Option<u32>, Code), Span> = BTreeMap::new();
        for citation in one.citations.codes.iter().filter(|citation| one.is_plan && citation.is_listed) {
            let table = one.document.blocks[citation.block].cell.map(|cell| cell.table);
            let of_plan = standard.codes(citation).into_iter().filter(|code| standard.is_assessed(*code));
            for code in of_plan {
                let first = *firsts.entry((table, code)).or_insert(citation.span);
                if first == citation.span {
                    continue;
                }
                let message = format!("{code} is mapped twice");
                let mut found = cx.diagnostic(code.to_string(), message, citation.span, "here again");
                found.labels.push(cx.label(first, "it stands here already"));
                cx.report(found.help(format!("keep {code} in one place")));
            }
        }
    }
}
