//! Documents that a `ksb.toml` says cite a standard, under `ksb trace` and `ksb check`.
#![allow(clippy::disallowed_methods, reason = "these tests make files and run the program")]

mod scratch;

use scratch::Scratch;

const STANDARD: &str = include_str!("../samples/canal-lock-keeper-1.1.standard.json");
const OLDER: &str = include_str!("../samples/canal-lock-keeper-1.0.standard.json");
const CURRICULUM: &str = include_str!("../samples/citing/curriculum.md");

const SETTINGS: &str = "[[trace]]\nstandard = \"lock.standard.json\"\nfiles = [\"modules\"]\n";

fn project(settings: &str) -> Scratch {
    Scratch::new(&[
        ("ksb.toml", settings),
        ("lock.standard.json", STANDARD),
        ("modules/curriculum.md", CURRICULUM),
        ("modules/more/extra.csv", "Week,KSBs\n1,\"K1, K12, S10, S14\"\n2,K99\n"),
        ("notes.md", "KSBs: K77, S1\n"),
    ])
}

const OF_CURRICULUM: &str = "modules/curriculum.md error unknown-code K20";
const OF_EXTRA: &str = "modules/more/extra.csv error unknown-code K99";

#[test]
fn a_check_of_a_folder_has_the_documents_that_cite() {
    let (code, found) = project(SETTINGS).found(&["--fail-on", "never"]);
    assert_eq!((code, found), (0, vec![OF_CURRICULUM.to_owned(), OF_EXTRA.to_owned()]));
}

#[test]
fn what_none_cites_is_told_only_where_all_are_given() {
    let scratch = project(&SETTINGS.replace("modules", "modules/*.md"));
    let uncited =
        ["uncited knowledge", "uncited skill"].map(|one| format!("lock.standard.json warning {one}"));
    let whole = scratch.found(&["."]).1;
    assert!(uncited.iter().all(|one| whole.contains(one)), "{whole:?}");
    scratch.write("modules/other.md", "KSBs: K1, S2\n");
    assert_eq!(scratch.found(&["modules/curriculum.md"]), (1, vec![OF_CURRICULUM.to_owned()]));
    assert_eq!(scratch.found(&["modules"]).1, whole);
    assert_eq!(scratch.found(&["lock.standard.json"]), (0, vec![]));
}

#[test]
fn a_trace_without_arguments_does_what_the_settings_say() {
    let scratch = project(&format!("{SETTINGS}min-coverage = 100\n"));
    let ran = scratch.run(&["trace", "--format", "concise"]);
    assert_eq!(ran.0, 1);
    assert!(ran.1.ends_with("44 of 44 statements are cited (100%)\n"), "{}", ran.1);
    scratch.write("modules/more/extra.csv", "Week,KSBs\n1,K1\n");
    let ran = scratch.run_in("modules", &["trace", "--format", "concise", "--select", "low-coverage"]);
    assert!(
        ran.1.contains(
            "error[low-coverage] the documents cite 41 of 44 statements (93%), but 100% is required"
        ),
        "{}",
        ran.1
    );
    let none = Scratch::new(&[]).run(&["trace", "--no-config"]);
    assert_eq!((none.0, none.2.contains("name a standard")), (2, true), "{}", none.2);
}

#[test]
fn the_sections_have_what_the_options_of_a_trace_have() {
    let scratch = project(&format!("{SETTINGS}codes-in = [\"Covers\"]\nhistory = [\"old\"]\n"));
    scratch.write("old/lock.standard.json", OLDER);
    scratch.write("modules/more/extra.csv", "Week,KSBs,Covers\n1,K99,\"K1, K20\"\n");
    let of_extra = OF_EXTRA.replace("K99", "K20");
    assert_eq!(scratch.found(&["modules/more"]), (1, vec![of_extra]));
    let ran = scratch.run(&["check", "--width", "100", "modules/more"]);
    assert!(ran.1.contains("write K19 instead: it was K20 up to version 1.0"), "{}", ran.1);
    // Numbers alone belong to the list that the header names.
    scratch.write("ksb.toml", &format!("{SETTINGS}codes-in = [\"Knowledge covered\"]\n"));
    scratch.write("modules/more/extra.csv", "Week,Knowledge covered,Hours\n1,\"1, 99\",98\n2,3,4\n");
    assert_eq!(scratch.found(&["modules/more"]), (1, vec![OF_EXTRA.to_owned()]));
}

#[test]
fn ignores_a_baseline_and_an_older_state_hold_for_them() {
    let ignore = "[[ignore]]\npath = \"modules\"\nrule = \"unknown-code\"\nsubject = \"K20\"\nreason = \"to be moved\"\n";
    let scratch = project(&format!("{SETTINGS}{ignore}{}", ignore.replace("K20", "K21")));
    let stale = "ksb.toml warning unused-ignore unknown-code K21";
    assert_eq!(scratch.found(&[]).1, [OF_EXTRA, stale]);
    scratch.write("ksb.toml", SETTINGS);
    scratch.run(&["check", "--write-baseline", "known.json"]);
    assert_eq!(scratch.found(&["--baseline", "known.json"]), (0, vec![]));
    scratch.write("modules/more/extra.csv", "Week,KSBs\n1,\"K12, K98, S10, S14\"\n2,K99\n");
    let added = OF_EXTRA.replace("K99", "K98");
    assert_eq!(scratch.found(&["--baseline", "known.json"]), (1, vec![added]));
}

#[test]
fn what_is_wrong_with_a_section_is_told_in_the_settings() {
    let wrong = "files = [\"modules\"]\nhistory = [\"nowhere\"]\n";
    let missing = "[[trace]]\nstandard = \"lok.standard.json\"\nfiles = [\"modules\"]\n";
    let empty = "[[trace]]\nstandard = \"lock.standard.json\"\nfiles = [\"modules\", \"weeks\"]\n";
    let settings = format!("[[trace]]\nstandard = \"lock.standard.json\"\n{wrong}{missing}{empty}");
    let ran = project(&settings).run(&["check", "--format", "concise", "--deselect", "citations"]);
    let told: Vec<&str> = ran.1.lines().filter(|line| line.starts_with("ksb.toml")).collect();
    assert_eq!(ran.0, 2);
    assert_eq!(told.len(), 3, "{told:#?}");
    assert!(
        told[0].starts_with("ksb.toml:4:12: error[config]")
            && told[0].ends_with("there is no such file or folder")
    );
    assert_eq!(told[1], "ksb.toml:6:12: error[config] the standard `lok.standard.json` does not exist");
    assert_eq!(told[2], "ksb.toml:10:21: error[config] `weeks` does not match any document");
}
