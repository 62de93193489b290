//! The bare program that `ksb check` is measured against, on one thread: `bare parse FILE…` parses each file to a
//! `serde_json::Value` and does nothing else; `bare validate SCHEMA FILE…` also validates it with `jsonschema`, and
//! prints the number of faults. A folder stands for the files in it.
#![expect(clippy::disallowed_macros, clippy::print_stdout, reason = "it is what the example is for")]
#![expect(clippy::disallowed_methods, reason = "an example is no part of the library")]

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use jsonschema::{Draft, PatternOptions};
use serde_json::Value;

type Done<T> = Result<T, Box<dyn Error>>;

fn main() -> Done<()> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    match arguments.as_slice() {
        [mode, paths @ ..] if mode.as_os_str() == "parse" => parse(paths),
        [mode, schema, paths @ ..] if mode.as_os_str() == "validate" => validate(schema, paths),
        _ => Err("write `parse FILE…` or `validate SCHEMA FILE…`".into()),
    }
}

fn parse(paths: &[PathBuf]) -> Done<()> {
    for file in files(paths)? {
        let document: Value = serde_json::from_slice(&fs::read(file)?)?;
        // Dropping a document is not part of parsing it.
        std::mem::forget(document);
    }
    Ok(())
}

fn validate(schema: &Path, paths: &[PathBuf]) -> Done<()> {
    let schema: Value = serde_json::from_slice(&fs::read(schema)?)?;
    let validator = jsonschema::options()
        .with_draft(Draft::Draft202012)
        .with_pattern_options(PatternOptions::regex())
        .should_validate_formats(true)
        .build(&schema)?;
    let mut faults = 0;
    for file in files(paths)? {
        let document: Value = serde_json::from_slice(&fs::read(file)?)?;
        faults += validator.iter_errors(&document).count();
    }
    println!("{faults}");
    Ok(())
}

/// The files that were named, and those in the folders that were named.
fn files(paths: &[PathBuf]) -> Done<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let entries = fs::read_dir(path)?.map(|entry| Ok(entry?.path()));
            files.extend(entries.collect::<std::io::Result<Vec<_>>>()?);
        } else {
            files.push(path.clone());
        }
    }
    Ok(files)
}
