use super::*;
use crate::model::Document;
use crate::read::read;
use crate::report::Style;
use crate::source::{Source, SourceId};

/// K2 is an orphan; D2 has no skills, and K9, which is mapped to it, does not exist; D3 has nothing mapped to it.
const HOLES: &str = r#"{ "kind": "apprenticeship", "reference": "ST9999", "version": "1.0", "title": "<b>Kite</b> | maker",
"duties": [
  { "code": "D1", "text": "=Make kites.", "ksbs": ["K1", "S1", "B1"] },
  { "code": "D2", "text": "Fly kites.", "ksbs": ["K1", "K9", "B1"] },
  { "code": "D3", "text": "Mend kites.", "ksbs": [] }
],
"knowledge": [{ "code": "K1", "text": "Wind." }, { "code": "K2", "text": "Rain, \"hail\" & snow." }],
"skills": [{ "code": "S1", "text": "Sew." }],
"behaviours": [{ "code": "B1", "text": "Care." }] }"#;

const STYLE: Style = Style { width: 80, colour: false, unicode: false, limit: 0 };

fn matrix(text: &str) -> Result<Matrix, &'static str> {
    let source = Source::new(SourceId(0), "a.json", text);
    let reading = read(&source, None);
    match reading.document {
        Some(Document::Standard(standard)) => Matrix::new(&standard),
        _ => Err("no standard"),
    }
}

fn gaps() -> Matrix {
    matrix(HOLES).expect("a mapping")
}

#[test]
fn every_hole_is_named() {
    let said: Vec<String> = gaps().gaps.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "K2 is not mapped to any duty",
            "D2 has no skills mapped to it",
            "K9 is mapped to D2, but the document has no K9",
            "D3 has no statements mapped to it",
        ]
    );
}

#[test]
fn the_terminal_marks_holes_beside_their_zeros() {
    let expected = "\
<b>Kite</b> | maker, ST9999, version 1.0

Knowledge statements
         K1  K2 all
  D1      x   .   1
  D2      x   .   1
  D3      .   .   0!
  duties  2   0!

Skills
         S1 all
  D1      x   1
  D2      .   0!
  D3      .   0!
  duties  1
";
    let out = terminal::render(&gaps(), &STYLE);
    assert!(out.starts_with(expected), "{out}");
    assert!(out.ends_with("\nGaps\n  K2 is not mapped to any duty\n  D2 has no skills mapped to it\n  K9 is mapped to D2, but the document has no K9\n  D3 has no statements mapped to it\n"), "{out}");
    assert!(terminal::render(&gaps(), &Style { unicode: true, ..STYLE }).contains("  D1      ●   ·   1\n"));
}

#[test]
fn a_wide_table_is_shown_in_pieces() {
    let statements: Vec<String> =
        (1..=30).map(|n| format!("{{ \"code\": \"K{n}\", \"text\": \"Fact {n}.\" }}")).collect();
    let text = HOLES.replace("{ \"code\": \"K1\", \"text\": \"Wind.\" }, ", "");
    let text = text.replace("\"knowledge\": [", &format!("\"knowledge\": [{},", statements.join(",")));
    let out = terminal::render(&matrix(&text).expect("a mapping"), &Style { width: 40, ..STYLE });
    assert!(out.lines().take_while(|line| *line != "Holes").all(|line| line.len() <= 40), "{out}");
    let knowledge = out.split("\nSkills\n").next().expect("a first part");
    assert_eq!(knowledge.matches("  D1 ").count(), 6, "{out}");
    assert!((1..=30).all(|n| knowledge.contains(&format!(" K{n} "))), "{out}");
}

#[test]
fn markdown_has_bold_holes_and_no_markup_of_the_document() {
    let out = markdown::render(&gaps());
    assert!(out.starts_with("## &lt;b&gt;Kite&lt;/b&gt; &#124; maker, ST9999"), "{out}");
    let table = "\n### Knowledge statements\n\n| duty | K1 | K2 | all |\n| --- | :-: | :-: | :-: |\n| D1 | ● |  | 1 |\n\
                 | D2 | ● |  | 1 |\n| D3 |  |  | **0** |\n| duties | 2 | **0** |  |\n";
    assert!(out.contains(table), "{out}");
    assert!(out.contains("\n### Gaps\n\n- K2 is not mapped to any duty\n"), "{out}");
}

#[test]
fn csv_is_a_line_for_each_duty() {
    let expected = "duty,text,K1,K2,S1,B1,missing_kinds\n\
                    ,,Wind.,\"Rain, \"\"hail\"\" & snow.\",Sew.,Care.,\n\
                    D1,'=Make kites.,x,,x,x,\n\
                    D2,Fly kites.,x,,,x,skills\n\
                    D3,Mend kites.,,,,,knowledge statements; skills; behaviours\n\
                    duties,,2,0,1,2,\n";
    assert_eq!(csv::render(&gaps()), expected);
}

#[test]
fn the_page_says_in_words_what_signs_show() {
    let out = html::render(&gaps());
    assert!(!out.contains("<b>Kite") && out.contains("&lt;b&gt;Kite&lt;/b&gt;"), "{out}");
    for expected in [
        "<html lang=\"en-GB\">",
        "<th scope=\"col\" class=\"hole\" title=\"Rain, &quot;hail&quot; &amp; snow.\">K2</th>",
        "<td><span class=\"cell kept\" aria-hidden=\"true\">●</span><span class=\"vh\">mapped</span></td>",
        "<td class=\"total hole\">0 !<span class=\"vh\"> K2 is not mapped to any duty</span></td>",
        "<td class=\"total hole\">0 !<span class=\"vh\"> D2 has no skills mapped to it</span></td>",
        "<td class=\"total hole\">0 !<span class=\"vh\"> K2 is not mapped to any duty</span></td><td class=\"total\">2</td>",
        "<li>D3 has no statements mapped to it</li>",
    ] {
        assert!(out.contains(expected), "{expected}: {out}");
    }
}

#[test]
fn an_unreadable_mapping_is_no_hole() {
    let text = HOLES.replace("[\"K1\", \"K9\", \"B1\"]", "\"K1\"");
    let matrix = matrix(&text).expect("a mapping");
    let said: Vec<String> = matrix.gaps.iter().map(ToString::to_string).collect();
    assert_eq!(said, ["the mapping of D2 cannot be read", "D3 has no statements mapped to it"]);
    assert!(terminal::render(&matrix, &STYLE).contains("  D2      ?   ?   ?\n"));
}

#[test]
fn without_a_mapping_there_is_no_matrix() {
    let unmapped = ["[\"K1\", \"S1\", \"B1\"]", "[\"K1\", \"K9\", \"B1\"]"]
        .iter()
        .fold(HOLES.to_owned(), |text, codes| text.replace(codes, "[]"));
    assert!(matrix(&unmapped).is_err_and(|why| why.contains("does not say which statements")));
    let none = "{ \"kind\": \"apprenticeship\", \"title\": \"Kite maker\", \"duties\": [] }";
    assert!(matrix(none).is_err_and(|why| why.contains("document has no duties")));
    let unit = "{ \"kind\": \"apprenticeship-unit\", \"title\": \"Kites\" }";
    assert!(matrix(unit).is_err_and(|why| why.contains("has no duties")));
}
