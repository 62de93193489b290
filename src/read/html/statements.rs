//! The statements of an occupation page: a paragraph for each, under a heading for each kind.

use std::ops::Range;

use super::page::{HtmlSection, outermost};
use super::text::Block;
use super::tree::{Element, HtmlTree};
use crate::model::{Code, Field, Kind, List, Prefix, Standard, Statement};
use crate::read::notes::Notes;
use crate::source::{Span, Spanned};

/// Where statements are.
#[derive(Clone, Copy, PartialEq)]
enum StatementHeading {
    /// Under the heading of their kind.
    Kind(Kind),
    /// Under a heading for all of them.
    All,
    /// Not under any such heading.
    Elsewhere,
}

/// Reads the statements in `sections`.
pub(super) fn read<'s>(
    tree: &HtmlTree<'s>,
    sections: &[HtmlSection<'s>],
    notes: &mut Notes,
) -> Field<List<Statement<'s>>> {
    let mut heading: Option<Span> = None;
    let mut items = Vec::new();
    for section in sections {
        let place = place(&section.key());
        if place != StatementHeading::Elsewhere {
            heading = heading.or_else(|| Some(section.heading.span()));
        }
        for block in tree.blocks(section.range.clone()) {
            match statement(tree, &block, place) {
                Some(statement) => items.push(statement),
                None => leftover(&block, place, notes),
            }
        }
    }
    match (items.first().map(|one: &Statement<'_>| one.code.span.to(one.text.span())), heading) {
        (Some(first), _) => Field::Stated(List::new(heading.unwrap_or(first), items)),
        (None, Some(heading)) => Field::Empty(heading),
        (None, None) => Field::Missing,
    }
}

/// Notes statements that are outside the part of the page that is read.
pub(super) fn note_outside(tree: &HtmlTree<'_>, scope: &Range<usize>, notes: &mut Notes) {
    let holds_text = |element: &Element| matches!(element.name(), "p" | "li" | "td" | "dd");
    for index in outermost(tree, 0..tree.nodes.len(), holds_text).filter(|index| !scope.contains(index)) {
        let text = tree.text_of(index);
        let (code, rest) = text.split_at(code_len(&text));
        if rest.starts_with(':') && code.parse::<Code>().is_ok() {
            let help = "move it to the other statements, or remove it from the page";
            notes.unread_first(
                "page",
                text.span(),
                "a statement is outside the part of the page that is read",
                help,
            );
        }
    }
}

/// The kinds that have a heading with no statement below it.
pub(super) fn empty_kinds(sections: &[HtmlSection<'_>], standard: &Standard<'_>) -> Vec<Kind> {
    let is_headed =
        |kind: Kind| sections.iter().any(|section| place(&section.key()) == StatementHeading::Kind(kind));
    let is_empty = |kind: &Kind| is_headed(*kind) && standard.statements_of(*kind).next().is_none();
    Kind::ALL.into_iter().filter(is_empty).collect()
}

fn place(key: &str) -> StatementHeading {
    match key {
        "ksbs" | "knowledge, skills and behaviours" | "knowledge, skills and behaviours (ksbs)" => {
            StatementHeading::All
        }
        "knowledge" => StatementHeading::Kind(Kind::Knowledge),
        "skills" => StatementHeading::Kind(Kind::Skill),
        "behaviours" => StatementHeading::Kind(Kind::Behaviour),
        "technical knowledge" => StatementHeading::Kind(Kind::TechnicalKnowledge),
        "technical skills" => StatementHeading::Kind(Kind::TechnicalSkill),
        "employability skills and behaviours" => StatementHeading::Kind(Kind::Employability),
        _ => StatementHeading::Elsewhere,
    }
}

fn statement<'s>(tree: &HtmlTree<'s>, block: &Block<'s>, place: StatementHeading) -> Option<Statement<'s>> {
    let given = given_code(tree, block);
    let (code, start) = match (shown_code(block), given, place) {
        (Some(_), None, StatementHeading::Elsewhere)
        | (None, _, StatementHeading::Elsewhere)
        | (None, None, _) => return None,
        (Some(shown), ..) => shown,
        (None, Some(given), _) => (given, 0),
    };
    let kind = match place {
        StatementHeading::Kind(kind) => kind,
        _ => code.value.prefix.kind()?,
    };
    let text = block.text.part(start..block.text.len()).trimmed();
    Some(Statement { kind, code, text, id: None })
}

/// The length of the code that a text may begin with; a point within a number is part of it.
fn code_len(text: &str) -> usize {
    let is_point =
        |at: usize| text[at..].starts_with('.') && text[at + 1..].starts_with(|c: char| c.is_ascii_digit());
    let ends = |(at, c): &(usize, char)| !c.is_ascii_alphanumeric() && !is_point(*at);
    text.char_indices().find(ends).map_or(text.len(), |(at, _)| at)
}

/// The code before a statement, and where its text starts.
fn shown_code(block: &Block<'_>) -> Option<(Spanned<Code>, usize)> {
    let text = block.text.as_str();
    let end = code_len(text);
    let code: Code = text[..end].parse().ok().filter(|code: &Code| code.prefix != Prefix::D)?;
    let gap = |c: char| c.is_whitespace() || matches!(c, ':' | '.' | '–' | '-');
    let rest = text[end..].trim_start_matches(gap);
    let is_apart = rest.len() < text.len() - end || rest.is_empty();
    is_apart.then(|| (Spanned::new(code, block.text.span_of(0..end)), text.len() - rest.len()))
}

/// The code that the id of a paragraph gives.
fn given_code(tree: &HtmlTree<'_>, block: &Block<'_>) -> Option<Spanned<Code>> {
    let element = tree.element(block.element?)?;
    let code: Code = element.attribute("id")?.parse().ok()?;
    (code.prefix != Prefix::D).then_some(Spanned::new(code, element.attribute_span("id")?))
}

/// Notes what is in a list of statements but is not a statement.
fn leftover(block: &Block<'_>, place: StatementHeading, notes: &mut Notes) {
    if let StatementHeading::Kind(kind) = place {
        let message = format!("this text under {} is not one of the {}", kind.name(), kind.nouns());
        let help = "start each statement with its code, such as K1 or S12";
        notes.unread_first(kind.name(), block.text.span(), &message, help);
    }
}
