//! The command on the samples.

use std::fs;
use std::path::Path;

use crate::law::workbook;
use crate::scratch::Scratch;

fn sample(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name)).expect("a sample")
}

/// A folder with both versions of a sample and a curriculum that cites the old one.
pub(crate) fn scratch() -> Scratch {
    let scratch = Scratch::new(&[("k.csv", "Week,KSBs\n1,\"K7-K9, S5\"\n2,K6\n3,\"K3, K18\"\n")]);
    for version in ["1.0", "1.1"] {
        let name = format!("canal-lock-keeper-{version}.standard.json");
        fs::write(scratch.path().join(format!("{version}.standard.json")), sample(&name)).expect("a file");
    }
    scratch
}

pub(crate) const PAIR: [&str; 3] = ["migrate", "1.0.standard.json", "1.1.standard.json"];

#[test]
fn a_result_goes_where_it_is_told_to() {
    let scratch = scratch();
    let run = |args: &[&str]| scratch.run(&[&PAIR[..], args].concat());
    let read = |name: &str| fs::read_to_string(scratch.path().join(name)).expect("a file");
    let before = read("k.csv");
    let expected = "Week,KSBs,Migration note\n1,\"K6-K8, S6\",\"to 1.1: S6 (was S5): check: scope extended\"\n\
                    2,K6,\"to 1.1: K6 was removed: this is the old code\"\n3,\"K3, K17\",\n";
    let (code, out, err) = run(&["k.csv"]);
    assert_eq!((code, out.as_str()), (1, expected));
    assert!(err.contains("k.csv:3:3: K6 was removed") && err.contains("S3: new: to be taught"), "{err}");
    let (code, out, _) = run(&["k.csv", "--diff"]);
    assert!(code == 1 && out.contains("+2,K6,") && read("k.csv") == before, "{out}");
    let (code, out, err) = run(&["k.csv", "-o", "new.csv"]);
    assert!(code == 1 && out.contains("K6 was removed") && err.is_empty() && read("new.csv") == expected);
    assert_eq!(run(&["k.csv", "-o", "new.csv"]).0, 2);
    assert_eq!(run(&["k.csv", "-o", "new.csv", "--force"]).0, 1);
    assert_eq!(run(&["k.csv", "-o", "k.csv", "--force"]).0, 2);
    let (code, out, _) = run(&["k.csv", "new.csv", "-o", "out"]);
    assert!(code == 1 && out.contains("\n`out` holds 2 documents. Files that ksb does not migrate"), "{out}");
    assert_eq!(read("out/k.csv"), expected);
    assert_eq!(run(&["k.csv", "--in-place"]).0, 1);
    assert_eq!(read("k.csv"), expected);
    assert_eq!(run(&["k.csv", "new.csv"]).0, 2);
}

#[test]
fn the_report_for_a_pull_request_is_tables() {
    let (code, out, _) =
        scratch().run(&[&PAIR[..], &["k.csv", "--dry-run", "--format", "markdown"]].concat());
    assert_eq!(code, 1);
    for line in [
        "### k.<!-- -->csv",
        "5 codes changed, 2 notes.",
        "| line 3, column 3 | K6 was removed: this is the old code |",
        "| S5 → S6 | carries over once it has been checked | scope extended |",
        "| K10 → K9 and K10 | to be split |",
        "| S3 | new: to be taught |",
    ] {
        assert!(out.contains(line), "{line}: {out}");
    }
}

#[test]
fn pairings_of_the_user_hold() {
    let scratch = scratch();
    let (_, out, err) = scratch.run(&[&PAIR[..], &["--pair", "K6=K9", "k.csv"]].concat());
    assert!(
        out.contains(
            "
2,K9,"
        ),
        "{out}{err}"
    );
}

#[test]
fn a_catalogue_has_every_version_between() {
    let scratch = scratch();
    let all: Vec<String> = ["1.0", "1.1"]
        .map(|version| {
            fs::read_to_string(scratch.path().join(format!("{version}.standard.json"))).expect("a file")
        })
        .to_vec();
    fs::write(scratch.path().join("all.json"), format!("[{}]", all.join(","))).expect("a file");
    let args = ["migrate", "--from-version", "1.0", "--to-version", "ST9901_1.1", "all.json", "k.csv"];
    let (code, out, err) = scratch.run(&args);
    assert!(code == 1 && out.contains("\"K6-K8, S6\""), "{out}{err}");
    let args = ["migrate", "--from-version", "1.1", "--to-version", "1.0", "all.json", "k.csv"];
    assert_eq!(scratch.run(&args).0, 2);
}

