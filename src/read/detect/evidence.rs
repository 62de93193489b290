//! What a JSON object says about its format, going by keys that documents of one format have, each in the form that it
//! has there. A key alone proves nothing: a curriculum vitae has skills, and a job has duties.

use super::forms::{
    TELLS, has_any, has_text, is_number, is_object, is_text, list, reference, starts_with, texts,
};
use crate::layout::keys;
use crate::model::{Code, Format, StandardKind, Status};
use crate::read::{maps_api, native, standards_api};
use crate::spelling::nearest;
use crate::syntax::{self, Member, Value, ValueKind};

/// How much evidence there must be for a format: two keys that are proof, or one and several that are hints.
const ENOUGH: usize = 3;

/// What a key is worth if other documents may also have it in this form.
pub(super) const HINTS: usize = 1;

/// With this many unknown keys, none of them is considered as a misspelt one.
const MANY: usize = 32;

/// The letters that references of the standards API begin with.
const STANDARD: [&str; 3] = ["ST", "FA", "AU"];

/// The formats; if the evidence is equal for several, the first one is meant.
const FORMATS: [(Format, Worth); 3] = [
    (Format::StandardsApi, of_standards_api),
    (Format::MapsApi, of_maps_api),
    (Format::NativeJson, of_native),
];

/// What a member is worth as evidence for a format.
type Worth = fn(&str, Value<'_, '_>) -> usize;

/// Whether the text of an object is a document in JSON, or something else that this program writes one line at a time.
pub(in crate::read) fn has_known_format(object: &str) -> bool {
    let (tree, _) = syntax::parse(object);
    let is_ours = |root: &Value<'_, '_>| {
        let format = root.get("format").and_then(Value::as_str);
        format.is_some_and(|format| format.starts_with("ksb."))
    };
    tree.root().is_some_and(|root| is_ours(&root) || json_format(root, false).is_some())
}

/// The format of a document.
pub(super) fn json_format(root: Value<'_, '_>, is_named: bool) -> Option<Format> {
    if root.kind() == ValueKind::Object { format(root, is_named) } else { None }
}

/// The format of an object, or `None` if there is too little evidence. `is_named` says that the file has the name of a
/// native document, which counts as a key that is proof.
fn format(object: Value<'_, '_>, is_named: bool) -> Option<Format> {
    let mut worth = [0, 0, if is_named { TELLS } else { 0 }];
    for member in object.members() {
        let Some(key) = member.key.as_str() else { continue };
        for (worth, (_, of)) in worth.iter_mut().zip(FORMATS) {
            *worth += of(&key, member.value);
        }
        let is_evidence = |worth: &&usize| **worth > 0;
        if worth.iter().filter(is_evidence).count() == 1 && worth.iter().any(|worth| *worth >= ENOUGH) {
            break;
        }
    }
    let most = (0..FORMATS.len()).rev().max_by_key(|&at| worth[at]).filter(|&at| worth[at] > 0);
    let Some(most) = most.filter(|&at| worth[at] >= TELLS) else {
        return is_begun(object).then_some(Format::NativeJson);
    };
    let format = FORMATS[most].0;
    (worth[most] >= ENOUGH || worth[most] >= TELLS && is_mostly(object, format)).then_some(format)
}

/// Whether an object is a native document with nothing in it yet: empty lists are evidence only if the duties are among
/// them and all keys belong to such a document.
fn is_begun(object: Value<'_, '_>) -> bool {
    let has_list =
        |key: &str| object.get(key).is_some_and(|value| value.kind() == ValueKind::Array && value.is_empty());
    let is_known = |member: Member<'_, '_>| {
        member.key.as_str().is_some_and(|key| native::keys(object).contains(&key.as_ref()))
    };
    has_list("duties") && native::list_keys().any(has_list) && object.members().all(is_known)
}

/// Whether most keys of an object belong to documents of this format: a draft that has just been started may have
/// little more than its kind or its reference.
fn is_mostly(object: Value<'_, '_>, format: Format) -> bool {
    let known = match format {
        Format::StandardsApi => &standards_api::keys::READ[..],
        Format::MapsApi => &maps_api::KEYS,
        _ => native::keys(object),
    };
    let keys: Vec<_> = object.members().filter_map(|member| member.key.as_str()).collect();
    let (known_ones, others): (Vec<_>, Vec<_>) = keys.iter().partition(|key| known.contains(&key.as_ref()));
    let is_misspelt = |key: &str| nearest(key, known.iter().copied()).is_some();
    let misspelt = if others.len() > MANY { 0 } else { others.iter().filter(|key| is_misspelt(key)).count() };
    let (known, unknown) = (known_ones.len() + misspelt, others.len() - misspelt);
    unknown == 0 || known > unknown + 1
}

