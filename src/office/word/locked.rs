//! Text that Word does not let the reader change, or rewrites itself: the text of content controls that are locked, or
//! bound to a property of the document.

use std::ops::Range;

use super::super::error::OfficeError;
use super::super::xml::{Item, Xml};

/// Where such controls are in the XML, in the order of their ends.
pub(super) fn locked(text: &str) -> Result<Vec<Range<usize>>, OfficeError> {
    let mut xml = Xml::new(text, "document");
    // The controls that are open: how deep each one is, where it begins, and whether it is locked or bound.
    let mut open: Vec<(usize, usize, bool)> = Vec::new();
    let (mut depth, mut found) = (0_usize, Vec::new());
    loop {
        match xml.next()? {
            Item::Open(element) => {
                depth += 1;
                let is_locked = match element.name() {
                    "sdt" => {
                        open.push((depth, element.tag.start, false));
                        false
                    }
                    "dataBinding" => true,
                    "lock" => matches!(
                        element.attribute("val").as_deref(),
                        Some("contentLocked" | "sdtContentLocked")
                    ),
                    _ => false,
                };
                if let Some(control) = open.last_mut() {
                    control.2 |= is_locked;
                }
            }
            Item::Close => {
                if let Some((_, start, is_locked)) = open.pop_if(|control| control.0 == depth)
                    && is_locked
                {
                    found.push(start..xml.position());
                }
                depth = depth.saturating_sub(1);
            }
            Item::Text(_) => (),
            Item::End => return Ok(found),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_are_locked_or_bound() {
        let control = |properties: &str, text: &str| {
            format!("<sdt><sdtPr>{properties}</sdtPr><sdtContent>{text}</sdtContent></sdt>")
        };
        let inner = control("<lock val='contentLocked'/>", "in");
        let text = format!(
            "<document>{}{}</document>",
            control("<lock val='sdtLocked'/>", &format!("free{inner}")),
            control("<dataBinding/>", "bound")
        );
        let found: Vec<&str> = locked(&text).expect("XML").into_iter().map(|place| &text[place]).collect();
        assert_eq!(found, [inner, control("<dataBinding/>", "bound")]);
    }
}
