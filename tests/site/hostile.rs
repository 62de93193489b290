//! Catalogues that try to write elsewhere, or to run something.

use std::path::Path;

use serde_json::{Value, json};

use crate::crawl::{crawl, files, is_page};
use crate::made::{catalogue, site};

/// References and titles that try to be more than that.
const REFERENCES: [&str; 12] = [
    "../../x",
    "..",
    "/etc/x",
    "C:\\x",
    "CON",
    "nul.html",
    "index.html",
    "page-2.html",
    "",
    "a/b",
    "a-b",
    "\u{202e}ST\n9901",
];
/// A title that could be taken for markup.
const TITLE: &str = "</title><script src=x>alert(1)</script><img src=y onerror=alert(2)> \" ' & <u>";

#[test]
fn nothing_leaves_the_folder_and_no_script_runs() {
    let made = catalogue();
    made.edit(|records| {
        let record = records[1].clone();
        records.extend(REFERENCES.iter().enumerate().map(|(number, reference)| {
            let title = format!("{number} {TITLE}");
            changed(
                &record,
                &[("referenceNumber", reference), ("title", &title), ("route", TITLE), ("status", TITLE)],
            )
        }));
    });
    let names = || -> Vec<_> {
        let all = std::fs::read_dir(made.folder()).expect("a folder");
        let mut all: Vec<_> = all.map(|entry| entry.expect("an entry").file_name()).collect();
        all.sort();
        all
    };
    site(&[made.path()], &made.root(), &["--title", TITLE]);
    assert_eq!(names(), ["catalogue.json", "site"]);
    crawl(&made.root());
    let all = files(&made.root());
    let folded: std::collections::BTreeSet<String> = all.keys().map(|path| path.to_lowercase()).collect();
    assert_eq!(folded.len(), all.len(), "names differ by more than their capitals");
    for (path, text) in &all {
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-./".contains(c);
        assert!(path.chars().all(is_plain) && !path.contains(".."), "{path}");
        if Path::new(path).extension().is_some_and(|ending| ending != "js") {
            let scripts = text.matches("<script").count();
            assert_eq!(scripts, usize::from(path == "search.html"), "{path}");
            assert!(!text.contains("<img") && !text.contains("<u>"), "{path}");
        }
    }
    let is_standard = |path: &&String| {
        path.starts_with("standards/") && path.ends_with("/index.html") && path.matches('/').count() == 2
    };
    let standards = all.keys().filter(is_standard).count();
    assert_eq!(standards, 3 + REFERENCES.len());
}

#[test]
fn a_standard_may_have_very_many_versions() {
    const COUNT: usize = 700;
    let made = catalogue();
    made.edit(|records| {
        let mut record = records[2].clone();
        for list in ["duties", "knowledges", "skills", "behaviours"] {
            record[list] = json!([]);
        }
        *records = (0..COUNT)
            .map(|number| {
                let version = format!("1.{number}");
                changed(&record, &[("version", &version), ("versionNumber", &version)])
            })
            .collect();
    });
    site(&[made.path()], &made.root(), &[]);
    let reached = crawl(&made.root());
    for number in 0..COUNT {
        assert!(reached.contains(&format!("standards/fa9901/1.{number}.html")), "{number}");
    }
    let longest =
        files(&made.root()).into_iter().filter(|(path, _)| is_page(path)).map(|(_, text)| text.len()).max();
    assert!(longest < Some(300_000), "{longest:?}");
}

fn changed(record: &Value, fields: &[(&str, &str)]) -> Value {
    let mut record = record.clone();
    for (key, value) in fields {
        record[*key] = Value::from(*value);
    }
    record
}
