//! The same standard with the same fifteen mistakes in every form: the findings are the same, each at a place that a
//! person can find. The snapshot shows them as a table.

mod forms;
mod standard;

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use serde_json::Value;

use crate::Folder;
use crate::skipped::{Want, skip};
use standard::{MISTAKES, Standard};

/// How many forms there are if both other programs are available.
const FORMS: usize = 11;

/// What is found in a file: the place of each finding, by rule and subject.
type Found = BTreeMap<(String, String), String>;

fn found(folder: &Folder, name: &str) -> Found {
    let ran = folder.ksb(&["check", "--severity", "advice", "--format", "jsonl", name]);
    let one = |line: &str| {
        let found: Value = serde_json::from_str(line).expect("JSON");
        let text = |key: &str| found[key].as_str().unwrap_or_default().to_owned();
        let place = match found["locator"]["text"].as_str() {
            Some(place) => place.to_owned(),
            None => format!("line {}", found["line"]),
        };
        ((text("rule"), text("subject")), place)
    };
    ran.stdout.lines().map(one).collect()
}

/// The forms that are made here: the name of a file, and its bytes.
fn made(standard: &Standard) -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("native.json", forms::native_json(standard).into_bytes()),
        ("draft.txt", forms::text(standard).into_bytes()),
        ("draft.md", forms::markdown(standard).into_bytes()),
        ("draft.csv", forms::csv(standard).into_bytes()),
        ("draft.xlsx", forms::sheets(standard)),
        ("tables.docx", forms::word_tables(standard)),
        ("paragraphs.docx", forms::word_paragraphs(standard)),
        ("numbered.docx", forms::word_numbered(standard)),
        ("tracked.docx", forms::word_tracked(standard)),
    ]
}

/// Makes `LibreOffice` write the document with tables again. Returns its name.
fn by_libreoffice(folder: &Folder) -> Option<&'static str> {
    if Command::new("soffice").arg("--version").output().is_err() {
        skip(Want::Clients, "there is no LibreOffice (soffice) here");
        return None;
    }
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.path().display());
    let run = Command::new("soffice")
        .current_dir(folder.path())
        .args([&*profile, "--headless", "--convert-to", "docx", "--outdir", "written", "tables.docx"])
        .output()
        .expect("LibreOffice runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    folder.file("libreoffice.docx", &folder.bytes("written/tables.docx"));
    Some("libreoffice.docx")
}

/// Writes the native document as a Word document with headings, a duty table and lists.
const SCRIPT: &str = r#"
import docx, json
standard = json.load(open("native.json"))
document = docx.Document()
document.add_heading(standard["title"], 0)
facts = document.add_table(rows=0, cols=2)
months = f"{standard['typicalDurationMonths']} months"
for label, value in [("Reference", standard["reference"]), ("Version", standard["version"]), ("Level", standard["level"]),
                     ("Route", standard["route"]), ("Typical duration", months), ("Status", standard["status"])]:
    cells = facts.add_row().cells
    cells[0].text, cells[1].text = label, str(value)
document.add_heading("Occupation summary", 1)
for paragraph in standard["summary"]:
    document.add_paragraph(paragraph)
document.add_heading("Duties", 1)
duties = document.add_table(rows=1, cols=2)
duties.rows[0].cells[0].text, duties.rows[0].cells[1].text = "Duty", "KSBs"
for number, duty in enumerate(standard["duties"], 1):
    cells = duties.add_row().cells
    cells[0].text, cells[1].text = f"Duty {number} {duty['text']}", "\n".join(duty["ksbs"])
for heading in ["Knowledge", "Skills", "Behaviours"]:
    document.add_heading(heading, 1)
    for one in standard[heading.lower()]:
        paragraph = document.add_paragraph(style="List Bullet")
        paragraph.add_run(one["code"]).bold = True
        paragraph.add_run(": " + one["text"])
document.save("python-docx.docx")
"#;

/// Makes `python-docx` write the document. Returns its name.
fn by_python_docx(folder: &Folder) -> Option<&'static str> {
    if !Command::new("python3").args(["-c", "import docx"]).output().is_ok_and(|ran| ran.status.success()) {
        skip(Want::Clients, "there is no python3 with python-docx here");
        return None;
    }
    let run =
        Command::new("python3").current_dir(folder.path()).args(["-c", SCRIPT]).output().expect("it runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    Some("python-docx.docx")
}

#[test]
fn the_same_mistakes_are_found_in_every_form() {
    let folder = Folder::new();
    let mut names = Vec::new();
    for (name, bytes) in made(&standard::broken()) {
        folder.file(name, &bytes);
        names.push(name);
    }
    names.extend(by_libreoffice(&folder));
    names.extend(by_python_docx(&folder));
    let planted: BTreeSet<(String, String)> =
        MISTAKES.iter().map(|(rule, subject)| ((*rule).to_owned(), (*subject).to_owned())).collect();
    let all: Vec<(&str, Found)> = names.iter().map(|name| (*name, found(&folder, name))).collect();
    for (name, found) in &all {
        let found: BTreeSet<(String, String)> = found.keys().cloned().collect();
        let (more, less) = (found.difference(&planted), planted.difference(&found));
        let differences: Vec<_> =
            more.map(|one| ("more", one)).chain(less.map(|one| ("less", one))).collect();
        assert!(differences.is_empty(), "{name}: {differences:#?}");
    }
    for (name, found) in &all {
        for ((_, subject), place) in found {
            assert_place(&folder, name, subject, place);
        }
    }
    if all.len() == FORMS {
        insta::assert_snapshot!(table(&all));
    }
}

/// A finding about a statement is on the line that has its code, or in the table row that has it.
fn assert_place(folder: &Folder, name: &str, subject: &str, place: &str) {
    let Some(number) = subject[1..].parse::<usize>().ok().filter(|_| subject.starts_with(['K', 'S'])) else {
        return;
    };
    if let Some(line) = place.strip_prefix("line ").filter(|_| name != "native.json") {
        let text = String::from_utf8(folder.bytes(name)).expect("text");
        let line = text.lines().nth(line.parse::<usize>().expect("a number") - 1).unwrap_or_default();
        assert!(line.contains(subject), "{name}: {subject} is said to stand in {line}");
    }
    if place.starts_with("table ") {
        let table = if subject.starts_with('K') { 3 } else { 4 };
        let row = format!("table {table}, row {}, column ", number + 1);
        assert!(place.starts_with(&row), "{name}: {subject} is said to stand in {place}");
    }
}

/// Where each mistake was found in each form, as a table.
fn table(all: &[(&str, Found)]) -> String {
    let names: Vec<&str> = all.iter().map(|(name, _)| *name).collect();
    let row = |(rule, subject): &(&str, &str)| {
        let key = ((*rule).to_owned(), (*subject).to_owned());
        let place =
            |(_, found): &(&str, Found)| found.get(&key).map_or("not found", String::as_str).to_owned();
        format!("| {rule} {subject} | {} |\n", all.iter().map(place).collect::<Vec<_>>().join(" | "))
    };
    let head = format!("| mistake | {} |\n|---|{}\n", names.join(" | "), "---|".repeat(names.len()));
    head + &MISTAKES.iter().map(row).collect::<String>()
}
