//! The plain sections of a page: summary, job titles, keywords, employers, products.

use super::lines::{Line, names, paragraphs};
use super::sections::{PageSection, SectionLines};
use super::values::number;
use crate::model::{Field, Format, JobTitle, Kind, List, Product, Standard};
use crate::read::notes::Notes;
use crate::source::{SourceId, Span, Text};

/// Reads the plain sections into `standard`. What the page does not have stays as it was.
pub(super) fn read<'s>(blocks: &[SectionLines<'s>], standard: &mut Standard<'s>, notes: &mut Notes) {
    let title = |name: Text<'s>| JobTitle { name, green: None };
    let summary = |block: &SectionLines<'s>| {
        let (headings, lines): (Vec<Line>, Vec<Line>) =
            block.lines.iter().partition(|line| line.is_heading());
        for line in headings {
            notes.unread("summary", line.span());
        }
        paragraphs(&lines)
    };
    put(&mut standard.summary, field(blocks, PageSection::Summary, summary));
    let titles = |block: &SectionLines<'s>| lines(block).into_iter().map(title).collect();
    put(&mut standard.typical_job_titles, field(blocks, PageSection::JobTitles, titles));
    put(&mut standard.keywords, field(blocks, PageSection::Keywords, lines));
    put(&mut standard.facts.soc.sub_unit_groups, field(blocks, PageSection::SubUnitGroups, lines));
    for block in blocks {
        match block.section {
            PageSection::Employers => standard.employers.extend(employers(block)),
            PageSection::Products => standard.products.extend(products(&block.lines, notes)),
            _ => (),
        }
    }
}

/// A standard with nothing read yet, which begins at the first line of the page.
pub(super) fn begin<'s>(source: SourceId, format: Format, lines: &[Line<'s>]) -> Standard<'s> {
    let start = lines.first().map_or_else(Span::default, |line| line.span());
    Standard::new(source, format, start)
}

fn put<T>(field: &mut Field<T>, read: Field<T>) {
    if !read.is_missing() {
        *field = read;
    }
}

/// All sections of one kind as one list under the first heading.
fn field<'s, T>(
    blocks: &[SectionLines<'s>],
    section: PageSection,
    items: impl FnMut(&SectionLines<'s>) -> Vec<T>,
) -> Field<List<T>> {
    let found = || blocks.iter().filter(|block| block.section == section);
    let first = || found().find_map(|block| block.lines.first());
    let heading = found().find_map(|block| block.heading);
    let Some(heading) = heading.or_else(|| first().copied()) else { return Field::Missing };
    let items: Vec<T> = found().flat_map(items).collect();
    if items.is_empty() {
        Field::Empty(heading.span())
    } else {
        Field::Stated(List::new(heading.span(), items))
    }
}

/// One item on each line, or names with commas between them if they follow the heading.
fn lines<'s>(block: &SectionLines<'s>) -> Vec<Text<'s>> {
    let (inline, rest) = block.lines.split_at(usize::from(block.inline));
    let listed = inline.iter().flat_map(|line| names(&line.verbatim()));
    listed.chain(rest.iter().map(|line| line.unbulleted().verbatim())).collect()
}

fn employers<'s>(block: &SectionLines<'s>) -> Option<List<Text<'s>>> {
    let items = paragraphs(&block.lines).iter().flat_map(names).collect();
    block.heading.map(|heading| List::new(heading.span(), items))
}

/// Products: a reference, then the title, the level and the status, each on a line.
fn products<'s>(lines: &[Line<'s>], notes: &mut Notes) -> Vec<Product<'s>> {
    let mut products: Vec<Product> = Vec::new();
    for &line in lines {
        if let Some((reference, title)) = reference(line) {
            let title = if title.text.is_empty() { Field::Missing } else { title.verbatim().into() };
            let reference = Field::Stated(reference.verbatim());
            products.push(Product { reference, title, level: Field::Missing, status: Field::Missing });
            continue;
        }
        let taken = products.last_mut().is_some_and(|product| describes(product, line));
        if !taken {
            notes.unread("products", line.span());
        }
    }
    products
}

/// A product's reference, with or without a colon, and what comes after it.
fn reference(line: Line<'_>) -> Option<(Line<'_>, Line<'_>)> {
    let end = line.text.find(':').unwrap_or(line.text.len());
    let reference = line.before(end);
    let letters = reference.text.find(|c: char| c.is_ascii_digit())?;
    let (prefix, digits) = reference.text.split_at(letters);
    let known = ["ST", "FA", "AU", "OCC"].iter().any(|known| known.eq_ignore_ascii_case(prefix));
    let fits = known && digits.chars().all(|c| c.is_ascii_alphanumeric());
    fits.then(|| (reference, line.rest((end + 1).min(line.text.len()))))
}

