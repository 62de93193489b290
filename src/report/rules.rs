//! The list of rules, and the page of one of them.

use std::fmt::Write;

use maud::{Markup, html};
use serde::Serialize;

use super::rule_blocks::{Block, blocks};
use super::width::width;
use crate::lint::{Group, RuleMeta, RuleOption, Scope};

/// The fewest columns left for what a rule does, however narrow the screen is.
const LEAST_ROOM: usize = 24;
/// The name and version of the list in JSON.
pub const FORMAT: &str = "ksb.rules/1";

#[derive(Serialize)]
struct RuleList {
    format: &'static str,
    rules: Vec<RuleRow>,
}

#[derive(Serialize)]
struct RuleRow {
    name: &'static str,
    group: &'static str,
    severity: &'static str,
    scope: &'static str,
    aliases: &'static [&'static str],
    summary: String,
    options: Vec<OptionEntry>,
}

#[derive(Serialize)]
struct OptionEntry {
    name: &'static str,
    default: usize,
    what: &'static str,
}

/// The rules as a table that keeps to a width, group by group: name, severity and what the rule does. Its scope, if
/// that is the catalogue, and its codes in the checks of the government's import are in brackets.
#[must_use]
pub fn table(rules: &[&RuleMeta], width: usize) -> String {
    let name = rules.iter().map(|meta| meta.name.len()).max().unwrap_or(0);
    let mut out = String::new();
    for group in Group::ALL {
        let rules: Vec<&&RuleMeta> = rules.iter().filter(|meta| meta.group == group).collect();
        if !rules.is_empty() {
            let _infallible = writeln!(out, "{}: {}", group.name(), group.about());
            for meta in rules {
                row(&mut out, meta, name, width);
            }
            out.push('\n');
        }
    }
    out + "`ksb explain RULE` shows the page about a rule: what it does, why it matters and examples.\n"
}

/// One rule of the table; the description continues below where it began.
fn row(out: &mut String, meta: &RuleMeta, name: usize, width: usize) {
    let RuleRow { name: rule, severity, summary, aliases, .. } = entry(meta);
    let scope = (meta.scope != Scope::Document).then_some(meta.scope.name());
    let marks: Vec<&str> = scope.into_iter().chain(aliases.iter().copied()).collect();
    let marks = if marks.is_empty() { String::new() } else { format!(" [{}]", marks.join(", ")) };
    let start = format!("  {rule:name$}  {severity:7}  ");
    let room = width.saturating_sub(start.len()).max(LEAST_ROOM);
    let text = format!("{}{marks}", first_sentence(&summary));
    for (index, line) in wrapped(&text, room).iter().enumerate() {
        let front = if index == 0 { &*start } else { "" };
        let _infallible = writeln!(out, "{front:before$}{line}", before = start.len());
    }
}

/// What a rule does, in a sentence.
#[must_use]
pub fn in_a_sentence(meta: &RuleMeta) -> String {
    first_sentence(&entry(meta).summary).to_owned()
}

/// A text up to the full stop that a space and a capital letter follow, or all of it.
fn first_sentence(text: &str) -> &str {
    let is_end = |(at, _): &(usize, &str)| text[at + 2..].starts_with(char::is_uppercase);
    text.match_indices(". ").find(is_end).map_or(text, |(at, _)| &text[..=at])
}

