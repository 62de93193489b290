//! What the lines of a text have in them, counted in a single pass.

use super::plan::{self, PlanSigns};

/// How lines of code and data end, and lines of prose do not.
const ENDS: [&str; 8] = ["{", "};", "},", "});", "})", "];", "=>", "*/"];

/// How lines of code end, and sometimes lines of prose.
const MAY_END: [&str; 5] = ["(", "[", "\\", "\",", "\");"];

/// This many words with nothing but letters make a line prose.
const WORDS: usize = 4;

/// What lines of code begin with, and lines of prose do not.
const BEGINS: [&str; 22] = [
    "//",
    "/*",
    "#!",
    "#include",
    "#define",
    "<?php",
    "def ",
    "fn ",
    "pub fn ",
    "pub struct ",
    "function ",
    "const ",
    "let mut ",
    "var ",
    "import {",
    "export ",
    "module.exports",
    "package main",
    "public class ",
    "\\documentclass",
    "\\begin{",
    "window.",
];

/// How many lines of a text look like lines in other formats.
#[derive(Debug, Default)]
pub(super) struct LineCounts {
    /// Lines that are not blank.
    pub(super) lines: usize,
    /// `# Heading`; whether the first line is one.
    pub(super) headings: usize,
    pub(super) begins_with_heading: bool,
    /// Rows of a Markdown table, and the row under its header.
    pub(super) rows: usize,
    pub(super) rulers: usize,
    /// Lines with bold words or a link in Markdown, and code fences.
    pub(super) bold: usize,
    pub(super) links: usize,
    pub(super) fences: usize,
    /// Lines of code.
    pub(super) code: usize,
    pub(super) sql: usize,
    /// `key: value` with a lower-case initial; and those of them that are indented or items of a list.
    pub(super) keys: usize,
    pub(super) nested_keys: usize,
    /// Those whose value is a code.
    pub(super) coded_keys: usize,
    /// `[section]` and `key = value`.
    pub(super) sections: usize,
    pub(super) assignments: usize,
    /// Statements: lines that begin with a code, and those of them with a comma or semicolon and no space after it.
    pub(super) coded: usize,
    pub(super) coded_cells: usize,
    /// Duties: `Duty 1`.
    pub(super) duties: usize,
    /// The first code of a statement or duty, as written.
    pub(super) first_code: Option<String>,
    /// Signs of an assessment plan.
    pub(super) plan: PlanSigns,
}

impl LineCounts {
    /// Counts the lines of a text.
    pub(super) fn of(text: &str) -> Self {
        let mut tally = Self::default();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            tally.add(line);
        }
        tally
    }

    fn add(&mut self, whole: &str) {
        let line = whole.trim();
        let count = usize::from;
        let is_heading = is_heading(line);
        self.plan.add(line, self.lines == 0);
        self.begins_with_heading |= self.lines == 0 && is_heading;
        self.lines += 1;
        self.headings += count(is_heading);
        let is_row = line.len() > 1 && line.starts_with('|') && line.ends_with('|');
        self.rows += count(is_row);
        self.rulers += count(is_row && line.contains("--") && line.chars().all(|c| "|-: ".contains(c)));
        self.bold += count(line.matches("**").count() >= 2);
        self.links += count(line.contains("](") && line.contains('['));
        self.fences += count(line.starts_with("```") || line.starts_with("~~~"));
        self.code += count(is_code(line));
        self.sql += count(is_sql(line));
        let is_key = is_key(line.strip_prefix("- ").unwrap_or(line));
        self.keys += count(is_key);
        self.nested_keys += count(is_key && (whole.starts_with([' ', '\t']) || line.starts_with("- ")));
        let value = line.rsplit(':').next().unwrap_or_default().trim();
        self.coded_keys += count(is_key && behind_code(value) == Some(""));
        self.sections += count(is_section(line));
        self.assignments += count(is_assignment(line));
        let text = line.trim_start_matches(['#', '|', '*', '-', '•', '–', ' ', '"', '(', '\'']);
        let behind = behind_code(text);
        self.coded += count(behind.is_some());
        self.coded_cells += count(behind.is_some_and(is_cell));
        let is_duty = plan::is_duty(line);
        self.duties += count(is_duty);
        if self.first_code.is_none() && (is_duty || behind.is_some()) {
            let start = if is_duty { "duty ".len() } else { 0 };
            let word = text.get(start..).unwrap_or_default();
            let end = word.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(word.len());
            self.first_code = text.get(..start + end).map(str::to_owned);
        }
    }
}

fn is_heading(line: &str) -> bool {
    let text = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - text.len()))
        && text.starts_with(' ')
        && text.contains(char::is_alphanumeric)
}

