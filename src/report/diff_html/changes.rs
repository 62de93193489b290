//! What differs between two documents, as a part of a page that holds several comparisons.

use maud::{Markup, html};

use super::page::{Page, PagePart};
use super::{consequences, counts, facts, headline, narrative, renumbering, statements};
use crate::diff::Section;
use crate::report::diff::{DiffReport, Tone, heading, mapping_lines, mapping_silence};

/// The changes, under headings of the third level. Every id begins with `id_prefix`. The documents are not shown in
/// full here, so there are neither tables of the whole mapping nor an account of the pairing.
pub(in crate::report) fn changes(report: &DiffReport<'_>, id_prefix: &str) -> Markup {
    let page = Page::new(report, Some(id_prefix));
    html! {
        (headline::figures(&page))
        @if report.proposes() { (headline::reasons(&page)) }
        @for part in parts(&page, |sections| changed(&page, sections), mapping(&page), None) {
            h3 id={ (id_prefix) (part.id) } { (part.title) }
            (part.body)
        }
    }
}

/// The parts that have something to say, in their order; `of` gives the tables of sections.
pub(super) fn parts(
    page: &Page<'_>,
    of: impl Fn(&[Section]) -> Option<Markup>,
    mapping: Option<Markup>,
    pairing: Option<Markup>,
) -> Vec<PagePart> {
    let part = |id, title, body: Option<Markup>| body.map(|body| PagePart { id, title, body });
    let kinds: Vec<Section> = Section::ALL.into_iter().filter(|section| section.kind().is_some()).collect();
    let all = [
        part("facts", "Facts", facts::render(page)),
        part("counts", "Counts", counts::render(page)),
        part("consequences", "Consequences", consequences::render(page)),
        part("narrative", "Statements and prose", narrative::render(page)),
        part("statements", "Statements", of(&kinds)),
        part("duties", "Duties", of(&[Section::Duties])),
        part("pathways", heading(Section::Pathways), of(&[Section::Pathways])),
        part("clusters", heading(Section::Clusters), of(&[Section::Clusters])),
        part("occupations", heading(Section::Occupations), of(&[Section::Occupations])),
        part("mapping", "Mapping of duties to statements", mapping),
        part("renumbering", "Renumbering", renumbering::render(page)),
        part("summary", heading(Section::Summary), of(&[Section::Summary])),
        part("profile", heading(Section::Profile), of(&[Section::Profile])),
        part("pairing", "How pairs were made", pairing),
    ];
    all.into_iter().flatten().collect()
}

/// The tables of sections in which something differs.
fn changed(page: &Page<'_>, sections: &[Section]) -> Option<Markup> {
    let differs = |section: &Section| {
        page.report.comparison.rows(*section).into_iter().any(|row| !page.says_the_same(row))
    };
    let differing: Vec<Section> = sections.iter().copied().filter(differs).collect();
    statements::render(page, &differing)
}

/// The duties whose mapping differs.
fn mapping(page: &Page<'_>) -> Option<Markup> {
    if let Some(silence) = mapping_silence(page.report.comparison.mapping.stated) {
        return Some(html! { p { (silence) " That does not say that anything came or went." } });
    }
    let lines = mapping_lines(&page.lookup);
    (!lines.is_empty()).then(|| {
        html! {
            ul class="mapping" {
                @for line in &lines {
                    li {
                        b { (line.subject) } ": "
                        @for (index, (tone, entry)) in line.entries.iter().enumerate() {
                            @if index > 0 { ", " }
                            @match tone {
                                Tone::Added => ins { (entry) },
                                Tone::Removed => del { (entry) },
                                _ => (entry),
                            }
                        }
                    }
                }
            }
        }
    })
}
