//! The formats that documents are read from.

use crate::source::Container;

/// What a document was read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// The native JSON document.
    NativeJson,
    /// A record of the standards API: one version of an apprenticeship, a foundation apprenticeship or an
    /// apprenticeship unit.
    StandardsApi,
    /// An occupation of the occupational maps API.
    MapsApi,
    /// A saved occupation or standard page, in HTML.
    OccupationPageHtml,
    /// The page of a standard, as text: key information, duties with their mapping, statements.
    StandardPageText,
    /// The page of an occupation on the occupational map, as text: no mapping.
    MapPageText,
    /// Fragments of the page of an occupation, as text without headings.
    OccupationPageText,
    /// The page of a retired standard in the old template, as text: prose, no codes.
    RetiredPageText,
    /// A draft as people type or paste it, or a list of statements, as text.
    DraftText,
    /// A draft or a list of statements, as a Word document.
    WordDocument,
    /// The same, as the sheets of a workbook.
    Workbook,
    /// The same, as rows of cells in a text.
    Csv,
    /// The same, in Markdown.
    Markdown,
    /// An occupational map, as text.
    OccupationalMapText,
}

impl Format {
    /// All formats, in the order in which help lists them.
    pub const ALL: [Self; 14] = [
        Self::NativeJson,
        Self::StandardsApi,
        Self::MapsApi,
        Self::OccupationPageHtml,
        Self::StandardPageText,
        Self::MapPageText,
        Self::OccupationPageText,
        Self::RetiredPageText,
        Self::DraftText,
        Self::WordDocument,
        Self::Workbook,
        Self::Csv,
        Self::Markdown,
        Self::OccupationalMapText,
    ];

    /// Its name on the command line and in `source.format`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NativeJson => "native-json",
            Self::StandardsApi => "standards-api",
            Self::MapsApi => "maps-api",
            Self::OccupationPageHtml => "occupation-page-html",
            Self::StandardPageText => "standard-page-text",
            Self::MapPageText => "map-page-text",
            Self::OccupationPageText => "occupation-page-text",
            Self::RetiredPageText => "retired-page-text",
            Self::DraftText => "draft-text",
            Self::WordDocument => "word",
            Self::Workbook => "workbook",
            Self::Csv => "csv",
            Self::Markdown => "markdown",
            Self::OccupationalMapText => "occupational-map-text",
        }
    }

    /// What it is, for a message: `a map page (text)`.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::NativeJson => "a native JSON document",
            Self::StandardsApi => "a record from the standards API (JSON)",
            Self::MapsApi => "an occupation from the maps API (JSON)",
            Self::OccupationPageHtml => "an occupation page (HTML)",
            Self::StandardPageText => "a standard page (text)",
            Self::MapPageText => "a map page (text)",
            Self::OccupationPageText => "fragments of an occupation page (text)",
            Self::RetiredPageText => "a retired page in the old template (text)",
            Self::DraftText => "a draft or a list of statements (text)",
            Self::WordDocument => "a Word document (.docx)",
            Self::Workbook => "a workbook (.xlsx, .ods)",
            Self::Csv => "a table of comma- or tab-separated values (.csv, .tsv)",
            Self::Markdown => "a Markdown document (.md)",
            Self::OccupationalMapText => "an occupational map (text)",
        }
    }

    /// The format of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// Whether a file of it records what was published, and so is never edited.
    #[must_use]
    pub fn is_record(self) -> bool {
        matches!(self, Self::OccupationPageHtml | Self::StandardsApi | Self::MapsApi)
    }

    /// Whether it is a format that people write drafts in, any part of which may be missing.
    #[must_use]
    pub fn is_draft(self) -> bool {
        matches!(self, Self::DraftText | Self::WordDocument | Self::Workbook | Self::Csv | Self::Markdown)
    }

    /// The format of a draft whose text was taken from such a file.
    #[must_use]
    pub fn of_container(container: Container) -> Self {
        match container {
            Container::Word => Self::WordDocument,
            Container::Workbook => Self::Workbook,
        }
    }

    /// Whether diagnostics in it may refer to keys and JSON pointers.
    #[must_use]
    pub fn is_json(self) -> bool {
        matches!(self, Self::NativeJson | Self::StandardsApi | Self::MapsApi)
    }
}
