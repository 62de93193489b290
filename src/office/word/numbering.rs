//! Automatic numbers: what Word writes before the paragraphs of a list, which is nowhere in their text.

use std::collections::{BTreeMap, BTreeSet};

use super::super::error::OfficeError;
use super::super::xml::{Element, Item, Xml};

/// How many levels a list has.
const LEVELS: usize = 9;

/// The longest text of a level, in characters, which is Word's own limit: it is repeated before each paragraph.
const LONGEST_TEXT: usize = 255;

/// How a paragraph or a style is numbered: what is not set is left to the style, or to the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct NumberedAs {
    /// The id of the list; `0` for none.
    pub(super) list: Option<String>,
    /// The level, from 0.
    pub(super) level: Option<u32>,
}

impl NumberedAs {
    /// What is set here, or otherwise what is set in `other`.
    pub(super) fn or(&self, other: &Self) -> Self {
        Self { list: self.list.clone().or_else(|| other.list.clone()), level: self.level.or(other.level) }
    }
}

/// The lists of a document, and how far each has been counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// The definitions of lists, by their ids.
    definitions: BTreeMap<String, Definition>,
    /// The ids of the definitions of list styles, by the name of the style.
    of_styles: BTreeMap<String, String>,
    /// The lists, by their ids.
    lists: BTreeMap<String, List>,
    /// The numbers of each level, by the id of the definition: lists that share it continue counting.
    counted: BTreeMap<String, [Option<u32>; LEVELS]>,
    /// The lists that have begun.
    begun: BTreeSet<String>,
}

#[derive(Clone, Debug, Default)]
struct Definition {
    levels: BTreeMap<usize, Level>,
    /// The name of the style that has the levels instead.
    linked: Option<String>,
    /// The name of the list style that this is the definition of.
    style: Option<String>,
}

#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: String,
    /// The text, with `%1` for the number of the first level.
    text: String,
    /// The style whose paragraphs are on this level.
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, format: "decimal".to_owned(), text: String::new(), style: None }
    }
}

#[derive(Debug, Default)]
struct List {
    definition: String,
    /// Where levels begin in this list.
    starts: BTreeMap<usize, u32>,
    /// Levels of its own.
    levels: BTreeMap<usize, Level>,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub(super) fn read(text: &str) -> Result<Self, OfficeError> {
        let mut xml = Xml::new(text, "word/numbering.xml");
        let mut numbering = Self::default();
        loop {
            match xml.next()? {
                Item::Open(element) => match element.name() {
                    "abstractNum" => {
                        let id = element.attribute("abstractNumId").unwrap_or_default();
                        let definition = Definition::read(&mut xml)?;
                        if let Some(style) = definition.style.clone() {
                            numbering.of_styles.entry(style).or_insert_with(|| id.clone());
                        }
                        numbering.definitions.insert(id, definition);
                    }
                    "num" => {
                        let id = element.attribute("numId").unwrap_or_default();
                        numbering.lists.insert(id, List::read(&mut xml)?);
                    }
                    "numbering" => (),
                    _ => xml.skip()?,
                },
                Item::End => return Ok(numbering),
                Item::Close | Item::Text(_) => (),
            }
        }
    }

    /// What comes before the next paragraph that is numbered in this way, in the style with this id, or `None` if
    /// nothing does. The list then moves on by one number.
    pub(super) fn label(&mut self, numbered: &NumberedAs, style: Option<&str>) -> Option<String> {
        let id = numbered.list.as_deref().filter(|id| *id != "0")?;
        let list = self.lists.get(id)?;
        let (key, definition) = self.definition(&list.definition)?;
        let of_style =
            || definition.levels.iter().find(|(_, level)| level.style.as_deref() == style && style.is_some());
        let level =
            numbered.level.map(|level| level as usize).or_else(|| of_style().map(|(level, _)| *level));
        let level = level.unwrap_or(0).min(LEVELS - 1);
        let levels: Vec<Level> = (0..=level)
            .map(|at| {
                list.levels.get(&at).or_else(|| definition.levels.get(&at)).cloned().unwrap_or_default()
            })
            .collect();
        let starts = list.starts.clone();
        let begins = self.begun.insert(id.to_owned());
        let counted = self.counted.entry(key).or_default();
        if begins {
            for at in starts.keys() {
                counted[*at] = None;
            }
        }
        let start = |at: usize| starts.get(&at).copied().unwrap_or(levels[at].start);
        counted[level] = Some(counted[level].map_or(start(level), |number| number.saturating_add(1)));
        counted[level + 1..].fill(None);
        let number = |at: usize| counted[at].unwrap_or_else(|| start(at));
        let numbers: Vec<u32> = (0..=level).map(number).collect();
        levels[level].label(&numbers, &levels)
    }

    /// The definition with this id, or that of the list style that it links to, with its id.
    fn definition(&self, id: &str) -> Option<(String, &Definition)> {
        let own = self.definitions.get(id)?;
        let Some(linked) = &own.linked else { return Some((id.to_owned(), own)) };
        let found = self.of_styles.get(linked).and_then(|id| self.definitions.get_key_value(id));
        found.map_or(Some((id.to_owned(), own)), |(id, definition)| Some((id.clone(), definition)))
    }
}

