//! The tables of Excel sheets. The columns of a table have names, which must be what its headings say, and formulas may
//! name them: `Map[K9]`.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::super::error::OfficeError;
use super::super::letters::{Change, raw_offset};
use super::super::package::Package;
use super::super::splice::Edits;
use super::super::xml::{Element, Item, Xml, escaped};
use super::shapes::Cell;
use super::sheet::cells;

/// A cell of a sheet, by the number of the sheet.
pub(super) type At = (usize, Cell);

/// The tables of a workbook that have headings.
#[derive(Debug, Default)]
pub(super) struct Tables {
    all: Vec<Table>,
    /// Those whose headings stay as they are, by their numbers.
    kept: BTreeSet<usize>,
}

#[derive(Debug)]
struct Table {
    part: String,
    xml: String,
    columns: Vec<Column>,
    /// Whether its rows come from another source, which knows the names of the columns.
    is_imported: bool,
}

/// The most characters that Excel allows in the name of a column.
const LONGEST: usize = 255;

/// A column of a table.
#[derive(Debug)]
struct Column {
    heading: At,
    name: String,
    /// Where the name is in the XML.
    place: Range<usize>,
}

impl Tables {
    /// Reads the tables of sheets, which are given by their parts.
    pub(super) fn read(package: &mut Package<'_>, sheets: &[&str]) -> Result<Self, OfficeError> {
        let mut all = Vec::new();
        for (number, sheet) in sheets.iter().enumerate() {
            for part in package.all_related(sheet, "table")? {
                let xml = package.text(&part)?.unwrap_or_default();
                all.extend(Table::read(part, xml, number)?);
            }
        }
        Ok(Self { all, kept: BTreeSet::new() })
    }

    /// Whether this cell is a heading that stays as it is.
    pub(super) fn keeps(&self, cell: At) -> bool {
        self.kept.iter().any(|number| self.all[*number].column(cell).is_some())
    }

    /// Keeps the headings of each table that these changes of cells would break: a column would have another name than
    /// its heading or the same name as another column, or its name is known elsewhere. Returns whether there is such a
    /// table. `text` says what a cell holds.
    pub(super) fn keep<'t>(
        &mut self,
        package: &mut Package<'_>,
        changes: &BTreeMap<At, Vec<Change>>,
        text: impl Fn(At) -> Option<&'t str>,
    ) -> Result<bool, OfficeError> {
        let affects = |table: &Table| table.columns.iter().any(|one| changes.contains_key(&one.heading));
        let affected: Vec<usize> = (0..self.all.len()).filter(|at| affects(&self.all[*at])).collect();
        if affected.is_empty() {
            return Ok(false);
        }
        let names = names_elsewhere(package)?;
        // The name that a column would have, if it may have it.
        let name = |column: &Column| {
            let Some(own) = changes.get(&column.heading) else { return Some(column.name.clone()) };
            let is_free = || !names.iter().any(|one| column.is_in(one));
            let new =
                (text(column.heading) == Some(&column.name) && is_free()).then(|| renamed(&column.name, own));
            new.filter(|new| new.encode_utf16().count() <= LONGEST)
        };
        let breaks = |at: &usize| {
            let (table, mut taken) = (&self.all[*at], BTreeSet::new());
            let is_right = |column: &Column| name(column).is_some_and(|new| taken.insert(new.to_lowercase()));
            table.is_imported || !table.columns.iter().all(is_right)
        };
        self.kept = affected.into_iter().filter(breaks).collect();
        Ok(!self.kept.is_empty())
    }

    /// Gives columns the names that their headings get from these changes.
    pub(super) fn write(&self, package: &mut Package<'_>, changes: &BTreeMap<At, Vec<Change>>) {
        for table in &self.all {
            let own = table.columns.iter().filter_map(|one| Some((one, changes.get(&one.heading)?)));
            let mut edits = Edits::default();
            own.for_each(|(column, changes)| column.rename(&table.xml, changes, &mut edits));
            let xml = edits.apply(&table.xml);
            if xml != table.xml {
                package.set(&table.part, xml);
            }
        }
    }
}

