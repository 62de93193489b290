//! git again, in repositories that were made to do harm: it is asked for what it has, and for nothing else.

use std::fs;

use super::git::{FILE, done, repository};
use super::{ksb, run};

/// A clone of the repository that has the commits but not the old files.
fn without_old_files(filter: &str) -> tempfile::TempDir {
    let up = repository();
    for name in ["uploadpack.allowFilter", "uploadpack.allowAnySHA1InWant"] {
        done(up.path(), &["config", name, "true"]);
    }
    let parent = tempfile::tempdir().expect("a folder can be made");
    let url = format!("file://{}", up.path().display());
    done(parent.path(), &["clone", "--quiet", filter, &url, "part"]);
    fs::remove_dir_all(up.path()).expect("it can be removed");
    parent
}

#[test]
fn that_an_old_version_cannot_be_read_is_said() {
    for filter in ["--filter=blob:none", "--filter=tree:0"] {
        let parent = without_old_files(filter);
        let part = parent.path().join("part");
        let since = run(ksb(&part).args(["check", "--since", "HEAD~1", "--format", "concise", FILE]));
        assert_eq!((since.code, since.out.as_str()), (2, ""), "{filter}");
        assert!(since.err.contains("cannot be read as it was at `HEAD~1`"), "{filter}: {}", since.err);
        let diff = run(ksb(&part).args(["diff", "HEAD~1", FILE]));
        assert_eq!((diff.code, diff.out.as_str()), (2, ""), "{filter}");
        assert!(diff.err.contains("cannot be read in `HEAD~1`"), "{filter}: {}", diff.err);
        let side = run(ksb(&part).args(["diff", &format!("HEAD~1:{FILE}"), FILE]));
        assert_eq!((side.code, side.out.as_str()), (2, ""), "{filter}");
        for said in [&since.err, &diff.err, &side.err] {
            assert!(said.contains("this partial clone does not have it, and ksb does not fetch"), "{said}");
            assert!(
                said.contains(&format!("{FILE}` to get it")) && !said.contains("there is no file"),
                "{said}"
            );
        }
        let nowhere = run(ksb(&part).args(["diff", "HEAD:no.json", FILE]));
        assert!(nowhere.err.contains("does not exist in 'HEAD'"), "{}", nowhere.err);
    }
}

#[test]
fn git_says_itself_why_it_does_not_answer() {
    let (repository, outside) = (repository(), tempfile::tempdir().expect("a folder can be made"));
    fs::copy(repository.path().join(FILE), outside.path().join(FILE)).expect("a copy");
    let broken = tempfile::tempdir().expect("a folder can be made");
    fs::copy(repository.path().join(FILE), broken.path().join(FILE)).expect("a copy");
    fs::write(broken.path().join(".git"), "no such thing\n").expect("a file");
    let (here, outside, broken) = (repository.path(), outside.path(), broken.path());
    for (folder, name, value, why) in [
        (here, "PATH", "/nowhere", "the program `git` cannot be run"),
        (here, "GIT_DIR", "/nowhere", "not a git repository: '/nowhere'"),
        (here, "GIT_TEST_ASSUME_DIFFERENT_OWNER", "1", "detected dubious ownership"),
        (outside, "GIT_CEILING_DIRECTORIES", "/", "not a git repository"),
        (broken, "HOME", "/nowhere", "invalid gitfile format"),
    ] {
        for arguments in [&["check", "--since", "HEAD~1", FILE][..], &["diff", "HEAD~1", FILE]] {
            let ran = run(ksb(folder).env(name, value).args(arguments));
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{name}");
            assert!(
                ran.err.contains(why) && !ran.err.contains("neither a file nor a revision"),
                "{name}: {}",
                ran.err
            );
        }
    }
}

#[test]
fn a_shallow_clone_says_so() {
    let repository = repository();
    let parent = tempfile::tempdir().expect("a folder can be made");
    let url = format!("file://{}", repository.path().display());
    done(parent.path(), &["clone", "--quiet", "--depth=1", &url, "part"]);
    let since = run(ksb(&parent.path().join("part")).args(["check", "--since", "HEAD~1", FILE]));
    assert!(since.code == 2 && since.err.contains("`git fetch --unshallow`"), "{}", since.err);
}

#[test]
fn a_file_that_was_not_there_has_no_old_version() {
    let repository = repository();
    fs::copy(repository.path().join(FILE), repository.path().join("new.standard.json")).expect("a copy");
    let since = run(ksb(repository.path()).args(["check", "--since", "HEAD~1", "new.standard.json"]));
    assert_ne!(since.code, 2, "{}", since.err);
    let diff = run(ksb(repository.path()).args(["diff", "HEAD~1", "new.standard.json"]));
    assert_ne!(diff.code, 2, "{}", diff.err);
}

#[test]
fn what_is_no_revision_is_told() {
    let repository = repository();
    for name in ["^HEAD", "HEAD..HEAD~1", "HEAD~1..HEAD", "-x", "--all", "HEAD HEAD~1"] {
        let since = run(ksb(repository.path()).args(["check", &format!("--since={name}"), FILE]));
        assert_eq!((since.code, since.out.as_str()), (2, ""), "{name}");
        assert!(
            since.err.contains("is neither a file nor a revision in this git repository"),
            "{name}: {}",
            since.err
        );
    }
}

#[cfg(unix)]
#[test]
fn no_command_that_a_repository_names_is_run() {
    use std::os::unix::fs::PermissionsExt;

    let repository = repository();
    let (program, mark) = (repository.path().join("run.sh"), repository.path().join("RAN"));
    fs::write(&program, format!("#!/bin/sh\ntouch '{}'\ncat\n", mark.display())).expect("a script");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("it can be run");
    let command = program.to_str().expect("a path");
    for name in [
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "core.gitProxy",
        "core.alternateRefsCommand",
        "diff.external",
        "diff.ksb.command",
        "diff.ksb.textconv",
        "filter.ksb.smudge",
        "filter.ksb.process",
        "alias.cat-file",
        "alias.rev-parse",
        "credential.helper",
        "uploadpack.packObjectsHook",
    ] {
        done(repository.path(), &["config", name, command]);
    }
    for hook in ["post-index-change", "post-checkout", "fsmonitor-watchman"] {
        fs::copy(&program, repository.path().join(".git/hooks").join(hook)).expect("a hook");
    }
    fs::write(repository.path().join(".gitattributes"), "* diff=ksb filter=ksb\n").expect("attributes");
    let since = run(ksb(repository.path()).args(["check", "--since", "HEAD~1", FILE]));
    let diff = run(ksb(repository.path()).args(["diff", "HEAD~1", FILE]));
    let side = run(ksb(repository.path()).args(["diff", &format!("HEAD~1:{FILE}"), FILE]));
    assert!([since.code, diff.code, side.code].iter().all(|code| *code != 2), "{}{}", since.err, diff.err);
    assert!(!mark.exists());
}
