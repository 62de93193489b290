//! Texts of statements in a separate column, after their codes in the row of a duty: `Duty | K | K wording`.

use super::grid;
use super::listed::listed;
use crate::model::{Kind, Prefix};
use crate::read::page::lines::Line;
use crate::read::page::row::{CodeRow, row};

/// The statements whose codes are in one cell and whose texts are in the cell after it: one code and one text, or as
/// many lines of codes as of texts. `None` if it is not clear which text belongs to which code.
pub(super) fn statements<'s>(codes: Line<'s>, texts: Line<'s>, kind: Option<Kind>) -> Option<Vec<Line<'s>>> {
    let code = |line: Line<'s>| {
        let of_number = |kind: Kind| match &listed(line, kind.prefix())?.codes[..] {
            [code] => Some(*code),
            _ => None,
        };
        let own = row(line).as_ref().and_then(CodeRow::only);
        own.or_else(|| kind.and_then(of_number)).filter(|code| code.value.prefix != Prefix::D)
    };
    if let Some(code) = code(codes) {
        return Some(vec![texts.with_code(code)]);
    }
    let (codes, texts) = (grid::lines_of(codes), grid::lines_of(texts));
    let is_even = codes.len() == texts.len() && codes.len() > 1;
    let pairs = codes.into_iter().zip(texts).filter(|_| is_even);
    let pairs: Vec<Line<'s>> =
        pairs.map(|(own, text)| Some(text.with_code(code(own)?))).collect::<Option<_>>()?;
    (!pairs.is_empty()).then_some(pairs)
}