impl Table {
    /// Reads a table of the sheet with this number. `None` if it has no headings.
    fn read(part: String, text: String, sheet: usize) -> Result<Option<Self>, OfficeError> {
        let mut xml = Xml::new(&text, "table");
        let (mut columns, mut first, mut is_imported) = (Vec::new(), None, false);
        loop {
            match xml.next()? {
                Item::Open(element) if element.name() == "table" => {
                    if element.attribute("headerRowCount").as_deref() == Some("0") {
                        return Ok(None);
                    }
                    is_imported = element.attribute("tableType").is_some_and(|kind| kind != "worksheet");
                    first = element.attribute("ref").and_then(|area| cells(&area)).map(|(first, _)| first);
                }
                Item::Open(element) if element.name() == "tableColumn" => {
                    columns.push((element.attribute("name").unwrap_or_default(), name(&element, &text)));
                    xml.skip()?;
                }
                Item::Open(_) | Item::Close | Item::Text(_) => (),
                Item::End => break,
            }
        }
        let Some((row, column)) = first else { return Ok(None) };
        let column = |(at, (name, place)): (u32, (String, Range<usize>))| Column {
            heading: (sheet, (row, column.saturating_add(at))),
            name,
            place,
        };
        let columns = (0..).zip(columns).map(column).collect();
        Ok(Some(Self { part, xml: text, columns, is_imported }))
    }

    fn column(&self, cell: At) -> Option<&Column> {
        self.columns.iter().find(|column| column.heading == cell)
    }
}

impl Column {
    /// Whether a formula, or the list of names that something has of its own, has the name of this column.
    fn is_in(&self, named: &Named) -> bool {
        match named {
            Named::Field(name) => self.name.eq_ignore_ascii_case(name),
            Named::Formula(text) => {
                let name = plain(&self.name);
                ["[", "[@"].iter().any(|before| text.contains(&format!("{before}{name}]")))
            }
        }
    }

    /// Makes changes to the name.
    fn rename(&self, xml: &str, changes: &[Change], edits: &mut Edits) {
        let raw = &xml[self.place.clone()];
        for (gone, new) in changes {
            let ends = [gone.start, gone.end].map(|at| raw_offset(raw, at));
            if let [Some(start), Some(end)] = ends {
                let new = escaped(new).replace('\'', "&apos;");
                edits.replace(self.place.start + start..self.place.start + end, new);
            }
        }
    }
}

/// Where the name of a column is.
fn name(column: &Element<'_>, xml: &str) -> Range<usize> {
    let tag = &xml[column.tag.clone()];
    let found = ['"', '\''].into_iter().find_map(|quote| {
        let start = tag.find(&format!(" name={quote}"))? + " name=.".len();
        Some(start..start + tag[start..].find(quote)?)
    });
    let place = found.unwrap_or(tag.len()..tag.len());
    column.tag.start + place.start..column.tag.start + place.end
}

/// A name after these changes.
fn renamed(name: &str, changes: &[Change]) -> String {
    let mut edits = Edits::default();
    for (gone, new) in changes {
        edits.replace(gone.clone(), new.as_str());
    }
    edits.apply(name)
}

/// Something outside a table that may name its columns.
enum Named {
    /// A formula, as [`plain`] writes it.
    Formula(String),
    /// A column that something has of its own, such as the data behind a pivot table.
    Field(String),
}

/// Elements that are formulas.
const FORMULAS: [&str; 7] =
    ["f", "formula", "formula1", "formula2", "definedName", "calculatedColumnFormula", "totalsRowFormula"];

/// Elements that know a column by its name, and the attribute that has it.
const FIELDS: [(&str, &str); 3] =
    [("cacheField", "name"), ("queryTableField", "name"), ("slicerCacheDefinition", "sourceName")];

/// All that may name columns of tables.
fn names_elsewhere(package: &mut Package<'_>) -> Result<Vec<Named>, OfficeError> {
    let mut found = Vec::new();
    for part in package.archive.names()? {
        let name = part.strip_prefix("xl/").and_then(|name| name.strip_suffix(".xml"));
        if name.is_none_or(|name| name == "sharedStrings") {
            continue;
        }
        let text = package.text(&part)?.unwrap_or_default();
        let mut xml = Xml::new(&text, "formulas");
        loop {
            match xml.next()? {
                Item::Open(element) if FORMULAS.contains(&element.name()) => {
                    let mut formula = String::new();
                    while let Item::Text(more) = xml.next()? {
                        formula.push_str(&more);
                    }
                    if formula.contains('[') {
                        found.push(Named::Formula(plain(&formula)));
                    }
                }
                Item::Open(element) => {
                    let own = FIELDS.iter().filter(|(name, _)| *name == element.name());
                    found.extend(own.filter_map(|(_, key)| element.attribute(key).map(Named::Field)));
                }
                Item::End => break,
                Item::Close | Item::Text(_) => (),
            }
        }
    }
    Ok(found)
}

/// A formula or a name in small letters, without the apostrophes that stand before brackets in names.
fn plain(text: &str) -> String {
    text.replace('\'', "").to_lowercase()
}
