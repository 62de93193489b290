//! Real documents, if they are available: every format can show them, and the widths are kept.

#[path = "../common/mod.rs"]
mod common;

use self::common::shared;
use super::{diff, folder, report};

const STANDARD_PAGE: &str = "seeds/004_e7c16463735ceb17.txt";
const MAP_PAGE: &str = "seeds/003_e2b5f374b6061d05.txt";
const RETIRED_PAGE: &str = "seeds/002_8b1d144d8e116444.txt";

/// A folder with the two documents as `old` and `new`.
fn documents(old: &str, new: &str) -> Option<tempfile::TempDir> {
    let folder = folder(&[]);
    for (name, path) in [("old", old), ("new", new)] {
        std::fs::write(folder.path().join(name), shared(path)?).expect("files can be written");
    }
    Some(folder)
}

#[test]
fn sister_standards() {
    let Some(folder) = documents(STANDARD_PAGE, MAP_PAGE) else { return };
    let json = report(folder.path(), &["old", "new"]);
    assert_eq!(json["category"], "revision");
    assert_eq!(json["mapping"]["stated"], "old");
    let fact = |label: &str| {
        let facts = json["facts"].as_array().expect("a list");
        facts.iter().find(|fact| fact["field"] == label).expect("it is stated").clone()
    };
    assert_eq!((&fact("Level")["old"]["value"], &fact("Level")["new"]["value"]), (&"2".into(), &"4".into()));
    for label in ["Title", "Reference"] {
        assert_eq!(fact(label)["change"], "changed");
    }
    for width in [60, 80, 109, 110, 160] {
        let out = diff(folder.path(), &["--width", &width.to_string(), "old", "new"]).out;
        let widest = out.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(width), "{width}: {widest:?}");
    }
    let markdown = diff(folder.path(), &["--format", "markdown", "old", "new"]).out;
    assert!(markdown.chars().count() <= 60_000 && !markdown.contains("Left out"));
    let csv = diff(folder.path(), &["--format", "csv", "old", "new"]).out;
    let lines = csv::Reader::from_reader(csv.as_bytes()).records().count();
    assert!(lines > 100, "{lines}");
}

#[test]
fn a_retired_page_in_prose() {
    let Some(folder) = documents(RETIRED_PAGE, MAP_PAGE) else { return };
    let json = report(folder.path(), &["old", "new"]);
    assert_eq!(json["narrative"]["side"], "old");
    let added = json["changes"].as_array().expect("a list").iter().filter(|change| {
        change["id"].as_str().is_some_and(|id| id.ends_with("-added") || id.ends_with("-removed"))
    });
    assert_eq!(added.count(), 0);
    for format in ["terminal", "markdown", "html", "csv"] {
        assert_eq!(diff(folder.path(), &["--format", format, "old", "new"]).code, 0, "{format}");
    }
}