impl Definition {
    fn read(xml: &mut Xml<'_>) -> Result<Self, OfficeError> {
        let mut definition = Self::default();
        loop {
            match xml.next()? {
                Item::Open(element) => match element.name() {
                    "lvl" => {
                        let (at, level) = Level::read(&element, xml)?;
                        definition.levels.insert(at, level);
                    }
                    "numStyleLink" => {
                        definition.linked = element.attribute("val");
                        xml.skip()?;
                    }
                    "styleLink" => {
                        definition.style = element.attribute("val");
                        xml.skip()?;
                    }
                    _ => xml.skip()?,
                },
                Item::Close | Item::End => return Ok(definition),
                Item::Text(_) => (),
            }
        }
    }
}

impl List {
    fn read(xml: &mut Xml<'_>) -> Result<Self, OfficeError> {
        let mut list = Self::default();
        let mut depth = 1;
        let mut at = 0;
        while depth > 0 {
            match xml.next()? {
                Item::Open(element) => {
                    depth += 1;
                    match element.name() {
                        "abstractNumId" => list.definition = element.attribute("val").unwrap_or_default(),
                        "lvlOverride" => at = level_of(&element),
                        "startOverride" => {
                            list.starts.insert(at, element.number().unwrap_or(1));
                        }
                        "lvl" => {
                            let (at, level) = Level::read(&element, xml)?;
                            list.levels.insert(at, level);
                            depth -= 1;
                        }
                        _ => (),
                    }
                }
                Item::Close => depth -= 1,
                Item::Text(_) => (),
                Item::End => break,
            }
        }
        Ok(list)
    }
}

/// The level that an element is about.
fn level_of(element: &Element<'_>) -> usize {
    let level = element.attribute("ilvl").and_then(|level| level.parse().ok());
    level.unwrap_or(0).min(LEVELS - 1)
}

impl Level {
    /// Reads a level up to its end.
    fn read(element: &Element<'_>, xml: &mut Xml<'_>) -> Result<(usize, Self), OfficeError> {
        let at = level_of(element);
        let mut level = Self::default();
        loop {
            match xml.next()? {
                Item::Open(element) => {
                    match element.name() {
                        "start" => level.start = element.number().unwrap_or(1),
                        "numFmt" => level.format = element.attribute("val").unwrap_or_default(),
                        "lvlText" => {
                            let text = element.attribute("val").unwrap_or_default();
                            level.text = text.chars().take(LONGEST_TEXT).collect();
                        }
                        "pStyle" => level.style = element.attribute("val"),
                        _ => (),
                    }
                    xml.skip()?;
                }
                Item::Close | Item::End => return Ok((at, level)),
                Item::Text(_) => (),
            }
        }
    }

    /// The text before a paragraph on this level: `K3`, `2.1`, `•`.
    fn label(&self, numbers: &[u32], levels: &[Self]) -> Option<String> {
        if self.format == "bullet" {
            return Some("•".to_owned());
        }
        let mut label = self.text.clone();
        for (at, (number, level)) in numbers.iter().zip(levels).enumerate() {
            label = label.replace(&format!("%{}", at + 1), &level.number(*number));
        }
        let label = label.trim();
        (!label.is_empty()).then(|| label.to_owned())
    }

    /// A number of this level, in the format that it sets.
    fn number(&self, number: u32) -> String {
        match &*self.format {
            "none" => String::new(),
            "upperLetter" => letters(number).to_uppercase(),
            "lowerLetter" => letters(number),
            "upperRoman" => roman(number).to_uppercase(),
            "lowerRoman" => roman(number),
            "decimalZero" => format!("{number:02}"),
            _ => number.to_string(),
        }
    }
}

/// `a`, `z`, `aa`, `bb`, as Word counts with letters.
fn letters(number: u32) -> String {
    let Some(index) = number.checked_sub(1) else { return String::new() };
    let letter = char::from(b'a' + u8::try_from(index % 26).unwrap_or_default());
    String::from(letter).repeat((index / 26 + 1).min(20) as usize)
}

/// `i`, `iv`, `xii`.
fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if number >= 4000 {
        return number.to_string();
    }
    let mut left = number;
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            out.push_str(sign);
            left -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const XML: &str = r#"<w:numbering xmlns:w="w">
        <w:abstractNum w:abstractNumId="1">
          <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="K%1:"/></w:lvl>
          <w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2"/></w:lvl>
        </w:abstractNum>
        <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
        </w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="1"/>
          <w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
        </w:numbering>"#;

    fn labels(of: &[(&str, u32)]) -> Vec<String> {
        let mut numbering = Numbering::read(XML).expect("XML");
        let label = |(list, level): &(&str, u32)| {
            let numbered = NumberedAs { list: Some((*list).to_owned()), level: Some(*level) };
            numbering.label(&numbered, None).unwrap_or_default()
        };
        of.iter().map(label).collect()
    }

    #[test]
    fn lists_count_on_level_by_level() {
        assert_eq!(
            labels(&[("1", 0), ("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1)]),
            ["K1:", "K2:", "2.a", "2.b", "K3:", "3.a"]
        );
    }

    #[test]
    fn a_list_may_begin_elsewhere() {
        assert_eq!(labels(&[("1", 0), ("3", 0), ("3", 0), ("1", 0)]), ["K1:", "K7:", "K8:", "K9:"]);
        assert_eq!(labels(&[("2", 0), ("0", 0), ("9", 0)]), ["•", "", ""]);
    }

    #[test]
    fn numbers_have_many_forms() {
        assert_eq!([1, 26, 27, 28].map(letters), ["a", "z", "aa", "bb"]);
        assert_eq!([1, 4, 9, 14, 1999].map(roman), ["i", "iv", "ix", "xiv", "mcmxcix"]);
    }
}
