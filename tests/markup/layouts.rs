//! Where things are in the file, what is reported about anything that is not read, and what is not a draft.

use ksb::check::check;
use ksb::config::Config;
use ksb::model::Document;
use ksb::read::read;
use serde_json::{Value, json};

use super::{file, stated};

/// What is in the file where the findings of a draft point.
fn pointed_at(name: &str, text: &str) -> Vec<(&'static str, String)> {
    let source = file(name, text);
    let reading = read(&source, None);
    let found = check(&reading, &Config::default());
    found.iter().map(|one| (one.rule, source.slice(one.primary().span).to_owned())).collect()
}

#[test]
fn findings_point_into_the_file() {
    let draft = "# Knowledge\n\n- **K1:** The the *law* &amp; so  on.\n- K2: The\n  the law.\n\n# Skills\n\n| Code | Text |\n|-|-|\n\
                 | S1 | Wash  it \\| dry it. |\n";
    let expected = [
        ("repeated-word", "the"),
        ("stray-whitespace", "  "),
        ("repeated-word", "the"),
        ("stray-whitespace", "  "),
    ];
    assert_eq!(pointed_at("x.md", draft), expected.map(|(rule, text)| (rule, text.to_owned())));
    let cells =
        "Code,Text\nK1,\"The the \"\"law\"\" of wax, now.\"\nS1,\"Wash  it in a bowl.\"\n B1 ,Cares  much.\n";
    let expected = [("repeated-word", "the"), ("stray-whitespace", "  "), ("stray-whitespace", "  ")];
    assert_eq!(pointed_at("x.csv", cells), expected.map(|(rule, text)| (rule, text.to_owned())));
}

#[test]
fn a_tab_among_words_parts_no_cells() {
    let text = "# Knowledge\n\n- K1: The law\ton wax and `\\\tbees`.\n- K2: How wax is kept.\n";
    let source = file("x.md", text);
    let reading = read(&source, None);
    assert_eq!(stated(&reading, &source)["knowledge"][0]["text"], "The law on wax and \\ bees.");
    assert_eq!(reading.diagnostics, []);
}

#[test]
fn what_is_left_out_is_told() {
    let text = "# Knowledge\n\n- K1: The law[^1].\n- K2: Wax ~~or~~ and <del>the\n  old</del> honey[^2].\n- ~~K3: Gone.~~\n\n<p>K4: Bees <s>or <b>wasps</b></s>.</p>\n\n```\nK3: No.\n```\n\n<p align=\"center\"><img src=\"x\"></p>\n\n\
                # Skills\n\n- S1: Wash.\n\n[^1]: An Act.\n[^2]: Of bees.\n";
    let source = file("x.md", text);
    let reading = read(&source, None);
    let told: Vec<(&str, &str)> =
        reading.diagnostics.iter().map(|one| (&*one.message, source.slice(one.primary().span))).collect();
    let expected = [
        ("2 footnotes are not read", "[^1]"),
        ("4 pieces of struck-out text are not read", "~~or~~"),
        ("a block of code is not read", "K3: No.\n"),
    ];
    assert_eq!(told, expected);
    let expected = json!([
        { "code": "K1", "text": "The law." },
        { "code": "K2", "text": "Wax and honey." },
        { "code": "K4", "text": "Bees ." },
    ]);
    assert_eq!(stated(&reading, &source)["knowledge"], expected);
}

/// A table of key facts is a document, unless it says more than what standards state.
#[test]
fn key_facts_alone_are_a_document() {
    let facts = "Field,Value\nTitle,Hedge keeper\nReference:,ST9921\nLevel,3\nRoute,\n";
    for text in [facts.to_owned(), facts.replace(',', "\t"), facts.replacen("Field,Value\n", "", 1)] {
        let source = file("x.csv", &text);
        let reading = read(&source, None);
        assert_eq!(stated(&reading, &source)["reference"], "ST9921", "{text}");
    }
    for other in ["Apprentice,Ann\n", "Evidence,K1\n", "Title,Hedge keeper,\"by Ann\"\n"] {
        let reading = read(&file("x.csv", &format!("{facts}{other}")), None).document.map(|_| ());
        assert_eq!(reading, None, "{other}");
    }
}

