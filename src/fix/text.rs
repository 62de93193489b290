//! Applies the fixes of findings to a text.
//!
//! Only the spans of the edits change: everything else stays byte for byte as it was.

use super::choose::{Fixes, apply, choose};
use crate::check::check;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::model::Format;
use crate::read::encoding::decode;
use crate::read::{Reading, format_of_file, read};
use crate::source::{Encoding, Source};

/// The limit on rounds of fixing. A fix may make another one possible, and fixes that touch each other are applied one
/// after another. More rounds than this are of no use.
pub(super) const ROUNDS: usize = 50;

/// A text after its fixes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fixed {
    /// The text; the same as before if nothing could be fixed.
    pub text: String,
    /// The findings that were fixed, round by round. Their places are those of the text in which
    /// they were found.
    pub fixed: Vec<Diagnostic>,
    /// What is found in the new text.
    pub left: Vec<Diagnostic>,
}

/// Why a file is not edited at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotEdited {
    /// It is a saved page.
    Record,
    /// It is not one text, but a Word document or a workbook.
    NotText(Format),
    /// Its format is not recognised.
    Unrecognised,
    /// It is in an encoding other than UTF-8, or holds bytes that are not UTF-8, which would be lost if it were
    /// written.
    NotUtf8,
}

impl std::fmt::Display for NotEdited {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Record => "a saved page records what was published, so ksb never edits it",
            Self::NotText(format) => {
                let instead = match format {
                    Format::WordDocument => {
                        "`--output tracked:FILE.docx` writes its fixes into a copy as tracked changes"
                    }
                    _ => "correct it where it was written",
                };
                return write!(f, "this is {}, which `--fix` cannot edit: {instead}", format.noun());
            }
            Self::Unrecognised => "ksb cannot tell what it is, so it is not edited",
            Self::NotUtf8 => "it is not UTF-8: save it as UTF-8 first",
        })
    }
}

/// Fixes what can be fixed in a file, which is read as `from` or as what its content shows.
/// `encoding` has the findings about the encoding of the file. `not_ignored` gives those findings of a reading that are
/// not ignored, because ignored ones are not fixed.
///
/// # Errors
/// [`NotEdited`] for a file that is left alone whatever is found in it.
pub fn fix(
    source: &Source,
    encoding: &[Diagnostic],
    from: Option<Format>,
    which: Fixes,
    config: &Config,
    not_ignored: impl Fn(&Reading<'_>, Vec<Diagnostic>) -> Vec<Diagnostic>,
) -> Result<Fixed, NotEdited> {
    // The format stays the same, even if a fix removes what showed it.
    let format = Some(editable(source, encoding, from)?);
    Ok(rounds(source.text(), which, |text| {
        let (source, encoding) = decode(source.id(), source.name(), text.as_bytes().to_vec()).ok()?;
        let mut reading = read(&source, format);
        reading.add_encoding(encoding);
        Some(not_ignored(&reading, check(&reading, config)))
    }))
}

/// The format of a file that is a text and may be edited, which is read as `from` or as what its content shows.
///
/// # Errors
/// [`NotEdited`] for any other.
pub fn editable(source: &Source, encoding: &[Diagnostic], from: Option<Format>) -> Result<Format, NotEdited> {
    if source.encoding() != Encoding::Utf8 || encoding.iter().any(|found| found.rule == "invalid-utf8") {
        return Err(NotEdited::NotUtf8);
    }
    if let Some(container) = source.container() {
        return Err(NotEdited::NotText(Format::of_container(container)));
    }
    match from.or_else(|| format_of_file(source)) {
        Some(format) if format.is_record() => Err(NotEdited::Record),
        Some(format) => Ok(format),
        None => Err(NotEdited::Unrecognised),
    }
}

/// Applies fixes and looks again, until nothing more is fixed. `find` gives the findings in a text, or none if the text
/// cannot be read; the round that produced it is then discarded.
fn rounds(text: &str, which: Fixes, find: impl Fn(&str) -> Option<Vec<Diagnostic>>) -> Fixed {
    let left = find(text).unwrap_or_default();
    let mut result = Fixed { text: text.to_owned(), fixed: Vec::new(), left };
    for _ in 0..ROUNDS {
        let chosen = choose(&result.left, which);
        let edits = chosen.iter().filter_map(|found| found.fix.as_ref()).flat_map(|fix| &fix.edits);
        let next = apply(&result.text, edits.collect());
        let Some(found) = find(&next).filter(|found| !chosen.is_empty() && !breaks(&result.left, found))
        else {
            break;
        };
        result.fixed.extend(chosen.into_iter().cloned());
        (result.text, result.left) = (next, found);
    }
    result
}

/// Whether more is unreadable than before, which no fix may cause.
fn breaks(before: &[Diagnostic], after: &[Diagnostic]) -> bool {
    let faults = |found: &[Diagnostic]| found.iter().filter(|one| one.rule == "syntax").count();
    faults(after) > faults(before)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Edit, Fix, Label, Severity};
    use crate::source::{SourceId, Span};

    fn found(rule: &'static str, safe: bool, edits: &[(usize, usize, &str)]) -> Diagnostic {
        let label = Label::new(SourceId(0), Span::new(edits[0].0, edits[0].1), "");
        let mut found = Diagnostic::new(rule, Severity::Warning, "", "", label);
        let edit = |&(start, end, replacement): &(usize, usize, &str)| Edit {
            span: Span::new(start, end),
            replacement: replacement.to_owned(),
        };
        found.fix = Some(Fix { safe, edits: edits.iter().map(edit).collect() });
        found
    }

    /// Finds each `a`, which should be a `b`. For two in a row, the fix spans both.
    fn letters(text: &str) -> Vec<Diagnostic> {
        let places = text.match_indices('a').map(|(at, _)| at);
        places.map(|at| found("a", true, &[(at, (at + 2).min(text.len()), "b")])).collect()
    }

    #[test]
    fn what_overlapped_is_fixed_in_another_round() {
        let fixed = rounds("aaaaaXa", Fixes::Safe, |text| Some(letters(text)));
        assert_eq!((fixed.text.as_str(), fixed.left.len()), ("bbbb", 0));
        assert_eq!(fixed.fixed.len(), 4);
    }

    #[test]
    fn fixes_that_feed_each_other_end() {
        let fixed = rounds("a", Fixes::Safe, |_| Some(vec![found("a", true, &[(0, 0, "a")])]));
        assert_eq!(fixed.text.len(), 1 + ROUNDS);
    }

    #[test]
    fn a_fix_that_breaks_the_file_is_not_taken() {
        let find = |text: &str| match text {
            "good" => Some(vec![found("a", true, &[(0, 4, "bad")])]),
            "odd" => Some(vec![found("a", true, &[(0, 3, "gone")])]),
            "gone" => None,
            _ => Some(vec![found("syntax", true, &[(0, 0, "")])]),
        };
        for text in ["good", "odd"] {
            let fixed = rounds(text, Fixes::Safe, find);
            assert_eq!((fixed.text.as_str(), fixed.fixed.len(), fixed.left.len()), (text, 0, 1));
        }
    }
}
