//! A native standard.

use super::about::about;
use crate::layout::keys;
use crate::model::{
    Code, Duty, FACTS, FactKind, FactValueMut, Facts, Field, Format, JobTitle, Kind, LogEntry, Product,
    ProfileSection, ProgressionLink, Standard, StandardKind, StandardOption, Statement,
};
use crate::read::fields::{self, Fields};
use crate::read::statements;
use crate::source::{SourceId, Span, Spanned};
use crate::syntax::{Member, Value, ValueKind};

static DUTY_KEYS: [&str; 5] = ["code", "text", "core", "ksbs", "options"];
static STATEMENT_KEYS: [&str; 3] = ["code", "text", "id"];

/// The lists of statements, in the document's order.
pub(super) const LISTS: [(Kind, &str); 6] = [
    (Kind::Knowledge, "knowledge"),
    (Kind::Skill, "skills"),
    (Kind::Behaviour, "behaviours"),
    (Kind::TechnicalKnowledge, "technicalKnowledge"),
    (Kind::TechnicalSkill, "technicalSkills"),
    (Kind::Employability, "employability"),
];

/// Reads a standard.
pub(super) fn read<'s>(root: Value<'_, 's>, source: SourceId) -> Standard<'s> {
    let fields = Fields::new(root, &keys::STANDARD.keys);
    let start = root.span().range().start;
    let kind = kind(&fields);
    let lists: Vec<_> =
        LISTS.into_iter().filter_map(|(kind, key)| Some((kind, fields.member(key)?))).collect();
    let lists = statements::read(&lists, |kind, _, value| statement(kind, value));
    let mut standard = Standard {
        source,
        format: Format::NativeJson,
        is_cut: false,
        kind,
        start: Span::new(start, start + 1),
        facts: facts(&fields),
        banners: fields.texts("banners").items().to_vec(),
        summary: fields.texts("summary"),
        profile: fields.objects("profile", &keys::SECTION.keys).iter().filter_map(section).collect(),
        typical_job_titles: fields.list("typicalJobTitles", job_title),
        keywords: fields.texts("keywords"),
        employers: fields.texts("employers").stated().cloned().into_iter().collect(),
        products: fields.objects("products", &keys::PRODUCT.keys).iter().map(product).collect(),
        progression: fields.objects("progression", &keys::PROGRESSION.keys).iter().map(link).collect(),
        options: fields.list("options", |value| Some(option(&Fields::new(value, &keys::OPTION.keys)))),
        duties: fields.list("duties", duty),
        statements: lists.all,
        version_log: fields.objects("versionLog", &keys::LOG_ENTRY.keys).iter().map(log_entry).collect(),
        empty_kinds: lists.empty_kinds,
        unread_kinds: lists.unread_kinds,
        about: about(&fields),
        feed: None,
    };
    standard.hide_unshown(origin(&standard));
    standard
}

/// The format that the standard was converted from: what pages of that format never show is not
/// missing here either.
fn origin(standard: &Standard<'_>) -> Format {
    let origin = standard.about.origin.as_ref();
    origin.and_then(|origin| Format::from_name(&origin.format)).unwrap_or(Format::NativeJson)
}

fn kind(fields: &Fields<'_, '_>) -> StandardKind {
    let name = fields.get("kind").and_then(Value::as_str).unwrap_or_default();
    StandardKind::ALL.into_iter().find(|kind| kind.name() == name).unwrap_or_default()
}

fn facts<'s>(fields: &Fields<'_, 's>) -> Facts<'s> {
    let objects = [("soc2020", &keys::SOC), ("dates", &keys::DATES)];
    let objects = objects.map(|(key, shape)| (key, fields.object(key, &shape.keys)));
    let mut facts = Facts::default();
    for row in &FACTS {
        let (object, key) = row.path();
        let place = object.map_or(Some(fields), |object| {
            objects.iter().find(|(key, _)| *key == object).and_then(|(_, fields)| fields.as_ref())
        });
        let Some(fields) = place else { continue };
        match row.value_mut(&mut facts) {
            FactValueMut::Text(field) if row.kind == FactKind::Code => *field = fields.text_or_number(key),
            FactValueMut::Text(field) => *field = fields.text(key),
            FactValueMut::Number(field) => *field = fields.integer(key),
            FactValueMut::YesNo(field) => *field = fields.boolean(key),
            FactValueMut::Texts(field) => *field = fields.texts(key),
        }
    }
    facts
}

