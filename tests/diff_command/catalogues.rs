//! Two downloads of a catalogue.

use serde_json::{Value, json};
use tempfile::TempDir;

use super::{diff, folder, ksb, report, run, samples, standard};

/// The records of the sample: ST9901 1.0 and 1.1, FA9901 1.0, AU9901 1.0.
fn records() -> Vec<Value> {
    let text = super::sample("api/waterways.catalogue.json");
    serde_json::from_str(&text).expect("the sample is an array")
}

/// A catalogue as an array with a record on each line.
fn array(records: &[Value]) -> String {
    format!("[{}]\n", records.iter().map(Value::to_string).collect::<Vec<_>>().join(",\n"))
}

/// Makes the statement at `index` of a record's `list` say something else.
fn reword(record: &mut Value, list: &str, index: usize, text: &str) {
    record[list][index]["detail"] = text.into();
}

/// A version after 1.1, which only reverses the level.
fn next_version() -> Value {
    let mut next = records().remove(1);
    next["version"] = "1.2".into();
    next["versionNumber"] = "1.2".into();
    next["level"] = 3.into();
    next
}

/// Two downloads: FA9901 was edited, AU9901 was removed, and ST9901 1.2 and ST9903 1.0 were added.
fn downloads() -> TempDir {
    let old = records();
    let mut new = old.clone();
    reword(&mut new[2], "technicalKnowledges", 0, "Something else altogether about boats.");
    new.truncate(3);
    new.insert(0, next_version());
    let mut other = new[1].clone();
    other["referenceNumber"] = "ST9903".into();
    new.push(other);
    folder(&[("old.json", &array(&old)), ("new.json", &array(&new))])
}

#[test]
fn git_is_told_the_weightiest_first_too() {
    let old = records();
    let mut new = old.clone();
    new[0]["title"] = "Canal lock keeper!".into();
    reword(&mut new[2], "technicalKnowledges", 0, "Something else altogether about boats.");
    new[2]["level"] = 7.into();
    let folder = folder(&[("old.json", &array(&old)), ("new.json", &array(&new))]);
    let names: Vec<String> = report(folder.path(), &["old.json", "new.json"])["comparisons"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| one["new"]["document"].as_str().expect("a name").to_owned())
        .collect();
    let arguments = ["git-diff-driver", "a.json", "old.json", "1", "100644", "new.json", "2", "100644"];
    let ran = run(ksb(folder.path()).args(arguments));
    let place =
        |name: &String| ran.out.find(&format!("New: {name} in")).unwrap_or_else(|| panic!("{}", ran.out));
    assert_eq!((ran.code, names.len()), (0, 2), "{}", ran.err);
    assert!(names[0].starts_with("FA9901") && names.is_sorted_by_key(place), "{names:?}: {}", ran.out);
}

#[test]
fn versions_that_came_went_and_changed_are_told_the_weightiest_first() {
    let folder = downloads();
    let json = report(folder.path(), &["old.json", "new.json"]);
    assert_eq!((&json["format"], &json["category"]), (&"ksb.diffs/1".into(), &"revision".into()));
    assert_eq!(json["newVersions"], json!(["ST9901_1.2"]));
    assert_eq!((&json["onlyOld"], &json["onlyNew"]), (&json!(["AU9901_1.0"]), &json!(["ST9903_1.0"])));
    assert_eq!(json["unchanged"], 2);
    let comparisons = json["comparisons"].as_array().expect("a list");
    let documents = |one: &Value| (one["old"]["document"].clone(), one["new"]["document"].clone());
    let compared: Vec<_> = comparisons.iter().map(documents).collect();
    assert!(compared.contains(&("ST9901_1.1".into(), "ST9901_1.2".into())), "{compared:?}");
    assert!(compared.contains(&("FA9901_1.0".into(), "FA9901_1.0".into())), "{compared:?}");
    assert_eq!(compared.len(), 2);
    assert_eq!(comparisons[0]["old"]["path"], "new.json", "it came after what the new catalogue has");
}