fn is_code(line: &str) -> bool {
    let ends = |ends: &[&str]| ends.iter().any(|end| line.ends_with(end));
    let is_closed = matches!(line, "}" | "]" | ")" | "end" | "fi");
    if is_closed || ends(&ENDS) || BEGINS.iter().any(|begin| line.starts_with(begin)) {
        return true;
    }
    let is_word = |word: &&str| word.len() > 1 && word.chars().all(char::is_alphabetic);
    if line.split_whitespace().filter(is_word).count() >= WORDS {
        return false;
    }
    let has_call = line.as_bytes().windows(2).any(|two| two[0].is_ascii_alphanumeric() && two[1] == b'(');
    let is_statement =
        line.ends_with([';', ',']) && (line.contains("::") || line.contains(" = ") || has_call);
    let is_import = line.starts_with("import ") || line.starts_with("from ") && line.contains(" import ");
    let opens_block = line.ends_with(':') && (has_call || line.starts_with("class "));
    ends(&MAY_END) || is_statement || is_import || opens_block
}

fn is_sql(line: &str) -> bool {
    let begins = |words: &str| line.get(..words.len()).is_some_and(|start| start.eq_ignore_ascii_case(words));
    let is_statement =
        ["insert into ", "create table ", "alter table ", "drop table "].into_iter().any(begins);
    is_statement && line.ends_with(['(', ';', ',']) || begins("insert into ") && line.contains('(')
}

/// `key: value` or `key:`, as in YAML. A code before a statement is not a key, nor is the beginning of a URL.
fn is_key(line: &str) -> bool {
    let Some((key, rest)) = line.split_once(':') else { return false };
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    key.starts_with(|c: char| c.is_ascii_lowercase())
        && key.chars().all(is_word)
        && (rest.is_empty() || rest.starts_with(' '))
        && behind_code(key).is_none()
}

fn is_section(line: &str) -> bool {
    let name = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let is_part = |c: char| c.is_ascii_alphanumeric() || "_-.:\"'[]".contains(c);
    name.is_some_and(|name| !name.is_empty() && name.chars().all(is_part))
}

fn is_assignment(line: &str) -> bool {
    let Some((key, value)) = line.split_once('=') else { return false };
    let is_word = |c: char| c.is_ascii_alphanumeric() || "_-.\"'".contains(c);
    let key = key.trim_end();
    !key.is_empty() && key.chars().all(is_word) && !value.trim().is_empty()
}

/// What follows the code that a text begins with: a few letters and a number.
fn behind_code(text: &str) -> Option<&str> {
    let letters = text.len() - text.trim_start_matches(|c: char| c.is_ascii_alphabetic()).len();
    let rest = &text[letters..];
    let number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_code = (1..=3).contains(&letters) && number.len() < rest.len();
    let behind = is_code.then(|| number.trim_start_matches(['*', '"', '\'']))?;
    (!behind.starts_with(|c: char| c.is_alphanumeric())).then_some(behind)
}

/// Whether the rest of a line is the next cell in a file of cells, rather than another code in a list or a text.
fn is_cell(rest: &str) -> bool {
    let cell = rest.strip_prefix([',', ';']);
    cell.is_some_and(|cell| !cell.is_empty() && !cell.starts_with(' ') && behind_code(cell).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_draft_has_no_marks_of_other_formats() {
        let tally = LineCounts::of(
            "Beekeeper\n[TBC]\nDuty 1: Keep hives (and bees);\nK1, K2; S1\n- K1: The law on honey (all of it),\n\
             * K2 - The tools that a beekeeper uses;\n| S1 | Open a hive. |\nB1;\nlevel: 2\n",
        );
        let marks = [tally.headings, tally.rulers, tally.bold, tally.fences, tally.code, tally.sql];
        assert_eq!((marks, tally.nested_keys, tally.coded_cells), ([0; 6], 0, 0), "{tally:?}");
        assert_eq!((tally.coded, tally.duties, tally.lines), (5, 1, 9), "{tally:?}");
    }

    #[test]
    fn marks_of_other_formats_are_counted() {
        let tally = LineCounts::of(
            "# A\n|a|b|\n|-|--|\n**K1** a **b**\n- code: K1\n[a.b]\na = 1\nK1,\"a\"\nfoo(a);\n",
        );
        let marks = [tally.headings, tally.rulers, tally.bold, tally.code, tally.coded_keys, tally.sections];
        assert_eq!((marks, tally.assignments, tally.coded_cells), ([1; 6], 1, 1), "{tally:?}");
    }
}
