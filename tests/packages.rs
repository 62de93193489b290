//! What people install, installed as they install it: the wheel, the packages for npm, the .deb, the archive.
//!
//! `packages/build` makes them; without them, or without a program that installs one, a test says that it is skipped.
#![allow(clippy::disallowed_methods, reason = "the tests install packages into scratch folders")]

#[path = "common/skipped.rs"]
mod skipped;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

use skipped::{Want, skip};
use tempfile::TempDir;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const VERSION: &str = env!("CARGO_PKG_VERSION");
const SAMPLE: &str = "samples/broken/mapping.standard.json";

/// The folder of the packages, or `None` if they were not built.
fn dist() -> Option<PathBuf> {
    let target =
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| Path::new(ROOT).join("target"), PathBuf::from);
    let dist = target.join("dist");
    if dist.join("SHA256SUMS").exists() {
        return Some(dist);
    }
    skip(Want::Clients, "packages/build has not made the packages");
    None
}

/// The one file in a folder whose name begins and ends like this.
fn file(folder: &Path, begins: &str, ends: &str) -> PathBuf {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let is_it = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(begins) && name.ends_with(ends)
    };
    let found: Vec<PathBuf> = entries.filter(is_it).collect();
    assert_eq!(found.len(), 1, "{begins}*{ends} in {}: {found:?}", folder.display());
    found.into_iter().next().unwrap_or_default()
}

/// Runs a program that must succeed.
fn run(command: &mut Command) -> Output {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(output.status.success(), "{command:?}: {output:?}");
    output
}

/// The program finds the same in a sample as the program that was built here.
fn assert_is_ksb(program: &Path) {
    let found = |program: &Path| {
        let mut command = Command::new(program);
        command.args(["check", "--format", "json", SAMPLE]).current_dir(ROOT);
        let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
        (output.status.code(), String::from_utf8(output.stdout).expect("UTF-8"))
    };
    let expected = found(Path::new(env!("CARGO_BIN_EXE_ksb")));
    assert_eq!(expected.0, Some(1));
    assert_eq!(found(program), expected);
}

#[test]
fn the_wheel_is_installed_without_a_compiler() {
    let Some(dist) = dist() else { return };
    let wheel = file(&dist.join("wheels"), &format!("ksb_cli-{VERSION}-py3-none-"), ".whl");
    if cfg!(target_os = "linux") {
        assert!(wheel.to_string_lossy().contains("manylinux"), "{}", wheel.display());
    }
    let scratch = TempDir::new().expect("a folder");
    let venv = scratch.path().join("venv");
    run(Command::new("python3").args(["-m", "venv"]).arg(&venv));
    run(Command::new(venv.join("bin/pip")).args(["install", "--quiet", "--no-index"]).arg(&wheel));
    assert_is_ksb(&venv.join("bin/ksb"));
}

#[test]
fn the_source_distribution_holds_what_is_built() {
    let Some(dist) = dist() else { return };
    let sdist = file(&dist.join("wheels"), &format!("ksb_cli-{VERSION}"), ".tar.gz");
    let listed = run(Command::new("tar").arg("-tzf").arg(&sdist)).stdout;
    let listed = String::from_utf8(listed).expect("UTF-8");
    for name in ["pyproject.toml", "Cargo.lock", "build.rs", "src/bin/ksb/main.rs", "schemas/", "README.md"] {
        assert!(listed.contains(&format!("ksb_cli-{VERSION}/{name}")), "{name}: {listed}");
    }
}

#[test]
fn npm_installs_the_program_of_the_platform() {
    let Some(dist) = dist() else { return };
    let npm = dist.join("npm");
    let main = file(&npm, &format!("ksb-cli-{VERSION}"), ".tgz");
    let scratch = TempDir::new().expect("a folder");
    let install = |packages: &[&Path]| {
        let mut command = Command::new("npm");
        command.args(["install", "--offline", "--no-audit", "--no-fund", "--silent", "--omit=optional"]);
        run(command.args(packages).current_dir(scratch.path()));
    };
    let ksb = scratch.path().join("node_modules/.bin/ksb");
    install(&[&main]);
    let lost = Command::new(&ksb).arg("--version").output().expect("node runs");
    let said = String::from_utf8_lossy(&lost.stderr);
    assert_eq!(lost.status.code(), Some(2), "{said}");
    assert!(said.contains("there is no package @ksb-cli/") && !said.contains("at "), "{said}");
    let os = if cfg!(target_os = "macos") { "darwin" } else { "linux" };
    install(&[&main, &file(&npm, &format!("ksb-cli-{os}-"), ".tgz")]);
    assert_is_ksb(&ksb);
}

#[test]
fn the_deb_has_manual_pages_and_completions() {
    let Some(dist) = dist() else { return };
    if Command::new("dpkg-deb").arg("--version").output().is_err() {
        return skip(Want::Clients, "there is no dpkg-deb here");
    }
    let deb = file(&dist, &format!("ksb_{VERSION}"), ".deb");
    let scratch = TempDir::new().expect("a folder");
    run(Command::new("dpkg-deb").arg("-x").arg(&deb).arg(scratch.path()));
    for path in [
        "usr/share/man/man1/ksb.1.gz",
        "usr/share/man/man1/ksb-check.1.gz",
        "usr/share/bash-completion/completions/ksb",
        "usr/share/zsh/vendor-completions/_ksb",
        "usr/share/fish/vendor_completions.d/ksb.fish",
        "usr/share/doc/ksb/copyright",
    ] {
        assert!(scratch.path().join(path).exists(), "{path}");
    }
    assert_is_ksb(&scratch.path().join("usr/bin/ksb"));
}

#[test]
fn the_archive_is_complete_and_its_sum_is_right() {
    let Some(dist) = dist() else { return };
    run(Command::new("sha256sum").args(["--check", "--quiet", "SHA256SUMS"]).current_dir(&dist));
    let archive = file(&dist, &format!("ksb-{VERSION}-"), ".tar.gz");
    let scratch = TempDir::new().expect("a folder");
    run(Command::new("tar").arg("-xzf").arg(&archive).arg("-C").arg(scratch.path()));
    let folder = file(scratch.path(), "ksb-", "");
    for path in ["man/ksb-diff.1.gz", "completions/ksb.fish", "LICENSE-MIT", "README.md"] {
        assert!(folder.join(path).exists(), "{path}");
    }
    assert_is_ksb(&folder.join("ksb"));
}

/// All packages have the version of the crate.
#[test]
fn versions_agree() {
    let read = |path: &str| fs::read_to_string(Path::new(ROOT).join(path)).expect("a file");
    let hooks = read("hooks/pyproject.toml");
    for line in [format!("version = \"{VERSION}\""), format!("dependencies = [\"ksb-cli=={VERSION}\"]")] {
        assert!(hooks.lines().any(|own| own == line), "hooks/pyproject.toml: {line}");
    }
}
