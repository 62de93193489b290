//! What can be set for rules in `ksb.toml`.

use ksb::check::{check, known_rules};
use ksb::config::Settings;
use ksb::read::read;
use ksb::rules::ALL;
use ksb::source::{Source, SourceId};

/// What each option was before it could be set.
const DEFAULTS: [(&str, &str, usize); 8] = [
    ("duty-count", "min", 4),
    ("duty-count", "max", 20),
    ("long-sentence", "max", 400),
    ("long-statement", "max", 400),
    ("near-duplicate-statement", "share", 90),
    ("overmapped-duty", "share", 80),
    ("statement-count", "min", 10),
    ("statement-count", "max", 120),
];

/// Three duties, the first with six of the eight statements mapped to it; K1 and K2 share eight of their nine words.
const STANDARD: &str = r#"{
    "kind": "apprenticeship",
    "summary": ["They look after casks."],
    "duties": [
        { "code": "D1", "text": "Store wine.", "ksbs": ["K1", "K2", "K3", "S1", "S2", "S3"] },
        { "code": "D2", "text": "Make wine.", "ksbs": ["K4", "S3"] },
        { "code": "D3", "text": "Sell wine.", "ksbs": ["K4", "S4"] }
    ],
    "knowledge": [
        { "code": "K1", "text": "Barrels, casks, bottles, corks, yeast, grapes, presses, filters." },
        { "code": "K2", "text": "Barrels, casks, bottles, corks, yeast, grapes, presses, labels." },
        { "code": "K3", "text": "Cellar temperature." },
        { "code": "K4", "text": "The law." }
    ],
    "skills": [
        { "code": "S1", "text": "Rack bottles." },
        { "code": "S2", "text": "Turn bottles." },
        { "code": "S3", "text": "Press grapes." },
        { "code": "S4", "text": "Describe a wine." }
    ]
}"#;

/// Whether `rule` reports anything in the standard under this `ksb.toml`.
fn reports(toml: &str, rule: &str) -> bool {
    let (settings, mistakes) = parsed(toml);
    assert_eq!(mistakes, []);
    let source = Source::new(SourceId(0), "a.standard.json", STANDARD);
    check(&read(&source, None), &settings.for_file("a.standard.json")).iter().any(|one| one.rule == rule)
}

fn parsed(toml: &str) -> (Settings, Vec<ksb::diagnostic::Diagnostic>) {
    Settings::parse(&Source::new(SourceId(0), "ksb.toml", toml), &known_rules())
}

#[test]
fn the_defaults_are_these() {
    let declared = ALL
        .iter()
        .map(|rule| rule.meta())
        .flat_map(|meta| meta.options.iter().map(|option| (meta.name, option.name, option.default)));
    assert_eq!(declared.collect::<Vec<_>>(), DEFAULTS);
}

#[test]
fn an_option_changes_what_is_found() {
    for (rule, option, unset, set) in [
        ("duty-count", "min", true, 3),
        ("duty-count", "max", true, 2),
        ("long-sentence", "max", false, 21),
        ("long-statement", "max", false, 40),
        ("near-duplicate-statement", "share", false, 75),
        ("overmapped-duty", "share", false, 75),
        ("statement-count", "min", true, 8),
        ("statement-count", "max", true, 7),
    ] {
        let other = if option == "max" && rule.ends_with("-count") { "min = 1\n" } else { "" };
        let table = format!("[options.{rule}]\n{other}");
        let before = unset && other.is_empty();
        assert_eq!(reports(&table, rule), before, "{rule} without {option}");
        assert_eq!(reports(&format!("{table}{option} = {set}\n"), rule), !before, "{rule} with {option}");
        let (_, _, default) = DEFAULTS.iter().find(|one| (one.0, one.1) == (rule, option)).expect("declared");
        let same = format!("{table}{option} = {default}\n");
        assert_eq!(reports(&same, rule), before, "{rule} with {option} at its default");
    }
}

#[test]
fn what_is_no_option_and_no_number_is_a_mistake() {
    for (line, message, help) in [
        ("mx = 300", "unknown key `mx`", "did you mean `max`?"),
        ("max = \"300\"", "`max` must be a whole number, not text", "write a whole number"),
        ("max = -1", "`max` is below 0 or too large", "write a whole number, 0 or above"),
    ] {
        let (settings, found) = parsed(&format!("[options.long-statement]\n{line}\n"));
        let told: Vec<_> = found.iter().map(|one| (one.message.as_str(), one.help.as_deref())).collect();
        assert_eq!(told, [(message, Some(help))], "{line}");
        assert_eq!(settings.for_file("a").option("long-statement", "max"), None);
    }
}
