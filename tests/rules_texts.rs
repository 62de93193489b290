//! What the rules on wording, names and dates make of single faults.

use ksb::check::check;
use ksb::config::Config;
use ksb::diagnostic::Diagnostic;
use ksb::read::read;
use ksb::source::{Source, SourceId};

fn source(members: &str) -> Source {
    Source::new(SourceId(0), "case", format!("{{ \"kind\": \"apprenticeship\", {members} }}"))
}

/// The findings in a native apprenticeship with these members, except those about what is missing.
fn findings(members: &str) -> Vec<Diagnostic> {
    let mut found = check(&read(&source(members), None), &Config::default());
    let lack = |one: &Diagnostic| {
        let parts = ["missing-title", "missing-level", "missing-status", "no-duties", "no-statements"];
        let absent = one.rule == "schema" && one.subject == "document";
        parts.contains(&one.rule) || one.rule.ends_with("-count") || absent
    };
    found.retain(|one| !lack(one));
    found
}

/// Findings as `rule subject`.
fn lines(members: &str) -> Vec<String> {
    findings(members).iter().map(|one| format!("{} {}", one.rule, one.subject)).collect()
}

/// A list of statements with these texts.
fn list(name: &str, letter: char, texts: &[&str]) -> String {
    let one = |(index, text): (usize, &&str)| {
        format!("{{ \"code\": \"{letter}{}\", \"text\": \"{text}\" }}", index + 1)
    };
    let all: Vec<String> = texts.iter().enumerate().map(one).collect();
    format!("\"{name}\": [{}]", all.join(", "))
}

fn knowledge(texts: &[&str]) -> String {
    list("knowledge", 'K', texts)
}

/// The text after the fix of the only finding of `rule`, as JSON.
fn fixed(members: &str, rule: &str) -> serde_json::Value {
    let found = findings(members);
    let [one] = found.iter().filter(|one| one.rule == rule).collect::<Vec<_>>()[..] else {
        panic!("not one finding of {rule}: {found:#?}")
    };
    let mut text = source(members).text().to_owned();
    for edit in one.fix.as_ref().expect("a fix").edits.iter().rev() {
        text.replace_range(edit.span.range(), &edit.replacement);
    }
    serde_json::from_str(&text).expect("JSON")
}

#[test]
fn a_mistake_that_a_rule_explains_is_no_fault_of_the_schema_as_well() {
    assert_eq!(lines("\"reference\": \"st9904\""), ["reference-format reference"]);
    assert_eq!(lines("\"reference\": \"FA9904\""), ["reference-format reference"]);
    assert_eq!(lines("\"occupation\": \"OCC99\""), ["reference-format occupation"]);
    assert_eq!(lines("\"version\": \"one\""), ["version-format version"]);
    for date in ["2025-02-30", "1 May 2025", "2025-2-3"] {
        let members = format!("\"dates\": {{ \"created\": \"{date}\" }}");
        assert_eq!(lines(&members), ["date-invalid dates.created"], "{date}");
    }
    let log = "\"versionLog\": [{ \"version\": \"1\", \"latestStart\": \"2025-13-01\" }]";
    assert_eq!(
        lines(log),
        ["version-format versionLog[0].version", "date-invalid versionLog[0].latestStart"]
    );
}

#[test]
fn references_in_lower_case_are_mended() {
    assert_eq!(fixed("\"reference\": \" st9904\"", "reference-format")["reference"], "ST9904");
    assert_eq!(fixed("\"occupation\": \"occ9904a\"", "reference-format")["occupation"], "OCC9904A");
}

#[test]
fn stray_space_is_taken_out_and_nothing_else() {
    let text = " How  casks ,\\t vats and tuns are cleaned . ";
    let mended = fixed(&knowledge(&[text]), "stray-whitespace");
    assert_eq!(mended["knowledge"][0]["text"], "How casks, vats and tuns are cleaned.");
    for text in ["Use of .NET tools.", "First line.\\nSecond line.", "From 1 to 3 ..."] {
        let found = lines(&knowledge(&[text]));
        assert!(!found.iter().any(|line| line.starts_with("stray-whitespace")), "{text}: {found:?}");
    }
}

#[test]
fn what_many_statements_do_is_a_habit() {
    let two = "Clean the press. Store the corks.";
    let skills = |texts: &[&str]| lines(&list("skills", 'S', texts));
    assert_eq!(skills(&[two, "Fill bottles."]), ["compound-statement S1"]);
    assert_eq!(skills(&[two, "Fill bottles. Label them all.", "Wash hands."]), [""; 0]);
    assert_eq!(skills(&["Clean vessels. For example, casks.", "Fill bottles."]), [""; 0]);
}

#[test]
fn full_stops_are_missed_one_by_one_or_in_the_whole_list() {
    let some = ["How casks are cleaned", "How bottles are stored.", "Why yeast dies."];
    assert_eq!(lines(&knowledge(&some)), ["missing-full-stop K1"]);
    let none = ["How casks are cleaned", "How bottles are stored", "Why yeast dies"];
    assert_eq!(lines(&knowledge(&none)), ["missing-full-stop statements"]);
    let mended = fixed(&knowledge(&some), "missing-full-stop");
    assert_eq!(mended["knowledge"][0]["text"], "How casks are cleaned.");
}

#[test]
fn left_overs_of_a_page_are_one_finding() {
    assert_eq!(lines(&knowledge(&["How casks are cleaned. Back to Duty"])), ["page-residue K1"]);
}

