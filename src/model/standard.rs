//! An occupational standard: facts, summary, duties, statements and the mapping between them.

use super::{Code, Facts, Feed, Field, Format, Kind, List};
use crate::source::{SourceId, Span, Spanned, Text};

/// What a standard is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StandardKind {
    /// An apprenticeship: reference ST….
    #[default]
    Apprenticeship,
    /// An occupation on the map: reference OCC….
    Occupation,
    /// A foundation apprenticeship: reference FA…; no duties.
    FoundationApprenticeship,
    /// An apprenticeship unit: reference AU…; no duties, no behaviours.
    ApprenticeshipUnit,
}

impl StandardKind {
    /// All kinds.
    pub const ALL: [Self; 4] =
        [Self::Apprenticeship, Self::Occupation, Self::FoundationApprenticeship, Self::ApprenticeshipUnit];

    /// Its value of `kind` in the native document.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Apprenticeship => "apprenticeship",
            Self::Occupation => "occupation",
            Self::FoundationApprenticeship => "foundation-apprenticeship",
            Self::ApprenticeshipUnit => "apprenticeship-unit",
        }
    }

    /// The kinds of statement that such a standard has.
    #[must_use]
    pub fn kinds(self) -> &'static [Kind] {
        match self {
            Self::Apprenticeship | Self::Occupation => &[Kind::Knowledge, Kind::Skill, Kind::Behaviour],
            Self::FoundationApprenticeship => {
                &[Kind::TechnicalKnowledge, Kind::TechnicalSkill, Kind::Employability]
            }
            Self::ApprenticeshipUnit => &[Kind::TechnicalKnowledge, Kind::TechnicalSkill],
        }
    }

    /// The letters that its reference begins with.
    #[must_use]
    pub fn reference_letters(self) -> &'static str {
        match self {
            Self::Apprenticeship => "ST",
            Self::Occupation => "OCC",
            Self::FoundationApprenticeship => "FA",
            Self::ApprenticeshipUnit => "AU",
        }
    }

    /// The kind of standard that a reference is for, by its first two letters, in either case.
    #[must_use]
    pub fn of_reference(reference: &str) -> Option<Self> {
        let start = reference.get(..2)?;
        Self::ALL.into_iter().find(|kind| kind.reference_letters()[..2].eq_ignore_ascii_case(start))
    }

    /// Whether such a standard has duties at all.
    #[must_use]
    pub fn has_duties(self) -> bool {
        matches!(self, Self::Apprenticeship | Self::Occupation)
    }
}

/// One version of a standard.
#[derive(Clone, Debug)]
pub struct Standard<'s> {
    /// The file it was read from.
    pub source: SourceId,
    /// What it was read as.
    pub format: Format,
    /// What it is a standard for.
    pub kind: StandardKind,
    /// Where to point when something is missing: the first heading, or the opening brace.
    pub start: Span,
    /// What is said about the standard in single values.
    pub facts: Facts<'s>,
    /// Whether the document is cut off, so that there may be more after its end.
    pub is_cut: bool,
    /// Banners of the page, such as that the apprenticeship has been retired.
    pub banners: Vec<Text<'s>>,
    /// The paragraphs of the occupation summary.
    pub summary: Field<List<Text<'s>>>,
    /// The prose of the old template, theme by theme.
    pub profile: Vec<ProfileSection<'s>>,
    /// Typical job titles.
    pub typical_job_titles: Field<List<JobTitle<'s>>>,
    /// Keywords.
    pub keywords: Field<List<Text<'s>>>,
    /// The employers who wrote it. A page may give the list more than once.
    pub employers: Vec<List<Text<'s>>>,
    /// The apprenticeships and qualifications that a map page lists.
    pub products: Vec<Product<'s>>,
    /// The links to other occupations that its progression map shows.
    pub progression: Vec<ProgressionLink<'s>>,
    /// Its options.
    pub options: Field<List<StandardOption<'s>>>,
    /// Its duties. `NotShown` where the template has none.
    pub duties: Field<List<Duty<'s>>>,
    /// Its statements of all kinds, in the document's order. `NotShown` where the template has none.
    pub statements: Field<List<Statement<'s>>>,
    /// Its version log.
    pub version_log: Vec<LogEntry<'s>>,
    /// The kinds whose lists the document gives with nothing in them.
    pub empty_kinds: Vec<Kind>,
    /// The kinds with content that could not be read, which is reported elsewhere: it is not known what they are
    /// missing.
    pub unread_kinds: Vec<Kind>,
    /// What a native document says about itself rather than about the standard.
    pub about: About<'s>,
    /// What only records of the standards API state.
    pub feed: Option<Box<Feed<'s>>>,
}

