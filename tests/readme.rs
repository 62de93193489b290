//! `README.md` and the pages in `docs` are up to date: their generated parts are between `<!-- … -->` and `<!-- end
//! -->`. `UPDATE_DOCS=1 cargo test` writes them.
#![allow(clippy::disallowed_methods, reason = "the test reads and writes the page")]

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use assert_cmd::Command;
use ksb::model::Format;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn readme() -> String {
    fs::read_to_string(Path::new(ROOT).join("README.md")).expect("README.md is there")
}

/// What `ksb` shows for the arguments, as in a file: no colour, whatever the terminal.
fn ksb(arguments: &str) -> String {
    let mut command = Command::cargo_bin("ksb").expect("the program is built");
    command.current_dir(ROOT).env_remove("CLICOLOR_FORCE").env_remove("FORCE_COLOR").env("NO_COLOR", "1");
    let output = command.args(arguments.split(' ')).output().expect("ksb runs");
    assert!(output.stderr.is_empty(), "ksb {arguments}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("ksb shows text")
}

/// The lines `first-last` of a text.
fn lines(range: &str, text: &str) -> String {
    let (first, last) = range.split_once('-').expect("a range is FIRST-LAST");
    let [first, last]: [usize; 2] = [first, last].map(|number| number.parse().expect("a line has a number"));
    text.lines().skip(first - 1).take(last + 1 - first).fold(String::new(), |out, line| out + line + "\n")
}

fn formats() -> String {
    let mut table = "| `--from` | what it is |\n|---|---|\n".to_owned();
    for format in Format::ALL {
        writeln!(table, "| `{}` | {} |", format.name(), format.noun()).expect("a string takes a line");
    }
    table
}

/// What belongs under the mark `<!-- mark -->`, or `None` if it does not mark anything generated.
fn generated(mark: &str) -> Option<String> {
    if let Some(arguments) = mark.strip_prefix("$ ksb ") {
        return Some(format!("```console\n{mark}\n{}```\n", ksb(arguments)));
    }
    if let Some((range, of)) = mark.strip_prefix("lines ").and_then(|rest| rest.split_once(" of ")) {
        if let Some(arguments) = of.strip_prefix("$ ksb ") {
            return Some(format!("```console\n{of}\n{}…\n```\n", lines(range, &ksb(arguments))));
        }
        let text = fs::read_to_string(Path::new(ROOT).join(of)).expect("the file is there");
        return Some(format!("```json\n{}```\n", lines(range, &text)));
    }
    (mark == "formats").then(formats)
}

/// The page with its generated parts made again, and how many there are.
fn regenerated(page: &str) -> (String, usize) {
    let (mut out, mut count) = (String::new(), 0);
    let mut rest = page.lines();
    while let Some(line) = rest.next() {
        out.push_str(line);
        out.push('\n');
        let mark = line.strip_prefix("<!-- ").and_then(|mark| mark.strip_suffix(" -->"));
        if let Some(part) = mark.and_then(generated) {
            assert!(rest.any(|line| line == "<!-- end -->"), "`{line}` has no end");
            out.push_str(&part);
            out.push_str("<!-- end -->\n");
            count += 1;
        }
    }
    (out, count)
}

/// The pages that people read, by path.
fn pages() -> Vec<String> {
    let docs = fs::read_dir(Path::new(ROOT).join("docs")).expect("docs is there");
    let names = docs.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    let mut pages: Vec<String> = names
        .filter(|name| Path::new(name).extension().is_some_and(|end| end == "md"))
        .map(|name| format!("docs/{name}"))
        .collect();
    pages.sort();
    pages.extend(["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(str::to_owned));
    pages
}

#[test]
fn the_readme_shows_what_the_command_says() {
    let mut counts = 0;
    for name in pages() {
        let path = Path::new(ROOT).join(&name);
        let page = fs::read_to_string(&path).expect("the page is there");
        let (anew, count) = regenerated(&page);
        counts += count;
        if env::var_os("UPDATE_DOCS").is_some() {
            fs::write(path, anew).expect("the page can be written");
        } else {
            assert!(page == anew, "{name} is out of date: run UPDATE_DOCS=1 cargo test\n{anew}");
        }
    }
    assert!(counts >= 6, "the marks of the pages are gone: {counts} are left");
}

#[test]
fn the_readme_names_every_command() {
    let help = ksb("--help");
    let listed =
        help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    // The description of a command may continue on the line below it, indented further.
    let first_lines = listed.filter_map(|line| line.strip_prefix("  ").filter(|line| !line.starts_with(' ')));
    let names: Vec<&str> = first_lines.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.contains(&"check"), "{help}");
    let page = readme();
    for name in names.into_iter().filter(|name| *name != "help") {
        assert!(page.contains(&format!("`ksb {name}")), "README.md does not name `ksb {name}`");
    }
}

#[test]
fn the_readme_links_to_existing_files() {
    for page in pages() {
        let path = Path::new(ROOT).join(&page);
        let text = fs::read_to_string(&path).expect("the page is there");
        let folder = path.parent().expect("a page is in a folder");
        let targets = text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
        for target in targets.filter(|target| !target.is_empty() && !target.contains("://")) {
            assert!(folder.join(target).exists(), "{page} links to {target}, which is not there");
        }
    }
}
