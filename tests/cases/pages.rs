//! Pages: copied as text, in the words of the current site.

use serde_json::json;

use super::case;

#[test]
fn dates_in_words_and_statuses_with_brackets_are_what_the_site_writes() {
    let Some(page) = case("pages/page-date-words.txt") else { return };
    assert_eq!(page.found(), (0, vec![]));
    let document = page.converted();
    assert_eq!(document["dates"]["approved"], "2016-05-19");
    assert_eq!(document["status"], "Approved for delivery");
}

#[test]
fn options_are_kept_and_the_words_of_the_site_are_known() {
    let Some(page) = case("pages/page-options-whole.txt") else { return };
    // The page begins below its title.
    assert_eq!(page.found().1, ["error missing-title title"]);
    let titles = json!([{ "title": "Site gardener" }, { "title": "Glasshouse gardener" }]);
    assert_eq!(page.converted()["options"], titles);
}

#[test]
fn a_retired_page_in_the_new_template_has_no_unread_words() {
    let Some(page) = case("pages/page-retired-new-template.txt") else { return };
    assert!(page.found().1.iter().all(|found| !found.contains("unread-content")), "{:?}", page.found());
    let document = page.converted();
    assert_eq!(document["duties"].as_array().map(Vec::len), Some(2));
    assert_eq!(document["banners"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_remark_in_brackets_is_no_title() {
    let Some(page) = case("pages/third-party-copy.txt") else { return };
    assert_eq!(page.found(), (0, vec![]));
    let document = page.converted();
    assert_eq!(
        (&document["title"], &document["reference"]),
        (&"Orchard Support Worker".into(), &"ST9972".into())
    );
    assert_eq!(document["dates"], json!({ "approved": "2016-05-19", "updated": "2022-11-30" }));
}

#[test]
fn the_table_of_the_old_template_states_key_facts() {
    let Some(page) = case("pages/retired-old-template-table.txt") else { return };
    assert_eq!(page.found(), (0, vec![]));
    let document = page.converted();
    assert_eq!(document["title"], "Hedge and wall keeper");
    assert_eq!(document["reference"], "ST9971");
    assert_eq!((&document["level"], &document["typicalDurationMonths"]), (&json!(2), &json!(18)));
    assert_eq!(document["typicalJobTitles"], json!(["Hedge keeper", "Wall keeper"]));
    let duration = json!({ "heading": "Duration", "paragraphs": ["18 – 24 months"] });
    let sections = document["profile"].as_array().expect("a profile");
    assert!(sections.contains(&duration), "{document}");
    let headings: Vec<_> = sections.iter().map(|section| &section["heading"]).collect();
    assert_eq!(headings, ["Duration", "Occupational profiles", "Core Skills (both pathways)"]);
    assert!(sections.iter().all(|section| section["paragraphs"].as_array().map(Vec::len) == Some(1)));
}

#[test]
fn the_page_of_a_route_is_a_map() {
    let Some(page) = case("pages/map-route-page.txt") else { return };
    // The route is made up.
    assert_eq!(page.found(), (0, vec!["warning route-name route".to_owned()]));
    let document = page.converted();
    assert_eq!(document["route"], "Hedges, walls and ditches");
    let clusters = document["pathways"][0]["clusters"].as_array().expect("clusters");
    assert_eq!(clusters.len(), 2);
    let occupations = clusters.iter().flat_map(|one| one["occupations"].as_array().expect("occupations"));
    let levels: Vec<_> = occupations.map(|one| one["levels"].clone()).collect();
    assert_eq!(levels, [json!([3]), json!([4]), json!([6])]);
}

#[test]
fn a_unit_has_statements_and_no_duties() {
    let Some(page) = case("pages/unit-page.txt") else { return };
    let document = page.converted();
    assert_eq!(document["kind"], "apprenticeship-unit");
    assert_eq!(
        (&document["knowledge"][0]["code"], &document["skills"][0]["code"]),
        (&"K1".into(), &"S1".into())
    );
    assert!(page.found().1.iter().all(|found| found.contains("missing-")), "{:?}", page.found());
}

#[test]
fn a_status_page_has_nothing_to_report() {
    let Some(page) = case("pages/status-page.txt") else { return };
    assert_eq!(page.found(), (0, vec![]));
}