/// What a native document says about itself.
#[derive(Clone, Debug, Default)]
pub struct About<'s> {
    /// The schema that it names, for editors.
    pub schema: Field<Text<'s>>,
    /// What it was converted from.
    pub origin: Option<Origin<'s>>,
    /// The findings that its author has reviewed and wants to ignore.
    pub ignores: Vec<DocumentIgnore<'s>>,
}

/// What a document was converted from.
#[derive(Clone, Debug)]
pub struct Origin<'s> {
    /// The format of that file.
    pub format: Text<'s>,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: Text<'s>,
}

/// A finding to be ignored, in a document's own words.
#[derive(Clone, Debug)]
pub struct DocumentIgnore<'s> {
    /// The rule.
    pub rule: Field<Text<'s>>,
    /// What the finding is about.
    pub subject: Field<Text<'s>>,
    /// Where the finding is, as a JSON pointer.
    pub pointer: Field<Text<'s>>,
    /// Why it is right as it is.
    pub reason: Field<Text<'s>>,
    /// The last day on which to ignore it, as YYYY-MM-DD.
    pub until: Field<Text<'s>>,
}

impl<'s> Standard<'s> {
    /// A standard from which nothing has been read yet.
    #[must_use]
    pub fn new(source: SourceId, format: Format, start: Span) -> Self {
        Self {
            source,
            format,
            kind: StandardKind::default(),
            start,
            facts: Facts::default(),
            is_cut: false,
            banners: Vec::new(),
            summary: Field::Missing,
            profile: Vec::new(),
            typical_job_titles: Field::Missing,
            keywords: Field::Missing,
            employers: Vec::new(),
            products: Vec::new(),
            progression: Vec::new(),
            options: Field::Missing,
            duties: Field::Missing,
            statements: Field::Missing,
            version_log: Vec::new(),
            empty_kinds: Vec::new(),
            unread_kinds: Vec::new(),
            about: About::default(),
            feed: None,
        }
    }

    /// The statements of one kind, in order.
    pub fn statements_of(&self, kind: Kind) -> impl Iterator<Item = &Statement<'s>> + Clone {
        self.statements.items().iter().filter(move |statement| statement.kind == kind)
    }

    /// The kinds that it has statements of, in order.
    pub fn kinds(&self) -> impl Iterator<Item = Kind> {
        let statements = self.statements.items().iter();
        let present = statements.fold(0, |present, one| present | 1 << one.kind as u8);
        Kind::ALL.into_iter().filter(move |kind| present >> *kind as u8 & 1 == 1)
    }

    /// Where to point when all duties are meant: their heading, or the start of the document.
    #[must_use]
    pub fn duties_place(&self) -> Span {
        self.duties.stated().map_or(self.start, |list| list.heading)
    }

    /// Whether it is still being written: its status says so, or it is a native document or a typed draft without a
    /// status.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        let in_words = |text: &Text<'_>| {
            let text = text.to_ascii_lowercase();
            text.contains("development") || text.contains("potential") || text.contains("draft")
        };
        let is_draft = self.format == Format::NativeJson || self.format.is_draft();
        self.facts.status.stated().map_or(is_draft, in_words)
    }

    /// Whether it is a typed draft with technical statements and no others: a draft does not say what kind of standard it
    /// is for, and these statements belong to a foundation apprenticeship or a unit.
    #[must_use]
    pub fn is_technical_draft(&self) -> bool {
        let statements = self.statements.items();
        let is_technical = |statement: &Statement<'_>| statement.kind.plain() != statement.kind;
        self.format.is_draft() && !statements.is_empty() && statements.iter().all(is_technical)
    }

    /// Whether it is a typed part of a standard, such as a list of statements, and was never meant to be more.
    #[must_use]
    pub fn is_part(&self) -> bool {
        self.format.is_draft() && matches!(self.facts.route, Field::NotShown)
    }

    /// What findings about the duty at `index` call it: `D3`, or `duties[2]` if it has no code.
    #[must_use]
    pub fn duty_subject(&self, index: usize) -> String {
        let code = self.duties.items().get(index).and_then(|duty| duty.code);
        code.map_or_else(|| format!("duties[{index}]"), |code| code.value.to_string())
    }
}

