//! What the rules make of single faults in a catalogue of records: one fault gives one finding, in whatever
//! order the records come.
#![allow(clippy::disallowed_methods, reason = "these tests read a sample")]

use std::collections::BTreeSet;

use ksb::check::{check, check_together};
use ksb::config::Config;
use ksb::diagnostic::{Diagnostic, Severity};
use ksb::lint::Extract;
use ksb::read::{Parts, Reading, parts, read};
use ksb::rules::ALL;
use ksb::source::{Source, SourceId};
use serde_json::{Value, json};

const SAMPLE: &str = include_str!("../samples/api/waterways.catalogue.json");

/// The places of the records in the sample.
const RETIRED: usize = 0;
const APPROVED: usize = 1;
const FOUNDATION: usize = 2;
const UNIT: usize = 3;

/// What is done to the records in the sample, and what is then found.
struct Fault {
    plant: fn(&mut Vec<Value>),
    found: &'static [&'static str],
}

const fn fault(found: &'static [&'static str], plant: fn(&mut Vec<Value>)) -> Fault {
    Fault { plant, found }
}

fn sample() -> Vec<Value> {
    serde_json::from_str(SAMPLE).expect("the sample is an array")
}

/// The findings in files of records, as `document rule subject`, sorted, with no advice except `identical-versions`.
fn findings(files: &[Vec<Value>]) -> Vec<String> {
    found_in(files, |readings, config| readings.iter().flat_map(|reading| check(reading, config)).collect())
}

/// The same, but only of rules across documents.
fn findings_across(files: &[Vec<Value>]) -> Vec<String> {
    found_in(files, |_, _| Vec::new())
}