/// A text that only lists statements under a title says nothing about the facts of a standard.
#[test]
fn a_title_alone_promises_no_facts() {
    let text = "Hedge keeper\n\nDuties\nDuty 1 Lay hedges. K1 S1\n\nKnowledge\nK1: The law on hedges.\n\nSkills\nS1: Lay a hedge.\n";
    let has_level = |text: &str| {
        let source = file("x.txt", text);
        let config = Config::default();
        check(&read(&source, None), &config).iter().any(|found| found.rule == "missing-level")
    };
    assert!(!has_level(text));
    assert!(has_level(&text.replacen("keeper\n", "keeper\nReference: ST9921\n", 1)));
    assert!(has_level(&text.replacen("keeper\n", "keeper\nLays hedges and keeps them.\n", 1)));
}

#[test]
fn what_is_no_draft_is_refused_once() {
    let plan = "# Assessment plan\n\n## Assessment methods\n\n| KSB | Method |\n|-|-|\n| K1: The law on hedges. | Test |\n\
                | S1: Lay a hedge. | Observation |\n\n## Grading descriptors\n\n## Roles and responsibilities\n";
    let deep = format!(
        "# Knowledge\n\n{}K1: The law on hedges.\n\n# Skills\n\nS1: Lay a hedge.\n",
        "> ".repeat(200)
    );
    for (name, text, message) in [
        ("a.md", "# Tool\n\n- fast\n- small\n\n| Key | Value |\n|-|-|\n| K1 | a |\n| S1 | b |\n", "Markdown"),
        ("b.md", plan, "assessment plan"),
        ("c.md", &*deep, "Markdown"),
        ("d.csv", "name,price\ntea,3\njam,2\nK1,4\nS1,5\n", "comma"),
        ("e.csv", "item\ntea\njam\n", "no duties"),
        ("f.tsv", "name\tprice\ntea\t3\n", "comma"),
    ] {
        let source = file(name, text);
        let reading = read(&source, None);
        let found: Vec<&str> = reading.diagnostics.iter().map(|one| one.rule).collect();
        assert_eq!(found, ["unrecognised-format"], "{name}");
        assert!(
            reading.diagnostics[0].message.contains(message),
            "{name}: {}",
            reading.diagnostics[0].message
        );
        assert!(reading.document.is_none());
    }
}

#[test]
fn facts_may_stand_in_front_matter() {
    let text = "---\ntitle: 'Hedge keeper'\nreference: ST9921\nlayout: page\nlevel: 3\n---\n# Hedge keeper\n\n# Knowledge\n\n\
                - K1: The law.\n\n# Skills\n\n- S1: Lay a hedge.\n";
    let source = file("x.md", text);
    let reading = read(&source, None);
    let Some(Document::Standard(standard)) = &reading.document else { panic!("a standard") };
    let title = standard.facts.title.stated().expect("a title");
    assert_eq!((title.as_str(), source.slice(title.span())), ("Hedge keeper", "Hedge keeper"));
    assert_eq!(standard.facts.level.stated().map(|level| level.value), Some(3));
    assert_eq!(reading.diagnostics, []);
}

#[test]
fn the_heads_of_a_table_are_no_facts() {
    let body = "K1,The law on hedges.,Y,3\nS1,Lay a hedge by hand.,,\nB1,Cares for each hedge.,,\n";
    for (head, unread) in [("KSB,Description,Met?,Hours", 0), ("Ours,What it says,Met?,Hours", 4)] {
        let text = format!("{head}\n{body}");
        let source = file("x.csv", &text);
        let reading = read(&source, None);
        let Some(Document::Standard(standard)) = &reading.document else { panic!("a standard") };
        assert!(
            standard.facts.title.stated().is_none() && standard.facts.overview.stated().is_none(),
            "{head}"
        );
        assert_eq!(stated(&reading, &source)["knowledge"].as_array().map(Vec::len), Some(1));
        let parts: Vec<&str> = reading.diagnostics.iter().map(|one| &*one.message).collect();
        assert_eq!(
            parts.iter().any(|part| part.starts_with(&format!("{unread} parts of the head"))),
            unread > 0
        );
    }
}

