//! `docs/messages.md`: every text that the program shows.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use std::time::Duration;

use assert_cmd::Command;
use ksb::diagnostic::Diagnostic;
use ksb::lint::Group;
use ksb::rules::ALL;
use tempfile::TempDir;

use crate::literals::{FileTexts, texts_in};
use crate::templates::Template;
use crate::{ROOT, findings, text_of};

/// Code whose texts are not for readers: data, and what is already on the page.
const LEFT_OUT: [&str; 26] = [
    "src/bin/ksb/cli/",
    "src/catalogue/starts.rs",
    "src/citing/cues.rs",
    "src/citing/heads.rs",
    "src/citing/vocabulary.rs",
    "src/facts/table",
    "src/listing/row_type.rs",
    "src/model/residue.rs",
    "src/model/routes.rs",
    "src/model/wording.rs",
    "src/project/mod.rs",
    "src/read/html/facts.rs",
    "src/read/html/statements.rs",
    "src/read/looks_like/lines.rs",
    "src/read/looks_like/plan.rs",
    "src/read/map_text/",
    "src/read/page/detect.rs",
    "src/read/page/footer.rs",
    "src/read/page/fragments.rs",
    "src/read/page/head.rs",
    "src/read/page/labels.rs",
    "src/read/page/layout/",
    "src/read/page/sections.rs",
    "src/report/diff/fixture.rs",
    "src/spelling/",
    "src/text_index/",
];

/// How many lines of what a command says are shown.
const MOST_LINES: usize = 24;

const BEGINNING: &str = "# Messages

All the text that ksb shows, so that it can be reviewed in one place. The text comes from running the program on the
examples of the rules, the samples, and the mistakes in `tests/style/planted.md` and `tests/style/commands.txt`. A test
fails if a text changes and this page does not. Regenerate the page with `UPDATE_DOCS=1 cargo test --test style`, and
review what changed. [style.md](style.md) says how texts are written.

- [Findings](#findings): one example of each message, label and help of every rule
- [Command errors](#command-errors)
- [Help](#help) of each command
- [Other texts](#other-texts): texts in the code that have no example above, with their placeholders
";

pub(crate) fn page() -> String {
    let code = texts_in("src");
    let known: Vec<Template> =
        code.iter().flat_map(|file| &file.texts).map(|text| Template::new(text)).collect();
    let mut out = BEGINNING.to_owned();
    out += &of_findings(&findings::one_of_each(&known));
    out +=
        "\n## Command errors\n\nWhat ksb says when it cannot run because an argument or a file is wrong.\n\n";
    out += &of_commands();
    out += "\n## Help\n";
    for command in commands() {
        let arguments = if command.is_empty() { "--help".to_owned() } else { format!("{command} --help") };
        let (said, _) = run(&arguments);
        let _ = write!(out, "\n### `ksb {arguments}`\n\n```text\n{}\n```\n", said.trim_end());
    }
    let others = of_code(&code, &out);
    out += "\n## Other texts\n\nTexts in the code with no example above. A part in `{ }` is filled in.\n";
    out + &others
}

/// The findings by group and rule.
fn of_findings(all: &[Diagnostic]) -> String {
    let mut by_rule: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for found in all {
        by_rule.entry(found.rule).or_default().push(found);
    }
    let mut out = "\n## Findings\n".to_owned();
    for group in Group::ALL {
        let _ = write!(out, "\n### Group {}\n", group.name());
        for rule in ALL.iter().map(|rule| rule.meta()).filter(|meta| meta.group == group) {
            let Some(found) = by_rule.get(rule.name) else { continue };
            let _ = write!(out, "\n`{}`\n\n```text\n", rule.name);
            let each: Vec<String> = found.iter().map(|found| shown(found)).collect();
            out += &each.join("\n");
            out += "```\n";
        }
    }
    out
}

fn shown(found: &Diagnostic) -> String {
    let mut out = format!("{}: {}\n", found.severity, found.message);
    let names = ["label", "also"];
    for (index, label) in found.labels.iter().enumerate().filter(|(_, label)| !label.message.is_empty()) {
        let _ = writeln!(out, "  {}: {}", names[index.min(1)], label.message);
    }
    let help = found.help.iter().map(|help| format!("  help: {help}\n"));
    out + &help.collect::<String>()
}

/// The commands that `ksb --help` lists; the first is the program itself.
fn commands() -> Vec<String> {
    let (help, _) = run("--help");
    let list = help
        .split("Commands:\n")
        .nth(1)
        .expect("a list of commands")
        .split("\n\n")
        .next()
        .unwrap_or_default();
    let names = list.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names = names.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help");
    [String::new()].into_iter().chain(names.map(str::to_owned)).collect()
}

/// What ksb shows for the arguments in a copy of the folder of samples, on standard output and standard error.
fn run(arguments: &str) -> (String, String) {
    static COPY: LazyLock<TempDir> = LazyLock::new(|| {
        let copy = tempfile::tempdir().expect("a folder");
        copy_folder(&Path::new(ROOT).join("samples"), copy.path());
        copy
    });
    let mut command = Command::cargo_bin("ksb").expect("the program is built");
    command.current_dir(COPY.path()).timeout(Duration::from_mins(1)).write_stdin("");
    command.env_remove("CLICOLOR_FORCE").env_remove("FORCE_COLOR").env("NO_COLOR", "1").env("COLUMNS", "100");
    let output = command.args(arguments.split_whitespace()).output().expect("ksb runs");
    let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).replace("\r\n", "\n");
    (text(output.stdout), text(output.stderr))
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let (path, copy) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy_folder(&path, &copy);
        } else {
            fs::copy(&path, copy).expect("a file is copied");
        }
    }
}

/// What the commands in `commands.txt` say: on standard error, or otherwise on standard output.
fn of_commands() -> String {
    let mut out = String::new();
    for line in
        text_of("tests/style/commands.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty())
    {
        let (shown, told) = run(line);
        let said = if told.trim().is_empty() { &shown } else { &told };
        let said = said.lines().take(MOST_LINES).collect::<Vec<_>>().join("\n");
        let _ = write!(out, "`ksb {line}`\n\n```text\n{}\n```\n\n", said.trim_end());
    }
    out.truncate(out.trim_end().len());
    out + "\n"
}

/// The texts of the code that `page` does not show.
fn of_code(code: &[FileTexts], page: &str) -> String {
    let lines: Vec<&str> = page.lines().collect();
    let flowing = page.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_shown = |text: &String| {
        let template = Template::new(&text.split_whitespace().collect::<Vec<_>>().join(" "));
        flowing.contains(&template.text) || lines.iter().any(|line| template.is_in(line))
    };
    let mut out = String::new();
    for file in code.iter().filter(|file| !LEFT_OUT.iter().any(|path| file.path.starts_with(path))) {
        let texts: Vec<String> = file
            .texts
            .iter()
            .filter(|text| !is_shown(text))
            .map(|text| text.trim().replace('\n', "\n  "))
            .collect();
        if !texts.is_empty() {
            let _ = write!(out, "\n`{}`\n\n```text\n{}\n```\n", file.path, texts.join("\n"));
        }
    }
    out
}
