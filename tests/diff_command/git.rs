//! git: `REV:PATH`, what changed since a commit, and `git diff` itself.

use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use super::{NEW, OLD, Ran, diff, folder, ksb, run, sample, standard, write};

pub(crate) const FILE: &str = "lock.standard.json";

/// Real git in a folder, without the configuration of the person who runs the tests.
fn git(folder: &Path, arguments: &[&str]) -> Ran {
    let program = Path::new(env!("CARGO_BIN_EXE_ksb")).parent().expect("it is in a folder");
    let mut path = program.as_os_str().to_owned();
    path.push(":");
    path.push(std::env::var_os("PATH").unwrap_or_default());
    let output = Command::new("git")
        .current_dir(folder)
        .args(["-c", "user.name=Tess Ter", "-c", "user.email=tess@example.test"])
        .args(["-c", "init.defaultBranch=trunk", "-c", "commit.gpgsign=false"])
        .args(arguments)
        .env_clear()
        .env("PATH", path)
        .env("HOME", folder)
        .env("LC_ALL", "C.UTF-8")
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .expect("git runs");
    Ran {
        code: output.status.code().expect("git is not killed"),
        out: String::from_utf8(output.stdout).expect("output is UTF-8"),
        err: String::from_utf8(output.stderr).expect("output is UTF-8"),
    }
}

/// Runs git and expects it to work.
pub(crate) fn done(folder: &Path, arguments: &[&str]) {
    let ran = git(folder, arguments);
    assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.err);
}

/// A repository with two commits of a standard.
pub(crate) fn repository() -> TempDir {
    let folder =
        folder(&[(FILE, &sample(OLD)), ("sub/kite.standard.json", &standard(&["The names of winds."]))]);
    done(folder.path(), &["init", "--quiet"]);
    done(folder.path(), &["add", "."]);
    done(folder.path(), &["commit", "--quiet", "-m", "one"]);
    write(folder.path(), FILE, &sample(NEW));
    done(folder.path(), &["commit", "--quiet", "-a", "-m", "two"]);
    folder
}

/// What every comparison of the two versions says somewhere.
const SAID: &str = "S10 → S11 ! number changed: 24 → 12";

#[test]
fn a_side_can_be_in_a_commit() {
    let repository = repository();
    let file = format!("HEAD~1:{FILE}");
    let ran = diff(repository.path(), &[&file, FILE]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains(SAID) && ran.out.contains("Old: HEAD~1:lock.standard.json"), "{}", ran.out);
    assert_eq!(diff(repository.path(), &[&file, &format!("HEAD:{FILE}"), "--stat"]).out.lines().count(), 1);
    let below = repository.path().join("sub");
    assert!(diff(&below, &["HEAD~1:./../lock.standard.json", "../lock.standard.json"]).out.contains(SAID));
    let missing = diff(repository.path(), &["HEAD:no.json", FILE]);
    assert_eq!((missing.code, missing.out.as_str()), (2, ""));
    assert!(missing.err.contains("path 'no.json' does not exist in 'HEAD'"), "{}", missing.err);
    let option = diff(repository.path(), &["--", "--help:x", FILE]);
    assert_eq!((option.code, option.out.as_str()), (2, ""));
}

#[test]
fn a_file_wins_over_a_commit_of_that_name() {
    let repository = repository();
    write(repository.path(), "HEAD~1:lock.standard.json", &sample(NEW));
    let ran = diff(repository.path(), &["HEAD~1:lock.standard.json", FILE, "--stat"]);
    assert!(ran.out.ends_with(": no differences\n"), "{}", ran.out);
}

#[test]
fn the_environment_says_where_the_repository_is() {
    let repository = repository();
    let elsewhere = folder(&[("new.json", &sample(NEW))]);
    let mut command = ksb(elsewhere.path());
    command.env("GIT_DIR", repository.path().join(".git"));
    let ran = run(command.args(["diff", "HEAD~1:lock.standard.json", "new.json"]));
    assert!(ran.code == 0 && ran.out.contains(SAID), "{}", ran.err);
}

