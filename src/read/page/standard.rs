//! The page of a standard, as text: key information, summary, duties with their mapping, statements.

use super::below;
use super::chrome::is_chrome;
use super::entries;
use super::footer;
use super::head;
use super::labels::{Labelled, contradicts, labelled, state_if_absent, typed};
use super::layout;
use super::lines::{Line, lines, paragraphs};
use super::parts;
use super::second;
use super::sections::{PageSection, SectionLines, blocks};
use super::swallowed;
use super::title;
use crate::model::{Document, Facts, Field, Format, Standard, StandardKind};
use crate::read::notes::{Notes, Read};
use crate::source::Source;

/// Reads such a page.
pub(crate) fn read(source: &Source) -> Read<'_> {
    let mut notes = Notes::new(source.id());
    let (mut standard, blocks, lines) =
        contents(source, &lines(source), Format::StandardPageText, &mut notes);
    if lines.iter().any(|line| line.begins("apprenticeship units are")) {
        standard.kind = StandardKind::ApprenticeshipUnit;
    }
    standard.hide_unshown(standard.format);
    parts::check_whole(&blocks, lines.last().copied(), &standard, &mut notes);
    (Document::Standard(Box::new(standard)), notes.finish())
}

/// What such a page, or a draft in the same order, states in these lines; its sections and lines.
pub(super) fn contents<'s>(
    source: &'s Source,
    lines: &[Line<'s>],
    format: Format,
    notes: &mut Notes,
) -> (Standard<'s>, Vec<SectionLines<'s>>, Vec<Line<'s>>) {
    let (lines, mut mapped) = layout::undo(source, lines, notes);
    let first = second::first_only(&lines, notes);
    if let Some(end) = lines.get(first.len()) {
        mapped.retain_before(end.start);
    }
    let lines = first.to_vec();
    let mut standard = parts::begin(source.id(), format, &lines);
    let blocks = blocks(&lines);
    read_head(&blocks, &mut standard, notes);
    parts::read(&blocks, &mut standard, notes);
    let repeated = below::link(&blocks, source.id(), &mut mapped);
    standard.duties = entries::duties(&blocks, &Field::Missing, &mut mapped, notes);
    mapped.apply(&mut standard.duties, source.id(), notes);
    standard.statements = entries::statements(&blocks, notes);
    repeated.take_out(&mut standard.statements);
    standard.empty_kinds = entries::empty_kinds(&blocks, &standard);
    swallowed::note(&standard, notes);
    footer::note(&blocks, notes);
    note_asides(&blocks, notes);
    (standard, blocks, lines)
}

/// Notes the sections that say something that has no place in a standard.
fn note_asides(blocks: &[SectionLines<'_>], notes: &mut Notes) {
    let is_aside = |block: &&SectionLines| {
        matches!(block.section, PageSection::Aside | PageSection::Unknown) && !block.lines.is_empty()
    };
    let headings: Vec<Line> = blocks.iter().filter(is_aside).filter_map(|block| block.heading).collect();
    let names: Vec<&str> = headings.iter().map(|heading| heading.text.trim_end_matches(':')).collect();
    if let Some(first) = headings.first() {
        let is_known = !blocks.iter().filter(is_aside).any(|block| block.section == PageSection::Unknown);
        notes.left_out(first.span(), &names, is_known);
    }
}

/// Reads what is above the summary.
fn read_head<'s>(blocks: &[SectionLines<'s>], standard: &mut Standard<'s>, notes: &mut Notes) {
    let mut remarks = Vec::new();
    let mut asides = Vec::new();
    let has_overview =
        blocks.iter().any(|block| block.section == PageSection::Overview && !block.lines.is_empty());
    for block in blocks {
        let lines = match block.section {
            PageSection::Head | PageSection::KeyInformation | PageSection::Overview => {
                banners(&block.lines, standard)
            }
            _ => continue,
        };
        let (remarked, lines): (Vec<Line>, Vec<Line>) =
            lines.iter().partition(|line| remark(**line).is_some());
        remarks.extend(remarked.into_iter().filter_map(remark));
        let mut others =
            head::facts(&lines, (typed, block.section == PageSection::KeyInformation), standard, notes);
        if block.section != PageSection::Overview {
            others = without_facts(others, &mut asides);
        }
        let is_draft = standard.format.is_draft();
        let head = Head { has_overview, is_whole: is_draft || is_whole(blocks, &lines), is_draft };
        match block.section {
            PageSection::Head => asides.extend(head.read(&others, &mut standard.facts, notes)),
            PageSection::Overview => overview(&others, &mut standard.facts, notes),
            _ => others.iter().for_each(|line| notes.unread("key information", line.span())),
        }
    }
    for aside in &asides {
        if contradicts(standard, aside) {
            notes.unread("facts", aside.value.span());
        }
    }
    for remark in asides.iter().chain(&remarks) {
        state_if_absent(standard, remark, notes);
    }
}

