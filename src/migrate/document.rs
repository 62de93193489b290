//! The migration of one file, whatever it is.

use std::fmt;
use std::ops::Range;

use super::left::NotMoved;
use super::marks::Mark;
use super::migration::{Migration, Note, Obstacle, migrate};
use super::target::Target;
use super::text::{self, marks_in_markdown};
use crate::citing::{CitingDocument, CitingOptions, NOTES, cite};
use crate::diagnostic::{Diagnostic, Edit};
use crate::fix::apply;
use crate::office::{
    Author, CellNote, CellObstacle, CellTexts, Comment, OfficeError, Redline, Replacement, TrackedChanges,
    annotate, comments_of,
};
use crate::read::{Form, blocks_and_form, front_matter, is_yaml, unread_parts};
use crate::source::{Container, Encoding, Source, Span, Text};
use crate::syntax;

/// A file after its migration.
#[derive(Clone, Debug)]
pub struct MigratedFile {
    /// What was done.
    pub migration: Migration,
    /// The file.
    pub content: Vec<u8>,
    /// What it says; for a document that is not a single text, without the notes.
    pub text: String,
}

/// Why a file is left alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotMigrated {
    /// It is in an encoding other than UTF-8, or holds bytes that are not UTF-8, which would be lost if it were
    /// written.
    NotUtf8,
    /// It is a workbook from a program other than Excel.
    OpenDocument,
    /// Two keys of a JSON object would become the same.
    SameKeys,
    /// It cannot be written.
    Office(OfficeError),
}

impl fmt::Display for NotMigrated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUtf8 => f.write_str("it is not UTF-8: save it as UTF-8 first"),
            Self::OpenDocument => f.write_str(
                "it is a LibreOffice workbook: save it as .xlsx, migrate that file, and save the result as .ods",
            ),
            Self::SameKeys => f.write_str(
                "two keys of one object would become the same code, and one would be lost: change them by hand",
            ),
            Self::Office(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for NotMigrated {}

impl From<OfficeError> for NotMigrated {
    fn from(error: OfficeError) -> Self {
        Self::Office(error)
    }
}

/// Updates a file to another version of the standard that it cites. `bytes` is the content of the file, `found` is what
/// is wrong with its encoding, and `date` is the date of comments, in the form that XML uses.
///
/// # Errors
/// [`NotMigrated`] if it has to be left alone.
pub fn migrate_file(
    source: &Source,
    bytes: &[u8],
    found: &[Diagnostic],
    target: &Target<'_>,
    choices: &CitingOptions,
    date: &str,
) -> Result<MigratedFile, NotMigrated> {
    if source.encoding() != Encoding::Utf8 || found.iter().any(|one| one.rule == "invalid-utf8") {
        return Err(NotMigrated::NotUtf8);
    }
    let (blocks, form) = blocks_and_form(source);
    let document = CitingDocument { source: source.id(), blocks };
    let cited = cite(&document, target.old, choices);
    let already = cite(&document, target.new, choices).quotes;
    let mut marks = marks(source, bytes, form)?;
    marks.extend(
        cited
            .notes
            .iter()
            .map(|at| &document.blocks[*at].text)
            .map(|text| Mark { span: text.span(), text: text.to_string() }),
    );
    let moved = |obstacle: &Obstacle<'_>| {
        let mut migration = migrate(&document, &cited, &already, &marks, target, obstacle);
        migration.left.extend(unread_parts(source).iter().map(not_seen));
        migration.left.sort_by_key(|left| left.span);
        migration
    };
    match source.container() {
        Some(Container::Word) => of_word(source, bytes, date, moved),
        Some(Container::Workbook) => of_workbook(source, bytes, moved),
        None => {
            let yaml = yaml(source, form);
            let takes = |text: &Text<'_>, edits: &[Edit]| text::takes(text, edits, form, &yaml);
            let migration = moved(&|text, edits| (!takes(text, edits)).then_some(HIDDEN));
            let text = text::written(source.text(), form, &yaml, &migration);
            if form == Form::Json && same_keys(&text) > same_keys(source.text()) {
                return Err(NotMigrated::SameKeys);
            }
            Ok(MigratedFile { migration, content: text.clone().into_bytes(), text })
        }
    }
}

/// What stays as it is, because it could not be read.
fn not_seen(found: &Diagnostic) -> NotMoved {
    NotMoved { span: found.primary().span, why: found.message.clone() }
}

/// How many JSON keys repeat an earlier key of their object.
fn same_keys(text: &str) -> usize {
    syntax::parse(text).0.duplicate_keys().len()
}

