//! What runs in pipelines: the action, the component for GitLab, the workflows, and the recipes in `docs/ci.md`.
#![allow(
    clippy::disallowed_methods,
    reason = "the tests write recipes into scratch files and run the scripts"
)]

#[path = "common/skipped.rs"]
mod skipped;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use skipped::{Want, skip};
use tempfile::TempDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Whether this program is on the path; a test that needs it says that it is skipped.
fn has(program: &str) -> bool {
    let found = Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success());
    if !found {
        skip(Want::Clients, &format!("{program} is not installed"));
    }
    found
}

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(ROOT).join(path)).expect("a file")
}

/// The file matches the schema with this name, which check-jsonschema includes.
fn assert_fits(schema: &str, path: &Path) {
    let mut command = Command::new("check-jsonschema");
    command.args(["--builtin-schema", schema]).arg(path);
    if schema == "vendor.gitlab-ci" {
        command.args(["--data-transform", "gitlab-ci"]);
    }
    let output = command.output().expect("check-jsonschema runs");
    assert!(output.status.success(), "{}: {}", path.display(), String::from_utf8_lossy(&output.stdout));
}

/// The blocks of YAML below a heading of `docs/ci.md`.
fn recipes(heading: &str) -> Vec<String> {
    let page = read("docs/ci.md");
    let section = page.split("\n## ").find(|section| section.starts_with(heading)).expect("a section");
    let blocks = section.split("```yaml\n").skip(1);
    blocks.map(|block| block.split("```").next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn files_fit_their_schemas() {
    if !has("check-jsonschema") {
        return;
    }
    let root = Path::new(ROOT);
    assert_fits("vendor.github-actions", &root.join("action.yml"));
    for name in ["ci.yml", "release.yml"] {
        assert_fits("vendor.github-workflows", &root.join(".github/workflows").join(name));
    }
    let scratch = TempDir::new().expect("a folder");
    let written = |name: String, text: &str| {
        let path = scratch.path().join(name);
        fs::write(&path, text).expect("a file");
        path
    };
    // The first document of a component names its inputs; the other is the job.
    let template = read("templates/check/template.yml");
    let (_, job) = template.split_once("\n---\n").expect("two documents");
    assert_fits("vendor.gitlab-ci", &written("component.yml".into(), job));
    for (heading, schema, count) in [
        ("GitHub", "vendor.github-workflows", 1),
        ("GitLab", "vendor.gitlab-ci", 2),
        ("Azure", "vendor.azure-pipelines", 1),
    ] {
        let all = recipes(heading);
        assert_eq!(all.len(), count, "{heading}");
        for (number, recipe) in all.iter().enumerate() {
            assert_fits(schema, &written(format!("{heading}-{number}.yml"), recipe));
        }
    }
}

#[test]
fn zizmor_finds_nothing_in_workflows() {
    if !has("zizmor") {
        return;
    }
    let paths = ["action.yml", ".github/workflows"].map(|path| Path::new(ROOT).join(path));
    let output = Command::new("zizmor").args(["--offline", "--no-progress", "--quiet"]).args(paths).output();
    let output = output.expect("zizmor runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

/// A run of one of the action's scripts, in a folder with a broken standard and its good version in the previous
/// commit.
struct Action {
    folder: TempDir,
}

impl Action {
    fn new() -> Self {
        let action = Self { folder: TempDir::new().expect("a folder") };
        let standard = action.folder.path().join("a.standard.json");
        fs::copy(Path::new(ROOT).join("samples/canal-lock-keeper-1.0.standard.json"), &standard)
            .expect("a sample");
        action.git(&["init", "--quiet", "--initial-branch", "main"]);
        action.git(&["add", "."]);
        action.git(&[
            "-c",
            "user.name=a",
            "-c",
            "user.email=a@example.org",
            "commit",
            "--quiet",
            "-m",
            "One",
        ]);
        action.git(&["remote", "add", "origin", "."]);
        fs::copy(Path::new(ROOT).join("samples/canal-lock-keeper-1.1.standard.json"), &standard)
            .expect("a sample");
        action
    }

    fn git(&self, args: &[&str]) -> String {
        let output =
            Command::new("git").args(args).current_dir(self.folder.path()).output().expect("git runs");
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stdout).expect("UTF-8").trim().to_owned()
    }

    /// Runs a script with the programs in `bin` before all others. Returns its exit code and what it wrote.
    fn run(&self, script: &str, variables: &[(&str, &str)]) -> (Option<i32>, String) {
        let bin = self.folder.path().join("bin");
        let ksb = Path::new(env!("CARGO_BIN_EXE_ksb")).parent().expect("a folder").to_owned();
        let paths = env::var_os("PATH").unwrap_or_default();
        let paths = [bin, ksb].into_iter().chain(env::split_paths(&paths));
        let output = Command::new("bash")
            .arg(Path::new(ROOT).join("action").join(script))
            .current_dir(self.folder.path())
            .env("PATH", env::join_paths(paths).expect("paths"))
            .env("RUNNER_TEMP", self.folder.path())
            .env("GITHUB_OUTPUT", self.path("output"))
            .envs(variables.iter().copied())
            .output()
            .expect("bash runs");
        (output.status.code(), String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}

#[cfg(unix)]
#[test]
fn the_action_checks_and_keeps_the_findings() {
    let action = Action::new();
    fs::copy(Path::new(ROOT).join("samples/broken/mapping.standard.json"), action.path("a.standard.json"))
        .expect("a sample");
    let (code, shown) =
        action.run("check.sh", &[("KSB_PATHS", "a.standard.json\n"), ("KSB_ARGS", "--no-config\n")]);
    assert_eq!(code, Some(1), "{shown}");
    assert!(shown.contains("::error ") && shown.contains("file=a.standard.json"), "{shown}");
    let sarif = fs::read_to_string(action.path("ksb.sarif")).expect("a file");
    assert!(sarif.contains("unmapped-ksb"));
    assert_eq!(fs::read_to_string(action.path("output")).expect("a file"), "sarif=ksb.sarif\n");
}

/// `gh` is a stand-in that knows one comment and keeps what it is given.
#[cfg(unix)]
#[test]
fn the_action_writes_one_comment() {
    use std::os::unix::fs::PermissionsExt;

    if !has("jq") {
        return;
    }
    let action = Action::new();
    fs::create_dir(action.path("bin")).expect("a folder");
    let gh = action.path("bin/gh");
    let stand_in = "#!/bin/sh\necho \"$*\" >>\"$RUNNER_TEMP/asked\"\ncase \"$*\" in *--paginate*) cat \"$RUNNER_TEMP/known\";; esac\n";
    fs::write(&gh, stand_in).expect("a file");
    fs::set_permissions(&gh, fs::Permissions::from_mode(0o755)).expect("it may be run");
    let base = action.git(&["rev-parse", "HEAD"]);
    let variables = [
        ("KSB_BASE", base.as_str()),
        ("KSB_PULL_REQUEST", "7"),
        ("GITHUB_REPOSITORY", "example/drafts"),
        ("KSB_PATHS", "."),
    ];
    for (known, asked) in [
        ("", "POST repos/example/drafts/issues/7/comments"),
        ("12\n", "PATCH repos/example/drafts/issues/comments/12"),
    ] {
        fs::write(action.path("known"), known).expect("a file");
        let (code, shown) = action.run("comment.sh", &variables);
        assert_eq!(code, Some(0), "{shown}");
        assert!(fs::read_to_string(action.path("asked")).expect("a file").contains(asked), "{asked}");
        let comment = fs::read_to_string(action.path("ksb-comment.md")).expect("a file");
        assert!(comment.starts_with("<!-- ksb-diff -->\n") && comment.contains("revision"), "{comment}");
    }
    action.git(&["checkout", "--quiet", "."]);
    fs::remove_file(action.path("asked")).expect("a file");
    fs::write(action.path("known"), "").expect("a file");
    assert_eq!(action.run("comment.sh", &variables).0, Some(0));
    assert!(!fs::read_to_string(action.path("asked")).expect("a file").contains("POST"));
}
