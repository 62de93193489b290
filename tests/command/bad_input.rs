//! Every kind of bad input is reported clearly, at its place, and never looks clean.

use std::fs;

use serde_json::Value;

use super::{clean, findings, folder, ksb, places, run, sample};

/// Checks one file with these bytes next to a clean one, which is always checked as well.
fn check(content: &[u8]) -> (i32, Vec<Value>) {
    let folder = folder(&[("a.json", clean().as_bytes()), ("b.json", content)]);
    let (code, found) = findings(folder.path(), &["a.json", "b.json"]);
    assert!(found.iter().all(|one| one["path"] == "b.json"), "{found:?}");
    (code, found)
}

/// A document on one line, with `member` at column 28.
fn document(member: &str) -> Vec<u8> {
    format!("{{\"kind\": \"apprenticeship\", {member}, \"duties\": []}}").into()
}

fn only(content: &[u8], code: i32, rule: &str, message: &str) {
    let (exit, found) = check(content);
    let rules: Vec<_> = places(&found).into_iter().map(|(rule, ..)| rule).collect();
    assert_eq!((exit, rules), (code, vec![rule]), "{found:?}");
    assert!(found[0]["message"].as_str().expect("text").contains(message), "{found:?}");
}

#[test]
fn what_is_no_text_cannot_be_read() {
    only(b"\x7fELF\x01\0\0", 2, "unreadable-file", "a program, which is not text");
    only(b"K1\0", 2, "unreadable-file", "not text");
    only(b"\xff\xfe{\0}\0", 2, "unreadable-file", "UTF-16");
    only(b"{\0}\0 \0\n\0", 2, "unreadable-file", "UTF-16");
}

#[test]
fn what_is_no_document_cannot_be_read() {
    only(b"", 2, "unrecognised-format", "empty");
    only(b" \r\n\t\n", 2, "unrecognised-format", "empty");
    let advertisement = fs::read(sample("pages/not-a-standard.txt")).expect("the sample is there");
    only(&advertisement, 2, "unrecognised-format", "does not look like a standard");
}

#[test]
fn what_is_no_document_is_told_what_it_looks_like() {
    only(b"12", 2, "unrecognised-format", "a number");
    only(b"\"K1\"", 2, "unrecognised-format", "a string");
    only(b"null", 2, "unrecognised-format", "`null`");
    only(
        b"[{\"a\": 1}, {\"a\": 2}]",
        2,
        "unrecognised-format",
        "a list of objects; the first one's only key is `a`",
    );
    only(b"{\"a\": 1}\n{\"a\": 2}\n", 2, "unrecognised-format", "its only key is `a`");
    only(b"{\"a\": 1 \"b\": 2, // c\n}", 2, "unrecognised-format", "its keys are `a` and `b`");
    only(b"\xef\xbb\xbf{\"a\": 1}", 2, "unrecognised-format", "its only key is `a`");
    only(b"[package]\nname = \"a\"\n", 2, "unrecognised-format", "does not look like a standard");
    only(b"%PDF-1.4\n%\xe2\xe3\n1 0 obj\n", 2, "unreadable-file", "a PDF");
    only(b"\x89PNG\r\n\x1a\n\0", 2, "unreadable-file", "an image");
}

#[test]
fn a_page_cut_in_the_middle_never_looks_clean() {
    for name in ["pages/canal-lock-keeper-1.0.txt", "pages/canal-lock-keeper-1.1.html", "clean.standard.json"]
    {
        let whole = fs::read(sample(name)).expect("the sample is there");
        let (code, found) = check(&whole[..whole.len() / 2]);
        assert_ne!(code, 0, "{name}");
        assert!(!found.is_empty(), "{name}");
    }
}

#[test]
fn missing_files_and_odd_files_cannot_be_read() {
    let folder = folder(&[("a.json", clean().as_bytes())]);
    let (code, found) = findings(folder.path(), &["missing.json", "a.json", "a.json/b.json"]);
    assert_eq!(code, 2);
    let paths: Vec<_> = found.iter().map(|one| (one["rule"].as_str(), one["path"].as_str())).collect();
    assert_eq!(
        paths,
        [(Some("unreadable-file"), Some("a.json/b.json")), (Some("unreadable-file"), Some("missing.json"))]
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_said() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("a.json", clean().as_bytes())]);
    let path = folder.path().join("a.json");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("the file is ours");
    let privileged = fs::File::open(&path).is_ok();
    let (code, found) = findings(folder.path(), &["a.json"]);
    if privileged {
        // Permissions do not stop this user from reading, so the file is checked like any other.
        assert_eq!((code, found.len()), (0, 0));
    } else {
        assert_eq!((code, places(&found)), (2, vec![("unreadable-file", 1, 1)]));
        assert!(found[0]["message"].as_str().expect("text").contains("not permitted"));
    }
}

#[cfg(unix)]
#[test]
fn a_socket_cannot_be_read_by_any_user() {
    let folder = folder(&[]);
    let _socket = std::os::unix::net::UnixListener::bind(folder.path().join("s.json")).expect("a socket");
    let (code, found) = findings(folder.path(), &["s.json"]);
    assert_eq!((code, places(&found)), (2, vec![("unreadable-file", 1, 1)]));
}

