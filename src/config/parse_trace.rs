//! The `[[trace]]` tables of a `ksb.toml`.

use std::ops::Range;

use toml::de::DeTable;

use super::reader::{TomlReader, TomlValue, span};
use super::{Globs, TraceSection};
use crate::diagnostic::Label;

const KEYS: [&str; 7] =
    ["standard", "document", "files", "codes-in", "exactly-once", "history", "min-coverage"];

impl TomlReader<'_> {
    pub(super) fn traces(&mut self, value: &TomlValue<'_>) -> Vec<TraceSection> {
        let tables = self.tables("trace", value);
        tables.into_iter().filter_map(|(place, table)| self.trace(&place, table)).collect()
    }

    /// One section. If it is incomplete, that is reported as a mistake, and there is none.
    fn trace(&mut self, place: &Range<usize>, table: &DeTable<'_>) -> Option<TraceSection> {
        let before = self.found.len();
        self.keys(table, &KEYS);
        self.require(
            table,
            "standard",
            "trace",
            place,
            "the file of the standard that the documents cite, such as standard = \"ST9901.standard.json\"",
        );
        self.require(
            table,
            "files",
            "trace",
            place,
            "the documents that cite the standard, such as files = [\"plans/*.docx\"]",
        );
        let standard = table.get("standard").and_then(|value| self.text("standard", value));
        let document = table.get("document").and_then(|value| self.text("document", value));
        let files = table.get("files").map(|value| self.patterns("files", value));
        let history = table.get("history").map(|value| self.placed("history", value));
        let codes_in = table.get("codes-in").map(|value| self.texts("codes-in", value));
        let exactly_once = table.get("exactly-once").and_then(|value| self.flag("exactly-once", value));
        let min_coverage = table.get("min-coverage").and_then(|value| self.share("min-coverage", value));
        if self.found.len() > before {
            return None;
        }
        let place = table.get("standard").map_or_else(|| place.clone(), TomlValue::span);
        Some(TraceSection {
            standard: standard?,
            document,
            files: files?,
            codes_in: codes_in.into_iter().flatten().map(|(_, text)| text).collect(),
            exactly_once: exactly_once.unwrap_or(false),
            history: history.unwrap_or_default(),
            min_coverage,
            place: self.label(&place),
        })
    }

    /// A list of patterns that is not empty.
    fn patterns(&mut self, key: &str, value: &TomlValue<'_>) -> Vec<(Globs, Label)> {
        if value.get_ref().as_array().is_some_and(|list| list.is_empty()) {
            let message = format!("`{key}` is empty");
            self.mistake(&value.span(), key, message, "write a pattern such as \"modules/*.md\"".to_owned());
        }
        let mut out = Vec::new();
        for (place, text) in self.texts(key, value) {
            match Globs::new(std::slice::from_ref(&text)) {
                Ok(globs) => out.push((globs, self.label(&place))),
                Err(why) => self.bad_pattern(key, &place, &text, &why),
            }
        }
        out
    }

    /// A list of texts, each with a label.
    fn placed(&mut self, key: &str, value: &TomlValue<'_>) -> Vec<(String, Label)> {
        let texts = self.texts(key, value);
        texts.into_iter().map(|(place, text)| (text, self.label(&place))).collect()
    }

    /// A share in per cent.
    fn share(&mut self, key: &str, value: &TomlValue<'_>) -> Option<u8> {
        let number = self.number(key, value)?;
        let share = u8::try_from(number).ok().filter(|share| *share <= 100);
        if share.is_none() {
            let message = format!("`{key}` is a percentage, but {number} is above 100");
            self.mistake(&value.span(), key, message, "write a number from 0 to 100".to_owned());
        }
        share
    }

    fn label(&self, place: &Range<usize>) -> Label {
        Label::new(self.source, span(place), "")
    }
}
