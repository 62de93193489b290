//! Which file uses which, and the cycles among them.

use std::collections::{BTreeMap, BTreeSet};

use crate::paths::{Named, named};
use crate::{File, assert_none, files};

/// The files of a crate by their modules.
struct Modules<'f> {
    /// By path segments, `[]` for the crate root: the file of a module and the paths that it names.
    files: BTreeMap<Vec<String>, (&'f str, Vec<Named>)>,
}

impl<'f> Modules<'f> {
    /// Those of `files` that are under `root`; `main` is the file of the crate root.
    fn new(files: &'f [File], root: &str, main: &str) -> Self {
        let inside = |file: &&File| file.path.starts_with(root) && !file.is_test();
        let module = |file: &'f File| {
            let path = file.path[root.len()..].trim_end_matches(".rs").trim_end_matches("/mod");
            let words = path.split('/').filter(|word| *word != main).map(str::to_owned).collect();
            (words, (file.path.as_str(), named(&file.text)))
        };
        Self { files: files.iter().filter(inside).map(module).collect() }
    }

    /// The file that each file uses.
    fn uses(&self) -> BTreeMap<&'f str, BTreeSet<&'f str>> {
        let used = |(module, (file, paths)): (&Vec<String>, &(&'f str, Vec<Named>))| {
            // What a file re-exports is used by whichever file takes it from there.
            let own = paths.iter().filter(|one| !one.handed_on);
            let used = own.filter_map(|one| self.target(module, &one.path, 0)).filter(|used| used != file);
            (*file, used.collect())
        };
        self.files.iter().map(used).collect()
    }

    /// The file that has what a path in `module` names, or `None` if it is not a path into this crate.
    fn target(&self, module: &[String], path: &[String], depth: usize) -> Option<&'f str> {
        let absolute: Vec<String> =
            self.absolute(module, path)?.iter().map(|word| word.trim_end_matches('!').to_owned()).collect();
        let length =
            (0..=absolute.len()).rev().find(|&length| self.files.contains_key(&absolute[..length]))?;
        let (holder, name) = (&absolute[..length], absolute.get(length));
        let (file, paths) = &self.files[holder];
        let alias = paths.iter().find(|one| one.alias.is_some() && one.alias.as_ref() == name);
        match alias.filter(|_| depth < 8) {
            Some(one) => self.target(holder, &one.path, depth + 1).or(Some(*file)),
            None => Some(*file),
        }
    }

    /// The path from the crate root.
    fn absolute(&self, module: &[String], path: &[String]) -> Option<Vec<String>> {
        let supers = path.iter().take_while(|word| *word == "super").count();
        let start = match path.first()?.as_str() {
            "crate" => return Some(path[1..].to_vec()),
            "self" => return Some([module, &path[1..]].concat()),
            "super" => &module[..module.len().checked_sub(supers)?],
            child => {
                let child = [module, &[child.to_owned()]].concat();
                return self.files.contains_key(&child).then(|| [module, path].concat());
            }
        };
        Some([start, &path[supers..]].concat())
    }
}

/// The sets of files that use each other in a cycle.
fn cycles<'f>(uses: &BTreeMap<&'f str, BTreeSet<&'f str>>) -> Vec<BTreeSet<&'f str>> {
    let reached = |from: &'f str| {
        let (mut reached, mut next) = (BTreeSet::new(), vec![from]);
        while let Some(file) = next.pop() {
            next.extend(uses[file].iter().filter(|used| reached.insert(**used)).copied());
        }
        reached
    };
    let reached: BTreeMap<&str, BTreeSet<&str>> = uses.keys().map(|file| (*file, reached(file))).collect();
    let cycle = |file: &&'f str| -> BTreeSet<&'f str> {
        reached[file].iter().filter(|other| reached[*other].contains(file)).copied().collect()
    };
    let found: BTreeSet<BTreeSet<&str>> = uses.keys().map(cycle).collect();
    found.into_iter().filter(|cycle| cycle.len() > 1).collect()
}

#[test]
fn no_files_use_each_other_in_a_cycle() {
    let all = files(&["src"]);
    let (command, library): (Vec<File>, Vec<File>) = all.into_iter().partition(|file| file.module() == "bin");
    let mut faults = Vec::new();
    for (files, root, main) in [(&library, "src/", "lib"), (&command, "src/bin/ksb/", "main")] {
        let uses = Modules::new(files, root, main).uses();
        for cycle in cycles(&uses) {
            let inside =
                |file: &&str| uses[file].intersection(&cycle).copied().collect::<Vec<_>>().join(", ");
            let lines = cycle.iter().map(|file| format!("    {file} → {}", inside(file)));
            faults.push(format!("{} files:\n{}", cycle.len(), lines.collect::<Vec<_>>().join("\n")));
        }
    }
    assert_none(&faults, "files that use each other in a cycle");
}

#[test]
fn a_circle_is_found_through_what_is_handed_on() {
    let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
    let files = [
        file("src/lib.rs", "mod a; mod c;"),
        file("src/a/mod.rs", "mod b; mod d; pub use b::B; pub use d::D;"),
        file("src/a/b.rs", "use super::D; pub struct B;"),
        file("src/a/d.rs", "use crate::a::B; pub struct D;"),
        file("src/c.rs", "use crate::a::{B, D};"),
    ];
    let uses = Modules::new(&files, "src/", "lib").uses();
    assert_eq!(cycles(&uses), [BTreeSet::from(["src/a/b.rs", "src/a/d.rs"])]);
}
