//! `ksb.toml`: mistakes in it are reported as diagnostics, and it decides what a check says.
#![allow(clippy::disallowed_methods, reason = "these tests make files and run the program")]

mod scratch;

use assert_cmd::Command;
use ksb::check::known_rules;
use ksb::config::{Config, KnownRule, Settings, TEMPLATE};
use ksb::diagnostic::Severity;
use ksb::source::{ColumnUnit, Source, SourceId};
use scratch::{Scratch, faulty};
use serde_json::Value;

/// The mistakes in a `ksb.toml`: line, column, message and help.
fn mistakes(text: &str) -> Vec<(usize, usize, String, String)> {
    let source = Source::new(SourceId(0), "ksb.toml", text);
    let (_, found) = Settings::parse(&source, &known_rules());
    let one = |one: ksb::diagnostic::Diagnostic| {
        assert_eq!((one.rule, one.severity), ("config", Severity::Error));
        let at = source.position(one.primary().span.start as usize, ColumnUnit::CodePoints);
        (at.line, at.column, one.message, one.help.expect("every mistake says what to do"))
    };
    found.into_iter().map(one).collect()
}

fn parsed(text: &str) -> Settings {
    let (settings, found) = Settings::parse(&Source::new(SourceId(0), "ksb.toml", text), &known_rules());
    assert_eq!(found, []);
    settings
}

/// The template with every example in it uncommented.
fn uncommented_template() -> String {
    let is_setting = |line: &str| {
        let starts = line.split(' ').next().unwrap_or_default();
        line.starts_with('[')
            || (line.contains(" = ") && starts.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'))
    };
    let line = |line: &'static str| line.strip_prefix("# ").filter(|rest| is_setting(rest)).unwrap_or(line);
    TEMPLATE.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_code_stands_for_the_rules_that_have_it() {
    let config = parsed("[rules]\nS1008 = \"advice\"\ne1004 = \"off\"\n").for_file("a.json");
    let severity = |rule| config.severity(rule, Severity::Error);
    assert_eq!(severity("missing-title"), Some(Severity::Advice));
    assert_eq!(severity("stray-whitespace"), Some(Severity::Advice));
    assert_eq!(severity("lars-shared"), None);
    let config = parsed("select = [\"E1001\", \"versions\"]\ndeselect = [\"S1003\"]").for_file("a.json");
    let runs = |rule| config.severity(rule, Severity::Error).is_some();
    assert!(runs("missing-field") && runs("several-approved"));
    assert!(!runs("version-gap") && !runs("lars-shared"));
}

#[test]
fn where_one_rule_is_meant_a_code_will_not_do() {
    let found =
        mistakes("[[ignore]]\npath = \"a\"\nrule = \"S1008\"\nsubject = \"title\"\nreason = \"so\"\n");
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].3, "write the name of the rule: `missing-title` or `stray-whitespace`");
}

#[test]
fn mistakes_are_told_at_their_place_with_what_was_meant() {
    let text = "selct = [\"codes\"]\nselect = [\"coeds\"]\ninclude = \"*.html\"\ntoday = \"2026-02-30\"\n\
                exclude = [\"a[\", 3]\n[rules]\nunmaped-ksb = \"off\"\ncode-gap = \"warnig\"\ncode-kind = 1\n";
    let found = mistakes(text);
    let places: Vec<(usize, usize)> = found.iter().map(|one| (one.0, one.1)).collect();
    let expected = [(1, 1), (2, 11), (3, 11), (4, 9), (5, 12), (5, 18), (7, 1), (8, 12), (9, 13)];
    assert_eq!(places, expected, "{found:#?}");
    let helps: Vec<&str> = found.iter().map(|one| one.3.as_str()).collect();
    assert_eq!(helps[0], "did you mean `select`?");
    assert_eq!(helps[1], "did you mean `codes`?");
    assert_eq!((helps[6], helps[7]), ("did you mean `unmapped-ksb`?", "did you mean `warning`?"));
    assert_eq!(found[2].2, "`include` must be a list of text values in [ ], not text");
    assert_eq!(found[6].2, "unknown rule `unmaped-ksb`");
    assert_eq!(found[8].2, "`code-kind` must be text in quotation marks, not a number");
}