#[test]
fn every_format_tells_them() {
    let folder = downloads();
    let shown =
        |arguments: &[&str]| diff(folder.path(), &[&["old.json", "new.json"], arguments].concat()).out;
    let told = "1 document changed, 1 new version, 1 document added and 1 document removed. 2 documents are the \
        same on both sides.";
    assert!(shown(&["--width", "200"]).contains(told), "{}", shown(&["--width", "200"]));
    assert!(shown(&["--width", "60"]).lines().all(|line| line.chars().count() <= 60));
    let stat = shown(&["--stat"]);
    assert!(stat.contains("ST9901 version 1.1 → ST9901 version 1.2 (new version): revision."), "{stat}");
    assert!(stat.contains("FA9901 version 1.0: "), "{stat}");
    assert!(stat.ends_with("\n2 documents are identical\n"), "{stat}");
    let markdown = shown(&["--format", "markdown"]);
    assert!(
        markdown.contains(told) && markdown.contains("| revision | new version | ST9901&#95;1.2 |"),
        "{markdown}"
    );
    let page = shown(&["--format", "html"]);
    assert!(page.contains(told) && page.contains("<h2 id=\"d0\">"), "{page}");
    let csv = shown(&["--format", "csv"]);
    assert!(
        csv.starts_with("document,old code,") && csv.contains("\nST9903_1.0,,,document added,,,\n"),
        "{csv}"
    );
    assert!(csv.contains("\nST9901_1.2,K1,K1,unchanged,"), "{csv}");
}

#[test]
fn a_page_of_many_documents_has_each_id_once_and_no_link_to_nowhere() {
    let folder = downloads();
    let page = diff(folder.path(), &["old.json", "new.json", "--format", "html"]).out;
    crate::page::assert_links_lead_somewhere(&page);
}

