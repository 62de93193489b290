//! Writes a version as a native document of `ksb`.

use super::content::{Choice, Duty, Lars, Sort, Statement, Version};
use super::json::Json;
use super::prng::guid_text;

/// The native document of `version`.
pub(crate) fn document(version: &Version) -> Json<'_> {
    let frame = &*version.frame;
    let mut fields: Vec<(&'static str, Json<'_>)> =
        vec![("kind", kind(version.sort).into()), ("reference", version.reference.as_str().into())];
    if version.sort == Sort::Apprenticeship {
        fields.push(("occupation", version.occupation.as_str().into()));
    }
    fields.extend([
        ("version", version.number.as_str().into()),
        ("status", version.status.as_str().into()),
        ("title", version.title.as_str().into()),
        ("level", version.level.into()),
        ("route", version.route.as_str().into()),
        ("pathway", frame.pathway.into()),
        ("cluster", frame.cluster.as_str().into()),
        ("larsCode", lars(&version.lars)),
        ("regulated", version.regulated.into()),
        ("typicalDurationMonths", version.duration.into()),
        ("maxFunding", version.funding.into()),
        ("dates", dates(version)),
        ("overview", frame.overview.as_str().into()),
        ("summary", Json::texts(&frame.summary)),
        ("typicalJobTitles", Json::texts(&frame.job_titles)),
        ("keywords", Json::texts(&version.keywords)),
        ("employers", Json::texts(&frame.employers)),
    ]);
    if version.core_and_options || !version.options.is_empty() {
        fields.push(("options", options(version)));
    }
    if version.sort == Sort::Apprenticeship {
        let duties = version.duties.iter().enumerate().map(|(place, one)| duty(version, place, one));
        fields.push(("duties", Json::List(duties.collect())));
    }
    let letters = version.sort.letters();
    for ((name, list), letters) in names(version.sort).iter().zip(&version.lists).zip(letters) {
        fields.push((name, statements(list, letters)));
    }
    Json::Object(fields)
}

fn kind(sort: Sort) -> &'static str {
    match sort {
        Sort::Apprenticeship => "apprenticeship",
        Sort::Foundation => "foundation-apprenticeship",
        Sort::Unit => "apprenticeship-unit",
    }
}

/// The keys of the lists.
fn names(sort: Sort) -> &'static [&'static str] {
    match sort {
        Sort::Apprenticeship => &["knowledge", "skills", "behaviours"],
        Sort::Foundation => &["technicalKnowledge", "technicalSkills", "employability"],
        Sort::Unit => &["technicalKnowledge", "technicalSkills"],
    }
}

fn lars(code: &Lars) -> Json<'_> {
    match code {
        Lars::Number(number) => Json::Number(*number),
        Lars::Text(text) => text.as_str().into(),
    }
}

fn dates(version: &Version) -> Json<'_> {
    let dates = &version.dates;
    let all = [
        ("created", Some(&dates.created)),
        ("approved", dates.approved.as_ref()),
        ("updated", Some(&dates.published)),
        ("earliestStart", dates.earliest_start.as_ref()),
        ("latestStart", dates.latest_start.as_ref()),
        ("latestEnd", dates.latest_end.as_ref()),
    ];
    let stated = all.into_iter().filter_map(|(key, date)| Some((key, Json::from(date?.as_str()))));
    Json::Object(stated.collect())
}

/// The code of the option `id`.
fn option_code(version: &Version, id: u128) -> String {
    let place = version.options.iter().position(|option| option.id == id).unwrap_or(version.options.len());
    format!("O{}", place + 1)
}

fn options(version: &Version) -> Json<'_> {
    let one = |option: &Choice| {
        Json::Object(vec![
            ("code", option_code(version, option.id).into()),
            ("title", option.title.clone().into()),
        ])
    };
    Json::List(version.options.iter().map(one).collect())
}

fn duty<'v>(version: &'v Version, place: usize, duty: &'v Duty) -> Json<'v> {
    // A statement that the document does not list gets a code that it does not list either.
    let code = |list: usize, id: u128| -> Json<'v> {
        version.code(id).unwrap_or_else(|| format!("{}999", version.sort.letters()[list])).into()
    };
    let needs = duty.needs.iter().enumerate();
    let codes = needs.flat_map(|(list, ids)| ids.iter().map(move |id| code(list, *id))).collect();
    let mut fields = vec![
        ("code", format!("D{}", place + 1).into()),
        ("text", duty.text.as_str().into()),
        ("core", duty.options.is_empty().into()),
        ("ksbs", Json::List(codes)),
    ];
    if !duty.options.is_empty() {
        let codes = duty.options.iter().map(|id| option_code(version, *id).into()).collect();
        fields.push(("options", Json::List(codes)));
    }
    Json::Object(fields)
}

fn statements<'v>(list: &'v [Statement], letters: &str) -> Json<'v> {
    let one = |(place, statement): (usize, &'v Statement)| {
        Json::Object(vec![
            ("code", format!("{letters}{}", place + 1).into()),
            ("text", statement.text().into()),
            ("id", guid_text(statement.id).into()),
        ])
    };
    Json::List(list.iter().enumerate().map(one).collect())
}
