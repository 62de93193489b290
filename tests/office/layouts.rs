//! The same draft in several layouts states the same, and has the same findings, each in its place.

use crate::Folder;
use crate::package::{item, lists, p, tbl, word};

const SUMMARY: [&str; 4] = [
    "This occupation is found in harbours.",
    "The broad purpose of the occupation is to keep passengers safe.",
    "In their daily work, an employee in this occupation interacts with the mate.",
    "An employee in this occupation will be responsible for mooring.",
];

const FACTS: [(&str, &str); 6] = [
    ("Reference", "ST9960"),
    ("Version", "1.1"),
    ("Level", "2"),
    ("Route", "Transport and logistics"),
    ("Typical duration", "18 months"),
    ("Status", "In development"),
];

/// The duties with the codes that are mapped to each. The last one has none.
const DUTIES: [(&str, &str); 3] = [
    ("Moor the ferry.", "K1 K2 S1 B1"),
    ("Help passengers on board.", "K3 S2 B1"),
    ("Keep the deck clean.", ""),
];

/// The statements: the third repeats a word, the fourth is not mapped to any duty.
const STATEMENTS: [(&str, &str, &[&str]); 3] = [
    (
        "Knowledge",
        "K",
        &["The tides.", "Types of mooring rope.", "The the rules of the harbour.", "Signals."],
    ),
    ("Skills", "S", &["Moor the ferry.", "Count passengers."]),
    ("Behaviours", "B", &["Stays calm."]),
];

fn head() -> String {
    let facts = FACTS.map(|(label, value)| p(&format!("{label}: {value}"))).concat();
    p("Ferry deckhand") + &facts + &p("Occupation summary") + &SUMMARY.map(p).concat()
}

fn paragraphs() -> Vec<u8> {
    let mut body = head() + &p("Occupation duties");
    for (number, (text, codes)) in (1..).zip(DUTIES) {
        body +=
            &(p(&format!("Duty {number} {text}")) + &if codes.is_empty() { String::new() } else { p(codes) });
    }
    for (heading, prefix, texts) in STATEMENTS {
        body += &p(heading);
        body += &(1..)
            .zip(texts)
            .map(|(number, text)| p(&format!("{prefix}{number}: {text}")))
            .collect::<String>();
    }
    word(&body, "")
}

fn numbered() -> Vec<u8> {
    let mut body = head() + &p("Occupation duties");
    for (text, codes) in DUTIES {
        body += &(item(1, text) + &if codes.is_empty() { String::new() } else { p(codes) });
    }
    for (list, (heading, _, texts)) in (2..).zip(STATEMENTS) {
        body += &(p(heading) + &texts.iter().map(|text| item(list, text)).collect::<String>());
    }
    word(&body, &lists(&["Duty %1", "K%1:", "S%1:", "B%1:"]))
}

fn tables() -> Vec<u8> {
    let facts = FACTS.map(|(label, value)| [label, value]);
    let facts: Vec<&[&str]> = facts.iter().map(<[&str; 2]>::as_slice).collect();
    let mut body = tbl(&[&["Title", "Ferry deckhand"]]) + &tbl(&facts);
    body += &(p("Occupation summary") + &SUMMARY.map(p).concat() + &p("Duties"));
    let duties = DUTIES.map(|(text, codes)| [text, "It is done to time.", codes].map(str::to_owned));
    let mut rows = vec![["Duty", "Criteria for measuring performance", "KSBs"].map(str::to_owned)];
    rows.extend((1..).zip(duties).map(|(number, [text, criteria, codes])| {
        [format!("Duty {number} {text}"), criteria, codes.replace(' ', "\n")]
    }));
    body += &table(&rows);
    for (heading, prefix, texts) in STATEMENTS {
        let head = ["Code", "Statement", "Module"].map(str::to_owned);
        let row = |(number, text): (u32, &&str)| {
            [format!("{prefix}{number}"), (*text).to_owned(), "Module 4".to_owned()]
        };
        let rows: Vec<[String; 3]> = std::iter::once(head).chain((1..).zip(texts).map(row)).collect();
        body += &(p(heading) + &table(&rows));
    }
    word(&body, "")
}

fn table<const N: usize>(rows: &[[String; N]]) -> String {
    let cells: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    tbl(&cells.iter().map(Vec::as_slice).collect::<Vec<_>>())
}

