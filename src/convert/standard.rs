//! The native document of a standard.

use std::borrow::Cow;

use serde::Serialize;

use super::facts::NativeFacts;
use super::value::{NativeOrigin, OptionalText, Scalar, date, list, origin, scalar, texts, words};
use crate::model::{
    DocumentIgnore, Duty, JobTitle, Kind, LogEntry, Product, ProfileSection, ProgressionLink, Standard,
    StandardOption, Statement,
};
use crate::source::Text;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NativeStandard<'a> {
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    schema: OptionalText<'a>,
    kind: &'static str,
    #[serde(flatten)]
    facts: NativeFacts<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    banners: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<Vec<&'a str>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    profile: Vec<NativeSection<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    typical_job_titles: Option<Vec<NativeJobTitle<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    keywords: Option<Vec<&'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    employers: Option<Vec<&'a str>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    products: Vec<NativeProduct<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    progression: Vec<NativeLink<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    options: Option<Vec<NativeOption<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    duties: Option<Vec<NativeDuty<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    knowledge: Option<Vec<NativeStatement<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    skills: Option<Vec<NativeStatement<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    behaviours: Option<Vec<NativeStatement<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    technical_knowledge: Option<Vec<NativeStatement<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    technical_skills: Option<Vec<NativeStatement<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    employability: Option<Vec<NativeStatement<'a>>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    version_log: Vec<NativeLogEntry<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<NativeOrigin<'a>>,
    #[serde(rename = "x-ksb-ignore", skip_serializing_if = "Vec::is_empty")]
    ignore: Vec<NativeIgnore<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NativeSection<'a> {
    heading: &'a str,
    paragraphs: Vec<&'a str>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum NativeJobTitle<'a> {
    Name(&'a str),
    Green { name: &'a str, green: bool },
}

#[derive(Serialize)]
struct NativeLink<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    direction: OptionalText<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: OptionalText<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: OptionalText<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<Scalar<i64>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NativeProduct<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: OptionalText<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: OptionalText<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<Scalar<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: OptionalText<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NativeOption<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    code: OptionalText<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: OptionalText<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NativeDuty<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<String>,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    core: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ksbs: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    options: Vec<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NativeStatement<'a> {
    code: String,
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: OptionalText<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NativeLogEntry<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    version: OptionalText<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: OptionalText<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    earliest_start: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    latest_start: Option<Cow<'a, str>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NativeIgnore<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: OptionalText<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: OptionalText<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pointer: OptionalText<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: OptionalText<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: OptionalText<'a>,
}

/// The native form of `standard`.
pub(super) fn native<'a>(standard: &'a Standard<'_>, fresh: Option<NativeOrigin<'a>>) -> impl Serialize + 'a {
    let of_kind = |kind| statements(standard, kind);
    NativeStandard {
        schema: words(&standard.about.schema),
        kind: standard.kind.name(),
        facts: NativeFacts(&standard.facts),
        banners: standard.banners.iter().map(Text::as_str).collect(),
        summary: texts(&standard.summary),
        profile: standard.profile.iter().map(section).collect(),
        typical_job_titles: list(&standard.typical_job_titles, job_title),
        keywords: texts(&standard.keywords),
        employers: employers(standard),
        products: standard.products.iter().map(product).collect(),
        progression: standard.progression.iter().map(link).collect(),
        options: list(&standard.options, option),
        duties: list(&standard.duties, duty),
        knowledge: of_kind(Kind::Knowledge),
        skills: of_kind(Kind::Skill),
        behaviours: of_kind(Kind::Behaviour),
        technical_knowledge: of_kind(Kind::TechnicalKnowledge),
        technical_skills: of_kind(Kind::TechnicalSkill),
        employability: of_kind(Kind::Employability),
        version_log: standard.version_log.iter().map(log_entry).collect(),
        source: origin(&standard.about, fresh),
        ignore: standard.about.ignores.iter().map(ignore).collect(),
    }
}

fn section<'a>(section: &'a ProfileSection<'_>) -> NativeSection<'a> {
    NativeSection {
        heading: &section.heading,
        paragraphs: section.paragraphs.iter().map(Text::as_str).collect(),
    }
}

fn job_title<'a>(title: &'a JobTitle<'_>) -> NativeJobTitle<'a> {
    match title.green {
        None => NativeJobTitle::Name(&title.name),
        Some(green) => NativeJobTitle::Green { name: &title.name, green },
    }
}

/// All employers; a list that the page gives again, word for word, is written once.
pub(super) fn employers<'a>(standard: &'a Standard<'_>) -> Option<Vec<&'a str>> {
    let mut lists: Vec<Vec<&str>> = Vec::new();
    for list in &standard.employers {
        let names = list.items.iter().map(Text::as_str).collect();
        if !lists.contains(&names) {
            lists.push(names);
        }
    }
    (!lists.is_empty()).then(|| lists.concat())
}

fn product<'a>(product: &'a Product<'_>) -> NativeProduct<'a> {
    NativeProduct {
        reference: words(&product.reference),
        title: words(&product.title),
        level: scalar(&product.level),
        status: words(&product.status),
    }
}

fn link<'a>(link: &'a ProgressionLink<'_>) -> NativeLink<'a> {
    NativeLink {
        direction: words(&link.direction),
        reference: words(&link.reference),
        title: words(&link.title),
        level: scalar(&link.level),
    }
}

fn option<'a>(option: &'a StandardOption<'_>) -> NativeOption<'a> {
    NativeOption { code: words(&option.code), title: words(&option.title) }
}

fn duty<'a>(duty: &'a Duty<'_>) -> NativeDuty<'a> {
    NativeDuty {
        code: duty.code.map(|code| code.value.to_string()),
        text: &duty.text,
        core: duty.core,
        ksbs: duty.mapping.stated().map(|codes| codes.iter().map(|code| code.value.to_string()).collect()),
        options: duty.options.iter().map(Text::as_str).collect(),
    }
}

/// The statements of one kind; left out if there are none, unless the list was given empty.
fn statements<'a>(standard: &'a Standard<'_>, kind: Kind) -> Option<Vec<NativeStatement<'a>>> {
    let list: Vec<_> = standard.statements_of(kind).map(statement).collect();
    let given = standard.empty_kinds.contains(&kind);
    (given || !list.is_empty()).then_some(list)
}

fn statement<'a>(statement: &'a Statement<'_>) -> NativeStatement<'a> {
    NativeStatement {
        code: statement.code.value.to_string(),
        text: &statement.text,
        id: statement.id.as_deref(),
    }
}

fn log_entry<'a>(entry: &'a LogEntry<'_>) -> NativeLogEntry<'a> {
    NativeLogEntry {
        version: words(&entry.version),
        detail: words(&entry.detail),
        earliest_start: date(&entry.earliest_start),
        latest_start: date(&entry.latest_start),
    }
}

fn ignore<'a>(ignore: &'a DocumentIgnore<'_>) -> NativeIgnore<'a> {
    NativeIgnore {
        rule: words(&ignore.rule),
        subject: words(&ignore.subject),
        pointer: words(&ignore.pointer),
        reason: words(&ignore.reason),
        until: words(&ignore.until),
    }
}
