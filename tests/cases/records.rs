//! Records of the two APIs.

use super::case;

#[test]
fn options_are_told_apart_by_their_titles() {
    let Some(case) = case("records/api-option-titles-same.json") else { return };
    let (_, found) = case.found();
    assert!(found.contains(&"error duplicate-option options[1]".to_owned()), "{found:?}");
}

#[test]
fn options_without_a_duty_are_told() {
    let Some(case) = case("records/api-option-without-duty.json") else { return };
    let (_, found) = case.found();
    let about: Vec<_> = found.iter().filter(|one| !one.starts_with("advice")).collect();
    assert_eq!(about, ["warning option-without-duty options"]);
}

#[test]
fn an_empty_overview_is_an_empty_field() {
    let Some(case) = case("records/api-empty-overview.json") else { return };
    let (_, found) = case.found();
    let about: Vec<_> = found.iter().filter(|one| !one.starts_with("advice")).collect();
    assert_eq!(about, ["warning empty-field overview"]);
}
