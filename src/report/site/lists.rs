//! The lists of standards: all of them, and those of a route, a level or a status.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::address::Names;
use super::changes::Changes;
use super::entry::{Site, StandardEntry};
use super::frame::{SitePage, cell};
use super::listing::{Listing, link};
use crate::report::html_page::{scrolling, text};

/// What standards are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grouping {
    /// By route.
    Route,
    /// By level.
    Level,
    /// By the status of the newest version.
    Status,
}

impl Grouping {
    /// All of them.
    pub(super) const ALL: [Self; 3] = [Self::Route, Self::Level, Self::Status];

    /// The folder of its lists.
    fn folder(self) -> &'static str {
        match self {
            Self::Route => "routes",
            Self::Level => "levels",
            Self::Status => "statuses",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Route => "Routes",
            Self::Level => "Levels",
            Self::Status => "Statuses",
        }
    }

    fn none(self) -> &'static str {
        match self {
            Self::Route => "No route stated",
            Self::Level => "No level stated",
            Self::Status => "No status stated",
        }
    }

    /// The group of a standard: the name of its list.
    fn of(self, standard: &StandardEntry) -> String {
        let group = match self {
            Self::Route => standard.route.clone(),
            Self::Level => standard.level.map(|level| format!("Level {level}")),
            Self::Status => standard.status.clone(),
        };
        group.unwrap_or_else(|| self.none().to_owned())
    }
}

/// The standards of a group.
pub(super) struct Group<'a> {
    pub(super) grouping: Grouping,
    pub(super) title: String,
    pub(super) folder: String,
    pub(super) standards: Vec<&'a StandardEntry>,
}

/// The standards in their groups, in the order of groupings, then titles.
pub struct Groups<'a>(Vec<Group<'a>>);

impl<'a> Groups<'a> {
    /// The groups of these standards.
    #[must_use]
    pub fn new(standards: &'a [StandardEntry]) -> Self {
        let mut groups = Vec::new();
        for grouping in Grouping::ALL {
            let mut by_title: BTreeMap<String, Vec<&StandardEntry>> = BTreeMap::new();
            for standard in standards {
                by_title.entry(grouping.of(standard)).or_default().push(standard);
            }
            let mut names = Names::default();
            groups.extend(by_title.into_iter().map(|(title, standards)| {
                let words = title.split_whitespace().collect::<Vec<_>>().join("-");
                let folder = format!("{}/{}", grouping.folder(), names.name(&words.replace(',', "")));
                Group { grouping, title, folder, standards }
            }));
        }
        Self(groups)
    }

    /// The list of the group of a standard, as a link.
    pub(super) fn link(&self, grouping: Grouping, standard: &StandardEntry, root: &str) -> Markup {
        let title = grouping.of(standard);
        let wanted = (grouping, title.as_str());
        let place = self.0.binary_search_by(|group| (group.grouping, group.title.as_str()).cmp(&wanted));
        html! {
            @match place {
                Ok(place) => (link(root, &format!("{}/index.html", self.0[place].folder), &title)),
                Err(_) => (text(&title)),
            }
        }
    }

    /// Renders the lists of all groups, what changed in each, and the pages that link to them.
    ///
    /// # Errors
    /// Whatever `put` returns.
    pub fn render<E>(
        &self,
        site: &Site<'_>,
        mut put: impl FnMut(&str, String) -> Result<(), E>,
    ) -> Result<(), E> {
        for grouping in Grouping::ALL {
            let groups: Vec<&Group<'_>> = self.0.iter().filter(|group| group.grouping == grouping).collect();
            let address = format!("{}/index.html", grouping.folder());
            put(&address, index(site, grouping, &address, &groups))?;
            for group in groups {
                let feed = (grouping == Grouping::Route).then(|| format!("{}/changes.xml", group.folder));
                let above = vec![(address.clone(), grouping.title().to_owned())];
                standards(
                    site,
                    &group.folder,
                    &group.title,
                    &group.standards,
                    above,
                    feed.clone(),
                    &mut put,
                )?;
                if let Some(feed) = feed {
                    put(
                        &feed,
                        Changes::new(group.standards.iter().copied()).feed(site, &feed, &group.title),
                    )?;
                }
            }
        }
        Ok(())
    }
}

/// The page that links to all groups of a grouping.
fn index(site: &Site<'_>, grouping: Grouping, address: &str, groups: &[&Group<'_>]) -> String {
    let root = super::address::to_root(address);
    let table = html! {
        table class="numbers" {
            thead { tr { th scope="col" { (grouping.title()) } th scope="col" { "Standards" } th scope="col" { "Versions" } } }
            tbody {
                @for group in groups {
                    tr {
                        th scope="row" { (link(&root, &format!("{}/index.html", group.folder), &group.title)) }
                        td { (group.standards.len()) }
                        td { (group.standards.iter().map(|standard| standard.versions.len()).sum::<usize>()) }
                    }
                }
            }
        }
    };
    SitePage::new(address, grouping.title(), scrolling(grouping.title(), &table)).render(site)
}

/// Renders a list of standards.
///
/// # Errors
/// Whatever `put` returns.
pub fn all_standards<E>(
    site: &Site<'_>,
    all: &[StandardEntry],
    mut put: impl FnMut(&str, String) -> Result<(), E>,
) -> Result<(), E> {
    let all: Vec<&StandardEntry> = all.iter().collect();
    standards(site, "standards", "Standards", &all, Vec::new(), None, &mut put)
}

fn standards<E>(
    site: &Site<'_>,
    folder: &str,
    title: &str,
    all: &[&StandardEntry],
    above: Vec<(String, String)>,
    feed: Option<String>,
    put: impl FnMut(&str, String) -> Result<(), E>,
) -> Result<(), E> {
    let mut all = all.to_vec();
    all.sort_by_key(|standard| (standard.name().to_lowercase(), standard.folder.as_str()));
    let listing = Listing {
        folder,
        title,
        lead: html! {},
        columns: &["Standard", "Reference", "Level", "Status", "Latest version"],
        above,
        feed,
        is_published: false,
    };
    listing.render(site, all.len(), |index, root| row(all[index], root), put)
}

fn row(standard: &StandardEntry, root: &str) -> Markup {
    let newest = standard.versions.last();
    html! {
        tr role="row" {
            th scope="row" role="rowheader" { (link(root, &standard.page(), standard.name())) }
            (cell("Reference", &text(&standard.reference)))
            (cell("Level", &html! { @if let Some(level) = standard.level { (level) } }))
            (cell("Status", &text(standard.status.as_deref().unwrap_or_default())))
            (cell("Latest version", &text(newest.map_or("", |version| &version.number))))
        }
    }
}