#[test]
fn labels_and_codes_are_no_titles() {
    let rows = "KSB,Statement,Met\nK1,The law on hedges and walls.,\nS1,Lay a hedge by hand.,\nB1,Cares for each hedge.,\n";
    for above in ["Start date:,01/09/2026,\n", "K1,,\n"] {
        let text = format!("{above},,\n{rows}");
        let source = file("x.csv", &text);
        let reading = read(&source, None);
        let Some(Document::Standard(standard)) = &reading.document else { panic!("a standard") };
        assert!(standard.facts.title.stated().is_none(), "{above}");
        assert_eq!(standard.statements.items().len(), 3);
    }
}

#[test]
fn the_texts_of_a_table_with_types_stand_in_the_column_that_is_left() {
    let text = "Ref,Type,What the person must know or do,Duties\nK1,Knowledge,The law on hedges.,D1\n\
                S1,Skill,Lay a hedge by hand.,D1\n\nDuty,Text\nD1,Keep hedges.\n";
    let source = file("x.csv", text);
    let reading = read(&source, None);
    let stated = stated(&reading, &source);
    assert_eq!(stated["knowledge"][0]["text"], "The law on hedges.");
    assert_eq!(stated["duties"][0]["ksbs"].as_array().map(Vec::len), Some(2));
    assert_eq!(reading.diagnostics, []);
}

#[test]
fn the_sessions_of_a_scheme_of_work_are_no_duties() {
    let text = "# KSBs\n\n| Code | Text |\n|-|-|\n| K1 | The law on hedges. |\n| S1 | Lay a hedge by hand. |\n| B1 | Cares for each hedge. |\n\n# Scheme of work\n\n\
                | Week | Session | KSBs covered |\n|-|-|-|\n| 1 | Hedges | K1, S1 |\n| 2 | Walls | K1 |\n";
    let source = file("x.md", text);
    let reading = read(&source, None);
    let Some(Document::Standard(standard)) = &reading.document else { panic!("a standard") };
    assert_eq!((standard.duties.items().len(), standard.statements.items().len()), (0, 3));
    assert!(reading.diagnostics.iter().any(|one| one.message.starts_with("2 parts of the table")));
}

/// A list below a statement is part of its text, with its marks, as in published texts; a mark alone does not count.
#[test]
fn a_list_below_a_statement_is_part_of_it() {
    let text = "Knowledge\nK1: The tools, including:\n• the billhook\n• the mallet.\n>\n\nK2: The seasons.\nSkills\nS1: Lay a hedge.\n";
    let markdown = "# Knowledge\n\n- K1: The tools, including:\n  - the billhook\n  - the mallet.\n- K2: The seasons.\n- S1: Lay a hedge.\n";
    for (name, text) in [("x.txt", text), ("x.md", markdown)] {
        let source = file(name, text);
        let native = stated(&read(&source, None), &source);
        let texts: Vec<_> = (0..3).map(|at| native["knowledge"][at]["text"].as_str()).collect();
        let expected =
            [Some("The tools, including: • the billhook • the mallet."), Some("The seasons."), None];
        assert_eq!(texts, expected, "{name}");
    }
}

/// Duties with the statements that are mapped to them in full below them.
const BELOW: &str = "Hedge keeper\nDuty 1 Lay hedges.\nK1: The law\non hedges.\nS1: Lay a hedge.\n\n\
                Duty 2 Trim hedges.\nK1: The law on hedges.\nK3: The blades.\nS2: Trim a hedge.\n\n\
                Duty 3 Feed hedges.\nK2: The soils.\nS1: Lay a hedge.\n";

