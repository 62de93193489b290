//! Places in a SARIF log.

use std::borrow::Cow;

use serde::Serialize;

use super::message::Message;
use super::region::Region;
use super::uri::uri;
use crate::diagnostic::Label;
use crate::report::label_position::{LabelPosition, locator};
use crate::source::Sources;

#[derive(Serialize)]
pub(super) struct Location<'a> {
    #[serde(rename = "physicalLocation")]
    place: Physical<'a>,
    #[serde(rename = "logicalLocations", skip_serializing_if = "Vec::is_empty")]
    about: Vec<Logical<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical<'a> {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    context_region: Option<Region<'a>>,
}

#[derive(Serialize)]
pub(super) struct Artifact {
    pub(super) uri: String,
}

/// What a finding is about, by the document's own name for it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Logical<'a> {
    name: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fully_qualified_name: Option<&'a str>,
}

/// What a finding is about, and its JSON pointer if it has one.
#[derive(Clone, Copy)]
pub(super) struct FindingSubject<'a> {
    pub(super) subject: &'a str,
    pub(super) pointer: Option<&'a str>,
}

/// The locations of labels, each with what there is to see there.
pub(super) fn locations<'a>(
    labels: &'a [Label],
    about: Option<FindingSubject<'a>>,
    sources: &'a Sources,
) -> Vec<Location<'a>> {
    let location = |label: &'a Label| {
        let locator = locator(label, sources);
        // Lines and columns are not places in a document that is not plain text.
        let is_text = locator.is_none();
        let subject =
            about.map(|about| Logical { name: about.subject.into(), fully_qualified_name: about.pointer });
        let place =
            locator.map(|place| Logical { name: place.to_string().into(), fully_qualified_name: None });
        Location {
            place: Physical {
                artifact_location: artifact(label, sources),
                region: is_text.then(|| Region::of(label, sources)),
                context_region: Region::around(label, sources).filter(|_| is_text),
            },
            about: subject.into_iter().chain(place).collect(),
            message: (!label.message.is_empty()).then(|| Message { text: (&*label.message).into() }),
        }
    };
    labels.iter().map(location).collect()
}

/// The file of a label.
pub(super) fn artifact(label: &Label, sources: &Sources) -> Artifact {
    Artifact { uri: uri(LabelPosition::new(label, sources).path) }
}
