//! `ksb check --fix`: what is changed, what is not, and that a file is either the old one or the
//! new one, whatever happens.
#![allow(clippy::disallowed_methods, reason = "these tests make files and run the program")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use assert_cmd::Command;
use ksb::config::Config;
use ksb::fix::{Fixed, Fixes, NotEdited, fix};
use ksb::read::encoding::decode;
use ksb::source::SourceId;
use tempfile::TempDir;

const BIN: &str = env!("CARGO_BIN_EXE_ksb");

/// A document with CRLF line endings, a byte order mark, unusual spaces and an unusual number, and
/// five findings that can be fixed.
const AWKWARD: &str = "\u{feff}{\r\n  \"kind\" : \"apprenticeship\",\r\n\t\"title\":\"Cellar\u{a0}keeper\",\r\n  \"level\": 3,\r\n  \
    \"summary\": [ \"Found in\\u00a0wineries \u{1f377} and\u{202f}cellars.\" ],\r\n  \
    \"duties\": [{\"code\":\"d1\",\"text\":\"Rack bottles.\",\"ksbs\":[ \"K1\" ,  \"K1\" , \"S1\", \"B1\"]}],\r\n  \
    \"knowledge\": [{\"code\":\"K1\",\"text\":\"How bottles are stored.\"}],\r\n  \
    \"skills\": [{\"code\":\"S1\",\"text\":\"Rack bottles.\"}],\r\n  \
    \"behaviours\": [{\"code\":\"B1\",\"text\":\"Take care.\"}]}";

/// The same, with the fixes made by hand.
fn awkward_fixed() -> String {
    let text = AWKWARD.trim_start_matches('\u{feff}').replace('\u{a0}', " ").replace("\\u00a0", " ");
    text.replace('\u{202f}', " ").replace("\"K1\" ,  \"K1\" ,", "\"K1\" ,").replace("\"d1\"", "\"D1\"")
}

fn fixed(text: &[u8], which: Fixes) -> Result<Fixed, NotEdited> {
    let (source, encoding) = decode(SourceId(0), "x", text.to_vec()).expect("text");
    fix(&source, &encoding, None, which, &Config::default(), |_, found| found)
}

fn samples() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let folders = [root.clone(), root.join("broken"), root.join("pages"), root.join("drafts")];
    let entries = folders.iter().flat_map(|folder| fs::read_dir(folder).expect("samples are there"));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("it is readable").path()).collect();
    paths.retain(|path| path.is_file() && path.extension().is_some_and(|end| end != "md"));
    paths.sort();
    paths
}

fn folder(name: &str, content: impl AsRef<[u8]>) -> (TempDir, PathBuf) {
    let folder = TempDir::new().expect("a folder can be made");
    let path = folder.path().join(name);
    fs::write(&path, content).expect("files can be written");
    (folder, path)
}

