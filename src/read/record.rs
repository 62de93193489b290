//! What the records of both APIs have in common: statements with ids, duties that map ids or codes, texts with
//! markup in them.

use super::fields::Fields;
use super::html::fragment;
use super::ids::Ids;
use super::statements::{self, StatementLists};
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::model::{
    Code, Duty, FACTS, FactId, FactKind, FactRow, FactValueMut, Facts, Field, Kind, List, Prefix, RecordKey,
    Standard, Statement, Subject,
};
use crate::source::{SourceId, Span, Spanned, Text};
use crate::syntax::{Value, ValueKind};

/// The rule that reports markup in a text.
const RESIDUE: &str = "page-residue";

/// The rule that reports a statement in the list of another kind.
const MISPLACED: &str = "dangling-code";

/// A list of statements in a record: its kind, its key, and the keys of its items besides their texts.
pub(super) struct StatementList {
    pub(super) kind: Kind,
    pub(super) key: &'static str,
    /// The key of the id.
    pub(super) id: &'static str,
    /// The key of the code; without one, the code is the position in the list.
    pub(super) code: Option<&'static str>,
}

/// Where a duty keeps what it is about.
pub(super) struct DutyKeys {
    pub(super) known: &'static [&'static str],
    /// The key of the code; without one, the code is the position in the list.
    pub(super) code: Option<&'static str>,
    /// The keys of the lists of what is mapped to it.
    pub(super) mapped: &'static [&'static str],
}

/// Reads a record; anything found to be wrong on the way goes to `found`.
pub(super) struct RecordReader<'f> {
    pub(super) source: SourceId,
    pub(super) found: &'f mut Vec<Diagnostic>,
}

/// How the duties of a record refer to its statements.
#[derive(Default)]
struct References<'s> {
    ids: Ids<'s>,
    /// The codes of the record, sorted.
    codes: Vec<Code>,
}

impl References<'_> {
    /// What a duty means by an id or a code.
    fn code(&self, reference: &str) -> Option<Code> {
        let stated = || reference.trim().parse().ok().filter(|code| self.codes.binary_search(code).is_ok());
        self.ids.code(reference).or_else(stated)
    }
}

