//! Cells of tables for spreadsheets.

/// What cells start with that spreadsheets take for a formula or for the end of a cell.
const TAKEN_FOR_FORMULAS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The text of a cell, so that no spreadsheet runs it: one that it would has an apostrophe in front.
pub(super) fn safe(text: &str) -> String {
    if text.starts_with(TAKEN_FOR_FORMULAS) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn no_spreadsheet_runs_a_text() {
        for text in ["=1+1", "+44", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(safe(text), format!("'{text}"));
        }
        assert_eq!(safe("K7 = 1"), "K7 = 1");
    }
}
