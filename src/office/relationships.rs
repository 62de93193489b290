//! Which parts of a package belong to each other.

use super::archive::Archive;
use super::error::OfficeError;
use super::xml::{Item, Xml};

/// A relationship from one part to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Relationship {
    pub(super) id: String,
    /// Its type; the last word of it says what the target is.
    pub(super) kind: String,
    /// The name of the part that it points to.
    pub(super) target: String,
}

/// The name of the part with the relationships of a part: `word/_rels/document.xml.rels`.
pub(super) fn relationships_of(part: &str) -> String {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let slash = if folder.is_empty() { "" } else { "/" };
    format!("{folder}{slash}_rels/{name}.rels")
}

/// The part of this kind that belongs to `part`: `styles`, `numbering`, `comments`.
pub(super) fn related(
    archive: &mut Archive<'_>,
    part: &str,
    kind: &str,
) -> Result<Option<String>, OfficeError> {
    Ok(all_related(archive, part, kind)?.into_iter().next())
}

/// All parts of this kind that belong to `part`: `table`.
pub(super) fn all_related(
    archive: &mut Archive<'_>,
    part: &str,
    kind: &str,
) -> Result<Vec<String>, OfficeError> {
    let Some(text) = archive.text(&relationships_of(part))? else { return Ok(Vec::new()) };
    let is_it = |one: &Relationship| one.kind.rsplit('/').next() == Some(kind);
    Ok(relationships(&text, folder(part))?.into_iter().filter(is_it).map(|one| one.target).collect())
}

/// The folder of a part.
pub(super) fn folder(part: &str) -> &str {
    part.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The relationships in a relationships part; their targets are inside `folder` unless they say otherwise.
pub(super) fn relationships(text: &str, folder: &str) -> Result<Vec<Relationship>, OfficeError> {
    let mut xml = Xml::new(text, "relationships");
    let mut found = Vec::new();
    loop {
        match xml.next()? {
            Item::Open(element) if element.name() == "Relationship" => {
                let attribute = |name: &str| element.attribute(name).unwrap_or_default();
                let target = resolved(folder, &attribute("Target"));
                found.push(Relationship { id: attribute("Id"), kind: attribute("Type"), target });
            }
            Item::End => return Ok(found),
            _ => (),
        }
    }
}

/// The name of the part that a target points to.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => (),
            ".." => drop(steps.pop()),
            name => steps.push(name),
        }
    }
    steps.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_by_their_relationships() {
        assert_eq!(relationships_of("word/document.xml"), "word/_rels/document.xml.rels");
        assert_eq!(relationships_of("document.xml"), "_rels/document.xml.rels");
        assert_eq!(resolved("word", "styles.xml"), "word/styles.xml");
        assert_eq!(resolved("word", "../x/./y.xml"), "x/y.xml");
        assert_eq!(resolved("word", "/word/comments.xml"), "word/comments.xml");
    }
}
