//! A document on the page: its findings by severity, then its words with the findings next to them.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::checked::Checked;
use super::excerpt::excerpt;
use super::findings::{self, line, note};
use super::marks::{Mark, marked};
use super::paper::{self, Line, Part, Words};
use super::place::{HEADING, LineAt, Places, WHOLE};
use super::spans::Spans;
use crate::diagnostic::Diagnostic;
use crate::model::Document;
use crate::report::diff::sentence_case;
use crate::report::html_page::{file_name, text};
use crate::report::text::{counted, name};
use crate::source::{Source, Sources, Span};

/// A document, as shown.
pub(super) struct Shown {
    pub(super) title: String,
    /// The ids and titles of its parts.
    pub(super) contents: Vec<(String, String)>,
    pub(super) body: Markup,
}

/// The findings of a document with their numbers on the page.
pub(super) struct Numbered<'a> {
    pub(super) findings: Vec<(usize, &'a Diagnostic)>,
    /// How many more findings there are.
    pub(super) left_out: usize,
}

/// A document with these of its findings. If what was read from it is not given, its words are not shown. Its headings
/// are one level higher if no other document is on the page.
pub(in crate::report) fn render(
    sources: Option<&Sources>,
    checked: &Checked<'_>,
    numbered: Numbered<'_>,
    document: Option<&Document<'_>>,
    is_only: bool,
) -> Shown {
    let source = sources.and_then(|sources| sources.get(checked.source));
    let parts = document.map(paper::parts).unwrap_or_default();
    let title = document.and_then(paper::title);
    let id = format!("d{}", if is_only { 0 } else { checked.source.0 });
    let page =
        DocumentPage { places: Placed::new(&numbered, &parts), sources, source, numbered, id, is_only };
    let own_name = sources.map_or("", |sources| checked.name(sources));
    let body = html! {
        section class="document" id=(page.id) {
            @if !is_only {
                h2 { @match &title { Some(title) => (text(title)), None => (file_name(own_name)) } }
            }
            @let part = source.and_then(Source::document);
            @if let Some(sources) = sources.filter(|_| title.is_some() || part.is_some()) {
                p class="quiet" {
                    @if let Some(part) = part { (text(part)) " in " }
                    (file_name(name(sources, checked.source)))
                }
            }
            (page.list())
            (page.about_all())
            @for (index, part) in parts.iter().enumerate() { (page.part(index, part)) }
        }
    };
    let mut contents = vec![(page.part_id("findings"), "Findings".to_owned())];
    let of_parts = parts.iter().enumerate();
    contents.extend(of_parts.map(|(index, part)| (page.part_id(index), part.heading.clone())));
    Shown { title: title.unwrap_or_else(|| own_name.to_owned()), contents, body }
}

/// Where the findings of a document are shown.
struct Placed {
    /// The line of each finding, in their order.
    lines: Vec<LineAt>,
    /// The findings of each line, as indices.
    of_line: BTreeMap<LineAt, Vec<usize>>,
    /// What each of these lines is called.
    names: BTreeMap<LineAt, String>,
    marks: Spans<Mark>,
}

impl Placed {
    fn new(numbered: &Numbered<'_>, parts: &[Part<'_>]) -> Self {
        let places = Places::new(parts);
        let lines: Vec<LineAt> =
            numbered.findings.iter().map(|(_, finding)| places.line_of(finding)).collect();
        let mut of_line: BTreeMap<LineAt, Vec<usize>> = BTreeMap::new();
        for (index, line) in lines.iter().enumerate() {
            of_line.entry(*line).or_default().push(index);
        }
        let name = |at: &LineAt| parts.get(at.0).map(|part| (*at, full_name(part, at.1)));
        let names = of_line.keys().filter_map(name).collect();
        let marks = numbered.findings.iter().flat_map(|(number, finding)| marks(*number, finding));
        Self { lines, of_line, names, marks: Spans::new(marks.collect()) }
    }
}

/// What a line is called in the list: with its heading, where its own name is only a number.
fn full_name(part: &Part<'_>, line: usize) -> String {
    match part.lines.get(line) {
        None => part.heading.clone(),
        Some(line) if line.called.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{} {}", part.heading, line.called)
        }
        Some(line) => line.called.clone(),
    }
}

/// The places that a finding points to in its own document.
fn marks(number: usize, finding: &Diagnostic) -> impl Iterator<Item = (Span, Mark)> {
    let own = finding.primary().source;
    let labels = finding.labels.iter().enumerate().filter(move |(_, label)| label.source == own);
    labels.map(move |(index, label)| {
        (label.span, Mark { severity: finding.severity, number: (index == 0).then_some(number) })
    })
}

