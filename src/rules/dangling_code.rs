//! [`DanglingCode`].

use super::declare_rule;
use crate::lint::{LintContext, Rule};
use crate::model::{Code, Kind, ListedCode, Mapping, Standard};
use crate::source::{Span, Spanned};

declare_rule! {
    /// # What it does
    /// Reports a code, or an id, that is mapped to a duty but that the document does not have. If the document has no
    /// statements of that kind at all, that is one finding. An id does not show what kind of statement it is for, so if
    /// the document has no statements of a kind, `no-statements` reports that instead.
    ///
    /// # Why it matters
    /// Readers find nothing for the code. Usually a statement was renumbered or removed, and the duty still has the old
    /// code.
    ///
    /// # Example
    /// ```json,fails
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [{ "code": "D1", "text": "Rack bottles in the cellar.", "ksbs": ["K1", "K2", "K3"] }],
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." },
    ///     { "code": "K2", "text": "The principles of cellar temperature." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Use instead
    /// ```json,passes
    /// {
    ///   "kind": "apprenticeship",
    ///   "duties": [{ "code": "D1", "text": "Rack bottles in the cellar.", "ksbs": ["K1", "K2"] }],
    ///   "knowledge": [
    ///     { "code": "K1", "text": "How bottles are stored." },
    ///     { "code": "K2", "text": "The principles of cellar temperature." }
    ///   ]
    /// }
    /// ```
    ///
    /// # Source
    /// Data: published standards have had duties with statements that the version does not have.
    DanglingCode { name: "dangling-code", group: Mapping, severity: Error, needs_whole: true }
}

impl Rule for DanglingCode {
    fn standard(&self, standard: &Standard<'_>, cx: &mut LintContext<'_>) {
        report_ids(standard, cx);
        let mapping = cx.mapping();
        let mut dangling = dangling(mapping);
        // What could not be read may have the code.
        let is_read = |kind: &Kind| !standard.unread_kinds.contains(kind);
        dangling.retain(|listed| listed.code.prefix.kind().as_ref().is_none_or(is_read));
        if mapping.defined().is_empty() || dangling.is_empty() {
            return;
        }
        let hints: Vec<Hint> = standard.kinds().map(|kind| Hint::new(standard, mapping, kind)).collect();
        let mut kinds_reported: Vec<Kind> = Vec::new();
        for ListedCode { duty: index, place, .. } in dangling {
            let codes = standard.duties.items()[index].codes();
            let listed = &codes[place];
            let kind = listed.value.prefix.kind();
            let hint = hints.iter().find(|hint| Some(hint.kind) == kind);
            match kind.filter(|_| hint.is_none()) {
                Some(kind) if kinds_reported.contains(&kind) => {}
                Some(kind) => {
                    kinds_reported.push(kind);
                    report_kind(kind, listed, cx);
                }
                None => {
                    let duty = standard.duty_name(index);
                    let meant = meant(hint, mapping, listed.value);
                    let help = meant.clone().unwrap_or_else(|| suggestion(hint, &duty, listed.value));
                    report_code(
                        [&standard.duty_subject(index), &duty],
                        (place, codes),
                        (meant.is_none(), help),
                        cx,
                    );
                }
            }
        }
    }
}

/// What a code of `kind` may mean, if the document has statements of that kind.
struct Hint {
    kind: Kind,
    /// The only statement that no duty lists, if no duty is missing one.
    only: Option<Code>,
    /// The highest code.
    last: Option<Code>,
}

impl Hint {
    fn new(standard: &Standard<'_>, mapping: &Mapping<'_>, kind: Kind) -> Self {
        let awaited = standard.duties_without(kind).next().is_some();
        let only = match mapping.unmapped(kind).as_slice() {
            [only] if !awaited => Some(only.code.value),
            _ => None,
        };
        let last = standard.statements_of(kind).map(|statement| statement.code.value).max();
        Self { kind, only, last }
    }
}

