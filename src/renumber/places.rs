//! Where statements and duties are, as pieces of a text that can change places.

use super::refusal::NotRenumbered;
use crate::diagnostic::Edit;
use crate::fix::apply;
use crate::model::{Code, Duty, Format, Standard};
use crate::source::{Source, Span, Spanned, line_starts};
use crate::syntax;

/// A statement or a duty, and its piece of the text.
#[derive(Clone, Copy, Debug)]
struct Piece {
    code: Code,
    span: Span,
}

/// The text after moving those pieces of this list whose codes are no longer in the order of their numbers. `before`
/// are the codes of the list as they were in the text.
pub(super) fn reordered(
    standard: &Standard<'_>,
    source: &Source,
    before: &[Code],
) -> Result<String, NotRenumbered> {
    let Some(first) = before.first() else { return Ok(source.text().to_owned()) };
    let codes = codes(standard, *first);
    let wanted = wanted(before, &codes);
    if wanted == codes.iter().map(|code| code.value).collect::<Vec<_>>() {
        return Ok(source.text().to_owned());
    }
    let pieces = pieces(standard, source, &codes)?;
    let text =
        |code: Code| pieces.iter().find(|piece| piece.code == code).map(|piece| source.slice(piece.span));
    let edit = |(piece, code): (&Piece, &Code)| {
        let replacement = text(*code)?.to_owned();
        (piece.code != *code).then_some(Edit { span: piece.span, replacement })
    };
    let edits: Vec<Edit> = pieces.iter().zip(&wanted).filter_map(edit).collect();
    Ok(apply(source.text(), edits.iter().collect()))
}

/// The codes of the list that `one` belongs to, in the order of the document.
pub(super) fn codes(standard: &Standard<'_>, one: Code) -> Vec<Spanned<Code>> {
    let statements = standard.statements.items().iter().map(|statement| statement.code);
    let duties = standard.duties.items().iter().filter_map(|duty| duty.code);
    statements.chain(duties).filter(|code| code.value.list() == one.list()).collect()
}

/// The order in which codes should be: as before, or by their numbers if they were in that order.
fn wanted(before: &[Code], codes: &[Spanned<Code>]) -> Vec<Code> {
    let now: Vec<Code> = codes.iter().map(|code| code.value).collect();
    let mut sorted = now.clone();
    sorted.sort_unstable();
    let mut same = before.to_vec();
    same.sort_unstable();
    match (same == sorted, before.is_sorted()) {
        (true, _) => before.to_vec(),
        (false, true) => sorted,
        (false, false) => now,
    }
}

/// The pieces that have these codes, in order and without overlap.
fn pieces(
    standard: &Standard<'_>,
    source: &Source,
    codes: &[Spanned<Code>],
) -> Result<Vec<Piece>, NotRenumbered> {
    let spans: Vec<Option<Span>> = if standard.format == Format::NativeJson {
        objects(source, codes)
    } else {
        let ends = ends(standard, codes);
        codes
            .iter()
            .zip(ends)
            .map(|(code, end)| Some(whole_lines(source.text(), code.span.to(end))))
            .collect()
    };
    let mut pieces: Vec<Piece> = Vec::with_capacity(codes.len());
    for (code, span) in codes.iter().zip(spans) {
        let span = span.ok_or(NotRenumbered::Unmovable(code.value))?;
        if pieces.last().is_some_and(|before| before.span.end > span.start) {
            return Err(NotRenumbered::Unmovable(code.value));
        }
        pieces.push(Piece { code: code.value, span });
    }
    Ok(pieces)
}

/// The objects of JSON that state these codes.
fn objects(source: &Source, codes: &[Spanned<Code>]) -> Vec<Option<Span>> {
    let (tree, _) = syntax::parse(source.text());
    let places = tree.places();
    let object = |code: &Spanned<Code>| {
        let pointer = places.pointer(code.span);
        let (holder, _) = pointer.rsplit_once('/')?;
        Some(places.resolve(holder)?.span())
    };
    codes.iter().map(object).collect()
}

/// The last known place of each statement or duty before the next one begins.
fn ends(standard: &Standard<'_>, codes: &[Spanned<Code>]) -> Vec<Span> {
    let texts = standard.statements.items().iter().map(|one| (one.code.value, one.text.span()));
    let duties = standard.duties.items();
    let all: Vec<(Code, Span)> =
        texts.chain(duties.iter().filter_map(|duty| Some((duty.code?.value, duty.text.span())))).collect();
    let end = |(at, code): (usize, &Spanned<Code>)| {
        let next = codes.get(at + 1).map_or(u32::MAX, |next| next.span.start);
        let is_own = |span: &Span| code.span.start <= span.start && span.end <= next;
        let text = all.iter().find(|(own, _)| *own == code.value).map(|(_, span)| *span);
        let listed = duties.iter().find(|duty| duty.code.is_some_and(|own| own.value == code.value));
        let listed = listed.map_or(&[][..], Duty::codes).iter().map(|one| one.span);
        text.into_iter().chain(listed).filter(is_own).max_by_key(|span| span.end).unwrap_or(code.span)
    };
    codes.iter().enumerate().map(end).collect()
}

/// The lines that a span touches, without the last line break.
fn whole_lines(text: &str, span: Span) -> Span {
    let starts = line_starts(text);
    let line_of = |offset: usize| starts.partition_point(|start| *start as usize <= offset);
    let range = span.range();
    let start = starts[line_of(range.start) - 1] as usize;
    let end = starts.get(line_of(range.end)).map_or(text.len(), |end| *end as usize);
    Span::new(start, start + text[start..end].trim_end_matches(['\n', '\r']).len())
}
