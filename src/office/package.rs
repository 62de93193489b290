//! A package whose parts are edited: the others stay the same, byte for byte.

use std::collections::BTreeMap;

use super::archive::Archive;
use super::error::OfficeError;
use super::relationships::{all_related, folder, related, relationships, relationships_of};
use super::rewrite::rewritten;
use super::splice::Edits;

const CONTENT_TYPES: &str = "[Content_Types].xml";

/// The prefix of the types of relationships between parts.
const KINDS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const EMPTY_LIST: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    "\n",
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>"#
);

/// A package that is being edited.
pub(super) struct Package<'b> {
    bytes: &'b [u8],
    pub(super) archive: Archive<'b>,
    /// The parts that are new or changed.
    changed: BTreeMap<String, String>,
}

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, OfficeError> {
        Ok(Self { bytes, archive: Archive::open(bytes)?, changed: BTreeMap::new() })
    }

    /// A part as text, with the edits so far, or `None` if there is no such part.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, OfficeError> {
        self.changed.get(name).map_or_else(|| self.archive.text(name), |text| Ok(Some(text.clone())))
    }

    /// Replaces the text of a part, or adds the part.
    pub(super) fn set(&mut self, name: &str, text: String) {
        self.changed.insert(name.to_owned(), text);
    }

    /// The part of this kind that belongs to `part`: `comments`, `worksheet`.
    pub(super) fn related(&mut self, part: &str, kind: &str) -> Result<Option<String>, OfficeError> {
        related(&mut self.archive, part, kind)
    }

    /// All parts of this kind that belong to `part`.
    pub(super) fn all_related(&mut self, part: &str, kind: &str) -> Result<Vec<String>, OfficeError> {
        all_related(&mut self.archive, part, kind)
    }

    /// The part that `part` refers to by this id.
    pub(super) fn target(&mut self, part: &str, id: &str) -> Result<Option<String>, OfficeError> {
        let Some(text) = self.text(&relationships_of(part))? else { return Ok(None) };
        let found = relationships(&text, folder(part))?.into_iter().find(|one| one.id == id);
        Ok(found.map(|one| one.target))
    }

    /// The first numbered `name` that no part has.
    pub(super) fn free_name(&self, name: impl Fn(u32) -> String) -> Result<String, OfficeError> {
        let names = self.archive.names()?;
        let is_free = |name: &String| !names.contains(name) && !self.changed.contains_key(name);
        Ok((1..=u32::MAX).map(name).find(is_free).unwrap_or_default())
    }

    /// Declares the type of a part, unless it is declared already.
    pub(super) fn declare(&mut self, name: &str, content_type: &str) -> Result<(), OfficeError> {
        let entry = format!("<Override PartName=\"/{name}\" ContentType=\"{content_type}\"/>");
        self.add_type(&format!("\"/{name}\""), &entry)
    }

    /// Declares the type of the parts whose names have this ending, unless it is declared already.
    pub(super) fn declare_all(&mut self, ending: &str, content_type: &str) -> Result<(), OfficeError> {
        let entry = format!("<Default Extension=\"{ending}\" ContentType=\"{content_type}\"/>");
        self.add_type(&format!("Extension=\"{ending}\""), &entry)
    }

    fn add_type(&mut self, known_by: &str, entry: &str) -> Result<(), OfficeError> {
        let types = self.text(CONTENT_TYPES)?;
        let types = types.ok_or_else(|| OfficeError::Damaged(format!("it has no `{CONTENT_TYPES}`")))?;
        if !types.contains(known_by) {
            self.set(CONTENT_TYPES, before_end(&types, "Types", entry)?);
        }
        Ok(())
    }

    /// Declares that `target` belongs to `part`, unless that is declared already, and returns the id of the
    /// relationship.
    pub(super) fn relate(&mut self, part: &str, kind: &str, target: &str) -> Result<String, OfficeError> {
        let list = relationships_of(part);
        let text = self.text(&list)?.unwrap_or_else(|| EMPTY_LIST.to_owned());
        let known = relationships(&text, folder(part))?;
        if let Some(known) = known.iter().find(|one| one.target == target) {
            return Ok(known.id.clone());
        }
        let mut free = (1..=u32::MAX).map(|number| format!("rIdKsb{number}"));
        let id = free.find(|id| known.iter().all(|one| one.id != *id)).unwrap_or_default();
        let entry = format!("<Relationship Id=\"{id}\" Type=\"{KINDS}/{kind}\" Target=\"/{target}\"/>");
        self.set(&list, before_end(&text, "Relationships", &entry)?);
        Ok(id)
    }

    /// The package with its changes.
    pub(super) fn written(self) -> Result<Vec<u8>, OfficeError> {
        rewritten(self.bytes, self.changed)
    }
}

/// The XML with an entry at the end of its root.
fn before_end(text: &str, root: &str, entry: &str) -> Result<String, OfficeError> {
    let at = text.rfind(&format!("</{root}>"));
    let at = at.ok_or_else(|| OfficeError::Damaged(format!("the `{root}` element is not closed")))?;
    let mut edits = Edits::default();
    edits.insert(at, entry);
    Ok(edits.apply(text))
}
