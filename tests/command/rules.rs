//! Rules as users name them: listed, explained, selected.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use super::{Ran, folder, ksb, output, run, sample};

#[test]
fn rules_are_listed_and_explained() {
    let folder = folder(&[]);
    let table = run(ksb(folder.path()).arg("rules"));
    let json: Value =
        serde_json::from_str(&run(ksb(folder.path()).args(["rules", "--format", "json"])).out).expect("JSON");
    output::assert_valid_by(include_str!("../../schemas/rules.schema.json"), &json);
    let rules = json["rules"].as_array().expect("a list");
    assert!(
        table.code == 0 && table.out.contains("\nmapping: which statements are mapped to which duties\n")
    );
    let starts = |line: &&str| line.starts_with("  ") && !line.starts_with("   ");
    assert_eq!(table.out.lines().filter(starts).count(), rules.len());
    for rule in rules {
        let name = rule["name"].as_str().expect("a name");
        let page = run(ksb(folder.path()).args(["explain", name]));
        assert_eq!(page.code, 0);
        assert!(page.out.starts_with(name) && page.out.contains("\nWhy it matters\n"), "{}", page.out);
    }
}

#[test]
fn codes_of_the_government_s_import_name_rules() {
    let folder = folder(&[]);
    let pages = run(ksb(folder.path()).args(["explain", "S1008"]));
    let headings: Vec<&str> =
        pages.out.lines().filter(|line| line.ends_with("; S1008 in the government's import")).collect();
    assert_eq!((pages.code, headings.len()), (0, 2), "{}", pages.out);
    assert!(pages.out.starts_with("missing-title\n") && pages.out.contains("\nstray-whitespace\n"));
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/broken/feed.catalogue.json");
    let shared = |rules: &[&str]| {
        let ran =
            run(ksb(folder.path()).args(["check", "--no-config", "--format", "concise", sample]).args(rules));
        ran.out.contains("lars-shared")
    };
    assert!(shared(&[]) && !shared(&["--rule", "E1004=off"]) && !shared(&["--rule", "e1004=off"]));
}

/// `ksb check` of a broken sample: the rules that report, and how the run ended.
fn reported(folder: &Path, name: &str, arguments: &[&str]) -> (BTreeSet<String>, i32) {
    let broken = sample("broken").join(name);
    let command = ["check", "--format", "json", "--severity", "advice"];
    let ran = run(ksb(folder).args(command).arg(broken).args(arguments));
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {}", ran.err));
    let rule = |one: &Value| one["rule"].as_str().expect("a name").to_owned();
    (report["diagnostics"].as_array().expect("a list").iter().map(rule).collect(), ran.code)
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(ToString::to_string).collect()
}

#[test]
fn only_selected_rules_run() {
    let folder = folder(&[]);
    let on = |arguments: &[&str]| reported(folder.path(), "mapping.standard.json", arguments).0;
    let all = on(&[]);
    assert!(all.len() > 5, "{all:?}");
    assert_eq!(on(&["--select", "all"]), all);
    assert_eq!(on(&["--select", "unmapped-ksb"]), set(&["unmapped-ksb"]));
    assert_eq!(on(&["--only", "unmapped-ksb,dangling-code"]), set(&["dangling-code", "unmapped-ksb"]));
    let twice = on(&["--select", "unmapped-ksb", "--select", "dangling-code"]);
    assert_eq!(twice, set(&["dangling-code", "unmapped-ksb"]));
    let mapping = on(&["--select", "mapping"]);
    assert!(mapping.is_subset(&all) && mapping.contains("duty-without-skill"), "{mapping:?}");
    let others = on(&["--deselect", "mapping"]);
    assert_eq!(others, all.difference(&mapping).cloned().collect());
    assert_eq!(on(&["--select", "mapping", "--ignore", "unmapped-ksb"]).len(), mapping.len() - 1);
    assert_eq!(on(&["--deselect", "all", "--rule", "unmapped-ksb=error"]), set(&["unmapped-ksb"]));
}

#[test]
fn what_cannot_be_read_is_told_whatever_is_selected() {
    let folder = folder(&[]);
    let (found, code) = reported(folder.path(), "syntax.standard.json", &["--select", "dates"]);
    assert_eq!((found, code), (set(&["syntax"]), 1));
}

