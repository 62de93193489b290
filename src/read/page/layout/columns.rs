//! The columns of tables, by what their headers say.

use std::borrow::Cow;

use super::column::Column;
use super::named;
use crate::model::{Kind, Prefix};
use crate::read::page::kinds::kind_heading;
use crate::read::page::lines::Line;

/// The longest header of a column, in bytes.
const LONGEST: usize = 60;

/// The longest header in several words, in bytes.
const LONGEST_NAMED: usize = 100;

/// The longest known header, in bytes.
const LONGEST_KNOWN: usize = 34;

const HEADS: [(&str, Column); 93] = [
    ("no", Column::Number),
    ("no.", Column::Number),
    ("#", Column::Number),
    ("number", Column::Number),
    ("index", Column::Number),
    ("ref", Column::Number),
    ("ref.", Column::Number),
    ("id", Column::Number),
    ("code", Column::Number),
    ("ksb ref", Column::Number),
    ("ksb code", Column::Number),
    ("ksb number", Column::Number),
    ("type", Column::Type),
    ("ksb type", Column::Type),
    ("statement type", Column::Type),
    ("kind", Column::Type),
    ("category", Column::Type),
    ("duty number", Column::Number),
    ("duty no", Column::Number),
    ("duty no.", Column::Number),
    ("duty", Column::Duty),
    ("duties", Column::Duty),
    ("occupation duty", Column::Duty),
    ("occupational duty", Column::Duty),
    ("duty description", Column::Duty),
    ("description", Column::Text),
    ("statement", Column::Text),
    ("text", Column::Text),
    ("wording", Column::Text),
    ("detail", Column::Text),
    ("ksb statement", Column::Text),
    ("ksb description", Column::Text),
    ("ksb", Column::Codes),
    ("ksbs", Column::Codes),
    ("mapped ksbs", Column::Codes),
    ("ksb codes", Column::Codes),
    ("ksb mapping", Column::Codes),
    ("ksbs mapped", Column::Codes),
    ("linked ksbs", Column::Codes),
    ("related ksbs", Column::Codes),
    ("relevant ksbs", Column::Codes),
    ("ksbs covered", Column::Codes),
    ("ksb coverage", Column::Codes),
    ("ksb reference", Column::Codes),
    ("ksb references", Column::Codes),
    ("knowledge, skills and behaviours", Column::Codes),
    ("knowledge, skills & behaviours", Column::Codes),
    ("mapped to", Column::Codes),
    ("mapping", Column::Codes),
    ("maps to", Column::Codes),
    ("mapped to duty", Column::Duties),
    ("mapped to duties", Column::Duties),
    ("maps to duties", Column::Duties),
    ("mapped duties", Column::Duties),
    ("mapping to duties", Column::Duties),
    ("duty mapping", Column::Duties),
    ("linked duties", Column::Duties),
    ("linked to duties", Column::Duties),
    ("related duties", Column::Duties),
    ("relevant duties", Column::Duties),
    ("duties mapped", Column::Duties),
    ("duty or duties", Column::Duties),
    ("duty/duties", Column::Duties),
    ("duty(ies)", Column::Duties),
    ("duty/ies", Column::Duties),
    ("used in duties", Column::Duties),
    ("module", Column::Aside),
    ("module(s)", Column::Aside),
    ("modules", Column::Aside),
    ("unit", Column::Aside),
    ("criteria", Column::Aside),
    ("criteria for measuring performance", Column::Aside),
    ("evidence", Column::Aside),
    ("week", Column::Aside),
    ("date", Column::Aside),
    ("session", Column::Aside),
    ("session title", Column::Aside),
    ("lesson", Column::Aside),
    ("topic", Column::Aside),
    ("workshop", Column::Aside),
    ("learning outcome", Column::Aside),
    ("learning outcomes", Column::Aside),
    ("method", Column::Aside),
    ("assessment method", Column::Aside),
    ("assessment methods", Column::Aside),
    ("delivery", Column::Aside),
    ("note", Column::Aside),
    ("notes", Column::Aside),
    ("comment", Column::Aside),
    ("comments", Column::Aside),
    ("k", Column::Kind(Kind::Knowledge)),
    ("s", Column::Kind(Kind::Skill)),
    ("b", Column::Kind(Kind::Behaviour)),
];

/// The columns of a table, and the position of each if the document records its tables.
#[derive(Clone, Debug)]
pub(super) struct Head(Vec<(Column, Option<u32>)>);

