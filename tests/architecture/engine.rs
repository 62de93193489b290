//! The engine of a run: one way to documents, arguments below the command, a library without the command's packages.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use super::code::{after, named_after};
use super::{assert_none, files, packages, root};

/// What the library is built from without the feature `cli`.
const PACKAGES_OF_THE_LIBRARY: [&str; 16] = [
    "csv",
    "foldhash",
    "globset",
    "html5gum",
    "jiff",
    "jsonschema",
    "maud",
    "memchr",
    "miette",
    "serde",
    "serde_json",
    "sha2",
    "similar",
    "strsim",
    "toml",
    "wide",
];

#[test]
fn there_is_one_way_to_documents() {
    let takes_apart = |file: &&super::File| {
        let code = file.code();
        ["read::parts", "read::parts_as", "parts(", "parts_as("]
            .iter()
            .any(|name| after(&code, name).next().is_some())
    };
    let all = files(&["src/project", "src/bin"]);
    let ways: Vec<&str> = all.iter().filter(takes_apart).map(|file| file.path.as_str()).collect();
    assert_eq!(
        ways,
        ["src/project/documents.rs"],
        "`Reader::documents` is the one way from an input to its documents"
    );
}

/// The modules of the command by their files, and the other ones that each uses.
fn uses_in_command() -> BTreeMap<String, BTreeSet<String>> {
    let mut uses = BTreeMap::<String, BTreeSet<String>>::new();
    for file in files(&["src/bin/ksb"]) {
        let inside = file.path.trim_start_matches("src/bin/ksb/");
        let module = inside.split(['/', '.']).next().unwrap_or(inside).to_owned();
        let mut used = named_after(&file.code(), "crate::");
        used.remove(&module);
        uses.entry(module).or_default().extend(used);
    }
    uses
}

#[test]
fn arguments_are_on_the_lowest_floor() {
    let uses = uses_in_command();
    let below: Vec<String> = uses["cli"].iter().cloned().collect();
    assert_none(&below, "the arguments use the command");
    let knows_clap = |file: &super::File| after(&file.code(), "clap::").next().is_some();
    let may = ["src/bin/ksb/cli/", "src/bin/ksb/main.rs", "src/bin/ksb/output.rs", "src/bin/ksb/shell.rs"];
    let others =
        files(&["src/bin/ksb"]).into_iter().filter(|file| !may.iter().any(|may| file.path.starts_with(may)));
    let wrong: Vec<String> = others.filter(knows_clap).map(|file| file.path).collect();
    assert_none(&wrong, "arguments are declared in `cli`");
}

#[test]
fn the_command_has_no_circles() {
    let mut left = uses_in_command();
    while !left.is_empty() {
        let known: BTreeSet<String> = left.keys().cloned().collect();
        let before = left.len();
        left.retain(|_, uses| !uses.is_disjoint(&known));
        assert!(left.len() < before, "these files of the command use each other in a circle: {left:?}");
    }
}

#[test]
fn the_library_alone_has_few_packages() {
    let tree = |features: &[&str], more: &[&str]| -> BTreeSet<String> {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["tree", "--offline", "--locked", "-e", "normal", "--prefix", "none", "--format", "{p}"]);
        let ran = cargo.args(features).args(more).current_dir(root()).output().expect("cargo runs");
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        let listed = String::from_utf8_lossy(&ran.stdout).into_owned();
        listed.lines().filter_map(|line| line.split(' ').next()).map(str::to_owned).collect()
    };
    let mut own = tree(&["--no-default-features"], &["--depth", "1"]);
    own.remove("ksb");
    let expected: BTreeSet<String> = PACKAGES_OF_THE_LIBRARY.map(str::to_owned).into();
    assert_eq!(own, expected, "the packages of the library without the feature `cli`");
    let of_command: BTreeSet<String> = packages("[dependencies]").difference(&expected).cloned().collect();
    let all = tree(&["--no-default-features"], &[]);
    let brought: Vec<String> = of_command.intersection(&all).cloned().collect();
    assert_none(&brought, "a package of the library brings along one of the command");
}
