//! How deeply quotes and lists are nested: every line is checked against all that are open, so depth needs a limit.

/// More deeply than people ever nest.
const DEEPEST: usize = 100;

/// The widest indent, in bytes.
const WIDEST: usize = 400;

/// Whether a line is nested more deeply than any that people write.
pub(super) fn is_too_deep(text: &str) -> bool {
    let mut start = 0;
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    let mut lines = ends.map(|end| &text[std::mem::replace(&mut start, end + 1)..end]);
    // A line has at least a byte for each mark.
    lines.any(|line| line.len() > DEEPEST && (is_too_wide(line) || marks(line) > DEEPEST))
}

/// Whether words are further to the right than people write them.
fn is_too_wide(line: &str) -> bool {
    let line = line.trim_end_matches('\r');
    let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
    indent > WIDEST && indent < line.len()
}

/// How many marks of quotes and lists a line begins with.
fn marks(line: &str) -> usize {
    let mut marks = 0;
    let mut rest = line.trim_start();
    while marks <= DEEPEST {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).take(10).count();
        let number = rest[digits..].strip_prefix(['.', ')']).filter(|_| digits > 0);
        let item = number.or_else(|| rest.strip_prefix(['-', '+', '*']));
        let item = item.filter(|behind| behind.starts_with([' ', '\t']));
        let Some(behind) = item.or_else(|| rest.strip_prefix(['>', ':'])) else { break };
        marks += 1;
        rest = behind.trim_start_matches([' ', '\t']);
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn depth_has_a_limit() {
        assert!(!is_too_deep("> > - 1. K1: a\n---------------\n\n- - -\n"));
        for mark in [">", "- ", "1. ", "> "] {
            assert!(is_too_deep(&format!("a\n{}b", mark.repeat(DEEPEST + 1))), "{mark}");
        }
        assert!(is_too_deep(&format!("{}- a", " ".repeat(WIDEST + 1))));
    }
}