impl Head {
    /// All its columns.
    pub(super) fn columns(&self) -> impl Iterator<Item = Column> {
        self.0.iter().map(|(column, _)| *column)
    }

    /// Whether it has such a column.
    pub(super) fn has(&self, wanted: Column) -> bool {
        self.columns().any(|column| column == wanted)
    }

    /// Whether its rows are duties.
    pub(super) fn is_of_duties(&self) -> bool {
        let kinds = self.columns().filter(|column| matches!(column, Column::Kind(_))).count();
        let is_typed = self.has(Column::Type) || self.has(Column::Duties);
        self.has(Column::Duty) || kinds >= 2 && self.has(Column::Text) && !is_typed
    }

    /// Whether its rows are codes and what goes with them, without a column for texts: `KSB | Duty`.
    pub(super) fn is_of_codes(&self) -> bool {
        let mut columns = self.columns();
        matches!(columns.next(), Some(Column::Number | Column::Codes))
            && columns.all(|column| {
                matches!(column, Column::Duty | Column::Duties | Column::Aside | Column::Unknown)
            })
    }

    /// Whether it has a column for texts.
    pub(super) fn has_texts(&self) -> bool {
        self.columns().any(|column| matches!(column, Column::Duty | Column::Text | Column::Kind(_)))
    }

    /// The kind of the statements if the header of their only texts says it: `No. | Knowledge`.
    pub(super) fn kind(&self) -> Option<Kind> {
        let mut kinds = self.columns().filter_map(|column| match column {
            Column::Kind(kind) => Some(kind),
            _ => None,
        });
        let is_alone = !self.has(Column::Duty) && !self.has(Column::Text);
        kinds.next().filter(|_| is_alone && kinds.next().is_none())
    }

    /// Its columns where the one directly after the codes has no name: that one has the texts, if no other column does.
    fn with_unnamed(mut self) -> Self {
        let is_of_texts = |column| matches!(column, Column::Text | Column::Kind(_));
        if let [(Column::Number | Column::Codes, Some(codes)), (_, Some(next)), ..] = self.0[..]
            && next > codes + 1
            && !self.columns().any(is_of_texts)
        {
            self.0.insert(1, (Column::Text, Some(codes + 1)));
        }
        self
    }

    /// Its columns where the rows are statements: the duties after a text are those that it is mapped to, as in `Code |
    /// Statement | Duties`.
    fn settled(mut self) -> Self {
        let count = |wanted| self.columns().filter(|column| *column == wanted).count();
        let texts = self.columns().position(|column| column == Column::Text);
        let duties = self.columns().position(|column| column == Column::Duty);
        let is_behind = texts.zip(duties).is_some_and(|(text, duty)| text < duty);
        let is_coded = matches!(self.columns().next(), Some(Column::Number | Column::Codes | Column::Type));
        if is_behind && is_coded && count(Column::Duty) == 1 {
            for (column, _) in self.0.iter_mut().filter(|(column, _)| *column == Column::Duty) {
                *column = Column::Duties;
            }
        }
        self
    }

    /// Which of its columns a cell is in, given its index among the `count` cells of its row. `None` if that is not
    /// clear.
    pub(super) fn place(&self, cell: Line<'_>, (index, count): (usize, usize)) -> Option<usize> {
        match cell.cell {
            Some(cell) => self.0.iter().rposition(|(_, at)| at.is_some_and(|at| at <= cell.column)),
            None => Some(index).filter(|_| self.0.len() == count),
        }
    }

    /// The position of the column whose codes the column at this position is about: the one before it, skipping a
    /// column of types.
    pub(super) fn codes_of(&self, place: usize) -> Option<usize> {
        let before = self.0.get(..place)?;
        before.iter().rposition(|(column, _)| *column != Column::Type)
    }

    /// The column at this position.
    pub(super) fn at(&self, place: usize) -> Option<Column> {
        self.0.get(place).map(|(column, _)| *column)
    }

