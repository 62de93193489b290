//! Cells of workbooks that hold numbers, and those that are headings of a table.

use crate::law::workbook;
use crate::made_up::{Version, migrated, standard};
use crate::package::{changed, part, parts, zipped};

/// A standard, and its next version, in which the third statement of knowledge is the last.
fn versions() -> [String; 2] {
    let old: Version = [(0..12).collect(), (0..9).collect()];
    let mut new = old.clone();
    new[0].remove(2);
    new[0].push(2);
    [standard(&old), standard(&new)]
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// The workbook with styles: the usual one, two decimals, and a letter before the number.
fn with_styles(bytes: &[u8]) -> Vec<u8> {
    let styles = r#"<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="&quot;K&quot;0"/></numFmts>
        <cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="2"/><xf numFmtId="164"/></cellXfs></styleSheet>"#;
    let related = r#"<Relationship Id="r9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#;
    let mut all = parts(bytes);
    for (name, text) in &mut all {
        if name == "xl/_rels/workbook.xml.rels" {
            *text = text.replace("</Relationships>", related);
        }
    }
    all.push(("xl/styles.xml".to_owned(), styles.to_owned()));
    zipped(&all.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>())
}

const HEAD: &str = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Unit</t></is></c>\
    <c r=\"B1\" t=\"inlineStr\"><is><t>Knowledge</t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>Skills</t></is></c></row>\
    <row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>9, 10</t></is></c><c r=\"C2\" t=\"inlineStr\"><is><t>8, 9</t></is></c></row>";

#[test]
fn numbers_change_in_place() {
    let [old, new] = versions();
    let rows = format!(
        "{HEAD}<row r=\"3\"><c r=\"B3\"><v>11</v></c><c r=\"C3\"><v>8</v></c></row>\
         <row r=\"4\"><c r=\"B4\" s=\"0\" t=\"n\"><v>10</v></c></row>"
    );
    let before = workbook(&rows, "");
    let there = migrated(&old, &new, "a.xlsx", &before);
    assert_eq!(there.migration.left, []);
    let sheet = part(&there.content, SHEET);
    for expected in ["<t>8, 9</t>", "<c r=\"B3\"><v>10</v></c>", "<c r=\"B4\" s=\"0\" t=\"n\"><v>9</v></c>"] {
        assert!(sheet.contains(expected), "{expected}: {sheet}");
    }
    assert_eq!(changed(&before, &there.content), [SHEET]);
    let back = migrated(&new, &old, "a.xlsx", &there.content);
    assert_eq!(parts(&back.content), parts(&before));
}

#[test]
fn numbers_that_show_something_else_stay() {
    let [old, new] = versions();
    for (cell, why) in [
        ("<c r=\"B3\" s=\"1\"><v>11</v></c>", "does not show the number as plain digits"),
        ("<c r=\"B3\" s=\"2\"><v>11</v></c>", "does not show the number as plain digits"),
        ("<c r=\"B3\"><f>5+6</f><v>11</v></c>", "a formula is in the way"),
        ("<c r=\"B3\"><v>1.1E1</v></c>", "markup or a formula is in the way"),
    ] {
        let before = with_styles(&workbook(&format!("{HEAD}<row r=\"3\">{cell}</row>"), ""));
        let there = migrated(&old, &new, "a.xlsx", &before);
        let said: Vec<&str> = there.migration.left.iter().map(|left| left.why.as_str()).collect();
        assert!(said.len() == 1 && said[0].contains(why), "{cell}: {said:?}");
        let sheet = part(&there.content, SHEET);
        assert!(sheet.contains(cell) && sheet.contains("<t>8, 9</t>"), "{sheet}");
    }
}

#[test]
fn numbers_that_a_formula_fills_in_stay() {
    let [old, new] = versions();
    let filled = "<c r=\"B3\"><f t=\"array\" ref=\"B3:B4\">H3:H4</f><v>11</v></c></row><row r=\"4\"><c r=\"B4\"><v>10</v></c>";
    let before = workbook(&format!("{HEAD}<row r=\"3\">{filled}</row>"), "");
    let there = migrated(&old, &new, "a.xlsx", &before);
    assert_eq!(there.migration.left.len(), 2);
    assert!(part(&there.content, SHEET).contains(filled));
}

/// A workbook with a table of these columns, and this formula in the cell F2.
fn with_table(columns: [&str; 4], formula: &str) -> Vec<u8> {
    let head =
        |(at, head): (&str, &str)| format!("<c r=\"{at}1\" t=\"inlineStr\"><is><t>{head}</t></is></c>");
    let heads: String = ["A", "B", "C", "D"].into_iter().zip(columns).map(head).collect();
    let ticks = |row: u32| {
        let tick = |at: &str| format!("<c r=\"{at}{row}\" t=\"inlineStr\"><is><t>x</t></is></c>");
        format!("<row r=\"{row}\">{}{}{}", tick("B"), tick("C"), tick("D"))
    };
    let rows = format!(
        "<row r=\"1\">{heads}</row>{}<c r=\"F2\"><f>{formula}</f><v>1</v></c></row>{}</row>",
        ticks(2),
        ticks(3)
    );
    let named = |head: &&str| format!("<tableColumn id=\"1\" name=\"{head}\"/>");
    let named: String = columns.iter().map(named).collect();
    let table = format!(
        "<table displayName=\"Map\" ref=\"A1:D3\"><tableColumns count=\"4\">{named}</tableColumns></table>"
    );
    let related = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/table" Target="../tables/table1.xml"/></Relationships>"#;
    let mut all = parts(&workbook(&rows, ""));
    all.push(("xl/worksheets/_rels/sheet1.xml.rels".to_owned(), related.to_owned()));
    all.push((TABLE.to_owned(), table));
    zipped(&all.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect::<Vec<_>>())
}

const TABLE: &str = "xl/tables/table1.xml";

#[test]
fn the_columns_of_a_table_are_named_like_their_headings() {
    let [old, new] = versions();
    for (columns, expected) in [
        (["Module", "K3", "S1", "K12"], ["Module", "K12", "S1", "K11"]),
        (["Module &amp; unit", "K9", "S8", "K10"], ["Module &amp; unit", "K8", "S8", "K9"]),
    ] {
        let before = with_table(columns, "COUNTA(Map[Module])+COUNTA(Map[K7])");
        let there = migrated(&old, &new, "a.xlsx", &before);
        assert_eq!(there.migration.left, [], "{columns:?}");
        let expected = with_table(expected, "COUNTA(Map[Module])+COUNTA(Map[K7])");
        assert_eq!(part(&there.content, TABLE), part(&expected, TABLE));
        let back = migrated(&new, &old, "a.xlsx", &there.content);
        assert_eq!(parts(&back.content), parts(&before));
    }
}

#[test]
fn headings_that_formulas_name_stay() {
    let [old, new] = versions();
    for formula in ["COUNTA(Map[K9])", "SUM(map[[#This Row],[k8]:[k9]])", "INDIRECT(&quot;Map[@K9]&quot;)"] {
        let before = with_table(["Module", "K9", "K8", "S1"], formula);
        let there = migrated(&old, &new, "a.xlsx", &before);
        let left = &there.migration.left;
        assert!(left.len() == 2 && left[0].why.contains("heading of an Excel table"), "{formula}: {left:?}");
        assert_eq!(parts(&there.content), parts(&before), "{formula}");
    }
}

#[test]
fn headings_that_cannot_be_names_stay() {
    let [old, new] = versions();
    let sound = with_table(["Module", "K12", "K8", "S1"], "1");
    for (from, to) in [
        ("name=\"K12\"", "name=\"K\""),
        ("name=\"Module\"", "name=\"k7\""),
        ("displayName", "tableType=\"queryTable\" displayName"),
    ] {
        let mut all = parts(&sound);
        for (_, text) in all.iter_mut().filter(|(name, _)| name == TABLE) {
            *text = text.replace(from, to);
        }
        let all: Vec<(&str, &str)> = all.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        let there = migrated(&old, &new, "a.xlsx", &zipped(&all));
        assert_eq!(there.migration.left.len(), 2, "{to}");
        assert_eq!(parts(&there.content), parts(&zipped(&all)), "{to}");
    }
    assert_eq!(migrated(&old, &new, "a.xlsx", &sound).migration.left, []);
}
