//! Maps a statement to a duty.

use super::changes::changes;
use crate::diagnostic::Edit;
use crate::fix::apply;
use crate::layout::canonical;
use crate::model::{Code, Document, Duty, Format, Standard};
use crate::read::read;
use crate::source::{Source, Span};
use crate::syntax::{self, Value, ValueKind};

/// The indices of the duties that a code is not mapped to.
#[must_use]
pub fn unmapped_duties(standard: &Standard<'_>, code: Code) -> Vec<usize> {
    let duties = standard.duties.items().iter().enumerate();
    duties.filter(|(_, duty)| !duty.lists(code)).map(|(index, _)| index).collect()
}

/// The edits that map a code to the duty at `index`, or `None` if it is not certain that they can be made there.
#[must_use]
pub fn mapped_to(source: &Source, standard: &Standard<'_>, index: usize, code: Code) -> Option<Vec<Edit>> {
    let duty = standard.duties.items().get(index)?;
    let edit = match standard.format {
        Format::NativeJson => in_json(source, duty, code)?,
        _ => in_text(source, duty, code)?,
    };
    let text = source.text();
    let new = apply(text, vec![&edit]);
    let is_json = standard.format == Format::NativeJson;
    let was_laid_out = is_json && canonical(text).is_ok_and(|laid_out| laid_out == text);
    let new = if was_laid_out { canonical(&new).unwrap_or(new) } else { new };
    let after = Source::new(source.id(), source.name(), new.as_str());
    let reading = read(&after, Some(standard.format));
    let Some(Document::Standard(after)) = &reading.document else { return None };
    is_all_that_changed(standard, after, index, code).then(|| changes(text, &new))
}

/// Whether a standard says the same as before, except for one code in the list of one duty.
fn is_all_that_changed(before: &Standard<'_>, after: &Standard<'_>, index: usize, code: Code) -> bool {
    let statements = |standard: &Standard<'_>| {
        let all = standard.statements.items().iter();
        all.map(|one| (one.code.value, one.text.to_string())).collect::<Vec<_>>()
    };
    let duties = |standard: &Standard<'_>, more: Option<Code>| {
        let all = standard.duties.items().iter().enumerate();
        let one = |(at, duty): (usize, &Duty<'_>)| {
            let listed = duty.codes().iter().map(|one| one.value);
            let mut listed: Vec<Code> = listed.chain(more.filter(|_| at == index)).collect();
            listed.sort_unstable();
            (duty.text.to_string(), listed)
        };
        all.map(one).collect::<Vec<_>>()
    };
    statements(before) == statements(after) && duties(before, Some(code)) == duties(after, None)
}

/// Adds a code to the array of a duty, in order of its number.
fn in_json(source: &Source, duty: &Duty<'_>, code: Code) -> Option<Edit> {
    let (tree, errors) = syntax::parse(source.text());
    if !errors.is_empty() {
        return None;
    }
    let places = tree.places();
    let object = places.pointer(duty.text.span());
    let object = places.resolve(object.rsplit_once('/')?.0)?;
    let list = object.get("ksbs").filter(|list| list.kind() == ValueKind::Array);
    let quoted = format!("\"{code}\"");
    let Some(list) = list else {
        let member = object.members().last()?;
        let at = member.value.span().range().end;
        let replacement = format!(", \"ksbs\": [{quoted}]");
        return object.get("ksbs").is_none().then(|| Edit { span: Span::at(at), replacement });
    };
    let listed: Vec<Value<'_, '_>> = list.elements().collect();
    let before = place(duty, code).and_then(|at| listed.get(at));
    Some(match (before, listed.first()) {
        (Some(before), _) => {
            Edit { span: Span::at(before.span().range().end), replacement: format!(", {quoted}") }
        }
        (None, Some(first)) => {
            Edit { span: Span::at(first.span().range().start), replacement: format!("{quoted}, ") }
        }
        (None, None) => Edit { span: Span::at(list.span().range().end - 1), replacement: quoted },
    })
}

/// The index of the code that a new one goes after, or `None` if it goes first. It goes after the codes of its own
/// kind, if there are any.
fn place(duty: &Duty<'_>, code: Code) -> Option<usize> {
    let before = |one: &&crate::source::Spanned<Code>| one.value.list() == code.list() && one.value < code;
    let after_own = duty.codes().iter().rposition(|one| before(&one));
    let first_own = || duty.codes().iter().position(|one| one.value.list() == code.list());
    after_own.or_else(|| match first_own() {
        Some(first) => first.checked_sub(1),
        None => duty.codes().len().checked_sub(1),
    })
}

/// Adds a code to the list of a duty in running text, with the separator that the others have.
fn in_text(source: &Source, duty: &Duty<'_>, code: Code) -> Option<Edit> {
    let codes = duty.codes();
    let at = place(duty, code).unwrap_or(0);
    let before = codes.get(at)?;
    let separator = codes.windows(2).find_map(|pair| {
        let between = pair[0].span.end..pair[1].span.start;
        let between = source.text().get(between.start as usize..between.end as usize)?;
        (!between.is_empty() && !between.contains(['\n', '\r'])).then_some(between)
    });
    let separator = separator.unwrap_or(", ");
    let is_first = before.value.list() == code.list() && code < before.value;
    Some(if is_first {
        Edit { span: Span::at(before.span.range().start), replacement: format!("{code}{separator}") }
    } else {
        Edit { span: Span::at(before.span.range().end), replacement: format!("{separator}{code}") }
    })
}
