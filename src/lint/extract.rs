//! What one document of a run needs to tell the others: little, and nothing borrowed from it.

use crate::model::{Document, Field, Format, OccupationalMap, Standard};
use crate::source::{SourceId, Span, Spanned, Text};

/// What a document states that other documents can contradict.
#[derive(Clone, Debug)]
pub struct Extract {
    /// The file.
    pub source: SourceId,
    /// Its format.
    pub format: Format,
    /// The names that a standard goes by: its title, or its job titles where it states no title.
    pub names: Vec<Named>,
    /// The level of a standard.
    pub level: Option<Spanned<i64>>,
    /// The occupations of a map.
    pub occupations: Vec<ExtractedOccupation>,
}

/// A name and where it stands.
#[derive(Clone, Debug)]
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

/// An occupation of a map.
#[derive(Clone, Debug)]
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
        occupations: Vec::new(),
    }
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
        occupations: occupations.collect(),
    }
}