fn section<'s>(fields: &Fields<'_, 's>) -> Option<ProfileSection<'s>> {
    let paragraphs = fields.texts("paragraphs").stated().map(|list| list.items.clone());
    Some(ProfileSection {
        heading: fields.get("heading")?.text()?,
        paragraphs: paragraphs.unwrap_or_default(),
    })
}

fn job_title<'s>(value: Value<'_, 's>) -> Option<JobTitle<'s>> {
    if value.kind() == ValueKind::String {
        return Some(JobTitle { name: value.text()?, green: None });
    }
    let fields = Fields::new(value, &keys::JOB_TITLE.keys);
    Some(JobTitle { name: fields.get("name")?.text()?, green: fields.get("green").and_then(Value::as_bool) })
}

fn product<'s>(fields: &Fields<'_, 's>) -> Product<'s> {
    Product {
        reference: fields.text("reference"),
        title: fields.text("title"),
        level: fields.integer("level"),
        status: fields.text("status"),
    }
}

fn link<'s>(fields: &Fields<'_, 's>) -> ProgressionLink<'s> {
    ProgressionLink {
        direction: fields.text("direction"),
        reference: fields.text("reference"),
        title: fields.text("title"),
        level: fields.integer("level"),
    }
}

fn option<'s>(fields: &Fields<'_, 's>) -> StandardOption<'s> {
    StandardOption { code: fields.text("code"), title: fields.text("title") }
}

fn duty<'s>(value: Value<'_, 's>) -> Option<Duty<'s>> {
    let [own_code, text, is_core, ksbs, options] = fields::members(value, &DUTY_KEYS);
    let text = text?.value.text()?;
    let code = own_code.and_then(|member| code(member.value));
    let place = code.map_or(text.span(), |code| code.span);
    Some(Duty {
        code,
        text,
        span: place,
        core: is_core.and_then(|member| member.value.as_bool()),
        mapping: mapping(ksbs),
        options: fields::list(options, Value::text).items().to_vec(),
        unknown_ids: Vec::new(),
    })
}

/// The mapping of a duty: not stated if the duty has no such key.
fn mapping(ksbs: Option<Member<'_, '_>>) -> Field<Vec<Spanned<Code>>> {
    match fields::list(ksbs, code) {
        Field::Stated(list) => Field::Stated(list.items),
        Field::Missing => Field::Missing,
        Field::NotShown => Field::NotShown,
        Field::Empty(span) => Field::Empty(span),
        Field::Unreadable(span) => Field::Unreadable(span),
    }
}

/// A code, with the place of its letters between the quotation marks.
#[inline]
fn code(value: Value<'_, '_>) -> Option<Spanned<Code>> {
    match value.verbatim_part() {
        Some((bytes, span)) => Some(Spanned::new(Code::read(bytes)?, span)),
        None => Some(Spanned::new(value.as_str()?.parse().ok()?, value.content_span()?)),
    }
}

fn statement<'s>(kind: Kind, value: Value<'_, 's>) -> Option<Statement<'s>> {
    let [own_code, text, id] = fields::members(value, &STATEMENT_KEYS);
    Some(Statement {
        kind,
        code: own_code.and_then(|member| code(member.value))?,
        text: text?.value.text()?,
        id: id.and_then(|member| fields::text(member.value).stated().cloned()),
    })
}

fn log_entry<'s>(fields: &Fields<'_, 's>) -> LogEntry<'s> {
    LogEntry {
        version: fields.text("version"),
        detail: fields.text("detail"),
        earliest_start: fields.text("earliestStart"),
        latest_start: fields.text("latestStart"),
    }
}

#[cfg(test)]
mod tests {
    use super::{DUTY_KEYS, LISTS, STATEMENT_KEYS};
    use crate::layout::keys;

    #[test]
    fn the_reader_knows_the_keys_of_the_document() {
        assert_eq!(DUTY_KEYS[..], keys::DUTY.keys);
        assert_eq!(STATEMENT_KEYS[..], keys::STATEMENT.keys);
        assert!(LISTS.iter().all(|(_, key)| keys::STANDARD.keys.contains(key)));
    }
}
