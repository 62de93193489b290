//! What the rules make of single faults: one cause gives one finding, and the result of a fix is valid JSON.

use ksb::check::check;
use ksb::config::Config;
use ksb::diagnostic::Diagnostic;
use ksb::read::read;
use ksb::source::{Source, SourceId};

/// The findings in a native apprenticeship with these members, except those about what is missing.
fn findings(members: &str) -> Vec<Diagnostic> {
    let source = source(members);
    let mut found = check(&read(&source, None), &Config::default());
    let lack = |one: &Diagnostic| {
        let parts = ["missing-", "no-"].iter().any(|start| one.rule.starts_with(start));
        one.rule == "schema" || parts || one.rule.ends_with("-count") || one.rule == "summary-opening"
    };
    found.retain(|one| !lack(one) || one.rule == "no-break-space");
    found
}

fn source(members: &str) -> Source {
    Source::new(SourceId(0), "case", format!("{{ \"kind\": \"apprenticeship\", {members} }}"))
}

/// Findings as `rule subject`.
fn lines(found: &[Diagnostic]) -> Vec<String> {
    found.iter().map(|one| format!("{} {}", one.rule, one.subject)).collect()
}

/// A list of duties with the given codes.
fn duties(codes: &[&str]) -> String {
    let duty = |(index, codes): (usize, &&str)| {
        let number = index + 1;
        format!(
            "{{ \"code\": \"D{number}\", \"text\": \"Look after cellar {number}.\", \"ksbs\": [{codes}] }}"
        )
    };
    let all: Vec<String> = codes.iter().enumerate().map(duty).collect();
    format!("\"duties\": [{}]", all.join(", "))
}

/// A list of statements with the given codes, no two of which are alike.
fn statements(name: &str, codes: &[&str]) -> String {
    let words = ["barrels", "corks", "labels", "yeast", "grapes", "presses", "filters", "racks"];
    let statement = |(code, word): (&&str, &str)| {
        format!("{{ \"code\": \"{code}\", \"text\": \"Use {word} for {name}.\" }}")
    };
    let all: Vec<String> = codes.iter().zip(words).map(statement).collect();
    format!("\"{name}\": [{}]", all.join(", "))
}

/// The text after the fix of `found`.
fn fixed(members: &str, found: &Diagnostic) -> String {
    let mut text = source(members).text().to_owned();
    for edit in found.fix.as_ref().expect("a fix").edits.iter().rev() {
        text.replace_range(edit.span.range(), &edit.replacement);
    }
    text
}

#[test]
fn a_kind_that_no_duty_lists_is_one_finding() {
    let members = [
        duties(&["\"K1\"", "\"K2\""]),
        statements("knowledge", &["K1", "K2"]),
        statements("skills", &["S1", "S2", "S3"]),
    ];
    assert_eq!(lines(&findings(&members.join(", "))), ["unmapped-ksb skills"]);
}

#[test]
fn a_duty_that_lists_nothing_is_one_finding() {
    let members =
        [duties(&["\"K1\", \"S1\"", ""]), statements("knowledge", &["K1"]), statements("skills", &["S1"])];
    assert_eq!(lines(&findings(&members.join(", "))), ["duty-without-ksbs D2"]);
}

#[test]
fn a_mapping_that_is_empty_everywhere_is_one_finding() {
    let members = [duties(&["", "", ""]), statements("knowledge", &["K1", "K2"])];
    assert_eq!(lines(&findings(&members.join(", "))), ["mapping-not-stated duties"]);
}

#[test]
fn codes_of_a_kind_that_is_not_there_are_one_finding() {
    let members =
        [duties(&["\"K1\", \"S1\", \"S2\"", "\"K1\", \"S2\", \"D1\""]), statements("knowledge", &["K1"])];
    let found = check(&read(&source(&members.join(", ")), None), &Config::default());
    let about = |rule| lines(&found).into_iter().filter(|line| line.starts_with(rule)).collect::<Vec<_>>();
    assert_eq!(about("dangling-code"), ["dangling-code skills", "dangling-code D2→D1"]);
    assert_eq!(about("no-statements"), ["no-statements behaviours"]);
}

