//! What format a file is in, by its content.

use super::{html, map_text, page};
use crate::model::Format;
use crate::syntax;

/// Whether a text looks like some format.
type Claim = fn(&str) -> bool;

/// Keys that documents of only one format have; the first of them that a document has tells.
const TELLING: &[(Format, &[&str])] = &[
    (
        Format::StandardsApi,
        &[
            "referenceNumber",
            "versionNumber",
            "technicalKnowledges",
            "overviewOfRole",
            "standardPageUrl",
            "apprenticeshipUnitUrl",
            "foundationApprenticeshipUrl",
        ],
    ),
    (Format::MapsApi, &["stdCode", "mapHierarchy", "versionNo", "statusName", "statusLastUpdated", "soc"]),
    (
        Format::NativeJson,
        &["$schema", "kind", "reference", "occupation", "knowledge", "typicalDurationMonths"],
    ),
];

/// The format of a text, or none if nothing in it tells. Of a text that holds several documents, that of the
/// first.
#[must_use]
pub fn format_of(text: &str) -> Option<Format> {
    if looks_like_json(text) {
        return Some(json_format(text));
    }
    let claims: [(Claim, Format); 2] =
        [(html::looks_like, Format::OccupationPageHtml), (map_text::looks_like, Format::OccupationalMapText)];
    let claimed = claims.into_iter().find(|(claims, _)| claims(text)).map(|(_, format)| format);
    claimed.or_else(|| page::format_of(text))
}

/// Whether a text starts as JSON does, or would without a comment in front.
fn looks_like_json(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    start.starts_with(['{', '[', '"']) || start.starts_with("//") || start.starts_with("/*")
}

/// Which JSON it is; the native one, which people write, unless the keys tell otherwise.
fn json_format(text: &str) -> Format {
    let start = text.trim_start_matches(['\u{feff}', '[', ' ', '\n', '\r', '\t']);
    let telling = |key: &str| TELLING.iter().find(|(_, keys)| keys.contains(&key));
    let told = syntax::keys(start).find_map(telling);
    told.map_or(Format::NativeJson, |(format, _)| *format)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_told_by_its_keys() {
        for (text, format) in [
            ("{}", Format::NativeJson),
            ("[{\"title\":\"a\",\"kind\":\"occupation\"}]", Format::NativeJson),
            ("\u{feff} [ {\"title\":\"a\",\"referenceNumber\":\"ST9901\"", Format::StandardsApi),
            ("{\"name\":\"a\",\"knowledges\":[],\"stdCode\":\"OCC9901\"}", Format::MapsApi),
            ("{\"keywords\":[],\"technicalKnowledges\":[]}", Format::StandardsApi),
            ("{\"summary\":[],\"soc2020\":{}}", Format::NativeJson),
            ("{\"duties\":[],\"summary\":\"\",\"soc\":{}}", Format::MapsApi),
            ("// a comment\n{}", Format::NativeJson),
        ] {
            assert_eq!(format_of(text), Some(format), "{text}");
        }
    }
}
