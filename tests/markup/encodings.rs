//! Text in other encodings, as a user meets it.

use std::path::Path;
use std::process::Command;

use ksb::source::sha256_hex;
use serde_json::Value;

const TEXT: &str = "Code,Text\r\nK1,The farmer’s law on wax.\r\nK2,The farmer’s law on honey.\r\nS1,Wash – for £5 – a jar.\r\n";

/// The result of `ksb ARGUMENTS FILE`: its exit code and standard output.
fn run(arguments: &[&str], file: &Path) -> (Option<i32>, String) {
    let output =
        Command::new(env!("CARGO_BIN_EXE_ksb")).args(arguments).arg(file).output().expect("ksb runs");
    (output.status.code(), String::from_utf8(output.stdout).expect("output is text"))
}

#[test]
fn text_in_another_encoding_is_read_and_left_alone() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let utf16 = |bytes: fn(u16) -> [u8; 2]| TEXT.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let marked = [vec![0xff, 0xfe], utf16(u16::to_le_bytes)].concat();
    let old =
        TEXT.replace('’', "\u{92}").replace('–', "\u{96}").chars().map(|c| c as u8).collect::<Vec<u8>>();
    for (name, bytes) in [("a.csv", old), ("b.csv", marked), ("c.csv", utf16(u16::to_be_bytes))] {
        let path = folder.path().join(name);
        std::fs::write(&path, &bytes).expect("a file is written");
        let (code, out) = run(&["check", "--format", "json"], &path);
        let report: Value = serde_json::from_str(&out).expect("JSON");
        let found = report["diagnostics"].as_array().expect("findings");
        let rules: Vec<&str> = found.iter().filter_map(|one| one["rule"].as_str()).collect();
        assert_eq!((code, rules), (Some(0), vec!["other-encoding"]), "{name}: {out}");
        let native: Value = serde_json::from_str(&run(&["convert"], &path).1).expect("JSON");
        assert_eq!(native["knowledge"][0]["text"], "The farmer’s law on wax.");
        assert_eq!(native["source"]["sha256"], sha256_hex(&bytes), "{name}");
        let _ran = run(&["check", "--fix", "--unsafe-fixes"], &path);
        assert_eq!(std::fs::read(&path).expect("it is there"), bytes, "{name}");
    }
}