#[test]
fn a_dangling_code_says_what_may_be_meant() {
    let help = |codes: &str| {
        let members = [duties(&[codes, "\"K1\""]), statements("knowledge", &["K1", "K2"])].join(", ");
        let found = findings(&members);
        let dangling = found.into_iter().find(|one| one.rule == "dangling-code").expect("a finding");
        dangling.help.expect("help")
    };
    assert!(help("\"K2a\"").contains("did you mean K2?"));
    assert!(help("\"K9\"").contains("did you mean K2, the only"));
    assert!(help("\"K2\", \"K9\"").contains("end at K2"));
}

#[test]
fn the_fix_of_a_duplicate_mapping_leaves_json() {
    for codes in ["\"K1\", \"K2\", \"K1\"", "\"K1\",\n\"K1\",\"K2\""] {
        let members = [duties(&[codes]), statements("knowledge", &["K1", "K2"])].join(", ");
        let found = findings(&members);
        assert_eq!(lines(&found), ["duplicate-mapping D1→K1"]);
        let fixed: serde_json::Value = serde_json::from_str(&fixed(&members, &found[0])).expect("JSON");
        assert_eq!(fixed["duties"][0]["ksbs"], serde_json::json!(["K1", "K2"]));
    }
}

#[test]
fn a_fix_takes_nothing_away_that_was_not_read() {
    let members = [duties(&["\"K1\", \"K2!\", \"K1\""]), statements("knowledge", &["K1"])].join(", ");
    let found = findings(&members);
    let duplicate = found.iter().find(|one| one.rule == "duplicate-mapping").expect("a finding");
    assert_eq!(duplicate.fix, None);
}

#[test]
fn gaps_are_seen_at_the_start_and_told_from_wrong_letters() {
    let gaps = |codes: &[&str], skills: &[&str]| {
        let members = [statements("knowledge", codes), statements("skills", skills)].join(", ");
        let found = lines(&findings(&members)).into_iter();
        found.filter(|line| line.starts_with("code-")).collect::<Vec<_>>()
    };
    assert_eq!(gaps(&["K3", "K4", "K9"], &["S1"]), ["code-gap K1–K2", "code-gap K5–K8"]);
    assert_eq!(gaps(&["K1", "S2", "K3"], &["S1"]), ["code-kind S2"]);
    assert_eq!(gaps(&["K1", "K3"], &["S1", "K2"]), ["code-kind K2"]);
    assert_eq!(gaps(&["K1", "K3", "K2", "K4"], &["S1"]), ["code-order K2"]);
    assert_eq!(gaps(&["K1", "K2a", "K2b", "K3"], &["S1"]), [""; 0]);
}

#[test]
fn entities_are_mended_and_tags_are_left_to_the_author() {
    let residue = |text: &str| {
        let members = format!("\"overview\": \"{text}\"");
        let found = findings(&members);
        let one = found.into_iter().find(|one| one.rule == "page-residue").expect("a finding");
        one.fix.is_some().then(|| fixed(&members, &one))
    };
    let mended = residue("Salt &amp; &quot;pepper&quot; arrow_forward").expect("a fix");
    let mended: serde_json::Value = serde_json::from_str(&mended).expect("JSON");
    assert_eq!(mended["overview"], "Salt & \"pepper\" ");
    assert_eq!(residue("One<br/>two &amp; three"), None);
    assert_eq!(lines(&findings("\"overview\": \"Where a < b & c > d; R&D; snake_case.\"")), [""; 0]);
}

