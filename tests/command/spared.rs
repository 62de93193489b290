//! What a command reads is not overwritten by what it writes.

use std::fs;

use super::{clean, folder, ksb, run};

#[test]
fn no_result_is_written_over_what_is_read() {
    let files = [("a.standard.json", clean()), ("b.standard.json", clean()), ("ksb.toml", String::new())];
    let files = files.map(|(name, text)| (name, text.into_bytes()));
    let folder = folder(&files.each_ref().map(|(name, text)| (*name, text.as_slice())));
    fs::write(folder.path().join("known.json"), "{}").expect("a file");
    let refused: [&[&str]; 12] = [
        &["check", "--output", "json:a.standard.json", "a.standard.json"],
        &["check", "--output", "json:./a.standard.json", "."],
        &["check", "--output", "json:ksb.toml", "a.standard.json"],
        &["check", "--output", "json:known.json", "--baseline", "known.json", "a.standard.json"],
        &["check", "--output", "json:b.standard.json", "--since", "b.standard.json", "a.standard.json"],
        &["check", "--write-baseline", "a.standard.json", "a.standard.json"],
        &["check", "--write-baseline", "ksb.toml", "a.standard.json"],
        &["diff", "a.standard.json", "b.standard.json", "-o", "a.standard.json"],
        &["diff", ".", ".", "-o", "b.standard.json"],
        &["matrix", "a.standard.json", "-o", "a.standard.json"],
        &["history", "ST9990", ".", "-o", "b.standard.json"],
        &["convert", "a.standard.json", "-o", "./a.standard.json"],
    ];
    for arguments in refused {
        let ran = run(ksb(folder.path()).args(arguments));
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}: {}", ran.err);
        assert!(ran.err.contains("the result would overwrite"), "{arguments:?}: {}", ran.err);
        for (name, text) in &files {
            assert_eq!(&fs::read(folder.path().join(name)).expect("it is there"), text, "{arguments:?}");
        }
        assert_eq!(fs::read(folder.path().join("known.json")).expect("it is there"), b"{}", "{arguments:?}");
    }
}

#[test]
fn what_is_not_read_is_replaced() {
    let folder = folder(&[("a.json", clean().as_bytes()), ("old.json", b"before")]);
    let ran = run(ksb(folder.path()).args(["check", "a.json", "--output", "json:old.json"]));
    assert_eq!(ran.code, 0, "{}", ran.err);
    let again = run(ksb(folder.path()).args(["convert", "a.json", "-o", "old.json", "--force"]));
    assert_eq!(again.code, 0, "{}", again.err);
}
