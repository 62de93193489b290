//! What is at a place, and where else it is.

use std::collections::BTreeMap;

use ksb::editor::{CodePlace, CodeRole, about_code, about_rule, at, places_of};
use ksb::model::Code;
use ksb::read::read;
use ksb::source::Span;
use serde_json::Value;

use super::super::cited::{Cited, cited};
use super::super::finding::{Finding, shifted};
use super::super::open::Open;
use super::super::outgoing::{position, range};
use super::super::protocol::{
    DocumentHighlight, DocumentHighlightKind, Hover, Location, MarkupContent, MarkupKind, Range, Uri,
};
use super::super::session::Session;
use super::super::view::{Documents, inside, range_of, standard};
use super::params::{Answer, place, written};
use super::spot::at_spot;

/// How many findings are shown under the pointer.
const MOST_FINDINGS: usize = 5;

/// What is shown under the pointer.
pub(super) fn hover(session: &mut Session<'_>, params: &Value) -> Answer {
    let (uri, at_position) = place(params)?;
    let Some(open) = session.ours(&uri) else { return Ok(Value::Null) };
    let offset = open.buffer.offset(position(at_position));
    let (path, max_size) = (open.path.clone(), session.options.max_size);
    let documents = Documents::of(session, open);
    let mut parts = Vec::new();
    let mut about = None;
    if let Some(source) = documents.at(offset) {
        let reading = read(source, None);
        if let Some(standard) = standard(&reading) {
            let found = at(standard, inside(source, offset));
            let before = match (&reading.document, found.is_empty()) {
                (Some(document), false) => session.heads.before(&path, document, max_size),
                _ => BTreeMap::new(),
            };
            let old = |code: Code| before.get(&code).copied();
            parts.extend(found.iter().filter_map(|one| about_code(standard, one.code, old(one.code))));
            about = found.first().map(|one| (shifted(one.span, source), one.code, found.len() == 1));
        }
    }
    if about.is_none()
        && let Some(cited) = cited(session, &path, offset)
    {
        about = cited.codes.first().map(|code| (cited.span, *code, cited.codes.len() == 1));
        parts.extend(cited.about);
    }
    let Some(open) = session.open.get(&uri) else { return Ok(Value::Null) };
    let span = match about {
        Some((span, ..)) if !session.client.hover_findings => Some(span),
        _ => add_findings(open, offset, about, &mut parts),
    };
    if parts.is_empty() {
        return Ok(Value::Null);
    }
    let contents = MarkupContent { kind: MarkupKind::Markdown, value: parts.join("\n\n---\n\n") };
    let range = span.map(|span| range(&open.buffer, span));
    written(Hover { contents: contents.into(), range })
}

/// Adds the findings about the code under the pointer, or those at the place with the page of the rule.
fn add_findings(
    open: &Open,
    offset: usize,
    about: Option<(Span, Code, bool)>,
    parts: &mut Vec<String>,
) -> Option<Span> {
    let covers = |one: &&Finding| one.span().range().start <= offset && offset <= one.span().range().end;
    let findings = open.findings();
    let line = |one: &Finding| {
        let found = &one.diagnostic;
        format!("- {} ({}): {}", found.severity, found.rule, found.message)
    };
    if let Some((span, code, is_alone)) = about {
        let subject = code.to_string();
        let is_about = |one: &&Finding| is_alone && one.diagnostic.subject == subject || covers(one);
        let lines: Vec<String> =
            findings.into_iter().filter(is_about).take(MOST_FINDINGS).map(line).collect();
        if !lines.is_empty() {
            parts.push(lines.join("\n"));
        }
        return Some(span);
    }
    let here: Vec<&Finding> = findings.into_iter().filter(covers).take(MOST_FINDINGS).collect();
    let mut rules: Vec<&str> = here.iter().map(|one| one.diagnostic.rule).collect();
    rules.dedup();
    parts.extend(rules.into_iter().filter_map(about_rule));
    here.first().map(|one| one.span())
}

/// The place that states what a code stands for.
pub(super) fn definition(session: &mut Session<'_>, params: &Value) -> Answer {
    let found = with_places(session, params, |uri, places| {
        let own = places.into_iter().filter(|(one, _)| one.role == CodeRole::Definition);
        own.map(|(_, range)| location(uri, range)).collect::<Vec<Location>>()
    })?;
    if let Some(found) = found {
        return written(found);
    }
    let Some(cited) = cited_place(session, params)? else { return Ok(Value::Null) };
    let at = cited.places.into_iter().map(|range| location(&cited.uri, range));
    written(at.collect::<Vec<Location>>())
}

fn cited_place(session: &mut Session<'_>, params: &Value) -> Result<Option<Cited>, super::params::Refused> {
    let (uri, at_position) = place(params)?;
    let Some(open) = session.open.get(&uri) else { return Ok(None) };
    let (path, offset) = (open.path.clone(), open.buffer.offset(position(at_position)));
    Ok(cited(session, &path, offset))
}

fn location(uri: &str, range: Range) -> Location {
    Location { uri: Uri(uri.to_owned()), range }
}

/// All places of the codes at a place.
pub(super) fn references(session: &mut Session<'_>, params: &Value) -> Answer {
    let with_own = params.pointer("/context/includeDeclaration").and_then(Value::as_bool).unwrap_or(true);
    let found = with_places(session, params, |uri, places| {
        let wanted = places.into_iter().filter(|(one, _)| with_own || one.role != CodeRole::Definition);
        wanted.map(|(_, range)| location(uri, range)).collect::<Vec<Location>>()
    })?;
    written(found)
}

/// The same in the open document, for highlighting.
pub(super) fn highlights(session: &mut Session<'_>, params: &Value) -> Answer {
    let found = with_places(session, params, |_, places| {
        let one = |(one, range): (CodePlace, Range)| {
            let is_own = one.role == CodeRole::Definition;
            let kind = if is_own { DocumentHighlightKind::Write } else { DocumentHighlightKind::Read };
            DocumentHighlight { range, kind: Some(kind) }
        };
        places.into_iter().map(one).collect::<Vec<DocumentHighlight>>()
    })?;
    written(found)
}

/// Passes on all places of the codes at a place in a standard. `None` if there is no code.
fn with_places<T>(
    session: &Session<'_>,
    params: &Value,
    give: impl FnOnce(&str, Vec<(CodePlace, Range)>) -> T,
) -> Result<Option<T>, super::params::Refused> {
    let found = at_spot(session, params, |spot| {
        let standard = standard(spot.reading)?;
        let mut codes: Vec<Code> = at(standard, spot.offset).iter().map(|one| one.code).collect();
        codes.dedup();
        if codes.is_empty() {
            return None;
        }
        let mut places: Vec<CodePlace> = codes.iter().flat_map(|code| places_of(standard, *code)).collect();
        places.sort_by_key(|one| one.span);
        places.dedup_by_key(|one| one.span);
        let range = |one: CodePlace| (one, range_of(spot.open, spot.source, one.span));
        Some(give(spot.uri, places.into_iter().map(range).collect()))
    })?;
    Ok(found.flatten())
}
