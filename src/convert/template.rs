//! A document to start from, with everything that a standard of its kind has. Each part asks for its text in brackets,
//! and a rule reports these until the text is there.

use serde_json::{Value, json};

use super::formats::convert_to;
use super::target::Target;
use super::unwritten::NotConverted;
use crate::model::{Format, Kind, StandardKind};
use crate::read::read;
use crate::source::{Source, SourceId};

/// The template of a standard of this kind, in this format.
///
/// # Errors
/// [`NotConverted`] if the format loses something that it can hold, which never happens.
///
/// # Panics
/// Never: the template is a document.
pub fn template(kind: StandardKind, target: Target) -> Result<Vec<u8>, NotConverted> {
    let source = Source::new(SourceId::default(), "template", native(kind).to_string());
    let reading = read(&source, Some(Format::NativeJson));
    convert_to(target, &reading.document.expect("the template is a document"), &source)
}

/// The template as a native document.
fn native(kind: StandardKind) -> Value {
    let mut document = json!({
        "kind": kind.name(),
        "version": "0.1",
        "status": "In development",
        "title": "[Insert the title of the occupation]",
        "level": null,
        "route": "",
        "overview": "[Insert what the occupation is, in one sentence]",
        "summary": summary(kind),
        "typicalJobTitles": ["[Insert a job title]", "[Insert another job title]"],
    });
    let lists = document.as_object_mut().expect("it is an object");
    if kind.has_duties() {
        let codes: Vec<String> =
            kind.kinds().iter().map(|kind| format!("{}1", kind.prefix().letters())).collect();
        let text = "[Insert what a person in this occupation does: a whole activity, and its purpose]";
        lists.insert("duties".to_owned(), json!([{ "code": "D1", "text": text, "ksbs": codes }]));
    }
    for kind in kind.kinds() {
        let code = format!("{}1", kind.prefix().letters());
        lists.insert(kind.list_name().to_owned(), json!([{ "code": code, "text": request(*kind) }]));
    }
    document
}

/// The paragraphs of the summary: for an occupation, with the openings of the template.
fn summary(kind: StandardKind) -> Vec<&'static str> {
    if !kind.has_duties() {
        return vec!["[Insert who it is for, and what they learn]"];
    }
    vec![
        "This occupation is found in [insert the sectors, and the kinds and sizes of employers].",
        "The broad purpose of the occupation is to [insert its purpose, and how that is achieved].",
        "In their daily work, an employee in this occupation interacts with [insert colleagues and others, and who \
         they report to].",
        "An employee in this occupation will be responsible for [insert what they are responsible for, and the limits].",
    ]
}

/// What a statement of a kind should say.
fn request(kind: Kind) -> &'static str {
    match kind.plain() {
        Kind::Knowledge => "[Insert what the person must know: facts, methods, rules]",
        Kind::Skill => "[Insert what the person must be able to do: start with a verb]",
        _ => "[Insert how the person approaches their work]",
    }
}
