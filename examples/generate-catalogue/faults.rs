//! Which faults there are, and in which standards they are planted: one in each, so that each
//! causes its own finding and no other.

use std::collections::{BTreeMap, BTreeSet};

use super::catalogue::Made;
use super::content::Sort;
use super::manifest::Finding;
use super::outline::{Last, Outline};
use super::plant::{self, Planted};
use super::prng::Rng;
use super::write::Shape;

/// What a standard must be like for a fault to be planted in it.
#[derive(Clone, Copy)]
pub(crate) enum Need {
    /// An apprenticeship with one version, 1.0, that is approved.
    Single,
    /// A foundation apprenticeship, or a unit, with one version.
    SingleOf(Sort),
    /// An apprenticeship with several versions, the last of which is approved.
    Several,
    /// The same, with options.
    Options,
    /// A `Single` before another apprenticeship, which must not have a fault either.
    Leader,
}

impl Need {
    fn is_met_by(self, outline: &Outline) -> bool {
        let is_single = outline.versions == 1 && outline.last == Last::Approved && outline.first_major == 1;
        let is_several = outline.versions > 1 && outline.last == Last::Approved;
        let is_plain = outline.sort == Sort::Apprenticeship && !outline.has_options && !outline.is_history();
        match self {
            Self::Single | Self::Leader => is_plain && is_single,
            Self::SingleOf(sort) => outline.sort == sort && is_single,
            Self::Several => is_plain && is_several,
            Self::Options => outline.has_options && is_several,
        }
    }
}

/// Plants the fault number `copy` of its kind, and says where.
type Plant = fn(&mut Made, copy: usize, rng: &mut Rng) -> Planted;

/// A kind of fault.
#[derive(Clone, Copy)]
pub(crate) struct Fault {
    name: &'static str,
    rule: &'static str,
    severity: &'static str,
    need: Need,
    /// Whether native documents have no place for it.
    only_api: bool,
    plant: Plant,
}

const ERROR: &str = "error";
const WARNING: &str = "warning";

const fn fault(
    name: &'static str,
    rule: &'static str,
    severity: &'static str,
    need: Need,
    plant: Plant,
) -> Fault {
    Fault { name, rule, severity, need, only_api: false, plant }
}

const fn in_api(fault: Fault) -> Fault {
    Fault { only_api: true, ..fault }
}

/// All kinds of fault.
const FAULTS: &[Fault] = &[
    in_api(fault("missing field", "missing-field", ERROR, Need::Single, plant::missing_field)),
    fault("bad reference", "reference-format", ERROR, Need::Single, plant::reference),
    fault("bad version", "version-format", ERROR, Need::Single, plant::version_format),
    fault("LARS code of another standard", "lars-shared", ERROR, Need::Leader, plant::lars_shared),
    fault("LARS code that is no number", "lars-format", ERROR, Need::Single, plant::lars_format),
    fault(
        "LARS code that is no number",
        "lars-format",
        ERROR,
        Need::SingleOf(Sort::Foundation),
        plant::lars_format,
    ),
    fault(
        "bad LARS code of a unit",
        "lars-format",
        ERROR,
        Need::SingleOf(Sort::Unit),
        plant::lars_format_of_unit,
    ),
    fault("LARS code back to 0", "lars-reset", ERROR, Need::Several, plant::lars_reset),
    fault("two approved versions", "several-approved", ERROR, Need::Several, plant::several_approved),
    in_api(fault("version left out", "version-gap", ERROR, Need::Several, plant::version_gap)),
    fault("start dates overlap", "start-dates-not-contiguous", ERROR, Need::Several, plant::start_dates),
    fault(
        "retired without a LARS code",
        "retired-without-lars",
        ERROR,
        Need::Single,
        plant::retired_without_lars,
    ),
    in_api(fault(
        "other version number",
        "version-number-mismatch",
        ERROR,
        Need::Single,
        plant::version_number,
    )),
    fault("no title", "missing-title", ERROR, Need::Single, plant::no_title),
    fault("space before the title", "stray-whitespace", WARNING, Need::Single, plant::title_space),
    fault("unknown status", "status-name", WARNING, Need::Several, plant::status),
    fault("no such day", "date-invalid", ERROR, Need::Single, plant::date),
    fault("option with two titles", "options-changed", ERROR, Need::Options, plant::options_changed),
    fault("option taken out", "options-removed", ERROR, Need::Options, plant::options_removed),
    in_api(fault("no LARS code for long", "lars-overdue", WARNING, Need::Single, plant::lars_overdue)),
    in_api(fault(
        "first version not approved",
        "first-version-status",
        WARNING,
        Need::Single,
        plant::first_status,
    )),
    in_api(fault("core without options", "core-without-options", WARNING, Need::Single, plant::core_only)),
    fault("unknown route", "route-name", WARNING, Need::Single, plant::route),
    fault("duty needs what is not listed", "dangling-code", ERROR, Need::Single, plant::dangling),
    fault("statement under no duty", "unmapped-ksb", ERROR, Need::Single, plant::unmapped),
    fault("duty without words", "stub-statement", ERROR, Need::Single, plant::stub),
    fault("two options with one id", "duplicate-option", ERROR, Need::Options, plant::duplicate_option),
    fault("nothing changed", "identical-versions", "advice", Need::Several, plant::identical),
    in_api(fault("degree or not", "contradictory-flags", WARNING, Need::Single, plant::degree)),
    in_api(fault("options or not", "contradictory-flags", WARNING, Need::Options, plant::options_unflagged)),
    in_api(fault("regulated or not", "contradictory-flags", WARNING, Need::Single, plant::regulated)),
    fault("near duplicate", "near-duplicate-statement", WARNING, Need::Single, plant::near_duplicate),
    fault("duplicate", "duplicate-statement", ERROR, Need::Single, plant::duplicate),
    fault("HTML in a statement", "page-residue", WARNING, Need::Single, plant::html),
    fault("no-break space in a statement", "page-residue", WARNING, Need::Single, plant::no_break_space),
    fault("no statements", "no-statements", ERROR, Need::Several, plant::no_statements),
];