#[test]
fn what_is_no_toml_is_a_mistake_and_the_rest_holds() {
    let text = "exclude = [\"a\"]\n= 3\n[rules]\ncode-gap = \"off\"\n";
    let found = mistakes(text);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!(found[0].0, 2);
    let (settings, _) = Settings::parse(&Source::new(SourceId(0), "ksb.toml", text), &known_rules());
    assert!(settings.exclude.matches("a/b.json"));
}

#[test]
fn a_mistake_in_the_toml_is_told_once_and_without_echoes() {
    for (text, line) in [
        ("[rules\ncode-gap = \"off\"\n", 1),
        ("[[ignore]\npath = \"a\"\nrule = \"code-gap\"\n", 1),
        ("select = [\"codes\"\ndeselect = [\"wording\"]\n", 2),
        ("select = \"codes\ndeselect = [\"wording\"]\n", 1),
        ("include = [\"pages/*.html]\nexclude = [\"a\"]\n", 1),
        ("today = \"2026-01-31\"\nrules: {}\nselct = []\n", 2),
    ] {
        let found = mistakes(text);
        assert_eq!((found.len(), found[0].0), (1, line), "{text}: {found:#?}");
        assert!(found[0].2.starts_with("the file cannot be read as TOML: "), "{found:#?}");
    }
    let both = mistakes("selct = []\n[rules]\ncode-gap \"off\"\n");
    assert_eq!(both.iter().map(|one| one.0).collect::<Vec<_>>(), [1, 3], "{both:#?}");
}

#[test]
fn all_stands_for_all_rules() {
    let runs = |text: &str| {
        let config = parsed(text).for_file("a.json");
        known_rules().iter().filter(|rule| config.severity(rule.name, Severity::Error).is_some()).count()
    };
    assert_eq!(runs("select = [\"all\"]"), known_rules().len());
    assert_eq!(runs("deselect = [\"all\"]\n[rules]\ncode-gap = \"error\"\n"), 1);
}

#[test]
fn what_an_entry_lacks_is_told_at_the_entry() {
    let found = mistakes("[[overrides]]\npaths = [\"a\"]\n\n[[ignore]]\npath = \"a\"\nrule = \"code-gap\"\n");
    let told: Vec<(usize, &str)> = found.iter().map(|one| (one.0, one.2.as_str())).collect();
    assert!(told.contains(&(1, "`rules` is missing from [[overrides]]")), "{told:?}");
    assert!(told.contains(&(4, "`reason` is missing from [[ignore]]")), "{told:?}");
    assert!(told.contains(&(4, "this ignore has neither `subject` nor `pointer`")), "{told:?}");
    assert_eq!(told.len(), 3);
    let list = mistakes("ignore = [\"wording\"]\n");
    assert!(list[0].3.contains("`deselect`"), "{list:?}");
}

