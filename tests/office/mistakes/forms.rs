//! The forms in which the same standard is written.

use serde_json::{Map, Value, json};

use super::standard::{KINDS, Standard};
use crate::package::{item, lists, p, tbl, word};
use crate::workbooks::workbook;

/// A statement with its code.
fn coded(standard: &Standard) -> impl Iterator<Item = (&'static str, char, Vec<(String, &str)>)> {
    KINDS.iter().zip(&standard.statements).map(|((heading, _, letter), texts)| {
        let texts = (1..).zip(texts).map(|(number, text)| (format!("{letter}{number}"), &**text));
        (*heading, *letter, texts.collect())
    })
}

pub(crate) fn native_json(standard: &Standard) -> String {
    let fact = |label: &str| standard.facts.iter().find(|(own, _)| *own == label).expect("a fact").1;
    let number = |label: &str| -> u32 {
        fact(label).split(' ').next().and_then(|word| word.parse().ok()).expect("a number")
    };
    let duty = |(number, (text, codes)): (u32, &(String, Vec<String>))| json!({ "code": format!("D{number}"), "text": text, "ksbs": codes });
    let mut document = Map::new();
    for (key, value) in [
        ("kind", json!("apprenticeship")),
        ("reference", json!(fact("Reference"))),
        ("version", json!(fact("Version"))),
        ("status", json!(fact("Status"))),
        ("title", json!(standard.title)),
        ("level", json!(number("Level"))),
        ("route", json!(fact("Route"))),
        ("typicalDurationMonths", json!(number("Typical duration"))),
        ("summary", json!(standard.summary)),
        ("duties", (1..).zip(&standard.duties).map(duty).collect()),
    ] {
        document.insert(key.to_owned(), value);
    }
    for ((_, key, letter), texts) in KINDS.iter().zip(&standard.statements) {
        let statement =
            |(number, text): (u32, &String)| json!({ "code": format!("{letter}{number}"), "text": text });
        document.insert((*key).to_owned(), (1..).zip(texts).map(statement).collect());
    }
    format!("{:#}\n", Value::Object(document))
}

/// Lines with blank ones between them.
pub(crate) fn text(standard: &Standard) -> String {
    let mut lines = vec![standard.title.to_owned()];
    lines.extend(standard.facts.iter().map(|(label, value)| format!("{label}: {value}")));
    lines.push("Occupation summary".to_owned());
    lines.extend(standard.summary.clone());
    lines.push("Duties".to_owned());
    for (number, (text, codes)) in (1..).zip(&standard.duties) {
        lines.extend([format!("Duty {number}: {text}"), codes.join(" ")]);
    }
    for (heading, _, texts) in coded(standard) {
        lines.push(heading.to_owned());
        lines.extend(texts.iter().map(|(code, text)| format!("{code}: {text}")));
    }
    lines.join("\n\n") + "\n"
}

pub(crate) fn markdown(standard: &Standard) -> String {
    let mut out = format!("# {}\n\n", standard.title);
    for (label, value) in &standard.facts {
        out += &["- **", label, "**: ", value, "\n"].concat();
    }
    out += &["\n## Occupation summary\n\n", &standard.summary.join("\n\n"), "\n\n## Duties\n\n"].concat();
    out += "| Duty | KSBs |\n|---|---|\n";
    for (number, (text, codes)) in (1..).zip(&standard.duties) {
        out += &["| **Duty ", &number.to_string(), "** ", text, " | ", &codes.join(", "), " |\n"].concat();
    }
    for (heading, _, texts) in coded(standard) {
        out += &["\n## ", heading, "\n\n"].concat();
        for (code, text) in texts {
            out += &["- **", &code, "**: ", text, "\n"].concat();
        }
    }
    out
}

/// The rows of one table with everything.
fn rows(standard: &Standard) -> Vec<[String; 2]> {
    let pair = |one: &str, other: &str| [one.to_owned(), other.to_owned()];
    let mut rows = vec![pair("Title", standard.title)];
    rows.extend(standard.facts.iter().map(|(label, value)| pair(label, value)));
    rows.push(pair("Occupation summary", ""));
    rows.extend(standard.summary.iter().map(|text| pair(text, "")));
    rows.push(pair("Duty", "KSBs"));
    rows.extend(
        (1..)
            .zip(&standard.duties)
            .map(|(number, (text, codes))| [format!("Duty {number} {text}"), codes.join(", ")]),
    );
    for (heading, _, texts) in coded(standard) {
        rows.push(pair(heading, ""));
        rows.extend(texts.iter().map(|(code, text)| pair(code, text)));
    }
    rows
}

pub(crate) fn csv(standard: &Standard) -> String {
    let quoted = |text: &String| ["\"", &text.replace('"', "\"\""), "\""].concat();
    rows(standard).iter().map(|row| row.each_ref().map(quoted).join(",") + "\r\n").collect()
}

