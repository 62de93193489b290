//! What documents in each format can show at all.

use crate::model::{FACTS, FactId, FactRow, FactValueMut, Field, Format, PageKind, Standard};

/// A part of a standard, besides its facts, that some formats never show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HiddenPart {
    Summary,
    JobTitles,
    Keywords,
    Options,
    Duties,
    Mapping,
    Statements,
}

/// What a page of a standard shows, saved as HTML or as text.
const STANDARD_PAGE: &[HiddenPart] = &[
    HiddenPart::Summary,
    HiddenPart::JobTitles,
    HiddenPart::Duties,
    HiddenPart::Mapping,
    HiddenPart::Statements,
];

/// What a page of the occupational map shows.
const MAP_PAGE: &[HiddenPart] = &[
    HiddenPart::Summary,
    HiddenPart::JobTitles,
    HiddenPart::Keywords,
    HiddenPart::Duties,
    HiddenPart::Statements,
];

impl HiddenPart {
    /// Whether documents in `format` can show it.
    fn is_shown(self, format: Format) -> bool {
        match format {
            Format::NativeJson
            | Format::DraftText
            | Format::WordDocument
            | Format::Workbook
            | Format::Csv
            | Format::Markdown
            | Format::OccupationalMapText
            | Format::StandardsApi => true,
            Format::OccupationPageHtml | Format::StandardPageText => STANDARD_PAGE.contains(&self),
            Format::MapPageText | Format::OccupationPageText => MAP_PAGE.contains(&self),
            Format::RetiredPageText => false,
            Format::MapsApi => MAP_PAGE.contains(&self) || self == Self::Mapping,
        }
    }
}

/// Whether documents in `format` can show a fact.
fn is_fact_shown(row: &FactRow, format: Format) -> bool {
    match format {
        Format::NativeJson
        | Format::DraftText
        | Format::WordDocument
        | Format::Workbook
        | Format::Csv
        | Format::Markdown
        | Format::OccupationalMapText => true,
        Format::OccupationPageHtml | Format::StandardPageText => row.pages.contains(&PageKind::Standard),
        Format::MapPageText | Format::OccupationPageText | Format::MapsApi => {
            row.pages.contains(&PageKind::Map)
        }
        Format::RetiredPageText => row.pages.contains(&PageKind::Retired),
        // Only a few of its records name the occupation.
        Format::StandardsApi => row.standards_api.is_some() && row.id != FactId::Occupation,
    }
}

impl Standard<'_> {
    /// Turns what is missing into what is not shown, if documents in `format` never show it, and
    /// does the same with the duties where such standards have none. Every reader ends with this.
    pub(in crate::read) fn hide_unshown(&mut self, format: Format) {
        for row in FACTS.iter().filter(|row| !is_fact_shown(row, format)) {
            match row.value_mut(&mut self.facts) {
                FactValueMut::Text(field) => hide(true, field),
                FactValueMut::Number(field) => hide(true, field),
                FactValueMut::YesNo(field) => hide(true, field),
                FactValueMut::Texts(field) => hide(true, field),
            }
        }
        let hides = |part: HiddenPart| !part.is_shown(format);
        hide(hides(HiddenPart::Summary), &mut self.summary);
        hide(hides(HiddenPart::JobTitles), &mut self.typical_job_titles);
        hide(hides(HiddenPart::Keywords), &mut self.keywords);
        hide(hides(HiddenPart::Options), &mut self.options);
        hide(hides(HiddenPart::Duties) || !self.kind.has_duties(), &mut self.duties);
        hide(hides(HiddenPart::Statements), &mut self.statements);
        for duty in self.duties.stated_mut().into_iter().flat_map(|list| &mut list.items) {
            hide(hides(HiddenPart::Mapping), &mut duty.mapping);
        }
    }

    /// Turns what a typed text does not state into what it does not show, where nothing suggests that it was meant to
    /// state it: the facts of a standard if it states none, and duties or statements if it has only the other.
    pub(in crate::read) fn hide_unmeant(&mut self) {
        let facts = &self.facts;
        let is_titled = !facts.title.is_missing();
        // A title alone may be the title of a tracker or a list.
        let says_more = !self.summary.is_missing()
            || FACTS.iter().any(|row| row.id != FactId::Title && row.is_mentioned(facts));
        let states_facts =
            is_titled && says_more || !(facts.level.is_missing() && facts.reference.is_missing());
        let is_list = self.duties.is_missing() && self.summary.is_missing() && !self.statements.is_missing();
        if states_facts && !is_list {
            return;
        }
        let facts = &mut self.facts;
        for text in
            [&mut facts.title, &mut facts.reference, &mut facts.status, &mut facts.version, &mut facts.route]
        {
            hide(true, text);
        }
        hide(true, &mut facts.level);
        hide(true, &mut self.summary);
        hide(true, &mut self.typical_job_titles);
        hide(!is_titled || is_list, &mut self.duties);
        hide(!is_titled || is_list, &mut self.statements);
    }
}

fn hide<T>(hides: bool, field: &mut Field<T>) {
    if hides && field.is_missing() {
        *field = Field::NotShown;
    }
}
