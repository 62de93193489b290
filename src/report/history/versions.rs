//! The versions of a standard, what each states about itself, and what really changed.

use crate::diff::Category;
use crate::model::{Field, Standard};
use crate::report::diff::{ComparedInput, DiffReport, NOT_STATED};
use crate::report::text::counted;
use crate::source::Text;

/// The history of a standard.
#[derive(Clone, Debug)]
pub struct HistoryReport<'a> {
    /// Its reference.
    pub reference: &'a str,
    /// Its versions, oldest first; there is at least one.
    pub versions: Vec<Version<'a>>,
    /// What changed from each version to the next: one fewer than there are versions.
    pub steps: Vec<DiffReport<'a>>,
    /// What was decided along the way, such as which of two files counts.
    pub remarks: Vec<String>,
    /// The version of this tool, without its name.
    pub tool_version: &'a str,
}

/// A version, with what it states about itself.
#[derive(Clone, Copy, Debug)]
pub struct Version<'a> {
    /// Where it comes from.
    pub input: ComparedInput<'a>,
    /// Its number.
    pub number: &'a str,
    /// Its title.
    pub title: Option<&'a str>,
    /// Its status.
    pub status: Option<&'a str>,
    /// The first day of starts.
    pub earliest_start: Option<&'a str>,
    /// The last day of starts.
    pub latest_start: Option<&'a str>,
    /// What changed in it, according to itself.
    pub stated: Option<&'a str>,
}

impl<'a> Version<'a> {
    /// What a standard states, or `None` if it does not state a version.
    #[must_use]
    pub fn new(standard: &'a Standard<'_>, input: ComparedInput<'a>) -> Option<Self> {
        let facts = &standard.facts;
        let number = text(&facts.version)?;
        let own = |entry: &&crate::model::LogEntry<'_>| text(&entry.version).is_none_or(|of| of == number);
        let stated = standard.version_log.iter().rev().find(own);
        Some(Self {
            input,
            number,
            title: text(&facts.title),
            status: text(&facts.status),
            earliest_start: text(&facts.dates.earliest_start),
            latest_start: text(&facts.dates.latest_start),
            stated: stated.and_then(|entry| text(&entry.detail)),
        })
    }
}

fn text<'a>(field: &'a Field<Text<'_>>) -> Option<&'a str> {
    field.stated().map(|text| text.trim()).filter(|text| !text.is_empty())
}

/// A line of the version log.
pub(super) struct LogLine<'a> {
    pub(super) version: &'a Version<'a>,
    /// What the step to it proposes. `None` for the first version, and where nothing differs.
    pub(super) category: Option<Category>,
    /// What really changed.
    pub(super) said: String,
}

/// The names of the columns of the version log.
pub(super) const COLUMNS: [&str; 6] =
    ["Version", "Status", "Earliest start", "Latest start", "Proposed category", "What changed"];

impl LogLine<'_> {
    /// The cells, in the order of [`COLUMNS`].
    pub(super) fn cells(&self) -> [String; 6] {
        let stated = |text: Option<&str>| text.unwrap_or(NOT_STATED).to_owned();
        [
            self.version.number.to_owned(),
            stated(self.version.status),
            stated(self.version.earliest_start),
            stated(self.version.latest_start),
            self.category.map_or("–", Category::name).to_owned(),
            self.said.clone(),
        ]
    }
}

impl HistoryReport<'_> {
    /// The title of the last version.
    pub(super) fn title(&self) -> &str {
        self.versions.iter().rev().find_map(|version| version.title).unwrap_or_default()
    }

    /// What it is the history of: `ST9901 Canal lock keeper: 2 versions`.
    pub(super) fn heading(&self) -> String {
        let count = counted(self.versions.len(), "version", "versions").unwrap_or_default();
        match self.title() {
            "" => format!("{}: {count}", self.reference),
            title => format!("{} {title}: {count}", self.reference),
        }
    }

    /// The version log, oldest first.
    pub(super) fn log(&self) -> Vec<LogLine<'_>> {
        let first = std::iter::once(None);
        let steps = first.chain(self.steps.iter().map(Some));
        let line = |(version, step): (_, Option<&DiffReport<'_>>)| LogLine {
            version,
            category: step.and_then(DiffReport::category),
            said: match step {
                None => "The first version in these files.".to_owned(),
                Some(step) => step.said(),
            },
        };
        self.versions.iter().zip(steps).map(line).collect()
    }

    /// The steps with the versions that they lead from and to.
    pub(super) fn steps(&self) -> impl Iterator<Item = (&Version<'_>, &Version<'_>, &DiffReport<'_>)> {
        let pairs = self.versions.windows(2).zip(&self.steps);
        pairs.map(|(pair, step)| (&pair[0], &pair[1], step))
    }
}

/// What a version says about itself, as a sentence.
pub(super) fn stated(version: &Version<'_>) -> String {
    match version.stated {
        Some(stated) => format!("The record says: “{stated}”"),
        None => "The record does not say what changed.".to_owned(),
    }
}
