//! `ksb history`: a standard with four versions and planted changes, each of which is reported once.
#![allow(clippy::disallowed_methods, reason = "these tests make files and run the program")]

mod page;
mod scratch;
mod versions;

use scratch::{Ran, Scratch};
use serde_json::{Value, json};
use versions::{renumber, sample};

/// A standard in the making.
struct Draft(Value);

impl Draft {
    /// The place of a statement in its list: K7 is the seventh of `knowledge`.
    fn place(code: &str) -> (&'static str, usize) {
        let list = match code.split_at(1).0 {
            "K" => "knowledge",
            "S" => "skills",
            _ => "behaviours",
        };
        (list, code[1..].parse::<usize>().expect("a code has a number") - 1)
    }

    fn reword(&mut self, code: &str, text: &str) {
        let (list, place) = Self::place(code);
        self.0[list][place]["text"] = text.into();
    }

    /// Puts a statement where `code` will be, and maps it to the duties that `like` is mapped to.
    fn insert(&mut self, code: &str, text: &str, like: &str) {
        let (list, place) = Self::place(code);
        let letter = code.split_at(1).0;
        let own = format!("{letter}90");
        let statements = self.0[list].as_array_mut().expect("a list");
        statements.insert(place, json!({ "code": own, "text": text }));
        for duty in self.0["duties"].as_array_mut().expect("duties") {
            let codes = duty["ksbs"].as_array_mut().expect("a mapping");
            if codes.iter().any(|code| code == like) {
                codes.push(own.clone().into());
            }
        }
    }

    fn remove(&mut self, code: &str) {
        let (list, place) = Self::place(code);
        self.0[list].as_array_mut().expect("a list").remove(place);
        for duty in self.0["duties"].as_array_mut().expect("duties") {
            duty["ksbs"].as_array_mut().expect("a mapping").retain(|listed| listed != code);
        }
    }

    /// The next version, with the line that its version log has for it.
    fn publish(&mut self, version: &str, log: &str) -> String {
        renumber(&mut self.0, 1);
        self.0["version"] = version.into();
        self.0["versionLog"] = json!([{ "version": version, "detail": log }]);
        self.0.to_string()
    }
}

