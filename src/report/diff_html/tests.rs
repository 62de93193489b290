//! The page for a made-up comparison that has one of everything.

use super::render;
use crate::diff::Comparison;
use crate::report::diff::fixture::{comparison, report};
use crate::report::diff::{DiffOptions, DiffReport};

fn page_of(comparison: &Comparison<'_>, options: DiffOptions) -> String {
    render(&DiffReport { options, ..report(comparison) })
}

fn page() -> String {
    page_of(&comparison(), DiffOptions::default())
}

#[test]
fn texts_stay_texts() {
    let page = page();
    assert!(!page.contains("<script"), "no text becomes an element");
    assert!(!page.contains("<keeper>") && !page.contains("|<b>"), "titles and names are escaped too");
    assert!(page.contains("<bdi>&lt;script&gt;alert(&quot;K9&quot;)&lt;/script&gt; &amp; "));
    assert!(page.contains("<span class=\"control\">U+202E</span>sdrawkcab"), "what turns text round is seen");
    assert!(!page.contains('\u{202e}'));
}

#[test]
fn the_gravest_comes_first() {
    let page = page();
    let place = |id: &str| page.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("no row {id}"));
    let order = [
        "verdict",
        "revision",
        "o4",
        "n1",
        "adjustment",
        "o2",
        "o1",
        "consequences",
        "mapping",
        "rest",
        "o0",
    ];
    let places = order.map(place);
    assert!(places.is_sorted(), "removed K5, added K2; merged K3 + K4 → K4, reworded K2 → K3: {places:?}");
}

#[test]
fn each_row_says_its_weight() {
    let page = page();
    let changed =
        page.split("id=\"changes\"").nth(1).and_then(|rest| rest.split("id=\"consequences\"").next());
    let rows: Vec<&str> =
        changed.expect("what changed").split("<tr role=\"row\" class=\"w-").skip(1).collect();
    for row in &rows {
        let weight = row.split(' ').next().unwrap_or_default();
        assert!(row.contains(&format!("<span class=\"weight {weight}\">")), "{row}");
    }
    assert!(rows.len() > 3, "{}", rows.len());
}

#[test]
fn boxes_stand_behind_the_verdict() {
    let page = page();
    let first = page.find("<input").expect("a box");
    assert!(page.find("id=\"changes\"").is_some_and(|changes| changes < first));
}

#[test]
fn only_published_texts_are_crown_copyright() {
    let mut comparison = comparison();
    assert!(page_of(&comparison, DiffOptions::default()).contains("Crown copyright"));
    comparison.old.is_draft = true;
    assert!(page_of(&comparison, DiffOptions::default()).contains("Crown copyright"));
    comparison.new.is_draft = true;
    assert!(!page_of(&comparison, DiffOptions::default()).contains("Crown copyright"));
}

#[test]
fn the_parts_of_a_merge_keep_their_own_words() {
    let page = page();
    assert!(page.contains("<b>K3</b> <bdi>Weir <del>"), "the first part");
    let second = page.split("<b>K4</b> ").nth(1).expect("the second part");
    assert!(second.starts_with("<bdi><del>"), "the mark goes on behind the joint: {}", &second[..60]);
}

#[test]
fn every_link_leads_somewhere_and_no_id_is_used_twice() {
    let page = page();
    let values = |attribute: &str| -> Vec<String> {
        let start = format!(" {attribute}=\"");
        page.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap_or_default().to_owned()).collect()
    };
    let mut ids = values("id");
    for link in values("href").iter().filter_map(|href| href.strip_prefix('#')) {
        assert!(ids.iter().any(|id| id == link), "#{link} leads nowhere");
    }
    ids.sort();
    let count = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), count, "an id is used twice");
}

#[test]
fn cells_of_the_matrix_say_what_they_are() {
    let page = page();
    for words in ["D1 × K1: kept", "D1 × K2: added", "D1 × K3: removed", "D1 × K5: removed"] {
        assert!(page.contains(words), "{words}");
    }
    assert!(page.contains("2 <span"), "the total of the new document differs");
    assert!(!page.contains("<caption"), "a heading says what a table is");
}

#[test]
fn what_is_silent_is_not_called_removed() {
    let page = page();
    assert!(page.contains("the new document does not state them: summary."));
    let route = page.split("Route").nth(1).expect("the route");
    assert!(route.split("</tr>").next().unwrap_or_default().contains("not stated"));
}

#[test]
fn announcements_start_as_asked() {
    let silent = page_of(&comparison(), DiffOptions { announce: false, ..DiffOptions::default() });
    assert!(page().contains("id=\"announce\" checked"));
    assert!(!silent.contains("id=\"announce\" checked"));
}

#[test]
fn nothing_is_loaded_or_run() {
    let page = page();
    for loader in ["<script", "<link", "<img", "@import", "url(", " on", "javascript:"] {
        let found = page.match_indices(loader).find(|(at, _)| loader != " on" || is_handler(&page[*at..]));
        assert_eq!(found, None, "{loader}");
    }
}

/// Whether ` on…` starts an attribute that would run something.
fn is_handler(text: &str) -> bool {
    text[1..]
        .split(|c: char| !c.is_ascii_lowercase())
        .next()
        .is_some_and(|name| text[1 + name.len()..].starts_with('='))
}