#[test]
fn what_changed_since_a_commit() {
    let repository = repository();
    let one = diff(repository.path(), &["HEAD~1", FILE]);
    assert!(one.code == 0 && one.out.contains(SAID), "{}", one.err);
    write(repository.path(), "sub/kite.standard.json", &standard(&["The names of winds.", "How to land."]));
    write(repository.path(), "sub/new.standard.json", &standard(&["x"]).replace("ST9990", "ST9991"));
    let whole = diff(repository.path(), &["HEAD~1", ".", "--stat"]);
    assert_eq!(whole.out.lines().count(), 3, "{}{}", whole.out, whole.err);
    assert!(whole.out.contains("sub/new.standard.json: added"), "{}", whole.out);
    let below = diff(&repository.path().join("sub"), &["HEAD~1", ".", "--stat"]);
    assert_eq!(below.out.lines().count(), 2, "{}{}", below.out, below.err);
    let absolute = repository.path().join(FILE);
    let absolute = diff(repository.path(), &["HEAD~1", absolute.to_str().expect("UTF-8")]);
    assert!(absolute.out.contains(SAID), "{}", absolute.err);
    let several = diff(repository.path(), &["HEAD~1", FILE, "sub/kite.standard.json", "--stat"]);
    assert_eq!(several.out.lines().count(), 2, "{}", several.out);
    let nowhere = diff(repository.path(), &["HEAD~1", "no.json", FILE]);
    assert!(nowhere.code == 2 && nowhere.err.contains("is neither in HEAD~1 nor in the working tree"));
    std::fs::remove_file(repository.path().join(FILE)).expect("it is there");
    let gone = diff(repository.path(), &["HEAD~1", FILE, "sub", "--stat"]);
    assert!(gone.out.contains("lock.standard.json: removed"), "{}{}", gone.out, gone.err);
}

/// `git diff` with the driver that `ksb install-git` sets up.
fn installed(repository: &TempDir) {
    let mut command = ksb(repository.path());
    command.env("HOME", repository.path()).env("GIT_CONFIG_NOSYSTEM", "1");
    let ran = run(command.arg("install-git"));
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.contains("*.standard.json diff=ksb"), "{}", ran.out);
}

