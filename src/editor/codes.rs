//! Where the codes of a standard are in its text.

use crate::model::{Code, Standard};
use crate::source::Span;

/// What a code is for in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CodeRole {
    /// It is the code of a statement or a duty.
    Definition,
    /// It is mapped to the duty with this index.
    Mapping(usize),
}

/// A place where a code is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodePlace {
    /// The code.
    pub code: Code,
    /// Where it is; all codes of a range have the same span.
    pub span: Span,
    /// What it is for there.
    pub role: CodeRole,
}

/// All places of codes, in the order of the document.
fn places(standard: &Standard<'_>) -> Vec<CodePlace> {
    let own = |code: Code, span: Span| CodePlace { code, span, role: CodeRole::Definition };
    let statements = standard.statements.items().iter().map(|one| own(one.code.value, one.code.span));
    let duties = standard.duties.items().iter().enumerate();
    let of_duties = duties.flat_map(|(index, duty)| {
        let listed = duty.codes().iter().map(move |one| CodePlace {
            code: one.value,
            span: one.span,
            role: CodeRole::Mapping(index),
        });
        duty.code.map(|code| own(code.value, code.span)).into_iter().chain(listed)
    });
    let mut all: Vec<CodePlace> = statements.chain(of_duties).collect();
    all.sort_by_key(|place| (place.span, place.code));
    all
}

/// The codes at an offset: several, if it is in a range of codes.
#[must_use]
pub fn at(standard: &Standard<'_>, offset: usize) -> Vec<CodePlace> {
    let touches = |place: &CodePlace| place.span.range().start <= offset && offset <= place.span.range().end;
    let found: Vec<CodePlace> = places(standard).into_iter().filter(touches).collect();
    // Between two codes that touch each other, the one that begins there is meant.
    let Some(last) = found.last().map(|place| place.span) else { return found };
    found.into_iter().filter(|place| place.span == last || place.span.contains(last)).collect()
}

/// The places where a code is written.
#[must_use]
pub fn places_of(standard: &Standard<'_>, code: Code) -> Vec<CodePlace> {
    places(standard).into_iter().filter(|place| place.code == code).collect()
}