#[test]
fn placeholders_are_not_also_duplicates() {
    let members =
        "\"knowledge\": [{ \"code\": \"K1\", \"text\": \"TBC\" }, { \"code\": \"K2\", \"text\": \"tbc.\" }]";
    assert_eq!(lines(&findings(members)), ["stub-statement K1", "stub-statement K2"]);
}

/// The rules that report on the first `share` per cent of the clean sample.
fn rules_of_the_first(share: usize) -> Vec<&'static str> {
    let text = include_str!("../samples/clean.standard.json");
    let cut = &text[..text.floor_char_boundary(text.len() * share / 100)];
    let source = Source::new(SourceId(0), "cut.standard.json", cut);
    check(&read(&source, None), &Config::default()).into_iter().map(|found| found.rule).collect()
}

#[test]
fn a_document_that_breaks_off_is_not_told_what_it_lacks() {
    assert!(rules_of_the_first(100).is_empty());
    for share in 1..100 {
        let rules = rules_of_the_first(share);
        assert!(!rules.is_empty() && rules.iter().all(|rule| *rule == "syntax"), "{share} %: {rules:?}");
    }
}

#[test]
fn the_fix_of_a_code_in_front_takes_it_out_of_the_text() {
    let members = "\"knowledge\": [{ \"code\": \"K1\", \"text\": \"K1: How\\tcellars are kept.\" }]";
    let found = findings(members);
    let own = found.iter().find(|one| one.rule == "embedded-code").expect("a finding");
    assert!(own.fix.as_ref().is_some_and(|fix| fix.safe), "{own:?}");
    assert!(fixed(members, own).contains("\"text\": \"How\\tcellars are kept.\""));
}

#[test]
fn a_statement_of_another_form_is_one_mistake() {
    let all = |list: &str| {
        let duties = duties(&["\"K1\", \"S1\", \"B1\""]);
        let rest = [statements("skills", &["S1"]), statements("behaviours", &["B1"])].join(", ");
        let members = format!("{duties}, \"knowledge\": {list}, {rest}");
        let found = check(&read(&source(&members), None), &Config::default());
        let about = |one: &&Diagnostic| ["dangling-code", "no-statements"].contains(&one.rule);
        assert!(
            found.iter().any(|one| one.rule == "schema" && one.subject.starts_with("knowledge")),
            "{list}"
        );
        lines(&found.iter().filter(about).cloned().collect::<Vec<_>>())
    };
    for list in [
        "[\"K1: How cellars are kept.\"]",
        "{ \"K1\": \"How cellars are kept.\" }",
        "[{ \"code\": \"K1\", \"description\": \"How cellars are kept.\" }]",
    ] {
        assert_eq!(all(list), [""; 0], "{list}");
    }
}

#[test]
fn a_value_of_null_is_one_finding() {
    for (key, rule) in [
        ("reference", "empty-field reference"),
        ("title", "missing-title title"),
        ("maxFunding", "empty-field maxFunding"),
        ("typicalDurationMonths", "empty-field typicalDurationMonths"),
    ] {
        let found = check(&read(&source(&format!("\"{key}\": null")), None), &Config::default());
        let about: Vec<String> = lines(&found).into_iter().filter(|one| one.ends_with(key)).collect();
        assert_eq!(about, [rule]);
    }
}

#[test]
fn a_typed_draft_may_have_technical_statements_alone() {
    let sample = include_str!("../samples/drafts/coffee-roaster.txt");
    let lines_of = |text: String| {
        lines(&check(&read(&Source::new(SourceId(0), "draft.txt", text), None), &Config::default()))
    };
    let without_duties: String =
        sample.split_inclusive('\n').filter(|line| !line.starts_with("Duty")).collect();
    let technical = without_duties.replace("- K", "- TK").replace("- S", "- TS").replace("- B", "- ESB");
    assert_ne!(technical, without_duties);
    let lack = |found: Vec<String>| found.iter().any(|one| one.starts_with("no-"));
    assert!(lack(lines_of(without_duties)) && !lack(lines_of(technical)));
}
