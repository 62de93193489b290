//! What one document of a run needs to tell the others: little, and nothing borrowed from it.

use crate::model::{Date, Document, Field, Format, OccupationalMap, Standard};
use crate::source::{SourceId, Span, Spanned, Text};

/// What a document states that other documents can contradict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extract {
    /// The file.
    pub source: SourceId,
    /// Its format.
    pub format: Format,
    /// The names that a standard goes by: its title, or its job titles where it states no title.
    pub names: Vec<Named>,
    /// The level of a standard.
    pub level: Option<Spanned<i64>>,
    /// What a standard states of itself as one version of several; none if it states no reference.
    pub version: Option<Box<VersionExtract>>,
    /// The occupations of a map.
    pub occupations: Vec<ExtractedOccupation>,
}

/// A name and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The name in lower case, white space collapsed.
    pub key: String,
    /// Where it stands.
    pub span: Span,
}

impl Named {
    fn new(text: &Text<'_>) -> Self {
        let words: Vec<&str> = text.split_whitespace().collect();
        Self { key: words.join(" ").to_lowercase(), span: text.span() }
    }
}

/// What a standard states of itself as one version of several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionExtract {
    /// The reference of the apprenticeship, else of the occupation, in upper case.
    pub reference: Spanned<String>,
    /// The version as written.
    pub version: Option<Spanned<String>>,
    /// The status as written.
    pub status: Option<Spanned<String>>,
    /// The LARS code as written: `0` while there is none.
    pub lars_code: Option<Spanned<String>>,
    /// The first day of starts.
    pub earliest_start: Option<Spanned<Date>>,
    /// The last day of starts.
    pub latest_start: Option<Spanned<Date>>,
    /// The options, in their order.
    pub options: Vec<OptionExtract>,
    /// A digest of the summary, the duties, the statements and the mapping: the same for versions that say the
    /// same. None of a standard that has neither duties nor statements.
    pub texts: Option<u64>,
}

impl VersionExtract {
    /// The version as two numbers that sort as versions do: 1.2 comes before 1.10.
    #[must_use]
    pub fn number(&self) -> Option<(u32, u32)> {
        let (major, minor) = self.version.as_ref()?.value.split_once('.')?;
        Some((major.parse().ok()?, minor.parse().ok()?))
    }
}

/// An option of a standard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionExtract {
    /// Its id.
    pub id: String,
    /// Its title as written.
    pub title: String,
    /// Where the title stands.
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

impl From<&Document<'_>> for Extract {
    fn from(document: &Document<'_>) -> Self {
        match document {
            Document::Standard(standard) => of_standard(standard),
            Document::Map(map) => of_map(map),
        }
    }
}

impl Extract {
    /// Every place that a finding about the document beside others can point to, by its offsets.
    #[must_use]
    pub fn offsets(&self) -> Vec<u32> {
        let occupations = self
            .occupations
            .iter()
            .flat_map(|one| std::iter::once(one.name.span).chain(one.levels.iter().map(|level| level.span)));
        let names = self.names.iter().map(|name| name.span);
        let version = self.version.iter().flat_map(|version| version.spans());
        let spans = names.chain(self.level.iter().map(|level| level.span)).chain(occupations).chain(version);
        spans.flat_map(|span| [span.start, span.end]).collect()
    }
}

impl VersionExtract {
    fn spans(&self) -> impl Iterator<Item = Span> {
        let texts =
            [Some(&self.reference), self.version.as_ref(), self.status.as_ref(), self.lars_code.as_ref()];
        let dates = [self.earliest_start, self.latest_start];
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
    Extract {
        source: standard.source,
        format: standard.format,
        names,
        level: standard.facts.level.stated().copied(),
        version: version(standard).map(Box::new),
        occupations: Vec::new(),
    }
}

fn version(standard: &Standard<'_>) -> Option<VersionExtract> {
    let facts = &standard.facts;
    let reference = facts.reference.stated().or(facts.occupation.stated())?;
    let text = |field: &Field<Text<'_>>| {
        field.stated().map(|text| Spanned::new(text.trim().to_owned(), text.span()))
    };
    let day = |field: &Field<Text<'_>>| {
        field.stated().and_then(|text| Some(Spanned::new(Date::of(text)?, text.span())))
    };
    let option = |option: &crate::model::StandardOption<'_>| {
        let (id, title) = (option.code.stated()?, option.title.stated()?);
        Some(OptionExtract {
            id: id.as_str().to_owned(),
            title: title.as_str().to_owned(),
            span: title.span(),
        })
    };
    Some(VersionExtract {
        reference: Spanned::new(reference.trim().to_ascii_uppercase(), reference.span()),
        version: text(&facts.version),
        status: text(&facts.status),
        lars_code: text(&facts.lars_code),
        earliest_start: day(&facts.dates.earliest_start),
        latest_start: day(&facts.dates.latest_start),
        options: standard.options.items().iter().filter_map(option).collect(),
        texts: standard.text_digest(),
    })
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
    }
}
