//! `ksb matrix`: which statements are mapped to which duties.

use std::fs;

use super::{clean, faulty, folder, ksb, run};

#[test]
fn the_holes_of_a_standard_are_shown() {
    let folder = folder(&[("good.json", clean().as_bytes()), ("bad.json", faulty().as_bytes())]);
    let matrix = |arguments: &[&str]| run(ksb(folder.path()).arg("matrix").args(arguments));
    let good = matrix(&["good.json"]);
    assert_eq!((good.code, good.err.as_str()), (0, ""));
    assert!(good.out.ends_with(
        "\nNo gaps: every statement is mapped to a duty, and every duty has statements of each kind.\n"
    ));
    let bad = matrix(&["bad.json", "--width", "60"]);
    assert!(bad.code == 0 && bad.out.ends_with("\nGaps\n  B7 is not mapped to any duty\n"), "{}", bad.out);
    assert!(bad.out.lines().all(|line| line.len() <= 60), "{}", bad.out);
    for (format, expected) in
        [("markdown", "| **0** |"), ("csv", "duty,text,K1,"), ("html", "B7 is not mapped to any duty")]
    {
        let ran = matrix(&["bad.json", "--format", format]);
        assert!(ran.code == 0 && ran.out.contains(expected), "{format}: {}", ran.out);
    }
    assert_eq!(matrix(&["bad.json", "--format", "html", "-o", "m.html"]).out, "");
    let page = fs::read_to_string(folder.path().join("m.html")).expect("it was written");
    assert!(page.starts_with("<!DOCTYPE html>"));
}

#[test]
fn without_a_mapping_the_command_fails() {
    let units = "{ \"kind\": \"apprenticeship-unit\", \"title\": \"Kites\" }";
    let broken = clean().replacen("\"duties\": [", "\"duties\": [ {} , ", 1).replacen(
        "\"ksbs\": [",
        "\"ksbs\": [7, ",
        1,
    );
    let folder = folder(&[
        ("unit.json", units.as_bytes()),
        ("x.txt", b"Dear diary"),
        ("broken.json", broken.as_bytes()),
    ]);
    let matrix = |name: &str| run(ksb(folder.path()).args(["matrix", name]));
    for (name, why) in [
        ("unit.json", "error: a standard of this kind has no duties"),
        ("x.txt", "error[unrecognised-format]"),
        ("gone.json", "no such file"),
    ] {
        let ran = matrix(name);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{name}");
        assert!(ran.err.contains(why), "{name}: {}", ran.err);
    }
    let broken = matrix("broken.json");
    assert_eq!(broken.code, 1, "{}", broken.out);
    assert!(broken.out.contains("Knowledge statements") && broken.err.contains("error["), "{}", broken.err);
}

#[test]
fn columns_that_nobody_could_follow_are_left_to_spreadsheets() {
    let statements: Vec<String> =
        (1..=501).map(|n| format!("{{ \"code\": \"K{n}\", \"text\": \"Kite {n}.\" }}")).collect();
    let duties: Vec<String> = (1..=500)
        .map(|n| format!("{{ \"code\": \"D{n}\", \"text\": \"Fly kite {n}.\", \"ksbs\": [\"K{n}\"] }}"))
        .collect();
    let wide = format!(
        "{{ \"kind\": \"apprenticeship\", \"title\": \"Kites\", \"duties\": [{}], \"knowledge\": [{}] }}",
        duties.join(","),
        statements.join(",")
    );
    let folder = folder(&[("wide.json", wide.as_bytes())]);
    let text = run(ksb(folder.path()).args(["matrix", "wide.json"]));
    assert_eq!((text.code, text.out.as_str()), (2, ""), "{}", text.err);
    assert!(text.err.contains("250500 cells") && text.err.contains("`--format csv`"), "{}", text.err);
    let csv = run(ksb(folder.path()).args(["matrix", "wide.json", "--format", "csv"]));
    assert_eq!(csv.out.lines().count(), 503, "{}", csv.err);
}
