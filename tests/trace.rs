//! `ksb trace` on the samples that cite a standard: what is found in them, where, and nothing else.
#![allow(clippy::disallowed_methods, reason = "the tests run the command")]

use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;

const STANDARD: &str = "samples/canal-lock-keeper-1.1.standard.json";
const OLDER: &str = "samples/canal-lock-keeper-1.0.standard.json";

fn ksb(args: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::cargo_bin("ksb").expect("the program is built");
    let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).args(args).output().expect("ksb runs");
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    (output.status.code(), String::from_utf8(output.stdout).expect("text"))
}

/// Rule, subject and place of each finding in samples: line and column, or the place in a document that has none.
fn found(files: &[&str]) -> Vec<String> {
    let paths: Vec<String> = files.iter().map(|file| format!("samples/citing/{file}")).collect();
    let mut args = vec!["trace", "--format", "json", "--history", OLDER, STANDARD];
    args.extend(paths.iter().map(String::as_str));
    let report: Value = serde_json::from_str(&ksb(&args).1).expect("JSON");
    let one = |found: &Value| {
        let text = |key: &str| found[key].as_str().unwrap_or_default().to_owned();
        let name = Path::new(&text("path")).file_name().map(|name| name.to_string_lossy().into_owned());
        let place = match found["locator"]["text"].as_str() {
            Some(place) => place.to_owned(),
            None => format!("{}:{}", found["line"], found["column"]),
        };
        format!("{} {} {} {place}", text("rule"), text("subject"), name.unwrap_or_default())
    };
    report["diagnostics"].as_array().expect("a list").iter().map(one).collect()
}

/// What is not covered by anything in a curriculum.
const OF_CURRICULUM: [&str; 3] = [
    "duty-uncovered D5 canal-lock-keeper-1.1.standard.json 130:16",
    "uncited knowledge canal-lock-keeper-1.1.standard.json 259:16",
    "uncited skill canal-lock-keeper-1.1.standard.json 329:16",
];

#[test]
fn a_curriculum_in_three_formats() {
    for (file, unknown, bare) in [
        ("curriculum.csv", "5:53", "10:12"),
        ("curriculum.md", "10:60", "15:17"),
        ("curriculum.xlsx", "sheet Curriculum, cell D7", "sheet Curriculum, cell C12"),
    ] {
        let own =
            [format!("unknown-code K20 {file} {unknown}"), format!("quote-without-code S15 {file} {bare}")];
        let expected: Vec<String> = OF_CURRICULUM.map(str::to_owned).into_iter().chain(own).collect();
        assert_eq!(found(&[file]), expected);
    }
}

#[test]
fn an_evidence_log_as_cells_and_as_a_word_document() {
    for (file, [of_s4, of_s11, of_k20]) in [
        ("evidence-log.csv", ["3:21", "4:23", "5:18"]),
        (
            "evidence-log.docx",
            ["table 1, row 3, column 4", "table 1, row 4, column 4", "table 1, row 5, column 3"],
        ),
    ] {
        let found = found(&[file]);
        let own: Vec<&String> = found.iter().filter(|one| one.contains(file)).collect();
        let expected = [
            format!("misquoted S4 {file} {of_s4}"),
            format!("misquoted S11 {file} {of_s11}"),
            format!("unknown-code K20 {file} {of_k20}"),
        ];
        assert_eq!(own, expected.iter().collect::<Vec<_>>());
    }
}

#[test]
fn an_assessment_plan_in_markdown_and_as_a_word_document() {
    for (file, [twice, behaviour]) in [
        ("assessment-plan.md", ["20:3", "47:3"]),
        ("assessment-plan.docx", ["table 1, row 13, column 1", "table 1, row 40, column 1"]),
    ] {
        let expected = [
            "not-mapped skill canal-lock-keeper-1.1.standard.json 353:16".to_owned(),
            format!("mapped-twice K5 {file} {twice}"),
            format!("cited-behaviour-assessed B2 {file} {behaviour}"),
        ];
        assert_eq!(found(&[file]), expected);
    }
}

#[test]
fn a_progress_review_that_names_an_older_version() {
    let file = "progress-review.md";
    let all = found(&[file]);
    let own: Vec<&String> = all.iter().filter(|one| one.contains(file)).collect();
    assert_eq!(own, [&format!("stale-version 1.0 {file} 3:20")]);
    let args =
        ["trace", "--history", STANDARD, "--format", "concise", OLDER, "samples/citing/progress-review.md"];
    let (_, text) = ksb(&args);
    let stale: Vec<&str> = text.lines().filter(|line| line.contains("stale-version")).collect();
    let expected = "warning[stale-version] documents cite version 1.0 of ST9901, but version 1.1 is approved for delivery";
    assert_eq!(stale, [format!("{OLDER}:6:15: {expected}")]);
}