    /// Its columns where the rows are duties with codes next to them, and texts next to those: `Duty | K | K wording`.
    fn with_wordings(mut self, cells: &[Line<'_>]) -> Self {
        let Some(duty) = self.columns().position(|column| column == Column::Duty) else { return self };
        let mut before = Column::Duty;
        for ((column, _), cell) in self.0.iter_mut().zip(cells).skip(duty + 1) {
            let own = *column;
            let is_wording = match (before, own) {
                (Column::Kind(_), Column::Unknown) => named::is_of_texts(cell.text),
                (Column::Kind(kind), Column::Kind(own)) => kind == own,
                (Column::Kind(_) | Column::Codes | Column::Number, Column::Text) => true,
                _ => false,
            };
            // There may be a column for the kind between a code and its text.
            if own != Column::Type {
                before = own;
            }
            if is_wording {
                *column = Column::Wording;
            }
        }
        self
    }
}

/// The column that a header names, if it is known.
pub(super) fn column(cell: Line<'_>) -> Option<Column> {
    if cell.text.len() > LONGEST_NAMED {
        return kind_heading(cell).map(Column::Kind);
    }
    // Only a cell in a document that records its tables has several lines.
    let is_one_line = !cell.text.contains('\n');
    let words = if is_one_line { Cow::Borrowed(cell.text) } else { cell.text.replace('\n', " ").into() };
    let name = words.trim_end_matches([':', '*']).trim_end();
    let heads = if name.len() <= LONGEST_KNOWN { &HEADS[..] } else { &[] };
    let known = heads.iter().find(|(head, _)| name.eq_ignore_ascii_case(head)).map(|(_, column)| *column);
    known.or_else(|| kind_heading(cell).map(Column::Kind)).or_else(|| named::column(name))
}

/// The columns of a header row: at least two of them are known, one of those is for duties or statements, and all are
/// short and not sentences, although some may be questions: `Met?`.
pub(super) fn head(cells: &[Line<'_>]) -> Option<Head> {
    let columns: Vec<Option<Column>> = cells.iter().map(|cell| column(*cell)).collect();
    let is_head = |(cell, column): (&Line, &Option<Column>)| {
        column.is_some() || cell.text.len() <= LONGEST && (!cell.is_sentence() || cell.text.ends_with('?'))
    };
    let known = || columns.iter().flatten();
    let is_known = known().count() >= 2
        && known().any(|column| *column != Column::Aside)
        && cells.iter().zip(&columns).all(is_head);
    let other = other(&columns);
    let place = |(cell, column): (&Line<'_>, Option<Column>)| {
        (column.unwrap_or(other), cell.cell.map(|cell| cell.column))
    };
    let all = || Head(cells.iter().zip(columns).map(place).collect());
    is_known.then(|| all().with_unnamed().settled().with_wordings(cells))
}

/// The header of a table with a single column, of duties.
pub(super) fn lone_head(cell: Line<'_>) -> Option<Head> {
    let place = cell.cell?.column;
    (column(cell) == Some(Column::Duty)).then(|| Head(vec![(Column::Duty, Some(place))]))
}

/// What a column with an unknown header holds: the texts, if it is the only such column in a table whose rows say what
/// kind they are, and no other column has the texts.
fn other(columns: &[Option<Column>]) -> Column {
    let is_of_texts = |column: &Column| matches!(column, Column::Text | Column::Kind(_));
    let is_typed = columns.contains(&Some(Column::Type)) && !columns.iter().flatten().any(is_of_texts);
    let is_alone = columns.iter().filter(|column| column.is_none()).count() == 1;
    if is_typed && is_alone { Column::Text } else { Column::Unknown }
}

/// The prefix of the codes for what a cell names: `Skill`, `S`, `Duty`.
pub(super) fn prefix(cell: Line<'_>) -> Option<Prefix> {
    let letter = |prefix: &Prefix| cell.is(prefix.letters());
    let of_letter = [Prefix::K, Prefix::S, Prefix::B, Prefix::D].into_iter().find(letter);
    let of_duty = || cell.is("duty").then_some(Prefix::D);
    kind_heading(cell).map(Kind::prefix).or(of_letter).or_else(of_duty)
}

/// Whether the first row of a table says that it is a version log, whose rows may begin with codes but are not
/// statements.
pub(super) fn is_version_log(cells: &[Line<'_>]) -> bool {
    let names = |word: &str| cells.iter().any(|cell| cell.text.to_lowercase().contains(word));
    let is_name = |cell: &Line| {
        cell.text.len() <= LONGEST && !cell.is_sentence() && !cell.text.contains(|c: char| c.is_ascii_digit())
    };
    let are_names = cells.len() >= 2 && cells.iter().all(is_name);
    are_names && names("version") && (names("change") || names("amendment"))
}
