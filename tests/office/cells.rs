//! Findings as comments in the cells of a copy of a workbook.

use std::path::Path;

use crate::Folder;
use crate::package::{changed, part, parts, zipped};

const COPY: [&str; 4] = ["check", "a.xlsx", "--output", "comments:1.xlsx"];

/// A folder with a workbook in which three cells have a finding.
fn folder() -> Folder {
    let folder = Folder::new();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/drafts/ferry-deckhand.xlsx");
    folder.file("a.xlsx", &std::fs::read(sample).expect("the sample"));
    folder
}

/// A copy of a package with some words replaced.
fn reworded(bytes: &[u8], old: &str, new: &str) -> Vec<u8> {
    let all: Vec<(String, String)> =
        parts(bytes).into_iter().map(|(name, text)| (name, text.replace(old, new))).collect();
    zipped(&all.iter().map(|(name, text)| (&**name, &**text)).collect::<Vec<_>>())
}

#[test]
fn each_cell_with_findings_has_a_comment_and_the_rest_stays() {
    let folder = folder();
    let ran = folder.ksb(&COPY);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(1), ""));
    let copy = folder.bytes("1.xlsx");
    let expected = [
        "xl/worksheets/sheet2.xml",
        "xl/worksheets/sheet3.xml",
        "[Content_Types].xml",
        "xl/comments1.xml",
        "xl/comments2.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/drawings/vmlDrawing2.vml",
        "xl/worksheets/_rels/sheet2.xml.rels",
        "xl/worksheets/_rels/sheet3.xml.rels",
    ];
    assert_eq!(changed(&folder.bytes("a.xlsx"), &copy), expected);
    let comments = part(&copy, "xl/comments2.xml");
    assert!(comments.contains("ref=\"B4\"") && comments.contains("ref=\"A7\""), "{comments}");
    assert!(
        comments.contains("unmapped-ksb (error)\nK6 is not mapped to any duty\nWhat to do: "),
        "{comments}"
    );
    assert_eq!(folder.converted("a.xlsx"), folder.converted("1.xlsx"));
}

#[test]
fn the_second_time_nothing_changes_and_what_is_mended_goes() {
    let folder = folder();
    folder.ksb(&COPY);
    folder.ksb(&["check", "1.xlsx", "--output", "comments:2.xlsx"]);
    assert!(folder.bytes("1.xlsx") == folder.bytes("2.xlsx"), "the second run changed something");
    folder.file("mended.xlsx", &reworded(&folder.bytes("1.xlsx"), "and and", "and"));
    folder.ksb(&["check", "mended.xlsx", "--output", "comments:3.xlsx"]);
    let copy = folder.bytes("3.xlsx");
    assert!(!part(&copy, "xl/comments2.xml").contains("ref=\"B4\""));
    assert_eq!(part(&copy, "xl/drawings/vmlDrawing2.vml").matches("<v:shape ").count(), 1);
}

#[test]
fn comments_of_others_stay_and_nothing_is_written_over_them() {
    let folder = folder();
    folder.ksb(&COPY);
    folder.file("a.xlsx", &reworded(&folder.bytes("1.xlsx"), "<author>ksb", "<author>Ana"));
    let ran = folder.ksb(&["check", "a.xlsx", "--output", "comments:2.xlsx"]);
    let why = "sheet KSBs, cell B4: the cell already has another comment";
    assert!(ran.stderr.contains(why) && ran.stderr.lines().count() == 3, "{}", ran.stderr);
    assert_eq!(parts(&folder.bytes("a.xlsx")), parts(&folder.bytes("2.xlsx")));
    // If one of them is removed, there is room for what was found.
    let other = reworded(&folder.bytes("a.xlsx"), "ref=\"B4\"", "ref=\"C9\"");
    folder.file("a.xlsx", &other);
    folder.ksb(&["check", "a.xlsx", "--output", "comments:3.xlsx"]);
    let comments = part(&folder.bytes("3.xlsx"), "xl/comments2.xml");
    assert!(comments.contains("<author>Ana</author><author>ksb</author>"), "{comments}");
    assert!(comments.contains("ref=\"C9\" authorId=\"0\"") && comments.contains("ref=\"B4\" authorId=\"1\""));
}
