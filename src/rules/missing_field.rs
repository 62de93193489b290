//! [`MissingField`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::Standard;

declare_rule! {
    /// # What it does
    /// Reports each required key that is missing from a standards API record. If more than 3 are missing, they are all
    /// reported in one finding. An apprenticeship, a foundation apprenticeship and an apprenticeship unit have
    /// different required keys.
    ///
    /// # Why it matters
    /// One record without a required key stops the import of the whole catalogue.
    ///
    /// # Example
    /// ```json,fails
    /// { "referenceNumber": "AU9902", "title": "Cask tasting", "status": "In development", "version": "1.0" }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "referenceNumber": "AU9902", "title": "Cask tasting", "status": "In development",
    ///   "version": "1.0", "versionNumber": "1.0", "change": null, "level": 3, "larsCode": "", "route": "Digital",
    ///   "typicalDuration": 2, "maxFunding": 0, "overviewOfRole": "Tasting casks.",
    ///   "approvedForDelivery": null, "earliestStartDate": null, "latestStartDate": null, "latestEndDate": null,
    ///   "createdDate": "2025-03-01", "publishDate": "2025-03-01", "keywords": [], "typicalJobTitles": [],
    ///   "regulated": false, "regulatedBody": "", "regulationDetail": [], "technicalKnowledges": [],
    ///   "technicalSkills": [], "learningAimClassCode": "", "minimumHoursForCompliance": 40,
    ///   "whoIsItFor": "", "entryRequirements": "", "apprenticeshipUnitUrl": null
    /// }
    /// ```
    ///
    /// # Source
    /// Data: the import rejects a record without them (E1001). A key with `null` or an empty value is not missing.
    MissingField { name: "missing-field", group: Structure, severity: Error, aliases: ["E1001"], needs_whole: true }
}

/// Up to this many missing keys are reported one by one. If more are missing, the record is reported as incomplete.
const FEW: usize = 3;

impl Rule for MissingField {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let Some(feed) = standard.feed.as_deref() else { return };
        // An older template gives options only by their titles, and that is enough.
        let has_options = feed.unstructured_options.stated().is_some();
        let missing = feed.missing.iter().copied().filter(|key| !(has_options && *key == "options"));
        let missing: Vec<&str> = missing.collect();
        if missing.len() > FEW {
            let (count, all) = (missing.len(), feed.required);
            let names = missing.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(", ");
            let message = format!("the record is incomplete: {count} of {all} keys are missing ({names})");
            cx.report(cx.diagnostic("record", message, standard.start, "these keys are missing").help(
                "use the complete record from the standards API, or add the missing keys, with null where there is \
                 no value",
            ));
            return;
        }
        for key in missing {
            let message = format!("the record has no key `{key}`");
            cx.report(
                cx.diagnostic(key, message, standard.start, "the key is missing from this record")
                    .help(format!("add `{key}`, with null if it has no value")),
            );
        }
    }
}
