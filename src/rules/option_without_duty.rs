//! [`OptionWithoutDuty`].

use std::collections::BTreeSet;

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Standard, StandardOption};

declare_rule! {
    /// # What it does
    /// Reports an option that no duty refers to. If no duty refers to any option, that is one finding. It reports
    /// nothing where options are given by their titles only, or where there are no duties.
    ///
    /// # Why it matters
    /// Apprentices who choose the option would do the same as everyone else. Either its duties do not say that they
    /// belong to it, or they are missing.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "options": [{ "code": "O1", "title": "Wine cellars" }, { "code": "O2", "title": "Beer cellars" }],
    ///   "duties": [
    ///     { "code": "D1", "text": "Keep the cellar clean." },
    ///     { "code": "D2", "text": "Rack bottles in the cellar.", "options": ["O1"] }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "options": [{ "code": "O1", "title": "Wine cellars" }, { "code": "O2", "title": "Beer cellars" }],
    ///   "duties": [
    ///     { "code": "D1", "text": "Keep the cellar clean." },
    ///     { "code": "D2", "text": "Rack bottles in the cellar.", "options": ["O1"] },
    ///     { "code": "D3", "text": "Tap the casks in the cellar.", "options": ["O2"] }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Guidance: an option is what an apprentice does as well as the core. In published data each duty gives its
    /// options.
    OptionWithoutDuty { name: "option-without-duty", group: Structure, severity: Warning, needs_whole: true }
}

impl Rule for OptionWithoutDuty {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        let options = standard.options.items();
        let duties = standard.duties.items();
        let has_codes = !options.is_empty() && options.iter().all(|option| option.code.stated().is_some());
        if !has_codes || duties.is_empty() || standard.leaves_out("duties") {
            return;
        }
        let named: BTreeSet<String> =
            duties.iter().flat_map(|duty| &duty.options).map(|id| folded(id)).collect();
        if named.is_empty() {
            report_all(standard, cx);
            return;
        }
        let is_named = |code: &str| named.contains(&folded(code));
        for (index, option) in options.iter().enumerate() {
            if option.code.stated().is_some_and(|code| !is_named(code)) {
                report(index, option, cx);
            }
        }
    }
}

fn folded(code: &str) -> String {
    code.trim().to_ascii_lowercase()
}

/// Reports, once, that no duty names any option.
fn report_all(standard: &Standard<'_>, cx: &mut LintContext<'_>) {
    let Some(list) = standard.options.stated() else { return };
    let message = format!("there are {} options, but no duty belongs to any of them", list.items.len());
    let message = if list.items.len() == 1 {
        "there is an option, but no duty belongs to it".to_owned()
    } else {
        message
    };
    cx.report(
        cx.diagnostic("options", message, list.heading, "no duty refers to an option in this list")
            .label(cx.label(standard.duties_place(), "none of these duties refers to an option"))
            .help("add its option to each duty that is not a core duty"),
    );
}

fn report(index: usize, option: &StandardOption<'_>, cx: &mut LintContext<'_>) {
    let Some(text) = option.title.stated().or(option.code.stated()) else { return };
    let message = format!("no duty belongs to the option \"{}\"", text.trim());
    cx.report(
        cx.diagnostic(format!("options[{index}]"), message, text.span(), "no duty refers to this option")
            .help("add the option to the duties that belong to it, or remove the option"),
    );
}