/// How many records there are for each additional fault of each kind; there are always at least two.
const RECORDS_A_FAULT: usize = 1000;

/// The faults of a catalogue.
#[derive(Default)]
pub(crate) struct Faults {
    /// By the position of the standard: the fault, and which of its kind it is.
    found: BTreeMap<usize, (&'static Fault, usize)>,
    /// The standards that a fault in another one mentions.
    partners: BTreeSet<usize>,
}

impl Faults {
    /// Finds standards for faults. Where a catalogue is too small for all, some are left out.
    pub(crate) fn spread(seed: u64, outlines: &[Outline], records: usize, shape: Shape) -> Self {
        let mut faults = Self::default();
        let copies = (records / RECORDS_A_FAULT).max(2);
        let kinds = FAULTS.iter().filter(|fault| shape != Shape::Native || !fault.only_api);
        for (kind, fault) in kinds.enumerate() {
            for copy in 0..copies {
                let start = Rng::of(&[seed, kind as u64, copy as u64, 7]).below(outlines.len());
                let mut places = (start..outlines.len()).chain(0..start);
                if let Some(place) = places.find(|place| faults.can_take(fault.need, *place, outlines)) {
                    faults.found.insert(place, (fault, copy));
                    if matches!(fault.need, Need::Leader) {
                        faults.partners.insert(place + 1);
                    }
                }
            }
        }
        faults
    }

    fn can_take(&self, need: Need, place: usize, outlines: &[Outline]) -> bool {
        let is_free = |outline: &Outline| !self.has(outline.index) && outline.sort == Sort::Apprenticeship;
        let has_partner = !matches!(need, Need::Leader) || outlines.get(place + 1).is_some_and(is_free);
        !self.has(place) && need.is_met_by(&outlines[place]) && has_partner
    }

    /// Whether the standard at `place` is involved in a fault.
    pub(crate) fn has(&self, place: usize) -> bool {
        self.found.contains_key(&place) || self.partners.contains(&place)
    }

    /// Plants the fault of a standard, if it should have one, and says what must be found.
    pub(crate) fn plant(
        &self,
        seed: u64,
        outline: &Outline,
        shape: Shape,
        made: &mut Made,
    ) -> Option<Finding> {
        let (fault, copy) = self.found.get(&outline.index)?;
        let mut rng = Rng::of(&[seed, outline.index as u64, 8]);
        let (place, subject) = (fault.plant)(made, *copy, &mut rng);
        // In a record, what is not listed has no code.
        let subject = subject.filter(|subject| shape == Shape::Native || !subject.contains('→'));
        let record = made.versions[place].name();
        Some(Finding { record, rule: fault.rule, subject, severity: fault.severity, fault: fault.name })
    }
}
