//! Drafts in formats that are not read: one refusal each, which says how to make them readable.

use super::case;

fn refused(name: &str, rule: &str, message: &str, help: &str) {
    let Some(case) = case(&format!("drafts/{name}")) else { return };
    let (code, found) = case.diagnostics();
    let of = |key: &str| found.first().and_then(|one| one[key].as_str()).unwrap_or_default().to_owned();
    assert_eq!((code, found.len(), &*of("rule")), (2, 1, rule), "{name}: {found:?}");
    assert!(of("message").contains(message), "{name}: {}", of("message"));
    assert!(of("help").contains(help), "{name}: {}", of("help"));
}

#[test]
fn markdown_is_to_be_saved_as_text() {
    for name in ["markdown-bold.md", "markdown-headings.md", "ksb-tables.md", "traceability.md"] {
        refused(
            name,
            "unrecognised-format",
            "Markdown with statements",
            "plain text without Markdown markup",
        );
    }
}

#[test]
fn a_file_of_cells_is_to_be_written_as_lines() {
    refused("ksbs.csv", "unrecognised-format", "CSV with statements", "a line of a text file");
}
