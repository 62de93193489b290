//! What a site knows about each standard when it lists them: little enough to keep for all of them.

use crate::diff::Category;
use crate::model::Date;

/// What applies to every page of a site.
#[derive(Clone, Copy, Debug)]
pub struct Site<'a> {
    /// What it is called.
    pub title: &'a str,
    /// The full URL of its root, with a slash at the end, if it is known.
    pub base_url: Option<&'a str>,
    /// The version of this tool, without its name.
    pub tool_version: &'a str,
}

/// A standard, with what lists say about it.
#[derive(Clone, Debug)]
pub struct StandardEntry {
    /// Its folder, from the root of the site: `standards/st9901`.
    pub folder: String,
    /// Its reference; empty if it does not state one.
    pub reference: String,
    /// Its title, as its newest version states it.
    pub title: String,
    /// Its level, according to its newest version.
    pub level: Option<i64>,
    /// Its route, according to its newest version.
    pub route: Option<String>,
    /// Its status, according to its newest version.
    pub status: Option<String>,
    /// Its versions, oldest first.
    pub versions: Vec<VersionEntry>,
    /// What was decided on the way, such as which of two documents counts.
    pub remarks: Vec<String>,
}

/// A version, with what lists say about it.
#[derive(Clone, Debug)]
pub struct VersionEntry {
    /// Its number; empty if it does not state one.
    pub number: String,
    /// The name of its page in the folder of the standard.
    pub page: String,
    /// Its status.
    pub status: Option<String>,
    /// The first and the last day of starts, as written.
    pub starts: [Option<String>; 2],
    /// The date since which this version has existed.
    pub since: Option<Date>,
    /// How many duties, knowledge statements, skills and behaviours it has.
    pub sizes: [usize; 4],
    /// How many errors, warnings and pieces of advice it has.
    pub findings: [usize; 3],
    /// Whether its texts are published, and not a draft.
    pub is_published: bool,
    /// What it changed. `None` for the first version.
    pub change: Option<ChangeEntry>,
}

/// What a version changed, with what lists say about it.
#[derive(Clone, Debug)]
pub struct ChangeEntry {
    /// How much it matters, or `None` if nothing differs.
    pub category: Option<Category>,
    /// What changed, as a sentence.
    pub said: String,
    /// The name of the page of the comparison in the folder of the standard.
    pub page: String,
}

impl StandardEntry {
    /// What it is called in lists and titles: its title, or otherwise its reference.
    #[must_use]
    pub fn name(&self) -> &str {
        match (self.title.as_str(), self.reference.as_str()) {
            ("", "") => "Untitled standard",
            ("", reference) => reference,
            (title, _) => title,
        }
    }

    /// The address of its page, from the root of the site.
    #[must_use]
    pub fn page(&self) -> String {
        format!("{}/index.html", self.folder)
    }

    /// The address of its feed, from the root of the site.
    #[must_use]
    pub fn feed(&self) -> String {
        format!("{}/changes.xml", self.folder)
    }

    /// Whether any of its texts is published.
    #[must_use]
    pub fn is_published(&self) -> bool {
        self.versions.iter().any(|version| version.is_published)
    }
}

impl VersionEntry {
    /// What it is called: `Version 1.1`.
    #[must_use]
    pub fn name(&self) -> String {
        match self.number.as_str() {
            "" => "Version without a number".to_owned(),
            number => format!("Version {number}"),
        }
    }

    /// The same in a title, after the title of the standard: `version 1.1`.
    #[must_use]
    pub fn in_words(&self) -> String {
        let name = self.name();
        name.chars().take(1).flat_map(char::to_lowercase).chain(name.chars().skip(1)).collect()
    }

    /// What it changed, or that it is the first version.
    #[must_use]
    pub fn said(&self) -> &str {
        self.change.as_ref().map_or("The first version in these files.", |change| &change.said)
    }

    /// The page that shows what it changed: the page of the comparison, or its own if it is the first version.
    #[must_use]
    pub fn change_page(&self) -> &str {
        self.change.as_ref().map_or(&self.page, |change| &change.page)
    }
}