/// The native document.
fn of_native(key: &str, value: Value<'_, '_>) -> usize {
    let tells = |yes: bool| if yes { TELLS } else { 0 };
    let hints = |yes: bool| if yes { HINTS } else { 0 };
    match key {
        "$schema" => {
            if starts_with(value, "urn:ksb:schema:") {
                ENOUGH
            } else {
                0
            }
        }
        "kind" => tells(value.as_str().is_some_and(|text| is_kind(&text))),
        "reference" => tells(reference(value, &STANDARD)),
        "occupation" => tells(reference(value, &["OCC"])),
        "duties" => list(value, is_native_item),
        "soc2020" => tells(has_any(value, &keys::SOC.keys)),
        "typicalDurationMonths" => tells(is_number(value)),
        "dates" => tells(has_any(value, &keys::DATES.keys)),
        "pathways" => list(value, |one| has_text(one, "name") && one.get("clusters").is_some()),
        "versionLog" => list(value, |one| has_text(one, "version") && has_text(one, "detail")),
        "source" => tells(has_text(value, "sha256") && has_text(value, "format")),
        "x-ksb-ignore" => list(value, |one| has_text(one, "rule")),
        "typicalJobTitles" | "summary" => hints(texts(value)),
        "larsCode" | "maxFunding" => hints(is_number(value)),
        _ if native::list_keys().any(|one| one == key) => list(value, is_native_item),
        _ => misspelt_list(key, value),
    }
}

/// A list of duties or statements under a key that is misspelt.
fn misspelt_list(key: &str, value: Value<'_, '_>) -> usize {
    let is_coded = |one: Value<'_, '_>| is_native_item(one) && one.get("code").is_some_and(is_code);
    let is_list = list(value, is_coded) == TELLS;
    if is_list && nearest(key, native::list_keys().chain(["duties"])).is_some() { TELLS } else { 0 }
}

/// A record of the standards API.
fn of_standards_api(key: &str, value: Value<'_, '_>) -> usize {
    let tells = |yes: bool| if yes { TELLS } else { 0 };
    let hints = |yes: bool| if yes { HINTS } else { 0 };
    match key {
        "referenceNumber" => tells(reference(value, &STANDARD)),
        "overviewOfRole" | "occupationalSummary" | "standardPageUrl" | "tbMainContact" => {
            tells(is_text(value))
        }
        "apprenticeshipUnitUrl" | "foundationApprenticeshipUrl" => tells(is_text(value) || value.is_null()),
        "coreAndOptions" | "coronationEmblem" => tells(value.as_bool().is_some()),
        "eQAProvider" => tells(is_object(value)),
        "knowledges" | "skills" | "behaviours" => {
            list(value, |one| has_text(one, "detail") && !is_coded_record(one))
        }
        "technicalKnowledges" | "technicalSkills" | "employabilitySkillsAndBehaviours" => {
            list(value, |one| has_text(one, "detail"))
        }
        "duties" => list(value, |one| has_text(one, "dutyDetail") && one.get("dutyId").is_none()),
        "larsCode" => hints(is_number(value) || is_text(value)),
        "versionNumber" | "approvedForDelivery" => hints(is_text(value)),
        "status" => hints(value.as_str().is_some_and(|text| Status::of(&text).is_some())),
        "typicalJobTitles" => hints(texts(value)),
        "maxFunding" => hints(is_number(value)),
        _ => 0,
    }
}

/// An occupation of the maps API.
fn of_maps_api(key: &str, value: Value<'_, '_>) -> usize {
    let tells = |yes: bool| if yes { TELLS } else { 0 };
    let hints = |yes: bool| if yes { HINTS } else { 0 };
    match key {
        "stdCode" => tells(reference(value, &["OCC"])),
        "mapHierarchy" => tells(has_any(value, &["routeName", "pathwayName", "clusterName", "routeId"])),
        "soc" => tells(has_any(value, &["soc2020Code", "soc2020SubUnitGroups", "soc2010Code"])),
        "knowledges" | "skills" | "behaviours" => {
            list(value, |one| has_text(one, "detail") && is_coded_record(one))
        }
        "duties" => list(value, |one| has_text(one, "dutyDetail") && one.get("dutyId").is_some()),
        "statusName" | "statusLastUpdated" => hints(is_text(value)),
        _ => 0,
    }
}

/// Whether it is a `kind` of native documents.
pub(super) fn is_kind(text: &str) -> bool {
    StandardKind::ALL.into_iter().map(StandardKind::name).chain([native::MAP_KIND]).any(|kind| kind == text)
}

/// A duty or a statement of a native document.
fn is_native_item(one: Value<'_, '_>) -> bool {
    has_text(one, "text") && one.get("code").is_none_or(is_text)
}

/// A statement of a record in which its id is its code.
fn is_coded_record(one: Value<'_, '_>) -> bool {
    let ids = ["knowledgeId", "skillId", "behaviourId"];
    ids.iter().filter_map(|id| one.get(id)).any(is_code)
}

fn is_code(value: Value<'_, '_>) -> bool {
    value.as_str().is_some_and(|text| text.trim().parse::<Code>().is_ok())
}