#[test]
fn what_one_document_leaves_out_another_may_cite() {
    let found = found(&["curriculum.csv", "evidence-log.csv", "assessment-plan.md"]);
    let missing: Vec<&String> = found.iter().filter(|one| one.starts_with("uncited")).collect();
    assert_eq!(missing, OF_CURRICULUM[1..].iter().collect::<Vec<_>>());
}

#[test]
fn a_code_of_an_earlier_version_is_followed() {
    let (code, text) =
        ksb(&["trace", "--history", OLDER, "--width", "100", STANDARD, "samples/citing/curriculum.md"]);
    assert_eq!(code, Some(1));
    assert!(text.contains("write K19 instead: it was K20 up to version 1.0"), "{text}");
    let (_, text) = ksb(&[
        "trace",
        "--history",
        OLDER,
        "--format",
        "concise",
        STANDARD,
        "samples/citing/evidence-log.csv",
    ]);
    assert!(text.contains("the text next to S11 is from version 1.0, where it was S10"), "{text}");
}

#[test]
fn the_coverage_is_by_part_or_by_document() {
    let (_, parts) = ksb(&["trace", "--format", "csv", STANDARD, "samples/citing/curriculum.csv"]);
    let names: Vec<&str> = parts.lines().filter_map(|line| line.split(',').next()).collect();
    let weeks = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"];
    let duties = ["D1", "D2", "D3", "D4", "D5", "D6", "D7", "D8", "D9", "D10"];
    assert_eq!(names, [&["part", ""], &weeks[..], &["parts"], &duties[..]].concat());
    let of_d5 = parts.lines().find(|line| line.starts_with("D5,")).expect("a line");
    assert!(of_d5.starts_with("D5,2 of 5 statements are cited,") && of_d5.contains('-'), "{of_d5}");
    let folder = ["trace", "--format", "coverage", STANDARD, "samples/citing"];
    let (code, documents) = ksb(&folder);
    assert!(documents.contains("D5: 5 of 5 statements are cited"), "{documents}");
    assert!(documents.contains("44 of 44 statements are cited (100%)"), "{documents}");
    assert_eq!(code, Some(1));
}

#[test]
fn a_duty_is_called_what_its_document_calls_it() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    let page = "Duty 1 Keep it. K1 S1\nDuty 2 Sell it. S2\nKnowledge\nK1: How it is kept.\nSkills\nS1: Keep it.\nS2: Sell it.\n";
    std::fs::write(path("page.txt"), page).expect("the file can be written");
    std::fs::write(path("map.md"), "KSBs: K1, S1\n").expect("the file can be written");
    for (format, shares) in [
        ("coverage", ["Duty 1: 2 of 2 statements are cited", "Duty 2: 0 of 1 statement is cited"]),
        ("csv", ["Duty 1,2 of 2 statements are cited,x,x,,", "Duty 2,0 of 1 statement is cited,,,-,"]),
        (
            "html",
            [
                "<dt>Duty 1</dt><dd>2 of 2 statements are cited</dd>",
                "0 of 1 statement is cited; not cited: S2",
            ],
        ),
    ] {
        let (_, shown) = ksb(&["trace", "--format", format, &path("page.txt"), &path("map.md")]);
        assert!(shares.iter().all(|share| shown.contains(share)), "{shown}");
    }
}

#[test]
fn too_little_coverage_fails() {
    let with = |least: &str| {
        let args = [
            "trace",
            "--fail-on",
            "never",
            "--min-coverage",
            least,
            STANDARD,
            "samples/citing/curriculum.csv",
        ];
        ksb(&args).0
    };
    assert_eq!((with("93%"), with("94%")), (Some(0), Some(1)));
}

#[test]
fn keys_and_lists_of_yaml_and_json_and_cells_that_span_rows_are_read() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    for (name, text, expected) in [
        ("a.yaml", "modules:\n  - name: Locks\n    ksbs:\n      - K1\n      - S50\n    room: B1\n", "S50"),
        ("keys.json", r#"{"covered": {"K1": ["Week 1"], "S2": ["Week 2"], "K31": ["Week 4"]}}"#, "K31"),
        (
            "page.html",
            "<table><tr><th>Week</th><th>KSBs</th><th>Room</th></tr><tr><td rowspan=2>1</td><td>K1</td><td>B7</td></tr>\
             <tr><td>S40</td><td>B8</td></tr></table>",
            "S40",
        ),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("the file can be written");
        let path = path.to_string_lossy().into_owned();
        let (_, shown) = ksb(&["trace", "--select", "unknown-code", "--format", "concise", STANDARD, &path]);
        let unknown: Vec<&str> = shown.lines().filter_map(|line| line.split("has no ").nth(1)).collect();
        assert_eq!(unknown, [expected], "{shown}");
    }
}