/// The findings that `alone` returns for each document alone, and those between documents.
fn found_in(files: &[Vec<Value>], alone: fn(&[Reading<'_>], &Config) -> Vec<Diagnostic>) -> Vec<String> {
    let config = Config { today: "2026-01-31".parse().ok(), ..Config::default() };
    let documents = |(index, records): (usize, &Vec<Value>)| {
        let text = serde_json::to_string_pretty(records).expect("JSON");
        match parts(Source::new(SourceId::of_file(index), "a.json", text)) {
            Parts::One(source) => vec![source],
            Parts::Several { documents, .. } => documents,
        }
    };
    let sources: Vec<Source> = files.iter().enumerate().flat_map(documents).collect();
    let readings: Vec<_> = sources.iter().map(|source| read(source, None)).collect();
    let documents: Vec<_> = readings.iter().filter_map(|reading| reading.document.as_ref()).collect();
    let extracts: Vec<Extract> = documents.iter().map(|document| Extract::from(*document)).collect();
    let mut found = alone(&readings, &config);
    found.extend(check_together(&extracts, &config));
    found.retain(|one| one.severity > Severity::Advice || one.rule == "identical-versions");
    let label = |one: &Diagnostic| {
        let is_it = |document: &&&ksb::model::Document<'_>| document.source() == one.primary().source;
        documents.iter().find(is_it).and_then(|document| document.label()).unwrap_or_default()
    };
    let mut lines: Vec<String> =
        found.iter().map(|one| format!("{} {} {}", label(one), one.rule, one.subject)).collect();
    lines.sort();
    lines
}

/// Gives both versions of the lock keeper two options, which their last duty belongs to.
fn add_options(records: &mut [Value]) {
    for record in &mut records[..=APPROVED] {
        record["coreAndOptions"] = json!(true);
        record["options"] = json!([
            { "optionId": "11111111-0000-5000-8000-000000000001", "title": "Narrow locks" },
            { "optionId": "11111111-0000-5000-8000-000000000002", "title": "Broad locks" }
        ]);
        record["duties"][9]["mappedOptions"] =
            json!(["11111111-0000-5000-8000-000000000001", "11111111-0000-5000-8000-000000000002"]);
    }
}

/// Inserts a changed copy of the record at `place` after it.
fn again(records: &mut Vec<Value>, place: usize, change: impl FnOnce(&mut Value)) {
    let mut copy = records[place].clone();
    change(&mut copy);
    records.insert(place + 1, copy);
}

fn leave_out(record: &mut Value, key: &str) {
    record.as_object_mut().expect("an object").remove(key).expect("the key is there");
}

/// A third version of the lock keeper.
fn add_version(records: &mut Vec<Value>, version: &str, change: impl FnOnce(&mut Value)) {
    let mut record = records[APPROVED].clone();
    record["version"] = json!(version);
    record["versionNumber"] = json!(version);
    record["knowledges"][0]["detail"] = json!("The names of the parts of a lock.");
    change(&mut record);
    records.push(record);
}

/// The faults in one record, and those between records whose order does not matter.
const FAULTS: &[Fault] = &[
    fault(&["ST9901_1.1 missing-field tbMainContact"], |all| leave_out(&mut all[APPROVED], "tbMainContact")),
    fault(&["ST99_1.1 reference-format reference"], |all| {
        all.remove(RETIRED);
        all[0]["referenceNumber"] = json!("ST99");
    }),
    fault(&[], |all| all[FOUNDATION]["referenceNumber"] = json!("fa9901")),
    fault(&["FA9901_1.0 stray-whitespace reference"], |all| {
        all[FOUNDATION]["referenceNumber"] = json!("FA9901 ");
    }),
    fault(&["FA9901_1 version-format version"], |all| {
        all[FOUNDATION]["version"] = json!("1");
        all[FOUNDATION]["versionNumber"] = json!("1");
    }),
    fault(&["ST9901_1.0 lars-shared larsCode"], |all| all[FOUNDATION]["larsCode"] = json!(99101)),
    fault(&["FA9901_1.0 lars-format larsCode", "ST9901_1.1 lars-format larsCode"], |all| {
        all[FOUNDATION]["larsCode"] = json!("99x");
        all[APPROVED]["larsCode"] = json!("99x");
    }),
    fault(&["FA9901_1.0 lars-format larsCode"], |all| all[FOUNDATION]["larsCode"] = json!("99x")),
    fault(&["AU9901_1.0 lars-format larsCode"], |all| all[UNIT]["larsCode"] = json!("Z12")),
    fault(&["AU9901_1.0 lars-format larsCode"], |all| {
        all[UNIT]["larsCode"] = json!(0);
        all[UNIT]["status"] = json!("Retired");
    }),
    fault(&["AU9901_1.0 lars-overdue larsCode"], |all| all[UNIT]["larsCode"] = json!("")),
    fault(&["AU9901_1.0 retired-without-lars larsCode"], |all| {
        all[UNIT]["larsCode"] = json!("");
        all[UNIT]["status"] = json!("Retired");
    }),
    fault(&["ST9901_1.1 lars-reset larsCode"], |all| all[APPROVED]["larsCode"] = json!(0)),
    fault(&["ST9901_1.1 lars-reset larsCode"], |all| {
        all[APPROVED]["larsCode"] = json!(0);
        add_version(all, "1.2", |record| {
            record["status"] = json!("In development");
            record["earliestStartDate"] = Value::Null;
        });
    }),
    fault(&["ST9901_1.1 several-approved status"], |all| {
        all[RETIRED]["status"] = json!("approved for delivery");
    }),
    fault(&["ST9901_1.3 version-gap version"], |all| {
        add_version(all, "1.3", |record| record["status"] = json!("Withdrawn"));
    }),
    fault(&[], |all| add_version(all, "2.0", |record| record["status"] = json!("Withdrawn"))),
    fault(&["ST9901_1.1 start-dates-not-contiguous dates.earliestStart"], |all| {
        all[APPROVED]["earliestStartDate"] = json!("2024-08-31T00:00:00");
    }),
    fault(&["ST9901_1.1 start-dates-not-contiguous dates.earliestStart"], |all| {
        all[APPROVED]["earliestStartDate"] = json!("2024-09-02");
    }),
    fault(&["ST9901_1.0 date-order dates.latestStart"], |all| {
        all[RETIRED]["latestStartDate"] = json!("2020-08-31");
    }),
    fault(&["ST9901_1.0 retired-without-lars larsCode"], |all| all[RETIRED]["larsCode"] = json!(0)),
    fault(&["ST9901_1.1 retired-without-lars larsCode"], |all| {
        all[APPROVED]["larsCode"] = json!(0);
        all[APPROVED]["status"] = json!("Retired");
    }),
    fault(&["ST9901_1.1 version-number-mismatch versionNumber"], |all| {
        all[APPROVED]["versionNumber"] = json!("1.0");
    }),
    fault(&["ST9901_1.1 version-number-mismatch versionNumber"], |all| {
        all[APPROVED]["versionNumber"] = Value::Null;
    }),
    fault(&["FA9901_1.0 missing-title title"], |all| all[FOUNDATION]["title"] = json!("")),
    fault(&["FA9901_1.0 stray-whitespace title"], |all| {
        all[FOUNDATION]["title"] = json!(" Waterways operative");
    }),
    fault(&["ST9901_1.1 status-name status"], |all| all[APPROVED]["status"] = json!("Live")),
    fault(&["ST9901_1.1 date-invalid dates.created"], |all| {
        all[APPROVED]["createdDate"] = json!("2023-02-30T00:00:00");
    }),
    fault(&["ST9901_1.1 date-invalid dates.earliestStart"], |all| {
        all[APPROVED]["earliestStartDate"] = json!("2024-09-31T00:00:00");
    }),
    fault(&["ST9901_1.0 date-invalid dates.latestStart"], |all| {
        all[RETIRED]["latestStartDate"] = json!("soon");
    }),
    fault(&["FA9901_1.0 lars-overdue larsCode"], |all| all[FOUNDATION]["larsCode"] = json!(0)),
    fault(&[], |all| {
        all[FOUNDATION]["larsCode"] = json!(0);
        all[FOUNDATION]["publishDate"] = json!("2026-01-17T00:00:00");
    }),
    fault(&["FA9901_1.0 first-version-status status"], |all| {
        all[FOUNDATION]["status"] = json!("Proposal in development");
        all[FOUNDATION]["larsCode"] = json!(0);
    }),
    fault(&["ST9901_1.1 core-without-options options"], |all| all[APPROVED]["coreAndOptions"] = json!(true)),
    fault(&["FA9901_1.0 route-name route"], |all| all[FOUNDATION]["route"] = json!("Woodland and waterways")),
    fault(&["ST9901_1.1 duplicate-option options[1]"], |all| {
        add_options(all);
        all[APPROVED]["options"][1]["optionId"] = json!("11111111-0000-5000-8000-000000000001");
        all[APPROVED]["duties"][9]["mappedOptions"] = json!(["11111111-0000-5000-8000-000000000001"]);
    }),
    fault(&["ST9901_1.1 dangling-option D1→22222222"], |all| {
        add_options(all);
        all[APPROVED]["duties"][0]["mappedOptions"] = json!(["22222222", "22222222"]);
    }),
    fault(&["ST9901_1.1 dangling-option options"], |all| {
        for duty in [0, 1] {
            all[APPROVED]["duties"][duty]["mappedOptions"] = json!(["22222222"]);
        }
    }),
    fault(&["ST9901_1.1 identical-versions version"], |all| {
        for key in ["occupationalSummary", "knowledges", "skills", "behaviours", "duties"] {
            all[APPROVED][key] = all[RETIRED][key].clone();
        }
    }),
    fault(&["ST9901_1.1 contradictory-flags integratedDegree"], |all| {
        all[APPROVED]["integratedDegree"] = json!("non-degree qualification");
        all[APPROVED]["keywords"] = json!(["Degree-apprenticeship"]);
    }),
    fault(&["ST9901_1.1 contradictory-flags integratedDegree"], |all| {
        all[APPROVED]["integratedDegree"] = json!("Non-degree qualification");
        all[APPROVED]["integratedApprenticeship"] = json!(true);
    }),
    fault(&[], |all| {
        all[APPROVED]["integratedDegree"] = json!("non-integrated degree");
        all[APPROVED]["keywords"] = json!(["Degree-apprenticeship"]);
    }),
    fault(&["ST9901_1.1 contradictory-flags coreAndOptions"], |all| {
        add_options(all);
        all[APPROVED]["coreAndOptions"] = json!(false);
    }),
    fault(&["ST9901_1.1 contradictory-flags regulated"], |all| {
        all[APPROVED]["regulatedBody"] = json!("Board of waterways");
    }),
    fault(&["ST9901_1.1 dangling-code D1→33333333"], |all| {
        let mapped = all[APPROVED]["duties"][0]["mappedKnowledge"].as_array_mut();
        mapped.expect("a list").extend([json!("33333333"), json!("33333333")]);
    }),
    fault(&["ST9901_1.1 dangling-code D5→33333333"], |all| {
        all[APPROVED]["duties"][4]["mappedBehaviour"] = json!(["33333333"]);
    }),
    fault(&["ST9901_1.0 no-statements knowledge,skills,behaviours"], |all| {
        for key in ["knowledges", "skills", "behaviours"] {
            all[RETIRED][key] = json!([]);
        }
    }),
    fault(&["ST9901_1.0 no-statements skills"], |all| all[RETIRED]["skills"] = json!([])),
    fault(&["ST9901_1.0 no-duties duties"], |all| all[RETIRED]["duties"] = json!([])),
    fault(&["ST9901_1.1 duplicate-version version"], |all| again(all, APPROVED, |_| {})),
];

/// Where the second record of a version differs from the first.
const FAULTS_IN_ORDER: &[Fault] = &[
    fault(&["ST9901_1.1 options-changed 11111111-0000-5000-8000-000000000002"], |all| {
        add_options(all);
        again(all, APPROVED, |record| record["options"][1]["title"] = json!("Broad locks and weirs"));
    }),
    fault(&["ST9901_1.0 options-removed 11111111-0000-5000-8000-000000000002"], |all| {
        add_options(all);
        again(all, RETIRED, |record| {
            record["options"].as_array_mut().expect("a list").pop();
            record["duties"][9]["mappedOptions"] = json!(["11111111-0000-5000-8000-000000000001"]);
        });
    }),
    fault(&["ST9901_1.1 options-removed narrow locks"], |all| {
        all[APPROVED]["coreAndOptions"] = json!(true);
        all[APPROVED]["optionsUnstructuredTemplate"] = json!(["Narrow locks", "Broad locks"]);
        again(all, APPROVED, |record| record["optionsUnstructuredTemplate"] = json!(["Broad locks"]));
    }),
];

fn planted(fault: &Fault) -> Vec<Value> {
    let mut records = sample();
    (fault.plant)(&mut records);
    records
}

#[test]
fn clean_records_give_no_findings() {
    assert_eq!(findings(&[sample()]), [""; 0]);
    let mut records = sample();
    add_options(&mut records);
    assert_eq!(findings(&[records]), [""; 0]);
}

#[test]
fn one_fault_is_one_finding() {
    for (index, fault) in FAULTS.iter().chain(FAULTS_IN_ORDER).enumerate() {
        assert_eq!(findings(&[planted(fault)]), fault.found, "fault {index}");
    }
}

#[test]
fn the_order_of_records_does_not_matter() {
    for (index, fault) in FAULTS.iter().enumerate() {
        let mut records = planted(fault);
        let expected = findings_across(&[records.clone()]);
        records.reverse();
        assert_eq!(findings_across(&[records.clone()]), expected, "fault {index}, reversed");
        records.rotate_left(1);
        assert_eq!(findings_across(&[records.clone()]), expected, "fault {index}, rotated");
        let files: Vec<Vec<Value>> = records.into_iter().map(|record| vec![record]).collect();
        let twice = expected.iter().any(|line| line.contains("duplicate-version"));
        assert!(twice || findings_across(&files) == expected, "fault {index}, one file each");
    }
}

/// Whatever key is left out, the rules that look at its value report nothing.
#[test]
fn every_key_that_is_left_out_is_one_finding() {
    let keys = |record: &Value| -> BTreeSet<String> {
        record.as_object().expect("an object").keys().cloned().collect()
    };
    let mut left_out = 0;
    for place in [APPROVED, FOUNDATION, UNIT] {
        for key in keys(&sample()[place]) {
            let mut record = sample().swap_remove(place);
            leave_out(&mut record, &key);
            let found = findings(&[vec![record]]);
            assert!(found.len() < 2, "{key}: {found:?}");
            left_out += found.iter().filter(|line| line.ends_with(&format!(" missing-field {key}"))).count();
        }
    }
    // The older form of the options is there.
    assert_eq!(left_out, 34 + 31 + 30);
}

/// A feed has every key, so an empty value must be reported by the rule that knows what belongs there.
#[test]
fn every_value_that_is_empty_is_one_finding() {
    let found = [
        ("referenceNumber", "reference-format reference"),
        ("title", "missing-title title"),
        ("status", "status-name status"),
        ("version", "version-format version"),
        ("larsCode", "lars-format larsCode"),
        ("createdDate", "date-invalid dates.created"),
        ("route", "empty-field route"),
    ];
    for (key, expected) in found {
        for nothing in [Value::Null, json!("")] {
            let mut record = sample().swap_remove(APPROVED);
            record[key] = nothing.clone();
            let lines = findings(&[vec![record]]);
            assert!(lines.len() == 1 && lines[0].ends_with(expected), "{key} {nothing}: {lines:?}");
        }
    }
    let mut record = sample().swap_remove(APPROVED);
    record["title"] = json!(" ");
    assert_eq!(findings(&[vec![record]]), ["ST9901_1.1 missing-title title"]);
}

#[test]
fn two_downloads_do_not_contradict_each_other() {
    assert_eq!(findings(&[sample(), sample()]), [""; 0]);
    let mut earlier = sample();
    earlier.remove(APPROVED);
    earlier[RETIRED]["status"] = json!("Approved for delivery");
    earlier[RETIRED]["latestStartDate"] = Value::Null;
    earlier[RETIRED]["latestEndDate"] = Value::Null;
    assert_eq!(findings(&[earlier, sample()]), [""; 0]);
}

#[test]
fn a_later_download_keeps_what_was_set() {
    let mut later = sample();
    add_options(&mut later);
    let earlier = later.clone();
    later[FOUNDATION]["larsCode"] = json!(0);
    later[APPROVED]["options"][0]["title"] = json!("Narrow and shallow locks");
    let expected =
        ["FA9901_1.0 lars-reset larsCode", "ST9901_1.1 options-changed 11111111-0000-5000-8000-000000000001"];
    assert_eq!(findings(&[earlier, later]), expected);
}

/// A foundation apprenticeship and a unit have no duties, and a unit no behaviours.
#[test]
fn no_rule_asks_for_what_a_kind_of_standard_does_not_have() {
    let mut records = sample();
    for record in &mut records {
        record["status"] = json!("Withdrawn");
    }
    assert_eq!(findings(&[records.split_off(FOUNDATION)]), [""; 0]);
}

/// The government's own import has these checks.
#[test]
fn every_official_check_is_a_rule() {
    let numbered =
        |letter: char, count: usize| (1..=count).map(move |number| format!("{letter}1{number:03}"));
    let official: BTreeSet<String> =
        numbered('E', 5).chain(numbered('S', 14)).chain(numbered('W', 4)).collect();
    let aliases: BTreeSet<String> =
        ALL.iter().flat_map(|rule| rule.meta().aliases).map(|alias| (*alias).to_owned()).collect();
    assert_eq!(aliases, official);
    assert_eq!(official.len(), 23);
}
