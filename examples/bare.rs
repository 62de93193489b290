//! The bare program that `ksb check` is measured against: `serde_json` parses each file to a `Value`, `jsonschema`
//! validates it with the same schema, on one thread, and the number of faults is printed. Give it files, or folders
//! of files.
#![expect(clippy::disallowed_macros, clippy::print_stdout, reason = "it is what the example is for")]
#![expect(clippy::disallowed_methods, reason = "an example is no part of the library")]

use std::error::Error;
use std::fs;
use std::path::PathBuf;

use jsonschema::{Draft, PatternOptions};
use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    let schema: Value = serde_json::from_str(ksb::schema::standard().text)?;
    let validator = jsonschema::options()
        .with_draft(Draft::Draft202012)
        .with_pattern_options(PatternOptions::regex())
        .should_validate_formats(true)
        .build(&schema)?;
    let mut faults = 0;
    for file in files()? {
        let document: Value = serde_json::from_slice(&fs::read(file)?)?;
        faults += validator.iter_errors(&document).count();
    }
    println!("{faults}");
    Ok(())
}

/// The files that were named, and those in the folders that were named.
fn files() -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut files = Vec::new();
    for path in std::env::args_os().skip(1).map(PathBuf::from) {
        if path.is_dir() {
            files.extend(
                fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?,
            );
        } else {
            files.push(path);
        }
    }
    Ok(files)
}