#[test]
fn options_are_those_that_rules_declare() {
    let found = mistakes("[options.code-gap]\nmost = 3\n");
    assert_eq!((found.len(), found[0].2.as_str()), (1, "the rule `code-gap` has no options"));
    assert_eq!(mistakes("[options.code-gp]\nmost = 3\n")[0].3, "did you mean `code-gap`?");
    let rule =
        KnownRule { name: "r", aliases: &[], group: "g", always_selected: false, options: vec!["most"] };
    let read = |text: &str| {
        Settings::parse(&Source::new(SourceId(0), "ksb.toml", text), std::slice::from_ref(&rule))
    };
    let (settings, found) = read("[options.r]\nmost = 0x10\n");
    assert_eq!(found, []);
    let config = settings.for_file("a.json");
    assert_eq!(config.option("r", "most"), Some(16));
    assert_eq!(config.option("r", "other"), None);
    let (_, found) = read("[options.r]\nmst = 1\nmost = [1]\n");
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn later_settings_hold_over_earlier_ones() {
    let settings = parsed(
        "select = [\"codes\", \"unmapped-ksb\"]\ndeselect = [\"code-gap\"]\n[rules]\ncode-gap = \"advice\"\n\
         [[overrides]]\npaths = [\"drafts\"]\nrules = { code-gap = \"error\", code-kind = \"off\" }\n\
         [[overrides]]\npaths = [\"*.old.json\"]\nrules = { code-gap = \"off\" }\n",
    );
    let severity = |path: &str, rule: &str| settings.for_file(path).severity(rule, Severity::Warning);
    assert_eq!(severity("a.json", "code-gap"), Some(Severity::Advice));
    assert_eq!(severity("drafts/a.json", "code-gap"), Some(Severity::Error));
    assert_eq!(severity("drafts/a.old.json", "code-gap"), None);
    assert_eq!(severity("drafts/a.json", "code-kind"), None);
    assert_eq!(severity("a.json", "unmapped-ksb"), Some(Severity::Warning));
    assert_eq!(severity("a.json", "missing-title"), None);
    assert_eq!(severity("a.json", "schema"), Some(Severity::Warning), "what cannot be read is always said");
    assert_eq!(parsed("").for_file("a.json"), Config::default());
}

#[test]
fn a_section_of_documents_that_cite_says_which_and_what() {
    let text = "[[trace]]\nfiles = []\nmin-coverage = 101\n[[trace]]\nstandard = \"a\"\nfile = [\"b\"]\n";
    let found = mistakes(text);
    let places: Vec<(usize, usize)> = found.iter().map(|one| (one.0, one.1)).collect();
    assert_eq!(places, [(1, 1), (2, 9), (3, 16), (4, 1), (6, 1)], "{found:#?}");
    let settings = parsed("[[trace]]\nstandard = \"a\"\nfiles = [\"b/*.md\", \"c\"]\n");
    let [section] = settings.traces.as_slice() else { panic!("one section") };
    assert!(section.matches("b/x.md") && section.matches("d/c/y.csv") && !section.matches("b/x/y.md"));
}

#[test]
fn the_template_lists_every_setting_and_sets_none() {
    assert_eq!(parsed(TEMPLATE).for_file("a.json"), Config::default());
    let text = uncommented_template();
    assert_eq!(mistakes(&text), []);
    let schema = ksb::schema::ALL.iter().find(|schema| schema.name == "config").expect("it is published");
    let schema: Value = serde_json::from_str(schema.text).expect("JSON");
    let written: Value = toml::from_str(&text).expect("TOML");
    let errors: Vec<String> = jsonschema::validator_for(&schema)
        .expect("a schema")
        .iter_errors(&written)
        .map(|error| error.to_string())
        .collect();
    assert_eq!(errors, [""; 0]);
    let keys = schema["properties"].as_object().expect("keys").keys();
    let untold: Vec<&String> = keys.filter(|key| written.get(key).is_none()).collect();
    assert_eq!(untold, [""; 0], "the template shows every key");
}

#[test]
fn the_schema_and_the_reader_refuse_the_same() {
    let schema = ksb::schema::ALL.iter().find(|schema| schema.name == "config").expect("it is published");
    let schema: Value = serde_json::from_str(schema.text).expect("JSON");
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).expect("a schema");
    for text in [
        "selct = []",
        "include = \"a\"",
        "include = [1]",
        "today = \"2026-02-30\"",
        "document-ignores = \"no\"",
        "rules = { code-gap = \"loud\" }",
        "[[overrides]]\npaths = [\"a\"]",
        "[options.long-statement]\nmax = \"300\"",
        "[options.long-statement]\nmax = -1",
        "[[ignore]]\npath = \"a\"\nrule = \"code-gap\"\nsubject = \"K1\"",
        "[[ignore]]\npath = \"a\"\nrule = \"code-gap\"\nreason = \"b\"",
        "[[ignore]]\npath = \"a\"\nrule = \"code-gap\"\nreason = \"\"\nsubject = \"K1\"",
    ] {
        let value: Value = toml::from_str(text).expect("TOML");
        assert!(!validator.is_valid(&value), "{text}");
        assert_ne!(mistakes(text), [], "{text}");
    }
}

