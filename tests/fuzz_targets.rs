//! The fuzz targets: every format has one, and what they test is true of every sample.
#![allow(clippy::disallowed_methods, reason = "the tests read the files of the project")]

mod laws;
mod versions;

use std::collections::BTreeSet;
use std::path::Path;

use ksb::fix::Fixes;
use ksb::model::Format;
use laws::{comparing, editing, reading, records, settings, tree};

fn file(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The names of the targets, according to the package that builds them.
fn targets() -> BTreeSet<String> {
    let manifest: toml::Table = file("fuzz/Cargo.toml").parse().expect("fuzz/Cargo.toml is TOML");
    let targets = manifest["bin"].as_array().expect("it has targets");
    targets.iter().map(|target| target["name"].as_str().expect("a target has a name").to_owned()).collect()
}

#[test]
fn every_format_has_a_fuzz_target() {
    let targets = targets();
    for format in Format::ALL {
        assert!(targets.contains(format.name()), "fuzz/Cargo.toml has no target `{}`", format.name());
        let target = file(&format!("fuzz/fuzz_targets/{}.rs", format.name()));
        assert!(target.contains(&format!("Format::{format:?}")), "`{}` reads another format", format.name());
    }
}

#[test]
fn every_target_has_its_file() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/fuzz_targets");
    let entries = std::fs::read_dir(folder).expect("the targets");
    let paths = entries.map(|entry| entry.expect("a target").path());
    let files: BTreeSet<String> =
        paths.map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned()).collect();
    assert_eq!(files, targets());
}

#[test]
fn samples_are_read_and_written() {
    for source in versions::files() {
        // The length of an input determines which report is tried.
        for blanks in 0..8 {
            reading::is_read(&(source.text().to_owned() + &" ".repeat(blanks)), None);
        }
        reading::is_converted(source.text(), None);
        editing::is_laid_out(source.text());
        editing::is_fixed(source.text(), None, Fixes::Safe);
        editing::is_fixed(source.text(), None, Fixes::All);
        editing::is_renumbered(source.text(), None);
        tree::has_places(source.text());
        records::are_split(source.text());
    }
}

#[test]
fn samples_are_compared() {
    for name in versions::PAIRS {
        let version = |number| file(&format!("samples/{name}-{number}.standard.json"));
        // The length of an input determines which report is tried.
        for blanks in 0..6 {
            let new = version("1.1") + &" ".repeat(blanks);
            comparing::are_compared(&[version("1.0"), new].join(comparing::BETWEEN));
        }
    }
}

#[test]
fn the_template_of_settings_is_read() {
    let template = file("src/config/template.toml");
    settings::are_read(&template);
    settings::are_read(&template.replace("# ", ""));
}