/// The lines that say more than the level, reference and version, which go to `facts`.
fn without_facts<'s>(mut lines: Vec<Line<'s>>, facts: &mut Vec<Labelled<'s>>) -> Vec<Line<'s>> {
    lines.retain(|line| {
        let found = title::of(*line);
        let is_fact = found.name.is_none() && !found.facts.is_empty();
        facts.extend(found.facts.into_iter().filter(|_| is_fact));
        !is_fact
    });
    lines
}

/// A fact in brackets, added by the person who copied the page: `(Date updated: 09/05/2023)`.
fn remark(line: Line<'_>) -> Option<Labelled<'_>> {
    let inner = line.text.strip_prefix('(')?.strip_suffix(')')?;
    labelled(line.part(1, 1 + inner.len()))
}

/// Whether the head belongs to this page, and is not the rest of a section that has lost its beginning.
fn is_whole(blocks: &[SectionLines<'_>], head: &[Line<'_>]) -> bool {
    let informs = |block: &SectionLines<'_>| {
        matches!(block.section, PageSection::KeyInformation | PageSection::Overview)
    };
    blocks.iter().any(informs) || head.iter().any(|line| labelled(*line).is_some())
}

/// Takes the banners out of the lines.
fn banners<'s>(lines: &[Line<'s>], standard: &mut Standard<'s>) -> Vec<Line<'s>> {
    let (banners, others): (Vec<Line>, Vec<Line>) = lines.iter().partition(|line| head::is_banner(**line));
    standard.banners.extend(banners.iter().map(|line| line.verbatim()));
    others
}

/// What is above the first heading.
#[derive(Clone, Copy)]
struct Head {
    /// Whether the overview has its own heading, so that it is not a sentence up here.
    has_overview: bool,
    /// Whether the head belongs to this page.
    is_whole: bool,
    is_draft: bool,
}

