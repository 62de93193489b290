//! The extract of a document: the small part of it that other documents are compared with, owned rather than borrowed.

use std::collections::{BTreeMap, BTreeSet};

use super::versions::VersionNumber;
use crate::model::{
    Code, Date, Document, Field, Format, OccupationalMap, Standard, StandardKind, Statement, Status, folded,
};
use crate::source::{SourceId, Span, Spanned, Text};

/// What a document states that other documents can contradict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extract {
    /// The file.
    pub source: SourceId,
    /// Its format.
    pub format: Format,
    /// The names of a standard: its title, or its job titles if it states no title.
    pub names: Vec<Named>,
    /// The level of a standard.
    pub level: Option<Spanned<i64>>,
    /// What a standard states about its version; none if it states no reference.
    pub version: Option<Box<VersionExtract>>,
    /// The occupations of a map.
    pub occupations: Vec<ExtractedOccupation>,
    /// The statements of a standard that states a reference and is neither retired nor withdrawn.
    pub statements: Vec<ExtractedStatement>,
    /// The JSON pointers of the places above, in their order, if the document is JSON.
    pub pointers: Vec<(Span, Box<str>)>,
}

/// A name and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name in lower case, white space collapsed.
    pub key: String,
    /// Where it is.
    pub span: Span,
}

impl Named {
    fn new(text: &Text<'_>) -> Self {
        let words: Vec<&str> = text.split_whitespace().collect();
        Self { key: words.join(" ").to_lowercase(), span: text.span() }
    }
}

/// What a standard states about its version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionExtract {
    /// The reference of the apprenticeship, else of the occupation, in upper case.
    pub reference: Spanned<String>,
    /// The version as written.
    pub version: Option<Spanned<String>>,
    /// The status as written.
    pub status: Option<Spanned<String>>,
    /// The LARS code as written. Before one is given it is `0`; for a unit it is empty, at the place of its reference.
    pub lars_code: Option<Spanned<String>>,
    /// The first day on which apprentices can start.
    pub earliest_start: Option<Spanned<Date>>,
    /// The last day on which apprentices can start.
    pub latest_start: Option<Spanned<Date>>,
    /// The day on which a record of a feed was published.
    pub published: Option<Spanned<Date>>,
    /// The options, in order; if one has only a title, that is its id too.
    pub options: Vec<OptionExtract>,
    /// A digest of the summary, the duties, the statements and the mapping. Versions that say the same have the same
    /// digest. None if the standard has neither duties nor statements.
    pub texts: Option<u64>,
}

impl VersionExtract {
    /// The version as two numbers, major and minor, so that 1.2 sorts before 1.10.
    #[must_use]
    pub fn number(&self) -> Option<(u32, u32)> {
        VersionNumber::parse(&self.version.as_ref()?.value)?.major_and_minor()
    }

    /// Whether it has this status.
    #[must_use]
    pub fn is(&self, status: Status) -> bool {
        self.status.as_ref().is_some_and(|stated| Status::of(&stated.value) == Some(status))
    }

    /// Whether it is the version that comes after `earlier`: the next minor one, or the next major one.
    #[must_use]
    pub fn follows(&self, earlier: &Self) -> bool {
        let (Some(one), Some((major, minor))) = (self.number(), earlier.number()) else { return false };
        one == (major, minor.saturating_add(1)) || one == (major.saturating_add(1), 0)
    }

    /// The options whose title differs from that in `older`, which states the same version: each as it is in `older`,
    /// then as it is here.
    #[must_use]
    pub fn renamed_options<'a>(&'a self, older: &'a Self) -> Vec<[&'a OptionExtract; 2]> {
        let mut by_id: BTreeMap<&str, &OptionExtract> = BTreeMap::new();
        let mut told = BTreeSet::new();
        for now in &self.options {
            by_id.entry(&now.id).or_insert(now);
            told.insert((now.id.as_str(), folded(&now.title)));
        }
        let renamed = |old: &'a OptionExtract| {
            let kept = told.contains(&(old.id.as_str(), folded(&old.title)));
            by_id.get(old.id.as_str()).filter(|_| !kept).map(|now| [old, *now])
        };
        older.options.iter().filter_map(renamed).collect()
    }

    /// The options of `older`, which states the same version, whose id and title are both missing here.
    #[must_use]
    pub fn lost_options<'a>(&self, older: &'a Self) -> Vec<&'a OptionExtract> {
        let ids: BTreeSet<&str> = self.options.iter().map(|now| now.id.as_str()).collect();
        let titles: BTreeSet<_> = self.options.iter().map(|now| folded(&now.title)).collect();
        let is_here =
            |old: &OptionExtract| ids.contains(old.id.as_str()) || titles.contains(&folded(&old.title));
        older.options.iter().filter(|old| !is_here(old)).collect()
    }
}

/// An option of a standard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionExtract {
    /// Its id.
    pub id: String,
    /// Its title as written.
    pub title: String,
    /// Where the title is.
    pub span: Span,
}

/// An occupation of a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtractedOccupation {
    /// Its title.
    pub name: Named,
    /// Its levels.
    pub levels: Vec<Spanned<u8>>,
}

/// A statement of a standard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtractedStatement {
    /// Its code.
    pub code: Code,
    /// What it says.
    pub text: Box<str>,
    /// Where it is.
    pub span: Span,
}

impl From<&Document<'_>> for Extract {
    fn from(document: &Document<'_>) -> Self {
        match document {
            Document::Standard(standard) => of_standard(standard),
            Document::Map(map) => of_map(map),
        }
    }
}

