//! What documents of each format can show at all.

use super::{Field, Format, Standard, Statement};

/// A part of a standard that some formats never show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Reference,
    Occupation,
    Title,
    Status,
    Level,
    Route,
    Soc,
    Regulated,
    Duration,
    Review,
    Salary,
    DateUpdated,
    Overview,
    Summary,
    JobTitles,
    Keywords,
    Duties,
    Mapping,
    Statements,
    /// What only native documents state.
    NativeOnly,
}

/// What a page of a standard shows, saved as HTML or as text.
const STANDARD_PAGE: &[Part] = &[
    Part::Reference,
    Part::Title,
    Part::Level,
    Part::Route,
    Part::Regulated,
    Part::DateUpdated,
    Part::Summary,
    Part::JobTitles,
    Part::Duties,
    Part::Mapping,
    Part::Statements,
];

/// What a page of the occupational map shows.
const MAP_PAGE: &[Part] = &[
    Part::Occupation,
    Part::Title,
    Part::Status,
    Part::Level,
    Part::Route,
    Part::Soc,
    Part::Salary,
    Part::Overview,
    Part::Summary,
    Part::JobTitles,
    Part::Keywords,
    Part::Duties,
    Part::Statements,
];

/// What a page of the old template shows.
const RETIRED_PAGE: &[Part] = &[Part::Title, Part::Level, Part::Duration, Part::Review, Part::Overview];

/// What the standards API does not give.
const NOT_IN_STANDARDS_API: &[Part] = &[Part::Occupation, Part::Soc, Part::Review, Part::Salary];

impl Part {
    /// Whether documents of `format` can show it.
    fn is_shown(self, format: Format) -> bool {
        match format {
            Format::NativeJson | Format::DraftText | Format::OccupationalMapText => true,
            Format::OccupationPageHtml | Format::StandardPageText => STANDARD_PAGE.contains(&self),
            Format::MapPageText | Format::OccupationPageText => MAP_PAGE.contains(&self),
            Format::RetiredPageText => RETIRED_PAGE.contains(&self),
            Format::StandardsApi => !NOT_IN_STANDARDS_API.contains(&self),
            Format::MapsApi => MAP_PAGE.contains(&self) || self == Self::Mapping,
        }
    }
}

impl Standard<'_> {
    /// Whether it is a typed draft with technical statements and no others: a draft does not say what kind of standard it
    /// is of, and these are of a foundation apprenticeship or a unit.
    #[must_use]
    pub fn is_technical_draft(&self) -> bool {
        let statements = self.statements.items();
        let is_technical = |statement: &Statement<'_>| statement.kind.plain() != statement.kind;
        self.format == Format::DraftText && !statements.is_empty() && statements.iter().all(is_technical)
    }

    /// Turns what is missing into what is not shown, as far as documents of `format` never show it,
    /// and the duties where such standards have none. Every reader ends with this.
    pub(crate) fn hide_unshown(&mut self, format: Format) {
        self.hide_facts(format);
        let hides = |part: Part| !part.is_shown(format);
        hide(hides(Part::Summary), &mut self.summary);
        hide(hides(Part::JobTitles), &mut self.typical_job_titles);
        hide(hides(Part::Keywords), &mut self.keywords);
        hide(hides(Part::NativeOnly), &mut self.options);
        hide(hides(Part::Duties) || !self.kind.has_duties(), &mut self.duties);
        hide(hides(Part::Statements), &mut self.statements);
        for duty in self.duties.stated_mut().into_iter().flat_map(|list| &mut list.items) {
            hide(hides(Part::Mapping), &mut duty.mapping);
        }
    }

    /// Turns what a typed text does not state into what it does not show, where nothing in it says that it was meant to:
    /// the facts of a standard where it states none, duties or statements where it has only the others.
    pub(crate) fn hide_unmeant(&mut self) {
        let facts = &mut self.facts;
        let states_facts =
            !(facts.title.is_missing() && facts.level.is_missing() && facts.reference.is_missing());
        let is_list = self.duties.is_missing() && self.summary.is_missing() && !self.statements.is_missing();
        if states_facts && !is_list {
            return;
        }
        for text in
            [&mut facts.title, &mut facts.reference, &mut facts.status, &mut facts.version, &mut facts.route]
        {
            hide(true, text);
        }
        hide(true, &mut facts.level);
        hide(true, &mut self.summary);
        hide(true, &mut self.typical_job_titles);
        hide(true, &mut self.duties);
        hide(true, &mut self.statements);
    }

    fn hide_facts(&mut self, format: Format) {
        let hides = |part: Part| !part.is_shown(format);
        let facts = &mut self.facts;
        hide(hides(Part::Reference), &mut facts.reference);
        hide(hides(Part::Occupation), &mut facts.occupation);
        hide(hides(Part::Title), &mut facts.title);
        hide(hides(Part::Status), &mut facts.status);
        hide(hides(Part::Level), &mut facts.level);
        hide(hides(Part::Route), &mut facts.route);
        hide(hides(Part::Soc), &mut facts.soc.unit_group);
        hide(hides(Part::Soc), &mut facts.soc.sub_unit_groups);
        hide(hides(Part::Regulated), &mut facts.regulated);
        hide(hides(Part::Duration), &mut facts.typical_duration);
        hide(hides(Part::Review), &mut facts.review_after);
        hide(hides(Part::Salary), &mut facts.salary);
        hide(hides(Part::DateUpdated), &mut facts.dates.updated);
        hide(hides(Part::Overview), &mut facts.overview);
        let native_only = hides(Part::NativeOnly);
        hide(native_only, &mut facts.max_funding);
        for field in [&mut facts.version, &mut facts.pathway, &mut facts.cluster, &mut facts.lars_code] {
            hide(native_only, field);
        }
        let dates = &mut facts.dates;
        for date in [&mut dates.created, &mut dates.approved, &mut dates.earliest_start] {
            hide(native_only, date);
        }
        hide(native_only, &mut dates.latest_start);
        hide(native_only, &mut dates.latest_end);
    }
}

fn hide<T>(hides: bool, field: &mut Field<T>) {
    if hides && field.is_missing() {
        *field = Field::NotShown;
    }
}
