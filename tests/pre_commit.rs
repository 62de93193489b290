//! The hooks of `.pre-commit-hooks.yaml`, run by the real pre-commit as its users run it.
#![allow(clippy::disallowed_methods, reason = "the test writes a repository and looks at its environment")]

#[path = "common/skipped.rs"]
mod skipped;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use skipped::{Want, skip};
use tempfile::TempDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
/// A sample without an error.
const GOOD: &str = "canal-lock-keeper-1.1.standard.json";
/// A sample with statements that are not mapped to any duty.
const BROKEN: &str = "mapping.standard.json";
/// The broken sample under a name that the hooks leave alone.
const OTHER: &str = "mapping.json";

/// Whether the programs that `ksb` works with must be there.
fn clients_are_required() -> bool {
    env::var_os("KSB_REQUIRE_CLIENTS").is_some()
}

/// The program `pre-commit`; without it, the test that asks says that it is skipped, unless
/// `KSB_REQUIRE_CLIENTS` is set.
fn pre_commit() -> Option<OsString> {
    let program = env::var_os("KSB_PRE_COMMIT").unwrap_or_else(|| "pre-commit".into());
    let answers =
        Command::new(&program).arg("--version").output().is_ok_and(|output| output.status.success());
    let is_repository = Path::new(ROOT).join(".git").exists();
    match (answers, is_repository) {
        (true, true) => return Some(program),
        (false, _) => skip(Want::Clients, "pre-commit is not installed"),
        (true, false) => {
            skip(Want::Clients, "this is no git repository, from which pre-commit could take the hook");
        }
    }
    None
}

/// The repository of a hook, and its name.
type Hook<'h> = (&'h Path, &'h str);

/// A scratch repository with a good and a broken document.
struct Scratch {
    folder: TempDir,
    pre_commit: OsString,
}

impl Scratch {
    fn new(pre_commit: OsString) -> Self {
        let folder = TempDir::new().expect("there is room for a scratch folder");
        let scratch = Self { folder, pre_commit };
        fs::create_dir(scratch.repository()).expect("the folder is empty");
        let samples = Path::new(ROOT).join("samples");
        for (from, to) in
            [(GOOD, GOOD), ("broken/mapping.standard.json", BROKEN), ("broken/mapping.standard.json", OTHER)]
        {
            fs::copy(samples.join(from), scratch.repository().join(to)).expect("the sample is there");
        }
        for args in [["init", "--quiet"], ["add", "."]] {
            let status = scratch.command("git").args(args).status().expect("git runs");
            assert!(status.success(), "git {args:?}");
        }
        scratch
    }

    fn repository(&self) -> PathBuf {
        self.folder.path().join("repository")
    }

    /// A command in the repository, without what a hook around these tests may have set.
    fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(self.repository()).env("PRE_COMMIT_HOME", self.folder.path().join("home"));
        for name in ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "PRE_COMMIT_COLOR", "SKIP"] {
            command.env_remove(name);
        }
        command
    }

    /// Runs a hook of this project over `files`: whether it passed, and what was shown.
    fn run(&self, hook: Hook<'_>, files: &[&str], environment: &[(&str, OsString)]) -> (bool, String) {
        let mut command = self.command(&self.pre_commit);
        command.arg("try-repo").arg(hook.0).args([hook.1, "--color", "never", "--files"]).args(files);
        command.envs(environment.iter().map(|(name, value)| (name, value)));
        let output = command.output().expect("pre-commit runs");
        let shown = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8_lossy(&shown).into_owned())
    }

    /// The hook passes the good document, stops the broken one and says why, and does not look at any others.
    fn assert_hook_works(&self, hook: Hook<'_>, environment: &[(&str, OsString)]) {
        let (passed, shown) = self.run(hook, &[GOOD], environment);
        assert!(passed && shown.contains("Passed"), "{shown}");
        let (passed, shown) = self.run(hook, &[GOOD, BROKEN, OTHER], environment);
        assert!(!passed && shown.contains("Failed"), "{shown}");
        assert!(shown.contains("unmapped-ksb") && shown.contains(BROKEN), "{shown}");
        assert!(!shown.contains(OTHER) && !shown.contains(GOOD), "{shown}");
        let (passed, shown) = self.run(hook, &[OTHER], environment);
        assert!(passed && shown.contains("Skipped"), "{shown}");
    }
}

