//! The page of a retired standard in the old template, as text: banners, prose by theme, a table of
//! themes that has mostly lost its cells, footnotes; no codes and no list of duties.

use super::footer;
use super::head::{self, bare_level, in_months};
use super::key_facts::{self, KeyFacts};
use super::labels::labelled;
use super::lines::{Line, begins, join, lines};
use super::parts;
use super::sections;
use super::themes::{self, Themes};
use crate::model::{Document, Facts, Field, Format, ProfileSection, Standard};
use crate::read::notes::{Notes, Read};
use crate::source::Source;

/// Headings above the first section, which say nothing.
const SILENT: [&str; 3] = ["overview of the role", "details of standard", "details of the standard"];

/// Headings that are on a line of their own.
const HEADINGS: [&str; 15] = [
    "occupational profile",
    "occupational profiles",
    "occupation profile",
    "role profile",
    "responsibilities and duties of the role",
    "entry requirements",
    "qualifications",
    "link to professional registration",
    "link to professional registration and progression",
    "professional registration",
    "progression",
    "knowledge",
    "skills",
    "behaviours",
    "behaviours and values",
];

/// Headings of single values, which need no section.
const VALUE_HEADINGS: [&str; 5] = ["level", "duration", "typical duration", "review", "review date"];

/// Reads such a page.
pub(crate) fn read(source: &Source) -> Read<'_> {
    let mut lines = lines(source);
    let mut notes = Notes::new(source.id());
    let mut standard = parts::begin(source.id(), Format::RetiredPageText, &lines);
    let KeyFacts { taken, sections: ranges } = key_facts::read(&lines, &mut standard, &mut notes);
    lines.retain(|line| !taken.contains(&line.start));
    let end = lines.iter().position(|line| sections::is_licence(*line)).unwrap_or(lines.len());
    let table = lines[..end].iter().position(|line| themes::is_table(*line)).unwrap_or(end);
    let below = lines[table..end].iter().position(|line| marker(*line).is_some());
    let below = below.map_or(end, |index| table + index);
    let prose = head::facts(&lines[..table], (labelled, false), &mut standard, &mut notes);
    read_prose(&prose, &mut standard, &mut notes);
    let Themes { sections, open, lost } = themes::read(&lines[table..below]);
    standard.profile.extend(sections.into_iter().chain(ranges));
    standard.profile.sort_by_key(|section| section.heading.span().start);
    for text in lost {
        notes.unread("profile", text.span());
    }
    standard.profile.extend(footnotes(&lines[below..end]));
    lines[end..].iter().skip(1).for_each(|line| footer::note_line(*line, &mut notes));
    if let Some(last) = lines.last().filter(|_| open && below == lines.len()) {
        notes.truncated("profile", last.span(), "the table of themes ends in the middle of a row");
    }
    standard.hide_unshown(standard.format);
    (Document::Standard(Box::new(standard)), notes.finish())
}

/// Reads banners, title and overview, the prose below its headings, and the values between it.
fn read_prose<'s>(lines: &[Line<'s>], standard: &mut Standard<'s>, notes: &mut Notes) {
    for paragraph in lines.chunk_by(|above, line| wraps(*above, *line)) {
        let line = paragraph[0];
        if SILENT.iter().any(|silent| line.is(silent)) {
            continue;
        }
        if head::is_banner(line) {
            standard.banners.extend(join(paragraph));
        } else if let Some((heading, rest)) = heading(line) {
            let mut text = paragraph.to_vec();
            text[0] = rest;
            let text = text.into_iter().skip_while(|line| line.text.is_empty()).collect::<Vec<_>>();
            let paragraphs = join(&text).into_iter().collect();
            standard.profile.push(ProfileSection { heading: heading.verbatim(), paragraphs });
        } else if !states_value(line, &mut standard.facts, notes) {
            add(paragraph, standard, notes);
        }
    }
}

/// Whether the line continues the one above: it begins in mid-sentence.
fn wraps(above: Line<'_>, line: Line<'_>) -> bool {
    let in_sentence = !above.is_sentence() && line.text.starts_with(char::is_lowercase);
    let is_new = line.is_bulleted() || heading(line).is_some() || head::is_banner(above);
    line.is_below(above) && in_sentence && !is_new
}

/// Adds a paragraph to the last section; the title and overview are above the first one.
fn add<'s>(lines: &[Line<'s>], standard: &mut Standard<'s>, notes: &mut Notes) {
    let plain: Vec<Line> = lines.iter().map(|line| line.unbulleted()).collect();
    let (Some(text), Some(last)) = (join(&plain), lines.last()) else { return };
    let facts = &mut standard.facts;
    if let Some(section) = standard.profile.last_mut() {
        section.paragraphs.push(text);
    } else if last.is_sentence() && facts.overview.is_missing() {
        facts.overview = Field::Stated(text);
    } else if !last.is_sentence() && facts.title.is_missing() {
        facts.title = Field::Stated(text);
    } else {
        notes.unread("head", text.span());
    }
}

/// A heading, and the text after its colon: `Occupational profile`, `BEHAVIOURS and VALUES: text`.
fn heading(line: Line<'_>) -> Option<(Line<'_>, Line<'_>)> {
    let colon = line.text.find(':');
    let head = line.before(colon.unwrap_or(line.text.len()));
    let rest = line.rest(colon.map_or(line.text.len(), |colon| colon + 1));
    HEADINGS.iter().any(|heading| head.is(heading)).then_some((head, rest))
}

/// States the value of a line that holds nothing else: `4`, `Typically 24 months`, `After 3 years`.
fn states_value(line: Line<'_>, facts: &mut Facts<'_>, notes: &mut Notes) -> bool {
    if let Some(level) = bare_level(line).filter(|_| facts.level.is_missing()) {
        facts.level = Field::Stated(level);
    } else if is_short(line, "typically ") && facts.typical_duration.is_missing() {
        facts.typical_duration = in_months(line, "typical duration", notes);
    } else if is_short(line, "after ") && facts.review_after.is_missing() {
        facts.review_after = in_months(line, "review", notes);
    } else {
        return VALUE_HEADINGS.iter().any(|heading| line.is(heading));
    }
    true
}

/// Whether the line begins with the word and is not a sentence.
fn is_short(line: Line<'_>, word: &str) -> bool {
    begins(line.text, word) && line.text.split_whitespace().count() <= 4
}

/// The marker of a footnote, `(1)`, and the text after it.
fn marker(line: Line<'_>) -> Option<(Line<'_>, Line<'_>)> {
    let end = line.text.find(')')?;
    let digits = line.text[..end].strip_prefix('(')?;
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| (line.before(end + 1), line.rest(end + 1)))
}

/// Each footnote as a section headed by its marker. Lines without a marker continue the last footnote.
fn footnotes<'s>(lines: &[Line<'s>]) -> Vec<ProfileSection<'s>> {
    let mut sections: Vec<ProfileSection> = Vec::new();
    for note in lines.chunk_by(|_, line| marker(*line).is_none()) {
        let Some((heading, rest)) = marker(note[0]) else { continue };
        let text: Vec<Line> =
            [rest].iter().chain(&note[1..]).filter(|line| !line.text.is_empty()).copied().collect();
        sections.push(ProfileSection {
            heading: heading.verbatim(),
            paragraphs: join(&text).into_iter().collect(),
        });
    }
    sections
}