/// The lines of a text that keep to a width, unless a single word is wider.
fn wrapped(text: &str, room: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let line = lines.last_mut().expect("there is a first line");
        if line.is_empty() {
            line.push_str(word);
        } else if width(line) + 1 + width(word) <= room {
            line.extend([" ", word]);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

/// The rules as JSON with a final line break.
#[must_use]
pub fn json(rules: &[&RuleMeta]) -> String {
    let output = RuleList { format: FORMAT, rules: rules.iter().map(|meta| entry(meta)).collect() };
    serde_json::to_string_pretty(&output).expect("texts always serialise") + "\n"
}

fn entry(meta: &RuleMeta) -> RuleRow {
    let words: Vec<&str> = meta.summary().split_whitespace().collect();
    let summary = words.join(" ");
    let option = |&RuleOption { name, default, what }: &RuleOption| OptionEntry { name, default, what };
    RuleRow {
        name: meta.name,
        group: meta.group.name(),
        severity: meta.severity.name(),
        scope: meta.scope.name(),
        aliases: meta.aliases,
        summary,
        options: meta.options.iter().map(option).collect(),
    }
}

/// The page of a rule as plain text: headings underlined, examples indented, paragraphs wrapped to a width.
#[must_use]
pub fn page(meta: &RuleMeta, width: usize) -> String {
    let mut out = format!("{}\n{}\n", meta.name, about(meta));
    for block in blocks(&meta.page()) {
        match block {
            Block::Heading(heading) => {
                let rule = "-".repeat(heading.chars().count());
                let _infallible = writeln!(out, "\n{heading}\n{rule}");
            }
            Block::Paragraph(words) => out.extend(wrapped(&words, width).into_iter().map(|line| line + "\n")),
            Block::Example(lines) => out.extend(lines.lines().map(|line| format!("    {line}\n"))),
            Block::Blank => out.push('\n'),
        }
    }
    without_blank_runs(&out)
}

/// The page of a rule as part of an HTML page, with a second-level heading.
#[must_use]
pub fn html(meta: &RuleMeta) -> String {
    let part = html! {
        h2 { (meta.name) }
        p class="quiet" { (about(meta)) }
        @for block in blocks(&meta.page()) {
            @match block {
                Block::Heading(heading) => h3 { (heading) },
                Block::Paragraph(words) => p { (with_code(&words)) },
                Block::Example(lines) => pre tabindex="0" { code { (lines) } },
                Block::Blank => {},
            }
        }
    };
    part.into_string()
}

/// Words, some of which are between backticks.
fn with_code(words: &str) -> Markup {
    html! {
        @for (index, part) in words.split('`').enumerate() {
            @if index % 2 == 1 { code { (part) } } @else { (part) }
        }
    }
}

/// What kind of rule it is, in a line.
fn about(meta: &RuleMeta) -> String {
    let mut out = format!("{}, {}", meta.severity, meta.group.name());
    out += match meta.scope {
        Scope::Document => "",
        Scope::Catalogue => ", across documents",
        Scope::Trace => ", in documents that cite a standard (ksb trace)",
    };
    if !meta.aliases.is_empty() {
        let _infallible = write!(out, "; {} in the government's import", meta.aliases.join(", "));
    }
    out
}

/// The text with runs of blank lines reduced to one, and one line break at its end.
fn without_blank_runs(text: &str) -> String {
    let mut out = String::new();
    for line in text.trim_end().lines() {
        if !(line.is_empty() && out.ends_with("\n\n")) {
            out.push_str(line);
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;

    static META: RuleMeta = RuleMeta {
        name: "some-rule",
        group: Group::Codes,
        severity: Severity::Error,
        aliases: &["E1003", "S1008"],
        scope: Scope::Catalogue,
        needs_whole: false,
        options: &[RuleOption { name: "max", default: 4, what: "things" }],
        docs: " # What it does\n Reports\n something.\n\n # Example\n ```json,fails\n {\n   \"a\": 1\n }\n ```\n",
    };

    #[test]
    fn a_page_reads_without_markup() {
        let expected = "some-rule\n\
                        error, codes, across documents; E1003, S1008 in the government's import\n\n\
                        What it does\n------------\nReports something.\n\n\
                        Example\n-------\n    {\n      \"a\": 1\n    }\n\n\
                        Options\n-------\nYou can set these in `ksb.toml`. The values here are the defaults:\n    \
                        [options.some-rule]\n    max = 4 # things\n";
        assert_eq!(page(&META, 80), expected);
        assert!(page(&META, 12).contains("\nReports\nsomething.\n"));
        let html = html(&META);
        assert!(
            html.starts_with("<h2>some-rule</h2><p class=\"quiet\">error, codes, across documents; E1003"),
            "{html}"
        );
        assert!(
            html.contains("<h3>Options</h3><p>You can set these in <code>ksb.toml</code>. The"),
            "{html}"
        );
        assert!(html.contains("<code>{\n  &quot;a&quot;: 1\n}\n</code>"), "{html}");
    }

    #[test]
    fn the_list_sums_up_each_rule() {
        let table = table(&[&META], 49);
        let expected = "codes: how statements and duties are numbered\n  \
                        some-rule  error    Reports something.\n                      \
                        [catalogue, E1003, S1008]\n\n";
        assert!(table.starts_with(expected), "{table}");
        assert_eq!(first_sentence("Reports \"e.g. this\" once. And more."), "Reports \"e.g. this\" once.");
        let json: serde_json::Value = serde_json::from_str(&json(&[&META])).expect("JSON");
        assert_eq!(json["rules"][0]["summary"], "Reports something.");
        assert_eq!(json["rules"][0]["options"][0]["default"], 4);
        assert_eq!(json["rules"][0]["aliases"][1], "S1008");
    }
}
