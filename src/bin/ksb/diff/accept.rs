//! Changes that a reviewer has accepted, by fingerprint, each with a reason and perhaps an end date.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use ksb::config::Date;
use ksb::diff::{Change, ChangeId, Fingerprint};
use serde::Deserialize;

use ksb::project::shown;

use crate::exit::Failure;

/// The accepted changes in a file; empty if no file was given.
#[derive(Debug, Default)]
pub(crate) struct Accepted {
    file: String,
    entries: Vec<AcceptedChange>,
    /// Which of them has a given fingerprint.
    places: BTreeMap<Fingerprint, usize>,
}

#[derive(Debug)]
struct AcceptedChange {
    fingerprint: Fingerprint,
    id: Option<ChangeId>,
    reason: String,
    until: Option<Date>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    accept: Vec<WrittenEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenEntry {
    fingerprint: String,
    id: Option<String>,
    reason: String,
    until: Option<String>,
}

impl Accepted {
    /// The accepted changes in the text of `file`.
    pub(crate) fn parse(file: &Path, text: &str) -> Result<Self, Failure> {
        let file = shown(file);
        let wrong = |why: String| Failure(format!("`{file}`: {why}"));
        let written: Written = toml::from_str(text).map_err(|error| wrong(error.to_string()))?;
        let (mut entries, mut places) = (Vec::new(), BTreeMap::new());
        for (index, one) in written.accept.into_iter().enumerate() {
            let one = entry(one).map_err(|why| wrong(format!("entry {}: {why}", index + 1)))?;
            if places.insert(one.fingerprint, index).is_some() {
                return Err(wrong(format!("{} is accepted twice", one.fingerprint)));
            }
            entries.push(one);
        }
        Ok(Self { file, entries, places })
    }

    /// Why a change is accepted today, or `None` if it is not.
    pub(crate) fn reason(&self, change: &Change<'_>, today: Date) -> Option<&str> {
        let entry = &self.entries[*self.places.get(&change.fingerprint)?];
        (entry.is_of(change) && !entry.has_expired(today)).then_some(entry.reason.as_str())
    }

    /// What to report about entries that accept nothing, now that these changes have been seen.
    pub(crate) fn remarks<'a>(
        &self,
        changes: impl Iterator<Item = &'a Change<'a>>,
        today: Date,
    ) -> Vec<String> {
        let mut seen = BTreeMap::<Fingerprint, BTreeSet<ChangeId>>::new();
        for change in changes {
            seen.entry(change.fingerprint).or_default().insert(change.id);
        }
        self.entries.iter().filter_map(|entry| self.remark(entry, &seen, today)).collect()
    }

    fn remark(
        &self,
        entry: &AcceptedChange,
        seen: &BTreeMap<Fingerprint, BTreeSet<ChangeId>>,
        today: Date,
    ) -> Option<String> {
        let none = BTreeSet::new();
        let ids = seen.get(&entry.fingerprint).unwrap_or(&none);
        let what = match (ids.first(), entry.until) {
            (None, _) => "does not match any change: remove it".to_owned(),
            (Some(id), _) if entry.id.is_some_and(|given| !ids.contains(&given)) => {
                format!("has the wrong `id`, so it accepts nothing: this fingerprint belongs to {id}")
            }
            (Some(_), Some(until)) if entry.has_expired(today) => {
                format!("expired at the end of {}: review it again", until.in_words())
            }
            _ => return None,
        };
        Some(format!("`{}`: the entry for {} ({}) {what}", self.file, entry.fingerprint, entry.reason))
    }
}

impl AcceptedChange {
    fn is_of(&self, change: &Change<'_>) -> bool {
        self.fingerprint == change.fingerprint && self.id.is_none_or(|id| id == change.id)
    }

    /// The last day counts.
    fn has_expired(&self, today: Date) -> bool {
        self.until.is_some_and(|until| until < today)
    }
}

fn entry(written: WrittenEntry) -> Result<AcceptedChange, String> {
    let digits = &written.fingerprint;
    let shaped = digits.len() == 16 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    let number = u64::from_str_radix(digits, 16).ok().filter(|_| shaped);
    let fingerprint = number
        .map(Fingerprint)
        .ok_or_else(|| format!("`{digits}` is not a fingerprint: copy all 16 digits from `--format json`"))?;
    let known =
        |name: &String| ChangeId::from_name(name).ok_or_else(|| format!("there is no change `{name}`"));
    let id = written.id.as_ref().map(known).transpose()?;
    if written.reason.trim().is_empty() {
        return Err(format!("{fingerprint} needs a reason"));
    }
    let until = written.until.as_deref().map(str::parse).transpose()?;
    Ok(AcceptedChange { fingerprint, id, reason: written.reason, until })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Result<Accepted, String> {
        Accepted::parse(Path::new("accepted.toml"), text).map_err(|failure| failure.0)
    }

    #[test]
    fn what_is_wrong_with_an_entry_is_said() {
        let wrong = [
            ("[[accept]]\nfingerprint = \"0123456789abcdef\"", "missing field `reason`"),
            ("[[accept]]\nfingerprint = \"0123456789abcdef\"\nreason = \" \"", "needs a reason"),
            ("[[accept]]\nfingerprint = \"12\"\nreason = \"r\"", "`12` is not a fingerprint"),
            ("[[accept]]\nfingerprint = \"+123456789abcdef\"\nreason = \"r\"", "is not a fingerprint"),
            ("[[accept]]\nfingerprint = \"0123456789abcdef\"\nreason = \"r\"\nid = \"x\"", "no change `x`"),
            (
                "[[accept]]\nfingerprint = \"0123456789abcdef\"\nreason = \"r\"\nuntil = \"soon\"",
                "is not a date",
            ),
            ("[[acept]]\n", "unknown field `acept`"),
        ];
        for (text, message) in wrong {
            let error = parsed(text).expect_err(text);
            assert!(error.contains(message), "{error}");
        }
    }

    #[test]
    fn one_fingerprint_has_one_entry() {
        let entry = "[[accept]]\nfingerprint = \"0123456789abcdef\"\nreason = \"r\"\n";
        assert!(parsed(entry).is_ok());
        assert!(parsed(&entry.repeat(2)).expect_err("twice").contains("accepted twice"));
    }
}
