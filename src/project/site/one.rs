//! The pages of one standard, version by version.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::super::Failure;
use super::super::parallel::PerThread;
use super::files::SiteFiles;
use super::progression::SiteProgression;
use super::survey::{Survey, SurveyedVersion, digest, shareable, stated};
use crate::catalogue::DocumentName;
use crate::check::check_with;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Severity};
use crate::diff::{Choices, compare};
use crate::model::{Code, Date, Document, Field, Format, Kind, Standard, Statement};
use crate::read::{self, Reading};
use crate::report::diff::{ComparedInput, DiffOptions, DiffReport, Relation};
use crate::report::site::{
    ChangeEntry, Groups, SHOWN, SharedStatement, Site, StandardEntry, StandardPage, VersionEntry,
    all_versions, comparison_page, standard_feed, version_page,
};
use crate::source::{Source, SourceId, Text};
use crate::text_index::Vocabulary;

/// What the pages of all standards are made from.
pub(super) struct Builder<'a> {
    pub(super) sources: &'a [Source],
    pub(super) from: Option<Format>,
    pub(super) site: &'a Site<'a>,
    pub(super) survey: &'a Survey,
    /// The standards, whose versions are not known yet.
    pub(super) entries: &'a [StandardEntry],
    pub(super) groups: &'a Groups<'a>,
    /// The findings where documents contradict each other.
    pub(super) together: &'a BTreeMap<SourceId, Vec<Diagnostic>>,
    pub(super) progression: &'a SiteProgression<'a>,
    pub(super) vocabularies: PerThread<Vocabulary>,
    pub(super) files: &'a dyn SiteFiles,
}

/// What is kept of a standard once its pages are made.
pub(super) struct Built {
    pub(super) entry: StandardEntry,
    /// How often each version breaks each rule.
    pub(super) broken: Vec<BTreeMap<&'static str, usize>>,
    /// The statements of the newest version.
    pub(super) statements: Vec<BuiltStatement>,
}

/// A statement that can be searched.
pub(super) struct BuiltStatement {
    pub(super) digest: u64,
    pub(super) code: Code,
    pub(super) text: String,
}

/// A version while its pages are made.
struct Opened<'s> {
    reading: Reading<'s>,
    source: &'s Source,
    name: DocumentName,
    sha256: String,
    number: String,
    page: String,
    findings: Vec<Diagnostic>,
}

