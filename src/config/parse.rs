//! From the text of a `ksb.toml` to [`Settings`].

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::de::{DeTable, Error};

use super::reader::{TomlReader, TomlValue};
use super::settings::Override;
use super::{ALL_RULES, Globs, KnownRule, Settings, unselected};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::Source;

const KEYS: [&str; 11] = [
    "select",
    "deselect",
    "rules",
    "overrides",
    "options",
    "include",
    "exclude",
    "today",
    "document-ignores",
    "ignore",
    "trace",
];
const OVERRIDE_KEYS: [&str; 2] = ["paths", "rules"];
const SEVERITIES: [&str; 4] = ["off", "advice", "warning", "error"];

type Severities = BTreeMap<String, Option<Severity>>;

impl Settings {
    /// Reads a `ksb.toml`; `rules` are the rules that exist. Mistakes in it are reported, and the rest still applies.
    #[must_use]
    pub fn parse(source: &Source, rules: &[KnownRule]) -> (Self, Vec<Diagnostic>) {
        let mut reader = TomlReader { source: source.id(), rules, found: Vec::new() };
        let (document, errors) = DeTable::parse_recoverable(source.text());
        let settings = reader.settings(document.get_ref());
        let place = |error: &Error| error.span().unwrap_or_default();
        if let Some(error) = errors.iter().min_by_key(|error| place(error).start) {
            // Nobody can tell what was meant from here on: faults in the rest of the line and after it may only follow
            // from this one.
            let line = source.text()[..place(error).start].rfind('\n').map_or(0, |end| end + 1);
            reader.found.retain(|found| (found.primary().span.end as usize) < line);
            let message = format!("the file cannot be read as TOML: {}", error.message());
            let help = "correct this line; `ksb init` writes a file to start from".to_owned();
            reader.mistake(&place(error), "ksb.toml", message, help);
        }
        reader.found.sort_by_key(|found| found.primary().span);
        (settings, reader.found)
    }
}

