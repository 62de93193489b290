//! A whole project in memory: settings, ignores, a baseline, an older version and two documents, without a disk.

use std::path::{Path, PathBuf};

use ksb::project::{BaselineFile, InMemory, Input, InputOrigin, Options, Project};
use ksb::source::SourceId;

const SAMPLE: &str = include_str!("../samples/clean.standard.json");

const SETTINGS: &str = "\
today = \"2026-01-31\"
exclude = [\"old\"]
[[ignore]]
path = \"b.standard.json\"
rule = \"unmapped-ksb\"
subject = \"B7\"
reason = \"its duty is being written\"
";

const BASELINE: &str = r#"{"format":"ksb.baseline/1","documents":[{"path":"a.standard.json","findings":[
    {"rule":"unmapped-ksb","subject":"B7","count":1},{"rule":"unmapped-ksb","subject":"B9","count":1}]}]}"#;

/// The sample with another reference and with behaviours that are not mapped to any duty.
fn document(reference: &str, behaviours: &[&str]) -> String {
    let start = SAMPLE.find("\"behaviours\"").expect("it has behaviours");
    let end = start + SAMPLE[start..].find("\n  ]").expect("the list ends");
    let words =
        ["Take care of tools that nobody else looks after.", "Admit mistakes early, whoever is listening."];
    let statement = |(code, text)| format!(",\n    {{ \"code\": \"{code}\", \"text\": \"{text}\" }}");
    let more: String = behaviours.iter().zip(words).map(statement).collect();
    let own = SAMPLE.find("\"ST99").map(|at| &SAMPLE[at + 1..at + 7]).expect("it has a reference");
    format!("{}{more}{}", &SAMPLE[..end], &SAMPLE[end..]).replace(own, reference)
}

fn files() -> InMemory {
    InMemory::default()
        .with("work/ksb.toml", SETTINGS)
        .with("work/known.json", BASELINE)
        .with("work/a.standard.json", document("ST9941", &["B7", "B8"]))
        .with("work/b.standard.json", document("ST9942", &["B7"]))
        .with("work/notes.json", "{}")
        .with("work/old/c.standard.json", "{}")
}

/// What is found in the folder, each finding as its path, rule and subject.
fn found(files: &InMemory, baseline: bool, older: Option<&str>) -> Vec<String> {
    let mut project = Project::new(files, Options::default());
    let inputs = project.inputs(&[PathBuf::from("work")], None, false);
    let mut run = project.run(inputs, &());
    let read = || BaselineFile::read(files, Path::new("work/known.json"), 1 << 20).expect("a baseline");
    let baseline = baseline.then(read);
    let of_first =
        |path: &str| (SourceId::of_file(0), Input::of("older".to_owned(), InputOrigin::Path(path.into())));
    let older: Vec<_> = older.map(of_first).into_iter().collect();
    let findings = run.check(baseline, &older).expect("there is room");
    let extent = (findings.is_complete, findings.inputs, findings.documents);
    assert_eq!(extent, (true, 2, 2), "{:?}", findings.shown);
    assert_eq!(findings.report().count(ksb::diagnostic::Severity::Error), findings.shown.len());
    let line = |one: &ksb::diagnostic::Diagnostic| {
        let name = findings.sources.get(one.primary().source).map_or("", |source| source.name());
        format!("{name} {} {}", one.rule, one.subject)
    };
    findings.shown.iter().map(line).collect()
}

#[test]
fn settings_and_ignores_are_found_as_on_a_disk() {
    let all = ["work/a.standard.json unmapped-ksb B7", "work/a.standard.json unmapped-ksb B8"];
    assert_eq!(found(&files(), false, None), all);
    let without = files().with("work/ksb.toml", "exclude = [\"old\"]\n");
    assert_eq!(found(&without, false, None).len(), 3, "nothing is ignored any more");
}

#[test]
fn a_changed_buffer_is_checked_as_it_is_now() {
    let mut files = files();
    files.insert("work/a.standard.json", document("ST9941", &[]));
    assert_eq!(found(&files, false, None), Vec::<String>::new());
}

#[test]
fn a_baseline_hides_what_it_has_and_says_what_is_stale() {
    let mut files = files();
    let settings = "exclude = [\"old\"]\n[rules]\nstale-baseline = \"error\"\n";
    let ignores = &SETTINGS[SETTINGS.find("[[ignore").expect("an ignore")..];
    files.insert("work/ksb.toml", format!("{settings}{ignores}"));
    let found = found(&files, true, None);
    let expected = ["work/a.standard.json unmapped-ksb B8", "work/known.json stale-baseline unmapped-ksb B9"];
    assert_eq!(found, expected);
}

#[test]
fn what_an_older_version_has_is_not_new() {
    let files = files().with("work/old/c.standard.json", document("ST9941", &["B7"]));
    assert_eq!(
        found(&files, false, Some("work/old/c.standard.json")),
        ["work/a.standard.json unmapped-ksb B8"]
    );
}

#[test]
fn what_is_missing_is_said() {
    let files = InMemory::default();
    let mut project = Project::new(&files, Options::default());
    let findings = project.check([Input::file("gone.json")]).expect("there is room");
    let messages: Vec<&str> = findings.shown.iter().map(|one| one.message.as_str()).collect();
    assert_eq!((messages, findings.is_complete), (vec!["there is no such file or folder"], false));
}
