//! Why a document is not renumbered.

use std::fmt;

use crate::fix::NotEdited;
use crate::model::{Code, Format};
use crate::office::OfficeError;

/// Why a document is not renumbered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotRenumbered {
    /// It is a file that is never edited.
    NotEdited(NotEdited),
    /// It is in a format that is not written.
    NotWritten(Format),
    /// It is not a standard.
    NotAStandard,
    /// It has mistakes in its JSON, or a mapping that cannot be read.
    Unreadable,
    /// Two statements or duties have this code.
    Duplicate(Code),
    /// A statement with this code is in the list of another kind, which has this name.
    OtherKind(Code, &'static str),
    /// A duty with this name lists a code that no statement has, and that another statement would have afterwards.
    Dangling(String, Code),
    /// A range of codes ends with one that no statement has.
    Range(String),
    /// The number of this code cannot be replaced in one of the places where it is used.
    Unwritable(Code),
    /// In a Word document, the code at this place is an automatic number, or is spread over several paragraphs.
    Automatic(Code, String),
    /// No statement or duty has the code that should be changed.
    NoSuchCode(Code),
    /// The first code cannot become the second: they belong to different lists, or do not have plain numbers.
    OtherList(Code, Code),
    /// A code would come after the last one, and leave a gap.
    Beyond(Code, Code),
    /// This statement or duty cannot be moved with certainty.
    Unmovable(Code),
    /// The result would not state the same: nothing is written.
    NotTheSame,
    /// The document cannot be written.
    Office(OfficeError),
}

impl fmt::Display for NotRenumbered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotEdited(why) => why.fmt(f),
            Self::NotWritten(format) => {
                write!(f, "this is {}, which cannot be written: save it as CSV", format.noun())
            }
            Self::NotAStandard => f.write_str("only standards have codes to renumber"),
            Self::Unreadable => {
                f.write_str("parts of it cannot be read: correct the errors from `ksb check` first")
            }
            Self::Duplicate(code) => write!(
                f,
                "{code} is used twice, so it is not clear which one is mapped: change one of them first"
            ),
            Self::OtherKind(code, list) => {
                write!(f, "{code} is in the list of {list}: correct its code first")
            }
            Self::Dangling(duty, code) => write!(
                f,
                "{code} is mapped to {duty}, but there is no {code}. Another statement would become {code}: \
                 remove {code} from the mapping first"
            ),
            Self::Range(range) => {
                write!(f, "`{range}` ends with a code that does not exist: write out the codes first")
            }
            Self::Unwritable(code) => {
                write!(f, "{code} is not written in figures, so its number cannot be changed")
            }
            Self::Automatic(code, place) => write!(
                f,
                "{code} ({place}) cannot be replaced: Word may number that list automatically, so change the number \
                 that the list starts at"
            ),
            Self::NoSuchCode(code) => write!(f, "there is no {code}"),
            Self::OtherList(old, new) => {
                write!(
                    f,
                    "{old} cannot become {new}: only its number can change, for example to {}4",
                    old.prefix.letters()
                )
            }
            Self::Beyond(new, last) => {
                write!(f, "{new} would leave a gap: the last code of this list is {last}")
            }
            Self::Unmovable(code) => {
                write!(f, "{code} is on the same line as something else, so it cannot be moved")
            }
            Self::NotTheSame => f.write_str("the result would not mean the same, so nothing is written"),
            Self::Office(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for NotRenumbered {}

impl From<OfficeError> for NotRenumbered {
    fn from(error: OfficeError) -> Self {
        Self::Office(error)
    }
}
