//! Other versions of a standard that is cited, and what became of their codes.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::documents::Reader;
use super::inputs::inputs;
use super::opened::Documents;
use super::settings::AllSettings;
use crate::catalogue::{VersionNumber, Versions, has_reference, reference};
use crate::diff::{Choices, compare};
use crate::model::{Code, Document, Standard, Status};
use crate::read::Reading;
use crate::source::{Source, SourceId};

/// An earlier version of a standard, and what became of its codes.
#[derive(Clone, Debug)]
pub(super) struct Past<'a> {
    /// Its number.
    pub(super) label: String,
    /// The version.
    pub(super) standard: &'a Standard<'a>,
    /// What each changed code became; empty for one that was removed.
    pub(super) became: BTreeMap<Code, Vec<Code>>,
}

/// The documents in which other versions of a standard may be. They have the same number as the standard, because
/// nothing points into them.
///
/// Fails if one cannot be read: with its name, and why.
pub(super) fn history(paths: &[PathBuf], reader: Reader<'_>) -> Result<Vec<Source>, String> {
    let mut sources = Vec::new();
    for input in &inputs(paths, None, &mut AllSettings::none(reader.files), false) {
        let Documents { all, .. } = reader.documents(input, SourceId::of_file(0));
        for one in all {
            if let Some(why) = one.found.first().filter(|_| !one.is_read) {
                return Err(format!("`{}`: {}", input.name, why.message));
            }
            sources.push(one.source);
        }
    }
    Ok(sources)
}

/// The earlier versions of a standard among these documents, the latest first.
pub(super) fn past<'a>(current: &'a Document<'a>, readings: &'a [Reading<'a>]) -> Vec<Past<'a>> {
    let Some(reference) = current.standard().and_then(reference) else { return Vec::new() };
    let own = current.standard().and_then(version);
    let mut versions: Versions<VersionNumber, Past<'a>> = Versions::default();
    for document in readings.iter().filter_map(|reading| reading.document.as_ref()) {
        let Some(one) = document.standard().filter(|one| has_reference(one, reference)) else {
            continue;
        };
        let Some(number) = version(one).filter(|number| own.as_ref().is_none_or(|own| number < own)) else {
            continue;
        };
        let label = one.facts.version.stated().map_or("", |text| text.trim()).to_owned();
        let past = Past { label, standard: one, became: became(document, current) };
        versions.add(Some(number), past);
    }
    let mut all: Vec<Past<'a>> = versions.into_latest().collect();
    all.reverse();
    all
}

fn version(standard: &Standard<'_>) -> Option<VersionNumber> {
    standard.facts.version.stated().and_then(|text| VersionNumber::parse(text))
}

/// The number of the newest version of a standard among these documents that is approved for delivery, if it is newer than
/// the standard.
pub(super) fn newer(current: &Document<'_>, readings: &[Reading<'_>]) -> Option<String> {
    let current = current.standard()?;
    let (reference, own) = (reference(current)?, version(current)?);
    let all = readings.iter().filter_map(|reading| reading.document.as_ref()).filter_map(Document::standard);
    let is_approved = |one: &&Standard<'_>| {
        one.facts.status.stated().is_some_and(|status| Status::of(status) == Some(Status::Approved))
    };
    let approved = all.filter(|one| has_reference(one, reference)).filter(is_approved);
    let newer = approved.filter(|one| version(one).is_some_and(|number| number > own));
    let newest = newer.max_by_key(|one| version(one))?;
    newest.facts.version.stated().map(|text| text.trim().to_owned())
}

/// What the codes of an old version became, if they changed.
fn became(old: &Document<'_>, new: &Document<'_>) -> BTreeMap<Code, Vec<Code>> {
    let mut became: BTreeMap<Code, Vec<Code>> = BTreeMap::new();
    let Ok(compared) = compare(old, new, &Choices::default()) else { return became };
    for line in compared.codes {
        if let Some(code) = line.old {
            became.entry(code).or_default().extend(line.new);
        }
    }
    became
}