impl Extract {
    /// The same extract with the JSON pointer of each place.
    #[must_use]
    pub fn located(mut self, pointer: impl Fn(Span) -> String) -> Self {
        self.pointers = self.spans().map(|span| (span, pointer(span).into())).collect();
        self.pointers.sort_unstable();
        self
    }

    /// The JSON pointer of one of its places.
    #[must_use]
    pub fn pointer(&self, place: Span) -> Option<&str> {
        self.pointers.iter().find(|(span, _)| *span == place).map(|(_, pointer)| &**pointer)
    }

    /// The offsets of every place that a finding of a catalogue rule can point to.
    #[must_use]
    pub fn offsets(&self) -> Vec<u32> {
        let statements = self.statements.iter().map(|statement| statement.span);
        self.spans().chain(statements).flat_map(|span| [span.start, span.end]).collect()
    }

    /// The places of everything except statements. There are many statements, few have findings, and those findings
    /// have their codes.
    fn spans(&self) -> impl Iterator<Item = Span> {
        let occupations = self
            .occupations
            .iter()
            .flat_map(|one| std::iter::once(one.name.span).chain(one.levels.iter().map(|level| level.span)));
        let names = self.names.iter().map(|name| name.span);
        let version = self.version.iter().flat_map(|version| version.spans());
        names.chain(self.level.iter().map(|level| level.span)).chain(occupations).chain(version)
    }
}

impl VersionExtract {
    fn spans(&self) -> impl Iterator<Item = Span> {
        let texts =
            [Some(&self.reference), self.version.as_ref(), self.status.as_ref(), self.lars_code.as_ref()];
        let dates = [self.earliest_start, self.latest_start, self.published];
        let texts = texts.into_iter().flatten().map(|text| text.span);
        let options = self.options.iter().map(|option| option.span);
        texts.chain(dates.into_iter().flatten().map(|date| date.span)).chain(options)
    }
}

fn of_standard(standard: &Standard<'_>) -> Extract {
    let names = match &standard.facts.title {
        Field::Stated(title) => vec![Named::new(title)],
        _ => standard.typical_job_titles.items().iter().map(|title| Named::new(&title.name)).collect(),
    };
    let version = version(standard).map(Box::new);
    let is_in_use = |one: &VersionExtract| !one.is(Status::Retired) && !one.is(Status::Withdrawn);
    let in_use = standard.statements.items().iter().filter(|_| version.as_deref().is_some_and(is_in_use));
    let statement = |one: &Statement<'_>| ExtractedStatement {
        code: one.code.value,
        text: one.text.as_str().into(),
        span: one.text.span(),
    };
    Extract {
        statements: in_use.map(statement).collect(),
        source: standard.source,
        format: standard.format,
        names,
        level: standard.facts.level.stated().copied(),
        version,
        occupations: Vec::new(),
        pointers: Vec::new(),
    }
}

/// The reference of a standard: that of the apprenticeship, else of the occupation.
#[must_use]
pub fn reference<'d, 's>(standard: &'d Standard<'s>) -> Option<&'d Text<'s>> {
    standard.facts.reference.stated().or(standard.facts.occupation.stated())
}

fn version(standard: &Standard<'_>) -> Option<VersionExtract> {
    let facts = &standard.facts;
    let reference = reference(standard)?;
    let text = |field: &Field<Text<'_>>| {
        field.stated().map(|text| Spanned::new(text.trim().to_owned(), text.span()))
    };
    let day = |field: &Field<Text<'_>>| {
        field.stated().and_then(|text| Some(Spanned::new(Date::of(text)?, text.span())))
    };
    let feed = standard.feed.as_deref();
    Some(VersionExtract {
        reference: Spanned::new(reference.trim().to_ascii_uppercase(), reference.span()),
        version: text(&facts.version),
        status: text(&facts.status),
        lars_code: text(&facts.lars_code).or_else(|| no_lars_code(standard, reference)),
        earliest_start: day(&facts.dates.earliest_start),
        latest_start: day(&facts.dates.latest_start),
        published: feed.and_then(|feed| day(&feed.published)),
        options: options(standard),
        texts: standard.text_digest(),
    })
}

/// The empty LARS code of a unit, if it has a place for one.
fn no_lars_code(standard: &Standard<'_>, reference: &Text<'_>) -> Option<Spanned<String>> {
    let is_unit = standard.kind == StandardKind::ApprenticeshipUnit && standard.feed.is_some();
    let is_blank = is_unit && standard.facts.lars_code.is_missing() && !standard.leaves_out("larsCode");
    is_blank.then(|| Spanned::new(String::new(), reference.span()))
}

fn options(standard: &Standard<'_>) -> Vec<OptionExtract> {
    let extract = |id: &Text<'_>, title: &Text<'_>| OptionExtract {
        id: id.trim().to_ascii_lowercase(),
        title: title.as_str().to_owned(),
        span: title.span(),
    };
    let listed = standard.options.items().iter();
    let listed = listed.filter_map(|option| Some(extract(option.code.stated()?, option.title.stated()?)));
    let by_title = standard.feed.iter().flat_map(|feed| feed.unstructured_options.items());
    listed.chain(by_title.map(|title| extract(title, title))).collect()
}

fn of_map(map: &OccupationalMap<'_>) -> Extract {
    let occupations = map.occupations().map(|(_, occupation)| ExtractedOccupation {
        name: Named::new(&occupation.title),
        levels: occupation.levels.clone(),
    });
    Extract {
        source: map.source,
        format: map.format,
        names: Vec::new(),
        level: None,
        version: None,
        occupations: occupations.collect(),
        statements: Vec::new(),
        pointers: Vec::new(),
    }
}
