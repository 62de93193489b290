//! Places in a SARIF log.

use serde::Serialize;

use super::Message;
use super::uri::uri;
use crate::diagnostic::Label;
use crate::report::place::Place;
use crate::source::Sources;

#[derive(Serialize)]
pub(super) struct Location<'a> {
    #[serde(rename = "physicalLocation")]
    place: Physical,
    #[serde(rename = "logicalLocations", skip_serializing_if = "Vec::is_empty")]
    about: Vec<Logical<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    region: Region,
}

#[derive(Serialize)]
pub(super) struct Artifact {
    pub(super) uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

/// What a finding is about, by the document's own name for it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Logical<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    fully_qualified_name: Option<&'a str>,
}

/// What a finding is about, and its JSON pointer if it has one.
#[derive(Clone, Copy)]
pub(super) struct About<'a> {
    pub(super) subject: &'a str,
    pub(super) pointer: Option<&'a str>,
}

/// The locations of labels, each with what is to be seen there.
pub(super) fn locations<'a>(
    labels: &'a [Label],
    about: Option<About<'a>>,
    sources: &Sources,
) -> Vec<Location<'a>> {
    let location = |label: &'a Label| Location {
        place: Physical { artifact_location: artifact(label, sources), region: region(label, sources) },
        about: about
            .map(|about| Logical { name: about.subject, fully_qualified_name: about.pointer })
            .into_iter()
            .collect(),
        message: (!label.message.is_empty()).then(|| Message { text: (&*label.message).into() }),
    };
    labels.iter().map(location).collect()
}

/// The file of a label.
pub(super) fn artifact(label: &Label, sources: &Sources) -> Artifact {
    Artifact { uri: uri(Place::new(label, sources).path) }
}

/// The lines and columns of a label.
pub(super) fn region(label: &Label, sources: &Sources) -> Region {
    let place = Place::new(label, sources);
    Region {
        start_line: place.line,
        start_column: place.column,
        end_line: place.end_line,
        end_column: place.end_column,
    }
}