impl TomlReader<'_> {
    fn settings(&mut self, table: &DeTable<'_>) -> Settings {
        self.keys(table, &KEYS);
        let mut settings = Settings { unselected: self.unselected(table), ..Settings::default() };
        for (key, value) in table {
            let key = key.get_ref().as_ref();
            match key {
                "rules" => settings.severities = self.severities(key, value),
                "overrides" => settings.overrides = self.overrides(value),
                "options" => settings.options = self.options(value),
                "include" => settings.include = self.globs(key, value),
                "exclude" => settings.exclude = self.globs(key, value),
                "today" => settings.today = self.day(key, value),
                "document-ignores" => {
                    settings.forbids_document_ignores = self.flag(key, value) == Some(false);
                }
                "ignore" => settings.ignores = self.ignores(value),
                "trace" => settings.traces = self.traces(value),
                _ => {}
            }
        }
        settings
    }

    /// The rules that `select` does not name, and those that `deselect` names.
    fn unselected(&mut self, table: &DeTable<'_>) -> BTreeSet<&'static str> {
        let mut out = BTreeSet::new();
        if let Some(value) = table.get("select") {
            let selected = self.rules_or_groups("select", value);
            out.extend(unselected(self.rules, &selected));
        }
        if let Some(value) = table.get("deselect") {
            out.extend(self.rules_or_groups("deselect", value));
        }
        out
    }

    /// The rules that a list names, by their own names, their codes, the names of their groups or `all`.
    fn rules_or_groups(&mut self, key: &str, value: &TomlValue<'_>) -> BTreeSet<&'static str> {
        let mut out = BTreeSet::new();
        for (place, name) in self.texts(key, value) {
            let named = self.rules.iter().filter(|rule| rule.is_selected_by(&name));
            let named: Vec<_> = named.map(|rule| rule.name).collect();
            out.extend(&named);
            if named.is_empty() {
                let known = self.rules.iter().flat_map(|rule| [rule.name, rule.group]);
                let known: BTreeSet<&str> = known.chain([ALL_RULES]).collect();
                let known: Vec<&str> = known.into_iter().collect();
                self.unknown(&name, &place, "rule or group", &known, "rules and groups");
            }
        }
        out
    }

    fn severities(&mut self, key: &str, value: &TomlValue<'_>) -> Severities {
        let mut out = Severities::new();
        let Some(table) = self.table(key, value) else { return out };
        for (name, value) in table {
            let called = self.rules_called(name.get_ref(), &name.span());
            let Some(word) = self.text(name.get_ref(), value) else { continue };
            let severity = match word.as_str() {
                "off" => None,
                "advice" => Some(Severity::Advice),
                "warning" => Some(Severity::Warning),
                "error" => Some(Severity::Error),
                _ => {
                    self.unknown(&word, &value.span(), "severity", &SEVERITIES, "severities");
                    continue;
                }
            };
            out.extend(called.into_iter().map(|rule| (rule.to_owned(), severity)));
        }
        out
    }

    fn overrides(&mut self, value: &TomlValue<'_>) -> Vec<Override> {
        let mut out = Vec::new();
        for (place, table) in self.tables("overrides", value) {
            self.keys(table, &OVERRIDE_KEYS);
            let severities = table.get("rules").map(|value| self.severities("rules", value));
            let paths = table.get("paths").map(|value| self.globs("paths", value));
            self.require(table, "paths", "overrides", &place, "patterns for the files that they apply to");
            self.require(
                table,
                "rules",
                "overrides",
                &place,
                "the severities of rules for these files, such as rules = { code-gap = \"advice\" }",
            );
            out.extend(paths.zip(severities).map(|(paths, severities)| Override { paths, severities }));
        }
        out
    }

    /// Reports a key that a table must have but does not.
    pub(super) fn require(
        &mut self,
        table: &DeTable<'_>,
        key: &str,
        of: &str,
        place: &Range<usize>,
        what: &str,
    ) {
        if !table.contains_key(key) {
            let message = format!("`{key}` is missing from [[{of}]]");
            self.mistake(place, key, message, format!("add `{key}`: {what}"));
        }
    }

    fn globs(&mut self, key: &str, value: &TomlValue<'_>) -> Globs {
        let texts = self.texts(key, value);
        let mut good = Vec::new();
        for (place, text) in texts {
            match Globs::new(std::slice::from_ref(&text)) {
                Ok(_) => good.push(text),
                Err(why) => self.bad_pattern(key, &place, &text, &why),
            }
        }
        Globs::new(&good).unwrap_or_else(|why| {
            self.bad_pattern(key, &value.span(), &good.join(", "), &why);
            Globs::default()
        })
    }

    pub(super) fn bad_pattern(&mut self, key: &str, place: &Range<usize>, text: &str, why: &str) {
        let message = format!("`{text}` is not a pattern for paths: {why}");
        self.mistake(
            place,
            key,
            message,
            "write a pattern such as \"drafts/*.json\" or \"archive\"".to_owned(),
        );
    }

    fn options(&mut self, value: &TomlValue<'_>) -> BTreeMap<String, BTreeMap<String, usize>> {
        let mut out = BTreeMap::new();
        let Some(table) = self.table("options", value) else { return out };
        for (rule, value) in table {
            if !self.is_rule(rule.get_ref(), &rule.span()) {
                continue;
            }
            let rules = self.rules;
            let known = rules.iter().find(|known| known.name == rule.get_ref().as_ref());
            let options = known.map_or(&[][..], |known| &known.options);
            if options.is_empty() {
                let message = format!("the rule `{}` has no options", rule.get_ref());
                self.mistake(&rule.span(), rule.get_ref(), message, "remove this table".to_owned());
                continue;
            }
            let Some(table) = self.table(rule.get_ref(), value) else { continue };
            self.keys(table, options);
            let values = table.iter().filter(|(name, _)| options.contains(&name.get_ref().as_ref()));
            let values: Vec<_> = values
                .filter_map(|(name, value)| Some((name, self.number(name.get_ref(), value)?)))
                .collect();
            let values = values.into_iter().map(|(name, value)| (name.get_ref().to_string(), value));
            out.insert(rule.get_ref().to_string(), values.collect());
        }
        out
    }
}
