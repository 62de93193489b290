//! Cells of tables for spreadsheets.

use super::text::escaped_lines;

/// Characters at the start of a cell that make spreadsheets take it for a formula, or end a cell.
const TAKEN_FOR_FORMULAS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The text of a cell, made safe: an apostrophe goes before text that a spreadsheet would run as a formula, and nothing
/// in it acts on a terminal.
pub(super) fn safe(text: &str) -> String {
    let seen = escaped_lines(text);
    if text.starts_with(TAKEN_FOR_FORMULAS) { format!("'{seen}") } else { seen }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn no_spreadsheet_runs_a_text() {
        for text in ["=1+1", "+44", "-1", "@SUM(A1)"] {
            assert_eq!(safe(text), format!("'{text}"));
        }
        assert_eq!((safe("\t=1"), safe("\r=1")), ("'\t=1".to_owned(), "'\\r=1".to_owned()));
        assert_eq!(safe("K7 = 1"), "K7 = 1");
    }

    #[test]
    fn nothing_acts_on_a_terminal() {
        assert_eq!(safe("a\u{1b}[31m\n::error::b"), "a\\u{1b}[31m\n\\u{3a}:error::b");
        assert_eq!(safe("a\rb\r\nc\td\n"), "a\\rb\nc\td\n");
    }
}