#[test]
fn what_cites_the_new_version_already_is_left() {
    let scratch = scratch();
    for name in ["assessment-plan.md", "assessment-plan.docx"] {
        fs::write(scratch.path().join(name), sample(&format!("citing/{name}"))).expect("a file");
        let (code, out, _) = scratch.run(&[&PAIR[..], &[name, "-o", &format!("new-{name}")]].concat());
        assert!(code == 1 && out.contains("already from the new version"), "{out}");
        let new = fs::read(scratch.path().join(format!("new-{name}"))).expect("a file");
        assert_eq!(new, sample(&format!("citing/{name}")));
    }
}

#[test]
fn a_note_is_added_to_a_cell_that_changes() {
    let scratch = scratch();
    let old = "The types of grease and oil approved for paddle gear beside open water.";
    let text = format!("KSBs,Migration note\nK6,{old}\nK6,\"Says \"\"K18\"\", then {old}\"\n");
    fs::write(scratch.path().join("n.csv"), text).expect("a file");
    let (code, out, err) = scratch.run(&[&PAIR[..], &["n.csv"]].concat());
    assert_eq!(code, 1, "{err}");
    let new = "The purpose and safe use of hand tools, windlasses and keb rakes, and the types of grease and oil approved \
               for paddle gear beside open water.";
    let note =
        "; to 1.1: K6 was removed: this is the old code; to 1.1: quotes K12: check: merged with others";
    let expected =
        format!("KSBs,Migration note\nK6,\"{new}{note}\"\nK6,\"Says \"\"K18\"\", then {new}{note}\"\n");
    assert_eq!(out, expected);
}

#[test]
fn notes_on_the_headers_of_a_grid_are_in_the_header_of_their_column() {
    let scratch = scratch();
    fs::write(scratch.path().join("g.csv"), "Scheme of work,,,\nUnit,K6,K7,S2\n1,x,,\n2,,x,x\n")
        .expect("a file");
    let (_, out, _) = scratch.run(&[&PAIR[..], &["g.csv", "-o", "new.csv"]].concat());
    let expected = "Scheme of work,,,,Migration note\nUnit,K6,K6,S2,\"to 1.1: K6 was removed: this is the old code\"\n1,x,,,\n2,,x,x,\n";
    assert_eq!(fs::read_to_string(scratch.path().join("new.csv")).expect("a file"), expected, "{out}");
    fs::write(scratch.path().join("g.csv"), "Unit,K6,K7,S2\n1,x,,\n2,,x,x\n").expect("a file");
    let (_, out, _) = scratch.run(&[&PAIR[..], &["g.csv"]].concat());
    assert!(
        out.starts_with("Unit,K6,K6,S2,\"Migration note: to 1.1: K6 was removed: this is the old code\"\n"),
        "{out}"
    );
    fs::write(scratch.path().join("g.csv"), &out).expect("a file");
    assert!(
        scratch.run(&[&PAIR[..], &["g.csv"]].concat()).2.contains("already been migrated to version 1.1")
    );
}

#[test]
fn what_cannot_be_written_is_left_and_reported() {
    let scratch = scratch();
    fs::write(scratch.path().join("a.json"), "{\"ksbs\": {\"K6\": \"essay\", \"K7\": \"log\"}}")
        .expect("a file");
    let (code, _, err) = scratch.run(&[&PAIR[..], &["a.json", "k.csv", "-o", "new/"]].concat());
    let out = scratch.run(&[&PAIR[..], &["a.json", "-o", "one/"]].concat()).1;
    assert!(code == 2 && out.contains("two keys of one object would become the same code"), "{out}{err}");
    assert!(!scratch.path().join("one/a.json").exists() && scratch.path().join("new/k.csv").exists());
    assert_eq!(scratch.run(&[&PAIR[..], &["k.csv", "-o", "one/"]].concat()).0, 1);
}

#[test]
fn what_may_be_a_code_is_reported_and_not_moved() {
    let scratch = scratch();
    let text = "KSBs: K7, S2\n\nGood use of (K8, S9), but S11 needs work. Next: (K18, 9 weeks), room S4.\n";
    fs::write(scratch.path().join("n.md"), text).expect("a file");
    let (code, out, err) = scratch.run(&[&PAIR[..], &["n.md"]].concat());
    assert_eq!(code, 1);
    assert!(out.contains("(K7, S10), but S11 needs work. Next: (K17, 9 weeks), room S4."), "{out}");
    for place in ["n.md:3:27: `S11` is not changed", "`9` is not changed"] {
        assert!(err.contains(place), "{err}");
    }
    assert!(!err.contains("`S4`"), "{err}");
}