impl Builder<'_> {
    /// Makes the pages of the standard with this number.
    pub(super) fn standard(&self, number: usize) -> Result<Built, Failure> {
        let mut entry = self.entries[number].clone();
        let mut broken = Vec::new();
        let mut before: Option<Opened<'_>> = None;
        for version in &self.survey.standards[number].versions {
            let opened = self.open(version);
            let change = before.as_ref().map(|before| self.change(&entry, before, &opened)).transpose()?;
            let Some(document @ Document::Standard(standard)) = &opened.reading.document else { continue };
            let made = version_entry(&opened, standard, change);
            let page = version_page(self.site, &entry, &made, document, &opened.findings);
            self.files.put(&format!("{}/{}", entry.folder, made.page), &page)?;
            let mut rules = BTreeMap::new();
            opened.findings.iter().for_each(|one| *rules.entry(one.rule).or_default() += 1);
            broken.push(rules);
            entry.versions.push(made);
            before = Some(opened);
        }
        let mut statements = Vec::new();
        if let Some(newest) = &before
            && let Some(Document::Standard(standard)) = &newest.reading.document
        {
            statements = self.newest(number, &entry, standard, &newest.findings)?;
        }
        Ok(Built { entry, broken, statements })
    }

    fn open(&self, version: &SurveyedVersion) -> Opened<'_> {
        let source = &self.sources[version.document];
        let reading = read::read(source, self.from);
        let config = Config::default();
        let mut findings = self.vocabularies.with(|vocabulary| check_with(&reading, &config, vocabulary));
        findings.extend(self.together.get(&source.id()).into_iter().flatten().cloned());
        findings.sort_by_key(|one| Reverse(one.severity));
        let name = DocumentName::new(reading.document.as_ref(), source);
        let (number, page) = (version.number.clone(), version.page.clone());
        Opened { reading, source, name, sha256: source.sha256(), number, page, findings }
    }

    /// What a version changed, with the page of the comparison.
    fn change(
        &self,
        entry: &StandardEntry,
        old: &Opened<'_>,
        new: &Opened<'_>,
    ) -> Result<ChangeEntry, Failure> {
        let documents = old.reading.document.as_ref().zip(new.reading.document.as_ref());
        let (one, other) =
            documents.ok_or_else(|| Failure(format!("{} cannot be read again", new.name.label)))?;
        let comparison =
            compare(one, other, &Choices::default()).map_err(|error| Failure(error.to_string()))?;
        let report = DiffReport {
            comparison: &comparison,
            old: old.input(),
            new: new.input(),
            tool_version: self.site.tool_version,
            options: DiffOptions::default(),
            relation: Relation::Changed,
        };
        let stem = |page: &str| page.trim_end_matches(".html").to_owned();
        let page = format!("{}-to-{}.html", stem(&old.page), stem(&new.page));
        self.files
            .put(&format!("{}/{page}", entry.folder), &comparison_page(self.site, entry, &page, &report))?;
        Ok(ChangeEntry { category: report.category(), said: report.said(), page })
    }

    /// Makes the page of a standard, and the other pages about all its versions. Returns the statements of the newest
    /// version.
    fn newest(
        &self,
        number: usize,
        entry: &StandardEntry,
        standard: &Standard<'_>,
        findings: &[Diagnostic],
    ) -> Result<Vec<BuiltStatement>, Failure> {
        let shared = |statement: &Statement<'_>| -> Vec<&StandardEntry> {
            let having = self.survey.having.get(&digest(&statement.text)).into_iter().flatten();
            having.filter(|other| **other != number).map(|other| &self.entries[*other]).collect()
        };
        let statements = shareable(standard);
        let statements = statements.map(|statement| SharedStatement {
            code: statement.code.value,
            text: &statement.text,
            others: shared(statement),
        });
        let shared = statements.filter(|one| !one.others.is_empty()).collect();
        let page = StandardPage {
            entry,
            newest: standard,
            findings,
            shared,
            progression: self.progression.of(entry),
        };
        self.files.put(&entry.page(), &page.render(self.site, self.groups))?;
        self.files.put(&entry.feed(), &standard_feed(self.site, entry))?;
        if entry.versions.len() > SHOWN {
            all_versions(self.site, entry, |path, content| self.files.put(path, &content))?;
        }
        let all = standard.statements.items().iter();
        Ok(all
            .map(|statement| BuiltStatement {
                digest: digest(&statement.text),
                code: statement.code.value,
                text: statement.text.as_str().to_owned(),
            })
            .collect())
    }
}

impl Opened<'_> {
    /// What a report says about its file.
    fn input(&self) -> ComparedInput<'_> {
        let is_one_of_many = self.source.id().index().is_some();
        let document = is_one_of_many.then_some(self.name.label.as_str());
        ComparedInput { name: self.source.name(), document, sha256: &self.sha256 }
    }
}

fn version_entry(opened: &Opened<'_>, standard: &Standard<'_>, change: Option<ChangeEntry>) -> VersionEntry {
    let facts = &standard.facts;
    let day = |field: &Field<Text<'_>>| field.stated().and_then(|text| Date::of(text));
    let published = standard.feed.as_deref().and_then(|feed| day(&feed.published));
    let dates = &facts.dates;
    let count =
        |kind: Kind| standard.statements.items().iter().filter(|one| one.kind.plain() == kind).count();
    let found = |severity: Severity| opened.findings.iter().filter(|one| one.severity == severity).count();
    VersionEntry {
        number: opened.number.clone(),
        page: opened.page.clone(),
        status: stated(&facts.status),
        starts: [stated(&dates.earliest_start), stated(&dates.latest_start)],
        since: published.or_else(|| day(&dates.approved)).or_else(|| day(&dates.earliest_start)),
        sizes: [
            standard.duties.items().len(),
            count(Kind::Knowledge),
            count(Kind::Skill),
            count(Kind::Behaviour),
        ],
        findings: [Severity::Error, Severity::Warning, Severity::Advice].map(found),
        is_published: !standard.is_draft(),
        change,
    }
}