/// The same in other forms: with marks, with the list of all statements before or after, with headings, in tables.
fn forms_of_below() -> Vec<(&'static str, String)> {
    let text = BELOW;
    let kinds = "# Duty 1 Lay hedges.\n## Knowledge\n- K1: The law on hedges.\n\n## Skills\n- S1: Lay a hedge.\n\n\
                 # Duty 2 Trim hedges.\n## Knowledge\n- K1: The law on hedges.\n- K3: The blades.\n\n## Skills\n- S2: Trim a hedge.\n\n\
                 # Duty 3 Feed hedges.\n## Knowledge\n- K2: The soils.\n\n## Skills\n- S1: Lay a hedge.\n";
    let list = "K1: The law on hedges.\nK2: The soils.\nK3: The blades.\n\nSkills\nS1: Lay a hedge.\nS2: Trim a hedge.\n";
    let tables =
        kinds.replace("- K", "\n| Code | Text |\n|-|-|\n| K").replace("- S", "\n| Code | Text |\n|-|-|\n| S");
    let tables = tables
        .replace("\n\n| Code | Text |\n|-|-|\n| K3", "\n| K3")
        .replace(": ", " | ")
        .replace(".\n", ". |\n");
    let tables = tables.replace("hedges. |\n##", "hedges.\n##");
    vec![
        ("a.txt", text.to_owned()),
        ("b.txt", text.replace("\nK", "\n• K").replace("\nS", "\n• S")),
        ("c.txt", format!("{text}\nKnowledge\n{list}")),
        ("d.txt", format!("{text}\n{list}").replace("\nSkills\n", "")),
        ("e.txt", text.replace("keeper\n", &format!("keeper\nKnowledge\n{list}\nDuties\n"))),
        ("f.md", kinds.to_owned()),
        (
            "g.md",
            format!(
                "{kinds}\n# Knowledge\n{}",
                list.replace("\nK", "\n- K").replace("\nS", "\n- S").replace("- Skills", "# Skills")
            ),
        ),
        ("h.md", tables),
    ]
}

/// A duty may have the statements that are mapped to it in full below it; what is repeated in the same words is one
/// statement.
#[test]
fn statements_below_each_duty_are_mapped_to_it() {
    for (name, text) in forms_of_below() {
        let source = file(name, &text);
        let reading = read(&source, None);
        let native = stated(&reading, &source);
        let duties = native["duties"].as_array().expect("duties");
        let mapping: Vec<&Value> = duties.iter().map(|duty| &duty["ksbs"]).collect();
        assert_eq!(
            mapping,
            [&json!(["K1", "S1"]), &json!(["K1", "K3", "S2"]), &json!(["K2", "S1"])],
            "{name}"
        );
        let codes =
            |list: &str| native[list].as_array().expect(list).iter().map(|one| one["code"].clone()).collect();
        let codes: [Vec<Value>; 2] = ["knowledge", "skills"].map(codes);
        assert_eq!(json!(codes), json!([["K1", "K2", "K3"], ["S1", "S2"]]), "{name}");
        assert_eq!(native["knowledge"][0]["text"], "The law on hedges.", "{name}");
        assert_eq!(reading.diagnostics, [], "{name}");
    }
    let differs = BELOW.replace("K2: The soils.", "K1: The law on soils.");
    let found: Vec<String> = pointed_at("x.txt", &differs)
        .into_iter()
        .filter(|(rule, _)| *rule == "duplicate-code")
        .map(|(_, at)| at)
        .collect();
    assert_eq!(found, ["K1"]);
    let once = differs
        .replace("K1: The law on hedges.", "K4: The seasons.")
        .replace("Feed hedges.\nK1: The law on soils.\nS1", "Feed hedges.\nK2: The soils.\nS3");
    assert!(pointed_at("x.txt", &once).iter().any(|(rule, _)| *rule == "mapping-not-stated"));
}

/// A grid may give the numbers of duties that are listed without numbers.
#[test]
fn numbers_in_a_grid_count_duties_without_codes() {
    let text = "# Duties\n\n- Lay hedges.\n- Trim hedges.\n\n# Knowledge\n\n- K1: The law on hedges.\n- K2: The blades.\n\n\
                # Mapping\n\n| | K1 | K2 |\n|-|-|-|\n| Duty 1 | x | x |\n| Duty 2 | | x |\n";
    let mapping = |text: &str| -> Vec<Value> {
        let source = file("x.md", text);
        let native = stated(&read(&source, None), &source);
        let duties = native["duties"].as_array().expect("duties");
        duties.iter().map(|duty| duty["ksbs"].clone()).collect()
    };
    assert_eq!(mapping(text), [json!(["K1", "K2"]), json!(["K2"])]);
    // A number that no duty has may mean that one is missing from the list.
    assert_eq!(mapping(&text.replace("Duty 2", "Duty 3")), [Value::Null, Value::Null]);
}