#[test]
fn a_run_without_rules_says_so() {
    let folder = folder(&[("a.json", super::clean().as_bytes()), ("ksb.toml", b"deselect = [\"all\"]\n")]);
    let check = |arguments: &[&str]| run(ksb(folder.path()).args(["check", "a.json"]).args(arguments));
    for none in [
        &["--no-config", "--select", "mapping", "--deselect", "mapping"][..],
        &["--no-config", "--deselect", "all"],
        &["--format", "jsonl"],
    ] {
        let ran = check(none);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{none:?}");
        assert!(ran.err.contains("there are no rules to run"), "{none:?}: {}", ran.err);
    }
    for some in [
        &["--no-config", "--select", "syntax"][..],
        &["--no-config", "--select", "mapping", "--scope", "catalogue"],
        &["--rule", "code-gap=error"],
    ] {
        assert_eq!(check(some).code, 0, "{some:?}");
    }
}

#[test]
fn the_command_line_selects_in_the_place_of_the_settings() {
    let settings = "select = [\"codes\"]\ndeselect = [\"mapping\"]\n[rules]\nunmapped-ksb = \"off\"\n\
                    dangling-code = \"warning\"\n";
    let folder = folder(&[("ksb.toml", settings.as_bytes())]);
    let on = |arguments: &[&str]| {
        let arguments = [&["--config", "ksb.toml"], arguments].concat();
        reported(folder.path(), "mapping.standard.json", &arguments)
    };
    assert_eq!(on(&[]).0, set(&["dangling-code"]));
    let (mapping, _) = on(&["--select", "mapping"]);
    assert!(mapping.contains("duty-without-skill") && !mapping.contains("unmapped-ksb"), "{mapping:?}");
    assert_eq!(on(&["--select", "unmapped-ksb"]), (set(&["unmapped-ksb"]), 1), "a rule that is named runs");
    assert_eq!(on(&["--select", "dangling-code"]), (set(&["dangling-code"]), 0), "its severity stays");
    assert_eq!(on(&["--deselect", "dangling-code"]).0, set(&[]));
    let shown = run(ksb(folder.path()).args(["check", "--select", "dates", "--show-settings", "a.json"]));
    assert!(shown.out.contains("\ncode-gap = \"off\"\n") && shown.out.contains("\nsyntax = \"error\"\n"));
}

#[test]
fn a_rule_that_is_off_is_not_said_in_other_words() {
    let folder = folder(&[]);
    let on = |arguments: &[&str]| reported(folder.path(), "mapping.standard.json", arguments).0;
    assert!(on(&[]).contains("duplicate-mapping"));
    for off in [["--deselect", "duplicate-mapping"], ["--rule", "duplicate-mapping=off"]] {
        assert!(on(&off).is_disjoint(&set(&["duplicate-mapping", "schema"])), "{off:?}");
    }
}

#[test]
fn unknown_selections_are_told() {
    let folder = folder(&[]);
    let none = run(ksb(folder.path()).args(["check", "--select"]));
    assert!(none.code == 2 && !none.err.contains("unmapped-ksb"), "no message lists all rules: {}", none.err);
    for (arguments, message) in [
        (&["check", "--select", "maping"][..], "unknown rule or group `maping`: did you mean `mapping`?"),
        (&["check", "--deselect", "unmaped-ksb"], "did you mean `unmapped-ksb`?"),
        (&["check", "--only", "unmapped-ksb,qqqqqqqq"], "`ksb rules` lists them all"),
        (&["explain", "dangling"], "did you mean `dangling-citation`, `dangling-code` or `dangling-option`?"),
        (&["check", "--rule", "mapping=off"], "write `--select mapping` or `--deselect mapping`"),
    ] {
        let Ran { code, out, err } = run(ksb(folder.path()).args(arguments));
        assert!(code == 2 && out.is_empty() && err.contains(message), "{err}");
    }
}

#[test]
fn a_group_is_explained_by_its_rules() {
    let folder = folder(&[]);
    let table = run(ksb(folder.path()).env("COLUMNS", "80").arg("rules")).out;
    let group = run(ksb(folder.path()).env("COLUMNS", "80").args(["explain", "codes"]));
    assert!(group.out.starts_with("codes: how statements and duties are numbered\n"), "{}", group.out);
    let rules = |text: &str| -> Vec<String> {
        let lines = text.lines().filter_map(|line| line.strip_prefix("  "));
        let rules = lines.filter(|line| !line.starts_with(' ')).filter_map(|line| line.split(' ').next());
        rules.map(str::to_owned).collect()
    };
    let of_group = rules(&group.out);
    assert!(of_group.contains(&"code-gap".to_owned()) && !of_group.contains(&"lars-shared".to_owned()));
    assert!(of_group.iter().all(|rule| rules(&table).contains(rule)));
}