#[test]
fn a_catalogue_against_itself_has_no_differences() {
    let folder = folder(&[("a.json", &array(&records()))]);
    for format in ["terminal", "markdown", "html"] {
        let ran = diff(folder.path(), &["a.json", "a.json", "--format", format, "--fail-on", "info"]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        assert!(ran.out.contains("4 documents are the same on both sides."), "{}", ran.out);
    }
}

#[test]
fn the_order_of_records_and_lines_for_an_array_make_no_difference() {
    let mut turned = records();
    turned.reverse();
    let lines = turned.iter().fold(String::new(), |lines, record| lines + &record.to_string() + "\n");
    let folder = folder(&[("a.json", &array(&records())), ("b.jsonl", &lines)]);
    let json = report(folder.path(), &["a.json", "b.jsonl"]);
    assert_eq!((&json["unchanged"], &json["category"]), (&4.into(), &Value::Null));
}

#[test]
fn a_gate_holds_for_all_documents() {
    let folder = downloads();
    let ran = diff(folder.path(), &["old.json", "new.json", "--fail-on", "revision"]);
    assert_eq!(ran.code, 1);
    for line in
        ["revision[level-changed] level in ST9901_1.2", "AU9901_1.0: a whole standard was added or removed"]
    {
        assert!(ran.err.contains(line), "{line}: {}", ran.err);
    }
}

#[test]
fn a_single_document_is_held_against_its_counterpart() {
    let records = records();
    let older = records[0].clone();
    let mut unknown = older.clone();
    unknown["version"] = "0.9".into();
    let mut stranger = older.clone();
    stranger["referenceNumber"] = "ST9977".into();
    let folder = folder(&[
        ("all.json", &array(&records)),
        ("one.json", &older.to_string()),
        ("early.json", &unknown.to_string()),
        ("stranger.json", &array(&[stranger])),
    ]);
    let same = diff(folder.path(), &["one.json", "all.json", "--stat"]);
    assert_eq!(
        (same.code, same.out.as_str()),
        (0, "ST9901 version 1.0 → ST9901 version 1.0: no differences\n")
    );
    let note = "note: `all.json` has 4 documents: its ST9901_1.0 is compared with `one.json`; choose another with `--document`\n";
    assert_eq!(same.err, note);
    let named = diff(folder.path(), &["one.json", "all.json", "--stat", "--document", "ST9901_1.1"]);
    assert_eq!((named.code, named.err.as_str()), (0, ""));
    assert!(named.out.starts_with("ST9901 version 1.0 → ST9901 version 1.1: revision."), "{}", named.out);
    let last = diff(folder.path(), &["early.json", "all.json", "--stat"]);
    assert!(last.out.starts_with("ST9901 version 0.9 → ST9901 version 1.1: "), "{}", last.out);
    let refused = diff(folder.path(), &["stranger.json", "all.json"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("has 4 documents but no version of ST9977_1.0"), "{}", refused.err);
}

#[test]
fn documents_can_be_picked() {
    let catalogue = "api/waterways.catalogue.json";
    let both = ["--document", "ST9901_1.0", "--document", "st9901_1.1"];
    let json = report(&samples(), &[&both[..], &[catalogue, catalogue]].concat());
    assert_eq!((&json["format"], &json["new"]["document"]), (&"ksb.diff/1".into(), &"ST9901_1.1".into()));
    let wrong = diff(&samples(), &["--document", "ST9901_1.3", catalogue, catalogue]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("has no document `ST9901_1.3`: did you mean `ST9901_1."), "{}", wrong.err);
    for command in ["convert", "matrix"] {
        let unnamed = run(ksb(&samples()).args([command, catalogue]));
        assert_eq!(unnamed.code, 2);
        let said =
            "has 4 documents: choose one with `--document` (ST9901_1.0, ST9901_1.1, FA9901_1.0, AU9901_1.0)";
        assert!(unnamed.err.contains(said), "{}", unnamed.err);
        let named = run(ksb(&samples()).args([command, catalogue, "--document", "ST9901_1.1"]));
        assert_eq!((named.code, named.err.as_str()), (0, ""), "{command}");
        assert!(!named.out.is_empty());
    }
}

#[test]
fn pairings_are_for_two_documents() {
    let folder = downloads();
    let ran = diff(folder.path(), &["old.json", "new.json", "--pair", "K1=K2"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("are for two documents"), "{}", ran.err);
}

#[test]
fn a_record_that_cannot_be_read_is_not_passed_over() {
    let folder = folder(&[
        ("a.json", &array(&records())),
        ("b.json", &format!("{}\n{}\nno record at all\n", records()[0], records()[1])),
    ]);
    let ran = diff(folder.path(), &["a.json", "b.json", "--stat"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("b.json"), "{}", ran.err);
}

#[test]
fn the_budget_of_a_comment_holds_whatever_the_number_of_documents() {
    let kite = |number: usize, text: &str| {
        let document = standard(&[text, "How to land a kite on a windy day."]);
        let document: Value =
            serde_json::from_str(&document.replace("ST9990", &format!("ST99{number:02}"))).expect("JSON");
        document.to_string()
    };
    let side =
        |text: &str| format!("[{}]", (10..99).map(|number| kite(number, text)).collect::<Vec<_>>().join(","));
    let (old, new) = (side("The names of winds."), side("The names of all clouds and the speed of gales."));
    let folder = folder(&[("a.json", &old), ("b.json", &new)]);
    let markdown = diff(folder.path(), &["a.json", "b.json", "--format", "markdown"]).out;
    assert!(markdown.chars().count() <= 60_000);
    assert!(
        markdown.contains("| ST9910&#95;1.0 |") && markdown.contains("| ST9998&#95;1.0 |"),
        "the table is whole"
    );
    assert!(markdown.contains("what changed in the last documents"), "{}", &markdown[markdown.len() - 600..]);
}
