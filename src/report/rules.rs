//! The list of rules, and the page of one of them.

use std::fmt::Write;

use serde::Serialize;

use crate::lint::{RuleMeta, RuleOption, Scope};

/// The name and version of the list in JSON.
pub const FORMAT: &str = "ksb.rules/1";

#[derive(Serialize)]
struct Output {
    format: &'static str,
    rules: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
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

/// The rules as a table, one line each: name, severity, group, scope, what the rule does, and its codes in the
/// checks of the government's import.
#[must_use]
pub fn table(rules: &[&RuleMeta]) -> String {
    let name = rules.iter().map(|meta| meta.name.len()).max().unwrap_or(0);
    let group = rules.iter().map(|meta| meta.group.name().len()).max().unwrap_or(0);
    let scope = rules.iter().map(|meta| meta.scope.name().len()).max().unwrap_or(0);
    let mut out = String::new();
    for meta in rules {
        let Entry { name: rule, group: of, severity, scope: over, summary, aliases, .. } = entry(meta);
        let codes = if aliases.is_empty() { String::new() } else { format!(" [{}]", aliases.join(", ")) };
        let _infallible =
            writeln!(out, "{rule:name$}  {severity:7}  {of:group$}  {over:scope$}  {summary}{codes}");
    }
    out
}

/// The rules as JSON with a final line break.
#[must_use]
pub fn json(rules: &[&RuleMeta]) -> String {
    let output = Output { format: FORMAT, rules: rules.iter().map(|meta| entry(meta)).collect() };
    serde_json::to_string_pretty(&output).expect("texts always serialise") + "\n"
}

fn entry(meta: &RuleMeta) -> Entry {
    let words: Vec<&str> = meta.summary().split_whitespace().collect();
    let summary = words.join(" ");
    let option = |&RuleOption { name, default, what }: &RuleOption| OptionEntry { name, default, what };
    Entry {
        name: meta.name,
        group: meta.group.name(),
        severity: meta.severity.name(),
        scope: meta.scope.name(),
        aliases: meta.aliases,
        summary,
        options: meta.options.iter().map(option).collect(),
    }
}

/// The page of a rule as plain text for a terminal: headings underlined, examples indented.
#[must_use]
pub fn page(meta: &RuleMeta) -> String {
    let mut out = format!("{}\n{}, {}", meta.name, meta.severity, meta.group.name());
    if meta.scope == Scope::Catalogue {
        out += ", across documents";
    }
    if !meta.aliases.is_empty() {
        let _infallible = write!(out, "; {} in the government's import", meta.aliases.join(", "));
    }
    out.push('\n');
    let mut in_example = false;
    for line in meta.page().lines().map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end()) {
        if line.starts_with("```") {
            in_example = !in_example;
        } else if in_example {
            let _infallible = writeln!(out, "    {line}");
        } else if let Some(heading) = line.strip_prefix("# ") {
            let rule = "-".repeat(heading.chars().count());
            let _infallible = writeln!(out, "\n{heading}\n{rule}");
        } else {
            out.push_str(line);
            out.push('\n');
        }
    }
    without_blank_runs(&out)
}

/// The text with runs of blank lines made one, and one line break at its end.
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
    use crate::lint::{Group, Scope};

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
                        What it does\n------------\nReports\nsomething.\n\n\
                        Example\n-------\n    {\n      \"a\": 1\n    }\n\n\
                        Options\n-------\nWhat can be set in `ksb.toml`, here as it is unless it is set:\n    \
                        [options.some-rule]\n    max = 4 # things\n";
        assert_eq!(page(&META), expected);
    }

    #[test]
    fn the_list_sums_up_each_rule() {
        assert_eq!(
            table(&[&META]),
            "some-rule  error    codes  catalogue  Reports something. [E1003, S1008]\n"
        );
        let json: serde_json::Value = serde_json::from_str(&json(&[&META])).expect("JSON");
        assert_eq!(json["rules"][0]["summary"], "Reports something.");
        assert_eq!(json["rules"][0]["options"][0]["default"], 4);
        assert_eq!(json["rules"][0]["aliases"][1], "S1008");
    }
}
