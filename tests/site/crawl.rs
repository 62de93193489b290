//! Follows every link of a site.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The files of a site, by their paths, without the folder that ksb keeps for itself.
pub(crate) fn files(root: &str) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let mut folders = vec![String::new()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(Path::new(root).join(&folder)).expect("a folder") {
            let entry = entry.expect("an entry");
            let path = format!("{folder}{}", entry.file_name().to_str().expect("names are plain"));
            match entry.file_type().expect("a type") {
                kind if kind.is_dir() && path == ".ksb-site" => {}
                kind if kind.is_dir() => folders.push(format!("{path}/")),
                _ => {
                    all.insert(path, fs::read_to_string(entry.path()).expect("text"));
                }
            }
        }
    }
    all
}

/// All files that can be reached from the first page. Every link must lead to a file that exists and, if it names a part
/// of it, to a part that the file has.
pub(crate) fn crawl(root: &str) -> BTreeSet<String> {
    let all = files(root);
    let (mut reached, mut next) = (BTreeSet::from(["index.html".to_owned()]), vec!["index.html".to_owned()]);
    while let Some(page) = next.pop() {
        let text = all.get(&page).unwrap_or_else(|| panic!("{page} is not there"));
        if !is_page(&page) && !has_ending(&page, "xml") {
            continue;
        }
        for link in links(text) {
            let (path, part) = link.split_once('#').map_or((link, None), |(path, part)| (path, Some(part)));
            if path.starts_with("https://www.nationalarchives.gov.uk/") {
                continue;
            }
            let target = resolved(&page, path.split('?').next().unwrap_or_default());
            let text =
                all.get(&target).unwrap_or_else(|| panic!("{page} leads to {link}, which is not there"));
            let is_there = |part: &str| part.is_empty() || text.contains(&format!("id=\"{part}\""));
            assert!(part.is_none_or(is_there), "{page} leads to {link}, and {target} has no such part");
            if reached.insert(target.clone()) {
                next.push(target);
            }
        }
    }
    reached
}

/// What the attributes of a page lead to.
fn links(text: &str) -> impl Iterator<Item = &str> {
    [" href=\"", " src=\"", " action=\""].into_iter().flat_map(move |name| {
        text.match_indices(name).map(move |(at, _)| {
            let rest = &text[at + name.len()..];
            &rest[..rest.find('"').expect("an end")]
        })
    })
}

/// Where a link of a page leads, from the root; it must not leave the site.
fn resolved(page: &str, link: &str) -> String {
    if link.is_empty() {
        return page.to_owned();
    }
    assert!(!link.starts_with('/') && !link.contains(':'), "{page} leads out: {link}");
    let mut path: Vec<&str> = page.split('/').collect();
    path.pop();
    for part in link.split('/') {
        match part {
            ".." => assert!(path.pop().is_some(), "{page} leads out: {link}"),
            part => path.push(part),
        }
    }
    path.join("/")
}

/// Whether a file is a page.
pub(crate) fn is_page(path: &str) -> bool {
    has_ending(path, "html")
}

fn has_ending(path: &str, wanted: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending == wanted)
}
