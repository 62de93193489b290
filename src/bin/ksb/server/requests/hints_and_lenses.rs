//! What is shown alongside the text: hints in lines, and lenses above them.

use std::collections::BTreeMap;

use ksb::editor::{hints as hints_of, lenses as lenses_of};
use ksb::read::read;
use serde_json::Value;

use super::super::finding::shifted;
use super::super::outgoing::{of_position, position};
use super::super::protocol::{CodeLens, Command, InlayHint, Range};
use super::super::session::Session;
use super::super::view::{Documents, range_of, standard};
use super::params::{Answer, read as read_params, uri, written};

/// The first words of statements after their codes, in the lists of duties.
pub(super) fn hints(session: &mut Session<'_>, params: &Value) -> Answer {
    let uri = uri(params)?;
    let Some(open) = session.ours(&uri) else { return Ok(Value::Null) };
    let wanted: Range = read_params(params["range"].clone())?;
    let wanted = open.buffer.offset(position(wanted.start))..=open.buffer.offset(position(wanted.end));
    let mut found = Vec::new();
    for source in Documents::of(session, open).all() {
        let reading = read(source, None);
        for hint in standard(&reading).map_or(Vec::new(), hints_of) {
            let end = shifted(hint.span, source).range().end;
            let end = end + closing(&open.buffer.text()[end..]);
            if wanted.contains(&end) {
                found.push(InlayHint {
                    position: of_position(open.buffer.position(end)),
                    label: hint.label.into(),
                    kind: None,
                    text_edits: None,
                    tooltip: Some(hint.whole.into()),
                    padding_left: Some(true),
                    padding_right: None,
                    data: None,
                });
            }
        }
    }
    written(found)
}

/// How much of a text closes what comes before it: a quotation mark, and a comma after that.
fn closing(rest: &str) -> usize {
    ["\",", "\""].into_iter().find(|end| rest.starts_with(end)).map_or(0, str::len)
}

/// What is shown above statements and duties.
pub(super) fn lenses(session: &mut Session<'_>, params: &Value) -> Answer {
    let uri = uri(params)?;
    let Some(open) = session.open.get(&uri).filter(|open| open.is_ours) else { return Ok(Value::Null) };
    let documents = Documents::of(session, open);
    let is_alone = documents.all().len() == 1;
    let mut found = Vec::new();
    for source in documents.all() {
        let reading = read(source, None);
        let Some((document, standard)) = reading.document.as_ref().zip(standard(&reading)) else { continue };
        let mut before = BTreeMap::new();
        if is_alone {
            before = session.heads.before(&open.path, document, session.options.max_size);
        }
        found.extend(lenses_of(standard, &before).into_iter().map(|lens| CodeLens {
            range: range_of(open, source, lens.span),
            command: Some(Command {
                title: lens.title,
                tooltip: None,
                command: String::new(),
                arguments: None,
            }),
            data: None,
        }));
    }
    written(found)
}
