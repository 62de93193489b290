//! `ksb progression`: which occupations share knowledge and skills.
#![allow(clippy::disallowed_methods, reason = "these tests make files and run the program")]

mod scratch;

use scratch::Scratch;
use serde_json::{Value, json};

/// The folder of the made-up standards.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/progression");

fn report(scratch: &Scratch, args: &[&str]) -> Value {
    let args: Vec<&str> = ["progression"].iter().chain(args).chain(&["--format", "json"]).copied().collect();
    let (code, out, err) = scratch.run(&args);
    assert_eq!(code, 0, "{err}");
    let report: Value = serde_json::from_str(&out).expect("JSON");
    let schema: Value =
        serde_json::from_str(include_str!("../schemas/progression.schema.json")).expect("JSON");
    assert!(jsonschema::is_valid(&schema, &report), "{report}");
    report
}

#[test]
fn the_links_of_an_occupation_have_both_directions() {
    let scratch = Scratch::new(&[]);
    let report = report(&scratch, &["ST9952", FOLDER]);
    let links = report["links"].as_array().expect("links");
    let ways: Vec<_> =
        links.iter().map(|link| (link["other"].as_str(), link["way"].as_str())).take(2).collect();
    assert_eq!(ways, [(Some("ST9951"), Some("into")), (Some("ST9953"), Some("from"))]);
    for link in links {
        for direction in [&link["there"], &link["back"]] {
            let asked = direction["asked"].as_array().expect("statements");
            let covered_by = asked.iter().filter(|one| !one["brought"].is_null()).count();
            assert_eq!(direction["of"], asked.len());
            assert_eq!(direction["statements"], covered_by);
        }
    }
}

#[test]
fn one_document_of_each_standard_counts() {
    let scratch = Scratch::new(&[]);
    let versions = [("1.0", "Retired"), ("1.1", "Approved for delivery"), ("1.2", "In development")];
    for (number, status) in versions {
        let document = json!({
            "kind": "apprenticeship", "reference": "ST9901", "version": number, "status": status, "title": "Cooper",
            "level": 3, "knowledge": [{ "code": "K1", "text": format!("How oak is seasoned, {number}.") }],
            "progression": [{ "direction": "into", "title": "cooper's mate", "level": 2 }, { "direction": "from", "level": 5 },
                { "direction": "from", "reference": "OCC9903" }]
        });
        scratch.write(&format!("{number}.standard.json"), &document.to_string());
    }
    let mate = json!({
        "kind": "occupation", "occupation": "OCC9902", "title": "Cooper's mate", "level": 2,
        "knowledge": [{ "code": "K1", "text": "How oak is seasoned." }, { "code": "K2", "text": "Barrels." }]
    });
    scratch.write("mate.standard.json", &mate.to_string());
    let report = report(&scratch, &["ST9901", "."]);
    let occupations = report["occupations"].as_array().expect("occupations");
    let versions: Vec<_> =
        occupations.iter().map(|one| (one["reference"].as_str(), one["version"].as_str())).collect();
    assert_eq!(versions, [(Some("OCC9902"), None), (Some("ST9901"), Some("1.1"))]);
    assert_eq!(report["otherVersions"], 2);
    let stated: Vec<_> =
        report["stated"].as_array().expect("links").iter().map(|one| one["found"].clone()).collect();
    assert_eq!(stated, ["link", "no", "unknown"]);
    assert_eq!(report["agreement"], json!({ "agree": 1, "of": 2 }));
}

#[test]
fn blocks_together_are_the_whole() {
    let scratch = Scratch::new(&[]);
    let csv = |block: &[&str]| {
        let args = ["progression", FOLDER, "--format", "csv", "--least", "0"];
        let (code, out, _) = scratch.run(&args.iter().chain(block).copied().collect::<Vec<_>>());
        assert_eq!(code, 0);
        out.lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    let whole = csv(&[]);
    assert!(whole.len() > 20);
    assert_eq!([csv(&["--block", "1/2"]), csv(&["--block", "2/2"])].concat(), whole);
    let blocks = ["1:1/3", "1:2/3", "1:3/3", "2:2/3", "2:3/3", "3:3/3"];
    let mut all: Vec<String> = blocks.iter().flat_map(|block| csv(&["--block", block])).collect();
    let mut whole = whole;
    all.sort_unstable();
    whole.sort_unstable();
    assert_eq!(all, whole);
}

#[test]
fn one_link_is_shown_by_its_texts() {
    let scratch = Scratch::new(&[]);
    let (code, out, _) =
        scratch.run(&["progression", "ST9954", FOLDER, "--with", "OCC9955", "--width", "100"]);
    assert_eq!(code, 0);
    for said in ["ST9954 → ST9955 Artisan baker", "Carries over", "To learn", "not an official", "Lamination"]
    {
        assert!(out.contains(said), "{said}: {out}");
    }
    let (code, _, err) = scratch.run(&["progression", "ST9954", FOLDER, "--with", "ST9999"]);
    assert!(code == 2 && err.contains("there is no standard `ST9999`"), "{err}");
}

#[test]
fn the_page_says_the_same_with_and_without_the_picture() {
    let scratch = Scratch::new(&[]);
    let (code, page, _) = scratch.run(&["progression", "ST9952", FOLDER, "--format", "html"]);
    assert_eq!(code, 0);
    assert!(page.contains("not an official progression map") && !page.contains("<script"));
    let (picture, rest) = page.split_once("</svg>").expect("a picture");
    for title in ["Boatyard assistant", "Boatyard supervisor"] {
        let first = title.split(' ').next().expect("a word");
        assert!(picture.contains(first) && rest.contains(title));
    }
    let (code, _, err) = scratch.run(&["progression", FOLDER, "--format", "html"]);
    assert!(code == 2 && err.contains("needs the reference"), "{err}");
}

#[test]
fn what_cannot_be_read_is_reported() {
    let scratch = Scratch::new(&[(
        "a.json",
        "{\"kind\":\"apprenticeship\",\"reference\":\"ST9901\",\"title\":\"<b>x</b>\"}",
    )]);
    scratch.write("b.json", "[1");
    let (code, out, err) = scratch.run(&["progression", "ST9901", "a.json", "b.json", "none.json"]);
    assert!(
        code == 2 && out.contains("<b>x</b>") && err.contains("b.json") && err.contains("none.json"),
        "{err}"
    );
    let (code, page, _) = scratch.run(&["progression", "ST9901", "a.json", "--format", "html"]);
    assert!(code == 0 && !page.contains("<b>x</b>"), "{page}");
    assert_eq!(scratch.run(&["progression", "b.json"]).0, 2);
}
