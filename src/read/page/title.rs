//! The title of an occupation in the line that gives it: others write reference, level and version around it.

use super::lines::Line;

/// The title alone: `Dyer` in `ST9901 – Level 2 Dyer – Standard V1.1`. The whole line where it is not clear which part is
/// meant.
pub(super) fn of(line: Line<'_>) -> Line<'_> {
    let mut names = parts(line).into_iter().map(without_level).filter(|part| !is_remark(*part));
    match (names.next(), names.next()) {
        (Some(name), None) => name,
        _ => line,
    }
}

/// What stands between dashes with spaces around them.
fn parts(line: Line<'_>) -> Vec<Line<'_>> {
    let mut parts = Vec::new();
    let mut from = 0;
    for (at, dash) in line.text.match_indices(['–', '—', '-', '|']) {
        let is_spaced = line.text[..at].ends_with(char::is_whitespace)
            && line.text[at + dash.len()..].starts_with(char::is_whitespace);
        if is_spaced {
            parts.push(line.part(from, at));
            from = at + dash.len();
        }
    }
    parts.push(line.rest(from));
    parts.retain(|part| !part.text.is_empty());
    parts
}

/// The part without a level in front of it: `Level 2 Dyer`.
fn without_level(part: Line<'_>) -> Line<'_> {
    let level = part.begins("level ").then(|| part.rest("level ".len()));
    let name =
        level.filter(|rest| rest.text.starts_with(|c: char| c.is_ascii_digit())).map(|rest| rest.rest(1));
    name.filter(|name| !name.text.is_empty()).unwrap_or(part)
}

/// Whether the part says something about the document and not what it is called: `ST9901`, `Standard V1.1`, `Level 2`.
fn is_remark(part: Line<'_>) -> bool {
    let words = part.text.split_whitespace();
    let mut said = words.filter(|word| {
        let known = ["standard", "apprenticeship", "occupational", "version", "level", "draft"];
        let has_digit = word.contains(|c: char| c.is_ascii_digit());
        !known.iter().any(|known| word.eq_ignore_ascii_case(known)) && !has_digit
    });
    said.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn title(text: &str) -> &str {
        of(Line { text, start: 0, number: 0, code: None, is_cell: false }).text
    }

    #[test]
    fn a_title_is_taken_out_of_its_line() {
        for (text, expected) in [
            ("ST9901 – Level 2 Dyer – Standard V1.1", "Dyer"),
            ("Dyer - Level 3", "Dyer"),
            ("Dyer", "Dyer"),
            ("Occupational standard | Dyer", "Dyer"),
            ("Level 3", "Level 3"),
            ("Dyer – cotton", "Dyer – cotton"),
            ("Post-production dyer", "Post-production dyer"),
        ] {
            assert_eq!(title(text), expected);
        }
    }
}