/// A theme of the old template and what is under it.
#[derive(Clone, Debug)]
pub struct ProfileSection<'s> {
    /// The heading.
    pub heading: Text<'s>,
    /// Its paragraphs or bullets; none where the page has lost them.
    pub paragraphs: Vec<Text<'s>>,
}

/// A typical job title.
#[derive(Clone, Debug)]
pub struct JobTitle<'s> {
    /// The title.
    pub name: Text<'s>,
    /// Whether it counts as a green job, where that is stated.
    pub green: Option<bool>,
}

/// An apprenticeship or qualification for the occupation.
#[derive(Clone, Debug)]
pub struct Product<'s> {
    /// Its reference.
    pub reference: Field<Text<'s>>,
    /// Its title.
    pub title: Field<Text<'s>>,
    /// Its level.
    pub level: Field<Spanned<i64>>,
    /// Its status.
    pub status: Field<Text<'s>>,
}

/// A link to another occupation, as a progression map shows it.
#[derive(Clone, Debug)]
pub struct ProgressionLink<'s> {
    /// Whether it leads `into` the occupation of the document or `from` it.
    pub direction: Field<Text<'s>>,
    /// The reference of the other occupation.
    pub reference: Field<Text<'s>>,
    /// The title of the other occupation.
    pub title: Field<Text<'s>>,
    /// The level of the other occupation.
    pub level: Field<Spanned<i64>>,
}

impl ProgressionLink<'_> {
    /// Whether it leads into the occupation of the document; none if its direction is not stated.
    #[must_use]
    pub fn is_into(&self) -> Option<bool> {
        match self.direction.stated()?.as_str() {
            "into" => Some(true),
            "from" => Some(false),
            _ => None,
        }
    }
}

/// An option of a standard with core and options.
#[derive(Clone, Debug)]
pub struct StandardOption<'s> {
    /// Its code, which duties refer to.
    pub code: Field<Text<'s>>,
    /// Its title.
    pub title: Field<Text<'s>>,
}

/// A duty.
#[derive(Clone, Debug)]
pub struct Duty<'s> {
    /// Its code, where it has one.
    pub code: Option<Spanned<Code>>,
    /// What is done.
    pub text: Text<'s>,
    /// The whole of its heading line or text, to underline when a finding is about the duty.
    pub span: Span,
    /// Whether it is a core duty, where that is stated.
    pub core: Option<bool>,
    /// The codes of the statements that it needs.
    pub mapping: Field<Vec<Spanned<Code>>>,
    /// The codes of the options that it belongs to.
    pub options: Vec<Text<'s>>,
    /// The ids in its mapping that no statement of the document has.
    pub unknown_ids: Vec<Text<'s>>,
}

impl Duty<'_> {
    /// The codes that it lists; none if it states no mapping.
    #[must_use]
    pub fn codes(&self) -> &[Spanned<Code>] {
        self.mapping.stated().map_or(&[], Vec::as_slice)
    }

    /// Whether it is for everyone, whichever of this many options they choose.
    #[must_use]
    pub fn is_core(&self, options: usize) -> bool {
        self.core.unwrap_or(self.options.is_empty()) || self.options.len() >= options
    }

    /// Whether it lists `code`.
    #[must_use]
    pub fn lists(&self, code: Code) -> bool {
        self.codes().iter().any(|listed| listed.value == code)
    }

    /// Whether it lists any code of this kind.
    #[must_use]
    pub fn lists_kind(&self, kind: Kind) -> bool {
        self.codes().iter().any(|listed| listed.value.prefix == kind.prefix())
    }
}

/// A knowledge, skill or behaviour statement.
#[derive(Clone, Debug)]
pub struct Statement<'s> {
    /// The list that it is in.
    pub kind: Kind,
    /// Its code, which may be of a different kind from its list.
    pub code: Spanned<Code>,
    /// What it says.
    pub text: Text<'s>,
    /// Its GUID, where the document has one.
    pub id: Option<Text<'s>>,
}

/// A line of the version log.
#[derive(Clone, Debug)]
pub struct LogEntry<'s> {
    /// The version.
    pub version: Field<Text<'s>>,
    /// What changed.
    pub detail: Field<Text<'s>>,
    /// The first day on which apprentices can start.
    pub earliest_start: Field<Text<'s>>,
    /// The last day on which apprentices can start.
    pub latest_start: Field<Text<'s>>,
}