#[cfg(unix)]
#[test]
fn a_named_pipe_is_read_like_a_file() {
    let folder = folder(&[]);
    let path = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&path).status().expect("mkfifo runs");
    assert!(made.success());
    let content = super::faulty();
    let writer = std::thread::spawn(move || fs::write(path, content));
    let (code, found) = findings(folder.path(), &["pipe"]);
    writer.join().expect("the writer ends").expect("the pipe was read");
    assert_eq!(code, 1);
    assert_eq!(found[0]["subject"], "B7");
}

#[cfg(unix)]
#[test]
fn a_named_pipe_is_no_stream_to_be_looked_into() {
    let folder = folder(&[("file", super::faulty().as_bytes())]);
    let path = folder.path().join("pipe");
    let made = std::process::Command::new("mkfifo").arg(&path).status().expect("mkfifo runs");
    assert!(made.success());
    let writer = std::thread::spawn(move || fs::write(path, super::faulty()));
    let lines = |name: &str| run(ksb(folder.path()).args(["check", "--format", "jsonl", name]));
    let piped = lines("pipe");
    writer.join().expect("the writer ends").expect("the pipe was read");
    let plain = lines("file");
    assert_eq!((piped.code, piped.out.lines().count()), (plain.code, plain.out.lines().count()));
    assert!(piped.out.contains("\"B7\""), "{}", piped.out);
}

#[test]
fn a_file_over_the_size_limit_is_refused() {
    let content = clean();
    let folder = folder(&[("a.json", content.as_bytes())]);
    let size = |bytes: usize| findings(folder.path(), &["a.json", "--max-size", &bytes.to_string()]);
    assert_eq!(size(content.len()).0, 0);
    let (code, found) = size(content.len() - 1);
    assert_eq!((code, places(&found)), (2, vec![("unreadable-file", 1, 1)]));
    let piped = ["check", "-", "--max-size", "10"];
    assert_eq!(run(ksb(folder.path()).args(piped).write_stdin(content)).code, 2);
}

#[test]
fn invalid_utf8_is_one_error_with_its_first_places() {
    let content = clean().replacen(
        "\"version\"",
        "\"keywords\": [\"\u{1}\u{1}\", \"\u{1} \u{1} \u{1}\"],\n  \"version\"",
        1,
    );
    let bytes: Vec<u8> = content.bytes().map(|byte| if byte == 1 { 0x93 } else { byte }).collect();
    let (code, found) = check(&bytes);
    assert_eq!(code, 1);
    let invalid: Vec<_> = found.iter().filter(|one| one["rule"] == "invalid-utf8").collect();
    assert_eq!(invalid.len(), 1);
    assert_eq!(invalid[0]["labels"].as_array().map(Vec::len), Some(3));
    assert!(invalid[0]["message"].as_str().expect("text").contains("4 places"));
}

#[test]
fn a_byte_order_mark_is_a_warning_with_a_fix() {
    let (code, found) = check(format!("\u{feff}{}", clean()).as_bytes());
    assert_eq!((code, places(&found)), (0, vec![("byte-order-mark", 1, 1)]));
    assert_eq!(found[0]["severity"], "warning");
    assert_eq!(found[0]["fix"]["safe"], true);
    assert_eq!(found[0]["fix"]["edits"][0]["span"], serde_json::json!([0, 3]));
}

#[test]
fn json_that_breaks_its_rules_is_an_error_at_its_place() {
    let faults: [(&str, &str, u64); 6] = [
        ("\"overview\": \"1\", \"overview\": \"2\"", "duplicate-key", 45),
        ("\"overview\": \"\\ud83d\"", "syntax", 41),
        ("\"larsCode\": 1 // soon\n", "syntax", 42),
        ("\"keywords\": [\"a\",]", "syntax", 44),
        ("\"keywords\": [\"a\" \"b\"]", "syntax", 44),
        ("\"overview\": \"\u{7}\"", "syntax", 41),
    ];
    for (member, rule, column) in faults {
        let (code, found) = check(&document(member));
        assert_eq!(code, 1, "{member}");
        let at_place = places(&found).into_iter().find(|one| one.0 == rule && one.1 == 1);
        assert_eq!(at_place, Some((rule, 1, column)), "{member}: {found:?}");
    }
    let number = format!("\"larsCode\": {}", "9".repeat(400));
    let (code, found) = check(&document(&number));
    assert_eq!(code, 1);
    assert!(places(&found).contains(&("syntax", 1, 40)), "{found:?}");
}

#[test]
fn deep_nesting_is_refused() {
    let (code, found) = check("[".repeat(100_000).as_bytes());
    assert_eq!(code, 2);
    assert_eq!(places(&found), [("unrecognised-format", 1, 128)]);
    let nested = format!("\"keywords\": {}{}", "[".repeat(100_000), "]".repeat(100_000));
    let (code, found) = check(&document(&nested));
    assert_eq!(code, 1);
    assert!(found.iter().any(|one| one["rule"] == "syntax"), "{found:?}");
}

#[test]
fn no_choice_of_severities_hides_what_cannot_be_read() {
    let folder = folder(&[("b.json", b"no document")]);
    let off = ["b.json", "--rule", "unrecognised-format=off", "--severity", "error", "--fail-on", "never"];
    let known = findings(folder.path(), &["b.json"]);
    assert_eq!(known.0, 2);
    assert_eq!(findings(folder.path(), &off), known);
}
