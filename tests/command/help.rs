//! Help: a screen for `-h`, all of it for `--help`, and what shells complete.

use super::{folder, ksb, run};

const COMMANDS: [&str; 20] = [
    "check",
    "diff",
    "history",
    "progression",
    "matrix",
    "migrate",
    "convert",
    "new",
    "fmt",
    "renumber",
    "server",
    "init",
    "rules",
    "explain",
    "schema",
    "extract",
    "completions",
    "man",
    "install-git",
    "git-diff-driver",
];

fn help(arguments: &[&str]) -> String {
    let ran = run(ksb(folder(&[]).path()).env("COLUMNS", "80").args(arguments));
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
    ran.out
}

#[test]
fn the_short_help_is_one_screen() {
    let of_commands = COMMANDS.map(|command| help(&[command, "-h"]));
    for text in of_commands.iter().chain([&help(&["-h"])]) {
        // The list of all commands is a little longer.
        let most = if text.contains("<COMMAND>") { 31 } else { 24 };
        assert!(text.lines().count() <= most, "{text}");
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    }
}

#[test]
fn the_long_help_has_every_option_and_the_exit_codes() {
    let long = help(&["check", "--help"]);
    for part in ["--max-size", "--starts-at", "--show-files", "\nExamples:\n", "\nExit codes:\n  0  "] {
        assert!(long.contains(part), "{part}: {long}");
    }
    assert!(!help(&["check", "-h"]).contains("--starts-at"));
    for command in ["check", "diff", "history", "matrix", "migrate", "convert", "fmt", "renumber"] {
        let long = help(&[command, "--help"]);
        let end = long.split("Exit codes:\n").nth(1).unwrap_or_else(|| panic!("{long}"));
        // A wrapped line of the list does not count as a line of the list.
        assert!(end.lines().all(|line| line.starts_with("  ")), "{end}");
        assert!(long.lines().all(|line| line.chars().count() <= 80), "{long}");
        assert!(!long.contains("american-spelling"), "{long}");
    }
}

#[test]
fn shells_complete_the_names_of_rules() {
    let fish = help(&["completions", "fish"]);
    let operands = "complete -c ksb -n \"__fish_ksb_using_subcommand explain\" -f -a \"american-spelling ";
    assert!(fish.contains(operands), "fish completes what stands behind a command");
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = help(&["completions", shell]);
        if ["bash", "zsh", "fish"].contains(&shell) {
            for word in ["unmapped-ksb", "mapping", "unmapped-ksb=off", "check-report", "install-git"] {
                assert!(script.contains(word), "{shell}: {word}");
            }
        }
    }
    assert!(!help(&["man", "check"]).contains("american\\-spelling"));
}
