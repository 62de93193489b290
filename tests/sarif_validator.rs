//! What Microsoft's validator says about the format `sarif`. Needs `tests/sarif/node_modules`; without them, the test
//! says that it is skipped, unless `KSB_REQUIRE_CLIENTS` is set.
#![allow(clippy::disallowed_methods, reason = "the test runs programs on files")]

#[path = "common/skipped.rs"]
mod skipped;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use skipped::{Want, skip};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// A copy of the validator in a folder, because npm installs it as a file that is not executable.
fn validator(folder: &Path) -> Option<PathBuf> {
    let package = Path::new(ROOT).join("tests/sarif/node_modules/@microsoft/sarif-multitool-linux");
    let copy = folder.join("validator");
    let there = fs::copy(package.join("Sarif.Multitool"), &copy).is_ok();
    if !(cfg!(target_os = "linux") && there) {
        skip(Want::Clients, "tests/sarif/node_modules has no validator that runs here");
        return None;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(&copy, fs::Permissions::from_mode(0o755)).expect("a copy of ours may be run");
    }
    Some(copy)
}

/// A log with findings of all severities and in all kinds of files, with fixes and with ignored findings.
fn log(folder: &Path) -> PathBuf {
    let ignore = "[[ignore]]\npath = \"mapping.standard.json\"\nrule = \"unmapped-ksb\"\nsubject = \"K5\"\nreason = \"so\"\n";
    fs::write(folder.join("ksb.toml"), format!("misspelt = 1\n{ignore}")).expect("settings are written");
    let samples = fs::read_dir(Path::new(ROOT).join("samples/broken")).expect("the samples");
    let mut names = vec!["odd name é%.json".into()];
    fs::write(folder.join("odd name é%.json"), "nothing known\nat all\n").expect("a file is written");
    for sample in samples.map(|sample| sample.expect("a sample").path()).filter(|path| path.is_file()) {
        let name = sample.file_name().expect("a file has a name").to_owned();
        fs::copy(&sample, folder.join(&name)).expect("a sample is copied");
        names.push(name);
    }
    let ksb = Command::new(env!("CARGO_BIN_EXE_ksb"))
        .current_dir(folder)
        .args(["check", "--severity", "advice", "--output", "sarif:log.sarif"])
        .args(names)
        .output()
        .expect("ksb runs");
    assert_eq!(ksb.status.code(), Some(2), "{}", String::from_utf8_lossy(&ksb.stderr));
    folder.join("log.sarif")
}

#[test]
fn the_validator_misses_nothing_but_addresses() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let Some(validator) = validator(folder.path()) else { return };
    let log = log(folder.path());
    let text = fs::read_to_string(&log).expect("the log was written");
    for part in ["suppressions", "fixes", "toolExecutionNotifications", "snippet", "contextRegion"] {
        assert!(text.contains(&format!("\"{part}\"")), "{part}");
    }
    let output = Command::new(validator)
        .args(["validate", "--level", "Error;Warning;Note", "--kind", "Fail", "--output"])
        .arg(folder.path().join("told.sarif"))
        .arg(&log)
        // It does not need language data, and it would fetch every URL that a log names.
        .env("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")
        .env("HTTPS_PROXY", "http://127.0.0.1:9")
        .env("HTTP_PROXY", "http://127.0.0.1:9")
        .output()
        .expect("the validator runs");
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && told.contains("Analysis completed successfully"), "{told}");
    let is_serious = |line: &&str| line.contains("): error ") || line.contains("): warning ");
    let serious: Vec<&str> = told.lines().filter(is_serious).collect();
    // The program does not have its own website.
    let address = "warning SARIF2005: runs[0].tool.driver: The tool 'ksb' does not provide 'informationUri'.";
    assert!(matches!(serious[..], [one] if one.contains(address)), "{serious:#?}");
    let is_of_text = |line: &&str| ["SARIF2010", "SARIF2011"].iter().any(|note| line.contains(note));
    let without_text: Vec<&str> = told.lines().filter(is_of_text).collect();
    assert_eq!(without_text, [""; 0], "a snippet or its surroundings are missing");
}