fn check(path: &Path, options: &[&str]) -> (i32, String, String) {
    let output = Command::new(BIN)
        .args(["check", "--no-progress", "--color=never", "--format=concise"])
        .args(options)
        .arg(path)
        .output()
        .expect("the command runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    (output.status.code().expect("an exit code"), text(output.stdout), text(output.stderr))
}

#[test]
fn only_the_spans_change() {
    let result = fixed(AWKWARD.as_bytes(), Fixes::Safe).expect("JSON is edited");
    assert_eq!(result.text, awkward_fixed());
    let mut rules: Vec<&str> = result.fixed.iter().map(|found| found.rule).collect();
    rules.sort_unstable();
    assert_eq!(rules, ["byte-order-mark", "duplicate-mapping", "no-break-space", "no-break-space", "schema"]);
}

#[test]
fn fixing_every_sample_is_complete_and_idempotent() {
    let mut fixes = 0;
    for path in samples() {
        let bytes = fs::read(&path).expect("it is readable");
        for which in [Fixes::Safe, Fixes::All] {
            let name = path.to_string_lossy();
            let is_record = name.ends_with(".html") || name.ends_with(".catalogue.json");
            let once = match fixed(&bytes, which) {
                Ok(once) if !is_record => once,
                Err(NotEdited::Record) if is_record => continue,
                Err(NotEdited::NotText(_)) if name.ends_with(".docx") || name.ends_with(".xlsx") => continue,
                Err(NotEdited::Unrecognised) if path.ends_with("not-a-standard.txt") => continue,
                other => panic!("{}: {other:?}", path.display()),
            };
            fixes += once.fixed.len();
            let wanted = |safe: bool| safe || which == Fixes::All;
            let left =
                once.left.iter().filter(|found| found.fix.as_ref().is_some_and(|fix| wanted(fix.safe)));
            assert_eq!(left.count(), 0, "{}", path.display());
            let twice = fixed(once.text.as_bytes(), which).expect("it was edited before");
            assert_eq!((twice.text == once.text, twice.fixed.len()), (true, 0), "{}", path.display());
        }
    }
    assert!(fixes > 10, "the samples have faults that can be fixed, but only {fixes} were");
}

#[test]
fn pages_of_text_are_edited_and_saved_pages_are_not() {
    let text =
        fs::read_to_string(samples()[0].parent().expect("a folder").join("pages/canal-lock-keeper-1.0.txt"))
            .expect("the sample is there");
    let odd = text.replacen(" and ", "\u{a0}and\u{a0}", 4).replace('\n', "\r\n");
    let result = fixed(odd.as_bytes(), Fixes::Safe).expect("text is edited");
    assert!(!result.fixed.is_empty() && result.text.matches("\r\n").count() == odd.matches("\r\n").count());
    assert_eq!(result.text.replace('\u{a0}', " "), odd.replace('\u{a0}', " "));
    let page = samples().into_iter().find(|path| path.extension().is_some_and(|end| end == "html"));
    let page = fs::read_to_string(page.expect("a saved page")).expect("it is readable");
    let page = format!("\u{feff}{}", page.replacen(" and ", "&nbsp;and&nbsp;", 4));
    assert_eq!(fixed(page.as_bytes(), Fixes::All), Err(NotEdited::Record));
    let (_folder, path) = folder("page.html", &page);
    let (_, stdout, stderr) = check(&path, &["--fix"]);
    assert!(stdout.contains("byte-order-mark") && stderr.contains("page.html: a saved page records"));
    assert_eq!(fs::read_to_string(&path).expect("it is there"), page);
}

#[test]
fn what_cannot_be_written_back_is_left_alone() {
    let bytes = [AWKWARD.as_bytes(), b" \xff"].concat();
    assert_eq!(fixed(&bytes, Fixes::All), Err(NotEdited::NotUtf8));
    assert_eq!(fixed("\u{feff}hello".as_bytes(), Fixes::All), Err(NotEdited::Unrecognised));
}

#[test]
fn fix_then_check_is_clean() {
    let (_folder, path) = folder("a.standard.json", AWKWARD);
    let (code, stdout, stderr) = check(&path, &["--fix"]);
    assert_eq!((code, stderr.as_str()), (0, "Fixed 5 findings in 1 file\n"), "{stdout}");
    assert_eq!(fs::read_to_string(&path).expect("it is there"), awkward_fixed());
    let (code, stdout, _) = check(&path, &[]);
    let gone = ["byte-order-mark", "duplicate-mapping", "no-break-space", "schema"];
    assert!(code == 0 && !gone.iter().any(|rule| stdout.contains(rule)), "{stdout}");
    let (code, _, stderr) = check(&path, &["--fix"]);
    assert_eq!((code, stderr.as_str()), (0, "Nothing to fix\n"));
    assert_eq!(fs::read_to_string(&path).expect("it is there"), awkward_fixed());
}

#[test]
fn diff_shows_and_writes_nothing() {
    let (_folder, path) = folder("a.standard.json", AWKWARD);
    for options in [&["--diff"][..], &["--diff", "--fix"]] {
        let (code, stdout, stderr) = check(&path, options);
        assert_eq!((code, stderr.as_str()), (1, "Would fix 5 findings in 1 file\n"));
        assert!(
            stdout.starts_with("--- a/") && stdout.contains("\n-\t\"title\":\"Cellar\u{a0}keeper\",\r\n")
        );
        assert!(stdout.contains("\n+\t\"title\":\"Cellar keeper\",\r\n"));
        assert_eq!(fs::read_to_string(&path).expect("it is there"), AWKWARD);
    }
    fs::write(&path, awkward_fixed()).expect("it can be written");
    assert_eq!(check(&path, &["--diff"]), (0, String::new(), "Nothing to fix\n".to_owned()));
    let (code, stdout, stderr) = check(&path.with_file_name("gone.json"), &["--diff"]);
    assert_eq!((code, stdout.as_str()), (2, ""));
    assert!(stderr.contains("gone.json: there is no such file"), "{stderr}");
}

#[test]
fn a_code_that_leads_nowhere_goes_only_if_asked() {
    let dangling = awkward_fixed().replace("[ \"K1\" ,", "[ \"K8\",\"K9\", \"K1\" ,");
    let (_folder, path) = folder("a.standard.json", &dangling);
    let (code, _, stderr) = check(&path, &["--fix"]);
    assert_eq!((code, stderr.as_str()), (1, "Nothing to fix; 2 more with `--unsafe-fixes`\n"));
    assert_eq!(fs::read_to_string(&path).expect("it is there"), dangling);
    let (code, _, stderr) = check(&path, &["--fix", "--unsafe-fixes"]);
    assert_eq!((code, stderr.as_str()), (0, "Fixed 2 findings in 1 file\n"));
    assert_eq!(fs::read_to_string(&path).expect("it is there"), awkward_fixed());
    assert_eq!(check(&path, &["--unsafe-fixes"]).0, 2, "it needs --fix or --diff");
}

#[test]
fn standard_input_is_shown_and_never_fixed() {
    let run = |option: &str| {
        let output = Command::new(BIN).args(["check", option, "-"]).write_stdin(AWKWARD).output();
        let output = output.expect("the command runs");
        (output.status.code(), String::from_utf8(output.stdout).expect("text"))
    };
    let (code, stdout) = run("--diff");
    assert!(code == Some(1) && stdout.starts_with("--- a/<stdin>\n"), "{stdout}");
    assert_eq!(run("--fix").0, Some(2));
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};

    let (folder, path) = folder("a.standard.json", AWKWARD);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o604)).expect("they can be set");
    let link = folder.path().join("link.standard.json");
    symlink("a.standard.json", &link).expect("links can be made");
    assert_eq!(check(&link, &["--fix"]).0, 0);
    assert!(link.is_symlink());
    assert_eq!(fs::read_to_string(&path).expect("it is there"), awkward_fixed());
    assert_eq!(fs::metadata(&path).expect("it is there").permissions().mode() & 0o777, 0o604);
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 2, "nothing is left behind");
}