#[test]
fn what_may_be_a_code_is_reported_although_nothing_else_is_a_code() {
    let scratch = scratch();
    for (name, text, left) in [
        ("l.csv", "Ann,K9,photo\nBo,K10,log\nCy,S8,letter\n", 3),
        ("g.csv", "Name,S7,S8,S9\nAnn,x,,x\nBo,,x,x\n", 3),
        ("a.txt", "The visit covered K9 in the morning.\n", 1),
        ("e.txt", "K9 was shown well on 3 May.\n", 0),
        ("b.txt", "Take a K9 pass and walk past S8, then turn left.\n", 2),
        ("c.txt", "Take a K9 pass. The S3 bucket is full, and vitamin B12 is in eggs.\n", 0),
        ("d.txt", "The seats are B1 and B4, next to the aisle.\n", 0),
    ] {
        fs::write(scratch.path().join(name), text).expect("a file");
        let (code, out, err) = scratch.run(&[&PAIR[..], &[name]].concat());
        assert_eq!((code, out.as_str()), (i32::from(left > 0), text), "{err}");
        assert_eq!(err.matches("is not changed: it may not be a code").count(), left, "{name}: {err}");
    }
}

#[test]
fn nothing_is_moved_twice() {
    let scratch = scratch();
    let run = |from: &str, name: &str, to: &str| {
        let [old, new] = [from, if from == "1.0" { "1.1" } else { "1.2" }];
        scratch.run(&[
            "migrate",
            &format!("{old}.standard.json"),
            &format!("{new}.standard.json"),
            name,
            "-o",
            to,
        ])
    };
    let path = |name: &str| scratch.path().join(name);
    let next = String::from_utf8(sample("canal-lock-keeper-1.1.standard.json")).expect("text");
    let next = next.replacen("\"version\": \"1.1\"", "\"version\": \"1.2\"", 1);
    fs::write(path("1.2.standard.json"), next).expect("a file");
    let named = |version: &str| format!("# Version {version} of ST9901\n\nKSBs: K7, S2\n");
    let log = "| KSBs | Week |\n|---|---|\n| S5 | 1 |\n| K7 | 2 |\n";
    for (name, text) in [("l.md", log), ("new.md", &named("1.1")), ("old.md", &named("1.0"))] {
        fs::write(path(name), text).expect("a file");
    }
    fs::write(path("l.docx"), crate::package::word("<w:p><w:r><w:t>KSBs: S5, K7</w:t></w:r></w:p>", ""))
        .expect("a file");
    // Any document with marks shows that it was moved, and what is undecided must be decided before it is moved on.
    for (name, is_decided) in [("k.csv", false), ("l.md", true), ("l.docx", true)] {
        let [once, twice, on] = ["once", "twice", "on"].map(|step| format!("{step}-{name}"));
        run("1.0", name, &once);
        let (_, out, _) = run("1.0", &once, &twice);
        assert!(
            out.contains("its marks say that it has already been migrated to version 1.1"),
            "{name}: {out}"
        );
        assert!(fs::read(path(&once)).ok() == fs::read(path(&twice)).ok(), "{name}");
        let (_, out, _) = run("1.1", &once, &on);
        assert_eq!(!out.contains("have not been resolved"), is_decided, "{name}: {out}");
    }
    let on = crate::package::part(&fs::read(path("on-l.docx")).expect("a file"), "word/comments.xml");
    assert_eq!(on.matches("author=\"ksb migrate\"").count(), 1, "{on}");
    assert!(run("1.0", "new.md", "n.md").1.contains("it names version 1.1 and not 1.0"));
    assert!(run("1.0", "old.md", "o.md").1.contains("1 code changed"));
    // When moved back, the document may still name the version that it is moved to.
    let back = ["migrate", "1.1.standard.json", "1.0.standard.json", "o.md"];
    assert_eq!(scratch.run(&back).1, named("1.0"));
}