/// One table with everything, with the headings of its parts in separate rows.
fn one_table() -> Vec<u8> {
    let mut rows = vec![["Title".to_owned(), "Ferry deckhand".to_owned()]];
    rows.extend(FACTS.map(|(label, value)| [label.to_owned(), value.to_owned()]));
    rows.push(["Occupation summary".to_owned(), SUMMARY.join("\n")]);
    rows.push(["Duty".to_owned(), "KSBs".to_owned()]);
    rows.extend(
        (1..).zip(DUTIES).map(|(number, (text, codes))| [format!("Duty {number} {text}"), codes.to_owned()]),
    );
    for (heading, prefix, texts) in STATEMENTS {
        rows.push([heading.to_owned(), String::new()]);
        rows.extend((1..).zip(texts).map(|(number, text)| [format!("{prefix}{number}"), (*text).to_owned()]));
    }
    word(&table(&rows), "")
}

/// A column of codes for each kind, and statements after bullets.
fn columns() -> Vec<u8> {
    let mut rows = vec![["No.", "Duty", "Knowledge", "Skills", "Behaviours"].map(str::to_owned)];
    rows.extend((1..).zip(DUTIES).map(|(number, (text, codes)): (u32, _)| {
        let of = |kind: char| {
            let own: Vec<&str> = codes.split(' ').filter(|code| code.starts_with(kind)).collect();
            own.join("\n")
        };
        [number.to_string(), text.to_owned(), of('K'), of('S'), of('B')]
    }));
    let mut body = head() + &table(&rows);
    for (heading, prefix, texts) in STATEMENTS {
        let items = (1..).zip(texts).map(|(number, text)| item(1, &format!("{prefix}{number} {text}")));
        body += &(p(heading) + &items.collect::<String>());
    }
    word(&body, &lists(&["•"]).replace("decimal", "bullet"))
}

#[test]
fn each_layout_states_the_same() {
    let folder = Folder::new();
    folder.file("paragraphs.docx", &paragraphs());
    let expected = folder.converted("paragraphs.docx");
    assert_eq!(expected["duties"].as_array().map(Vec::len), Some(3));
    assert_eq!(expected["typicalDurationMonths"], 18);
    for (name, bytes) in [
        ("numbered.docx", numbered()),
        ("tables.docx", tables()),
        ("one.docx", one_table()),
        ("columns.docx", columns()),
    ] {
        folder.file(name, &bytes);
        assert_eq!(folder.converted(name), expected, "{name}");
    }
}

#[test]
fn findings_stand_where_a_person_finds_them() {
    let folder = Folder::new();
    for (name, bytes, duty, repeated, unmapped) in [
        ("paragraphs.docx", paragraphs(), "paragraph 18", "paragraph 22", "paragraph 23"),
        ("numbered.docx", numbered(), "paragraph 18", "paragraph 22", "paragraph 23"),
        (
            "tables.docx",
            tables(),
            "table 3, row 4, column 1",
            "table 4, row 4, column 2",
            "table 4, row 5, column 1",
        ),
        (
            "one.docx",
            one_table(),
            "table 1, row 12, column 1",
            "table 1, row 16, column 2",
            "table 1, row 17, column 1",
        ),
        ("columns.docx", columns(), "table 1, row 4, column 2", "paragraph 16", "paragraph 17"),
    ] {
        folder.file(name, &bytes);
        let found = folder.found(name);
        for expected in [
            format!("{duty}: duty-without-ksbs"),
            format!("{repeated}: repeated-word"),
            format!("{unmapped}: unmapped-ksb"),
        ] {
            assert!(found.contains(&expected), "{name}: {expected} is not among {found:#?}");
        }
        assert!(found.iter().all(|one| !one.contains("unread")), "{name}: {found:#?}");
    }
}

#[test]
fn every_report_says_the_place() {
    let folder = Folder::new();
    folder.file("draft.docx", &tables());
    let place = "table 3, row 4, column 1";
    let shown = |format: &str| folder.ksb(&["check", "--format", format, "draft.docx"]).stdout;
    for (format, expected) in [
        ("concise", format!("draft.docx: {place}: error[duty-without-ksbs]")),
        ("full", format!("[draft.docx: {place}]")),
        ("narrated", format!("error in draft.docx, {place}: ")),
        ("markdown", format!("| {place} | **error** |")),
        ("github", format!("file=draft.docx::{place}: ")),
        ("gitlab", format!("\"description\": \"{place}: ")),
        ("junit", format!("duty-without-ksbs: D3 ({place})")),
        ("sarif", format!("\"name\": \"{place}\"")),
        ("json", format!("\"text\": \"{place}\"")),
    ] {
        let shown = shown(format);
        assert!(shown.contains(&expected), "{format}: {shown}");
    }
    let full = shown("full");
    assert!(
        !full.contains(":1")
            && !full
                .lines()
                .any(|line| line.trim_start().starts_with(char::is_numeric) && line.contains('│')),
        "{full}"
    );
}
