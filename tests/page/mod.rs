//! What must be true of every page.

/// Every link inside the page leads somewhere, and no id is used twice.
pub(crate) fn assert_links_lead_somewhere(page: &str) {
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
    assert!(count > 0 && ids.len() == count, "an id is used twice, or there is none");
}