impl Head {
    /// Reads the title and overview, and returns the facts around the title.
    fn read<'s>(self, lines: &[Line<'s>], facts: &mut Facts<'s>, notes: &mut Notes) -> Vec<Labelled<'s>> {
        let lines: Vec<Line> = lines.iter().copied().filter(|line| !is_chrome(*line)).collect();
        if !self.is_whole {
            for line in &lines {
                notes.unread("head", line.span());
            }
            return Vec::new();
        }
        let title = Some(&lines).filter(|_| facts.title.is_missing()).and_then(|lines| self.title(lines));
        let titled = title.map(title::of);
        if let Some(name) = titled.as_ref().and_then(|titled| titled.name) {
            facts.title = Field::Stated(name.verbatim());
        }
        self.read_rest(&lines, title, facts, notes);
        titled.map(|titled| titled.facts).unwrap_or_default()
    }

    /// The line that gives the title: in a draft, the first that names something, if it is not a sentence; on a page,
    /// the last one above the key information, because what is above it is site navigation. Several names in one row of
    /// a table are not titles: they are column headers, or one of them says what the other is.
    fn title<'s>(self, lines: &[Line<'s>]) -> Option<Line<'s>> {
        let is_name = |line: &Line| title::of(*line).name.is_some() && !line.text.ends_with(':');
        let named = lines.iter().copied().filter(is_name);
        let beside = side_by_side(lines);
        let mut apart = named.filter(|line| beside.binary_search(&line.start).is_err());
        if self.is_draft {
            apart.next().filter(|line| !line.is_sentence())
        } else {
            apart.rfind(|line| !line.is_sentence() && !head::is_breadcrumb(*line))
        }
    }

    /// The sentences below the title are the overview. In a draft without a title, nothing shows that they are about an
    /// occupation.
    fn read_rest<'s>(
        self,
        lines: &[Line<'s>],
        title: Option<Line<'s>>,
        facts: &mut Facts<'s>,
        notes: &mut Notes,
    ) {
        let beside = side_by_side(lines);
        let is_overview = |line: &Line| {
            let is_below = title.is_none_or(|title| line.start > title.start);
            line.is_sentence()
                && is_below
                && beside.binary_search(&line.start).is_err()
                && !self.has_overview
                && !(self.is_draft && facts.title.is_missing())
        };
        let says_title = |line: &Line| {
            let name = title::of(*line).name.filter(|_| self.is_draft);
            name.zip(facts.title.stated()).is_some_and(|(name, title)| name.is(title))
        };
        let is_titled =
            |line: &Line| title.is_some_and(|title| title.start == line.start) || says_title(line);
        let (sentences, others): (Vec<Line>, Vec<Line>) = lines.iter().partition(|line| is_overview(line));
        for line in others.iter().filter(|line| !is_titled(line)) {
            let is_known = title::of(*line).name.is_none() || !self.is_draft && !line.is_sentence();
            if !is_known || title::is_stray(*line) {
                notes.unread("head", line.span());
            }
        }
        overview(&sentences, facts, notes);
    }
}

