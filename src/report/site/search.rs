//! The search: a page that still leads to lists without its script, and the index that the script loads in parts.
//!
//! What is searched are standards, by their titles and references, and the statements of their newest versions. A part of
//! the index has the words that begin alike, with the numbers of the documents that have them; another has texts. Each is
//! a script, because a page that is opened from a disk cannot load anything else.

use std::collections::BTreeMap;

use maud::{Markup, html};
use serde_json::{Value, json};

use super::entry::{Site, StandardEntry};
use super::frame::SitePage;

/// The script of the search, as `web/search/build` makes it.
pub(super) const SCRIPT: &str = include_str!("search.js");

/// The greatest length of a part of the index in bytes, unless a single word needs more.
const PART: usize = 120_000;

/// A word that more documents than this have is too common to search for.
const COMMON: usize = 3000;

/// The page of the search.
#[must_use]
pub fn search_page(site: &Site<'_>) -> String {
    let main = html! {
        (form(""))
        p id="status" role="status" {}
        div id="results" {}
        noscript {
            p { "Search needs JavaScript. These lists do not:" }
        }
        ul {
            li { a href="standards/index.html" { "Standards from A to Z" } }
            li { a href="routes/index.html" { "By route" } }
            li { a href="levels/index.html" { "By level" } }
            li { a href="statuses/index.html" { "By status" } }
        }
    };
    let mut page = SitePage::new("search.html", "Search", main);
    page.scripts = &["search/search.js"];
    page.render(site)
}

/// The form of the search, on a page with this way to the root.
pub(super) fn form(root: &str) -> Markup {
    html! {
        form class="search" role="search" action={ (root) "search.html" } method="get" {
            label for="q" { "Search titles, references and statements" }
            div { input type="search" id="q" name="q" autocomplete="off"; button type="submit" { "Search" } }
        }
    }
}

/// What is searched.
#[derive(Debug, Default)]
pub struct SearchIndex {
    standards: usize,
    texts: Vec<Value>,
    words: BTreeMap<String, Vec<usize>>,
}

/// A statement, and where it is: the numbers of standards, and its code in each.
pub type FoundStatement<'a> = (&'a str, Vec<(usize, String)>);

impl SearchIndex {
    /// The index of these standards and of the statements of their newest versions.
    pub fn new<'a>(
        standards: &[StandardEntry],
        statements: impl Iterator<Item = FoundStatement<'a>>,
    ) -> Self {
        let mut index = Self { standards: standards.len(), ..Self::default() };
        for standard in standards {
            let text = json!([standard.name(), standard.reference, standard.folder]);
            index.add(&format!("{} {}", standard.name(), standard.reference), text);
        }
        for (said, places) in statements {
            index.add(said, json!([said, null, places]));
        }
        index
    }

    fn add(&mut self, words: &str, text: Value) {
        let id = self.texts.len();
        self.texts.push(text);
        for word in words.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
        {
            let of_word = self.words.entry(word.to_owned()).or_default();
            if of_word.last() != Some(&id) {
                of_word.push(id);
            }
        }
    }

    /// Renders the scripts of the index and gives each to `put`.
    ///
    /// # Errors
    /// What `put` gives.
    pub fn render<E>(mut self, mut put: impl FnMut(&str, String) -> Result<(), E>) -> Result<(), E> {
        let common: Vec<String> =
            self.words.iter().filter(|(_, all)| all.len() > COMMON).map(|(word, _)| word.clone()).collect();
        self.words.retain(|_, all| all.len() <= COMMON);
        let words: Vec<(String, String)> =
            self.words.iter().map(|(word, all)| (word.clone(), steps(all))).collect();
        let mut parts = BTreeMap::new();
        split(&words, 1, &mut parts);
        for (number, of_part) in parts.values().enumerate() {
            let lines: Vec<String> =
                of_part.iter().map(|(word, steps)| format!("{}:{steps}", json!(word))).collect();
            let name = format!("w{number}");
            put(&format!("search/{name}.js"), script(&name, &format!("{{{}}}", lines.join(","))))?;
        }
        let numbers: BTreeMap<&str, usize> =
            parts.keys().enumerate().map(|(number, start)| (start.as_str(), number)).collect();
        let starts = self.render_texts(&mut put)?;
        let index = json!({
            "standards": self.standards, "words": numbers, "texts": starts, "common": common,
        });
        put("search/index.js", script("index", &index.to_string()))?;
        put("search/search.js", SCRIPT.to_owned())
    }

    /// Renders the texts in parts; gives the number of the first text of each.
    fn render_texts<E>(&self, put: &mut impl FnMut(&str, String) -> Result<(), E>) -> Result<Vec<usize>, E> {
        let (mut starts, mut part, mut length) = (Vec::new(), Vec::new(), 0);
        for (id, text) in self.texts.iter().enumerate() {
            let text = text.to_string();
            if part.is_empty() {
                starts.push(id);
            }
            length += text.len();
            part.push(text);
            if length > PART || id + 1 == self.texts.len() {
                let name = format!("t{}", starts.len() - 1);
                put(&format!("search/{name}.js"), script(&name, &format!("[{}]", part.join(","))))?;
                (part, length) = (Vec::new(), 0);
            }
        }
        Ok(starts)
    }
}

/// A part of the index as a script.
fn script(name: &str, content: &str) -> String {
    format!("ksbIndex(\"{name}\",{content});\n")
}

/// Numbers in rising order, each as its distance from the one before.
fn steps(all: &[usize]) -> String {
    let before = std::iter::once(&0).chain(all);
    let steps: Vec<String> = all.iter().zip(before).map(|(one, before)| (one - before).to_string()).collect();
    format!("[{}]", steps.join(","))
}

/// Puts sorted words that begin with the same letters into one part; a part that is too long is split by one letter more.
fn split<'w>(
    words: &'w [(String, String)],
    letters: usize,
    parts: &mut BTreeMap<String, Vec<&'w (String, String)>>,
) {
    let start = |word: &str| word.chars().take(letters).collect::<String>();
    for of_start in words.chunk_by(|one, other| start(&one.0) == start(&other.0)) {
        let length: usize = of_start.iter().map(|(word, steps)| word.len() + steps.len() + 4).sum();
        let is_one = of_start.len() == 1;
        if length > PART && !is_one {
            split(of_start, letters + 1, parts);
        } else {
            parts.entry(start(&of_start[0].0)).or_default().extend(of_start);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_parts_are_split_and_each_word_is_in_the_part_of_its_longest_beginning() {
        let long = "x".repeat(PART / 2 + 1);
        let words: Vec<(String, String)> =
            ["lo", "lock", "locks", "log", "sea"].map(|word| (word.to_owned(), long.clone())).to_vec();
        let mut parts = BTreeMap::new();
        split(&words, 2, &mut parts);
        for (word, _) in &words {
            let start =
                parts.keys().filter(|start| word.starts_with(start.as_str())).max_by_key(|start| start.len());
            let part = start.and_then(|start| parts.get(start)).expect("a part");
            assert!(part.iter().any(|(one, _)| one == word), "{word}");
        }
        assert!(parts.values().all(|part| part.len() == 1));
        assert_eq!(steps(&[3, 4, 10]), "[3,1,6]");
    }
}
