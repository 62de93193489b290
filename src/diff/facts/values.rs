//! Reads the facts of two standards and sets them side by side.

use std::collections::BTreeSet;

use super::field::{Fact, FactChange, FactField, ListedValues, Stated};
use super::prose;
use crate::diff::id::ListField;
use crate::diff::item::{apprenticeship, reference, text};
use crate::diff::text::normalised;
use crate::model::{Date, FactId, FactRow, FactValue, Facts, Standard};
use crate::source::Text;

/// Every single value that at least one side states, in the order of [`FactField::values`].
pub(in crate::diff) fn facts(old: &Standard<'_>, new: &Standard<'_>) -> Vec<Fact> {
    let fact = |field: FactField| {
        let (old, new) = match field {
            FactField::Value(FactId::Reference) => references(old, new),
            _ => (stated(old, field), stated(new, field)),
        };
        fact(field, old, new)
    };
    FactField::values().into_iter().filter_map(fact).collect()
}

/// What two sides state of a field, side by side; none if neither states it.
pub(in crate::diff) fn fact(field: FactField, old: Option<Stated>, new: Option<Stated>) -> Option<Fact> {
    let change = match (&old, &new) {
        (None, None) => return None,
        (None, Some(_)) => FactChange::NotStatedInOld,
        (Some(_), None) => FactChange::NotStatedInNew,
        (Some(old), Some(new)) if key(field, &old.value) == key(field, &new.value) => FactChange::Same,
        (Some(_), Some(_)) => FactChange::Changed,
    };
    Some(Fact { field, old, new, change })
}

/// The references to compare: those of the apprenticeships if both documents state one, otherwise those of the
/// occupations, otherwise whatever each states. An occupation and its apprenticeship share their digits.
fn references(old: &Standard<'_>, new: &Standard<'_>) -> (Option<Stated>, Option<Stated>) {
    let as_written = |value: &str| Stated { value: value.to_owned(), inferred: false };
    let occupation = |standard: &Standard<'_>| text(&standard.facts.occupation).map(as_written);
    let is_apprenticeship = |standard: &Standard<'_>| apprenticeship(standard).is_some();
    match (occupation(old), occupation(new)) {
        (Some(old_code), Some(new_code)) if !(is_apprenticeship(old) && is_apprenticeship(new)) => {
            (Some(old_code), Some(new_code))
        }
        _ => (reference(old).map(as_written), reference(new).map(as_written)),
    }
}

/// The part of a value that is compared: dates in one form, and codes without what follows them.
fn key(field: FactField, value: &str) -> String {
    match field {
        FactField::Value(FactId::Reference) => {
            value.trim_start_matches(|c: char| c.is_ascii_alphabetic()).to_uppercase()
        }
        FactField::Value(FactId::SocUnitGroup) => {
            value.split_whitespace().next().unwrap_or_default().to_owned()
        }
        FactField::Value(FactId::SocSubUnitGroups) => {
            let codes = value.split("; ").filter_map(|group| group.split_whitespace().next());
            codes.collect::<Vec<_>>().join(" ")
        }
        _ => Date::of(value).map_or_else(|| normalised(value), |date| date.to_string()),
    }
}

/// What a document states of one field.
fn stated(standard: &Standard<'_>, field: FactField) -> Option<Stated> {
    let value = match field {
        FactField::Value(FactId::Title) => return title(standard),
        FactField::Value(id) => shown(id.row(), &standard.facts),
        FactField::ProductStatus => product_status(standard),
        _ => prose::said_of(standard, field),
    };
    value.map(|value| Stated { value, inferred: false })
}

/// A value as people write it: `24 months`, `£9,000`, `no`.
fn shown(row: &FactRow, facts: &Facts<'_>) -> Option<String> {
    match row.value(facts) {
        FactValue::Text(field) => text(field).map(str::to_owned),
        FactValue::Number(field) => field.stated().map(|number| row.kind.in_words(number.value)),
        FactValue::YesNo(field) => field.stated().map(|yes| yes_or_no(yes.value)),
        FactValue::Texts(field) => field.stated().map(|list| joined(&list.items)),
    }
}

/// The title, or the only typical job title where none is stated.
fn title(standard: &Standard<'_>) -> Option<Stated> {
    let stated = text(&standard.facts.title).map(|title| Stated { value: title.to_owned(), inferred: false });
    stated.or_else(|| match standard.typical_job_titles.items() {
        [only] => Some(Stated { value: only.name.trim().to_owned(), inferred: true }),
        _ => None,
    })
}