pub(crate) fn sheets(standard: &Standard) -> Vec<u8> {
    let all = rows(standard);
    let rows: Vec<Vec<&str>> = all.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    workbook(&[("Standard", rows.as_slice())])
}

/// Title, facts and summary as paragraphs.
fn head(standard: &Standard) -> String {
    let facts = standard.facts.iter().map(|(label, value)| p(&format!("{label}: {value}")));
    let summary = standard.summary.iter().map(|text| p(text));
    p(standard.title) + &facts.collect::<String>() + &p("Occupation summary") + &summary.collect::<String>()
}

pub(crate) fn word_paragraphs(standard: &Standard) -> Vec<u8> {
    let mut body = head(standard) + &p("Duties");
    for (number, (text, codes)) in (1..).zip(&standard.duties) {
        body += &(p(&format!("Duty {number} {text}")) + &p(&codes.join(" ")));
    }
    for (heading, _, texts) in coded(standard) {
        let texts = texts.iter().map(|(code, text)| p(&format!("{code}: {text}")));
        body += &(p(heading) + &texts.collect::<String>());
    }
    word(&body, "")
}

/// The numbers that Word generates are nowhere in the text.
pub(crate) fn word_numbered(standard: &Standard) -> Vec<u8> {
    let mut body = head(standard) + &p("Duties");
    for (text, codes) in &standard.duties {
        body += &(item(1, text) + &p(&codes.join(" ")));
    }
    for (list, (heading, _, texts)) in (2..).zip(coded(standard)) {
        body += &(p(heading) + &texts.iter().map(|(_, text)| item(list, text)).collect::<String>());
    }
    word(&body, &lists(&["Duty %1", "K%1:", "S%1:", "B%1:"]))
}

pub(crate) fn word_tables(standard: &Standard) -> Vec<u8> {
    let table = |rows: &[Vec<String>]| {
        let rows: Vec<Vec<&str>> = rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        tbl(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>())
    };
    let owned = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<String>>();
    let mut facts = vec![owned(&["Title", standard.title])];
    facts.extend(standard.facts.iter().map(|(label, value)| owned(&[label, value])));
    let summary: String = standard.summary.iter().map(|text| p(text)).collect();
    let mut body = table(&facts) + &p("Occupation summary") + &summary + &p("Duties");
    let mut duties = vec![owned(&[
        "No.",
        "Duty",
        "Criteria for measuring performance",
        "Knowledge",
        "Skills",
        "Behaviours",
    ])];
    for (number, (text, codes)) in (1..).zip(&standard.duties) {
        let of = |letter: char| {
            let own: Vec<&str> =
                codes.iter().map(String::as_str).filter(|code| code.starts_with(letter)).collect();
            own.join(", ")
        };
        let criteria = "It is done to time.";
        duties.push(owned(&[&number.to_string(), text, criteria, &of('K'), &of('S'), &of('B')]));
    }
    body += &table(&duties);
    for (heading, _, texts) in coded(standard) {
        let mut rows = vec![owned(&["Ref", "Statement", "Module"])];
        rows.extend(texts.iter().map(|(code, text)| owned(&[code, text, "Module 4"])));
        body += &(p(heading) + &table(&rows));
    }
    word(&body, "")
}

/// A draft that became the standard through tracked changes: words removed, words added, a paragraph inserted.
pub(crate) fn word_tracked(standard: &Standard) -> Vec<u8> {
    let run = |text: &str, tag: &str| format!("<w:r><w:{tag} xml:space=\"preserve\">{text}</w:{tag}></w:r>");
    let changed = |(at, (code, text)): (usize, &(String, &str))| {
        let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
        match at % 3 {
            0 => format!(
                "<w:p>{}<w:del w:id=\"1\">{}</w:del><w:ins w:id=\"2\">{}</w:ins></w:p>",
                run(&format!("{code}: {first} "), "t"),
                run("something else.", "delText"),
                run(rest, "t")
            ),
            1 => format!(
                "<w:p><w:pPr><w:rPr><w:ins w:id=\"3\"/></w:rPr></w:pPr><w:ins w:id=\"4\">{}</w:ins></w:p>",
                run(&format!("{code}: {text}"), "t")
            ),
            _ => format!(
                "{}<w:p><w:pPr><w:rPr><w:del w:id=\"5\"/></w:rPr></w:pPr><w:del w:id=\"6\">{}</w:del></w:p>",
                p(&format!("{code}: {text}")),
                run("K90: A statement that went.", "delText")
            ),
        }
    };
    let mut body = head(standard) + &p("Duties");
    for (number, (text, codes)) in (1..).zip(&standard.duties) {
        body += &(p(&format!("Duty {number} {text}")) + &p(&codes.join(" ")));
    }
    for (heading, _, texts) in coded(standard) {
        body += &(p(heading) + &texts.iter().enumerate().map(changed).collect::<String>());
    }
    word(&body, "")
}
