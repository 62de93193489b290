//! Findings as comments in a copy of the document.

use crate::Folder;
use crate::package::{changed, item, lists, p, part, parts, tbl, word};

fn draft() -> Vec<u8> {
    let split = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>K1: The t</w:t></w:r><w:r><w:t>he tides &amp; the the currents.</w:t></w:r></w:p>";
    let body = p("Knowledge") + split + &item(1, "The the moon.") + &p("Skills");
    let table = tbl(&[&["S1", "Moor the the ferry."]]);
    word(&(body + &table), &lists(&["K%1:"]).replace("w:start w:val=\"1\"", "w:start w:val=\"2\""))
}

fn plain(xml: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in xml.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => out.push(c),
            _ => (),
        }
    }
    out
}

/// The words that each comment is anchored to.
fn anchors(bytes: &[u8]) -> Vec<String> {
    let document = part(bytes, "word/document.xml");
    let starts = document.match_indices("<w:commentRangeStart w:id=\"").map(|(at, start)| {
        let rest = &document[at + start.len()..];
        let id = &rest[..rest.find('"').expect("an id")];
        let end = rest.find(&format!("<w:commentRangeEnd w:id=\"{id}\"/>")).expect("an end");
        plain(&rest[rest.find("/>").expect("a tag") + 2..end])
    });
    starts.collect()
}

#[test]
fn each_finding_is_anchored_at_its_words() {
    let folder = Folder::new();
    folder.file("a.docx", &draft());
    let ran = folder.ksb(&["check", "a.docx", "--output", "comments:out.docx"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.stdout, ran.stderr);
    let out = folder.bytes("out.docx");
    let expected: Vec<String> = ["the", "the", "the", "the"].map(str::to_owned).to_vec();
    assert_eq!(anchors(&out), expected);
    let comments = part(&out, "word/comments.xml");
    assert_eq!(comments.matches("w:author=\"ksb\"").count(), 4);
    assert!(
        comments.contains("repeated-word (warning)") && comments.contains("2023-11-14T22:13:20Z"),
        "{comments}"
    );
    assert!(part(&out, "word/_rels/document.xml.rels").contains("/comments\""));
    assert!(part(&out, "[Content_Types].xml").contains("/word/comments.xml"));
    // The words themselves are the same.
    assert_eq!(plain(&part(&out, "word/document.xml")), plain(&part(&draft(), "word/document.xml")));
    assert_eq!(folder.converted("a.docx"), folder.converted("out.docx"));
}

#[test]
fn other_parts_stay_the_same_bytes() {
    let folder = Folder::new();
    let bytes = draft();
    folder.file("a.docx", &bytes);
    folder.ksb(&["check", "a.docx", "--output", "comments:out.docx"]);
    let out = folder.bytes("out.docx");
    let expected =
        ["[Content_Types].xml", "word/document.xml", "word/_rels/document.xml.rels", "word/comments.xml"];
    assert_eq!(changed(&bytes, &out), expected);
}

#[test]
fn doing_it_twice_gives_the_same_file() {
    let folder = Folder::new();
    folder.file("a.docx", &draft());
    folder.ksb_at(&["check", "--severity", "advice", "a.docx", "--output", "comments:1.docx"], "1700000000");
    folder.ksb_at(&["check", "--severity", "advice", "1.docx", "--output", "comments:2.docx"], "1800000000");
    assert!(folder.bytes("1.docx") == folder.bytes("2.docx"), "the second run changed something");
}

#[test]
fn comments_of_others_stay_and_fixed_ones_go() {
    let folder = Folder::new();
    folder.file("a.docx", &draft());
    folder.ksb(&["check", "a.docx", "--output", "comments:1.docx"]);
    // Somebody writes a comment, and corrects a statement.
    let edited: Vec<(String, String)> = parts(&folder.bytes("1.docx"))
        .into_iter()
        .map(|(name, text)| {
            let text = text.replace(
                "</w:comments>",
                "<w:comment w:id=\"9\" w:author=\"Ana\"><w:p/></w:comment></w:comments>",
            );
            (name, text.replace("The </w:t>", "</w:t>"))
        })
        .collect();
    let edited: Vec<(&str, &str)> = edited.iter().map(|(name, text)| (&**name, &**text)).collect();
    folder.file("b.docx", &crate::package::zipped(&edited));
    let ran = folder.ksb(&["check", "b.docx", "--output", "comments:2.docx"]);
    assert!(ran.stderr.is_empty(), "{}", ran.stderr);
    let comments = part(&folder.bytes("2.docx"), "word/comments.xml");
    assert_eq!(comments.matches("w:author=\"Ana\"").count(), 1, "{comments}");
    assert!(comments.matches("w:author=\"ksb\"").count() < 4, "{comments}");
    assert!(comments.contains("w:id=\"10\""), "{comments}");
}

#[test]
fn text_that_others_put_beside_a_reference_stays() {
    let folder = Folder::new();
    folder.file("a.docx", &draft());
    folder.ksb(&["check", "a.docx", "--output", "comments:1.docx"]);
    let edited: Vec<(String, String)> = parts(&folder.bytes("1.docx"))
        .into_iter()
        .map(|(name, text)| {
            let reference = "<w:commentReference w:id=\"0\"/>";
            (name, text.replace(reference, &format!("{reference}<w:t>typed here</w:t>")))
        })
        .collect();
    let edited: Vec<(&str, &str)> = edited.iter().map(|(name, text)| (&**name, &**text)).collect();
    folder.file("b.docx", &crate::package::zipped(&edited));
    folder.ksb(&["check", "b.docx", "--output", "comments:2.docx"]);
    let document = |name: &str| plain(&part(&folder.bytes(name), "word/document.xml"));
    assert!(document("b.docx").contains("typed here"), "{}", document("b.docx"));
    assert_eq!(document("2.docx"), document("b.docx"));
}

#[test]
fn only_one_word_document_takes_comments() {
    let folder = Folder::new();
    folder.file("a.docx", &draft());
    folder.file("a.txt", b"Knowledge\nK1: The tides of the bay.\n");
    for (args, why) in [(vec!["a.txt"], "is not one"), (vec!["a.docx", "a.txt"], "name one file")] {
        let args = [&["check", "--output", "comments:out.docx"], &args[..]].concat();
        let ran = folder.ksb(&args);
        assert_eq!(ran.code, Some(2), "{}", ran.stdout);
        assert!(ran.stderr.contains(why), "{}", ran.stderr);
    }
    let ran = folder.ksb(&["check", "a.docx", "--output", "comments:a.docx", "--force"]);
    assert!(ran.stderr.contains("would overwrite"), "{}", ran.stderr);
    // Somebody may have worked on the copy from an earlier run; a report is made again.
    let copy = ["check", "a.docx", "--output", "comments:b.docx", "--output", "json:b.json"];
    assert_ne!(folder.ksb(&copy).code, Some(2));
    let ran = folder.ksb(&copy);
    assert!(ran.code == Some(2) && ran.stderr.contains("use `--force`"), "{}", ran.stderr);
    assert_ne!(folder.ksb(&[&copy[..], &["--force"]].concat()).code, Some(2));
}
