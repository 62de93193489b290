//! What the rules make of single records of the standards API: options, and the values that a feed gives for "none".

use ksb::check::check;
use ksb::config::Config;
use ksb::diagnostic::Severity;
use ksb::read::read;
use ksb::source::{Source, SourceId};
use serde_json::{Value, json};

const NARROW: &str = "11111111-0000-5000-8000-000000000001";
const BROAD: &str = "11111111-0000-5000-8000-000000000002";

/// The errors and warnings in the sample record once it is changed, as `rule subject`.
fn found(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let sample = include_str!("../samples/api/canal-lock-keeper-1.1.standards-api.json");
    let mut record: Value = serde_json::from_str(sample).expect("JSON");
    change(&mut record);
    let source = Source::new(SourceId(0), "record", record.to_string());
    let config = Config { today: "2026-01-31".parse().ok(), ..Config::default() };
    let all = check(&read(&source, None), &config).into_iter();
    let loud = all.filter(|one| one.severity > Severity::Advice);
    loud.map(|one| format!("{} {}", one.rule, one.subject)).collect()
}

/// Gives the record two options, and each duty the options that it belongs to; a duty without options is for all.
fn with_options(record: &mut Value, of_duty: impl Fn(usize) -> Value) {
    record["coreAndOptions"] = json!(true);
    record["options"] = json!([{ "optionId": NARROW, "title": "Narrow locks" }, { "optionId": BROAD, "title": "Broad locks" }]);
    for (index, duty) in record["duties"].as_array_mut().expect("a list").iter_mut().enumerate() {
        duty["mappedOptions"] = of_duty(index);
        duty["isThisACoreDuty"] = json!(u8::from(duty["mappedOptions"].is_null()));
    }
}

/// The options of a duty: the first duty is for all, and the others are for one option each.
fn in_turn(index: usize) -> Value {
    match index {
        0 => Value::Null,
        _ => json!([if index.is_multiple_of(2) { NARROW } else { BROAD }]),
    }
}

#[test]
fn an_option_has_duties_and_a_title_of_its_own() {
    assert_eq!(found(|record| with_options(record, in_turn)), [""; 0]);
    let all = found(|record| with_options(record, |_| Value::Null));
    assert_eq!(all, ["option-without-duty options"]);
    let of_one = |index| if index == 1 { json!([NARROW]) } else { Value::Null };
    assert_eq!(found(|record| with_options(record, of_one)), ["option-without-duty options[1]"]);
    let without_core = |index| in_turn(index + 1);
    assert_eq!(found(|record| with_options(record, without_core)), ["no-core-duty duties"]);
    let alike = found(|record| {
        with_options(record, in_turn);
        record["options"][1]["title"] = json!("narrow Locks");
    });
    assert_eq!(alike, ["duplicate-option options[1]"]);
}

#[test]
fn options_that_are_titles_alone_have_no_duties() {
    let titles = found(|record| {
        record["coreAndOptions"] = json!(true);
        record["optionsUnstructuredTemplate"] = json!(["Narrow locks", "Broad locks"]);
    });
    assert_eq!(titles, [""; 0]);
    let alike = found(|record| {
        record["coreAndOptions"] = json!(true);
        record["optionsUnstructuredTemplate"] =
            json!(["Narrow locks", "Narrow Locks", "Br\u{200b}oad locks"]);
    });
    let unseen = "unseen-character optionsUnstructuredTemplate[2]";
    assert_eq!(alike, ["duplicate-option options[1]", unseen]);
}

#[test]
fn what_a_feed_gives_for_nothing_is_no_fault() {
    for body in ["N/A", "None", "-"] {
        assert_eq!(found(|record| record["regulatedBody"] = json!(body)), [""; 0], "{body}");
    }
    assert_eq!(found(|record| record["typicalDuration"] = json!(0)), [""; 0]);
    assert_eq!(
        found(|record| record["typicalDuration"] = json!(7)),
        ["short-duration typicalDurationMonths"]
    );
}