#[test]
fn footnotes_and_front_matter_of_markdown_are_read() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    for (name, text, expected) in [
        (
            "footnotes.md",
            "# Handbook\n\nKSBs: K1, S4.\n\nRadio comes next.[^1]\n\n[^1]: KSBs: K17, S5, S50.\n\n    KSBs: K51.\n",
            ["S50", "K51"].as_slice(),
        ),
        ("front.md", "---\ntitle: Unit 4\nksbs: [K8, K19, S13, K42]\n---\n\n# Unit 4\n\nRadio.\n", &["K42"]),
        ("front-crlf.md", "\u{feff}---\r\nksbs: [K8, S13]\r\n---\r\n\r\nKSBs: K1, K60\r\n", &["K60"]),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("the file can be written");
        let path = path.to_string_lossy().into_owned();
        let (_, shown) = ksb(&["trace", "--select", "unknown-code", "--format", "concise", STANDARD, &path]);
        let unknown: Vec<&str> = shown.lines().filter_map(|line| line.split("has no ").nth(1)).collect();
        assert_eq!(unknown, expected, "{shown}");
    }
}

#[test]
fn the_keys_of_yaml_and_json_say_what_holds_codes() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let json = r#"{"bucket": "S3", "host": "K30", "codes": "K31", "nested": {"skills": "S32", "room": "B33"},
        "modules": [{"name": "Locks", "ksbs": ["K1", "K2"]}], "about": "KSBs: K34"}"#;
    let yaml = "storage: S3\nhost: K30\nksb: K1\n- ksbs: [K2, S31]\n  codes: [K32, \"S33\"]\n- skills: S34\n\
                covers: [K35, S36]\nnote: KSBs K37.\n";
    let all = ["K32", "S33", "S31", "S34", "K35", "S36", "K37"];
    for (name, text, expected) in [
        ("a.json", json.to_owned(), ["K31", "S32", "K34"].as_slice()),
        ("a.yaml", yaml.to_owned(), &all),
        (
            "a.md",
            format!("---\n{yaml}---\n\n| Unit | KSBs |\n|--|--|\n| 1 | K38 |\n"),
            &[&all[..], &["K38"]].concat(),
        ),
    ] {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("the file can be written");
        let path = path.to_string_lossy().into_owned();
        let (_, shown) = ksb(&["trace", "--select", "unknown-code", "--format", "concise", STANDARD, &path]);
        let mut unknown: Vec<&str> = shown
            .lines()
            .filter_map(|line| line.split("has no ").nth(1))
            .flat_map(|codes| codes.split([',', ' ']))
            .collect();
        unknown.retain(|word| word.starts_with(['K', 'S', 'B']));
        unknown.sort_unstable();
        let mut expected = expected.to_vec();
        expected.sort_unstable();
        assert_eq!(unknown, expected, "{shown}");
    }
}

#[test]
fn a_quotation_mark_around_a_text_or_in_it_is_no_difference() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let path = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("the file can be written");
        path.to_string_lossy().into_owned()
    };
    let standard = "Duty 1 Do it. K1 S1\nKnowledge\nK1: What is meant by a “duty of care”\n\
                    Skills\nS1: Use the tools with care and skill.\n";
    let standard = path("standard.txt", standard);
    let found = |text: &str| {
        let document = path("document.md", text);
        ksb(&["trace", "--select", "misquoted", "--format", "concise", &standard, &document]).1
    };
    for text in [
        "KSBs: K1, S1\n\nK1: What is meant by a “duty of care”\n",
        "KSBs: K1, S1\n\nK1: “What is meant by a “duty of care””\n",
        "KSBs: K1, S1\n\nS1: \"Use the tools with care and skill.\"\n",
    ] {
        assert!(!found(text).contains("misquoted"), "{}", found(text));
    }
    assert!(found("KSBs: K1, S1\n\nK1: \"Use the tools with care and skill.\"\n").contains("the text of S1"));
}

#[test]
fn a_standard_with_a_reference_of_another_form_is_not_another_standard() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let path = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("the file can be written");
        path.to_string_lossy().into_owned()
    };
    let document = path("document.md", "ST9942 KSBs: K1, S9\n");
    for (reference, found) in [("OCC9942", true), ("ST9942", true), ("ST9943", false)] {
        let text =
            format!("Reference: {reference}\nDuty 1 Do it. K1 S1\nKnowledge\nK1: Wax.\nSkills\nS1: Wash.\n");
        let standard = path("standard.txt", &text);
        let shown =
            ksb(&["trace", "--select", "unknown-code", "--format", "concise", &standard, &document]).1;
        assert_eq!(shown.contains("the standard has no S9"), found, "{reference}: {shown}");
    }
}
