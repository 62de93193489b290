//! Which document of a file a user means, where it holds several.

use std::borrow::Borrow;

use super::parallel;
use crate::catalogue::DocumentName;
use crate::model::Format;
use crate::read;
use crate::source::Source;
use crate::spelling::nearest;

/// How many documents of a file are listed for the user to choose from.
const LISTED: usize = 5;

/// The names of documents. Each is read, and then dropped.
pub fn document_names<S: Borrow<Source> + Sync>(documents: &[S], from: Option<Format>) -> Vec<DocumentName> {
    let name = |one: &S| {
        let source = one.borrow();
        DocumentName::new(read::read(source, from).document.as_ref(), source)
    };
    parallel::map(documents.iter().collect(), name)
}

/// The index of the document called `wanted` in a file; `option` is the option with which the user names it.
///
/// # Errors
/// If there is no such document, or `wanted` is `None`: what the user can do.
pub fn document_called<S: Borrow<Source> + Sync>(
    file: &str,
    documents: &[S],
    wanted: Option<&str>,
    from: Option<Format>,
    option: &str,
) -> Result<usize, String> {
    let names = document_names(documents, from);
    let (count, some) = (names.len(), listed(&names));
    let Some(wanted) = wanted else {
        return Err(format!("`{file}` has {count} documents: choose one with `{option}` ({some})"));
    };
    names.iter().position(|name| name.is(wanted)).ok_or_else(|| {
        let help = match nearest(wanted, names.iter().map(|name| name.label.as_str())) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("it has {count} ({some})"),
        };
        format!("`{file}` has no document `{wanted}`: {help}")
    })
}

/// A few documents to choose from.
fn listed(names: &[DocumentName]) -> String {
    let first: Vec<&str> = names.iter().take(LISTED).map(|name| name.label.as_str()).collect();
    let such = if names.len() > first.len() { "such as " } else { "" };
    format!("{such}{}", first.join(", "))
}