/// A document with this many texts to fix and a lot of white space after it, so that it takes a while to write but not
/// to check; and the same document when it is fixed.
fn long(count: usize) -> (String, String) {
    let code = |n: usize| format!("\"K{n}\"");
    let codes: Vec<String> = (1..=count).map(code).collect();
    let statement = |n| format!("{{ \"code\": \"K{n}\", \"text\": \"How the\u{a0}bottle {n} is stored.\" }}");
    let statements: Vec<String> = (1..=count).map(statement).collect();
    let text = format!(
        "{{\n  \"kind\": \"apprenticeship\",\n  \"title\": \"Cellar keeper\",\n  \"level\": 3,\n  \"duties\": [{{ \
         \"code\": \"D1\", \"text\": \"Rack bottles.\", \"ksbs\": [{}] }}],\n  \"knowledge\": [\n    {}\n  ]\n}}{}",
        codes.join(", "),
        statements.join(",\n    "),
        "\n".repeat(60_000)
    );
    let fixed = text.replace('\u{a0}', " ");
    (text, fixed)
}

fn fixing(path: &Path) -> Child {
    let mut command = std::process::Command::new(BIN);
    command.args(["check", "--fix", "--no-progress", "--format=concise"]).arg(path);
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the command runs")
}

/// Waits until the process has begun to write, or has ended.
fn until_it_writes(child: &mut Child, folder: &Path) {
    while child.try_wait().expect("it can be waited for").is_none() {
        if fs::read_dir(folder).expect("a folder").count() > 1 {
            break;
        }
    }
}

#[test]
fn a_killed_process_leaves_the_old_file_or_the_new_one() {
    let (old, new) = long(10);
    let (folder, path) = folder("a.standard.json", &old);
    let start = Instant::now();
    fixing(&path).wait().expect("it ends");
    let whole = start.elapsed();
    assert_eq!(fs::read_to_string(&path).expect("it is there"), new);
    let (mut seen_old, mut random) = (0, 12345_u32);
    for round in 0..200 {
        for entry in fs::read_dir(folder.path()).expect("a folder") {
            fs::remove_file(entry.expect("it is readable").path()).expect("it can be removed");
        }
        fs::write(&path, &old).expect("it can be written");
        let mut child = fixing(&path);
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        match round {
            0 => {}
            round if round % 2 == 0 => sleep(whole * (random >> 16) / 65_536),
            _ => until_it_writes(&mut child, folder.path()),
        }
        sleep(Duration::from_micros(u64::from(random >> 22) * u64::from(round % 3 == 1)));
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        let text = fs::read_to_string(&path).expect("there is a file at every moment");
        assert!(text == old || text == new, "round {round}: {} bytes", text.len());
        seen_old += usize::from(text == old);
    }
    assert!(seen_old > 0, "a process that is killed at once has not written");
}

#[test]
fn what_is_ignored_is_not_fixed() {
    let text = "{ \"kind\": \"apprenticeship\", \"title\": \"Cellar\u{a0}keeper\", \"level\": 3,\n\
        \"summary\": [\"Found in\u{a0}cellars.\"], \"duties\": [],\n\
        \"x-ksb-ignore\": [{ \"rule\": \"no-break-space\", \"subject\": \"title\", \"reason\": \"a brand\" }] }\n";
    let (_folder, path) = folder("a.standard.json", text);
    let (_, out, err) = check(&path, &["--fix"]);
    assert!(err.contains("Fixed 1 finding in 1 file"), "{err}");
    assert!(!out.contains("no-break-space"), "{out}");
    let fixed = fs::read_to_string(&path).expect("the file is there");
    assert_eq!(fixed, text.replace("in\u{a0}cellars", "in cellars"));
}