/// Where lines that name something in several cells of a row begin, in order.
fn side_by_side(lines: &[Line<'_>]) -> Vec<usize> {
    let names: Vec<Line> = lines.iter().copied().filter(|line| title::of(*line).name.is_some()).collect();
    let rows = names.chunk_by(layout::are_of_one_row);
    let several = rows.filter(|row| row.iter().any(|line| line.cell != row[0].cell));
    several.flatten().map(|line| line.start).collect()
}

/// The overview is one paragraph.
fn overview<'s>(lines: &[Line<'s>], facts: &mut Facts<'s>, notes: &mut Notes) {
    let mut texts = paragraphs(lines).into_iter();
    if facts.overview.is_missing()
        && let Some(text) = texts.next()
    {
        facts.overview = Field::Stated(text);
    }
    texts.for_each(|text| notes.unread("overview", text.span()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceId;

    const BODY: &str = "Key information\nReference: ST9901\nLevel: 2\nOverview of the role\nMixes dyes.\nDuties\n\
                        Duty 1 Mix.\nK1 S1\nKnowledge\nK1: Dyes.\nSkills\nS1: Mix.\nCrown copyright";

    /// Title, overview, reference, level, and how many notes there were on the text.
    type Found = (Option<String>, Option<String>, Option<String>, Option<i64>, usize);

    fn found(text: &str, format: Format) -> Found {
        let source = Source::new(SourceId(0), "x", text);
        let mut notes = Notes::new(source.id());
        let (standard, ..) = contents(&source, &lines(&source), format, &mut notes);
        let facts = &standard.facts;
        let text =
            |field: &Field<crate::source::Text<'_>>| field.stated().map(|text| text.as_str().to_owned());
        let level = facts.level.stated().map(|level| level.value);
        (text(&facts.title), text(&facts.overview), text(&facts.reference), level, notes.finish().len())
    }

    fn page(head: &str) -> Found {
        found(&format!("{head}\n{BODY}"), Format::StandardPageText)
    }

    fn draft(head: &str) -> Found {
        found(&format!("{head}\nDuty 1 Mix.\nK1\nKnowledge\nK1: Dyes."), Format::DraftText)
    }

    fn is(title: &str, overview: &str, notes: usize) -> Found {
        (Some(title.to_owned()), Some(overview.to_owned()), Some("ST9901".to_owned()), Some(2), notes)
    }

    #[test]
    fn the_words_of_the_site_are_neither_title_nor_overview() {
        for head in [
            "Dyer",
            "We use some essential cookies to make this website work.\nDyer",
            "Home\nApprenticeships\nDyer\nView the revised version",
            "Dyer\nPrint this page\nFind training providers\nDownload as PDF",
            "Dyer\nThis occupational standard is currently under review. View the revision",
            "Dyer\nST9901, version 1.1, level 2",
            "Dyer (level 2)",
            "Dyer | Skills England",
        ] {
            assert_eq!(page(head), is("Dyer", "Mixes dyes.", 0), "{head}");
        }
    }

    #[test]
    fn the_overview_below_its_heading_is_the_overview() {
        assert_eq!(page("Dyer\nSomebody said this of it."), is("Dyer", "Mixes dyes.", 1));
        let text = format!(
            "A sentence.\nDyer\nMixes dyes.\n{}",
            BODY.replace("Overview of the role\nMixes dyes.\n", "")
        );
        assert_eq!(found(&text, Format::StandardPageText), is("Dyer", "Mixes dyes.", 1));
    }

    #[test]
    fn facts_around_a_title_may_not_contradict_the_page() {
        assert_eq!(page("Dyer (level 3)"), is("Dyer", "Mixes dyes.", 1));
        let (_, _, reference, _, notes) = page("Dyer\nReference: ST9902");
        assert_eq!((reference.as_deref(), notes), (Some("ST9902"), 1));
    }

    #[test]
    fn remarks_above_a_draft_are_not_a_title() {
        for (head, notes) in [
            ("DRAFT\nDyer", 0),
            ("DRAFT – NOT FOR CIRCULATION\nPage 1 of 3\nInstitute for Apprenticeships\nDyer", 0),
            ("3 March 2025\nDyer", 1),
            ("Dyer_v0.3.docx\nDyer", 1),
            ("Draft standard: Dyer", 0),
        ] {
            assert_eq!(draft(head), (Some("Dyer".to_owned()), None, None, None, notes), "{head}");
        }
        assert_eq!(draft("Hello all,\nplease find it below."), (None, None, None, None, 1));
    }

    #[test]
    fn a_draft_states_facts_in_its_title() {
        let expected = (Some("Dyer".to_owned()), None, Some("ST9901".to_owned()), Some(2), 0);
        for head in [
            "Dyer, level 2 (ST9901)",
            "Dyer (ST9901) Level 2 v1.0",
            "Dyer – level 2\nST9901",
            "Dyer\nLevel: L2\nRef: ST9901",
        ] {
            assert_eq!(draft(head), expected, "{head}");
        }
    }

    #[test]
    fn key_information_may_alternate_without_colons() {
        let body =
            BODY.replace("Reference: ST9901\nLevel: 2", "Status\nRetired\nReference\nST9901\nLevel\n2");
        assert_eq!(found(&format!("Dyer\n{body}"), Format::StandardPageText), is("Dyer", "Mixes dyes.", 0));
    }

    #[test]
    fn sections_without_a_place_are_named() {
        let (title, .., notes) =
            draft("Dyer\nEntry requirements\nFive GCSEs.\nQualifications\nNone.\nDuties");
        assert_eq!((title.as_deref(), notes), (Some("Dyer"), 1));
    }

    #[test]
    fn a_unit_is_for_somebody() {
        let text = "Hedge keeping\nAU0001\nIntroduction\nUnits are short.\nWho is it for?\nPeople with hedges.\n\
                    Learning outcomes\n- Choose plants.\nKnowledge\nK1: Plants.";
        let (title, overview, reference, _, notes) = found(text, Format::StandardPageText);
        assert_eq!(
            (title.as_deref(), overview.as_deref()),
            (Some("Hedge keeping"), Some("People with hedges."))
        );
        assert_eq!((reference.as_deref(), notes), (Some("AU0001"), 1));
    }

    #[test]
    fn a_second_page_is_not_read_into_the_first() {
        let second = BODY.replace("ST9901", "ST9902").replace("Duty 1", "Duty 2").replace("Mixes", "Weaves");
        let text = format!("Dyer\n{}\nWeaver\n{second}", BODY.replace("\nCrown copyright", ""));
        assert_eq!(found(&text, Format::StandardPageText), is("Dyer", "Mixes dyes.", 1));
    }
}
