//! Reads values of a TOML file, and says in plain English what is wrong with them.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Date, KnownRule};
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::source::{SourceId, Span};
use crate::spelling::nearest;

/// The keys of texts that a table must have.
const REQUIRED: [&str; 4] = ["path", "reason", "rule", "standard"];

/// The rule under which mistakes of a configuration are reported.
const RULE: &str = "config";

/// A mistake of a configuration about `subject`.
#[must_use]
pub fn mistake(subject: impl Into<String>, message: impl Into<String>, place: Label) -> Diagnostic {
    Diagnostic::new(RULE, Severity::Error, subject, message, place)
}

/// A value and its place in the file.
pub(super) type TomlValue<'i> = Spanned<DeValue<'i>>;

/// The rules that exist, and the mistakes so far.
pub(super) struct TomlReader<'r> {
    pub(super) source: SourceId,
    pub(super) rules: &'r [KnownRule],
    pub(super) found: Vec<Diagnostic>,
}

pub(super) fn span(range: &Range<usize>) -> Span {
    Span::new(range.start, range.end)
}

impl TomlReader<'_> {
    /// Reports a mistake about `subject`.
    pub(super) fn mistake(&mut self, place: &Range<usize>, subject: &str, message: String, help: String) {
        let label = Label::new(self.source, span(place), "");
        self.found.push(mistake(subject, message, label).help(help));
    }

    /// Reports the keys of a table that are not among `known`.
    pub(super) fn keys(&mut self, table: &DeTable<'_>, known: &[&str]) {
        let is_known = |key: &str| known.contains(&key);
        for key in table.keys().filter(|key| !is_known(key.get_ref())) {
            self.unknown(key.get_ref(), &key.span(), "key", known, "known keys");
        }
    }

    /// Reports a word that is not among `known`.
    pub(super) fn unknown(
        &mut self,
        word: &str,
        place: &Range<usize>,
        what: &str,
        known: &[&str],
        all: &str,
    ) {
        let help = match nearest(word, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None if known.len() > 12 => "`ksb rules` lists them all".to_owned(),
            None => {
                let (last, others) = known.split_last().unwrap_or((&"", &[]));
                format!("the {all} are `{}` and `{last}`", others.join("`, `"))
            }
        };
        self.mistake(place, word, format!("unknown {what} `{word}`"), help);
    }

    /// Whether there is a rule with exactly this name; if not, that is reported. A code may stand for several rules, so
    /// it is not accepted where one rule is meant.
    pub(super) fn is_rule(&mut self, name: &str, place: &Range<usize>) -> bool {
        let called = self.rules_called(name, place);
        let known = called.contains(&name);
        if !known && !called.is_empty() {
            let message = format!(
                "`{name}` is a code from the government's import, but the name of one rule is needed here"
            );
            self.mistake(
                place,
                name,
                message,
                format!("write the name of the rule: `{}`", called.join("` or `")),
            );
        }
        known
    }

    /// The rules that `word` means: the one with this name, or those with this code. If there are none, that is
    /// reported.
    pub(super) fn rules_called(&mut self, word: &str, place: &Range<usize>) -> Vec<&'static str> {
        let rules = self.rules;
        let called = rules.iter().filter(|rule| rule.is_called(word)).map(|rule| rule.name).collect();
        if Vec::is_empty(&called) {
            let names: Vec<&str> = rules.iter().map(|rule| rule.name).collect();
            self.unknown(word, place, "rule", &names, "rules");
        }
        called
    }

    fn wrong_type(&mut self, key: &str, value: &TomlValue<'_>, expected: &str) {
        self.wrong_type_called(key, &format!("`{key}`"), value, expected);
    }

    fn wrong_type_called(&mut self, key: &str, name: &str, value: &TomlValue<'_>, expected: &str) {
        let message = format!("{name} must be {expected}, not {}", noun(value.get_ref()));
        self.mistake(&value.span(), key, message, format!("write {expected}"));
    }

    /// A text that is not empty.
    pub(super) fn text(&mut self, key: &str, value: &TomlValue<'_>) -> Option<String> {
        self.text_called(key, &format!("`{key}`"), value)
    }

    /// A text that is not empty, with the name that it has in messages.
    fn text_called(&mut self, key: &str, name: &str, value: &TomlValue<'_>) -> Option<String> {
        match value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => {
                let message = format!("{name} is empty");
                let help = if REQUIRED.contains(&key) {
                    "write a value"
                } else {
                    "write a value, or remove the key"
                };
                self.mistake(&value.span(), key, message, help.to_owned());
                None
            }
            DeValue::String(text) => Some(text.to_string()),
            _ => {
                self.wrong_type_called(key, name, value, "text in quotation marks");
                None
            }
        }
    }

    pub(super) fn flag(&mut self, key: &str, value: &TomlValue<'_>) -> Option<bool> {
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type(key, value, "true or false");
        }
        flag
    }

    /// A whole number that is not negative.
    pub(super) fn number(&mut self, key: &str, value: &TomlValue<'_>) -> Option<usize> {
        let DeValue::Integer(number) = value.get_ref() else {
            self.wrong_type(key, value, "a whole number");
            return None;
        };
        let read = usize::from_str_radix(number.as_str(), number.radix()).ok();
        if read.is_none() {
            let message = format!("`{key}` is below 0 or too large");
            self.mistake(&value.span(), key, message, "write a whole number, 0 or above".to_owned());
        }
        read
    }

    /// A day, in quotation marks or as TOML writes one.
    pub(super) fn day(&mut self, key: &str, value: &TomlValue<'_>) -> Option<Date> {
        let text = match value.get_ref() {
            DeValue::Datetime(day) => day.to_string(),
            _ => self.text(key, value)?,
        };
        let day = text.parse().ok();
        if day.is_none() {
            let help = "write a date that exists, in the form 2026-08-31".to_owned();
            self.mistake(&value.span(), key, format!("`{text}` is not a real date"), help);
        }
        day
    }

    pub(super) fn table<'v, 'i>(&mut self, key: &str, value: &'v TomlValue<'i>) -> Option<&'v DeTable<'i>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong_type(key, value, &format!("a table, under [{key}]"));
        }
        table
    }

    /// The tables under `[[key]]`, each with its place.
    pub(super) fn tables<'v, 'i>(
        &mut self,
        key: &str,
        value: &'v TomlValue<'i>,
    ) -> Vec<(Range<usize>, &'v DeTable<'i>)> {
        let Some(list) = value.get_ref().as_array() else {
            self.wrong_type(key, value, &format!("a list of tables, each under [[{key}]]"));
            return Vec::new();
        };
        let one = |value: &'v TomlValue<'i>| Some((value.span(), self.table(key, value)?));
        list.iter().filter_map(one).collect()
    }

    /// A list of texts, each with its place.
    pub(super) fn texts(&mut self, key: &str, value: &TomlValue<'_>) -> Vec<(Range<usize>, String)> {
        let Some(list) = value.get_ref().as_array() else {
            self.wrong_type(key, value, "a list of text values in [ ]");
            return Vec::new();
        };
        let name = format!("each value of `{key}`");
        list.iter().filter_map(|value| Some((value.span(), self.text_called(key, &name, value)?))).collect()
    }
}

/// What a value is called.
fn noun(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
