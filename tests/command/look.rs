//! Colour, width and character set.

use super::{clean, faulty, folder, ksb, run, with_faults};

#[test]
fn colour_is_a_choice_of_the_user() {
    let folder = folder(&[("a.json", faulty().as_bytes())]);
    let coloured = |environment: &[(&str, &str)], arguments: &[&str]| {
        let mut command = ksb(folder.path());
        command.envs(environment.iter().copied()).args(["check", "a.json"]).args(arguments);
        run(&mut command).out.contains('\u{1b}')
    };
    assert!(!coloured(&[], &[]), "standard output is no terminal");
    assert!(coloured(&[("CLICOLOR_FORCE", "1")], &[]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "0")], &[]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], &[]));
    assert!(coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "")], &[]));
    assert!(coloured(&[("NO_COLOR", "1")], &["--color", "always"]));
    assert!(!coloured(&[("CLICOLOR_FORCE", "1")], &["--color", "never"]));
}

#[test]
fn lines_are_drawn_in_what_the_locale_can_show() {
    let folder = folder(&[("a.json", faulty().as_bytes())]);
    let out = |locale: &str| run(ksb(folder.path()).env("LC_ALL", locale).args(["check", "a.json"])).out;
    assert!(out("en_GB.UTF-8").contains("╭─[a.json:"));
    assert!(out("C").contains(",-[a.json:"));
    assert!(out("C").is_ascii());
}

#[test]
fn long_lines_keep_to_the_width() {
    let one_line: String = faulty().lines().map(str::trim).collect();
    let folder = folder(&[("a.json", one_line.as_bytes()), ("b.json", clean().as_bytes())]);
    for width in ["60", "80", "200"] {
        let out = run(ksb(folder.path()).args(["check", "a.json", "b.json", "--width", width])).out;
        let columns: usize = width.parse().expect("a number");
        assert!(out.contains("error[unmapped-ksb]") && out.contains("B7"), "{out}");
        for line in out.lines().filter(|line| !line.contains("-[a.json:")) {
            assert!(line.chars().count() <= columns, "{width}: {line}");
        }
    }
}

#[test]
fn many_findings_of_a_rule_are_folded() {
    let folder = folder(&[("a.json", with_faults(40).as_bytes())]);
    let shown = |limit: &[&str]| {
        let ran = run(ksb(folder.path()).args(["check", "a.json"]).args(limit));
        (ran.out.matches("error[unmapped-ksb]").count(), ran.out)
    };
    let (count, out) = shown(&[]);
    assert_eq!(count, 25);
    assert!(out.contains("... and 15 more findings for unmapped-ksb in a.json"), "{out}");
    assert_eq!(shown(&["--limit", "0"]).0, 40);
}
