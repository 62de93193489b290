//! Fixes as tracked changes in a copy of the document.

use serde_json::Value;

use crate::Folder;
use crate::package::{changed, item, lists, p, part, parts, tbl, word};

const MARK: &str = "w:author=\"Ana\" w:date=\"2026-01-01T00:00:00Z\"";

fn r(properties: &str, text: &str) -> String {
    format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// A document with something to fix wherever there can be words.
fn draft() -> Vec<u8> {
    let change = format!("<w:i/><w:rPrChange w:id=\"7\" {MARK}><w:rPr/></w:rPrChange>");
    let across =
        r("<w:b/>", "K1: How tides ") + &r(&change, "tides occured") + &r("", " &amp; how  they fall.");
    let link = format!("<w:hyperlink w:anchor=\"x\">{}</w:hyperlink>", r("<w:u/>", "it occured here"));
    let inserted = format!("<w:ins w:id=\"3\" {MARK}>{}</w:ins>", r("", "signals they recieve"));
    let deleted = format!("<w:del w:id=\"4\" {MARK}><w:r><w:delText>the the old</w:delText></w:r></w:del>");
    let control =
        format!("<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", r("", "seperate of of it"));
    let breaks = "<w:r><w:t>and the</w:t><w:br/><w:t>the tides</w:t></w:r>";
    let boxed = format!(
        "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>",
        p("Recieved by the the crew.")
    );
    let body = [p("Knowledge"), format!("<w:p>{across}</w:p>")]
        .into_iter()
        .chain([link, inserted + &deleted, control, breaks.to_owned()].into_iter().zip(2..).map(
            |(run, number)| {
                format!("<w:p>{}{run}{}</w:p>", r("", &format!("K{number}: Know ")), r("", " of the bay."))
            },
        ))
        .chain([item(1, "The the moon."), format!("<w:p>{boxed}</w:p>"), p("Skills")])
        .chain([tbl(&[&["S1", "Moor the the ferry."]])]);
    word(&body.collect::<String>(), &lists(&["K%1:"]).replace("w:start w:val=\"1\"", "w:start w:val=\"6\""))
}

/// The findings in a document with its changes accepted, and with them rejected: rule, place and bytes; and how many of
/// them can be fixed.
fn states(folder: &Folder, name: &str) -> [(Vec<String>, usize); 2] {
    ["accepted", "original"].map(|state| {
        let ran =
            folder.ksb(&["check", "--tracked", state, "--format", "json", "--severity", "advice", name]);
        let report: Value = serde_json::from_str(&ran.stdout).expect("JSON");
        let found = report["diagnostics"].as_array().expect("findings");
        let said = |one: &Value| format!("{} {} {}", one["rule"], one["locator"]["text"], one["span"]);
        (found.iter().map(said).collect(), found.iter().filter(|one| !one["fix"].is_null()).count())
    })
}

#[test]
fn only_the_text_changes_and_rejecting_it_all_brings_it_back() {
    let folder = Folder::new();
    folder.file("a.docx", &draft());
    let ran = folder.ksb(&["check", "a.docx", "--output", "tracked:out.docx"]);
    assert_eq!(ran.code, Some(0), "{}{}", ran.stdout, ran.stderr);
    assert_eq!(ran.stderr, "out.docx: 10 findings are fixed as tracked changes\n");
    assert_eq!(changed(&folder.bytes("a.docx"), &folder.bytes("out.docx")), ["word/document.xml"]);
    let document = part(&folder.bytes("out.docx"), "word/document.xml");
    // What Ana inserted ends before a change in it, and continues after it.
    let expected = "<w:delText xml:space=\"preserve\">recieve</w:delText></w:r></w:del></w:ins>\
                    <w:ins w:id=\"";
    assert!(document.contains(expected), "{document}");
    // The properties of what is deleted stay those that it had.
    assert!(
        document.contains("<w:rPr><w:u/></w:rPr><w:delText xml:space=\"preserve\">occured<"),
        "{document}"
    );
    let [accepted, rejected] = states(&folder, "out.docx");
    let [before, original] = states(&folder, "a.docx");
    assert_eq!((before.1, accepted.1), (10, 0));
    assert_eq!(rejected, original);
}

#[test]
fn the_second_time_nothing_changes_and_other_changes_stay() {
    let folder = Folder::new();
    folder.file("a.docx", &draft());
    folder.ksb_at(
        &["check", "a.docx", "--output", "tracked:1.docx", "--output", "comments:c.docx"],
        "1700000000",
    );
    let ran = folder.ksb_at(&["check", "1.docx", "--output", "tracked:2.docx"], "1800000000");
    assert_eq!(ran.stderr, "2.docx: nothing to fix\n");
    assert!(folder.bytes("1.docx") == folder.bytes("2.docx"), "the second run changed something");
    assert!(part(&folder.bytes("c.docx"), "word/comments.xml").contains("repeated-word"));
    // The comments of a document stay, with the words that they are about.
    folder.ksb(&["check", "c.docx", "--output", "tracked:both.docx"]);
    assert_eq!(changed(&folder.bytes("c.docx"), &folder.bytes("both.docx")), ["word/document.xml"]);
    let count = |name: &str| part(&folder.bytes(name), "word/document.xml").matches("<w:comment").count();
    assert_eq!(count("both.docx"), count("c.docx"));
}

#[test]
fn accepted_it_says_what_a_fixed_text_says() {
    let text = "Knowledge\n\nK1: The the tides occured , and  they fall.\n\nSkills\n\nS1: Moor the ferry at at the pier.\n";
    let folder = Folder::new();
    folder.file("a.txt", text.as_bytes());
    let body: String = text.lines().filter(|line| !line.is_empty()).map(p).collect();
    folder.file("a.docx", &word(&body, ""));
    folder.ksb(&["check", "--fix", "--unsafe-fixes", "a.txt"]);
    folder.ksb(&["check", "a.docx", "--output", "tracked:out.docx", "--unsafe-fixes"]);
    let accepted = |name: &str| {
        let mut document = folder.converted(name);
        document.as_object_mut().expect("a document").remove("$schema");
        document
    };
    assert_ne!(accepted("a.docx"), accepted("out.docx"));
    assert_eq!(accepted("out.docx"), accepted("a.txt"));
}

#[test]
fn a_fix_that_the_document_cannot_hold_is_left_out_and_told() {
    let folder = Folder::new();
    // A carriage return cannot be found again in the text that a reader makes from it.
    let odd = "<w:p><w:r><w:t>K1: The the&#13; tides.</w:t></w:r></w:p>".replace("&#13;", "<![CDATA[ ]]>");
    // Word rewrites a control that is bound to a property.
    let bound = p("K3: The the ferry.");
    let bound = format!(
        "<w:sdt><w:sdtPr><w:dataBinding w:xpath=\"x\"/></w:sdtPr><w:sdtContent>{bound}</w:sdtContent></w:sdt>"
    );
    folder.file("a.docx", &word(&(p("Knowledge") + &odd + &p("K2: The the bay.") + &bound), ""));
    let ran = folder.ksb(&["check", "a.docx", "--output", "tracked:out.docx"]);
    let expected = "out.docx: 1 finding is fixed as a tracked change\n\
                    paragraph 2: repeated-word is not fixed, because the text is not all in one paragraph that can be changed\n\
                    paragraph 2: stray-whitespace is not fixed, because the text is not all in one paragraph that can be changed\n\
                    paragraph 4: repeated-word is not fixed, because the text is not all in one paragraph that can be changed\n";
    assert!(ran.stderr.contains(expected), "{}", ran.stderr);
}

#[test]
fn tracked_changes_need_one_word_document_with_its_changes_accepted() {
    let folder = Folder::new();
    folder.file("a.docx", &draft());
    folder.file("a.txt", b"Knowledge\nK1: The tides of the bay.\n");
    let tracked = ["check", "--output", "tracked:out.docx"];
    for (args, why) in [
        (vec!["a.txt"], "is not one: `--fix` corrects texts in place"),
        (vec!["a.docx", "a.txt"], "only one document"),
        (vec!["a.docx", "--tracked", "original"], "remove `--tracked original`"),
        (vec!["a.docx", "--output", "comments:out.docx"], "use a different file for each `--output`"),
    ] {
        let ran = folder.ksb(&[&tracked[..], &args[..]].concat());
        assert_eq!(ran.code, Some(2), "{}", ran.stdout);
        assert!(ran.stderr.contains(why), "{}", ran.stderr);
    }
    let ran = folder.ksb(&["check", "a.docx", "--unsafe-fixes"]);
    assert!(
        ran.code == Some(2) && ran.stderr.contains("add `--fix`, `--diff` or `--output tracked:FILE`"),
        "{}",
        ran.stderr
    );
    let ran = folder.ksb(&["check", "a.docx", "--fix"]);
    assert!(
        ran.stderr.contains("`--output tracked:FILE.docx` writes its fixes into a copy"),
        "{}",
        ran.stderr
    );
    assert_eq!(parts(&folder.bytes("a.docx")), parts(&draft()));
}
