//! What real programs make of the files: `python-docx`, `openpyxl` and `LibreOffice` read what was moved. Without them,
//! a test says that it is skipped, unless `KSB_REQUIRE_CLIENTS` is set.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::scratch::Scratch;
use crate::skipped::{Want, skip};

/// A folder with the samples that cite a standard, moved from the previous version.
fn moved() -> Scratch {
    let scratch = Scratch::new(&[]);
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    for name in ["citing/curriculum.xlsx", "citing/evidence-log.docx"] {
        let to = scratch.path().join(name.rsplit('/').next().unwrap_or_default());
        fs::copy(samples.join(name), to).expect("a file is copied");
    }
    let versions =
        ["1.0", "1.1"].map(|version| samples.join(format!("canal-lock-keeper-{version}.standard.json")));
    let [old, new] = versions.each_ref().map(|path| path.to_str().expect("a path"));
    let (code, _, err) =
        scratch.run(&["migrate", old, new, "curriculum.xlsx", "evidence-log.docx", "-o", "out"]);
    assert_eq!((code, err.as_str()), (1, ""));
    scratch
}

const SCRIPT: &str = r#"
import docx, openpyxl
sheet = openpyxl.load_workbook("out/curriculum.xlsx").worksheets[0]
for row in sheet.iter_rows(values_only=True):
    print(row[3], row[5] or "", sep="|")
document = docx.Document("out/evidence-log.docx")
for row in document.tables[0].rows:
    print(row.cells[2].text)
for comment in document.comments:
    print(comment.author, comment.paragraphs[0].text, sep="|")
"#;

#[test]
fn python_reads_what_was_moved() {
    let scratch = moved();
    let run = Command::new("python3").current_dir(scratch.path()).args(["-c", SCRIPT]).output();
    let Some(run) = run.ok().filter(|run| run.status.success()) else {
        skip(Want::Clients, "there is no python3 with python-docx and openpyxl here");
        return;
    };
    let out = String::from_utf8(run.stdout).expect("text");
    for line in [
        "K1, K2, S5|",
        "K6, S1, B1 & B2|to 1.1: K6 was removed: this is the old code",
        "S12",
        "S2, S4",
        "ksb migrate|to 1.1: quotes S11 (was S10): check: number changed (24 → 12)",
    ] {
        assert!(out.lines().any(|own| own == line), "{line}: {out}");
    }
}

#[test]
fn libreoffice_reads_what_was_moved() {
    if Command::new("soffice").arg("--version").output().is_err() {
        skip(Want::Clients, "there is no LibreOffice (soffice) here");
        return;
    }
    let scratch = moved();
    let profile = format!("-env:UserInstallation=file://{}/profile", scratch.path().display());
    for (file, ending, words) in [
        ("out/curriculum.xlsx", "csv", "\"S10, K17, K19\""),
        ("out/evidence-log.docx", "txt", "within 12 hours"),
    ] {
        let run = Command::new("soffice")
            .current_dir(scratch.path())
            .args([&*profile, "--headless", "--convert-to", ending, file])
            .output()
            .expect("LibreOffice runs");
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        let name = Path::new(file).with_extension(ending);
        let text = fs::read(scratch.path().join(name.file_name().expect("a name"))).expect("a file");
        assert!(String::from_utf8_lossy(&text).contains(words), "{file}");
    }
}
