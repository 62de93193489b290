//! Headers of several words that say what a column holds, and for which kind: `Skill code`, `K wording`, `Duty
//! statement`.

use super::column::Column;
use crate::model::Kind;
use crate::read::page::kinds::kind_heading;
use crate::read::page::lines::Line;

/// Last words of a header that mean codes.
const CODES: [&str; 8] = ["code", "codes", "ref", "reference", "no", "number", "id", "#"];

/// Last words of a header that mean texts.
const TEXTS: [&str; 7] = ["wording", "text", "description", "statement", "statements", "detail", "details"];

/// The column that a header of several words names.
pub(super) fn column(name: &str) -> Option<Column> {
    let words = || name.split_whitespace();
    let has = |wanted: &[&str]| words().any(|word| wanted.iter().any(|one| word.eq_ignore_ascii_case(one)));
    if words().next()?.eq_ignore_ascii_case("what") && has(&["must", "know", "do", "need", "needs"]) {
        return Some(Column::Text);
    }
    let (of, last) = name.rsplit_once(char::is_whitespace)?;
    let of = of.trim_end();
    let is_one_of = |names: &[&str]| names.iter().any(|name| of.eq_ignore_ascii_case(name));
    let kind = || kind(of).map(Column::Kind);
    if is_word(last, &CODES) {
        let is_plain = is_one_of(&["duty", "ksb", "statement"]);
        is_plain.then_some(Column::Number).or_else(kind)
    } else if is_word(last, &TEXTS) {
        let is_of_duty = is_one_of(&["duty", "duties", "occupation duty", "occupational duty"]);
        let is_of_any = is_one_of(&["ksb", "ksbs"]);
        is_of_duty.then_some(Column::Duty).or(is_of_any.then_some(Column::Text)).or_else(kind)
    } else {
        None
    }
}

/// Whether a header says that its column holds texts of something, whatever that is: `Wording`, `Knowledge text`.
pub(super) fn is_of_texts(name: &str) -> bool {
    name.split_whitespace().next_back().is_some_and(|last| is_word(last, &TEXTS))
}

fn is_word(word: &str, words: &[&str]) -> bool {
    let word = word.trim_end_matches(['.', ':']);
    words.iter().any(|one| word.eq_ignore_ascii_case(one))
}

/// The kind that words name: `Knowledge`, `K`.
fn kind(name: &str) -> Option<Kind> {
    let letter = |kind: &Kind| name.eq_ignore_ascii_case(kind.prefix().letters());
    let of_letter = [Kind::Knowledge, Kind::Skill, Kind::Behaviour].into_iter().find(letter);
    of_letter.or_else(|| kind_heading(Line::of(name)))
}
