//! The quality of the catalogue in counts, with the list of documents for each.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::entry::{Site, StandardEntry};
use super::frame::{SitePage, cell, head};
use super::listing::{Listing, link, standard_link};
use crate::diagnostic::Severity;
use crate::report::html::badge;
use crate::report::html_page::text;

/// How many documents break a rule, and how often.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RuleCount {
    /// Documents.
    pub documents: usize,
    /// Findings.
    pub findings: usize,
}

/// A version that breaks a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct BrokenIn {
    /// The index of the standard.
    pub standard: usize,
    /// The index of the version.
    pub version: usize,
    /// How often.
    pub findings: usize,
}

/// What there is to say about a rule.
#[derive(Clone, Debug)]
pub struct RuleQuality {
    /// Its name.
    pub rule: &'static str,
    /// What it is about, in one line.
    pub about: String,
    /// How severe it is.
    pub severity: Severity,
    /// Where it is broken.
    pub places: Vec<BrokenIn>,
    /// The counts of an older catalogue, if one was given.
    pub before: Option<RuleCount>,
}

impl RuleQuality {
    fn count(&self) -> RuleCount {
        RuleCount {
            documents: self.places.len(),
            findings: self.places.iter().map(|place| place.findings).sum(),
        }
    }
}

/// The counts of each rule in an older catalogue, and the name of that catalogue.
#[derive(Clone, Debug)]
pub struct OlderCounts {
    /// Its name.
    pub name: String,
    /// How many documents it has.
    pub documents: usize,
    /// The counts.
    pub rules: BTreeMap<&'static str, RuleCount>,
}

/// Renders the page of counts, and the list for each.
///
/// # Errors
/// Whatever `put` returns.
pub fn quality<E>(
    site: &Site<'_>,
    standards: &[StandardEntry],
    rules: &[RuleQuality],
    older: Option<&OlderCounts>,
    mut put: impl FnMut(&str, String) -> Result<(), E>,
) -> Result<(), E> {
    let address = "quality/index.html";
    let documents: usize = standards.iter().map(|standard| standard.versions.len()).sum();
    let main = html! {
        p {
            "How many of the " (documents) " versions break each ksb rule."
            @if let Some(older) = older {
                " The table also has the count in " (text(&older.name)) ", which has " (older.documents) " documents."
            }
        }
        (table(rules, older.is_some()))
    };
    put(address, SitePage::new(address, "Quality", main).render(site))?;
    for rule in rules.iter().filter(|rule| !rule.places.is_empty()) {
        list(site, standards, rule, &mut put)?;
    }
    Ok(())
}

fn table(rules: &[RuleQuality], has_older: bool) -> Markup {
    let mut columns = vec!["Rule", "Severity", "Versions", "Findings"];
    if has_older {
        columns.push("Versions before");
        columns.push("Change");
    }
    html! {
        table class="cards list counts" role="table" aria-label="Rules" {
            (head(&columns))
            tbody role="rowgroup" { @for rule in rules { (row(rule)) } }
        }
    }
}

fn row(rule: &RuleQuality) -> Markup {
    let count = rule.count();
    html! {
        tr role="row" {
            th scope="row" role="rowheader" {
                @if rule.places.is_empty() { (rule.rule) } @else { a href={ (rule.rule) "/index.html" } { (rule.rule) } }
                span class="quiet origin" { (text(&rule.about)) }
            }
            (cell("Severity", &badge(rule.severity)))
            (cell("Versions", &html! { (count.documents) }))
            (cell("Findings", &html! { (count.findings) }))
            @if let Some(before) = rule.before {
                (cell("Versions before", &html! { (before.documents) }))
                (cell("Change", &difference(before.documents, count.documents)))
            }
        }
    }
}

/// How a count changed, as a sign and figures.
fn difference(before: usize, now: usize) -> Markup {
    html! {
        @if now > before { "+" (now - before) } @else if now < before { "−" (before - now) } @else { "the same" }
    }
}

/// The list of the versions that break a rule.
fn list<E>(
    site: &Site<'_>,
    standards: &[StandardEntry],
    rule: &RuleQuality,
    put: impl FnMut(&str, String) -> Result<(), E>,
) -> Result<(), E> {
    let folder = format!("quality/{}", rule.rule);
    let listing = Listing {
        folder: &folder,
        title: rule.rule,
        lead: html! { p { (badge(rule.severity)) " " (text(&rule.about)) } },
        columns: &["Standard", "Version", "Findings"],
        above: vec![("quality/index.html".to_owned(), "Quality".to_owned())],
        feed: None,
        is_published: false,
    };
    let row = |index: usize, root: &str| {
        let place = rule.places[index];
        let standard = &standards[place.standard];
        let version = &standard.versions[place.version];
        html! {
            tr role="row" {
                th scope="row" role="rowheader" { (standard_link(root, standard)) }
                (cell("Version", &link(root, &format!("{}/{}", standard.folder, version.page), &version.name())))
                (cell("Findings", &html! { (place.findings) }))
            }
        }
    };
    listing.render(site, rule.places.len(), row, put)
}
