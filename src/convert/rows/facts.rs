//! The rows of facts.

use super::super::value::{Scalar, date, scalar, texts, words};
use super::row::{Row, yes_or_no};
use crate::listing::{Column, RowType};
use crate::model::{FACTS, FactKind, FactRow, FactValue, Facts};

/// A row for each fact that is stated; for a list, one for each text.
pub(super) fn rows(facts: &Facts<'_>) -> Vec<Row> {
    FACTS.iter().flat_map(|row| of_fact(row, facts)).collect()
}

fn of_fact(fact: &FactRow, facts: &Facts<'_>) -> Vec<Row> {
    let of = RowType::Fact(fact.id);
    let cell = match fact.value(facts) {
        FactValue::Text(field) if fact.kind == FactKind::Date => date(field).map(|text| value(of, &text)),
        FactValue::Text(field) => words(field).map(|text| value(of, text)),
        FactValue::Number(field) => {
            scalar(field).map(|number| known(of, number, |one| fact.kind.in_words(one)))
        }
        FactValue::YesNo(field) => {
            scalar(field).map(|answer| known(of, answer, |one| yes_or_no(one).to_owned()))
        }
        FactValue::Texts(field) => return texts(field).map_or_else(Vec::new, |texts| list(of, &texts)),
    };
    cell.into_iter().collect()
}

/// A row for each text; for an empty list, one that says so.
pub(super) fn list(of: RowType, texts: &[&str]) -> Vec<Row> {
    match texts {
        [] => vec![Row::empty(of)],
        _ => texts.iter().map(|text| Row::text(of, text)).collect(),
    }
}

/// A single text, which is blank where it is stated as empty.
pub(super) fn value(of: RowType, text: &str) -> Row {
    if text.is_empty() { Row::empty(of) } else { Row::text(of, text) }
}

fn known<T>(of: RowType, value: Scalar<T>, in_words: impl Fn(T) -> String) -> Row {
    let cell = match value {
        Scalar::Value(value) => Some(in_words(value)),
        Scalar::Null => None,
    };
    Row::empty(of).with_cell(Column::Text, cell)
}
