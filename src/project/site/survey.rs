//! What there is: the standards among documents, and the little that the pages of one say about others.

use std::collections::{BTreeMap, BTreeSet};

use super::super::parallel;
use super::super::progression::record;
use crate::catalogue::{Extract, VersionNumber, Versions, document_label, reference};
use crate::check::extract;
use crate::diagnostic::Diagnostic;
use crate::model::{Document, Field, Format, Kind, Standard, Statement, folded};
use crate::progression::OccupationRecord;
use crate::read;
use crate::report::site::{Names, StandardEntry};
use crate::source::{Source, Text, sha256_hex};

/// The standards among documents.
#[derive(Default)]
pub(super) struct Survey {
    pub(super) standards: Vec<SurveyedStandard>,
    pub(super) extracts: Vec<Extract>,
    /// For the digest of each statement, the standards whose newest versions have it.
    pub(super) having: BTreeMap<u64, Vec<usize>>,
    /// What is kept of each document so that occupations can be compared.
    pub(super) records: Vec<OccupationRecord>,
    pub(super) failed: Vec<Diagnostic>,
    pub(super) left_out: Vec<String>,
}

/// A standard before its versions are read.
pub(super) struct SurveyedStandard {
    /// What is said about it; its versions are not known yet.
    pub(super) entry: StandardEntry,
    /// Its versions, oldest first: the documents, their numbers, and the names of their pages.
    pub(super) versions: Vec<SurveyedVersion>,
}

pub(super) struct SurveyedVersion {
    /// The index of its document.
    pub(super) document: usize,
    pub(super) number: String,
    pub(super) page: String,
}

/// What is kept of a document.
struct Surveyed {
    document: usize,
    label: String,
    reference: String,
    title: String,
    number: Option<VersionNumber>,
    level: Option<i64>,
    route: Option<String>,
    status: Option<String>,
    digests: Vec<u64>,
    /// What other documents are compared with, until it is moved to the extracts of all documents.
    extract: Option<Extract>,
    record: Option<OccupationRecord>,
}

/// What distinguishes a standard from others: its reference, or its title if it states no reference, and which of the
/// two it is.
type Key = (bool, String);

/// What a document turned out to be.
enum Found {
    Standard(Box<Surveyed>),
    /// It has no page on the site, and why.
    Other(String, Option<Extract>),
    Failed(Vec<Diagnostic>),
}

impl Survey {
    pub(super) fn new(sources: &[Source], from: Option<Format>) -> Self {
        let found =
            parallel::map(sources.iter().enumerate().collect(), |(index, source)| found(index, source, from));
        let mut survey = Self::default();
        let mut by_key: BTreeMap<Key, Versions<VersionNumber, Box<Surveyed>>> = BTreeMap::new();
        for one in found {
            match one {
                Found::Standard(mut one) => {
                    survey.extracts.extend(one.extract.take());
                    survey.records.extend(one.record.take());
                    by_key.entry(one.key()).or_default().add(one.number.clone(), one);
                }
                Found::Other(why, extract) => {
                    survey.extracts.extend(extract);
                    survey.left_out.push(why);
                }
                Found::Failed(why) => survey.failed.extend(why),
            }
        }
        let mut names = Names::default();
        for (number, ((_, key), versions)) in by_key.into_iter().enumerate() {
            let newest = versions.last().map(|one| one.digests.clone()).unwrap_or_default();
            let newest: BTreeSet<u64> = newest.into_iter().collect();
            for digest in newest {
                survey.having.entry(digest).or_default().push(number);
            }
            let folder = format!("standards/{}", names.name(&key));
            survey.standards.push(standard(folder, &versions));
        }
        survey
    }
}

fn found(number: usize, source: &Source, from: Option<Format>) -> Found {
    let reading = read::read(source, from);
    let extract = extract(&reading);
    let name = |document: &Document<'_>| {
        document_label(Some(document), source).unwrap_or_else(|| source.name().to_owned())
    };
    match &reading.document {
        None => Found::Failed(reading.diagnostics),
        Some(map @ Document::Map(_)) => {
            Found::Other(format!("{} is an occupational map, so it has no page.", name(map)), extract)
        }
        Some(document @ Document::Standard(standard)) => {
            let mut one = Surveyed::new(number, name(document), standard);
            if one.reference.is_empty() && one.title.is_empty() {
                return Found::Other(
                    format!("{} has neither a reference nor a title, so it has no page.", one.label),
                    extract,
                );
            }
            (one.extract, one.record) = (extract, record(document, source));
            Found::Standard(Box::new(one))
        }
    }
}

impl Surveyed {
    fn key(&self) -> Key {
        match self.reference.as_str() {
            "" => (true, self.title.to_lowercase()),
            reference => (false, reference.to_owned()),
        }
    }

    fn new(document: usize, label: String, standard: &Standard<'_>) -> Self {
        let facts = &standard.facts;
        Self {
            document,
            label,
            reference: reference(standard).map(|text| text.trim().to_uppercase()).unwrap_or_default(),
            title: stated(&facts.title).unwrap_or_default(),
            number: facts.version.stated().and_then(|version| VersionNumber::parse(version)),
            level: facts.level.stated().map(|level| level.value),
            route: stated(&facts.route),
            status: stated(&facts.status),
            digests: shareable(standard).map(|statement| digest(&statement.text)).collect(),
            extract: None,
            record: None,
        }
    }
}

/// What a field states, if it has any words.
pub(super) fn stated(field: &Field<Text<'_>>) -> Option<String> {
    field.stated().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// The statements that may carry over: knowledge and skills.
pub(super) fn shareable<'d, 's>(standard: &'d Standard<'s>) -> impl Iterator<Item = &'d Statement<'s>> {
    standard.statements.items().iter().filter(|statement| statement.kind.plain() != Kind::Behaviour)
}

/// What distinguishes a text from others, whatever its capitals and spaces.
pub(super) fn digest(text: &str) -> u64 {
    let hash = sha256_hex(folded(text).as_bytes());
    u64::from_str_radix(&hash[..16], 16).unwrap_or_default()
}

/// A standard made up of these documents. The last document of each version counts.
fn standard(folder: String, versions: &Versions<VersionNumber, Box<Surveyed>>) -> SurveyedStandard {
    let (mut names, mut all, mut remarks) = (Names::default(), Vec::new(), Vec::new());
    for (_, of_version) in versions.iter() {
        let Some((last, others)) = of_version.split_last() else { continue };
        let number = last.number.as_ref().map(ToString::to_string).unwrap_or_default();
        if !others.is_empty() {
            let times = others.len() + 1;
            remarks.push(format!("{} appears {times} times: only the last one is used.", last.label));
        }
        let name = names.name(if number.is_empty() { "unnumbered" } else { &number });
        all.push(SurveyedVersion { document: last.document, number, page: format!("{name}.html") });
    }
    let newest = versions.last();
    let text = |of: fn(&Surveyed) -> &Option<String>| newest.and_then(|one| of(one).clone());
    let entry = StandardEntry {
        folder,
        reference: newest.map(|one| one.reference.clone()).unwrap_or_default(),
        title: newest.map(|one| one.title.clone()).unwrap_or_default(),
        level: newest.and_then(|one| one.level),
        route: text(|one| &one.route),
        status: text(|one| &one.status),
        versions: Vec::new(),
        remarks,
    };
    SurveyedStandard { entry, versions: all }
}
