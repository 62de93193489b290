//! The report for people: each finding with the lines that it is about, underlined. The only module that knows
//! `miette`.

mod excerpt;
pub mod narrated;
mod window;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{self, Display, Write};

use miette::{
    Diagnostic as Shown, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteError,
    MietteSpanContents, SourceCode, SourceSpan, SpanContents, ThemeCharacters, ThemeStyles,
};

use self::excerpt::{Charset, Excerpt};
use super::text::{by_file, escaped, message, name};
use super::{Report, Style};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{SourceId, Sources};

/// Renders the findings in each file, a note of any that were folded, and a summary.
///
/// Every finding names its severity and its rule in words, so nothing is conveyed by colour alone.
/// The first finding of a rule says where to read about it.
#[must_use]
pub fn render(report: &Report<'_>, style: &Style) -> String {
    let mut out = String::new();
    let mut renderer = Renderer { handler: handler(style), style, explained: BTreeSet::new() };
    for file in by_file(report.diagnostics, report.sources) {
        renderer.file(&mut out, file, report.sources);
    }
    out + &report.summary() + "\n"
}

fn handler(style: &Style) -> GraphicalReportHandler {
    let characters = if style.unicode { ThemeCharacters::unicode() } else { ThemeCharacters::ascii() };
    let styles = if style.colour { ThemeStyles::ansi() } else { ThemeStyles::none() };
    GraphicalReportHandler::new_themed(GraphicalTheme { characters, styles })
        .with_width(style.width)
        .with_links(false)
        .with_context_lines(1)
        .tab_width(window::TAB_WIDTH)
}

struct Renderer<'a> {
    handler: GraphicalReportHandler,
    style: &'a Style,
    explained: BTreeSet<&'static str>,
}

impl Renderer<'_> {
    /// The findings in one file; for each rule, as many as the style allows.
    fn file(&mut self, out: &mut String, diagnostics: &[Diagnostic], sources: &Sources) {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for diagnostic in diagnostics {
            let count = seen.entry(diagnostic.rule).or_default();
            *count += 1;
            if self.style.limit == 0 || *count <= self.style.limit {
                self.diagnostic(out, diagnostic, sources);
            }
        }
        for (rule, count) in seen {
            if self.style.limit > 0 && count > self.style.limit {
                self.folded(out, count - self.style.limit, rule, diagnostics[0].primary().source, sources);
            }
        }
    }

    fn diagnostic(&mut self, out: &mut String, diagnostic: &Diagnostic, sources: &Sources) {
        let charset = if self.style.unicode { Charset::Unicode } else { Charset::Ascii };
        let excerpt = Excerpt::new(&diagnostic.labels, sources, self.style.width, charset);
        // Where no line can be shown to name the file, the message does.
        let file = || format!("{}: ", name(sources, diagnostic.primary().source));
        let opening = if excerpt.blocks.is_empty() { file() } else { String::new() };
        let said = opening + &message(diagnostic, sources);
        let finding = Finding { diagnostic, excerpt, said, first: self.explained.insert(diagnostic.rule) };
        let from = out.len();
        self.handler.render_report(out, &finding).expect("a String takes all that is written to it");
        if !finding.excerpt.has_lines {
            let drawn = out.split_off(from);
            out.push_str(&without_lines(&drawn, &finding.excerpt));
        }
        out.push('\n');
    }

    fn folded(&self, out: &mut String, more: usize, rule: &str, file: SourceId, sources: &Sources) {
        let ellipsis = if self.style.unicode { "…" } else { "..." };
        let file = escaped(name(sources, file));
        let _infallible = writeln!(out, "{ellipsis} and {more} more findings for {rule} in {file}\n");
    }
}

/// A drawn finding without the numbers of lines and columns, which do not belong to any file: the name of each block
/// says where it is.
fn without_lines(drawn: &str, excerpt: &Excerpt) -> String {
    let plain = |line: &str| {
        let named = excerpt.blocks.iter().find_map(|block| {
            let name = escaped(&block.name);
            let end = line.find(&format!("[{name}:"))? + 1 + name.len();
            Some(format!(
                "{}{}",
                &line[..end],
                line[end..].trim_start_matches(|c: char| c == ':' || c.is_ascii_digit())
            ))
        });
        named.unwrap_or_else(|| without_number(line))
    };
    drawn.lines().map(|line| plain(line) + "\n").collect()
}

/// A drawn line without the number in its margin.
fn without_number(line: &str) -> String {
    let rest = line.trim_start();
    let bar = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_margin = bar.len() < rest.len() && [" │", " |"].iter().any(|mark| bar.starts_with(mark));
    if is_margin { " ".repeat(line.len() - bar.len()) + bar } else { line.to_owned() }
}

/// A diagnostic in the form that `miette` renders.
struct Finding<'a> {
    diagnostic: &'a Diagnostic,
    excerpt: Excerpt,
    /// The message, and what comes before it.
    said: String,
    first: bool,
}

impl fmt::Debug for Finding<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.diagnostic.fmt(f)
    }
}

impl Display for Finding<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&escaped(&self.said))
    }
}

impl std::error::Error for Finding<'_> {}

impl Shown for Finding<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        Some(Box::new(format!("{}[{}]", self.diagnostic.severity, self.diagnostic.rule)))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.diagnostic.severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Advice => miette::Severity::Advice,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        let help = self.diagnostic.help.as_deref().map(escaped);
        let more = match self.excerpt.left_out {
            0 => None,
            1 => Some("1 more place is not shown".to_owned()),
            more => Some(format!("{more} more places are not shown")),
        };
        let all: Vec<Cow<'_, str>> = help.into_iter().chain(more.map(Cow::Owned)).collect();
        (!all.is_empty()).then(|| Box::new(all.join("; ")) as Box<dyn Display>)
    }

    fn url<'a>(&'a self) -> Option<Box<dyn Display + 'a>> {
        self.first.then(|| Box::new(format!("ksb explain {}", self.diagnostic.rule)) as Box<dyn Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        (!self.excerpt.blocks.is_empty()).then_some(&self.excerpt as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let labels = self.excerpt.marks.iter().map(|mark| {
            let message = &self.diagnostic.labels[mark.label].message;
            let message = (!message.is_empty()).then(|| escaped(message).into_owned());
            let span = (mark.span.start, mark.span.len());
            if mark.label == 0 {
                LabeledSpan::new_primary_with_span(message, span)
            } else {
                LabeledSpan::new_with_span(message, span)
            }
        });
        Some(Box::new(labels))
    }
}

impl SourceCode for Excerpt {
    /// The whole block that holds `span`; when it asks for no context, `miette` wants the line and
    /// the column of a label, which are those in its file. A span over two blocks is refused, which
    /// keeps the blocks apart.
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (start, end) = (span.offset(), span.offset() + span.len());
        let holds = |block: &&excerpt::ExcerptBlock| block.range.start <= start && end <= block.range.end;
        let block = self.blocks.iter().find(holds).ok_or(MietteError::OutOfBounds)?;
        let same = |mark: &&excerpt::MovedLabel| mark.span == (start..end);
        let mark = self.marks.iter().find(same).filter(|_| before == 0 && after == 0);
        let (line, column) =
            mark.map_or((block.first_line, 0), |mark| (mark.position.line - 1, mark.position.column - 1));
        Ok(Box::new(MietteSpanContents::new_named(
            escaped(&block.name).into_owned(),
            &self.text.as_bytes()[block.range.clone()],
            (block.range.start, block.range.len()).into(),
            line,
            column,
            block.line_count,
        )))
    }
}

#[cfg(test)]
mod tests;