#[test]
fn own_may_belong_to_others() {
    let texts = ["The limits of own role.", "Own practice.", "How colleagues plan their own work."];
    assert_eq!(lines(&knowledge(&texts)), [""; 0]);
}

#[test]
fn words_are_vague_only_as_words() {
    assert_eq!(lines(&knowledge(&["The storage of eggs and suchlike, for example jars."])), [""; 0]);
    assert_eq!(lines(&knowledge(&["Vessels, e.g. casks."])), ["vague-term K1"]);
    assert_eq!(findings(&knowledge(&["Vessels, e.g. casks."]))[0].primary().span.len(), 4);
}

#[test]
fn names_of_today_are_known() {
    for route in ["Health and Science", "Hair & beauty", "Education and early years"] {
        assert_eq!(lines(&format!("\"route\": \"{route}\"")), [""; 0], "{route}");
    }
    let members = "\"route\": \"Education and childcare\"";
    assert_eq!(lines(members), ["route-name route"]);
    assert_eq!(fixed(members, "route-name")["route"], "Education and early years");
    let status = lines("\"status\": \"Approved occupation\"");
    assert!(status.contains(&"status-name status".to_owned()), "{status:?}");
}

#[test]
fn drafts_may_be_without_what_comes_later() {
    let absent = |status: &str| {
        let found = check(&read(&source(&format!("\"status\": \"{status}\"")), None), &Config::default());
        let rules: Vec<&str> = found.iter().map(|one| one.rule).collect();
        ["missing-reference", "missing-version", "missing-job-titles"].map(|rule| rules.contains(&rule))
    };
    assert_eq!(absent("In development"), [false; 3]);
    assert_eq!(absent("Approved for delivery"), [true; 3]);
}

#[test]
fn employers_are_alike_in_what_tells_them_apart() {
    let employers = |names: &str| lines(&format!("\"employers\": [{names}]"));
    assert_eq!(employers("\"Elm Hospitals NHS Trust\", \"Elm Hospitals NHS Foundation Trust\"").len(), 1);
    assert_eq!(employers("\"Elm Hospitals NHS Trust\", \"Oak Hospitals NHS Trust\""), [""; 0]);
    assert_eq!(employers("\"NHS Trust\", \"The Group\""), [""; 0]);
}

#[test]
fn dates_that_touch_are_in_order() {
    let dates = |latest: &str| {
        lines(&format!("\"dates\": {{ \"earliestStart\": \"2024-09-01\", \"latestStart\": \"{latest}\" }}"))
    };
    assert_eq!(dates("2024-09-01"), [""; 0]);
    assert_eq!(dates("2024-08-31"), ["date-order dates.latestStart"]);
}

#[test]
fn what_nobody_sees_is_taken_out() {
    let one = |text: &str| fixed(&knowledge(&[text]), "unseen-character")["knowledge"][0]["text"].to_string();
    assert_eq!(one("The gro\\u200bwing\\ufeff of vines.\\u202e"), "\"The growing of vines.\"");
    assert_eq!(one("The growing\\u2028of\\u2003vines."), "\"The growing of vines.\"");
    assert_eq!(one("The growing of\u{ad} vines.\\u001b"), "\"The growing of vines.\"");
    let found = findings(&knowledge(&["The grower\\ufffds vines."]));
    assert!(found.iter().all(|one| one.fix.is_none()));
}

#[test]
fn letters_of_other_scripts_become_latin() {
    let members = knowledge(&["The v\\u0456nes \\u0430nd \u{421}asks of a cellar."]);
    let found = findings(&members);
    assert_eq!(found.iter().filter(|one| one.rule == "lookalike-letter").count(), 3);
    let one = fixed(&knowledge(&["The v\\u0456n\\u0435s of a cellar."]), "lookalike-letter");
    assert_eq!(one["knowledge"][0]["text"], "The vines of a cellar.");
    assert!(lines(&knowledge(&["The 5 μm filter and the 2 kΩ probe."])).is_empty());
}

#[test]
fn misspelt_words_are_corrected_and_names_left_alone() {
    let one = fixed(&knowledge(&["Recieve casks."]), "misspelling");
    assert_eq!(one["knowledge"][0]["text"], "Receive casks.");
    for right in
        ["The work of Acheive Ltd.", "What ADN and EHR mean.", "The site wines.com/recieve.", "Non-recieve."]
    {
        assert!(lines(&knowledge(&[right])).iter().all(|one| !one.starts_with("misspelling")), "{right}");
    }
}

#[test]
fn a_word_that_stands_twice_is_taken_out_across_lines() {
    let one = fixed(&knowledge(&["The temperature of the\\n  the cellar."]), "repeated-word");
    assert_eq!(one["knowledge"][0]["text"], "The temperature of the cellar.");
    for right in ["What they had had before.", "That that is so.", "Ropes, ropes and more."] {
        assert!(lines(&knowledge(&[right])).iter().all(|one| !one.starts_with("repeated")), "{right}");
    }
}

#[test]
fn the_least_duration_depends_on_the_starts() {
    let of = |members: &str| lines(members).iter().any(|one| one.starts_with("short-duration"));
    assert!(of("\"typicalDurationMonths\": 7") && !of("\"typicalDurationMonths\": 8"));
    let ended = "\"dates\": { \"latestStart\": \"2025-07-31\" }, \"typicalDurationMonths\"";
    assert!(of(&format!("{ended}: 11")) && !of(&format!("{ended}: 12")));
}
