//! Files that are not standards: each is refused once, with help.

use super::case;

/// The file is refused with one finding, whose message and help contain these words.
fn refused(name: &str, message: &str, help: &str) {
    let Some(case) = case(&format!("strangers/{name}")) else { return };
    let (code, found) = case.diagnostics();
    let of = |key: &str| found.first().and_then(|one| one[key].as_str()).unwrap_or_default().to_owned();
    assert_eq!((code, found.len(), &*of("rule")), (2, 1, "unrecognised-format"), "{name}: {found:?}");
    assert!(of("message").contains(message), "{name}: {}", of("message"));
    assert!(of("help").contains(help), "{name}: {}", of("help"));
}

#[test]
fn a_shopping_list_in_markdown_is_no_standard() {
    refused(
        "any-markdown-tables.md",
        "no duties or statements were found in this file, which looks like a Markdown document (.md)",
        "statements with their codes",
    );
}

#[test]
fn json_of_another_shape_is_told_by_its_keys() {
    refused("package.json", "its keys are `name`, `version`", "ksb schema standard");
    refused("other-shape.json", "its keys are `standard`, `year`", "ksb schema standard");
    refused("tracker-object.json", "its keys are `standard`", "`ksbs` has statements");
}

#[test]
fn a_list_of_statements_in_json_can_be_made_readable() {
    refused(
        "statement-list.json",
        "a list of statements only, with the keys `Code` and `Description`",
        "Knowledge, Skills and Behaviours",
    );
    refused(
        "list-of-ksbs.json",
        "a list of statements only, with the keys `code` and `description`",
        "Knowledge, Skills and Behaviours",
    );
}

#[test]
fn code_and_data_are_named() {
    refused("items.js", "JavaScript", "use the standard itself");
    refused("seed.sql", "SQL", "a line of a text file");
    refused("ksbs.yaml", "YAML", "JSON in the format");
}

#[test]
fn an_assessment_plan_is_no_standard() {
    refused("epa-plan.txt", "an assessment plan, not a standard", "the standard that it belongs to");
    refused("epa-mapping.txt", "an assessment plan, not a standard", "the standard that it belongs to");
}
