//! The `[[ignore]]` tables of a `ksb.toml`.

use std::ops::Range;

use toml::de::DeTable;

use super::reader::{TomlReader, TomlValue, span};
use super::{Globs, Ignore};
use crate::diagnostic::Label;

const KEYS: [&str; 6] = ["path", "rule", "subject", "pointer", "reason", "until"];

impl TomlReader<'_> {
    pub(super) fn ignores(&mut self, value: &TomlValue<'_>) -> Vec<Ignore> {
        let is_text = |value: &TomlValue<'_>| value.get_ref().is_str();
        if value.get_ref().as_array().is_some_and(|list| list.iter().any(is_text)) {
            let message = "`ignore` is for single findings, each under [[ignore]]".to_owned();
            let help = "to turn off rules or groups of rules, use `deselect`".to_owned();
            self.mistake(&value.span(), "ignore", message, help);
            return Vec::new();
        }
        let tables = self.tables("ignore", value);
        tables.into_iter().filter_map(|(place, table)| self.ignore(&place, table)).collect()
    }

    /// One ignore. If it is incomplete, that is reported as a mistake, and there is none.
    fn ignore(&mut self, place: &Range<usize>, table: &DeTable<'_>) -> Option<Ignore> {
        let before = self.found.len();
        self.keys(table, &KEYS);
        for (key, what) in [
            ("path", "the file or folder"),
            ("rule", "the name of the rule"),
            ("reason", "why the document is right as it is"),
        ] {
            self.require(table, key, "ignore", place, what);
        }
        self.require_target(table, place);
        let mut text = |key| table.get(key).and_then(|value| self.text(key, value));
        let (rule, reason) = (text("rule"), text("reason"));
        let (subject, pointer) = (text("subject"), text("pointer"));
        let until = table.get("until").and_then(|value| self.day("until", value));
        let paths = table.get("path").and_then(|value| self.path(value));
        if let (Some(name), Some(value)) = (&rule, table.get("rule")) {
            self.is_rule(name, &value.span());
        }
        if self.found.len() > before {
            return None;
        }
        let place = Label::new(self.source, span(place), "");
        Some(Ignore { paths: Some(paths?), rule: rule?, subject, pointer, reason: reason?, until, place })
    }

    /// Reports an ignore that would hide everything that a rule finds.
    fn require_target(&mut self, table: &DeTable<'_>, place: &Range<usize>) {
        if !table.contains_key("subject") && !table.contains_key("pointer") {
            let message = "this ignore has neither `subject` nor `pointer`".to_owned();
            let help = "add the subject of the finding, such as subject = \"K7\"; to turn a rule off for some \
                        files, use [[overrides]]";
            self.mistake(place, "ignore", message, help.to_owned());
        }
    }

    fn path(&mut self, value: &TomlValue<'_>) -> Option<Globs> {
        let path = self.text("path", value)?;
        let globs = Globs::new(std::slice::from_ref(&path));
        if let Err(why) = &globs {
            self.bad_pattern("path", &value.span(), &path, why);
        }
        globs.ok()
    }
}
