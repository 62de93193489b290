//! Ignores: which findings they silence, and which of them are stale.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::mem;

use crate::config::{Config, Ignore, Settings};
use crate::diagnostic::{Diagnostic, Ignored, Label, Severity, StatedIn};
use crate::model::{self, Document, Field};
use crate::source::{SourceId, Span, Text};

const UNUSED: &str = "unused-ignore";
const EXPIRED: &str = "expired-ignore";

/// The ignores that apply to one file, which of them have matched, and the findings that they hid.
#[derive(Debug, Default)]
pub struct Ignores<'s> {
    entries: Vec<IgnoreEntry<'s>>,
    /// The indices of the ignores for each target, in order.
    by_target: BTreeMap<IgnoreTarget<'s>, Vec<usize>>,
    ignored: Vec<Ignored>,
}

/// What an ignore is about: a rule, a subject and a JSON pointer.
type IgnoreTarget<'s> = (Cow<'s, str>, Option<Cow<'s, str>>, Option<Cow<'s, str>>);

#[derive(Debug)]
struct IgnoreEntry<'s> {
    ignore: Cow<'s, Ignore>,
    stated_in: StatedIn,
    state: State,
    /// The severity of the finding that reports it as stale; none if that rule is off.
    severity: Option<Severity>,
    /// Whether it matched a finding, or cannot be judged.
    matched: bool,
}

/// Whether an ignore hides anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    InForce,
    Expired,
    /// It is in a document, but the settings do not allow it there.
    Forbidden,
}

impl<'s> Ignores<'s> {
    /// The ignores in the settings for the file at this path, and those in the document itself. An ignore for a rule
    /// that does not run is never stale, nor is any if the document is cut off.
    #[must_use]
    pub fn new(
        settings: Option<&'s Settings>,
        path: &str,
        document: &Document<'_>,
        whole: bool,
        config: &Config,
    ) -> Self {
        Self::with(of_document(document), settings, path, whole, config)
    }

    /// The ignores in the settings for the file at this path, which has no ignores of its own.
    #[must_use]
    pub fn of_settings(settings: Option<&'s Settings>, path: &str, config: &Config) -> Self {
        Self::with(Vec::new(), settings, path, true, config)
    }

    fn with(
        own: Vec<Ignore>,
        settings: Option<&'s Settings>,
        path: &str,
        whole: bool,
        config: &Config,
    ) -> Self {
        let all = settings.map_or(&[][..], |settings| &settings.ignores);
        let about_it = all.iter().filter(|one| one.paths.as_ref().is_some_and(|paths| paths.matches(path)));
        let own = own.into_iter().map(|one| (Cow::Owned(one), StatedIn::Document));
        let entry = |(ignore, stated_in): (Cow<'s, Ignore>, StatedIn)| {
            let state = match stated_in {
                StatedIn::Document if config.forbids_document_ignores => State::Forbidden,
                _ if ignore.has_expired(config.today) => State::Expired,
                _ => State::InForce,
            };
            let rule = if state == State::Expired { EXPIRED } else { UNUSED };
            let runs = config.severity(&ignore.rule, Severity::Warning).is_some();
            let matched = !whole || !runs;
            IgnoreEntry {
                severity: config.severity(rule, Severity::Warning),
                ignore,
                stated_in,
                state,
                matched,
            }
        };
        let entries: Vec<IgnoreEntry<'s>> =
            about_it.map(|one| (Cow::Borrowed(one), StatedIn::Settings)).chain(own).map(entry).collect();
        let mut by_target = BTreeMap::<IgnoreTarget<'_>, Vec<usize>>::new();
        for (number, IgnoreEntry { ignore, .. }) in entries.iter().enumerate() {
            let own = |text: &Option<String>| text.clone().map(Cow::Owned);
            let target = (ignore.rule.clone().into(), own(&ignore.subject), own(&ignore.pointer));
            by_target.entry(target).or_default().push(number);
        }
        Self { entries, by_target, ignored: Vec::new() }
    }

    /// The findings that are not ignored; the others are kept as ignored.
    #[must_use]
    pub fn filter(&mut self, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        if self.entries.is_empty() {
            return found;
        }
        found.into_iter().filter_map(|one| self.unless_ignored(one)).collect()
    }

    /// Whether there are no ignores.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Where the document itself says what to ignore, by offsets: findings about its ignores point there.
    pub fn offsets(&self) -> impl Iterator<Item = u32> {
        let own = self.entries.iter().filter(|entry| entry.stated_in == StatedIn::Document);
        own.flat_map(|entry| [entry.ignore.place.span.start, entry.ignore.place.span.end])
    }

    /// The findings ignored so far, each with the first reason given for it.
    #[must_use]
    pub fn ignored(&self) -> &[Ignored] {
        &self.ignored
    }

