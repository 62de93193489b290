//! Which parts of a Word document are text, and which are not.

use crate::Folder;
use crate::package::{p, part, parts, tbl, tc, word, zipped};

/// The knowledge statements of a document with this body.
fn knowledge(body: &str) -> Vec<String> {
    let folder = Folder::new();
    folder.file("a.docx", &word(&(p("Knowledge") + body), ""));
    let statements = folder.converted("a.docx")["knowledge"].clone();
    let text = |one: &serde_json::Value| {
        format!("{} {}", one["code"].as_str().unwrap_or_default(), one["text"].as_str().unwrap_or_default())
    };
    statements.as_array().expect("statements").iter().map(text).collect()
}

#[test]
fn runs_are_one_text() {
    let split = "<w:p><w:r><w:t>K</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>1: The ti</w:t></w:r>\
                 <w:hyperlink><w:r><w:t>des &amp; </w:t></w:r></w:hyperlink><w:sdt><w:sdtPr><w:t/></w:sdtPr>\
                 <w:sdtContent><w:r><w:t>currents.</w:t></w:r></w:sdtContent></w:sdt></w:p>";
    assert_eq!(knowledge(split), ["K1 The tides & currents."]);
}

#[test]
fn what_a_reader_does_not_see_is_no_text() {
    let hidden = "<w:p><w:r><w:t>K1: The tides of the bay</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t> (delete me)</w:t></w:r>\
                  <w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>\
                  <w:r><w:t>.</w:t></w:r></w:p>";
    assert_eq!(knowledge(hidden), ["K1 The tides of the bay."]);
}

/// However text is struck out, it is not read, its number is counted, and one finding reports all of it.
#[test]
fn struck_out_text_is_left_out_and_told_once() {
    let run = |properties: &str, text: &str| {
        format!("<w:r><w:rPr>{properties}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
    };
    let of = |style: &str, runs: &str| format!("<w:p><w:pPr>{style}</w:pPr>{runs}</w:p>");
    let list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
    let body = p("Knowledge")
        + &of(
            list,
            &(run("", "The tides ") + &run("<w:strike/>", "and teh moon ") + &run("", "of the the bay.")),
        )
        + &of(list, &run("<w:dstrike/>", "The moon over it."))
        + &of(
            list,
            &(run("<w:rStyle w:val=\"Gone\"/>", "All ") + &run("<w:strike w:val=\"0\"/>", "The law.")),
        )
        + &of("<w:pStyle w:val=\"Old\"/>", &run("", "K4: Nothing."));
    let lists = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
                 <w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"K%1:\"/></w:lvl></w:abstractNum>\
                 <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    let styles = "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"Gone\"><w:rPr><w:strike/></w:rPr></w:style>\
                  <w:style w:styleId=\"Old\"><w:basedOn w:val=\"Gone\"/></w:style></w:styles>";
    let folder = Folder::new();
    folder.file("a.docx", &with_styles(&word(&body, lists), styles));
    let statements = folder.converted("a.docx")["knowledge"].clone();
    let expected = serde_json::json!([
        { "code": "K1", "text": "The tides of the the bay." },
        { "code": "K3", "text": "The law." },
    ]);
    assert_eq!(statements, expected);
    let found = folder.found("a.docx");
    assert_eq!(found.iter().filter(|one| one.ends_with("unread-content")).count(), 1, "{found:?}");
    assert!(found.contains(&"paragraph 2: unread-content".to_owned()), "{found:?}");
    // What is written into the document leaves it as it is.
    folder.ksb(&["check", "--output", "tracked:b.docx", "a.docx"]);
    let written = part(&folder.bytes("b.docx"), "word/document.xml");
    assert!(written.contains("and teh moon") && written.contains("<w:del "), "{written}");
    assert_eq!(folder.converted("b.docx")["knowledge"][0]["text"], "The tides of the bay.");
}

/// A document with these styles.
fn with_styles(document: &[u8], styles: &str) -> Vec<u8> {
    let mut all = parts(document);
    let relationship = "<Relationship Id=\"rId9\" Type=\"x/styles\" Target=\"styles.xml\"/></Relationships>";
    for (name, text) in &mut all {
        if name == "word/_rels/document.xml.rels" {
            *text = text.replace("</Relationships>", relationship);
        }
    }
    all.push(("word/styles.xml".to_owned(), styles.to_owned()));
    let all: Vec<(&str, &str)> = all.iter().map(|(name, text)| (&**name, &**text)).collect();
    zipped(&all)
}

#[test]
fn footnotes_are_not_lost_in_silence() {
    let folder = Folder::new();
    let noted = "<w:p><w:r><w:t>K1: The tides of the bay.</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>";
    folder.file("a.docx", &word(&(p("Knowledge") + noted), ""));
    assert!(folder.found("a.docx").contains(&"paragraph 2: unread-content".to_owned()));
}

#[test]
fn the_text_of_a_text_box_is_read_once() {
    let inside = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", p(text));
    let drawn = format!(
        "<w:p><w:r><mc:AlternateContent xmlns:mc=\"mc\"><mc:Choice><w:drawing>{}</w:drawing></mc:Choice>\
         <mc:Fallback><w:pict>{}</w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>K1: The tides of the bay.</w:t></w:r></w:p>",
        inside("K2: The moon over it."),
        inside("K2: The moon over it.")
    );
    assert_eq!(knowledge(&drawn), ["K1 The tides of the bay.", "K2 The moon over it."]);
}

#[test]
fn cells_may_be_merged_and_hold_tables() {
    let merged =
        |text: &str| tc(&[text]).replacen("<w:tc>", "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>", 1);
    let inner = format!(
        "<w:tc>{}{}</w:tc>",
        tbl(&[&["K1", "The tides of the bay."], &["K2", "The moon over it."]]),
        p("")
    );
    let body = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{inner}{}{}</w:tr></w:tbl>",
        merged(""),
        tc(&[""]),
        tc(&[""]),
        tc(&[""])
    );
    assert_eq!(knowledge(&body), ["K1 The tides of the bay.", "K2 The moon over it."]);
    let folder = Folder::new();
    folder.file("a.docx", &word(&(p("Knowledge") + &body.replace("The moon over it", "The the moon")), ""));
    assert!(folder.found("a.docx").contains(&"table 1, row 2, column 1: repeated-word".to_owned()));
}

