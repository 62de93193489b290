//! The formats that documents are written in.

/// A format that documents are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// The native JSON document.
    Json,
    /// A Word document.
    Word,
    /// Markdown.
    Markdown,
    /// One table, with commas between the cells.
    Csv,
    /// The same table in a workbook.
    Workbook,
}

impl Target {
    /// All formats, in the order in which help lists them.
    pub const ALL: [Self; 5] = [Self::Json, Self::Word, Self::Markdown, Self::Csv, Self::Workbook];

    /// The format of a file, by its file extension.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        let is = |ends: &[&str]| ends.iter().any(|end| ending.eq_ignore_ascii_case(end));
        Self::ALL.into_iter().find(|target| is(target.extensions()))
    }

    /// The extensions of such files, without the dot.
    #[must_use]
    pub fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Json => &["json"],
            Self::Word => &["docx"],
            Self::Markdown => &["md", "markdown"],
            Self::Csv => &["csv"],
            Self::Workbook => &["xlsx"],
        }
    }

    /// Whether it is not text, and so cannot be shown on a screen.
    #[must_use]
    pub fn is_binary(self) -> bool {
        matches!(self, Self::Word | Self::Workbook)
    }
}
