//! What an editor offers to do at a place.

use ksb::diagnostic::Edit;
use ksb::editor::{at, changes, fix_title, mapped_to, unmapped_duties};
use ksb::fix::{Fixes, fix};
use ksb::model::{Code, Prefix};
use ksb::read::{Reading, read};
use ksb::renumber::{Order, Renumbering};
use ksb::source::{Source, Span};
use serde_json::Value;

use super::super::finding::shifted;
use super::super::open::Open;
use super::super::outgoing::{diagnostic, position};
use super::super::protocol::{CodeAction, CodeActionKind, Range, TextEdit};
use super::super::session::Session;
use super::super::view::{Documents, format, inside, standard, text_edits};
use super::asked::{Asked, touched};
use super::edits::of_one;
use super::ignores::ignores;
use super::params::{Answer, read as read_params, uri, written};

/// The action that fixes everything that can be fixed without checking.
const FIX_ALL: &str = "source.fixAll.ksb";

/// How many duties are offered for mapping a statement to.
const MOST_DUTIES: usize = 40;

/// What can be done at a place.
pub(super) fn actions(session: &mut Session<'_>, params: &Value) -> Answer {
    let uri = uri(params)?;
    let Some(open) = session.ours(&uri) else { return Ok(Value::Null) };
    let range: Range = read_params(params["range"].clone())?;
    let (start, end) = (open.buffer.offset(position(range.start)), open.buffer.offset(position(range.end)));
    let only: Vec<String> =
        params.pointer("/context/only").map_or(Ok(Vec::new()), |only| read_params(only.clone()))?;
    let documents = Documents::of(session, open);
    let Some(source) = documents.at(start) else { return Ok(Value::Null) };
    let span = Span::new(start.min(end), end.max(start));
    let asked = Asked { uri: &uri, span, source, only };
    let reading = read(source, None);
    let mut found = Vec::new();
    if asked.wants("quickfix") {
        found.extend(fixes(session, &asked));
    }
    if asked.wants(FIX_ALL) {
        found.extend(fix_all(session, &asked, &reading));
    }
    if asked.wants("refactor.rewrite") {
        found.extend(mappings(session, &asked, &reading));
        found.extend(contiguous(session, &asked, &reading));
    }
    if asked.wants("quickfix") {
        found.extend(ignores(session, &asked, &reading));
    }
    written(found)
}

/// Edits of the whole file in the form that an editor applies.
fn edits_of_file(open: &Open, edits: &[Edit]) -> Vec<TextEdit> {
    let edit = |edit: &Edit| TextEdit {
        range: super::super::outgoing::range(&open.buffer, edit.span),
        new_text: edit.replacement.clone(),
    };
    edits.iter().map(edit).collect()
}

/// An action that edits the open document.
fn action(session: &Session<'_>, uri: &str, title: String, kind: &str, edits: Vec<TextEdit>) -> CodeAction {
    let version = session.open.get(uri).map_or(0, |open| open.version);
    CodeAction {
        title,
        kind: Some(CodeActionKind::from(kind.to_owned())),
        edit: Some(of_one(session, uri, version, edits)),
        ..CodeAction::default()
    }
}

/// The fixes for the findings at the place. Those that do not change the meaning are preferred.
fn fixes(session: &mut Session<'_>, asked: &Asked<'_>) -> Vec<CodeAction> {
    let Some(open) = session.open.get(asked.uri) else { return Vec::new() };
    let mut found = Vec::new();
    let mut pages = std::mem::take(&mut session.pages);
    for one in touched(open, asked) {
        let Some(fix) = &one.diagnostic.fix else { continue };
        let of_document = |edit: &Edit| {
            let base = shifted(Span::at(0), asked.source).start;
            let Span { start, end } = edit.span;
            Edit {
                span: Span { start: start - base, end: end - base },
                replacement: edit.replacement.clone(),
            }
        };
        let inner =
            ksb::diagnostic::Fix { safe: fix.safe, edits: fix.edits.iter().map(of_document).collect() };
        let title = fix_title(asked.source, &one.diagnostic, &inner);
        let mut action = action(session, asked.uri, title, "quickfix", edits_of_file(open, &fix.edits));
        action.diagnostics = Some(vec![diagnostic(asked.uri, one, &open.buffer, &mut pages)]);
        action.is_preferred = Some(fix.safe);
        found.push(action);
    }
    session.pages = pages;
    found
}