/// Four versions of a standard, out of order.
fn four() -> [(&'static str, String); 4] {
    let mut draft = Draft(sample("canal-lock-keeper-1.0"));
    let first = draft.publish("1.0", "First version.");
    draft.insert("K21", "The songs that boaters sing while they wait for water.", "K20");
    draft.reword("S2", "Read level and rain gauges and send the readings to the harbour office.");
    draft.0["typicalDurationMonths"] = 15.into();
    let second = draft.publish("1.1", "A statement was added.");
    draft.remove("K6");
    draft.reword("K9", "The arrangements for lone working, including check-in times and location devices.");
    let part = "The muster points, rescue access and contact numbers named in the site emergency plan.";
    draft.insert("K10", part, "K10");
    draft.0["duties"][0]["ksbs"].as_array_mut().expect("a mapping").push("S4".into());
    let third = draft.publish("1.9", "");
    draft.reword(
        "K12",
        "The purpose and safe use of hand tools, windlasses and keb rakes, and the types of grease and oil \
         approved for paddle gear beside open water.",
    );
    draft.remove("K13");
    draft.0["duties"][5]["ksbs"].as_array_mut().expect("a mapping").push("K12".into());
    draft.remove("B6");
    draft.0["level"] = 3.into();
    draft.0["title"] = "Canal and river lock keeper".into();
    let fourth = draft.publish("1.10", "Level raised.");
    [
        ("c.standard.json", fourth),
        ("a.standard.json", second),
        ("d.standard.json", first),
        ("b.standard.json", third),
    ]
}

/// What was planted in each step: the change, the old code and the new one.
const PLANTED: [&[&str]; 3] = [
    &["duration-changed", "knowledge-added K21", "skill-reworded S2 S2"],
    &["knowledge-removed K6", "knowledge-split K10 K9+K10", "mapping-added D1→S4 D1→S4"],
    &["behaviour-removed B6", "knowledge-merged K12+K13 K12", "level-changed", "title-changed"],
];

/// Changes that follow from others: codes that shift, and what goes with every version.
fn follows(change: &Value) -> bool {
    let id = change["id"].as_str().expect("an id");
    let facts = ["version-changed", "code-reused", "version-log-entry-added", "version-log-entry-removed"];
    id.ends_with("-renumbered") || facts.contains(&id) || change["hidden"] == true
}

fn scratch() -> Scratch {
    let files = four();
    Scratch::new(&files.each_ref().map(|(name, text)| (*name, text.as_str())))
}

fn report(scratch: &Scratch, arguments: &[&str]) -> Value {
    let (code, out, err) = scratch.run(&[&["history", "--format", "json"], arguments].concat());
    assert_eq!((code, err.as_str()), (0, ""));
    let report = serde_json::from_str(&out).expect("JSON");
    let schema: Value =
        serde_json::from_str(include_str!("../schemas/history.schema.json")).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is valid");
    let errors: Vec<String> = validator.iter_errors(&report).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    report
}

#[test]
fn each_planted_change_is_told_once() {
    let history = report(&scratch(), &["ST9901", "."]);
    let steps = history["steps"].as_array().expect("a list");
    assert_eq!(steps.len(), PLANTED.len());
    for (step, planted) in steps.iter().zip(PLANTED) {
        let changes = step["changes"].as_array().expect("a list");
        let told = changes.iter().filter(|change| !follows(change)).map(|change| {
            let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            let parts = [text(&change["id"]), text(&change["old"]["code"]), text(&change["new"]["code"])];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
        });
        let mut told: Vec<String> = told.collect();
        told.sort();
        assert_eq!(told, planted, "{} → {}", step["old"], step["new"]);
    }
}

#[test]
fn versions_stand_in_the_order_of_their_numbers_beside_what_they_say() {
    let history = report(&scratch(), &["st9901", "."]);
    let of = |list: &str, key: &str| -> Vec<Value> {
        history[list].as_array().expect("a list").iter().map(|one| one[key].clone()).collect()
    };
    assert_eq!(of("versions", "version"), ["1.0", "1.1", "1.9", "1.10"]);
    assert_eq!(of("versions", "path")[0], "d.standard.json");
    assert_eq!(of("steps", "stated"), [json!("A statement was added."), Value::Null, json!("Level raised.")]);
    assert_eq!(of("steps", "category"), ["revision", "revision", "revision"]);
    assert_eq!(history["title"], "Canal and river lock keeper");
}

#[test]
fn every_format_has_the_log_and_the_steps() {
    let scratch = scratch();
    let shown = |arguments: &[&str]| -> String {
        let (code, out, err): Ran = scratch.run(&[&["history", "ST9901", "."], arguments].concat());
        assert_eq!((code, err.as_str()), (0, ""));
        out
    };
    for width in ["60", "100", "160"] {
        let terminal = shown(&["--width", width]);
        assert!(terminal.starts_with("ST9901 Canal and river lock keeper: 4 versions\n\nVersion log\n"));
        assert!(terminal.contains("The record says: “Level raised.”"), "{terminal}");
        assert!(terminal.lines().all(|line| line.chars().count() <= width.parse().expect("a number")));
    }
    let markdown = shown(&["--format", "markdown"]);
    assert!(
        markdown.contains("\n| 1.10 | Retired | 2020-10-01 | 2024-08-31 | revision | Level 2 → 3; "),
        "{markdown}"
    );
    assert!(markdown.contains("\n### 1.9 → 1.10\n"), "{markdown}");
    let page = shown(&["--format", "html"]);
    for part in ["<h2 id=\"log\">", "<h2 id=\"s2\">", "Level raised.", "id=\"s1-changes\""] {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn the_page_has_each_id_once_and_no_link_to_nowhere() {
    let (_, page, _) = scratch().run(&["history", "ST9901", ".", "--format", "html"]);
    page::assert_links_lead_somewhere(&page);
    assert!(!page.contains("<script") && !page.contains("<link"));
}

#[test]
fn the_last_file_wins_for_a_repeated_version() {
    let scratch = scratch();
    let mut other = sample("canal-lock-keeper-1.0");
    other["title"] = "Lock keeper".into();
    scratch.write("later.json", &other.to_string());
    let history = report(&scratch, &["ST9901", "d.standard.json", "later.json"]);
    assert_eq!(
        history["remarks"][0],
        "ST9901_1.0 is in both `d.standard.json` and `later.json`: the second one is used."
    );
    assert_eq!(
        (&history["title"], history["versions"].as_array().map(Vec::len)),
        (&"Lock keeper".into(), Some(1))
    );
    let turned = report(&scratch, &["ST9901", "later.json", "d.standard.json"]);
    assert_eq!(turned["title"], "Canal lock keeper");
}

#[test]
fn records_of_a_catalogue_have_a_history() {
    let scratch = Scratch::new(&[("all.json", include_str!("../samples/api/waterways.catalogue.json"))]);
    let history = report(&scratch, &["ST9901", "all.json"]);
    assert_eq!(history["versions"][1]["document"], "ST9901_1.1");
    assert_eq!(
        history["steps"][0]["stated"],
        "Duties and KSBs revised after employer review; typical duration and funding band changed."
    );
    assert_eq!(report(&scratch, &["FA9901", "all.json"])["steps"], json!([]));
}

#[test]
fn what_cannot_be_told_is_said() {
    let scratch = scratch();
    let (code, _, err) = scratch.run(&["history", "ST9910", "."]);
    assert_eq!((code, err.as_str()), (2, "error: there is no version of `ST9910`: did you mean `ST9901`?\n"));
    let (code, out, err) = scratch.run(&["history", "ST9901", "d.standard.json", "none.json"]);
    assert_eq!(code, 2);
    assert!(out.contains("1 version\n") && err.contains("none.json"), "{err}");
    scratch.write("notes.txt", "no standard at all");
    let (code, _, err) = scratch.run(&["history", "ST9901", "notes.txt", "d.standard.json"]);
    assert_eq!(code, 2);
    assert!(err.contains("notes.txt"), "{err}");
}

#[test]
fn what_both_reports_say_is_described_alike() {
    let schema = |text: &str| -> Value { serde_json::from_str(text).expect("a schema is JSON") };
    let history = schema(include_str!("../schemas/history.schema.json"));
    let diff = schema(include_str!("../schemas/diff-report.schema.json"));
    let shared = history["$defs"].as_object().expect("definitions").iter();
    let shared: Vec<_> = shared.filter(|(name, _)| !["version", "step"].contains(&name.as_str())).collect();
    assert!(shared.len() > 10);
    for (name, definition) in shared {
        assert_eq!(*definition, diff["$defs"][name], "{name}");
    }
}