#[test]
fn the_nearest_file_above_each_document_holds() {
    let bad = faulty();
    let scratch = Scratch::new(&[
        ("ksb.toml", "[rules]\nunmapped-ksb = \"warning\"\n"),
        ("a.standard.json", &bad),
        ("sub/deep/b.standard.json", &bad),
        ("other/ksb.toml", "[rules]\nunmapped-ksb = \"off\"\n"),
        ("other/c.standard.json", &bad),
    ]);
    assert_eq!(
        scratch.found(&["."]).1,
        ["a.standard.json warning unmapped-ksb B7", "sub/deep/b.standard.json warning unmapped-ksb B7"]
    );
    let ran = scratch.run_in("sub/deep", &["check", "--format", "concise"]);
    assert!(ran.0 == 0 && ran.1.contains("warning[unmapped-ksb]"), "{ran:?}");
    assert_eq!(scratch.found(&["--no-config", "."]).1.len(), 3);
    let only = scratch.found(&["--config", "other/ksb.toml", "."]);
    assert_eq!((only.0, only.1.len()), (0, 0));
    let rule = scratch.found(&["--rule", "unmapped-ksb=error", "a.standard.json"]);
    assert_eq!(rule, (1, vec!["a.standard.json error unmapped-ksb B7".to_owned()]));
    let mut command = Command::new(env!("CARGO_BIN_EXE_ksb"));
    command.args(["check", "-", "--stdin-filename", "other/x.json", "--format", "concise"]);
    let stdin = command.current_dir(scratch.path()).write_stdin(bad).output().expect("it runs");
    assert!(stdin.status.success() && !String::from_utf8_lossy(&stdin.stdout).contains("unmapped-ksb"));
}

#[test]
fn a_mistake_fails_the_run_and_is_shown_in_its_file() {
    let scratch =
        Scratch::new(&[("ksb.toml", "[rules]\nunmaped-ksb = \"off\"\n"), ("a.standard.json", &faulty())]);
    let (code, found) = scratch.found(&["."]);
    assert_eq!(code, 2);
    assert_eq!(found, ["a.standard.json error unmapped-ksb B7", "ksb.toml error config unmaped-ksb"]);
    let (code, found) = scratch.found(&["--config", "none.toml", "a.standard.json"]);
    assert_eq!(code, 2);
    assert_eq!(found[1], "none.toml error unreadable-file file");
}

#[test]
fn folders_give_what_the_settings_say() {
    let scratch = Scratch::new(&[
        ("ksb.toml", "include = [\"pages/*.json\"]\nexclude = [\"archive\", \"*.old.standard.json\"]\n"),
        ("a.standard.json", &faulty()),
        ("a.old.standard.json", &faulty()),
        ("archive/2020/b.standard.json", &faulty()),
        ("pages/c.json", &faulty()),
        ("pages/deep/d.json", &faulty()),
    ]);
    let files = |arguments: &[&str]| scratch.run(&[&["check", "--show-files"], arguments].concat());
    assert_eq!(files(&[]), (0, "a.standard.json\npages/c.json\n".to_owned(), String::new()));
    assert_eq!(files(&["a.old.standard.json"]).1, "a.old.standard.json\n");
    assert_eq!(files(&["a.old.standard.json", "--force-exclude"]).1, "");
    let checked: Vec<String> = scratch.found(&[]).1;
    assert_eq!(checked, ["a.standard.json error unmapped-ksb B7", "pages/c.json error unmapped-ksb B7"]);
}

#[test]
fn settings_are_shown_as_a_file_that_gives_the_same() {
    let scratch = Scratch::new(&[
        (
            "ksb.toml",
            "today = \"2026-01-02\"\nexclude = [\"x\"]\n[[overrides]]\npaths = [\"d\"]\nrules = { code-gap = \"off\" }\n",
        ),
        ("d/a.standard.json", &faulty()),
    ]);
    let shown = scratch.run(&["check", "--show-settings", "d/a.standard.json", "--rule", "code-kind=error"]);
    assert_eq!(shown.0, 0);
    assert!(shown.1.contains("\n[options.long-statement]\nmax = 400\n"), "{}", shown.1);
    assert!(shown.1.contains("# from ksb.toml, where it is called d/a.standard.json\n"), "{}", shown.1);
    let again = parsed(&shown.1).for_file("any.json");
    assert_eq!(again.severity("code-gap", Severity::Warning), None);
    assert_eq!(again.severity("code-kind", Severity::Warning), Some(Severity::Error));
    assert_eq!(again.today.map(|today| today.to_string()).as_deref(), Some("2026-01-02"));
}

fn read(scratch: &Scratch) -> String {
    std::fs::read_to_string(scratch.path().join("ksb.toml")).expect("the file is there")
}

#[test]
fn init_writes_a_file_once() {
    let scratch = Scratch::new(&[]);
    assert_eq!(scratch.run(&["init"]).0, 0);
    assert_eq!(read(&scratch), TEMPLATE);
    scratch.write("ksb.toml", "# mine\n");
    let again = scratch.run(&["init"]);
    assert!(again.0 == 2 && again.2.contains("already"), "{again:?}");
    assert_eq!(read(&scratch), "# mine\n");
}