#[test]
fn a_version_that_is_not_in_use_may_lack_what_one_that_is_may_not() {
    let bare = |status: &'static str| {
        found(move |record| {
            for key in ["knowledges", "skills", "behaviours", "duties"] {
                record[key] = json!([]);
            }
            record["overviewOfRole"] = json!("");
            record["status"] = json!(status);
        })
    };
    assert_eq!(bare("Retired"), [""; 0]);
    assert_eq!(bare("Proposal in development"), [""; 0]);
    let approved = bare("Approved for delivery");
    for rule in ["no-duties", "no-statements", "empty-field"] {
        assert!(approved.iter().any(|one| one.starts_with(rule)), "{rule}: {approved:?}");
    }
    let route = |status: &'static str| {
        found(move |record| {
            record["route"] = json!("Education and childcare");
            record["status"] = json!(status);
        })
    };
    assert_eq!(route("Retired"), [""; 0]);
    assert_eq!(route("Approved for delivery"), ["route-name route"]);
}

/// The sample record once it is changed, as it is read.
fn read_record(change: impl FnOnce(&mut String), look_at: impl FnOnce(&ksb::model::Standard<'_>)) {
    let mut text = include_str!("../samples/api/canal-lock-keeper-1.1.standards-api.json").to_owned();
    change(&mut text);
    let source = Source::new(SourceId(0), "record", text);
    match read(&source, None).document {
        Some(ksb::model::Document::Standard(standard)) => look_at(&standard),
        other => panic!("no standard: {other:?}"),
    }
}

#[test]
fn whole_numbers_are_read_however_they_are_written() {
    let written = |number: &str, value: Option<i64>| {
        let change = |text: &mut String| {
            let start = text.find("\"maxFunding\":").expect("the key") + "\"maxFunding\":".len();
            let end = start + text[start..].find(',').expect("a comma");
            text.replace_range(start..end, number);
        };
        read_record(change, |standard| {
            assert_eq!(standard.facts.max_funding.stated().map(|one| one.value), value, "{number}");
        });
    };
    for number in ["5000", "5000.0", "5e3", "50.00E2"] {
        written(number, Some(5000));
    }
    written("5000.5", None);
    let funding = |number: Value| found(move |record| record["maxFunding"] = number);
    assert_eq!(funding(json!(5000.0)), [""; 0]);
    for number in [json!(5000.5), json!(-5), json!(99_999_999_999_999_999_999_f64)] {
        assert_eq!(funding(number), ["schema maxFunding"]);
    }
    assert_eq!(found(|record| record["typicalDuration"] = json!(-12)), ["schema typicalDuration"]);
}

#[test]
fn days_that_stand_for_none_are_not_stated() {
    for day in ["0001-01-01T00:00:00", "1900-01-01T00:00:00", "0001-01-01"] {
        assert_eq!(found(|record| record["latestEndDate"] = json!(day)), [""; 0], "{day}");
        let change = |text: &mut String| {
            *text = text.replacen("\"latestEndDate\": null", &format!("\"latestEndDate\": \"{day}\""), 1);
        };
        read_record(change, |standard| assert!(standard.facts.dates.latest_end.is_missing(), "{day}"));
    }
}

#[test]
fn a_skill_among_the_knowledge_of_a_duty_is_named() {
    let all = found(|record| {
        let skill = record["skills"][0]["skillId"].clone();
        let duty = &mut record["duties"][0];
        duty["mappedKnowledge"].as_array_mut().expect("a list").push(skill.clone());
        duty["mappedSkills"] = json!([skill]);
    });
    let about: Vec<&String> = all.iter().filter(|one| !one.starts_with("unmapped-ksb")).collect();
    assert_eq!(about, ["dangling-code D1→S1"]);
}

#[test]
fn codes_inside_texts_are_found() {
    let knowledge = |text: &'static str| found(move |record| record["knowledges"][1]["detail"] = json!(text));
    assert_eq!(knowledge("The parts. K3: The sills."), ["embedded-code K2→K3"]);
    assert_eq!(knowledge("K2: The parts of a lock."), ["embedded-code K2"]);
    assert_eq!(knowledge("K3 The parts of a lock."), ["embedded-code K2"]);
    let duty = |text: &'static str| found(move |record| record["duties"][1]["dutyDetail"] = json!(text));
    assert_eq!(duty("Open gates.\nDuty 3 Close gates."), ["embedded-code D2→D3"]);
    assert_eq!(duty("Open gates in winter. K1 S1 B1"), ["embedded-code D2"]);
    assert_eq!(duty("Duty 2 Open gates in winter."), ["embedded-code D2"]);
    assert_eq!(duty("Open gates in winter by the rules of S3."), [""; 0]);
}
