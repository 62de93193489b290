//! Which format ksb takes each file of a folder for. `recognise FOLDER…` reads every file and prints how many are read as
//! each format and how many are refused. It also prints the name of each file that is read as a document, or that is
//! refused with more than one finding. In a folder without standards, it should print no names.
#![expect(clippy::disallowed_macros, clippy::print_stdout, reason = "it is what the example is for")]
#![expect(clippy::disallowed_methods, reason = "an example is no part of the library")]

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use ksb::diagnostic::Diagnostic;
use ksb::read::encoding::decode;
use ksb::read::{Parts, parts, read};
use ksb::source::{Source, SourceId};

/// Files over this size are left out: the evidence is at their beginning, and all of each would have to be held in
/// memory.
const LONGEST: u64 = 32 << 20;

/// What became of one file.
struct Outcome {
    /// The names of the formats that it was read as, or of the rule that refused it.
    as_what: Vec<&'static str>,
    /// Whether it was refused with a single finding.
    is_refused: bool,
}

fn main() -> io::Result<()> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut files, mut left_out, mut others) = (0, 0, Vec::new());
    for folder in std::env::args_os().skip(1) {
        for path in files_in(PathBuf::from(folder))? {
            if fs::metadata(&path)?.len() > LONGEST {
                left_out += 1;
                continue;
            }
            let Ok(bytes) = fs::read(&path) else { continue };
            files += 1;
            let outcome = outcome(&path, bytes);
            for what in &outcome.as_what {
                *counts.entry(what).or_default() += 1;
            }
            if !outcome.is_refused {
                others.push(format!("{}: {}", path.display(), outcome.as_what.join(", ")));
            }
        }
    }
    println!("{files} files, {left_out} longer than {LONGEST} bytes left out");
    for (what, count) in counts {
        println!("{count:8} {what}");
    }
    println!("{} read as a document, or not refused in one finding", others.len());
    for other in others {
        println!("{other}");
    }
    Ok(())
}

/// All files in a folder and the folders below it; links are not followed.
fn files_in(folder: PathBuf) -> io::Result<Vec<PathBuf>> {
    let (mut folders, mut files) = (vec![folder], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            if kind.is_dir() {
                folders.push(entry.path());
            } else if kind.is_file() {
                files.push(entry.path());
            }
        }
    }
    files.sort();
    Ok(files)
}

fn outcome(path: &Path, bytes: Vec<u8>) -> Outcome {
    match decode(SourceId::of_file(0), &path.to_string_lossy(), bytes) {
        Err(found) => Outcome { as_what: vec![found.rule], is_refused: true },
        Ok((source, encoding)) => match parts(source) {
            Parts::One(source) => of_document(&source, encoding),
            Parts::Several { documents, .. } => {
                let outcomes = documents.iter().map(|document| of_document(document, Vec::new()));
                Outcome { as_what: outcomes.flat_map(|one| one.as_what).collect(), is_refused: false }
            }
        },
    }
}

fn of_document(source: &Source, encoding: Vec<Diagnostic>) -> Outcome {
    let mut reading = read(source, None);
    reading.add_encoding(encoding);
    match &reading.document {
        Some(document) => Outcome { as_what: vec![document.format().name()], is_refused: false },
        None => Outcome {
            as_what: reading.diagnostics.iter().map(|found| found.rule).collect(),
            is_refused: reading.diagnostics.len() == 1,
        },
    }
}