fn yes_or_no(yes: bool) -> String {
    if yes { "yes".to_owned() } else { "no".to_owned() }
}

/// The status of the only product that is listed.
fn product_status(standard: &Standard<'_>) -> Option<String> {
    match standard.products.as_slice() {
        [product] => text(&product.status).map(str::to_owned),
        _ => None,
    }
}

fn joined(texts: &[Text<'_>]) -> String {
    texts.iter().map(|text| text.trim()).collect::<Vec<_>>().join("; ")
}

/// Every list that at least one side states.
pub(in crate::diff) fn lists(old: &Standard<'_>, new: &Standard<'_>) -> Vec<ListedValues> {
    ListField::ALL.into_iter().filter_map(|list| listed(list, values(old, list), values(new, list))).collect()
}

/// What two sides list, side by side; none if neither states the list.
pub(in crate::diff) fn listed(
    list: ListField,
    old: Option<Vec<String>>,
    new: Option<Vec<String>>,
) -> Option<ListedValues> {
    let nothing =
        |change| ListedValues { list, change, kept: Vec::new(), added: Vec::new(), removed: Vec::new() };
    let (old, new) = match (old, new) {
        (None, None) => return None,
        (None, Some(_)) => return Some(nothing(FactChange::NotStatedInOld)),
        (Some(_), None) => return Some(nothing(FactChange::NotStatedInNew)),
        (Some(old), Some(new)) => (old, new),
    };
    let keys = |values: &[String]| values.iter().map(|value| normalised(value)).collect::<BTreeSet<_>>();
    let (old_keys, new_keys) = (keys(&old), keys(&new));
    let (kept, added): (Vec<String>, Vec<String>) =
        new.into_iter().partition(|value| old_keys.contains(&normalised(value)));
    let removed: Vec<String> =
        old.into_iter().filter(|value| !new_keys.contains(&normalised(value))).collect();
    let same = added.is_empty() && removed.is_empty();
    let change = if same { FactChange::Same } else { FactChange::Changed };
    Some(ListedValues { list, change, kept, added, removed })
}

/// What a document lists, each value once; none if it does not state the list.
fn values(standard: &Standard<'_>, list: ListField) -> Option<Vec<String>> {
    let trimmed = |texts: &[Text<'_>]| texts.iter().map(|text| text.trim().to_owned()).collect::<Vec<_>>();
    let mut values: Vec<String> = match list {
        ListField::TypicalJobTitles => {
            let titles = &standard.typical_job_titles.stated()?.items;
            titles.iter().map(|title| title.name.trim().to_owned()).collect()
        }
        ListField::Keywords => trimmed(&standard.keywords.stated()?.items),
        ListField::Options => {
            let options = &standard.options.stated()?.items;
            options.iter().filter_map(|option| text(&option.title)).map(str::to_owned).collect()
        }
        ListField::Employers if standard.employers.is_empty() => return None,
        ListField::Employers => standard.employers.iter().flat_map(|list| trimmed(&list.items)).collect(),
        ListField::VersionLog if standard.version_log.is_empty() => return None,
        ListField::VersionLog => {
            let line = standard.version_log.iter().map(|entry| {
                [&entry.version, &entry.detail].into_iter().filter_map(text).collect::<Vec<_>>().join(": ")
            });
            line.collect()
        }
    };
    let mut seen = BTreeSet::new();
    values.retain(|value| seen.insert(normalised(value)));
    Some(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_the_same_however_it_is_written() {
        assert_eq!(
            key(FactField::Value(FactId::Updated), "14/02/2024"),
            key(FactField::Value(FactId::Updated), "2024-02-14")
        );
        assert_eq!(
            key(FactField::Value(FactId::SocUnitGroup), "3111"),
            key(FactField::Value(FactId::SocUnitGroup), "3111 Lock keepers")
        );
    }

    #[test]
    fn lists_are_sets() {
        let list = |values: &[&str]| Some(values.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>());
        let found = listed(ListField::Keywords, list(&["Boats", "Weirs"]), list(&["locks", "boats"]));
        let found = found.expect("a row");
        assert_eq!((found.kept, found.added), (vec!["boats".to_owned()], vec!["locks".to_owned()]));
        assert_eq!(found.removed, ["Weirs"]);
        let absent = listed(ListField::Keywords, list(&["Boats"]), None).expect("a row");
        assert_eq!((absent.change, absent.removed.len()), (FactChange::NotStatedInNew, 0));
    }
}
