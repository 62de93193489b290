//! The engine of a run: one way to documents, arguments below the command, and a library without the command's
//! dependencies.

use std::collections::BTreeSet;
use std::process::Command;

use crate::paths::Named;
use crate::{File, assert_none, files, packages, root};

/// The derives that declare arguments.
const DECLARE: [&str; 4] = ["Args", "Parser", "Subcommand", "ValueEnum"];

/// What the library is built from without the feature `cli`.
const PACKAGES_OF_THE_LIBRARY: [&str; 22] = [
    "calamine",
    "csv",
    "encoding_rs",
    "foldhash",
    "globset",
    "html5gum",
    "jiff",
    "jsonschema",
    "maud",
    "memchr",
    "miette",
    "pulldown-cmark",
    "quick-xml",
    "regex-automata",
    "serde",
    "serde_json",
    "sha2",
    "similar",
    "strsim",
    "toml",
    "wide",
    "zip",
];

#[test]
fn there_is_one_way_to_documents() {
    let is_one = |word: &String| word == "parts" || word == "parts_as";
    let takes_apart = |file: &&File| file.named().iter().any(|one| one.path.iter().any(is_one));
    let all = files(&["src/project", "src/bin"]);
    let ways: Vec<&str> = all.iter().filter(takes_apart).map(|file| file.path.as_str()).collect();
    assert_eq!(ways, ["src/project/documents.rs"], "`Reader` is the one way from an input to its documents");
}

#[test]
fn arguments_are_on_the_lowest_floor() {
    let mut faults = Vec::new();
    for file in files(&["src/bin/ksb"]) {
        let named = file.named();
        let is_argument = file.path.starts_with("src/bin/ksb/cli/");
        if is_argument {
            let above = named.iter().filter_map(Named::module);
            faults.extend(above.map(|above| format!("{} uses crate::{above}", file.path)));
        } else if named.iter().any(|one| DECLARE.iter().any(|word| one.begins(&["clap", word]))) {
            faults.push(format!("{} declares arguments", file.path));
        }
    }
    assert_none(&faults, "arguments are declared in `cli`, which knows nothing of the command");
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

#[test]
fn the_server_speaks_over_standard_input_and_output() {
    let names_it = |file: &&File| {
        let named = file.named();
        let net = named.iter().any(|one| one.begins(&["std", "net"]));
        net || named
            .iter()
            .any(|one| one.begins(&["lsp_server"]) && one.path.iter().any(|word| word == "Connection"))
    };
    let all = files(&["src"]);
    let faults: Vec<String> = all.iter().filter(names_it).map(|file| file.path.clone()).collect();
    assert_none(&faults, "`lsp_server::Connection` could open a socket, and nothing else may");
}