    /// Takes out the findings ignored so far.
    #[must_use]
    pub fn take_ignored(&mut self) -> Vec<Ignored> {
        mem::take(&mut self.ignored)
    }

    /// The finding, unless it is ignored.
    fn unless_ignored(&mut self, found: Diagnostic) -> Option<Diagnostic> {
        let mut likely: Vec<usize> = Vec::new();
        for subject in [Some(found.subject.as_str()), None] {
            for pointer in
                found.pointer.iter().flat_map(|pointer| enclosing_pointers(pointer)).map(Some).chain([None])
            {
                let target = (found.rule.into(), subject.map(Cow::Borrowed), pointer.map(Cow::Borrowed));
                likely.extend(self.by_target.get(&target).into_iter().flatten());
            }
        }
        likely.sort_unstable();
        let mut hides = None;
        for number in likely {
            let entry = &mut self.entries[number];
            if entry.ignore.matches(&found) {
                entry.matched = true;
                hides = hides.or((entry.state == State::InForce).then_some(number));
            }
        }
        let entry = hides.map(|number| &self.entries[number]);
        let Some(entry) = entry else { return Some(found) };
        let (reason, stated_in) = (entry.ignore.reason.clone(), entry.stated_in);
        self.ignored.push(Ignored { diagnostic: found, reason, stated_in });
        None
    }
}

/// The pointers to a value and to everything that contains it.
fn enclosing_pointers(pointer: &str) -> impl Iterator<Item = &str> {
    pointer.match_indices('/').map(|(end, _)| &pointer[..end]).chain([pointer])
}

/// The findings about the ignores of all files of a run: those that matched nothing, those that have expired and
/// those that are forbidden.
#[must_use]
pub fn stale<'i>(all: impl IntoIterator<Item = &'i Ignores<'i>>) -> Vec<Diagnostic> {
    let mut by_place: BTreeMap<(SourceId, Span), (&IgnoreEntry<'_>, bool)> = BTreeMap::new();
    for entry in all.into_iter().flat_map(|ignores| &ignores.entries) {
        let place = (entry.ignore.place.source, entry.ignore.place.span);
        by_place.entry(place).or_insert((entry, false)).1 |= entry.matched;
    }
    by_place.into_values().filter_map(|(entry, matched)| entry.report(matched)).collect()
}

impl IgnoreEntry<'_> {
    fn report(&self, matched: bool) -> Option<Diagnostic> {
        let severity = self.severity?;
        let ignore = &self.ignore;
        let (rule, message, help) = match self.state {
            State::InForce if matched => return None,
            State::InForce => (
                UNUSED,
                "this ignore matches no finding".to_owned(),
                "remove this ignore, or write its rule and subject exactly as the finding shows them",
            ),
            State::Expired => (
                EXPIRED,
                ignore
                    .until
                    .map_or_else(String::new, |until| format!("this ignore ended on {}", until.in_words())),
                "fix the finding and remove this ignore, or give the ignore a later date",
            ),
            State::Forbidden => (
                UNUSED,
                "the settings do not allow ignores in documents".to_owned(),
                "remove it, or move it to [[ignore]] in `ksb.toml`",
            ),
        };
        let target = ignore.subject.as_ref().or(ignore.pointer.as_ref()).map_or("", String::as_str);
        let subject = format!("{} {target}", ignore.rule);
        let what = format!("this ignores `{}` findings about {target}", ignore.rule);
        let label = Label::new(ignore.place.source, ignore.place.span, what);
        Some(Diagnostic::new(rule, severity, subject, message, label).help(help))
    }
}

/// The ignores that a document carries; incomplete ones are reported by its schema, and hide nothing.
fn of_document(document: &Document<'_>) -> Vec<Ignore> {
    let source = document.source();
    document.about().ignores.iter().filter_map(|ignore| complete(ignore, source)).collect()
}

fn complete(ignore: &model::DocumentIgnore<'_>, source: SourceId) -> Option<Ignore> {
    let rule = ignore.rule.stated()?;
    if is_wrong(&ignore.subject) || is_wrong(&ignore.until) {
        return None;
    }
    let text = |field: &Field<Text<'_>>| field.stated().map(|text| text.as_str().to_owned());
    let subject = text(&ignore.subject);
    // An empty pointer leads to the whole document.
    let pointer = text(&ignore.pointer).or(ignore.pointer.empty().map(|_| String::new()));
    let until = text(&ignore.until).map(|until| until.parse()).transpose().ok()?;
    (subject.is_some() || pointer.is_some()).then_some(())?;
    let (reason, place) = (ignore.reason.stated()?.to_string(), Label::new(source, rule.span(), ""));
    Some(Ignore { paths: None, rule: rule.to_string(), subject, pointer, reason, until, place })
}

/// Whether there is something other than a text in a place that may be left out.
fn is_wrong(field: &Field<Text<'_>>) -> bool {
    matches!(field, Field::Empty(_) | Field::Unreadable(_))
}
