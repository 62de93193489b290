//! Findings of every kind: from the examples of the rules, the samples, and mistakes planted in `planted.md`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ksb::diagnostic::Diagnostic;
use ksb::lint::Scope;
use ksb::project::{BaselineFile, InMemory, Input, Options, Project};
use ksb::rules::ALL;

use crate::templates::Template;
use crate::{ROOT, cited, text_of};

/// One finding of each kind, in the order in which they were found.
pub(crate) fn one_of_each(known: &[Template]) -> Vec<Diagnostic> {
    let mut seen = BTreeSet::new();
    let mut kept = Vec::new();
    for found in of_examples().into_iter().chain(of_planted()).chain(of_samples()) {
        let texts = texts(&found).map(|text| (found.rule, template_of(text, known))).collect::<Vec<_>>();
        if texts.into_iter().fold(false, |any, text| seen.insert(text) | any) {
            kept.push(found);
        }
    }
    kept
}

/// What a finding says: its message, labels and help.
pub(crate) fn texts(found: &Diagnostic) -> impl Iterator<Item = &str> {
    let labels = found.labels.iter().map(|label| label.message.as_str());
    [found.message.as_str()]
        .into_iter()
        .chain(labels)
        .chain(found.help.as_deref())
        .filter(|text| !text.is_empty())
}

/// The template that a text was made from, if it is in the code as one piece; otherwise the text.
fn template_of(text: &str, known: &[Template]) -> String {
    let fits = known.iter().filter(|template| template.fixed() > 3 && template.is(text));
    fits.max_by_key(|template| template.fixed())
        .map_or_else(|| text.to_owned(), |template| template.text.clone())
}

fn options() -> Options {
    Options { today: "2026-01-31".parse().ok(), ..Options::default() }
}

/// The findings in the named files, checked as one run.
fn checked(files: &InMemory, names: &[String], baseline: Option<&str>) -> Vec<Diagnostic> {
    let mut project = Project::new(files, options());
    let baseline = baseline.map(|name| BaselineFile::read(files, Path::new(name), 1 << 20));
    let baseline = match baseline.transpose() {
        Ok(baseline) => baseline,
        Err(wrong) => return wrong.found,
    };
    let paths: Vec<PathBuf> = names.iter().map(PathBuf::from).collect();
    let sections = project.sections(&paths, names.iter().map(|name| Input::file(name.as_str())).collect());
    let mut run = project.run_with(sections.0, sections.1, &());
    run.check(baseline, &[]).expect("few findings").shown
}

/// The findings of each rule in the examples of its page.
fn of_examples() -> Vec<Diagnostic> {
    let mut all = Vec::new();
    for rule in ALL {
        let page =
            rule.meta().docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>();
        let page = page.join("\n");
        let blocks = |info: &str| -> Vec<String> {
            let fence = format!("```{info}\n");
            page.split(&fence)
                .skip(1)
                .map(|rest| rest.split("```").next().unwrap_or(rest).to_owned())
                .collect()
        };
        let found = if rule.meta().scope == Scope::Trace {
            cited::traced(&blocks("markdown,fails"), options())
        } else {
            let texts = blocks("json,fails");
            let names: Vec<String> = (0..texts.len()).map(|index| format!("{index}.json")).collect();
            let with = |files: InMemory, (name, text): (&String, &String)| files.with(name, text.as_str());
            checked(&names.iter().zip(&texts).fold(InMemory::default(), with), &names, None)
        };
        all.extend(found.into_iter().filter(|found| found.rule == rule.meta().name));
    }
    all
}

/// The findings in the mistakes of `planted.md`: the files under each heading are checked as one run.
fn of_planted() -> Vec<Diagnostic> {
    let page = text_of("tests/style/planted.md");
    page.split("\n## ").skip(1).flat_map(of_group).collect()
}

fn of_group(group: &str) -> Vec<Diagnostic> {
    let (mut files, mut names, mut baseline) = (InMemory::default(), Vec::new(), None);
    let mut open: Option<(&str, String)> = None;
    for line in group.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(name), None) => open = Some((name, String::new())),
            (Some(_), Some((name, text))) => {
                files = files.with(*name, bytes(text));
                match *name {
                    "baseline.json" => baseline = Some("baseline.json"),
                    "ksb.toml" => {}
                    _ => names.push((*name).to_owned()),
                }
                open = None;
            }
            (None, Some((_, text))) => text.extend([line, "\n"]),
            (None, None) => {}
        }
    }
    checked(&files, &names, baseline)
}

/// The bytes of a block, in which `\xNN` is a byte.
fn bytes(text: &str) -> Vec<u8> {
    let mut parts = text.split("\\x");
    let mut out = parts.next().unwrap_or_default().as_bytes().to_vec();
    for part in parts {
        let (digits, rest) = part.split_at(2);
        out.push(u8::from_str_radix(digits, 16).expect("a byte has two digits"));
        out.extend(rest.as_bytes());
    }
    out
}

/// The findings in the samples, each checked alone.
fn of_samples() -> Vec<Diagnostic> {
    let mut paths = Vec::new();
    walk(&Path::new(ROOT).join("samples"), &mut paths);
    paths.sort();
    let of = |path: PathBuf| {
        let name = path.strip_prefix(ROOT).expect("a sample").to_string_lossy().replace('\\', "/");
        checked(&InMemory::default().with(&name, fs::read(&path).expect("a file")), &[name], None)
    };
    paths.into_iter().flat_map(of).collect()
}

fn walk(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            walk(&path, paths);
        } else if path.extension().is_some_and(|extension| extension != "md" && extension != "toml") {
            paths.push(path);
        }
    }
}
