//! A renumbering like that of a real pair, in documents that real programs write and read: one of twenty statements
//! removed, seventeen renumbered.

use std::fmt::Write as _;
use std::fs;
use std::process::Command;

use crate::made_up::TEXTS;
use crate::scratch::Scratch;
use crate::skipped::{Want, skip};

/// The number of the statement that the new version does not have.
const REMOVED: usize = 3;

/// Twenty knowledge statements and four skills, without that one if it is the new version.
fn version(is_new: bool) -> String {
    let all: Vec<&str> = TEXTS.concat();
    let mut text = format!("ST9905\nVersion 1.{}\n\nDuty 1 Run the ferry\nKSBs: K1 S1\n", u8::from(is_new));
    for (letter, heading, texts) in [("K", "Knowledge", &all[..20]), ("S", "Skills", &all[20..])] {
        writeln!(text, "\n{heading}").expect("a string takes a line");
        let kept = texts.iter().enumerate().filter(|(at, _)| !(is_new && letter == "K" && at + 1 == REMOVED));
        for (number, (_, line)) in (1..).zip(kept) {
            writeln!(text, "{letter}{number}: {line}").expect("a string takes a line");
        }
    }
    text
}

/// Weeks, and what each of them cites: every statement alone, then lists and ranges.
fn weeks(is_new: bool) -> Vec<String> {
    let code = |number: usize| format!("K{}", if is_new && number > REMOVED { number - 1 } else { number });
    let mut all: Vec<String> = (1..=20).map(code).collect();
    all.push(format!("{}, {} & S2", code(9), code(10)));
    all.push(format!("{}-{}", code(10), code(14)));
    all.push(format!("S1, {} and {}", code(20), code(2)));
    all
}

/// Writes `a.xlsx` and `a.docx` with the weeks from `weeks.txt`, with the codes in bold, in runs as a person would
/// leave them.
const WRITE: &str = r#"
import docx, openpyxl
weeks = open("weeks.txt").read().splitlines()
book = openpyxl.Workbook()
book.active.append(["Week", "KSBs", "Room"])
for number, codes in enumerate(weeks, 1):
    book.active.append([number, codes, f"B{number}"])
book.save("a.xlsx")
document = docx.Document()
document.add_heading("KSBs by week")
table = document.add_table(rows=1, cols=2)
table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Week", "KSBs"
for number, codes in enumerate(weeks, 1):
    cells = table.add_row().cells
    cells[0].text = str(number)
    paragraph = cells[1].paragraphs[0]
    half = len(codes) // 2
    paragraph.add_run(codes[:half]).bold = True
    paragraph.add_run(codes[half:])
document.save("a.docx")
"#;

const READ: &str = r#"
import docx, openpyxl
for row in list(openpyxl.load_workbook("out/a.xlsx").active.iter_rows(values_only=True))[1:]:
    assert row[2] == f"B{row[0]}", row
    print(row[1])
print("---")
for row in docx.Document("out/a.docx").tables[0].rows[1:]:
    print(row.cells[1].text)
"#;

fn python(scratch: &Scratch, script: &str) -> Option<String> {
    let run = Command::new("python3").current_dir(scratch.path()).args(["-c", script]).output().ok()?;
    run.status.success().then(|| String::from_utf8(run.stdout).expect("text"))
}

#[test]
fn no_code_is_wrong_in_any_format() {
    let (old, new) = (weeks(false), weeks(true));
    let csv = |weeks: &[String]| {
        let row = |(week, codes): (usize, &String)| format!("{},\"{codes}\",B{0}\n", week + 1);
        "Week,KSBs,Room\n".to_owned() + &weeks.iter().enumerate().map(row).collect::<String>()
    };
    let markdown = |weeks: &[String]| {
        let row = |codes: &String| format!("## Week\n\nKSBs: {codes}\n\n");
        "# Scheme of work\n\n".to_owned() + &weeks.iter().map(row).collect::<String>()
    };
    let scratch = Scratch::new(&[
        ("old.txt", &version(false)),
        ("new.txt", &version(true)),
        ("weeks.txt", &old.join("\n")),
        ("a.csv", &csv(&old)),
        ("a.md", &markdown(&old)),
    ]);
    let is_written = python(&scratch, WRITE).is_some();
    let mut args = vec!["migrate", "old.txt", "new.txt", "a.csv", "a.md", "-o", "out"];
    if is_written {
        args.extend(["a.xlsx", "a.docx"]);
    } else {
        skip(Want::Clients, "there is no python3 with python-docx and openpyxl here");
    }
    let (code, out, err) = scratch.run(&args);
    assert_eq!((code, err.as_str()), (1, ""), "{out}");
    assert_eq!(out.matches("K3 was removed: this is the old code").count(), args.len() - 5, "{out}");
    let read = |name: &str| fs::read_to_string(scratch.path().join("out").join(name)).expect("a file");
    // Only the notes are new.
    let bare = |text: &str| {
        text.lines()
            .map(|line| line.split(" <!--").next().unwrap_or_default())
            .fold(String::new(), |all, line| all + line + "\n")
    };
    assert_eq!(bare(&read("a.md")), markdown(&new));
    let columns =
        |line: &str| line.rsplit_once(',').map_or_else(String::new, |(kept, _)| kept.to_owned() + "\n");
    assert_eq!(read("a.csv").lines().map(columns).collect::<String>(), csv(&new));
    if is_written {
        let shown = python(&scratch, READ).expect("python reads what was moved");
        let expected = new.join("\n");
        assert_eq!(shown.trim(), format!("{expected}\n---\n{expected}"));
        in_libreoffice(&scratch, &new);
    }
}

/// What `LibreOffice` makes of the workbook and the document.
fn in_libreoffice(scratch: &Scratch, weeks: &[String]) {
    if Command::new("soffice").arg("--version").output().is_err() {
        skip(Want::Clients, "there is no LibreOffice (soffice) here");
        return;
    }
    let profile = format!("-env:UserInstallation=file://{}/profile", scratch.path().display());
    for (name, ending) in [("a.xlsx", "csv"), ("a.docx", "txt:Text")] {
        let run = Command::new("soffice")
            .current_dir(scratch.path())
            .args([&*profile, "--headless", "--convert-to", ending, "--outdir", "read"])
            .arg(format!("out/{name}"))
            .output()
            .expect("LibreOffice runs");
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    }
    let read = |name: &str| fs::read_to_string(scratch.path().join("read").join(name)).expect("a file");
    let rows = read("a.csv");
    for (number, (line, codes)) in (1..).zip(rows.lines().skip(1).zip(weeks)) {
        assert!(line.replace('"', "").starts_with(&format!("{number},{codes},B{number}")), "{line}");
    }
    let lines = read("a.txt");
    let found: Vec<&str> = lines.lines().filter(|line| weeks.iter().any(|codes| codes == line)).collect();
    assert_eq!(found, weeks.iter().map(String::as_str).collect::<Vec<_>>());
}
