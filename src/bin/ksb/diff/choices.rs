//! What the user chose for a comparison, apart from what is compared.

use ksb::config::Date;
use ksb::diff::set::Fate;
use ksb::diff::{Categories, Category, Change, Choices};
use ksb::report::diff::{DiffReport, DiffSet};

use super::accept::Accepted;
use super::pairing::user_pairs;
use crate::cli::DiffArgs;
use ksb::project::{Disk, read_text};

use crate::date::today;
use crate::exit::Failure;

/// How many of the changes that fail a run are listed.
const LISTED: usize = 20;

/// The choices of a run.
#[derive(Debug, Default)]
pub(crate) struct RunChoices {
    /// The choices that the comparison itself depends on.
    pub(crate) comparison: Choices,
    accepted: Accepted,
    today: Option<Date>,
    least: Option<Category>,
}

impl RunChoices {
    /// Reads the files that the command line names.
    pub(crate) fn new(args: &DiffArgs) -> Result<Self, Failure> {
        let user_pairs = user_pairs(args.pairing.as_deref(), &args.pair, &args.no_pair, args.max_size)?;
        let accepted = match &args.accept {
            Some(file) => Accepted::parse(file, &read_text(&Disk, file, args.max_size)?)?,
            None => Accepted::default(),
        };
        let names: Vec<(String, Category)> =
            args.category.iter().map(|(id, category)| (id.name(), *category)).collect();
        let categories = Categories::with(names.iter().map(|(name, category)| (name.as_str(), *category)))
            .map_err(|unknown| Failure(format!("there is no change `{}`", unknown.name)))?;
        Ok(Self {
            comparison: Choices { user_pairs, categories },
            accepted,
            today: Some(args.today.unwrap_or_else(today)),
            least: args.fail_on.category(),
        })
    }

    /// Whether the user said anything about the pairing.
    pub(crate) fn has_user_pairs(&self) -> bool {
        let user_pairs = &self.comparison.user_pairs;
        !(user_pairs.pairs().is_empty() && user_pairs.ruled_out().is_empty())
    }

    /// Whether the exit code depends on the changes.
    pub(crate) fn is_gate(&self) -> bool {
        self.least.is_some()
    }

    /// What to report about accepted changes that accept nothing.
    pub(crate) fn remarks(&self, set: &DiffSet<'_>) -> Vec<String> {
        let changes = set.reports.iter().flat_map(|report| &report.comparison.changes);
        self.today.map_or_else(Vec::new, |today| self.accepted.remarks(changes, today))
    }

    /// Why the run fails, as lines for standard error, or `None` if it does not.
    pub(crate) fn failing(&self, set: &DiffSet<'_>) -> Option<Vec<String>> {
        let (least, today) = (self.least?, self.today?);
        let mut lines = Vec::new();
        let mut accepted = 0;
        for report in &set.reports {
            for change in weighty(report, least) {
                match self.accepted.reason(change, today) {
                    Some(_) => accepted += 1,
                    None => lines.push(line(report, change)),
                }
            }
        }
        if least <= Fate::Removed.category(None) {
            let whole = set.uncompared.only_old.iter().chain(&set.uncompared.only_new);
            lines.extend(whole.map(|one| format!("{}: a whole standard was added or removed", one.name)));
        }
        if lines.is_empty() {
            return None;
        }
        let (count, more) = (lines.len(), lines.len().saturating_sub(LISTED));
        lines.truncate(LISTED);
        if more > 0 {
            lines.push(format!("… and {more} more"));
        }
        let changes = if count == 1 { "change is" } else { "changes are" };
        let accepted = if accepted == 0 { String::new() } else { format!(" ({accepted} more accepted)") };
        lines.insert(0, format!("{count} {changes} at or above {}{accepted}:", least.name()));
        Some(lines)
    }
}

/// The changes in a report that are at or above a category.
fn weighty<'a>(report: &'a DiffReport<'a>, least: Category) -> impl Iterator<Item = &'a Change<'a>> {
    let is_weighty = move |change: &&Change<'_>| change.counts() && change.proposal.category >= least;
    report.comparison.changes.iter().filter(is_weighty)
}

/// A change by its fingerprint, id and what it is about.
fn line(report: &DiffReport<'_>, change: &Change<'_>) -> String {
    let old = change.old.iter().map(|&item| report.comparison.old.items[item].subject());
    let new = change.new.iter().map(|&item| report.comparison.new.items[item].subject());
    let about = match (old.collect::<Vec<_>>().join("+"), new.collect::<Vec<_>>().join("+")) {
        (old, new) if old.is_empty() => new,
        (old, new) if new.is_empty() || old == new => old,
        (old, new) => format!("{old} → {new}"),
    };
    let about = match change.field {
        Some(field) if about.is_empty() => field.label().to_lowercase(),
        _ => about,
    };
    let category = change.proposal.category.name();
    let within = report.new.document.map_or_else(String::new, |document| format!(" in {document}"));
    format!("{} {category}[{}] {about}{within}", change.fingerprint, change.id)
}