#[test]
fn git_diff_shows_what_changed() {
    let repository = repository();
    installed(&repository);
    installed(&repository);
    let attributes =
        std::fs::read_to_string(repository.path().join(".git/info/attributes")).expect("written");
    assert_eq!(attributes, "*.standard.json diff=ksb\n*.occupational-map.json diff=ksb\n");
    let ran = git(repository.path(), &["diff", "HEAD~1", "HEAD"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert!(ran.out.starts_with("== lock.standard.json\nCanal lock keeper\n"), "{}", ran.out);
    assert!(ran.out.contains(SAID) && !ran.out.contains("@@"), "{}", ran.out);
    assert!(!ran.out.contains('\u{1b}'), "no terminal, no colour");
    let coloured = git(repository.path(), &["-c", "color.diff=always", "diff", "HEAD~1", "HEAD"]);
    assert!(coloured.out.contains("\u{1b}[31m[-24-]"), "{}", coloured.out);
}

#[test]
fn git_diff_tells_what_is_unread_and_not_what_is_wrong() {
    let repository = repository();
    installed(&repository);
    let kite = standard(&["The names of winds.", "How to land."]);
    let twice = kite.replace("\"K2\"\n      ]", "\"K2\",\n        \"K2\"\n      ]");
    assert_ne!(kite, twice);
    write(repository.path(), "sub/kite.standard.json", &twice);
    let out = git(repository.path(), &["diff"]).out;
    assert!(out.starts_with("== sub/kite.standard.json\n") && !out.contains("could not be read"), "{out}");
    write(repository.path(), "sub/kite.standard.json", &kite.replace("\"level\": 2", "\"level\": 2,, "));
    let out = git(repository.path(), &["diff"]).out;
    assert!(out.contains("Some of it could not be read: "), "{out}");
}

#[test]
fn git_diff_shows_added_deleted_renamed_and_unreadable_files() {
    let repository = repository();
    installed(&repository);
    write(repository.path(), "came.standard.json", &standard(&["x"]));
    write(repository.path(), FILE, "no standard at all\n");
    std::fs::remove_file(repository.path().join("sub/kite.standard.json")).expect("it is there");
    done(repository.path(), &["add", "--all"]);
    let out = git(repository.path(), &["diff", "--cached", "--no-renames"]).out;
    assert!(out.contains("came.standard.json: added\n"), "{out}");
    assert!(out.contains("sub/kite.standard.json: deleted\n"), "{out}");
    assert!(out.contains("lock.standard.json: not compared as a standard: b/lock.standard.json: "), "{out}");
    assert!(out.contains("`git diff --no-ext-diff` shows its lines"), "{out}");
    done(repository.path(), &["reset", "--quiet", "--hard"]);
    done(repository.path(), &["mv", FILE, "renamed.standard.json"]);
    let text = sample(NEW).replacen("\"level\": 2", "\"level\": 3", 1);
    write(repository.path(), "renamed.standard.json", &text);
    let out = git(repository.path(), &["diff", "-M", "HEAD"]).out;
    assert!(out.starts_with("== lock.standard.json → renamed.standard.json\n"), "{out}");
    assert!(out.contains("Level 2 → 3"), "{out}");
}

#[test]
fn the_configuration_can_be_looked_at_first() {
    let repository = repository();
    let ran = run(ksb(repository.path()).args(["install-git", "--print"]));
    assert_eq!(ran.code, 0);
    assert!(ran.out.contains("git config --local diff.ksb.command \"ksb git-diff-driver\"\n"), "{}", ran.out);
    assert!(!repository.path().join(".git/info/attributes").exists());
    let home = folder(&[]);
    let mut command = ksb(home.path());
    command.env("HOME", home.path()).env("GIT_CONFIG_NOSYSTEM", "1");
    assert_eq!(run(command.args(["install-git", "--global"])).code, 0);
    let attributes = std::fs::read_to_string(home.path().join(".config/git/attributes")).expect("written");
    assert_eq!(attributes, "*.standard.json diff=ksb\n*.occupational-map.json diff=ksb\n");
    let outside = run(ksb(home.path()).arg("install-git"));
    assert!(
        outside.code == 2 && outside.err.contains("git did not accept the configuration"),
        "{}",
        outside.err
    );
}

#[test]
fn the_driver_says_when_git_did_not_call_it() {
    let folder = folder(&[]);
    let unmerged = run(ksb(folder.path()).args(["git-diff-driver", "a.standard.json"]));
    assert_eq!((unmerged.code, unmerged.out.as_str()), (0, "a.standard.json: not merged yet\n"));
    let wrong = run(ksb(folder.path()).args(["git-diff-driver", "a", "b"]));
    assert!(wrong.code == 2 && wrong.err.contains("only git runs this command"), "{}", wrong.err);
}

#[test]
fn names_of_files_cannot_take_the_terminal_over() {
    let repository = repository();
    installed(&repository);
    let name = "a\u{1b}[31m\u{202e}.standard.json";
    write(repository.path(), name, &standard(&["The names of winds."]));
    done(repository.path(), &["add", "."]);
    let out = git(repository.path(), &["diff", "--cached"]).out;
    assert_eq!(out, "a\\u{1b}[31m\\u{202e}.standard.json: added\n");
    let gated = diff(repository.path(), &["HEAD", ".", "--fail-on", "revision"]);
    assert!(
        gated.code == 1 && !gated.err.contains('\u{1b}') && !gated.out.contains('\u{1b}'),
        "{}",
        gated.err
    );
}