/// What the parts of a document are rendered from.
struct DocumentPage<'a> {
    /// The files, or `None` if the reader does not have them, because their lines would then mean nothing.
    sources: Option<&'a Sources>,
    source: Option<&'a Source>,
    numbered: Numbered<'a>,
    places: Placed,
    id: String,
    is_only: bool,
}

impl DocumentPage<'_> {
    fn part_id(&self, part: impl std::fmt::Display) -> String {
        format!("{}-{part}", self.id)
    }

    fn heading(&self, id: &str, words: &str) -> Markup {
        html! { @if self.is_only { h2 id=(id) { (text(words)) } } @else { h3 id=(id) { (text(words)) } } }
    }

    /// The findings, most severe first, each with a link to its place.
    fn list(&self) -> Markup {
        let id = self.part_id("findings");
        html! {
            (self.heading(&id, "Findings"))
            @if self.numbered.findings.is_empty() { p { "None." } } @else { (self.table(&id)) }
            @if let Some(more) = counted(self.numbered.left_out, "more finding is", "more findings are") {
                p { (more) " not shown: with all of them, the page would be too large to open." }
            }
        }
    }

    fn table(&self, id: &str) -> Markup {
        html! {
            table class="cards found" role="table" aria-labelledby=(id) {
                thead role="rowgroup" {
                    tr role="row" {
                        @for title in ["No.", "Severity", "Where", "What is wrong"] {
                            th scope="col" role="columnheader" { (title) }
                        }
                    }
                }
                tbody role="rowgroup" {
                    @for ((number, finding), at) in self.numbered.findings.iter().zip(&self.places.lines) {
                        tr role="row" class={ "s-" (finding.severity.name()) } {
                            th scope="row" role="rowheader" { a href={ "#f" (number) } { (number) } }
                            td role="cell" data-label="Severity" { (findings::badge(finding.severity)) }
                            td role="cell" data-label="Where" { (self.place(finding, *at)) }
                            td role="cell" data-label="What is wrong" { (text(&sentence_case(&finding.message))) }
                        }
                    }
                }
            }
        }
    }

    fn place(&self, finding: &Diagnostic, at: LineAt) -> String {
        self.places.names.get(&at).cloned().unwrap_or_else(|| {
            self.sources.map_or_else(String::new, |sources| line(finding.primary(), sources))
        })
    }

    /// The findings that are not about any particular line, with the line of the file that they point to.
    fn about_all(&self) -> Markup {
        html! {
            @if let Some(indices) = self.places.of_line.get(&WHOLE) {
                (self.heading(&self.part_id("whole"), "About the document as a whole"))
                ul class="notes" {
                    @for &index in indices {
                        @let (number, finding) = self.numbered.findings[index];
                        (note(finding, number, self.sources))
                        @if let Some(excerpt) = self.source.and_then(|source| excerpt(source, finding)) {
                            li class={ "excerpt " (finding.severity.name()) } { (excerpt) }
                        }
                    }
                }
            }
        }
    }

    fn part(&self, index: usize, part: &Part<'_>) -> Markup {
        html! {
            (self.heading(&self.part_id(index), &part.heading))
            (self.notes((index, HEADING)))
            dl class="paper" {
                @for (line, words) in part.lines.iter().enumerate() { (self.line((index, line), words)) }
            }
        }
    }

    fn line(&self, at: LineAt, line: &Line<'_>) -> Markup {
        html! {
            div class=[self.places.of_line.contains_key(&at).then_some("has")] {
                dt { (text(&line.name)) }
                dd {
                    @for (index, words) in line.words.iter().enumerate() {
                        @if index > 0 { span class="joint" { " · " } }
                        bdi class=[matches!(words, Words::Value(..)).then_some("value")] {
                            (marked(words, &self.places.marks))
                        }
                    }
                    (self.notes(at))
                }
            }
        }
    }

    /// The findings of a line.
    fn notes(&self, at: LineAt) -> Markup {
        let indices = self.places.of_line.get(&at).map_or(&[][..], Vec::as_slice);
        html! {
            @if !indices.is_empty() {
                ul class="notes" {
                    @for &index in indices {
                        @let (number, finding) = self.numbered.findings[index];
                        (note(finding, number, self.sources))
                    }
                }
            }
        }
    }
}