/// Where duties list codes that no statement has, once for each duty and code, in the order of the document.
fn dangling(mapping: &Mapping<'_>) -> Vec<ListedCode> {
    let mut found = mapping.undefined().to_vec();
    found.dedup_by_key(|listed| (listed.code, listed.duty));
    found.sort_by_key(|listed| (listed.duty, listed.place));
    found
}

fn report_ids(standard: &Standard<'_>, cx: &mut LintContext<'_>) {
    for (index, id) in standard.unknown_ids() {
        let (subject, duty, id_text) = (standard.duty_subject(index), standard.duty_name(index), id.as_str());
        let message = format!("\"{id_text}\" is mapped to {duty}, but no statement has this ID");
        cx.report(
            cx.diagnostic(format!("{subject}→{id_text}"), message, id.span(), "no statement has this ID")
                .help(format!("remove it from {duty}, or replace it with the ID of the intended statement")),
        );
    }
}

fn report_kind(kind: Kind, listed: &Spanned<Code>, cx: &mut LintContext<'_>) {
    let message = format!("{} are mapped to duties, but the document has none", kind.nouns());
    let label = format!("the document has no {}, so it has no {}", kind.nouns(), listed.value);
    cx.report(
        cx.diagnostic(kind.list_name(), message, listed.span, label)
            .help(format!("add the {}, or remove their codes from the duties", kind.nouns())),
    );
}

/// Reports a code by its place in a list: whether the list can do without it, and what to do.
fn report_code(
    [subject, duty]: [&str; 2],
    (place, codes): (usize, &[Spanned<Code>]),
    (may_go, help): (bool, String),
    cx: &mut LintContext<'_>,
) {
    let Spanned { value: code, span } = codes[place];
    let message = format!("{code} is mapped to {duty}, but the document has no {code}");
    let label = if code.prefix.kind().is_some() {
        "no statement has this code".to_owned()
    } else {
        format!("{code} is the code of a duty, not of a statement")
    };
    let mut diagnostic = cx.diagnostic(format!("{subject}→{code}"), message, span, label).help(help);
    if cx.format().is_json()
        && may_go
        && let Some(span) = with_separator(place, codes)
    {
        diagnostic = diagnostic.fix(false, span, "");
    }
    cx.report(diagnostic);
}

/// A code and the comma that goes with it; none if it is the only one.
fn with_separator(place: usize, codes: &[Spanned<Code>]) -> Option<Span> {
    let own = codes[place].span;
    match (place.checked_sub(1), codes.get(place + 1)) {
        (Some(before), _) => Some(Span { start: codes[before].span.end, end: own.end }),
        (None, Some(next)) => Some(Span { start: own.start, end: next.span.start }),
        (None, None) => None,
    }
}

/// What is probably meant: the code without its letter, or the only statement of the kind that no
/// duty lists.
fn meant(hint: Option<&Hint>, mapping: &Mapping<'_>, code: Code) -> Option<String> {
    let hint = hint?;
    let bare = Code { letter: None, part: None, ..code };
    if mapping.defines(bare) {
        return Some(format!("did you mean {bare}?"));
    }
    hint.only.map(|only| {
        format!("did you mean {only}, the only {} that is not mapped to any duty?", hint.kind.noun())
    })
}

/// What to do with a code if it is not clear which other code is meant: where the codes of that kind end.
fn suggestion(hint: Option<&Hint>, duty: &str, code: Code) -> String {
    let Some(Hint { kind, last, .. }) = hint else {
        return format!("remove {code} from {duty}, or replace it with the code of the intended statement");
    };
    match last.filter(|last| last.number < code.number) {
        Some(last) => {
            format!("remove {code} from {duty}, or add {code}: the {} end at {last}", kind.nouns())
        }
        None => format!("correct the code, add {code} to the document, or remove it from {duty}"),
    }
}
