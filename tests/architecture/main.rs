//! Enforces what `ARCHITECTURE.md` states: its tables are read from the page itself, so that the
//! page and the code cannot drift apart.

#![allow(clippy::disallowed_methods, reason = "the test reads the files of the project")]

mod cycles;
mod engine;
mod paths;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use paths::{Named, named};

/// How long a file may be, in lines.
const LONGEST_FILE: usize = 400;
/// How long the file of a rule may be, in lines, not counting the page of the rule (`///`).
const LONGEST_RULE: usize = 150;
/// What the library must not do: the command does it. Paths and macros, as written in code.
const ABSENT_FROM_LIBRARY: [&str; 15] = [
    "std::fs",
    "std::env",
    "std::io",
    "std::net",
    "std::path",
    "std::process",
    "std::thread",
    "std::time",
    "print!",
    "println!",
    "eprint!",
    "eprintln!",
    "dbg!",
    "todo!",
    "unimplemented!",
];
/// The files of the library that touch the machine, and only with the feature `cli`.
const TOUCH_THE_MACHINE: [&str; 2] = ["src/project/disk.rs", "src/project/git.rs"];
/// What `project` may know about files: their paths, and how they are read.
const KNOWN_TO_PROJECT: [&str; 2] = ["std::io", "std::path"];
/// What `office` may know about: how bytes in memory are read and written, which is all that its archives need.
const KNOWN_TO_OFFICE: &str = "std::io";
/// Crates that talk to a network, or exist to.
const NETWORK_CRATES: [&str; 13] = [
    "async-std",
    "attohttpc",
    "curl",
    "hyper",
    "isahc",
    "minreq",
    "native-tls",
    "openssl",
    "reqwest",
    "rustls",
    "surf",
    "tokio",
    "ureq",
];

/// A Rust file of the project.
struct File {
    /// Its path from the root of the project, with `/`.
    path: String,
    text: String,
}

impl File {
    /// The top-level module that it belongs to; `bin` for the command, `lib` for the crate's root.
    fn module(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inside.split(['/', '.']).next().unwrap_or(inside)
    }

    /// Whether the whole file is a unit test; unit tests may use every module.
    fn is_test(&self) -> bool {
        self.path.ends_with("/tests.rs") || self.path.contains("/tests/")
    }

    /// Whether it belongs to the module `place`: `schema`, `read::html`, `bin`.
    fn is_in(&self, place: &str) -> bool {
        let path = format!("src/{}", place.replace("::", "/"));
        self.path.strip_prefix(&path).is_some_and(|rest| rest.starts_with(['/', '.']))
    }

    fn is_library(&self) -> bool {
        self.module() != "bin" && !self.is_test()
    }

    fn is_rule(&self) -> bool {
        self.module() == "rules" && self.path != "src/rules/mod.rs"
    }

