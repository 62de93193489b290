//! What a text that is neither a page nor a draft of a standard looks like.

use super::lines::LineCounts;
use super::plan::PlanSigns;
use super::{AS_TEXT, COPY_TEXT, FORMATS, FileName, GIVE_DOCUMENT, Likeness, SAVE_TEXT};
use crate::model::Format;

/// In a file of code, at least one in this many lines is code.
const LINES_OF_CODE: usize = 5;

/// Beginnings that show that a text is something else whatever follows, and what it is.
const BEGINNINGS: [(&str, &str, &str); 9] = [
    ("%PDF-", "a PDF", COPY_TEXT),
    ("{\\rtf", "a rich text document", SAVE_TEXT),
    ("<svg", "an image", COPY_TEXT),
    ("<?xml", "XML", GIVE_DOCUMENT),
    ("<!DOCTYPE html", "a web page without duties or key information", GIVE_PAGE),
    ("<html", "a web page without duties or key information", GIVE_PAGE),
    ("-----BEGIN ", "a key or a certificate", GIVE_DOCUMENT),
    ("#!", "a script", GIVE_DOCUMENT),
    ("%!PS", "a PostScript document", COPY_TEXT),
];

const GIVE_PAGE: &str = "open the page of the standard or occupation, then save it as HTML or text";

const PLAN_HELP: &str = "use the standard that it belongs to: its page, saved as text or HTML, or its record; `ksb trace` \
                         shows what a plan cites";

/// What a text is that must not be taken for a page or a draft, or `None` if it may be one.
pub(in crate::read) fn other_text(text: &str, name: &FileName<'_>) -> Option<Likeness> {
    let begins = |start: &str| text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start));
    if let Some((_, noun, help)) = BEGINNINGS.iter().find(|(start, ..)| begins(start)) {
        return Some(Likeness::of(noun, *help));
    }
    let tally = LineCounts::of(text);
    by_name(&tally, name).or_else(|| by_content(text, &tally))
}

/// What the name of a file says it is, if its lines do not contradict that.
fn by_name(tally: &LineCounts, name: &FileName<'_>) -> Option<Likeness> {
    if tally.plan.tell() {
        return None;
    }
    if let Some(noun) = name.code().filter(|_| tally.code + tally.keys + tally.assignments > 0) {
        return Some(Likeness::of(noun, GIVE_DOCUMENT));
    }
    let has_marks = tally.headings + tally.rows + tally.bold + tally.links + tally.fences > 0;
    if name.ends_in(&["md", "markdown", "mdx"]) && has_marks {
        return Some(Likeness::without_statements(Format::Markdown));
    }
    if name.ends_in(&["yaml", "yml"]) && tally.keys > 0 {
        return Some(Likeness::of("YAML", data_help(tally)));
    }
    if name.ends_in(&["toml", "ini", "cfg", "conf", "properties"]) && tally.assignments > 0 {
        return Some(Likeness::of("a configuration file", GIVE_DOCUMENT));
    }
    if name.ends_in(&["sql"]) && tally.sql + tally.code > 0 {
        return Some(Likeness::of("SQL", data_help(tally)));
    }
    let is_cells = name.ends_in(&["csv", "tsv", "tab"]) && tally.lines > 0;
    is_cells.then(|| Likeness::without_statements(Format::Csv))
}

fn by_content(text: &str, tally: &LineCounts) -> Option<Likeness> {
    if let Some(plan) = plan_of(&tally.plan) {
        return Some(plan);
    }
    if is_markdown(text, tally) {
        return Some(Likeness::without_statements(Format::Markdown));
    }
    if tally.sql > 0 && tally.sql + tally.code + tally.coded_cells > 1 && text.contains(';') {
        return Some(Likeness::of("SQL", data_help(tally)));
    }
    if tally.code > 1 && tally.code * LINES_OF_CODE >= tally.lines {
        return Some(Likeness::of(code_noun(text), GIVE_DOCUMENT));
    }
    if tally.sections > 0 && tally.assignments > 0
        || tally.assignments > 1 && tally.assignments * 2 > tally.lines
    {
        return Some(Likeness::of("a configuration file", GIVE_DOCUMENT));
    }
    let is_yaml = tally.keys * 2 >= tally.lines && tally.keys > 1 && tally.nested_keys > 0;
    if is_yaml || text.starts_with("---\n") && tally.keys > 0 {
        return Some(Likeness::of("YAML", data_help(tally)));
    }
    let is_cells = tally.coded_cells > 1 && tally.coded_cells * 2 >= tally.lines;
    is_cells.then(|| Likeness::without_statements(Format::Csv))
}

/// An assessment plan, if the text is one.
pub(in crate::read) fn plan(text: &str) -> Option<Likeness> {
    plan_of(&PlanSigns::of(text))
}

fn plan_of(signs: &PlanSigns) -> Option<Likeness> {
    signs.tell().then(|| Likeness {
        message: "this looks like an assessment plan, not a standard".into(),
        help: PLAN_HELP.into(),
        place: None,
        format: None,
    })
}

fn is_markdown(text: &str, tally: &LineCounts) -> bool {
    let first_line = text.lines().next().unwrap_or_default();
    let begins_with_link = first_line.starts_with(['[', '!']) && first_line.contains("](");
    let has_headings = tally.headings > 1 || tally.begins_with_heading;
    let has_table = tally.rulers > 0 && tally.rows > 1;
    begins_with_link || has_headings || has_table || tally.fences > 1 || tally.bold > 1
}

/// What to do with a file of data, which may hold statements.
fn data_help(tally: &LineCounts) -> &'static str {
    if tally.coded + tally.coded_keys > 0 { AS_TEXT } else { GIVE_DOCUMENT }
}

fn code_noun(text: &str) -> &'static str {
    let marks: [(&str, &[&str]); 4] = [
        ("JavaScript", &["function ", "window.", "=> ", "const ", "module.exports"]),
        ("Python code", &["def ", "import "]),
        ("C code", &["#include"]),
        ("LaTeX", &["\\begin{", "\\section{", "\\documentclass"]),
    ];
    let is_in = |marks: &[&str]| marks.iter().any(|mark| text.contains(mark));
    marks.into_iter().find(|(_, marks)| is_in(marks)).map_or("program code", |(noun, _)| noun)
}

/// What is reported for a text when nothing else can be said about it.
pub(in crate::read) fn plain_text(text: &str) -> Likeness {
    let tally = LineCounts::of(text);
    if text.starts_with('<') {
        return Likeness::of("HTML or XML", GIVE_PAGE);
    }
    let message = match &tally.first_code {
        Some(code) => format!(
            "this has codes such as {code}, but it does not look like a page or a draft of a \
             standard"
        ),
        None => {
            "this does not look like a standard: it has no duties, and no statements with codes".to_owned()
        }
    };
    Likeness { message: message.into(), help: FORMATS.into(), place: None, format: None }
}
