//! `ksb site`: every page links only to pages that exist, the same documents give the same bytes, and nothing is
//! written outside the folder, whatever a catalogue says.
#![allow(clippy::disallowed_methods, reason = "these tests make files and run the program")]

#[path = "../common/browser.rs"]
mod browser;
mod crawl;
mod hostile;
mod in_browser;
mod killed;
mod made;
#[path = "../common/skipped.rs"]
mod skipped;

use std::fs;
use std::path::Path;

use crawl::{crawl, files, is_page};
use made::{catalogue, site, site_in};
use serde_json::Value;

#[test]
fn no_link_is_dead_and_none_leads_out() {
    let made = catalogue();
    let told = site(&[made.path()], &made.root(), &[]);
    assert!(told.contains("3 standards, 4 versions"), "{told}");
    let reached = crawl(&made.root());
    for page in files(&made.root()).keys().filter(|path| is_page(path)) {
        assert!(reached.contains(page), "no page leads to {page}");
    }
    assert!(
        reached.contains("standards/st9901/1.0-to-1.1.html") && reached.contains("standards/au9901/1.0.html")
    );
}

#[test]
fn the_same_documents_give_the_same_bytes_and_a_second_run_does_nothing() {
    let (one, other) = (catalogue(), catalogue());
    for made in [&one, &other] {
        site_in(made.folder(), "catalogue.json", "site");
    }
    assert!(files(&one.root()) == files(&other.root()));
    let before = times(&one.root());
    let told = site_in(one.folder(), "catalogue.json", "site");
    assert!(told.contains("up to date"), "{told}");
    assert_eq!(times(&one.root()), before);
}

#[test]
fn only_files_that_show_a_change_are_written() {
    let made = catalogue();
    made.edit(|_| ());
    site(&[made.path()], &made.root(), &[]);
    let (before, old) = (times(&made.root()), files(&made.root()));
    made.edit(|records| records[3]["title"] = Value::from("Remote sluice monitoring"));
    site(&[made.path()], &made.root(), &[]);
    let (after, new) = (times(&made.root()), files(&made.root()));
    for (path, content) in &new {
        let is_same = old.get(path) == Some(content);
        assert_eq!(before.get(path) == after.get(path), is_same, "{path}");
    }
    let changed: Vec<&str> = new
        .iter()
        .filter(|(path, text)| old.get(*path) != Some(*text))
        .map(|(path, _)| path.as_str())
        .collect();
    assert!(
        changed.contains(&"standards/au9901/index.html") && changed.contains(&"index.html"),
        "{changed:?}"
    );
    assert!(!changed.iter().any(|path| path.starts_with("standards/st9901/")), "{changed:?}");

    made.edit(|records| records.truncate(3));
    site(&[made.path()], &made.root(), &[]);
    assert!(!Path::new(&made.root()).join("standards/au9901").exists());
    crawl(&made.root());
}

#[test]
fn addresses_are_full_where_the_url_of_the_site_is_known() {
    let made = catalogue();
    site(&[made.path()], &made.root(), &["--base-url", "https://standards.example.org/x"]);
    let root = made.root();
    let read = |path: &str| fs::read_to_string(Path::new(&root).join(path)).expect("a file");
    let map = read("sitemap.xml");
    assert!(map.contains("<loc>https://standards.example.org/x/standards/st9901/1.1.html</loc>"), "{map}");
    assert!(read("changes/changes.xml").contains("\"https://standards.example.org/x/changes/changes.xml\""));
    assert!(
        read("index.html").contains("rel=\"canonical\" href=\"https://standards.example.org/x/index.html\"")
    );
    assert!(
        !read("standards/st9901/index.html").contains("href=\"https://standards.example.org/x/standards/fa")
    );
}

#[test]
fn published_texts_have_their_licence_and_drafts_have_none() {
    let made = catalogue();
    site(&[made.path()], &made.root(), &[]);
    let page = |path: &str| fs::read_to_string(Path::new(&made.root()).join(path)).expect("a page");
    assert!(page("standards/st9901/index.html").contains("Crown copyright"));
    assert!(page("standards/st9901/1.0.html").contains("Crown copyright"));
    let drafts = made.folder().join("drafts");
    let samples = ["1.0", "1.1"].map(|version| format!("samples/orchard-technician-{version}.standard.json"));
    let status = |text: String| {
        text.replace("Approved for delivery", "In development").replace("Retired", "In development")
    };
    fs::create_dir(made.folder().join("d")).expect("a folder");
    for (number, sample) in samples.iter().enumerate() {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(sample)).expect("a sample");
        fs::write(made.folder().join(format!("d/{number}.standard.json")), status(text))
            .expect("it is written");
    }
    site(&[made.folder().join("d").to_str().expect("UTF-8")], drafts.to_str().expect("UTF-8"), &[]);
    for (path, text) in files(drafts.to_str().expect("UTF-8")) {
        assert!(!text.contains("Crown copyright"), "{path}");
    }
}

#[test]
fn counts_are_shown_next_to_those_of_an_older_catalogue() {
    let made = catalogue();
    let older = made.folder().join("older.json");
    fs::copy(made.path(), &older).expect("it is copied");
    made.edit(|records| records[1]["overviewOfRole"] = Value::Null);
    let older = older.to_str().expect("UTF-8");
    site(&[made.path()], &made.root(), &["--against", older]);
    let page = fs::read_to_string(Path::new(&made.root()).join("quality/index.html")).expect("a page");
    assert!(page.contains("which has 4 documents") && page.contains("+1"), "{page}");
    crawl(&made.root());
}

/// When each file was written.
fn times(root: &str) -> std::collections::BTreeMap<String, std::time::SystemTime> {
    let time = |path: &String| {
        fs::metadata(Path::new(root).join(path)).and_then(|file| file.modified()).expect("a time")
    };
    files(root).keys().map(|path| (path.clone(), time(path))).collect()
}
