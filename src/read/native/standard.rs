//! A native standard.

use super::about;
use crate::model::{
    Code, Dates, Duty, Facts, Field, Format, JobTitle, Kind, List, LogEntry, Product, ProfileSection, Soc,
    Standard, StandardKind, StandardOption, Statement,
};
use crate::read::fields::{self, Fields};
use crate::source::{SourceId, Span, Spanned};
use crate::syntax::{Member, Value, ValueKind};

/// The keys of the document.
pub(super) const KEYS: &[&str] = &[
    "$schema",
    "kind",
    "reference",
    "occupation",
    "version",
    "status",
    "title",
    "level",
    "route",
    "pathway",
    "cluster",
    "larsCode",
    "soc2020",
    "regulated",
    "typicalDurationMonths",
    "reviewAfterMonths",
    "maxFunding",
    "salary",
    "dates",
    "overview",
    "banners",
    "summary",
    "profile",
    "typicalJobTitles",
    "keywords",
    "employers",
    "products",
    "options",
    "duties",
    "knowledge",
    "skills",
    "behaviours",
    "technicalKnowledge",
    "technicalSkills",
    "employability",
    "versionLog",
    "source",
    "x-ksb-ignore",
];
const SOC_KEYS: &[&str] = &["unitGroup", "subUnitGroups"];
pub(in crate::read) const DATE_KEYS: &[&str] =
    &["created", "approved", "updated", "earliestStart", "latestStart", "latestEnd"];
const SECTION_KEYS: &[&str] = &["heading", "paragraphs"];
const JOB_TITLE_KEYS: &[&str] = &["name", "green"];
const PRODUCT_KEYS: &[&str] = &["reference", "title", "level", "status"];
const OPTION_KEYS: &[&str] = &["code", "title"];
static DUTY_KEYS: [&str; 5] = ["code", "text", "core", "ksbs", "options"];
static STATEMENT_KEYS: [&str; 3] = ["code", "text", "id"];
const LOG_KEYS: &[&str] = &["version", "detail", "earliestStart", "latestStart"];

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
    let fields = Fields::new(root, KEYS);
    let start = root.span().range().start;
    let kind = kind(&fields);
    let Statements { list, empty_kinds, unread_kinds } = statements(&fields);
    let mut standard = Standard {
        source,
        format: Format::NativeJson,
        is_cut: false,
        kind,
        start: Span::new(start, start + 1),
        facts: facts(&fields),
        banners: fields.texts("banners").items().to_vec(),
        summary: fields.texts("summary"),
        profile: fields.objects("profile", SECTION_KEYS).iter().filter_map(section).collect(),
        typical_job_titles: fields.list("typicalJobTitles", job_title),
        keywords: fields.texts("keywords"),
        employers: fields.texts("employers").stated().cloned().into_iter().collect(),
        products: fields.objects("products", PRODUCT_KEYS).iter().map(product).collect(),
        options: fields.list("options", |value| Some(option(&Fields::new(value, OPTION_KEYS)))),
        duties: fields.list("duties", duty),
        statements: list,
        version_log: fields.objects("versionLog", LOG_KEYS).iter().map(log_entry).collect(),
        empty_kinds,
        unread_kinds,
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
    Facts {
        reference: fields.text("reference"),
        occupation: fields.text("occupation"),
        version: fields.text("version"),
        status: fields.text("status"),
        title: fields.text("title"),
        level: fields.integer("level"),
        route: fields.text("route"),
        pathway: fields.text("pathway"),
        cluster: fields.text("cluster"),
        lars_code: fields.text_or_number("larsCode"),
        soc: fields.object("soc2020", SOC_KEYS).map_or_else(Soc::default, |soc| Soc {
            unit_group: soc.text("unitGroup"),
            sub_unit_groups: soc.texts("subUnitGroups"),
        }),
        regulated: fields.boolean("regulated"),
        typical_duration: fields.integer("typicalDurationMonths"),
        review_after: fields.integer("reviewAfterMonths"),
        max_funding: fields.integer("maxFunding"),
        salary: fields.text("salary"),
        dates: fields.object("dates", DATE_KEYS).map_or_else(Dates::default, |dates| Dates {
            created: dates.text("created"),
            approved: dates.text("approved"),
            updated: dates.text("updated"),
            earliest_start: dates.text("earliestStart"),
            latest_start: dates.text("latestStart"),
            latest_end: dates.text("latestEnd"),
        }),
        overview: fields.text("overview"),
    }
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
    let fields = Fields::new(value, JOB_TITLE_KEYS);
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

/// The mapping of a duty: not stated if it has no such key.
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

/// The statements of a document.
struct Statements<'s> {
    /// All of them, in the order of the lists.
    list: Field<List<Statement<'s>>>,
    /// The kinds whose lists are given empty.
    empty_kinds: Vec<Kind>,
    /// The kinds of which something is given that is no statement.
    unread_kinds: Vec<Kind>,
}

fn statements<'s>(fields: &Fields<'_, 's>) -> Statements<'s> {
    let given = LISTS.into_iter().filter_map(|(kind, key)| Some((kind, fields.member(key)?)));
    let is_list = |one: &(Kind, Member<'_, '_>)| one.1.value.kind() == ValueKind::Array;
    let count = given.clone().filter(is_list).map(|(_, one)| one.value.len()).sum();
    let mut all: Option<List<Statement<'s>>> = None;
    let (mut empty_kinds, mut unread_kinds) = (Vec::new(), Vec::new());
    for (kind, member) in given {
        if !is_list(&(kind, member)) {
            unread_kinds.push(kind);
            continue;
        }
        if member.value.is_empty() {
            empty_kinds.push(kind);
        }
        let list = all.get_or_insert_with(|| List::new(member.key.span(), Vec::with_capacity(count)));
        let before = list.items.len();
        list.items.extend(member.value.elements().filter_map(|value| statement(kind, value)));
        if list.items.len() - before < member.value.len() {
            unread_kinds.push(kind);
        }
    }
    Statements { list: all.map_or(Field::Missing, Field::Stated), empty_kinds, unread_kinds }
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
    use serde_json::Value as Plain;

    use super::super::map;
    use super::{DATE_KEYS, DUTY_KEYS, KEYS, SECTION_KEYS, STATEMENT_KEYS};
    use crate::schema;

    fn keys(text: &str, pointer: &str) -> Vec<String> {
        let schema: Plain = serde_json::from_str(text).expect("a schema is JSON");
        let properties = schema.pointer(pointer).and_then(Plain::as_object).expect("properties");
        let mut keys: Vec<String> = properties.keys().cloned().collect();
        keys.sort();
        keys
    }

    fn sorted(keys: &[&str]) -> Vec<String> {
        let mut keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
        keys.sort();
        keys
    }

    #[test]
    fn the_reader_knows_the_keys_of_the_schema() {
        let text = schema::standard().text;
        for (known, pointer) in [
            (KEYS, "/properties"),
            (DATE_KEYS, "/properties/dates/properties"),
            (&DUTY_KEYS[..], "/$defs/duty/properties"),
            (SECTION_KEYS, "/$defs/profileSection/properties"),
            (&STATEMENT_KEYS[..], "/$defs/knowledge/properties"),
        ] {
            assert_eq!(sorted(known), keys(text, pointer), "{pointer}");
        }
        assert_eq!(sorted(map::KEYS), keys(schema::occupational_map().text, "/properties"));
    }
}