impl RecordReader<'_> {
    /// A text without the markup in it, which is reported: nobody expects any in a text of this kind.
    pub(super) fn text<'s>(&mut self, text: Text<'s>, subject: impl FnOnce() -> Subject) -> Text<'s> {
        let Some((plain, first)) = fragment::plain(&text) else { return text };
        let what = if text[first.clone()].starts_with('<') { "an HTML tag" } else { "an HTML entity" };
        let piece = &text[first.clone()];
        let label = Label::new(self.source, text.span_of(first.clone()), "left over from a web page");
        let message = format!("the text contains {what}: \"{piece}\"");
        let found = Diagnostic::new(RESIDUE, Severity::Warning, subject().to_string(), message, label);
        self.found.push(
            found.help("publish the text without markup: programs show the markup as part of the text"),
        );
        plain
    }

    /// A single text, without the markup in it.
    pub(super) fn field<'s>(
        &mut self,
        fields: &Fields<'_, 's>,
        key: &str,
        name: &'static str,
    ) -> Field<Text<'s>> {
        match fields.text(key) {
            Field::Stated(text) => Field::Stated(self.text(text, || Subject::Field(name))),
            other => other,
        }
    }

    /// The facts that `key` gives a key for in records of this API.
    pub(super) fn facts<'s>(
        &mut self,
        fields: &Fields<'_, 's>,
        key: impl Fn(&FactRow) -> Option<RecordKey>,
    ) -> Facts<'s> {
        let mut facts = Facts::default();
        for (row, key) in FACTS.iter().filter_map(|row| Some((row, key(row)?))) {
            let (object, name) = key.path();
            let inner = object.map(|object| fields.get(object).map(Fields::asked));
            let Some(fields) = inner.as_ref().map_or(Some(fields), Option::as_ref) else { continue };
            match row.value_mut(&mut facts) {
                FactValueMut::Text(field) => *field = self.text_fact(fields, row, key.always_has_value, name),
                FactValueMut::Number(field) => *field = given(fields.integer(name), key.always_has_value),
                FactValueMut::YesNo(field) => *field = given(fields.boolean(name), key.always_has_value),
                FactValueMut::Texts(field) => *field = given(fields.texts(name), key.always_has_value),
            }
        }
        facts
    }

    fn text_fact<'s>(
        &mut self,
        fields: &Fields<'_, 's>,
        row: &FactRow,
        is_given: bool,
        key: &str,
    ) -> Field<Text<'s>> {
        match row.kind {
            FactKind::Date => day(fields, key),
            FactKind::Prose => given(without_markup(fields.text(key)), is_given),
            FactKind::Code => given(fields.text_or_number(key), is_given),
            _ if row.id == FactId::Title => self.field(fields, key, row.name),
            _ => given(fields.text(key), is_given),
        }
    }

    /// States what the records of both APIs give under the same keys: statements, duties, keywords and employers.
    pub(super) fn state_lists<'s>(
        &mut self,
        fields: &Fields<'_, 's>,
        (lists, duties): (&[StatementList], &DutyKeys),
        standard: &mut Standard<'s>,
    ) {
        standard.keywords = absent_if_null(fields.texts("keywords"));
        standard.employers = fields.texts("involvedEmployers").stated().cloned().into_iter().collect();
        let (statements, references) = self.statements(fields, lists);
        standard.duties = absent_if_null(self.duties(fields, duties, &references));
        standard.statements = statements.all;
        standard.empty_kinds = statements.empty_kinds;
        standard.unread_kinds = statements.unread_kinds;
    }

    /// The statements in `lists`, in their order.
    fn statements<'t, 's>(
        &mut self,
        fields: &Fields<'t, 's>,
        lists: &[StatementList],
    ) -> (StatementLists<'s>, References<'t>) {
        let given = |list: &StatementList| {
            let member = fields.member(list.key).filter(|one| !one.value.is_null())?;
            Some((list.kind, member))
        };
        let given: Vec<_> = lists.iter().filter_map(given).collect();
        let mut references = References::default();
        references.ids.reserve(statements::count(&given));
        let statements = statements::read(&given, |kind, index, value| {
            let list = lists.iter().find(|list| list.kind == kind)?;
            let statement = self.statement(list, index, value)?;
            let code = statement.code.value;
            let id = value.get(list.id).and_then(Value::as_str);
            if let Some(id) = id.filter(|id| !id.is_empty()) {
                references.ids.add(id, code);
            }
            references.codes.push(code);
            Some(statement)
        });
        references.codes.sort_unstable();
        (statements, references)
    }

    fn statement<'s>(
        &mut self,
        list: &StatementList,
        index: usize,
        value: Value<'_, 's>,
    ) -> Option<Statement<'s>> {
        let text = value.get("detail")?.text()?;
        let stated = list.code.and_then(|key| value.get(key));
        let code = code(stated, list.kind.prefix(), index, text.span())?;
        let text = self.text(text, || Subject::Code(code.value));
        let id = value.get(list.id).and_then(Value::text).filter(|id| !id.is_empty());
        Some(Statement { kind: list.kind, code, text, id })
    }

    /// The duties of a record.
    fn duties<'s>(
        &mut self,
        fields: &Fields<'_, 's>,
        keys: &DutyKeys,
        references: &References<'_>,
    ) -> Field<List<Duty<'s>>> {
        let mut index = 0;
        fields.list("duties", |value| {
            index += 1;
            self.duty(keys, index - 1, value, references)
        })
    }

    /// A mapping without codes that are in the list of another kind as well as in their own; whatever is in the list of
    /// another kind is reported.
    fn without_misplaced(
        &mut self,
        fields: &Fields<'_, '_>,
        keys: &[&str],
        duty: Code,
        mapping: Field<Vec<Spanned<Code>>>,
    ) -> Field<Vec<Spanned<Code>>> {
        let Field::Stated(mut codes) = mapping else { return mapping };
        let lists = keys.iter().filter_map(|key| Some((*key, kind_of_list(key)?, fields.get(key)?.span())));
        let lists: Vec<(&str, Kind, Span)> = lists.collect();
        let misplaced = |one: &Spanned<Code>| {
            let (key, kind, _) = lists.iter().find(|(.., span)| span.contains(one.span))?;
            let own = one.value.prefix.kind()?;
            (own.plain() != *kind).then_some((*key, own))
        };
        let found: Vec<_> = codes.iter().filter_map(|one| Some((*one, misplaced(one)?))).collect();
        for (one, (key, kind)) in &found {
            let code = one.value;
            let message = format!("{code} is a {}, but {duty} has it in `{key}`", kind.noun());
            let label = Label::new(self.source, one.span, format!("this is {code}"));
            let subject = format!("{duty}→{code}");
            let found = Diagnostic::new(MISPLACED, Severity::Error, subject, message, label);
            let help = format!("correct the code, or move it to the list of {}", kind.nouns());
            self.found.push(found.help(help));
        }
        if !found.is_empty() {
            let all: Vec<Spanned<Code>> = codes.clone();
            let again = |one: &Spanned<Code>| {
                all.iter().any(|other| other.value == one.value && other.span != one.span)
            };
            codes.retain(|one| misplaced(one).is_none() || !again(one));
        }
        Field::Stated(codes)
    }

    fn duty<'s>(
        &mut self,
        keys: &DutyKeys,
        index: usize,
        value: Value<'_, 's>,
        references: &References<'_>,
    ) -> Option<Duty<'s>> {
        let fields = Fields::exact(value, keys.known);
        let text = fields.get("dutyDetail")?.text()?;
        let code = code(keys.code.and_then(|key| fields.get(key)), Prefix::D, index, text.span())?;
        let (mapping, unknown_ids) = mapping(&fields, keys.mapped, references);
        let mapping = self.without_misplaced(&fields, keys.mapped, code.value, mapping);
        let text = self.text(text, || Subject::Code(code.value));
        Some(Duty {
            code: Some(code),
            span: text.span(),
            text,
            core: fields.get("isThisACoreDuty").and_then(truth),
            mapping,
            options: fields.texts("mappedOptions").items().to_vec(),
            unknown_ids,
        })
    }
}

