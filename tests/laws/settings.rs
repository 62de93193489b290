//! The settings: `ksb.toml`.

use ksb::check::{check, known_rules};
use ksb::config::Settings;
use ksb::ignores::{Ignores, stale};
use ksb::read::read;

use super::{assert_places, source};

/// A small document with findings, for settings to be tried on.
const DOCUMENT: &str = "{\"title\": \"Trier\", \"duties\": [{\"code\": \"D1\", \"text\": \"Try it\", \"ksbs\": [\"K2\"]}], \
    \"knowledge\": [{\"code\": \"K1\", \"text\": \"\"}]}";

/// Settings are read, every mistake has a place in the file, and what is right can be used.
pub(crate) fn are_read(text: &str) {
    let settings_file = source(text);
    let (settings, mistakes) = Settings::parse(&settings_file, &known_rules());
    assert_places(&settings_file, &mistakes);
    let _taken = [settings.include.matches("a/b.json"), settings.exclude.matches("a/b.json")];
    let document_file = source(DOCUMENT);
    let reading = read(&document_file, None);
    let document = reading.document.as_ref().expect("it is a document");
    let config = settings.for_file("a/trier.standard.json");
    let found = check(&reading, &config);
    assert_places(&document_file, &found);
    let path = "a/trier.standard.json";
    let mut ignores = Ignores::new(Some(&settings), path, document, reading.whole, &config);
    let count = found.len();
    let left = ignores.filter(found).len();
    assert_eq!(left + ignores.ignored().len(), count);
    assert_places(&settings_file, &stale([&ignores]));
}
