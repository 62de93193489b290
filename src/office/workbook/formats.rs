//! How the cells of an Excel workbook show numbers.

use std::collections::BTreeMap;

use super::super::error::OfficeError;
use super::super::xml::{Item, Xml};

/// The number formats of the styles of a workbook.
#[derive(Debug, Default)]
pub(super) struct Formats {
    /// The number of the format of each style.
    of_styles: Vec<u32>,
    /// The formats that the workbook defines.
    own: BTreeMap<u32, String>,
}

/// The built-in formats that show an integer by its digits: the usual one, `0` and text.
const PLAIN: [u32; 3] = [0, 1, 49];

/// Other formats that do.
const PLAIN_CODES: [&str; 4] = ["General", "0", "#", "@"];

impl Formats {
    /// Reads the part with the styles.
    pub(super) fn read(text: &str) -> Result<Self, OfficeError> {
        let mut formats = Self::default();
        let mut xml = Xml::new(text, "styles");
        let number = |value: Option<String>| value.and_then(|value| value.parse().ok()).unwrap_or_default();
        let mut is_list = false;
        loop {
            match xml.next()? {
                Item::Open(element) => match element.name() {
                    "styleSheet" | "numFmts" => (),
                    "cellXfs" => is_list = true,
                    "numFmt" => {
                        let code = element.attribute("formatCode").unwrap_or_default();
                        formats.own.insert(number(element.attribute("numFmtId")), code);
                    }
                    "xf" if is_list => {
                        formats.of_styles.push(number(element.attribute("numFmtId")));
                        xml.skip()?;
                    }
                    _ => xml.skip()?,
                },
                Item::Close | Item::Text(_) => (),
                Item::End => return Ok(formats),
            }
        }
    }

    /// Whether cells of this style show an integer by its digits and nothing else.
    pub(super) fn are_plain(&self, style: Option<&str>) -> bool {
        let style: usize = style.and_then(|style| style.parse().ok()).unwrap_or_default();
        let format = self.of_styles.get(style).copied().unwrap_or_default();
        self.own.get(&format).map_or_else(
            || PLAIN.contains(&format),
            |code| PLAIN_CODES.iter().any(|plain| plain.eq_ignore_ascii_case(code)),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_styles() {
        let styles = r#"<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="0.0"/>
            <numFmt numFmtId="165" formatCode="general"/></numFmts>
            <cellStyleXfs><xf numFmtId="2"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="1"><alignment/></xf><xf numFmtId="2"/><xf numFmtId="164"/>
            <xf numFmtId="165"/></cellXfs></styleSheet>"#;
        let formats = Formats::read(styles).expect("XML");
        let plain = [None, Some("0"), Some("1"), Some("2"), Some("3"), Some("4")]
            .map(|style| formats.are_plain(style));
        assert_eq!(plain, [true, true, true, false, false, true]);
        assert!(Formats::default().are_plain(Some("7")));
    }
}