#[test]
fn the_hook_runs_an_installed_ksb() {
    let Some(pre_commit) = pre_commit() else { return };
    let ksb = Path::new(env!("CARGO_BIN_EXE_ksb"));
    let folder = ksb.parent().expect("the program stands in a folder").to_owned();
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(folder).chain(env::split_paths(&path));
    let path = env::join_paths(folders).expect("these folders came from a path");
    Scratch::new(pre_commit).assert_hook_works((ROOT.as_ref(), "ksb-check-system"), &[("PATH", path)]);
}

/// Builds the project as pre-commit does for its users, without `Cargo.lock` and from the registry; that takes a
/// minute, so it is done only if clients are required.
#[test]
fn the_hook_builds_ksb_from_its_source() {
    if !clients_are_required() {
        return skip(Want::Clients, "the hook that builds ksb is tried where KSB_REQUIRE_CLIENTS is set");
    }
    let Some(pre_commit) = pre_commit() else { return };
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pre-commit");
    let environment = [
        ("CARGO_TARGET_DIR", target.into_os_string()),
        // This tests that it can be built, not how fast it is.
        ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0".into()),
        ("CARGO_PROFILE_RELEASE_LTO", "off".into()),
        ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16".into()),
    ];
    Scratch::new(pre_commit).assert_hook_works((ROOT.as_ref(), "ksb-check"), &environment);
}

/// The repository of the hooks that do not need a compiler, as its users have it, and where pip finds the wheel.
fn hooks_on_the_wheel(scratch: &Scratch) -> Option<(PathBuf, OsString)> {
    let target =
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| Path::new(ROOT).join("target"), PathBuf::from);
    let wheels = target.join("dist/wheels");
    if !wheels.exists() {
        skip(Want::Clients, "packages/build has not made the wheel");
        return None;
    }
    let hooks = scratch.folder.path().join("hooks");
    fs::create_dir(&hooks).expect("the folder is empty");
    for name in ["pyproject.toml", ".pre-commit-hooks.yaml"] {
        fs::copy(Path::new(ROOT).join("hooks").join(name), hooks.join(name)).expect("the file is there");
    }
    let who = ["-c", "user.name=ksb", "-c", "user.email=ksb@example.org"];
    for args in [&["init", "--quiet"][..], &["add", "."], &["commit", "--quiet", "--message", "Hooks"]] {
        let mut git = scratch.command("git");
        let status = git.args(who).args(args).current_dir(&hooks).status().expect("git runs");
        assert!(status.success(), "git {args:?}");
    }
    Some((hooks, wheels.into_os_string()))
}

#[test]
fn the_hooks_on_the_wheel_need_no_compiler() {
    let Some(pre_commit) = pre_commit() else { return };
    let scratch = Scratch::new(pre_commit);
    let Some((hooks, wheels)) = hooks_on_the_wheel(&scratch) else { return };
    let environment = [("PIP_FIND_LINKS", wheels), ("CARGO", "no-such-program".into())];
    scratch.assert_hook_works((&hooks, "ksb-check"), &environment);
    let run = |hook: &str, files: &[&str]| scratch.run((&hooks, hook), files, &environment);
    let (passed, shown) = run("ksb-fmt", &[GOOD]);
    assert!(!passed && shown.contains("files were modified by this hook"), "{shown}");
    let (passed, shown) = run("ksb-fmt", &[GOOD]);
    assert!(passed, "{shown}");
    let (passed, shown) = run("ksb-fix", &[GOOD]);
    assert!(passed, "{shown}");
    let who = ["-c", "user.name=ksb", "-c", "user.email=ksb@example.org"];
    let committed =
        scratch.command("git").args(who).args(["commit", "--quiet", "--message", "Drafts"]).status();
    assert!(committed.expect("git runs").success());
    let path = scratch.repository().join(GOOD);
    let text = fs::read_to_string(&path).expect("the sample is there");
    fs::write(&path, text.replacen("lock", "sluice", 1)).expect("the sample is written");
    let (passed, shown) = run("ksb-diff", &[GOOD]);
    assert!(passed && shown.contains("1.1"), "{shown}");
}
