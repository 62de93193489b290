//! Pairs: what a comparison says about them.

use serde_json::{Value, json};

use super::case;

/// The report of a comparison of two cases.
fn compared(old: &str, new: &str) -> Option<Value> {
    let (old, new) = (case(old)?, case(new)?);
    let path = old.path.to_str().expect("the path is text");
    let (_, out, err) = new.run(&["diff", "--format", "json", path]);
    Some(serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {err}")))
}

/// The ids of the changes, each with its category.
fn changes(report: &Value) -> Vec<String> {
    let changes = report["changes"].as_array().expect("a list").iter();
    let text = |one: &Value, key: &str| one[key].as_str().expect("a text").to_owned();
    changes.map(|change| format!("{} {}", text(change, "id"), text(change, "category"))).collect()
}

#[test]
fn three_dimensions_are_no_quantity() {
    let Some(report) = compared("diff/3d-old.txt", "diff/3d-new.txt") else { return };
    assert!(changes(&report).iter().all(|change| !change.contains("number")), "{report}");
}

#[test]
fn mended_misspellings_are_corrections() {
    let Some(report) = compared("diff/typo-old.txt", "diff/typo-new.txt") else { return };
    assert_eq!(report["category"], "correction");
    assert_eq!(report["counts"]["skills"]["reworded"], 3);
}

#[test]
fn what_stands_behind_a_cut_is_not_removed() {
    let Some(report) = compared("diff/diff-cut-old.txt", "diff/diff-cut-new.txt") else { return };
    assert!(changes(&report).iter().all(|change| !change.contains("removed")), "{report}");
    assert_eq!(report["behindCut"][0]["count"], 1);
}

#[test]
fn a_record_and_the_page_made_of_it_agree() {
    let Some(report) = compared("records/api-base.json", "pages/status-page.txt") else { return };
    let facts = report["facts"].as_array().expect("a list");
    for field in ["Status", "Approved"] {
        let fact = facts.iter().find(|fact| fact["field"] == field).expect("it is stated");
        assert_eq!(fact["change"], "same", "{fact}");
    }
    assert!(facts.iter().all(|fact| fact["change"] != "changed"), "{facts:?}");
}

#[test]
fn lists_of_statements_are_silent_about_what_neither_has() {
    let Some(report) = compared("drafts/ksb-list-only.txt", "drafts/singular-headings.txt") else { return };
    for part in ["facts", "notStated", "changes"] {
        assert_eq!(report[part], json!([]), "{part}");
    }
}
