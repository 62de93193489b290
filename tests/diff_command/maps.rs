//! Two occupational maps, in every format.

use super::{diff, folder, report, sample};

#[test]
fn every_format_tells_what_became_of_an_occupation() {
    let old = sample("land-water-heritage.occupational-map.json");
    let new = old.replace("\"Glasshouse grower\"", "\"Glasshouse <grower> | hand\"");
    let folder = folder(&[("old.json", &old), ("new.json", &new)]);
    let rendered = |format: &str| {
        let ran = diff(folder.path(), &["--format", format, "old.json", "new.json"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.out
    };
    assert!(rendered("terminal").contains("Glasshouse grower → Glasshouse <grower> | hand"));
    assert!(rendered("markdown").contains("Glasshouse grower → Glasshouse &lt;grower&gt; &#124; hand"));
    assert!(rendered("csv").contains("Glasshouse grower,Glasshouse <grower> | hand,renamed"));
    let page = rendered("html");
    assert!(page.contains("Glasshouse &lt;grower&gt; | hand") && !page.contains("<grower>"));
    let report = report(folder.path(), &["old.json", "new.json"]);
    assert_eq!(report["changes"][0]["id"], "occupation-reworded");
    assert_eq!(report["changes"][0]["new"]["code"], "Glasshouse <grower> | hand");
}

#[test]
fn maps_in_folders_are_compared() {
    let old = sample("land-water-heritage.occupational-map.json");
    let new = old.replace("\"Dredger hand\"", "\"Senior dredger hand\"");
    let folder = folder(&[("a/land.occupational-map.json", &old), ("b/land.occupational-map.json", &new)]);
    let ran = diff(folder.path(), &["--stat", "a", "b"]);
    assert!(ran.out.ends_with("adjustment. Occupations: 1 renamed.\n"), "{}", ran.out);
}