/// Takes the line as the level, the title or the status of the product, if one of them is open.
fn describes<'s>(product: &mut Product<'s>, line: Line<'s>) -> bool {
    let inner = if line.text.starts_with('(') && line.text.ends_with(')') {
        line.rest(1).before(line.rest(1).text.len() - 1)
    } else {
        line
    };
    let level = inner.begins("level").then(|| number(inner.rest("level".len()))).flatten();
    if let Some(level) = level.filter(|_| product.level.is_missing()) {
        product.level = Field::Stated(level);
    } else if product.title.is_missing() {
        product.title = Field::Stated(line.verbatim());
    } else if product.status.is_missing() {
        product.status = Field::Stated(line.verbatim());
    } else {
        return false;
    }
    true
}

/// Says that the page is not complete if it has no duties or no statements, or if statements are
/// mapped to a duty but the page has none of their kind: this kind of page always has them.
pub(super) fn check_whole(
    blocks: &[SectionLines<'_>],
    end: Option<Line<'_>>,
    standard: &Standard<'_>,
    notes: &mut Notes,
) {
    let Some(end) = end.map(Line::span) else { return };
    let duties = !standard.duties.items().is_empty() || !standard.kind.has_duties();
    let statements = standard.statements.items();
    let mut kinds = Kind::ALL.into_iter().filter(|kind| {
        let listed = standard.duties.items().iter().any(|duty| duty.lists_kind(*kind));
        listed && statements.iter().all(|statement| statement.kind != *kind)
    });
    let has_end = blocks.iter().any(|block| block.section == PageSection::Footer);
    match (duties, !statements.is_empty()) {
        (true, true) if has_end => (),
        (true, true) => {
            if let Some(kind) = kinds.next() {
                let message = format!(
                    "the duties have {} codes, but the page ends before the statements",
                    kind.prefix().letters()
                );
                notes.truncated("statements", end, &message);
            }
        }
        (true, false) => notes.truncated("statements", end, "the page is not complete: it has no statements"),
        (false, true) => notes.truncated("duties", end, "the page is not complete: it has no duties"),
        (false, false) => {
            notes.truncated("duties", end, "the page is not complete: it has neither duties nor statements");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::page::{lines, sections};
    use crate::source::Source;

    fn standard(source: &Source) -> (Standard<'_>, usize) {
        let lines = lines::lines(source);
        let mut standard = begin(source.id(), Format::MapPageText, &lines);
        let mut notes = Notes::new(source.id());
        read(&sections::blocks(&lines), &mut standard, &mut notes);
        (standard, notes.finish().len())
    }

    #[test]
    fn sections_become_lists() {
        let page = "Summary\nOne.\n\nTwo\nof two.\nKeywords: a, b\nc\nTypical job titles include:\n- Dyer\n";
        let source = Source::new(SourceId(0), "x", page);
        let (standard, notes) = standard(&source);
        let keywords: Vec<&str> = standard.keywords.items().iter().map(Text::as_str).collect();
        assert_eq!((standard.summary.items().len(), keywords, notes), (2, vec!["a", "b", "c"], 0));
        assert_eq!(standard.typical_job_titles.items()[0].name.as_str(), "Dyer");
        assert_eq!(source.slice(standard.keywords.stated().expect("keywords").heading), "Keywords:");
    }

    #[test]
    fn a_heading_with_nothing_below_is_an_empty_list() {
        let source = Source::new(SourceId(0), "x", "Summary\nKeywords:\n");
        let (standard, _) = standard(&source);
        assert_eq!(standard.keywords.empty().map(|span| source.slice(span)), Some("Keywords:"));
        assert!(standard.typical_job_titles.is_missing());
    }

    #[test]
    fn products_have_title_level_and_status() {
        let page =
            "Technical Education Products\nST9901:\n\nDyer\n\n(Level 4)\nApproved\nmore\nST9902: Weaver";
        let source = Source::new(SourceId(0), "x", page);
        let (standard, notes) = standard(&source);
        assert_eq!((standard.products.len(), notes), (2, 1));
        let first = &standard.products[0];
        assert_eq!(first.level.stated().map(|level| level.value), Some(4));
        assert_eq!(first.status.stated().map(Text::as_str), Some("Approved"));
        assert_eq!(standard.products[1].title.stated().map(Text::as_str), Some("Weaver"));
    }
}