/// The keys of a record that are read: those of the facts and others, in alphabetical order, as in records.
pub(super) fn known(
    fact: impl Fn(&FactRow) -> Option<RecordKey>,
    others: &[&'static str],
) -> Vec<&'static str> {
    let facts = FACTS.iter().filter_map(fact).map(|key| key.path());
    let mut keys: Vec<&str> = facts.map(|(object, key)| object.unwrap_or(key)).collect();
    keys.extend(others);
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// The code of a statement or duty: the one that it has, or its position in the list.
fn code(stated: Option<Value<'_, '_>>, prefix: Prefix, index: usize, place: Span) -> Option<Spanned<Code>> {
    let stated = stated.and_then(Value::text);
    match stated.as_ref().and_then(|text| Some(Spanned::new(text.trim().parse().ok()?, text.span()))) {
        Some(code) => Some(code),
        None => Some(Spanned::new(Code::new(prefix, u32::try_from(index + 1).ok()?), place)),
    }
}

/// The kind of statement that a list of a duty is for.
fn kind_of_list(key: &str) -> Option<Kind> {
    match key {
        "mappedKnowledge" => Some(Kind::Knowledge),
        "mappedSkills" => Some(Kind::Skill),
        "mappedBehaviour" | "mappedBehaviours" => Some(Kind::Behaviour),
        _ => None,
    }
}

/// What is mapped to a duty, and which parts of it no statement matches.
fn mapping<'s>(
    fields: &Fields<'_, 's>,
    keys: &[&str],
    references: &References<'_>,
) -> (Field<Vec<Spanned<Code>>>, Vec<Text<'s>>) {
    let (mut codes, mut unknown) = (Vec::new(), Vec::new());
    let mut stated = false;
    for list in keys.iter().filter_map(|key| fields.get(key)) {
        match list.kind() {
            ValueKind::Array => stated = true,
            ValueKind::Null => continue,
            _ => return (Field::Unreadable(list.span()), unknown),
        }
        codes.reserve(list.len());
        for reference in list.elements() {
            let code =
                reference.as_str().and_then(|text| references.code(&text)).zip(reference.content_span());
            match code {
                Some((code, span)) => codes.push(Spanned::new(code, span)),
                None => unknown.extend(reference.text()),
            }
        }
    }
    (if stated { Field::Stated(codes) } else { Field::Missing }, unknown)
}

/// `true` and `false`, or 1 and 0.
pub(super) fn truth(value: Value<'_, '_>) -> Option<bool> {
    value.as_bool().or(match value.as_integer() {
        Some(0) => Some(false),
        Some(1) => Some(true),
        _ => None,
    })
}

/// The dates that programs write where they have none: the earliest that they support.
const NO_DAY: [&str; 2] = ["0001-01-01", "1900-01-01"];

/// A date, which feeds give with a meaningless time after it: `2024-09-01T00:00:00`. A date that means "no
/// date" counts as not stated.
pub(super) fn day<'s>(fields: &Fields<'_, 's>, key: &str) -> Field<Text<'s>> {
    match absent_if_null(fields.text(key)) {
        Field::Stated(text) => {
            let time = text.find('T').filter(|&at| at == "2024-09-01".len());
            let day = time.map_or_else(|| text.clone(), |at| text.part(0..at));
            if NO_DAY.contains(&day.as_str()) { Field::Missing } else { Field::Stated(day) }
        }
        other => other,
    }
}

/// The paragraphs of a text that is written with markup.
pub(super) fn paragraphs<'s>(fields: &Fields<'_, 's>, key: &str) -> Field<List<Text<'s>>> {
    let Some(member) = fields.member(key) else { return Field::Missing };
    let Some(text) = member.value.text() else { return Field::Missing };
    let paragraphs = fragment::blocks(&text);
    if paragraphs.is_empty() {
        Field::Missing
    } else {
        Field::Stated(List::new(member.key.span(), paragraphs))
    }
}

/// A single text that is written with markup.
pub(super) fn marked_up<'s>(fields: &Fields<'_, 's>, key: &str) -> Field<Text<'s>> {
    absent_if_null(without_markup(fields.text(key)))
}

fn without_markup(field: Field<Text<'_>>) -> Field<Text<'_>> {
    match field {
        Field::Stated(text) => Field::from(fragment::plain(&text).map_or(text, |(plain, _)| plain)),
        other => other,
    }
}

/// A value that every record gives, so that leaving it empty is a fault; otherwise an empty value counts as not stated.
fn given<T>(field: Field<T>, is_given: bool) -> Field<T> {
    if is_given { field } else { absent_if_null(field) }
}

/// What a feed gives as `null` or as an empty string is not stated: it has no other way to say so.
pub(super) fn absent_if_null<T>(field: Field<T>) -> Field<T> {
    if field.empty().is_some() { Field::Missing } else { field }
}