/// All fixes in the document that do not change the meaning.
fn fix_all(session: &mut Session<'_>, asked: &Asked<'_>, reading: &Reading<'_>) -> Option<CodeAction> {
    let open = session.open.get(asked.uri)?;
    let has_any = open.findings().iter().any(|one| one.diagnostic.fix.as_ref().is_some_and(|fix| fix.safe));
    if !has_any {
        return None;
    }
    let path = open.path.clone();
    let text = session.fixed(&path, asked.source, format(reading))?;
    let open = session.open.get(asked.uri)?;
    let edits = text_edits(open, asked.source, &changes(asked.source.text(), &text));
    (!edits.is_empty()).then(|| {
        let title = "Make all fixes that do not change the meaning".to_owned();
        action(session, asked.uri, title, FIX_ALL, edits)
    })
}

/// The statement at the place, mapped to a duty that it is not mapped to yet.
fn mappings(session: &Session<'_>, asked: &Asked<'_>, reading: &Reading<'_>) -> Vec<CodeAction> {
    let (Some(open), Some(standard)) = (session.open.get(asked.uri), standard(reading)) else {
        return Vec::new();
    };
    let offset = inside(asked.source, asked.span.range().start);
    let at_code = at(standard, offset).first().map(|one| one.code).filter(|code| code.prefix != Prefix::D);
    let is_in = |span: Span| span.range().start <= offset && offset <= span.range().end;
    let at_text = || {
        let statement = standard.statements.items().iter().find(|one| is_in(one.text.span()))?;
        Some(statement.code.value)
    };
    let is_known = |code: &Code| standard.statements.items().iter().any(|one| one.code.value == *code);
    let Some(code) = at_code.or_else(at_text).filter(is_known) else { return Vec::new() };
    let mut found = Vec::new();
    for index in unmapped_duties(standard, code).into_iter().take(MOST_DUTIES) {
        let Some(edits) = mapped_to(asked.source, standard, index, code) else { continue };
        let duty = standard.duties.items()[index].code;
        let name =
            duty.map_or_else(|| format!("duty {}", index + 1), |code| format!("Duty {}", code.value.number));
        let edits = text_edits(open, asked.source, &edits);
        found.push(action(session, asked.uri, format!("Add {code} to {name}"), "refactor.rewrite", edits));
    }
    found
}

/// All codes numbered without gaps.
fn contiguous(session: &Session<'_>, asked: &Asked<'_>, reading: &Reading<'_>) -> Option<CodeAction> {
    let open = session.open.get(asked.uri)?;
    let format = format(reading)?;
    let new = Renumbering::new(asked.source, &[], Some(format), Order::Number).ok()?;
    if new.moves.is_empty() {
        return None;
    }
    let edits = text_edits(open, asked.source, &changes(asked.source.text(), &new.text));
    let title = "Renumber the codes without gaps, and update the mapping".to_owned();
    Some(action(session, asked.uri, title, "refactor.rewrite", edits))
}

impl Session<'_> {
    /// The text of a document after all fixes that do not change the meaning.
    fn fixed(
        &mut self,
        path: &std::path::Path,
        source: &Source,
        format: Option<ksb::model::Format>,
    ) -> Option<String> {
        let input = ksb::project::Input::file(path);
        let run = self.citing.run([input], &());
        let id = ksb::source::SourceId::of_file(0);
        let not_ignored = |reading: &Reading<'_>, found| match run.suppressions(id, reading) {
            Some(mut suppressions) => suppressions.ignores.filter(found),
            None => found,
        };
        let fixed = fix(source, &[], format, Fixes::Safe, run.config(id), not_ignored).ok()?;
        (!fixed.fixed.is_empty()).then_some(fixed.text)
    }
}
