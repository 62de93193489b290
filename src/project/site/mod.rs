//! A site of documents: which standards and versions there are, and all of its pages, produced one after another.
//!
//! Documents are read twice: once for the little that pages say about other standards, and then, two versions at a
//! time, for the pages of each standard. So no more than the texts of the documents is in memory.

mod files;
mod one;
mod progression;
mod quality;
mod survey;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

pub use self::files::SiteFiles;
use self::one::{Builder, Built};
use self::progression::SiteProgression;
use self::quality::{counts, rule_qualities};
use self::survey::Survey;
use super::Failure;
use super::parallel::{self, PerThread};
use crate::check::check_together;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::model::Format;
use crate::report::site::{
    self, FoundStatement, Groups, OlderCounts, SearchIndex, Site, StandardEntry, all_changes, all_standards,
};
use crate::source::{Source, SourceId};

/// A site that has been built.
#[derive(Debug)]
pub struct BuiltSite {
    /// How many standards it has.
    pub standards: usize,
    /// How many versions it has.
    pub versions: usize,
    /// Why documents could not be read.
    pub failed: Vec<Diagnostic>,
    /// Documents that have no page on the site, and why, as a sentence for each.
    pub left_out: Vec<String>,
}

/// The counts of the findings in an older catalogue, which is called `name`.
#[must_use]
pub fn older_counts(name: &str, sources: &[Source], from: Option<Format>) -> OlderCounts {
    counts(name, sources, from)
}

/// Makes the pages of a site and gives them to `files`.
///
/// # Errors
/// If a file cannot be written, or two versions cannot be compared.
pub fn build_site(
    sources: &[Source],
    from: Option<Format>,
    site: &Site<'_>,
    older: Option<&OlderCounts>,
    files: &dyn SiteFiles,
) -> Result<BuiltSite, Failure> {
    let mut survey = Survey::new(sources, from);
    let mut together: BTreeMap<SourceId, Vec<Diagnostic>> = BTreeMap::new();
    for one in check_together(&survey.extracts, &Config::default()) {
        together.entry(one.primary().source).or_default().push(one);
    }
    let files = Recorder { files, pages: Mutex::default() };
    let skeletons: Vec<StandardEntry> =
        survey.standards.iter().map(|standard| standard.entry.clone()).collect();
    let groups = Groups::new(&skeletons);
    let progression = SiteProgression::new(std::mem::take(&mut survey.records), &skeletons);
    let builder = Builder {
        sources,
        from,
        site,
        survey: &survey,
        entries: &skeletons,
        groups: &groups,
        together: &together,
        progression: &progression,
        vocabularies: PerThread::new(),
        files: &files,
    };
    let numbers: Vec<usize> = (0..skeletons.len()).collect();
    let built: Vec<Built> =
        parallel::map(numbers, |number| builder.standard(number)).into_iter().collect::<Result<_, _>>()?;
    let versions = built.iter().map(|one| one.entry.versions.len()).sum();
    let standards = lists(site, built, older, &files)?;
    let pages = files.pages.into_inner().unwrap_or_else(PoisonError::into_inner);
    if let Some(base_url) = site.base_url {
        let pages: Vec<&str> = pages.iter().map(String::as_str).collect();
        for (name, content) in site::sitemaps(base_url, &pages) {
            files.files.put(&name, &content)?;
        }
    }
    Ok(BuiltSite { standards, versions, failed: survey.failed, left_out: survey.left_out })
}

/// Makes the pages that link to the pages of the standards. Returns how many standards there are.
fn lists(
    site: &Site<'_>,
    built: Vec<Built>,
    older: Option<&OlderCounts>,
    files: &dyn SiteFiles,
) -> Result<usize, Failure> {
    let put = |path: &str, content: String| files.put(path, &content);
    let rules = rule_qualities(&built, older);
    let (entries, statements): (Vec<StandardEntry>, Vec<_>) =
        built.into_iter().map(|one| (one.entry, one.statements)).unzip();
    put("style.css", site::style())?;
    put("index.html", site::home(site, &entries))?;
    put("search.html", site::search_page(site))?;
    all_standards(site, &entries, put)?;
    Groups::new(&entries).render(site, put)?;
    all_changes(site, &entries, put)?;
    site::quality(site, &entries, &rules, older, put)?;
    let mut digests = Vec::new();
    let mut found: BTreeMap<u64, FoundStatement<'_>> = BTreeMap::new();
    for (number, of_standard) in statements.iter().enumerate() {
        for one in of_standard {
            let statement = found.entry(one.digest).or_insert_with(|| {
                digests.push(one.digest);
                (&one.text, Vec::new())
            });
            statement.1.push((number, one.code.to_string()));
        }
    }
    let found = digests.iter().filter_map(|digest| found.remove(digest));
    SearchIndex::new(&entries, found).render(put)?;
    Ok(entries.len())
}

/// Records which pages there are.
struct Recorder<'f> {
    files: &'f dyn SiteFiles,
    pages: Mutex<BTreeSet<String>>,
}

impl SiteFiles for Recorder<'_> {
    fn put(&self, path: &str, content: &str) -> Result<(), Failure> {
        let is_page = Path::new(path).extension().is_some_and(|ending| ending == "html");
        if is_page {
            self.pages.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
        }
        self.files.put(path, content)
    }
}