#[test]
fn footnotes_and_front_matter_of_markdown() {
    let scratch = scratch();
    let text = "---\ntitle: Unit 4\nksbs: [K18, S5, K6]\n---\n\nRadio.[^1]\n\n[^1]: KSBs: K18, K6.\n";
    fs::write(scratch.path().join("a.md"), text).expect("a file");
    let (_, out, err) = scratch.run(&[&PAIR[..], &["a.md", "-o", "b.md"]].concat());
    // A comment of Markdown would break the YAML.
    let expected = "---\ntitle: Unit 4\nksbs: [K17, S6, K6]\n---\n\nRadio.[^1]\n\n\
                    [^1]: KSBs: K17, K6 <!-- ksb: to 1.1: K6 was removed: this is the old code -->.\n";
    assert_eq!(fs::read_to_string(scratch.path().join("b.md")).ok().as_deref(), Some(expected), "{out}{err}");
    assert!(out.contains("a.md:3:") && out.contains("K6 was removed"), "{out}");
}

#[test]
fn a_shared_text_and_a_formula_of_a_workbook() {
    let scratch = scratch();
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>0</v></c></row>\
                <row r=\"2\"><c r=\"A2\" t=\"s\"><v>2</v></c><c r=\"B2\" t=\"s\"><v>2</v></c>\
                <c r=\"C2\" t=\"str\"><f>A2</f><v>K18</v></c></row>\
                <row r=\"3\"><c r=\"A3\" t=\"s\"><v>3</v></c><c r=\"B3\" t=\"s\"><v>4</v></c></row>";
    let shared = "<si><t>KSBs</t></si><si><t>Room</t></si><si><r><t>K</t></r><r><t>18</t></r></si>\
                  <si><t>K3, S4</t></si><si><t>Hall</t></si>";
    fs::write(scratch.path().join("a.xlsx"), workbook(rows, shared)).expect("a file");
    let (code, out, err) = scratch.run(&[&PAIR[..], &["a.xlsx", "-o", "b.xlsx"]].concat());
    assert!(code == 1 && out.contains("cell C2: `K18` is not changed"), "{out}{err}");
    let new = fs::read(scratch.path().join("b.xlsx")).expect("a file");
    let sheet = crate::package::part(&new, "xl/worksheets/sheet1.xml");
    assert!(
        sheet.contains("r=\"A2\" t=\"s\"><v>5</v>") && sheet.contains("r=\"B2\" t=\"s\"><v>2</v>"),
        "{sheet}"
    );
    assert!(sheet.contains("<f>A2</f><v>K18</v>"), "{sheet}");
    let strings = crate::package::part(&new, "xl/sharedStrings.xml");
    let expected = "<si><t>K3, S5</t></si><si><t>Hall</t></si><si><r><t>K</t></r><r><t>17</t></r></si></sst>";
    assert!(strings.ends_with(expected), "{strings}");
}

#[test]
fn a_formula_without_a_value_is_reported() {
    let scratch = scratch();
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>KSBs</t></is></c></row>\
                <row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>K18, S5</t></is></c></row>\
                <row r=\"3\"><c r=\"A3\"><f>\"K\"&amp;7</f></c></row>";
    fs::write(scratch.path().join("a.xlsx"), workbook(rows, "")).expect("a file");
    let (code, out, err) = scratch.run(&[&PAIR[..], &["a.xlsx", "-o", "b.xlsx"]].concat());
    assert!(code == 1 && out.contains("cell A3: a formula without a value is not read"), "{out}{err}");
    let (_, out, err) = scratch.run(&["trace", "1.0.standard.json", "a.xlsx", "--format", "concise"]);
    let told = "cell A3: warning[unread-content] a formula without a value is not read";
    assert!(out.contains(told), "{out}{err}");
}

#[test]
fn the_report_for_programs_matches_its_schema() {
    let scratch = scratch();
    let (code, out, err) = scratch.run(&[&PAIR[..], &["k.csv", "--dry-run", "--format", "json"]].concat());
    assert_eq!((code, err.as_str()), (1, ""));
    let report: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    let schema: serde_json::Value =
        serde_json::from_str(include_str!("../../schemas/migration.schema.json")).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    assert!(validator.is_valid(&report), "{out}");
    let evidence = |code: &str| {
        let all = report["statements"].as_array().expect("a list");
        all.iter().find(|one| one["code"] == code).map(|one| one["evidence"].clone())
    };
    let expected = [("K1", "carries-over"), ("S5", "read-again"), ("K10", "to-be-split"), ("K6", "gone")];
    for (code, what) in expected {
        assert_eq!(evidence(code), Some(what.into()), "{code}");
    }
    assert_eq!(report["added"][0]["code"], "S3");
    assert_eq!(report["files"][0]["notes"][0]["line"], 2);
}