    /// The paths that its code names, apart from those in unit tests.
    fn named(&self) -> Vec<Named> {
        named(&self.text)
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn page() -> String {
    fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md is there")
}

/// The Rust files under the given folders, sorted; a missing folder has none.
fn files(folders: &[&str]) -> Vec<File> {
    let mut paths = Vec::new();
    for folder in folders {
        collect(&root().join(folder), &mut paths);
    }
    paths.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a Rust file is readable text");
        let path =
            path.strip_prefix(root()).expect("it is inside the project").to_string_lossy().replace('\\', "/");
        File { path, text }
    };
    paths.into_iter().map(read).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.expect("a folder of the project is readable").path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

/// The rows of the tables on the page whose header is `head`, cell by cell.
fn table(head: &str) -> Vec<Vec<String>> {
    let page = page();
    let mut rows = Vec::new();
    let mut lines = page.lines();
    while lines.any(|line| line == head) {
        let body = lines.by_ref().skip(1).take_while(|line| line.starts_with('|'));
        rows.extend(body.map(|line| line.trim_matches('|').split('|').map(str::to_owned).collect()));
    }
    assert!(!rows.is_empty(), "ARCHITECTURE.md has no table `{head}`");
    rows
}

/// The words of a cell that are in backticks.
fn quoted(cell: &str) -> BTreeSet<String> {
    cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// What each module may use, according to the table on the page.
fn allowed() -> BTreeMap<String, BTreeSet<String>> {
    let mut allowed = BTreeMap::new();
    for row in table("| module | may use |") {
        for module in quoted(&row[0]) {
            assert!(allowed.insert(module.clone(), quoted(&row[1])).is_none(), "`{module}` has two rows");
        }
    }
    allowed
}

/// Fails with all of `faults`, if there are any.
fn assert_none(faults: &[String], rule: &str) {
    assert!(faults.is_empty(), "{rule}:\n  {}", faults.join("\n  "));
}

#[test]
fn every_module_is_in_the_table() {
    let allowed = allowed();
    let listed = |file: &File| file.module() == "lib" || allowed.contains_key(file.module());
    let faults: Vec<String> =
        files(&["src"]).into_iter().filter(|file| !listed(file)).map(|file| file.path).collect();
    assert_none(&faults, "the module table of ARCHITECTURE.md does not list the module of");
    for (module, uses) in &allowed {
        let unknown: Vec<String> = uses.iter().filter(|used| !allowed.contains_key(*used)).cloned().collect();
        assert_none(&unknown, &format!("`{module}` may use what has no row"));
    }
}

#[test]
fn modules_use_what_the_table_allows() {
    let allowed = allowed();
    let mut faults = Vec::new();
    for file in files(&["src"]).iter().filter(|file| file.is_library() && file.module() != "lib") {
        let may = allowed.get(file.module()).cloned().unwrap_or_default();
        let named = file.named();
        let used: BTreeSet<&str> = named.iter().filter_map(Named::module).collect();
        let wrong = used.iter().filter(|used| **used != file.module() && !may.contains(**used));
        faults.extend(wrong.map(|used| format!("{}: crate::{used}", file.path)));
        if climbs_to_root(file) {
            faults.push(format!("{}: `super::` out of the module, where `crate::` says it", file.path));
        }
    }
    assert_none(&faults, "used against the module table of ARCHITECTURE.md");
}

/// Whether a path of the file leaves its top-level module by `super`.
fn climbs_to_root(file: &File) -> bool {
    let inside = file.path.trim_start_matches("src/").trim_end_matches(".rs").trim_end_matches("/mod");
    let out = vec!["super"; inside.split('/').count()];
    file.named().iter().any(|one| one.begins(&out))
}

#[test]
fn the_table_has_no_cycle() {
    let mut left = allowed();
    while !left.is_empty() {
        let known: BTreeSet<String> = left.keys().cloned().collect();
        let before = left.len();
        left.retain(|_, uses| !uses.is_disjoint(&known));
        assert!(left.len() < before, "these modules use each other in a circle: {known:?}");
    }
}

#[test]
fn rules_never_use_each_other() {
    let rules = files(&["src/rules"]);
    let names: BTreeSet<&str> = rules.iter().filter_map(|file| file.path.rsplit(['/', '.']).nth(1)).collect();
    let mut faults = Vec::new();
    for file in rules.iter().filter(|file| file.is_rule()) {
        let paths = file.named();
        let word = |one: &'_ Named| match one.path.as_slice() {
            [first, second, ..] if first == "super" => Some(second.clone()),
            [first, second, third, ..] if first == "crate" && second == "rules" => Some(third.clone()),
            _ => None,
        };
        let used: BTreeSet<String> = paths.iter().filter_map(word).collect();
        let others = used.iter().filter(|used| names.contains(used.as_str()));
        faults.extend(others.map(|used| format!("{} uses {used}", file.path)));
    }
    assert_none(&faults, "what two rules need is a method of the model");
}

#[test]
fn the_library_does_no_input_or_output() {
    let mut faults = Vec::new();
    let touches = |file: &File| TOUCH_THE_MACHINE.contains(&file.path.as_str());
    for file in files(&["src"]).iter().filter(|file| file.is_library() && !touches(file)) {
        let named = file.named();
        let may = |name: &str| {
            file.module() == "project" && KNOWN_TO_PROJECT.contains(&name)
                || file.module() == "office" && KNOWN_TO_OFFICE == name
        };
        let is_named = |absent: &&&str| {
            let words: Vec<&str> = absent.split("::").collect();
            !may(absent) && named.iter().any(|one| one.begins(&words))
        };
        let found = ABSENT_FROM_LIBRARY.iter().filter(is_named);
        faults.extend(found.map(|absent| format!("{}: {absent}", file.path)));
    }
    assert_none(
        &faults,
        "files, environment, clock and terminal are the business of src/bin/ksb and, by a trait, of src/project",
    );
}

#[test]
fn no_thread_keeps_anything_of_its_own() {
    let mut faults = Vec::new();
    for file in files(&["src"]) {
        let named = file.named();
        let is_kept = |one: &&Named| one.path.last().is_some_and(|word| word == "thread_local!");
        faults.extend(named.iter().find(is_kept).map(|_| file.path.clone()));
    }
    assert_none(&faults, "what a thread keeps cannot be seen in a signature");
}

#[test]
fn the_command_uses_the_public_library() {
    let mut faults = Vec::new();
    for file in files(&["src/bin"]) {
        let ways = ["#[path", "include!("].iter().filter(|way| file.text.contains(**way));
        faults.extend(ways.map(|way| format!("{}: {way}", file.path)));
    }
    assert_none(&faults, "the command takes code of the library other than by `ksb::`");
}

#[test]
fn files_are_short() {
    let mut faults = Vec::new();
    for file in files(&["src", "tests", "benches", "examples"]) {
        let lines = file.text.lines().count();
        if lines > LONGEST_FILE {
            faults.push(format!("{}: {lines} lines, at most {LONGEST_FILE}", file.path));
        }
        let own = file.text.lines().filter(|line| !line.trim_start().starts_with("///")).count();
        if file.is_rule() && own > LONGEST_RULE {
            faults.push(format!("{}: {own} lines without its page, at most {LONGEST_RULE}", file.path));
        }
    }
    assert_none(&faults, "too long");
}

/// The names of the packages under a heading of `Cargo.toml`.
fn packages(heading: &str) -> BTreeSet<String> {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("Cargo.toml is there");
    let lines = manifest.lines().skip_while(|line| *line != heading).skip(1);
    let own = lines.take_while(|line| !line.starts_with('['));
    own.filter_map(|line| line.split_once('=')).map(|(name, _)| name.trim().to_owned()).collect()
}

#[test]
fn every_package_has_a_reason() {
    let mut listed = BTreeSet::new();
    for row in table("| package | known to | why |") {
        assert!(!row[2].trim().is_empty(), "{row:?} gives no reason");
        listed.extend(quoted(&row[0]));
    }
    let mut packages_of_project = packages("[dependencies]");
    packages_of_project.extend(packages("[build-dependencies]"));
    packages_of_project.extend(packages("[dev-dependencies]"));
    let gone: Vec<String> = listed.difference(&packages_of_project).cloned().collect();
    assert_none(&gone, "the package table of ARCHITECTURE.md lists what Cargo.toml does not have");
    let all_files = files(&["src", "tests", "benches", "examples"]);
    let used: BTreeSet<String> =
        all_files.iter().flat_map(File::named).filter_map(|one| one.path.into_iter().next()).collect();
    let is_used = |package: &&String| used.contains(&package.replace('-', "_"));
    let missing: Vec<String> = packages_of_project.difference(&listed).filter(is_used).cloned().collect();
    assert_none(&missing, "the package table of ARCHITECTURE.md does not list what the code uses");
}

#[test]
fn packages_are_known_to_few_modules() {
    let mut known = BTreeMap::new();
    for row in table("| package | known to | why |") {
        for package in quoted(&row[0]) {
            known.insert(package.replace('-', "_"), quoted(&row[1]));
        }
    }
    let mut faults = Vec::new();
    for file in files(&["src"]).iter().filter(|file| !file.is_test()) {
        let named = file.named();
        let is_known = |to: &BTreeSet<String>| to.iter().any(|place| file.is_in(place));
        let uses = known.iter().filter(|(package, _)| named.iter().any(|one| one.begins(&[package])));
        let wrong = uses.filter(|(_, to)| !is_known(to));
        faults.extend(wrong.map(|(package, _)| format!("{}: {package}", file.path)));
    }
    assert_none(&faults, "the package table of ARCHITECTURE.md does not name these modules");
}

#[test]
fn no_package_talks_to_a_network() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).expect("Cargo.lock is there");
    let found = NETWORK_CRATES.iter().filter(|name| lock.contains(&format!("name = \"{name}\"\n")));
    assert_none(&found.map(|name| (*name).to_owned()).collect::<Vec<_>>(), "Cargo.lock has");
}

#[test]
fn every_absence_names_its_test() {
    let mut faults = Vec::new();
    for row in table("| absent | test |") {
        let tests = quoted(&row[1]);
        assert!(!tests.is_empty(), "{row:?} names no test");
        for test in tests {
            let (file, name) = test.split_once("::").unwrap_or((&test, ""));
            let text = fs::read_to_string(root().join(file)).unwrap_or_default();
            if !text.contains(&format!("fn {name}()")) {
                faults.push(test);
            }
        }
    }
    assert_none(&faults, "ARCHITECTURE.md names tests that there are not");
}
