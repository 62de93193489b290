//! What is taken from a folder, and in which order.

use std::fs;

use super::{clean, faulty, findings, folder, ksb, run, sample};

/// The paths with findings, checked in `folder`.
fn paths(folder: &std::path::Path, arguments: &[&str]) -> (i32, Vec<String>) {
    let (code, found) = findings(folder, arguments);
    let mut paths: Vec<String> =
        found.iter().map(|one| one["path"].as_str().expect("a path").to_owned()).collect();
    paths.dedup();
    (code, paths)
}

#[test]
fn documents_are_taken_by_name() {
    let faulty = faulty();
    let faulty = faulty.as_bytes();
    let folder = folder(&[
        ("b/two.standard.json", faulty),
        ("a.standard.json", faulty),
        ("other.json", faulty),
        (".hidden.standard.json", faulty),
        (".hidden/a.standard.json", faulty),
        ("out/a.standard.json", faulty),
        ("out.standard.json/readme.txt", b""),
        (".gitignore", b"out/\n"),
    ]);
    let taken = ["a.standard.json", "b/two.standard.json"];
    assert_eq!(paths(folder.path(), &[]), (1, taken.map(String::from).to_vec()));
    assert_eq!(paths(folder.path(), &["."]), (1, taken.map(String::from).to_vec()));
    assert_eq!(paths(folder.path(), &["b", "other.json"]).1, ["b/two.standard.json", "other.json"]);
    assert_eq!(paths(folder.path(), &["out/a.standard.json"]).1, ["out/a.standard.json"]);
}

#[test]
fn a_file_given_twice_is_checked_once() {
    let folder = folder(&[("b/a.standard.json", faulty().as_bytes())]);
    let absolute = folder.path().join("b/a.standard.json");
    let absolute = absolute.to_str().expect("UTF-8");
    let given = ["b", "b/a.standard.json", "./b/../b/a.standard.json", absolute, "."];
    let ran = run(ksb(folder.path()).args(["check", "--format", "json"]).args(given));
    assert!(ran.out.contains("\"files\": 1,"), "{}", ran.out);
}

#[test]
fn a_folder_with_nothing_to_check_is_an_error_that_says_what_was_looked_for() {
    let folder = folder(&[("a.standard.json", clean().as_bytes()), ("empty/page.txt", b"")]);
    for arguments in [&["empty"][..], &["empty", "a.standard.json"][..]] {
        let (code, found) = findings(folder.path(), arguments);
        assert_eq!((code, found.len()), (2, 1));
        assert_eq!(found[0]["path"], "empty");
        assert!(
            found[0]["help"].as_str().expect("help").contains("*.standard.json or *.occupational-map.json")
        );
    }
}

#[test]
fn one_broken_file_never_stops_the_others() {
    let folder = folder(&[
        ("a.standard.json", b"\xff\xfe{\0"),
        ("b.standard.json", b"\0"),
        ("c.standard.json", faulty().as_bytes()),
        ("d.standard.json", b""),
    ]);
    let (code, found) = findings(folder.path(), &[".", "missing.json"]);
    assert_eq!(code, 2);
    let rules: Vec<_> = found.iter().map(|one| one["rule"].as_str().expect("a name")).collect();
    assert_eq!(
        rules,
        ["unreadable-file", "unreadable-file", "unmapped-ksb", "unrecognised-format", "unreadable-file"]
    );
}

#[cfg(unix)]
#[test]
fn links_are_followed_to_files_and_never_to_folders() {
    use std::os::unix::fs::symlink;
    let folder = folder(&[("sub/a.standard.json", clean().as_bytes()), ("page.json", faulty().as_bytes())]);
    let link = |to: &str, name: &str| symlink(to, folder.path().join(name)).expect("a link");
    link("..", "sub/up.standard.json");
    link(".", "here");
    assert_eq!(paths(folder.path(), &[]), (0, vec![]));
    link("../page.json", "sub/b.standard.json");
    assert_eq!(paths(folder.path(), &["."]), (1, vec!["sub/b.standard.json".to_owned()]));
    link("c.standard.json", "c.standard.json");
    assert_eq!(paths(folder.path(), &[]).0, 2);
    assert_eq!(paths(folder.path(), &["here"]).0, 2);
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_not_utf8_work() {
    use std::os::unix::ffi::OsStrExt;
    let folder = folder(&[]);
    let name = std::ffi::OsStr::from_bytes(b"caf\xe9.standard.json");
    fs::write(folder.path().join(name), faulty()).expect("the file system takes the name");
    for argument in [std::ffi::OsStr::new("."), name] {
        let ran = run(ksb(folder.path()).args(["check", "--format", "concise"]).arg(argument));
        assert_eq!(ran.code, 1);
        assert!(ran.out.starts_with("caf\u{fffd}.standard.json:"), "{}", ran.out);
    }
}

#[test]
fn neither_threads_nor_the_order_of_paths_change_the_output() {
    let folder = sample("");
    let paths = [
        "broken",
        "clean.standard.json",
        "pages/not-a-standard.txt",
        "land-water-heritage.occupational-map.json",
    ];
    for format in ["full", "concise", "json"] {
        let output = |threads: &str, paths: &mut dyn Iterator<Item = &&str>| {
            let mut command = ksb(&folder);
            command.env("RAYON_NUM_THREADS", threads).args(["check", "--format", format]);
            run(command.args(paths)).out
        };
        let first = output("1", &mut paths.iter());
        assert!(first.contains("broken"), "{first}");
        assert_eq!(output("2", &mut paths.iter()), first);
        assert_eq!(output("2", &mut paths.iter().rev()), first);
    }
}
