//! A baseline: known findings that should not be shown again, by document, rule and subject.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::schema;
use crate::source::{Source, SourceId, Span};
use crate::syntax::{self, Value};
use crate::tally::Tally;

/// The name and version of the format.
pub const FORMAT: &str = "ksb.baseline/1";

/// A baseline that has been read.
#[derive(Debug)]
pub struct Baseline {
    source: SourceId,
    documents: Vec<BaselinedDocument>,
}

/// The findings of one document in a baseline.
#[derive(Debug)]
struct BaselinedDocument {
    path: String,
    reference: Option<String>,
    tally: Tally,
    /// Where each finding is in the baseline.
    places: BTreeMap<(String, String), Span>,
}

/// A document whose findings go into a baseline.
#[derive(Debug)]
pub struct BaselineEntry<'a> {
    /// The path of its file.
    pub path: &'a str,
    /// Its reference, if it states one.
    pub reference: Option<&'a str>,
    /// Its findings.
    pub found: &'a Tally,
}

#[derive(Serialize)]
struct Written<'a> {
    format: &'static str,
    documents: Vec<WrittenDocument<'a>>,
}

#[derive(Serialize)]
struct WrittenDocument<'a> {
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<&'a str>,
    findings: Vec<WrittenFinding<'a>>,
}

#[derive(Serialize)]
struct WrittenFinding<'a> {
    rule: &'a str,
    subject: &'a str,
    count: usize,
}

/// The baseline of these documents, sorted: the same findings give the same bytes. A document without
/// findings is left out.
#[must_use]
pub fn written(entries: &[BaselineEntry<'_>]) -> String {
    let mut documents: Vec<_> = entries.iter().map(document).collect();
    documents.retain(|document| !document.findings.is_empty());
    documents.sort_by(|a, b| a.path.cmp(b.path));
    let text = serde_json::to_string_pretty(&Written { format: FORMAT, documents });
    text.expect("strings and numbers can be written") + "\n"
}

fn document<'a>(entry: &BaselineEntry<'a>) -> WrittenDocument<'a> {
    let finding = |(rule, subject, count)| WrittenFinding { rule, subject, count };
    let findings = entry.found.iter().map(finding).collect();
    WrittenDocument { path: entry.path, reference: entry.reference, findings }
}

impl Baseline {
    /// Reads a baseline.
    ///
    /// # Errors
    /// If it is not JSON or not in this format: the findings about it.
    pub fn parse(source: &Source) -> Result<Self, Vec<Diagnostic>> {
        let (tree, errors) = syntax::parse(source.text());
        let error = |error: syntax::SyntaxError| {
            let label = Label::new(source.id(), error.span, "here");
            let mut found = Diagnostic::new("syntax", Severity::Error, "baseline", error.message, label);
            found.help = error.help;
            found
        };
        let mut wrong: Vec<Diagnostic> = errors.into_iter().map(error).collect();
        match tree.root().filter(|_| wrong.is_empty()) {
            Some(root) if !is_baseline(root) => wrong.push(unrelated(source, root)),
            _ => wrong.extend(schema::baseline().faults(&tree, source.id())),
        }
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let documents = tree.root().and_then(|root| root.get("documents"));
        let documents = documents.into_iter().flat_map(Value::elements).filter_map(known).collect();
        Ok(Self { source: source.id(), documents })
    }

    /// Assigns each part of the baseline to a checked document, given by its path and its reference: the one at the
    /// same path or, if that file is gone, the only one with the same reference whose path is not in the baseline. Maps
    /// indices of `checked` to indices of parts.
    #[must_use]
    pub fn assign(
        &self,
        checked: &[(String, Option<String>)],
        is_gone: impl Fn(&str) -> bool,
    ) -> BTreeMap<usize, usize> {
        let known: BTreeSet<&str> = self.documents.iter().map(|known| known.path.as_str()).collect();
        let (mut by_path, mut unknown_by_reference) = (BTreeMap::new(), BTreeMap::<&str, Vec<usize>>::new());
        for (number, (path, reference)) in checked.iter().enumerate() {
            by_path.entry(path.as_str()).or_insert(number);
            if let Some(reference) = reference.as_deref().filter(|_| !known.contains(path.as_str())) {
                unknown_by_reference.entry(reference).or_default().push(number);
            }
        }
        let moved = |known: &BaselinedDocument| match unknown_by_reference
            .get(known.reference.as_deref()?)?
            .as_slice()
        {
            [only] if is_gone(&known.path) => Some(*only),
            _ => None,
        };
        let mut out = BTreeMap::new();
        for (index, known) in self.documents.iter().enumerate() {
            let at_path = by_path.get(known.path.as_str()).copied();
            if let Some(number) = at_path.or_else(|| moved(known)) {
                out.entry(number).or_insert(index);
            }
        }
        out
    }

    /// The findings of a part of the baseline, by its index from [`Self::assign`].
    #[must_use]
    pub fn tally(&self, document: usize) -> Tally {
        self.documents[document].tally.clone()
    }

    /// Reports what is left of the tally of a part once the findings of its document are taken out: these are fixed,
    /// and the baseline would hide them if they came back.
    #[must_use]
    pub fn stale(&self, document: usize, left: &Tally, severity: Severity) -> Vec<Diagnostic> {
        let known = &self.documents[document];
        let report = |(rule, subject, count): (&str, &str, usize)| {
            let key = (rule.to_owned(), subject.to_owned());
            let span = known.places.get(&key).copied().unwrap_or_default();
            let message = match count {
                1 => "this finding is in the baseline but is no longer found".to_owned(),
                _ => format!("{count} of these findings are in the baseline but are no longer found"),
            };
            let label = Label::new(self.source, span, format!("in {}", known.path));
            Diagnostic::new("stale-baseline", severity, format!("{rule} {subject}"), message, label)
                .help("write the baseline again with `--write-baseline`")
        };
        left.iter().map(report).collect()
    }
}

/// Whether a file says that it is a baseline, of whatever version.
fn is_baseline(root: Value<'_, '_>) -> bool {
    let format = root.get("format").and_then(Value::as_str);
    format.is_some_and(|format| format.starts_with("ksb.baseline"))
}

/// What is said of a file that is not a baseline.
fn unrelated(source: &Source, root: Value<'_, '_>) -> Diagnostic {
    let start = root.span().range().start;
    let what = format!("its `format` is not `{FORMAT}`");
    let label = Label::new(source.id(), Span::new(start, start + 1), what);
    let message = "this file is not a baseline";
    let help = "name a file that `ksb check --write-baseline FILE` has written";
    Diagnostic::new("schema", Severity::Error, "baseline", message, label).help(help)
}

fn known(document: Value<'_, '_>) -> Option<BaselinedDocument> {
    let text = |value: Value<'_, '_>, key: &str| Some(value.get(key)?.as_str()?.into_owned());
    let (mut tally, mut places) = (Tally::default(), BTreeMap::new());
    for finding in document.get("findings")?.elements() {
        let (rule, subject) = (text(finding, "rule")?, text(finding, "subject")?);
        let count = finding.get("count")?.as_u64()?;
        tally.add_many(&rule, &subject, usize::try_from(count).unwrap_or(usize::MAX));
        places.insert((rule, subject), finding.span());
    }
    Some(BaselinedDocument {
        path: text(document, "path")?,
        reference: text(document, "reference"),
        tally,
        places,
    })
}