#[test]
fn the_parts_are_found_by_their_relationships() {
    let rels = r#"<Relationships><Relationship Id="a" Type="x/officeDocument" Target="/word/document2.xml"/></Relationships>"#;
    let body = p("Knowledge") + &p("K1: The tides of the bay.") + &p("S1: Moor a ferry.");
    let document = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
    let folder = Folder::new();
    folder.file("a.docx", &zipped(&[("_rels/.rels", rels), ("word/document2.xml", &document)]));
    assert_eq!(folder.converted("a.docx")["knowledge"][0]["code"], "K1");
}

#[test]
fn a_document_without_a_standard_is_refused_in_one_finding() {
    let folder = Folder::new();
    folder.file("letter.docx", &word(&(p("Dear all,") + &p("please find the plan below.")), ""));
    let ran = folder.ksb(&["check", "--format", "concise", "letter.docx"]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (Some(2), 1), "{}", ran.stdout);
    assert!(
        ran.stdout.contains("unrecognised-format") && ran.stdout.contains("a Word document"),
        "{}",
        ran.stdout
    );
}

#[test]
fn only_native_json_is_laid_out() {
    let folder = Folder::new();
    folder.file("a.docx", &word(&(p("Knowledge") + &p("K1: The tides of the bay.")), ""));
    let ran = folder.ksb(&["fmt", "a.docx"]);
    assert!(
        ran.code == Some(2) && ran.stderr.contains("this is a Word document"),
        "{}{}",
        ran.stdout,
        ran.stderr
    );
}

#[test]
fn a_word_document_is_not_fixed_in_place() {
    let folder = Folder::new();
    let bytes = word(&(p("Knowledge") + &p("K1: The the tides of the bay.")), "");
    folder.file("a.docx", &bytes);
    let ran = folder.ksb(&["check", "--fix", "a.docx"]);
    assert!(ran.stderr.contains("Word document"), "{}", ran.stderr);
    assert_eq!(folder.bytes("a.docx"), bytes);
}

/// A heading on this level of the document's outline.
fn heading(level: u8, text: &str) -> String {
    p(text).replacen("<w:p>", &format!("<w:p><w:pPr><w:outlineLvl w:val=\"{level}\"/></w:pPr>"), 1)
}

#[test]
fn what_stands_below_an_unknown_heading_is_left_out_and_named() {
    let folder = Folder::new();
    let body = [
        heading(0, "Ferry deckhand"),
        heading(0, "About it"),
        p("Level: 2"),
        heading(0, "Occupation summary"),
        heading(1, "Where it is found"),
        p("This occupation is found in harbours."),
        heading(0, "Entry to the trade"),
        p("A letter from a harbour master."),
        heading(0, "Duties"),
        heading(1, "Duty 1 Moor the ferry."),
        p("K1 S1"),
        heading(0, "Knowledge"),
        heading(1, "Water"),
        p("K1 The tides of the bay"),
        heading(0, "Skills"),
        p("S1: Moor a ferry."),
    ];
    folder.file("a.docx", &word(&body.concat(), ""));
    let document = folder.converted("a.docx");
    assert_eq!((&document["title"], &document["level"]), (&"Ferry deckhand".into(), &2.into()));
    assert_eq!(document["summary"], serde_json::json!(["This occupation is found in harbours."]));
    assert_eq!(document["duties"][0]["text"], "Moor the ferry.");
    assert_eq!(document["knowledge"][0]["text"], "The tides of the bay");
    let unread: Vec<String> =
        folder.found("a.docx").into_iter().filter(|found| found.ends_with("unread-content")).collect();
    let expected = ["paragraph 5", "paragraph 7", "paragraph 13"];
    assert_eq!(unread, expected.map(|place| format!("{place}: unread-content")));
    let shown = folder.ksb(&["check", "--severity", "advice", "--format", "concise", "a.docx"]).stdout;
    assert!(shown.contains("the section \"Entry to the trade\" is not read"), "{shown}");
}