/// The marks of earlier migrations that are kept beside the text.
fn marks(source: &Source, bytes: &[u8], form: Form) -> Result<Vec<Mark>, NotMigrated> {
    if source.container() == Some(Container::Word) {
        let said = comments_of(bytes, Author::Migration)?;
        return Ok(said.into_iter().map(|text| Mark { span: Span::at(0), text }).collect());
    }
    Ok(if form == Form::Markdown { marks_in_markdown(source.text()) } else { Vec::new() })
}

/// The part of a text that is YAML, which is read as text.
fn yaml(source: &Source, form: Form) -> Range<usize> {
    let text = source.text();
    match form {
        Form::Plain if is_yaml(source) => 0..text.len(),
        Form::Markdown => front_matter(text).unwrap_or(0..0),
        _ => 0..0,
    }
}

/// A function that gives the migration of a document, given what is in the way of changes.
trait Moves: Fn(&Obstacle<'_>) -> Migration {}
impl<F: Fn(&Obstacle<'_>) -> Migration> Moves for F {}

/// Why something stays if its bytes cannot be replaced one by one.
const HIDDEN: &str = "markup or a formula is in the way: change it by hand";

/// Why the text of a cell stays.
fn why(obstacle: CellObstacle) -> &'static str {
    match obstacle {
        CellObstacle::Hidden => HIDDEN,
        CellObstacle::Format => "its cell does not show the number as plain digits: change it by hand",
        CellObstacle::Heading => {
            "it is a heading of an Excel table, and its column cannot safely be renamed here: \
             rename it in Excel, which also updates the formulas that use it"
        }
        CellObstacle::Number => {
            "its cell holds a number, and the new code is not just a number: change it by hand"
        }
    }
}

fn replacement(edit: &Edit) -> Replacement {
    Replacement { about: edit.span.range(), text: edit.replacement.clone() }
}

fn of_word(
    source: &Source,
    bytes: &[u8],
    date: &str,
    moved: impl Moves,
) -> Result<MigratedFile, NotMigrated> {
    let document = Redline::open(bytes)?;
    let takes = |edits: &[Edit]| edits.iter().all(|edit| document.rewords(&replacement(edit)));
    let migration = moved(&|_, edits| (!takes(edits)).then_some(HIDDEN));
    let changes: Vec<Replacement> = migration.edits.iter().map(replacement).collect();
    let mut content = document.reworded(&changes)?;
    let text = apply(source.text(), migration.edits.iter().collect());
    if !migration.notes.is_empty() {
        let comment = |note: &Note| Comment {
            about: shifted(note.span.start, &migration.edits)..shifted(note.span.end, &migration.edits),
            paragraphs: vec![migration.mark(note)],
        };
        let comments: Vec<Comment> = migration.notes.iter().map(comment).collect();
        content = annotate(&content, TrackedChanges::Accepted, Author::Migration, &comments, date)?;
    }
    Ok(MigratedFile { migration, content, text })
}

/// Where a byte of a text is after these edits, which are in order.
fn shifted(at: u32, edits: &[Edit]) -> usize {
    let before = edits.iter().filter(|edit| edit.span.end <= at);
    let (gone, come) =
        before.fold((0, 0), |(gone, come), edit| (gone + edit.span.len(), come + edit.replacement.len()));
    at as usize + come - gone
}

fn of_workbook(source: &Source, bytes: &[u8], moved: impl Moves) -> Result<MigratedFile, NotMigrated> {
    let Some(mut workbook) = CellTexts::open(bytes)? else { return Err(NotMigrated::OpenDocument) };
    let planned = |workbook: &CellTexts<'_>| {
        let obstacle = |edits: &[Edit]| edits.iter().find_map(|edit| workbook.obstacle(&replacement(edit)));
        let migration = moved(&|_, edits| obstacle(edits).map(why));
        let changes: Vec<Replacement> = migration.edits.iter().map(replacement).collect();
        (migration, changes)
    };
    let (mut migration, mut changes) = planned(&workbook);
    if workbook.keep_headings(&changes)? {
        (migration, changes) = planned(&workbook);
    }
    let note = |note: &Note| CellNote { about: note.span.range().start, text: migration.mark(note) };
    let notes: Vec<CellNote> = migration.notes.iter().map(note).collect();
    let content = workbook.write(&changes, &notes, NOTES)?;
    let text = apply(source.text(), migration.edits.iter().collect());
    Ok(MigratedFile { migration, content, text })
}
